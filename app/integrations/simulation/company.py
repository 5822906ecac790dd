"""Simulated people in a live session, so that somebody can practise to facilitate.

They come in and connect as anybody does, and know of the session what its state says. What they do
follows from how the floor is shared at each moment: in open talk they talk as recorded people do (`talk`), in
a queue they raise hands and speak when the floor is theirs, in a round they take their turn, in a break or
while somebody is listened to they are silent. A private invitation is answered, and who was told that they
talk most holds back for a while. They leave when the session ends, when nobody has facilitated for
`DESERTED_S`, or after `LONGEST_S`.
"""

import asyncio
import heapq
import logging
import random
import time
from collections.abc import Callable, Mapping
from functools import partial

from app.facilitation.actors import Integrator, Person, Server
from app.facilitation.commands import (
    AnswerInvitation,
    Command,
    EndTurn,
    Join,
    RaiseHand,
    SendSignal,
    SetCard,
    SetCoverage,
    StartSpeech,
    StillSpeaking,
    StopSpeech,
)
from app.facilitation.ids import (
    Asks,
    BringIn,
    CommandId,
    KeyId,
    Mode,
    NudgeId,
    ParticipantId,
    Place,
    Role,
    SessionId,
    SignalKind,
    Status,
)
from app.facilitation.nudges.actions import ASK_PRIVATELY
from app.facilitation.nudges.registry import rule_of
from app.facilitation.refusals import Refused
from app.facilitation.rights import SCOPES
from app.facilitation.speech import Source
from app.facilitation.state import State, Turn
from app.history.errors import HistoryError
from app.integrations.simulation.outlet import Deaf
from app.integrations.simulation.parameters import Parameters
from app.integrations.simulation.talk import Habits, Span
from app.rooms.actor import SessionActor
from app.rooms.connection import Connection
from app.rooms.orders import random_id
from app.rooms.registry import Rooms

logger = logging.getLogger("evenfloor.practice")

NAMES = ("Amina", "Ben", "Chloe", "Dee", "Eli", "Fatou", "Gus", "Hana", "Ines", "Jo", "Kofi", "Lena")
"""First names for people who are not there, and for recorded ones, who have only numbers."""

FEWEST, MOST = 3, len(NAMES)

PLACES = (Place.in_room, Place.in_room, Place.remote, Place.phone)
"""Where they are, in turn: a hybrid meeting."""

EARS = Integrator(KeyId("practice"), frozenset(SCOPES))
"""Who hears them: their devices, in one."""

TICK_S = 0.1
"""How often (wall time) they look at what has changed."""

DESERTED_S = 600.0
"""So long (wall time) without a facilitator, and they go home."""

LONGEST_S = 3 * 3600.0

STILL_S = 10.0
"""How often their devices say that somebody is still heard."""

# How they react. No study is known to us; a facilitator is to meet each of these within a quarter of an hour.
ANSWERS_AFTER_S = (4.0, 20.0)
COMES_WHEN_ASKED = 0.6
KEEPS_TO_LIMIT = 0.7
OVERRUN_S = 4.0
LOOKS_UP_S = 1.5
HANDS_A_MINUTE_WHILE_OPEN = 0.3
SIGNALS_A_MINUTE = 0.15
ASKS = (Asks.new_point,) * 7 + (Asks.reply,) * 2 + (Asks.question,)
SIGNALS = (SignalKind.slower, SignalKind.dont_follow)
CARDS: Mapping[int, BringIn] = {1: BringIn.call_on_me, 2: BringIn.ask_privately, 4: BringIn.please_dont}
"""What stands on some people's cards, by their seat."""

SILENT = frozenset({Mode.listening, Mode.writing})


class Company:
    """A group of simulated people in one session."""

    def __init__(self, rooms: Rooms, session: SessionId, people: int, seed: int) -> None:
        self._rooms = rooms
        self._session = session
        self._size = people
        self._dice = random.Random(seed)
        self._numbers = Parameters()
        self._habits = Habits(people, self._numbers, self._dice)
        self._people: list[ParticipantId] = []
        self._connections: list[Connection] = []
        self._live: SessionActor | None = None
        # What will happen next, by the session's clock (s): `lasting`, or while the floor stays as it is.
        self._plan: list[tuple[float, int, bool, Callable[[], None]]] = []
        self._planned = 0
        self._now_s = 0.0
        self._orders: list[tuple[Command, Integrator | Person]] = []
        self._scene: tuple[object, ...] = ()
        self._talks_freely = False
        self._until: dict[int, float] = {}
        self._told_s: dict[int, float] = {}
        self._before: int | None = None
        self._pressing: list[int] = []
        self._holds_back: dict[int, float] = {}
        self._answered: set[NudgeId] = set()
        self._told: set[NudgeId] = set()

    async def run(self) -> None:
        """Come in, take part, and go. Raises nothing but what a defect raises."""
        loop = asyncio.get_running_loop()
        begun = accompanied = loop.time()
        try:
            await self._come_in()
            while loop.time() - begun < LONGEST_S and loop.time() - accompanied < DESERTED_S:
                live = await self._rooms.actor(self._session)
                if live is not self._live:
                    await self._connect(live)
                if live.state.session.status is Status.ended or self._turned_out:
                    return
                if _has_facilitator(live.state):
                    accompanied = loop.time()
                await self._look(live.state, live.time.now_ms() / 1000)
                await asyncio.sleep(TICK_S)
        except (HistoryError, Refused) as gone:
            logger.info("The company of %s leaves: %s", self._session, gone)
        finally:
            self._leave()

    # ---- coming and going

    async def _come_in(self) -> None:
        for seat in range(self._size):
            command = Join(NAMES[seat], PLACES[seat % len(PLACES)], Role.participant)
            joined = await self._rooms.serve(self._session, command)
            assert joined.made is not None, "a join makes a participant"
            self._people.append(ParticipantId(joined.made))
            card = CARDS.get(seat)
            if card is not None:
                await self._tell(SetCard(bring_in=card), Person(self._people[seat]))

    async def _connect(self, live: SessionActor) -> None:
        """Be there, as by a phone each: again where the session was loaded anew."""
        self._leave()
        self._live = live
        for participant in self._people:
            connection = self._rooms.connection(Deaf())
            self._connections.append(connection)
            await self._rooms.attach(live, connection, Person(participant))
        await self._tell(SetCoverage(Source.api, True, tuple(self._people)), EARS)

    def _leave(self) -> None:
        for connection in self._connections:
            if connection.outlet.is_open():
                # Their devices send nothing that would be a sign of life; they were there until now.
                connection.heard_s = time.monotonic()
            self._rooms.detach(connection, self._live)
        self._connections.clear()
        self._live = None

    @property
    def _turned_out(self) -> bool:
        return bool(self._connections) and not any(one.outlet.is_open() for one in self._connections)

    async def _tell(self, command: Command, actor: Integrator | Person | Server) -> None:
        """Tell the session, if it still fits: others act meanwhile."""
        try:
            await self._rooms.command(self._session, command, actor, CommandId(random_id()))
        except Refused as refused:
            logger.debug("%s is refused: %s", command.do, refused.code)

    # ---- looking, planning

    async def _look(self, state: State, now_s: float) -> None:
        """Do what is due, and see what has changed."""
        scene = self._scene_of(state)
        if scene != self._scene:
            self._scene = scene
            self._plan = [one for one in self._plan if one[2]]
            heapq.heapify(self._plan)
            self._fall_silent(now_s)
            self._begin_scene(state, now_s)
        while self._plan and self._plan[0][0] <= now_s:
            at_s, _, _, happens = heapq.heappop(self._plan)
            self._now_s = at_s
            happens()
        self._now_s = now_s
        if state.session.status is Status.open:
            self._look_at_nudges(state)
            self._go_on(now_s)
        orders, self._orders = self._orders, []
        for command, actor in orders:
            await self._tell(command, actor)

    def _scene_of(self, state: State) -> tuple[object, ...]:
        """What people's behaviour hangs on; when it changes, they change theirs."""
        turn = state.floor.turn
        return (
            state.session.status,
            state.floor.mode,
            state.floor.rest is not None,
            None if turn is None else (turn.id, turn.participant, turn.paused_at is not None),
        )

    def _begin_scene(self, state: State, now_s: float) -> None:
        self._now_s = now_s
        floor = state.floor
        self._talks_freely = floor.mode is Mode.open and floor.turn is None
        if state.session.status is not Status.open or floor.rest is not None or floor.mode in SILENT:
            return
        turn = floor.turn
        if turn is not None:
            if turn.participant in self._people and turn.paused_at is None:
                self._in(LOOKS_UP_S, partial(self._take_turn, turn))
        elif floor.mode is Mode.open:
            self._in(LOOKS_UP_S, lambda: self._begin(self._habits.next_talker(None, None)))
        if floor.mode is not Mode.round:
            a_minute = HANDS_A_MINUTE_WHILE_OPEN if floor.mode is Mode.open else self._numbers.hands_a_minute
            self._expect_hand(a_minute)
        self._in(self._dice.expovariate(SIGNALS_A_MINUTE / 60), self._signal)

    def _in(self, seconds: float, happens: Callable[[], None], *, lasting: bool = False) -> None:
        self._planned += 1
        heapq.heappush(self._plan, (self._now_s + seconds, self._planned, lasting, happens))

    # ---- open talk

    def _begin(self, drawn: int) -> None:
        """Somebody starts to talk; whoever waits for a gap to come in goes first."""
        who = self._pressing.pop(0) if self._pressing else drawn
        span = Span(who, self._now_s, self._now_s + self._habits.length_s() * self._held_back(who))
        self._speak(span)
        for short in self._habits.backchannels(span):
            self._in(short.from_s - self._now_s, partial(self._speak, short))
        following = self._habits.next_talker(who, self._before)
        self._before = who
        starts_s = self._habits.start_after(span, following)
        self._in(starts_s - self._now_s, lambda: self._begin(following))

    def _speak(self, span: Span) -> None:
        who = span.person
        if who not in self._until:
            self._order(StartSpeech(Source.api, self._people[who], observed_at=_ms(self._now_s)), EARS)
            self._told_s[who] = self._now_s
        ends_s = self._until[who] = max(span.to_s, self._until.get(who, 0.0))
        self._in(ends_s - self._now_s, lambda: self._stop(who, ends_s))

    def _go_on(self, now_s: float) -> None:
        """Say who is still heard: a source that falls silent is given up, and what it heard is lost."""
        for who in self._until:
            if now_s - self._told_s[who] >= STILL_S:
                self._told_s[who] = now_s
                self._order(StillSpeaking(Source.api, self._people[who], observed_at=_ms(now_s)), EARS)

    def _stop(self, who: int, ended_s: float) -> None:
        if self._until.get(who) == ended_s:
            del self._until[who]
            self._order(StopSpeech(Source.api, self._people[who], observed_at=_ms(ended_s)), EARS)

    def _fall_silent(self, now_s: float) -> None:
        for who in list(self._until):
            self._order(StopSpeech(Source.api, self._people[who], observed_at=_ms(now_s)), EARS)
        self._until.clear()

    # ---- turns and hands

    def _take_turn(self, turn: Turn) -> None:
        who = self._people.index(turn.participant)
        length_s = self._habits.turn_s() * self._held_back(who)
        limit_s = turn.limit_ms / 1000
        if limit_s and length_s > limit_s and self._dice.random() < KEEPS_TO_LIMIT:
            length_s = limit_s + self._dice.expovariate(1 / OVERRUN_S)
        self._speak(Span(who, self._now_s, self._now_s + length_s))
        self._in(length_s, lambda: self._order(EndTurn(turn.id), Person(turn.participant)))

    def _expect_hand(self, a_minute: float) -> None:
        self._in(self._dice.expovariate(a_minute / 60), lambda: self._hand(a_minute))

    def _hand(self, a_minute: float) -> None:
        self._expect_hand(a_minute)
        who = Person(self._people[self._habits.choose(self._habits.weights)])
        self._order(RaiseHand(asks=self._dice.choice(ASKS)), who)

    def _signal(self) -> None:
        """Whoever says little says so by a signal most."""
        shy = [1 - weight for weight in self._habits.weights]
        who = Person(self._people[self._habits.choose(shy)])
        self._order(SendSignal(self._dice.choice(SIGNALS)), who)

    # ---- nudges

    def _look_at_nudges(self, state: State) -> None:
        for nudge_id in state.nudges.live:
            nudge = state.nudges.by_id[nudge_id]
            if nudge.subject not in self._people or nudge_id in self._told:
                continue
            who = self._people.index(nudge.subject)
            invited = nudge.action == ASK_PRIVATELY and not nudge.answer
            if invited and nudge_id not in self._answered:
                self._answered.add(nudge_id)
                wait_s = self._dice.uniform(*ANSWERS_AFTER_S)
                self._in(wait_s, partial(self._answer, who, nudge_id), lasting=True)
            elif not rule_of(nudge.rule).invites and any(one.to == nudge.subject for one in nudge.audience):
                self._told.add(nudge_id)
                self._holds_back[who] = self._now_s + self._numbers.told_for_s

    def _answer(self, who: int, nudge: NudgeId) -> None:
        comes = self._dice.random() < COMES_WHEN_ASKED
        self._order(AnswerInvitation(nudge, "speak_next" if comes else "not_now"), Person(self._people[who]))
        if comes and self._talks_freely and who not in self._pressing:
            self._pressing.append(who)

    def _held_back(self, who: int) -> float:
        return self._numbers.told_length if self._holds_back.get(who, 0.0) > self._now_s else 1.0

    def _order(self, command: Command, actor: Integrator | Person) -> None:
        self._orders.append((command, actor))


def _has_facilitator(state: State) -> bool:
    return any(
        person.role is Role.facilitator and person.connections for person in state.people.by_id.values()
    )


def _ms(seconds: float) -> int:
    return round(seconds * 1000)
