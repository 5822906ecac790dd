"""The floor: whose turn it is, how turns begin and end, and in which mode the floor is shared."""

from dataclasses import replace

from app.facilitation import card, ordering
from app.facilitation.commands import (
    EndTurn,
    ExtendTurn,
    GiveFloor,
    NextTurn,
    PutBack,
    SetMode,
    SetTurnLimit,
)
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    ModeSet,
    TurnCancelled,
    TurnEnded,
    TurnExtended,
    TurnLimitSet,
    TurnResumed,
    TurnStarted,
)
from app.facilitation.ids import Mode, ParticipantId, TurnId
from app.facilitation.queue import is_ready, ready_hands, with_hand, without_hand
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.session import require_open
from app.facilitation.speech import Source
from app.facilitation.state import Hand, State, Turn

concept = Concept()

LONGEST_LIMIT_MS = 3_600_000
LONGEST_EXTENSION_MS = 600_000


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


def start_turn(draft: Draft, participant: ParticipantId, override: bool) -> None:
    """Give the floor; who goes before others by the order overtakes them, by an override nobody."""
    state = draft.state
    overtaken: tuple[ParticipantId, ...] = ()
    if not override and participant in state.queue.hands:
        served, everybody = state.queue.hands[participant], ready_hands(state)
        if served in everybody:
            overtaken = ordering.overtakes(served, everybody)
    number = state.floor.turns + 1
    limit_ms = card.limit_ms(state.people.by_id[participant].card, state.floor.limit_ms)
    draft.emit(TurnStarted(TurnId(f"t{number}"), participant, limit_ms, override, overtaken))


@concept.decides(NextTurn)
def next_turn(draft: Draft, command: NextTurn) -> None:
    """Thank who speaks; the floor goes to whom the order says. With nobody waiting the turn just ends."""
    require_open(draft)
    turn = expect_turn(draft, command.after)
    state = draft.state
    first = next(
        (p for p in state.queue.order if p in state.queue.hands and is_ready(state, state.queue.hands[p])),
        None,
    )
    if first is None and turn is None:
        raise Refused("empty_queue", "Nobody is waiting who could speak now.")
    if turn is not None:
        draft.emit(TurnEnded(turn.id, "thanked"))
    if first is not None:
        start_turn(draft, first, override=state.queue.whys.get(first) == "moved")


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
    override = not order or order[0] != person.id or draft.state.queue.whys.get(person.id) == "moved"
    if turn is not None:
        draft.emit(TurnEnded(turn.id, "thanked"))
    start_turn(draft, person.id, override)


@concept.decides(EndTurn)
def end_turn(draft: Draft, command: EndTurn) -> None:
    """The speaker is done, or a facilitator says thanks."""
    turn = expect_turn(draft, command.turn)
    assert turn is not None, "a turn id was believed, so there is one"
    own = draft.sender() == turn.participant
    if not own and not draft.by_facilitator():
        raise Refused("not_your_turn", f"{name_of(draft.state, turn.participant)} has the floor, not you.")
    draft.emit(TurnEnded(turn.id, "done" if own else "thanked"))


@concept.decides(PutBack)
def put_back(draft: Draft, command: PutBack) -> None:
    """The speaker is not ready after all: back into the queue, nothing lost."""
    turn = expect_turn(draft, command.turn)
    assert turn is not None, "a turn id was believed, so there is one"
    draft.emit(TurnEnded(turn.id, "put_back"))


@concept.decides(ExtendTurn)
def extend_turn(draft: Draft, command: ExtendTurn) -> None:
    """More time: facilitators as often as they like, the speaker once."""
    turn = expect_turn(draft, command.turn)
    assert turn is not None, "a turn id was believed, so there is one"
    if not 0 < command.by_ms <= LONGEST_EXTENSION_MS:
        raise Refused("malformed", "A turn can be made up to 10 minutes longer at once.")
    if not draft.by_facilitator():
        if draft.sender() != turn.participant:
            raise Refused(
                "not_your_turn", f"{name_of(draft.state, turn.participant)} has the floor, not you."
            )
        if turn.extended_ms:
            raise Refused("not_allowed", "You took more time once. Ask the facilitator for more.")
    if turn.limit_ms:
        draft.emit(TurnExtended(turn.id, command.by_ms))


@concept.decides(SetMode)
def set_mode(draft: Draft, command: SetMode) -> None:
    """Change how the floor is shared; what was under way is kept as far as the new mode knows it."""
    if command.mode is draft.state.floor.mode:
        return
    turn = draft.state.floor.turn
    if turn is not None:
        draft.emit(TurnEnded(turn.id, "mode"))
    draft.emit(ModeSet(command.mode))


@concept.decides(SetTurnLimit)
def set_limit(draft: Draft, command: SetTurnLimit) -> None:
    """Change the limit of the turns to come."""
    if not 0 <= command.limit_ms <= LONGEST_LIMIT_MS:
        raise Refused("malformed", "A turn's limit is from 0 (no clock) to 60 minutes.")
    if command.limit_ms != draft.state.floor.limit_ms:
        draft.emit(TurnLimitSet(command.limit_ms))


@concept.evolves(ModeSet)
def mode_set(state: State, event: ModeSet, recorded: Recorded) -> State:
    """In queue mode the floor covers everybody."""
    state = state._replace(floor=replace(state.floor, mode=event.mode))
    if state.session.opened_at is None:
        return state
    return state._replace(speech=state.speech.floor_covers_all(recorded.at, event.mode is Mode.queue))


@concept.evolves(TurnLimitSet)
def limit_set(state: State, event: TurnLimitSet, _: Recorded) -> State:
    """The limit of the next turn."""
    return state._replace(floor=replace(state.floor, limit_ms=event.limit_ms))


@concept.evolves(TurnStarted)
def started(state: State, event: TurnStarted, recorded: Recorded) -> State:
    """The hand comes down, those overtaken are counted, and the floor hears the speaker."""
    hand = state.queue.hands.get(event.participant)
    turn = Turn(
        id=event.turn,
        participant=event.participant,
        started_at=recorded.at,
        limit_ms=event.limit_ms,
        override=event.override,
        overtaken=event.overtaken,
        hand=hand,
    )
    state = _overtaken(without_hand(state, event.participant), event.overtaken, 1)
    floor = replace(
        state.floor,
        turn=turn,
        turns=state.floor.turns + 1,
        overrides=state.floor.overrides + event.override,
    )
    speech = state.speech
    if floor.mode is Mode.queue:
        speech = speech.start(event.participant, Source.floor, recorded.at)
    return state._replace(floor=floor, speech=speech)


@concept.evolves(TurnEnded)
def ended(state: State, event: TurnEnded, recorded: Recorded) -> State:
    """The floor is free; who was put back waits again, not ready, as long as before."""
    turn = state.floor.turn
    assert turn is not None and turn.id == event.turn, "only the turn that is on can end"
    over = replace(turn, ended_at=recorded.at, how=event.how)
    speech = state.speech
    if state.floor.mode is Mode.queue:
        speech = speech.stop(turn.participant, Source.floor, recorded.at)
    state = state._replace(floor=replace(state.floor, turn=None, last=over), speech=speech)
    if event.how == "put_back":
        hand = turn.hand or Hand(turn.participant, turn.started_at)
        state = with_hand(state, replace(hand, ready=False))
    return state


@concept.evolves(TurnExtended)
def extended(state: State, event: TurnExtended, _: Recorded) -> State:
    """A later limit."""
    turn = state.floor.turn
    assert turn is not None and turn.id == event.turn, "only the turn that is on can be extended"
    turn = replace(turn, extended_ms=turn.extended_ms + event.by_ms)
    return state._replace(floor=replace(state.floor, turn=turn))


@concept.evolves(TurnCancelled)
def cancelled(state: State, event: TurnCancelled, _: Recorded) -> State:
    """As if it had never begun: no speech of the floor, the hand up, nobody overtaken."""
    turn = state.floor.turn
    assert turn is not None and turn.id == event.turn, "only the turn that is on can be cancelled"
    speech = state.speech
    if state.floor.mode is Mode.queue:
        speech = speech.stop(turn.participant, Source.floor, turn.started_at)
    overrides = state.floor.overrides - turn.override
    state = state._replace(floor=replace(state.floor, turn=None, overrides=overrides), speech=speech)
    state = _overtaken(state, turn.overtaken, -1)
    return with_hand(state, turn.hand) if turn.hand is not None else state


@concept.evolves(TurnResumed)
def resumed(state: State, event: TurnResumed, recorded: Recorded) -> State:
    """As if it had never ended: the time between is the speaker's."""
    turn = state.floor.last
    assert turn is not None and turn.id == event.turn and turn.ended_at is not None, (
        "only the last turn can resume"
    )
    speech = state.speech
    if state.floor.mode is Mode.queue:
        speech = speech.add(Source.floor, [(turn.participant, turn.ended_at, recorded.at)])
        speech = speech.start(turn.participant, Source.floor, recorded.at)
    state = without_hand(state, turn.participant)
    floor = replace(state.floor, turn=replace(turn, ended_at=None, how=None), last=None)
    return state._replace(floor=floor, speech=speech)


def _overtaken(state: State, participants: tuple[ParticipantId, ...], by: int) -> State:
    hands = state.queue.hands
    if not any(p in hands for p in participants):
        return state
    counted = {
        who: replace(hand, overtaken=hand.overtaken + by) if who in participants else hand
        for who, hand in hands.items()
    }
    return state._replace(queue=replace(state.queue, hands=counted))
