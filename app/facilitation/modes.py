"""How the floor is shared: the modes, the break, and what becomes of what was under way when one changes."""

from dataclasses import replace

from app.facilitation.commands import EndBreak, SetMode, StartBreak
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    BreakEnded,
    BreakStarted,
    GapEnded,
    ModeSet,
    TurnPaused,
    TurnWentOn,
)
from app.facilitation.ids import Mode
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.session import require_open
from app.facilitation.state import Rest, State
from app.facilitation.switching import begin_round, switch

concept = Concept()

LONGEST_BREAK_MS = 24 * 3_600_000


@concept.decides(SetMode)
def set_mode(draft: Draft, command: SetMode) -> None:
    """Change how the floor is shared; what was under way is kept as far as the new mode knows it."""
    switch(draft, command.mode)
    if command.mode is Mode.round and draft.state.floor.round is None:
        require_open(draft)
        begin_round(draft)


@concept.decides(StartBreak)
def start_break(draft: Draft, command: StartBreak) -> None:
    """Everything stands: nobody is counted, nothing nudges, and the turn that is on waits."""
    require_open(draft)
    floor = draft.state.floor
    if not 0 <= command.length_ms <= LONGEST_BREAK_MS:
        raise Refused("malformed", "A break is up to a day long.")
    if floor.rest is None:
        rest_until(draft, draft.at + command.length_ms if command.length_ms else None)


def rest_until(draft: Draft, until_at: int | None) -> None:
    """A break, which is to last until then where that was said."""
    floor = draft.state.floor
    if floor.gap is not None:
        draft.emit(GapEnded())
    if floor.turn is not None and not floor.turn.pause:
        draft.emit(TurnPaused(floor.turn.id, "break"))
    draft.emit(BreakStarted(until_at))


@concept.decides(EndBreak)
def end_break(draft: Draft, _: EndBreak) -> None:
    """On where it stood."""
    require_open(draft)
    go_back(draft)


def go_back(draft: Draft, *, taken_back: bool = False) -> None:
    """A break ends, or was none."""
    if draft.state.floor.rest is None:
        return
    if draft.state.breakout.since_at is not None:
        raise Refused("on_break", "People are in their groups. Call them back, or end the groups.")
    draft.emit(BreakEnded(taken_back))
    turn = draft.state.floor.turn
    if turn is not None and turn.pause == "break":
        draft.emit(TurnWentOn(turn.id))


@concept.evolves(ModeSet)
def mode_set(state: State, event: ModeSet, recorded: Recorded) -> State:
    """In the modes with turns the floor covers everybody; listening and writing are out of balance."""
    floor = state.floor
    floor = floor._replace(
        mode=event.mode,
        before_round=floor.mode if event.mode is Mode.round else floor.before_round,
        told=frozenset() if event.mode is Mode.listening else floor.told,
        mode_since_at=recorded.at,
    )
    state = state._replace(floor=floor)
    if state.session.opened_at is None:
        return state
    speech = state.speech.floor_covers_all(recorded.at, floor.by_turns)
    return suspended(state._replace(speech=speech), recorded.at)


@concept.evolves(BreakStarted)
def break_started(state: State, event: BreakStarted, recorded: Recorded) -> State:
    """Nobody is counted from now on."""
    floor = state.floor._replace(rest=Rest(recorded.at, event.until_at))
    return suspended(state._replace(floor=floor), recorded.at)


@concept.evolves(BreakEnded)
def break_ended(state: State, event: BreakEnded, recorded: Recorded) -> State:
    """Counting goes on, and the break just taken is known."""
    rest = state.floor.rest
    rested_at = state.floor.rested_at if event.taken_back else recorded.at if rest is not None else None
    floor = state.floor._replace(rest=None, rested_at=rested_at)
    agenda, item = state.agenda, state.agenda.item
    if rest is not None and item is not None and item.started_at is not None:
        rested_ms = recorded.at - max(rest.since_at, item.started_at)
        item = replace(item, rested_ms=item.rested_ms + rested_ms)
        agenda = replace(agenda, items=agenda.with_item(item))
    return suspended(state._replace(floor=floor, agenda=agenda), recorded.at)


def suspended(state: State, at: int) -> State:
    """The balance stands, or moves again, as the floor is now; what was seen ahead rested on the old."""
    speech = state.speech.suspend(at, state.floor.out_of_balance)
    return state._replace(speech=speech, outlook=None)
