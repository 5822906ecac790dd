"""What becomes of a contribution with the hand that it waits with."""

from app.facilitation.state import Hand, State
from app.facilitation.written.record import with_written


def shown(state: State, hand: Hand | None, at: int) -> State:
    """It has the floor: everybody reads it."""
    if hand is None or hand.written is None:
        return state
    one = state.writings.by_id[hand.written]
    made = one._replace(state="shown", shown_at=at)
    return state._replace(writings=with_written(state.writings, made))


def waits_again(state: State, hand: Hand | None) -> State:
    """The hand is up as it was: it waits with it."""
    if hand is None or hand.written is None:
        return state
    one = state.writings.by_id[hand.written]
    made = one._replace(state="waiting", shown_at=None)
    return state._replace(writings=with_written(state.writings, made))


def withdrawn(state: State, hand: Hand | None) -> State:
    """The hand went down: whatever waited with it waits no more."""
    if hand is None or hand.written is None:
        return state
    one = state.writings.by_id[hand.written]
    if one.state != "waiting":
        return state
    return state._replace(writings=with_written(state.writings, one._replace(state="withdrawn")))
