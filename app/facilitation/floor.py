"""The floor: whose turn it is, and how it passes from one to the next."""

from app.facilitation import card, ordering
from app.facilitation.commands import EndTurn, GiveFloor, NextTurn, PutBack, YieldTurn
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    GapBegan,
    GapEnded,
    RoundEnded,
    TurnCancelled,
    TurnEnded,
    TurnResumed,
    TurnStarted,
)
from app.facilitation.hands import with_hand, without_hand
from app.facilitation.ids import Asks, Interruption, Mode, ParticipantId, TurnId
from app.facilitation.queue import BY_HAND, is_ready, ready_hands
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.round_order import next_in_round
from app.facilitation.session import require_open
from app.facilitation.speech import Source
from app.facilitation.state import Floor, Hand, State, Turn
from app.facilitation.switching import switch, take_up
from app.facilitation.turntaking import Given
from app.facilitation.written.standing import shown, waits_again

concept = Concept()

TIMED_MS = 120_000
"""Where each turn has a clock and none was chosen."""
LEAST_YIELDED_MS = 15_000
"""Whoever is passed the rest of a turn has time for a sentence at least."""


def name_of(state: State, participant: ParticipantId) -> str:
    """How a person is called in a sentence."""
    person = state.person(participant)
    return person.name if person is not None else "somebody"


def expect_turn(draft: Draft, believed: TurnId | None) -> Turn | None:
    """The turn that is on, if it is the one the sender believed. Raises Refused (`stale`), saying what is."""
    turn = draft.state.floor.turn
    if (turn.id if turn else None) == believed:
        return turn
    if turn is None:
        raise Refused("stale", "That turn already ended: nobody has the floor now.")
    name = name_of(draft.state, turn.participant)
    said = "That turn already ended: " if believed is not None else ""
    raise Refused("stale", f"{said}{name} has the floor now.")


def own_or_facilitated(draft: Draft, believed: TurnId, *, or_led: bool = False) -> tuple[Turn, bool]:
    """The turn that is on, and whether its speaker sent the command; else a facilitator did (or with `or_led`
    whoever leads). Raises Refused (`stale`, `not_your_turn`).
    """
    turn = expect_turn(draft, believed)
    assert turn is not None, "a turn id was believed, so there is one"
    own = draft.sender() == turn.participant
    if not own and not (draft.by_leader() if or_led else draft.by_facilitator()):
        raise Refused("not_your_turn", f"{name_of(draft.state, turn.participant)} has the floor, not you.")
    return turn, own


def next_up(state: State) -> ParticipantId | None:
    """Whom the order sends to the floor now: the first who is ready, in a round whoever is to come."""
    if state.floor.mode is Mode.round and state.floor.round is not None:
        return next_in_round(state)
    hands = state.queue.hands
    return next((p for p in state.queue.order if p in hands and is_ready(state, hands[p])), None)


def limit_of(floor: Floor) -> int:
    """The limit of the turns to come; 0 is no clock."""
    if floor.out_of_balance:
        return 0
    return floor.limit_ms or (TIMED_MS if floor.mode is Mode.timed else 0)


def answers_hand(floor: Floor, interruption: Interruption | None) -> bool:
    """Whether a turn is what a hand asked for: in a round and in an interruption hands stay up."""
    return interruption is None and floor.mode is not Mode.round


def start_turn(
    draft: Draft,
    participant: ParticipantId,
    override: bool,
    *,
    at: int | None = None,
    limit_ms: int | None = None,
    interruption: Interruption | None = None,
    yielded: bool = False,
) -> None:
    """Give the floor; who goes before others by the order overtakes them, by an override nobody."""
    state = draft.state
    if state.floor.rest is not None:
        raise Refused("on_break", "It is a break. End the break, then go on.")
    overtaken: tuple[ParticipantId, ...] = ()
    hand = state.queue.hands.get(participant) if answers_hand(state.floor, interruption) else None
    if not override and hand is not None:
        everybody = ready_hands(state)
        if hand in everybody:
            overtaken = ordering.overtakes(hand, everybody)
    if state.floor.gap is not None:
        draft.emit(GapEnded())
    if hand is not None and hand.written is not None:
        limit_ms = 0
    if limit_ms is None:
        limit_ms = card.limit_ms(state.people.by_id[participant].card, limit_of(state.floor))
    draft.emit(
        TurnStarted(
            TurnId(f"t{state.floor.turns + 1}"),
            participant,
            limit_ms,
            override,
            overtaken,
            asks=hand.asks if hand is not None else Asks.new_point,
            started_at=at,
            interruption=interruption,
            yielded=yielded,
        )
    )


def start_next(draft: Draft, first: ParticipantId, at: int | None = None) -> None:
    """The floor goes to whom the order says; a place that was given by hand is an override."""
    start_turn(draft, first, override=draft.state.queue.whys.get(first) in BY_HAND, at=at)


def leave_gap(draft: Draft, at: int, then_next: bool) -> bool:
    """Leave the floor empty for a moment, where the room wants that; in a break it is empty anyway."""
    gap_ms = draft.state.floor.gap_ms
    leaves = gap_ms > 0 and draft.state.floor.rest is None
    if leaves:
        draft.emit(GapBegan(at, at + gap_ms, then_next))
    return leaves


@concept.decides(NextTurn)
def next_turn(draft: Draft, command: NextTurn) -> None:
    """Thank who speaks; the floor goes to whom the order says. With nobody waiting the turn just ends."""
    require_open(draft)
    turn = expect_turn(draft, command.after)
    if turn is not None:
        draft.emit(TurnEnded(turn.id, "thanked"))
        go_on_to_next(draft)
        return
    first = next_up(draft.state)
    if first is not None:
        start_next(draft, first)
    elif draft.state.floor.mode is Mode.round and draft.state.floor.round is not None:
        finish_round(draft)
    else:
        raise Refused("empty_queue", "Nobody is waiting who could speak now.")


def go_on_to_next(draft: Draft) -> None:
    """After a turn that ended: on with one that was set aside, else (after the gap) with the next."""
    if take_up(draft, draft.at):
        return
    first = next_up(draft.state)
    if first is None and draft.state.floor.mode is Mode.round and draft.state.floor.round is not None:
        finish_round(draft)
    elif not leave_gap(draft, draft.at, then_next=first is not None) and first is not None:
        start_next(draft, first)


def finish_round(draft: Draft) -> None:
    """All had their turn: back to the mode before."""
    going = draft.state.floor.round
    assert going is not None, "only a round that is on can end"
    draft.emit(RoundEnded())
    switch(draft, going.before)


@concept.decides(GiveFloor)
def give_floor(draft: Draft, command: GiveFloor) -> None:
    """Give the floor to somebody by hand; against the order it is an override, and shown as such."""
    require_open(draft)
    turn = expect_turn(draft, command.after)
    person = draft.participant(command.participant)
    if person.removed:
        raise Refused("removed", f"{person.name} has been taken out of the session.")
    if turn is not None and turn.participant == person.id:
        return
    order = draft.state.queue.order
    override = not order or order[0] != person.id or draft.state.queue.whys.get(person.id) in BY_HAND
    if turn is not None:
        draft.emit(TurnEnded(turn.id, "thanked"))
    start_turn(draft, person.id, override)


@concept.decides(EndTurn)
def end_turn(draft: Draft, command: EndTurn) -> None:
    """The speaker is done, or whoever leads says thanks."""
    turn, own = own_or_facilitated(draft, command.turn, or_led=True)
    draft.emit(TurnEnded(turn.id, "done" if own else "thanked"))
    if own and draft.state.floor.mode is Mode.round:
        go_on_to_next(draft)
    elif not take_up(draft, draft.at):
        leave_gap(draft, draft.at, then_next=False)


@concept.decides(PutBack)
def put_back(draft: Draft, command: PutBack) -> None:
    """The speaker is not ready after all: back into the queue, nothing lost."""
    turn = expect_turn(draft, command.turn)
    assert turn is not None, "a turn id was believed, so there is one"
    draft.emit(TurnEnded(turn.id, "put_back"))
    take_up(draft, draft.at)


@concept.decides(YieldTurn)
def yield_turn(draft: Draft, command: YieldTurn) -> None:
    """The speaker passes the floor on; by name only to who waits, and not on and on."""
    require_open(draft)
    turn, _ = own_or_facilitated(draft, command.turn)
    if command.to is None:
        draft.emit(TurnEnded(turn.id, "yielded"))
        go_on_to_next(draft)
        return
    person = draft.participant(command.to)
    hand = draft.state.queue.hands.get(person.id)
    if hand is None or not is_ready(draft.state, hand):
        raise Refused("not_allowed", f"{person.name} is not waiting to speak. Pass on to somebody who is.")
    if turn.yielded or turn.interruption is not None:
        raise Refused("not_allowed", "This turn can't be passed on by name. Say that you are done.")
    left_ms = turn.limit_ms + turn.extended_ms - turn.spent_ms(draft.at) if turn.limit_ms else 0
    draft.emit(TurnEnded(turn.id, "yielded"))
    start_turn(
        draft,
        person.id,
        override=True,
        limit_ms=max(LEAST_YIELDED_MS, left_ms) if turn.limit_ms else 0,
        yielded=True,
    )


@concept.evolves(TurnStarted)
def started(state: State, event: TurnStarted, recorded: Recorded) -> State:
    """The hand comes down, those overtaken are counted, and the floor hears the speaker."""
    floor = state.floor
    hand = state.queue.hands.get(event.participant) if answers_hand(floor, event.interruption) else None
    at = event.started_at if event.started_at is not None else recorded.at
    goes_on = hand is not None and hand.unfinished
    turn = Turn(
        id=event.turn,
        participant=event.participant,
        started_at=at,
        limit_ms=event.limit_ms,
        override=event.override,
        overtaken=event.overtaken,
        hand=hand,
        mode=floor.mode,
        asks=event.asks,
        interruption=event.interruption,
        yielded=event.yielded,
        reclaimed=goes_on,
        before=(floor.point, floor.replies),
    )
    if hand is not None:
        state = without_hand(shown(state, hand, at), event.participant)
    state = _overtaken(state, event.overtaken, 1)
    point, replies = floor.point, floor.replies
    if event.asks is Asks.new_point and event.interruption is None and not goes_on:
        point, replies = event.turn, 0
    elif event.asks is Asks.reply and hand is not None and hand.to == point:
        replies += 1
    going, told = floor.round, floor.told
    if floor.mode is Mode.round and going is not None and event.interruption is None:
        later = tuple(who for who in going.later if who != event.participant)
        going = going._replace(had=going.had | {event.participant}, later=later)
    if floor.mode is Mode.listening:
        told = told | {event.participant}
    floor = floor._replace(
        round=going,
        told=told,
        turn=turn,
        turns=floor.turns + 1,
        overrides=floor.overrides + event.override,
        given=(*floor.given, _given(turn)),
        point=point,
        replies=replies,
    )
    return heard(state._replace(floor=floor), at)


@concept.evolves(TurnEnded)
def ended(state: State, event: TurnEnded, recorded: Recorded) -> State:
    """The floor is free; who was put back waits again, not ready, as long as before."""
    turn = state.floor.turn
    at = event.ended_at if event.ended_at is not None else recorded.at
    if turn is None or turn.id != event.turn:
        # One that was set aside: it is not taken up any more.
        aside = tuple(one for one in state.floor.aside if one.id != event.turn)
        return state._replace(floor=state.floor._replace(aside=aside))
    over = turn._replace(ended_at=at, how=event.how)
    state = unheard(state, at)
    state = state._replace(floor=state.floor._replace(turn=None, last=over))
    if event.how == "put_back":
        hand = turn.hand or Hand(turn.participant, turn.started_at)
        state = with_hand(waits_again(state, hand), hand._replace(ready=False))
        given = tuple(
            one._replace(waited_ms=None) if one.turn == turn.id else one for one in state.floor.given
        )
        state = state._replace(floor=state.floor._replace(given=given))
    return state


def _given(turn: Turn) -> Given:
    """What is kept of a turn that begins."""
    hand = turn.hand
    goes_on = hand is not None and hand.unfinished
    waited_ms = turn.started_at - hand.asked_at if hand is not None and not goes_on else None
    why = ""
    if turn.interruption is not None:
        why = turn.interruption.value
    elif turn.override:
        why = "unfinished" if goes_on else "given"
    return Given(turn.id, turn.participant, waited_ms, why)


@concept.evolves(TurnCancelled)
def cancelled(state: State, event: TurnCancelled, _: Recorded) -> State:
    """As if it had never begun: no speech of the floor, the hand up, nobody overtaken."""
    turn = state.floor.turn
    assert turn is not None and turn.id == event.turn, "only the turn that is on can be cancelled"
    state = unheard(state, turn.started_at)
    point, replies = turn.before
    floor = state.floor._replace(
        turn=None,
        overrides=state.floor.overrides - turn.override,
        given=tuple(one for one in state.floor.given if one.turn != turn.id),
        point=point,
        replies=replies,
    )
    state = _overtaken(state._replace(floor=floor), turn.overtaken, -1)
    return with_hand(waits_again(state, turn.hand), turn.hand) if turn.hand is not None else state


@concept.evolves(TurnResumed)
def resumed(state: State, event: TurnResumed, recorded: Recorded) -> State:
    """As if it had never ended: the time between is the speaker's."""
    turn = state.floor.last
    assert turn is not None and turn.id == event.turn and turn.ended_at is not None, (
        "only the last turn can resume"
    )
    state = without_hand(state, turn.participant)
    floor = state.floor._replace(turn=turn._replace(ended_at=None, how=None), last=None)
    if floor.hears is not None:
        between = [(turn.participant, turn.ended_at, recorded.at)]
        state = state._replace(speech=state.speech.add(Source.floor, between))
    return heard(state._replace(floor=floor), recorded.at)


def heard(state: State, at: int) -> State:
    """The floor hears who has it, from `at` on."""
    speaker = state.floor.hears
    if speaker is None:
        return state
    return state._replace(speech=state.speech.start(speaker, Source.floor, at))


def unheard(state: State, at: int) -> State:
    """The floor hears nobody from `at` on."""
    speaker = state.floor.hears
    if speaker is None:
        return state
    return state._replace(speech=state.speech.stop(speaker, Source.floor, at))


def _overtaken(state: State, participants: tuple[ParticipantId, ...], by: int) -> State:
    hands = state.queue.hands
    if not any(p in hands for p in participants):
        return state
    counted = {
        who: hand._replace(overtaken=hand.overtaken + by) if who in participants else hand
        for who, hand in hands.items()
    }
    return state._replace(queue=state.queue._replace(hands=counted))
