"""How the floor is shared: the modes, and what becomes of what was under way when one changes."""

from dataclasses import replace

from app.facilitation.commands import SetMode
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import GapEnded, ModeSet, TurnEnded
from app.facilitation.registry import Concept
from app.facilitation.state import State

concept = Concept()


@concept.decides(SetMode)
def set_mode(draft: Draft, command: SetMode) -> None:
    """Change how the floor is shared; what was under way is kept as far as the new mode knows it."""
    floor = draft.state.floor
    if command.mode is floor.mode:
        return
    if floor.gap is not None:
        draft.emit(GapEnded())
    for turn in (*((floor.turn,) if floor.turn is not None else ()), *floor.aside):
        draft.emit(TurnEnded(turn.id, "mode"))
    draft.emit(ModeSet(command.mode))


@concept.evolves(ModeSet)
def mode_set(state: State, event: ModeSet, recorded: Recorded) -> State:
    """In the modes with turns the floor covers everybody."""
    state = state._replace(floor=replace(state.floor, mode=event.mode))
    if state.session.opened_at is None:
        return state
    return state._replace(speech=state.speech.floor_covers_all(recorded.at, state.floor.by_turns))
