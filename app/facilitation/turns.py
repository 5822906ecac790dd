"""A turn while it is on: its clock, more time or none, interruptions, and the gap after it."""

from app.facilitation.commands import (
    ExtendTurn,
    GoOn,
    Interrupt,
    PauseTurn,
    SetGap,
    SetTurnLimit,
    Unclock,
)
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    GapBegan,
    GapEnded,
    GapSet,
    TurnEnded,
    TurnExtended,
    TurnLimitSet,
    TurnPaused,
    TurnSetAside,
    TurnTakenUp,
    TurnUnclocked,
    TurnWentOn,
)
from app.facilitation.floor import (
    expect_turn,
    heard,
    name_of,
    next_up,
    own_or_facilitated,
    start_next,
    start_turn,
    unheard,
)
from app.facilitation.ids import Status
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.session import require_open
from app.facilitation.state import Gap, State, Turn
from app.facilitation.switching import take_up

concept = Concept()

LONGEST_LIMIT_MS = 3_600_000
LONGEST_EXTENSION_MS = 600_000
LONGEST_GAP_MS = 60_000
"""Waiting 3 s and more after a question brings more and longer answers, from more people (Rowe 1986);
interpreters are a sentence behind."""
INTERRUPTION_MS = 30_000
"""Time for one sentence; then the floor goes back by itself."""


@concept.decides(ExtendTurn)
def extend_turn(draft: Draft, command: ExtendTurn) -> None:
    """More time: facilitators as often as they like, the speaker once."""
    if not 0 < command.by_ms <= LONGEST_EXTENSION_MS:
        raise Refused("malformed", "A turn can be made up to 10 minutes longer at once.")
    turn, _ = own_or_facilitated(draft, command.turn)
    if not draft.by_facilitator() and turn.extended_ms:
        raise Refused("not_allowed", "You took more time once. Ask the facilitator for more.")
    if turn.limit_ms:
        draft.emit(TurnExtended(turn.id, command.by_ms))


@concept.decides(PauseTurn)
def pause_turn(draft: Draft, command: PauseTurn) -> None:
    """The clock stands for all, and nobody is heard by the turn."""
    turn = expect_turn(draft, command.turn)
    if turn is not None and not turn.pause:
        draft.emit(TurnPaused(turn.id, "pause"))


@concept.decides(GoOn)
def go_on(draft: Draft, command: GoOn) -> None:
    """The clock runs again."""
    if draft.state.floor.rest is not None:
        raise Refused("on_break", "It is a break. End the break, then go on.")
    turn = expect_turn(draft, command.turn)
    if turn is not None and turn.pause:
        draft.emit(TurnWentOn(turn.id))


@concept.decides(Unclock)
def unclock(draft: Draft, command: Unclock) -> None:
    """No clock for this turn."""
    turn = expect_turn(draft, command.turn)
    if turn is not None and turn.interruption is not None:
        raise Refused("not_allowed", "An interruption stays short. Give this person the floor instead.")
    if turn is not None and turn.limit_ms:
        draft.emit(TurnUnclocked(turn.id))


@concept.decides(SetTurnLimit)
def set_limit(draft: Draft, command: SetTurnLimit) -> None:
    """Change the limit of the turns to come."""
    if not 0 <= command.limit_ms <= LONGEST_LIMIT_MS:
        raise Refused("malformed", "A turn's limit is from 0 (no clock) to 60 minutes.")
    if command.limit_ms != draft.state.floor.limit_ms:
        draft.emit(TurnLimitSet(command.limit_ms))


@concept.decides(Interrupt)
def interrupt(draft: Draft, command: Interrupt) -> None:
    """Somebody comes in for a moment, logged with its reason; the turn that is on keeps its time."""
    require_open(draft)
    turn = expect_turn(draft, command.after)
    assert turn is not None, "a turn id was believed, so there is one"
    person = draft.participant(command.participant)
    if person.removed:
        raise Refused("removed", f"{person.name} has been taken out of the session.")
    if turn.participant == person.id:
        raise Refused("not_allowed", f"{person.name} has the floor already.")
    if turn.interruption is not None:
        raise Refused("not_allowed", f"{name_of(draft.state, turn.participant)} is speaking out of turn now.")
    draft.emit(TurnSetAside(turn.id))
    start_turn(draft, person.id, override=True, limit_ms=INTERRUPTION_MS, interruption=command.sort)


@concept.decides(SetGap)
def set_gap(draft: Draft, command: SetGap) -> None:
    """Another gap after the turns to come."""
    if not 0 <= command.gap_ms <= LONGEST_GAP_MS:
        raise Refused("malformed", "The gap after a turn is up to a minute long; 0 is none.")
    if command.gap_ms != draft.state.floor.gap_ms:
        draft.emit(GapSet(command.gap_ms))


def next_over(state: State) -> int | None:
    """When an interruption has had its time."""
    turn = state.floor.turn
    if turn is None or turn.interruption is None or state.session.status is not Status.open:
        return None
    return turn.over_at


@concept.wakes(next_over)
def give_back(draft: Draft, deadline: int) -> None:
    """The floor goes back to who was interrupted."""
    turn = draft.state.floor.turn
    assert turn is not None, "only a turn that is on has a deadline"
    draft.emit(TurnEnded(turn.id, "over", ended_at=deadline))
    take_up(draft, deadline)


def next_gap(state: State) -> int | None:
    """When the gap after a turn is over."""
    gap = state.floor.gap
    return gap.until_at if gap is not None and state.session.status is Status.open else None


@concept.wakes(next_gap)
def end_gap(draft: Draft, deadline: int) -> None:
    """The next one begins, if a next one was asked for."""
    gap = draft.state.floor.gap
    first = next_up(draft.state)
    draft.emit(GapEnded())
    if gap is not None and gap.then_next and first is not None:
        start_next(draft, first, at=deadline)


@concept.evolves(TurnLimitSet)
def limit_set(state: State, event: TurnLimitSet, _: Recorded) -> State:
    """The limit of the next turn."""
    return state._replace(floor=state.floor._replace(limit_ms=event.limit_ms))


@concept.evolves(TurnExtended)
def extended(state: State, event: TurnExtended, _: Recorded) -> State:
    """A later limit."""
    turn = _current(state, event.turn)
    return _with(state, turn._replace(extended_ms=turn.extended_ms + event.by_ms))


@concept.evolves(TurnUnclocked)
def unclocked(state: State, event: TurnUnclocked, _: Recorded) -> State:
    """No limit."""
    return _with(state, _current(state, event.turn)._replace(limit_ms=0))


@concept.evolves(TurnPaused)
def paused(state: State, event: TurnPaused, recorded: Recorded) -> State:
    """The clock stands since then; another reason does not begin anew."""
    turn = _current(state, event.turn)
    state = unheard(state, recorded.at)
    since_at = turn.paused_at if turn.paused_at is not None else recorded.at
    return _with(state, turn._replace(paused_at=since_at, pause=event.why))


@concept.evolves(TurnWentOn)
def went_on(state: State, event: TurnWentOn, recorded: Recorded) -> State:
    """The clock runs again."""
    turn = _running(_current(state, event.turn), recorded.at)
    return heard(_with(state, turn), recorded.at)


@concept.evolves(TurnSetAside)
def set_aside(state: State, event: TurnSetAside, recorded: Recorded) -> State:
    """It waits, and its clock stands."""
    turn = _current(state, event.turn)
    state = unheard(state, recorded.at)
    if turn.paused_at is None:
        turn = turn._replace(paused_at=recorded.at)
    floor = state.floor
    return state._replace(floor=floor._replace(turn=None, aside=(*floor.aside, turn)))


@concept.evolves(TurnTakenUp)
def taken_up(state: State, event: TurnTakenUp, _: Recorded) -> State:
    """It goes on where it stood; one that was paused by hand is paused still."""
    floor = state.floor
    turn = next(one for one in floor.aside if one.id == event.turn)
    if not turn.pause:
        turn = _running(turn, event.taken_up_at)
    aside = tuple(one for one in floor.aside if one.id != event.turn)
    return heard(state._replace(floor=floor._replace(turn=turn, aside=aside)), event.taken_up_at)


@concept.evolves(GapSet)
def gap_set(state: State, event: GapSet, _: Recorded) -> State:
    """From the next turn's end on."""
    return state._replace(floor=state.floor._replace(gap_ms=event.gap_ms))


@concept.evolves(GapBegan)
def gap_began(state: State, event: GapBegan, _: Recorded) -> State:
    """The floor is left empty."""
    gap = Gap(event.from_at, event.until_at, event.then_next)
    return state._replace(floor=state.floor._replace(gap=gap))


@concept.evolves(GapEnded)
def gap_ended(state: State, _: GapEnded, __: Recorded) -> State:
    """Open to the next."""
    return state._replace(floor=state.floor._replace(gap=None))


def _current(state: State, turn_id: str) -> Turn:
    turn = state.floor.turn
    assert turn is not None and turn.id == turn_id, "only the turn that is on changes"
    return turn


def _running(turn: Turn, at: int) -> Turn:
    if turn.paused_at is None:
        return turn
    stood_ms = max(0, at - turn.paused_at)
    return turn._replace(paused_at=None, pause="", paused_ms=turn.paused_ms + stood_ms)


def _with(state: State, turn: Turn) -> State:
    return state._replace(floor=state.floor._replace(turn=turn))
