"""One simulated meeting: who speaks when follows from habits, from the floor, and from what nudges did."""

import heapq
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from app.facilitation.actors import Person
from app.facilitation.commands import (
    ActOnNudge,
    AdvanceClock,
    EndSession,
    EndTurn,
    NextTurn,
    PassRound,
    RaiseHand,
    StartRound,
    StartSpeech,
    StopSpeech,
)
from app.facilitation.ids import Mode, NudgeId, ParticipantId, Policy
from app.facilitation.nudges.actions import ASK_PRIVATELY, GO_ROUND
from app.facilitation.nudges.record import FACILITATORS, Nudge
from app.facilitation.nudges.registry import rule_of
from app.facilitation.speech import Source
from app.facilitation.state import State
from app.integrations.replay import HANG_OVER_MS
from app.integrations.simulation.parameters import Parameters
from app.integrations.simulation.table import RECORDER, START_AT, Table
from app.integrations.simulation.talk import Habits, Span

MAY_COME_S = 30.0
"""The time in which the study of private nudges counted who came (arXiv:2408.11936)."""
ANSWERED = frozenset({"quiet_voice", "dominant_voice"})
"""The kinds of which a study, or an assumption with a name, says how people answer; all others are raised and
nobody acts on them."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """What is done in a meeting beside talking."""

    queue: bool = False
    """Turns from a queue, instead of an open floor."""
    policy: Policy = Policy.balanced
    round_first: bool = False
    """A round before the open floor."""
    nudges: bool = False
    """Whether people act on what nudges say; else these are raised and nobody looks."""


class Meeting:
    """A meeting that is run once. The same seed gives the same people with the same habits."""

    def __init__(self, people: int, minutes: float, seed: int, conditions: Conditions, numbers: Parameters):
        self._dice = random.Random(seed)
        # Dice of their own for answers to nudges: what nobody reacts to must change nothing.
        self._answers = random.Random(f"{seed} answers")
        self.habits = Habits(people, numbers, self._dice)
        self.table = Table(people, round(people * numbers.without_device))
        self.acted = 0
        self._conditions = conditions
        self._numbers = numbers
        self._ends_s = minutes * 60
        self._now_s = 0.0
        self._plan: list[tuple[float, int, Callable[[], None]]] = []
        self._planned = 0
        # Until when each person who is heard just now will talk.
        self._until: dict[int, float] = {}
        self._before: int | None = None
        # Who wants to come in at the next moment that offers itself.
        self._pressing: list[int] = []
        # Until when somebody who was told that they talk most holds back.
        self._holds_back: dict[int, float] = {}
        self._reached: set[tuple[NudgeId, str]] = set()
        # Free talk breaks off for a round: what was to follow in it belongs to the talk before.
        self._talk = 0
        self._listens = False
        # When who has the floor from the queue will have done; a round in the middle puts it off.
        self._done_s = 0.0

    def run(self) -> State:
        """The session at its end."""
        if self._conditions.queue:
            self.table.open(Mode.queue, self._conditions.policy)
            self._in(self._until_next_hand(), self._hand)
        else:
            self.table.open(Mode.open, Policy.balanced)
            if self._conditions.round_first:
                self.table.tell(
                    StartRound("lot"),
                    Person(self.table.facilitator),
                    self._at,
                    lot=self._dice.getrandbits(32),
                )
                self._in(self._numbers.hand_over_s, self._go_round)
            else:
                self._open_floor()
        while self._plan and self._plan[0][0] <= self._ends_s:
            self._now_s, _, happens = heapq.heappop(self._plan)
            happens()
            if self._conditions.nudges:
                self._look_at_nudges()
        self._now_s = self._ends_s
        host = Person(self.table.facilitator)
        self.table.tell(AdvanceClock(self._at), RECORDER, self._at)
        self.table.tell(EndSession(), host, self._at)
        return self.table.state

    @property
    def _at(self) -> int:
        return START_AT + round(self._now_s * 1000)

    def _in(self, seconds: float, happens: Callable[[], None]) -> None:
        self._planned += 1
        heapq.heappush(self._plan, (self._now_s + seconds, self._planned, happens))

    # ---- a round

    def _break_into_round(self) -> None:
        """A round in the middle: who talks stops, and nothing of that talk follows."""
        self._talk += 1
        self._done_s -= self._now_s
        for who in list(self._until):
            self._until[who] = self._now_s
            self._fall_silent(who, self._now_s)
        self._in(self._numbers.hand_over_s, self._go_round)

    def _go_round(self) -> None:
        """Everybody once; then as before."""
        host, turn = Person(self.table.facilitator), self.table.state.floor.turn
        self.table.tell(NextTurn(turn.id if turn else None), host, self._at)
        while self._in_round:
            turn = self.table.state.floor.turn
            assert turn is not None, "a round has a turn until it is over"
            who = self.table.people.index(turn.participant)
            if self._answers.random() < self._numbers.speaks_in_round:
                length_s = self.habits.round_turn_s() * self._held_back(who)
                if self._listens:
                    self._speak(Span(who, self._now_s, self._now_s + length_s))
                self._in(length_s + self._numbers.hand_over_s, self._go_round)
                return
            self.table.tell(PassRound(participant=turn.participant), host, self._at)
        turn = self.table.state.floor.turn
        if turn is not None:
            self._speaks_until(turn.id, self._now_s + max(0.0, self._done_s))
        elif self._conditions.queue:
            self._give_floor()
        else:
            self._open_floor()

    @property
    def _in_round(self) -> bool:
        return self.table.state.floor.mode is Mode.round

    # ---- an open floor

    def _open_floor(self) -> None:
        self.table.listen(self._at)
        self._listens = True
        self._in_talk(1.0, lambda: self._begin(self.habits.next_talker(None, None)))

    def _in_talk(self, seconds: float, happens: Callable[[], None]) -> None:
        """It happens unless the talk that it belongs to has been broken off."""
        talk = self._talk
        self._in(seconds, lambda: happens() if talk == self._talk else None)

    def _begin(self, drawn: int) -> None:
        """Somebody starts to talk; whoever waits for a gap to come in goes first."""
        who = self._pressing.pop(0) if self._pressing else drawn
        length_s = self.habits.length_s() * self._held_back(who)
        span = Span(who, self._now_s, self._now_s + length_s)
        self._speak(span)
        for short in self.habits.backchannels(span):
            self._in_talk(short.from_s - self._now_s, partial(self._speak, short))
        following = self.habits.next_talker(who, self._before)
        self._before = who
        starts_s = self.habits.start_after(span, following)
        self._in_talk(starts_s - self._now_s, lambda: self._begin(following))

    def _speak(self, span: Span) -> None:
        """What a device notices of it: where it starts, and half a second after its end that it ended."""
        who = span.person
        if who not in self._until:
            self.table.tell(StartSpeech(Source.api, self._id(who), observed_at=self._at), RECORDER, self._at)
        self._until[who] = max(span.to_s, self._until.get(who, 0.0))
        ends_s = self._until[who]
        self._in(ends_s - self._now_s + HANG_OVER_MS / 1000, lambda: self._fall_silent(who, ends_s))

    def _fall_silent(self, who: int, ended_s: float) -> None:
        if self._until.get(who) != ended_s:
            return
        del self._until[who]
        observed_at = START_AT + round(ended_s * 1000)
        self.table.tell(StopSpeech(Source.api, self._id(who), observed_at=observed_at), RECORDER, self._at)

    # ---- a queue

    def _until_next_hand(self) -> float:
        return self._dice.expovariate(self._numbers.hands_a_minute / 60)

    def _hand(self) -> None:
        """Somebody wants to say something; who waits already does not ask twice."""
        self._in(self._until_next_hand(), self._hand)
        self._raise_hand(self.habits.choose(self.habits.weights))

    def _may_raise(self, who: int) -> bool:
        state, participant = self.table.state, self._id(who)
        turn = state.floor.turn
        if self._in_round:
            return False
        return participant not in state.queue.hands and (turn is None or turn.participant != participant)

    def _raise_hand(self, who: int) -> None:
        if self._may_raise(who):
            seated = self.table.state.people.by_id[self._id(who)].seated
            actor = Person(self.table.facilitator if seated else self._id(who))
            self.table.offer(RaiseHand(self._id(who)), actor, self._at)
        if self.table.state.floor.turn is None:
            self._in(self._numbers.hand_over_s, self._give_floor)

    def _give_floor(self) -> None:
        """The facilitator thanks who spoke, and lets the order say who is next; a round sees to itself."""
        if self._in_round:
            return
        turn = self.table.state.floor.turn
        host = Person(self.table.facilitator)
        if not self.table.state.queue.order:
            if turn is not None:
                self.table.offer(EndTurn(turn.id), host, self._at)
            return
        if not self.table.offer(NextTurn(turn.id if turn else None), host, self._at):
            return
        turn = self.table.state.floor.turn
        assert turn is not None
        who = self.table.people.index(turn.participant)
        length_s = self.habits.turn_s() * self._held_back(who)
        self._speaks_until(turn.id, self._now_s + length_s + self._numbers.hand_over_s)

    def _speaks_until(self, turn: str, done_s: float) -> None:
        self._done_s = done_s
        self._in(done_s - self._now_s, lambda: self._done(turn, done_s))

    def _done(self, turn: str, done_s: float) -> None:
        now = self.table.state.floor.turn
        if now is not None and now.id == turn and done_s == self._done_s:
            self._give_floor()

    # ---- nudges

    def _look_at_nudges(self) -> None:
        nudges = self.table.state.nudges
        for nudge_id in nudges.live:
            nudge = nudges.by_id[nudge_id]
            for one in nudge.audience:
                if (nudge_id, one.to) not in self._reached:
                    self._reached.add((nudge_id, one.to))
                    self._hears_of(nudge, one.to)

    def _hears_of(self, nudge: Nudge, to: str) -> None:
        if nudge.rule not in ANSWERED:
            return
        if to != FACILITATORS:
            if not rule_of(nudge.rule).invites:
                self._hold_back(ParticipantId(to))
        elif self._answers.random() < self._numbers.acts_on:
            self._in(self._numbers.acts_after_s, lambda: self._act_on(nudge.id))

    def _act_on(self, nudge_id: NudgeId) -> None:
        """The facilitator does the first thing that the nudge proposes."""
        state = self.table.state
        nudge = state.nudges.by_id[nudge_id]
        rule = rule_of(nudge.rule)
        offered = rule.actions(state, nudge)
        if nudge.subject is None or nudge.life != "new" or not offered or self._in_round:
            return
        if not self.table.offer(ActOnNudge(nudge_id, offered[0]), Person(self.table.facilitator), self._at):
            return
        self.acted += 1
        if not rule.invites:
            self._hold_back(nudge.subject)
            return
        if offered[0] == GO_ROUND:
            self._break_into_round()
            return
        assert offered[0] == ASK_PRIVATELY, "nobody's card says to call on them"
        who = self.table.people.index(nudge.subject)
        self._reached.add((nudge_id, nudge.subject))
        wait_s = self._answers.uniform(0.0, MAY_COME_S)
        if self._answers.random() < self._comes_by_itself(who) * self._numbers.invited_times:
            self._in(wait_s, lambda: self._come_in(who))

    def _comes_by_itself(self, who: int) -> float:
        if self._conditions.queue:
            a_minute = self._numbers.hands_a_minute
        else:
            turns = self.table.state.speech.figures(self._at).changes
            a_minute = 60 * turns / max(1.0, self._now_s)
        return self.habits.speaks_within(who, MAY_COME_S, a_minute)

    def _come_in(self, who: int) -> None:
        if self._conditions.queue:
            self._raise_hand(who)
        elif who not in self._pressing:
            self._pressing.append(who)

    def _hold_back(self, participant: ParticipantId) -> None:
        if participant in self.table.people:
            who = self.table.people.index(participant)
            self._holds_back[who] = self._now_s + self._numbers.told_for_s

    def _held_back(self, who: int) -> float:
        return self._numbers.told_length if self._holds_back.get(who, 0.0) > self._now_s else 1.0

    def _id(self, who: int) -> ParticipantId:
        return self.table.people[who]
