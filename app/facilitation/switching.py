"""From one mode to another: what was under way is kept, and taken up when its mode comes back."""

from app.facilitation.draft import Draft
from app.facilitation.events import (
    GapEnded,
    ModeSet,
    RoundEnded,
    RoundStarted,
    TurnEnded,
    TurnSetAside,
    TurnTakenUp,
)
from app.facilitation.ids import Mode
from app.facilitation.refusals import Refused
from app.facilitation.round_order import seats
from app.facilitation.state import Floor, Turn


def same_kind(one: Mode, other: Mode) -> bool:
    """Whether a turn of one mode makes sense in the other."""
    return one is other or {one, other} == {Mode.queue, Mode.timed}


def waits(floor: Floor) -> Turn | None:
    """The turn of this mode that was set aside last, and goes on when the floor is free."""
    return next((turn for turn in reversed(floor.aside) if same_kind(turn.mode, floor.mode)), None)


def take_up(draft: Draft, at: int) -> bool:
    """Let the turn go on that waits in this mode; else nothing."""
    floor = draft.state.floor
    turn = waits(floor)
    if floor.turn is not None or turn is None:
        return False
    draft.emit(TurnTakenUp(turn.id, at))
    return True


def switch(draft: Draft, mode: Mode) -> None:
    """To another mode. A turn of a mode of another kind waits until that comes back; where anybody may
    speak a turn means nothing, so it ends.
    """
    floor = draft.state.floor
    if mode is floor.mode:
        return
    if floor.gap is not None:
        draft.emit(GapEnded())
    if not same_kind(floor.mode, mode):
        turn = floor.turn
        if turn is not None and (Mode.open in (mode, floor.mode) or turn.interruption is not None):
            draft.emit(TurnEnded(turn.id, "mode"))
        elif turn is not None:
            draft.emit(TurnSetAside(turn.id))
        if mode is Mode.open:
            for one in draft.state.floor.aside:
                draft.emit(TurnEnded(one.id, "mode"))
    draft.emit(ModeSet(mode))
    take_up(draft, draft.at)


def begin_round(draft: Draft) -> None:
    """Everybody once, by their seats; the mode before comes back after it."""
    draft.emit(RoundStarted(seats(draft.state), "seat", draft.state.floor.before_round))


def take_back_round(draft: Draft, kept: Turn | None = None) -> None:
    """The round that is on is none; nor is a turn that was begun in it, other than `kept`.

    Raises Refused (`undo_gone`) where it is over.
    """
    floor = draft.state.floor
    if floor.round is None:
        raise Refused("undo_gone", "The round is over already.")
    begun = floor.turn is not None and (kept is None or kept.id != floor.turn.id)
    if floor.mode is Mode.round and floor.turn is not None and begun:
        draft.emit(TurnEnded(floor.turn.id, "mode"))
    draft.emit(RoundEnded())
