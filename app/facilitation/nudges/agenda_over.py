"""`agenda_over`: the item that is on is past its time. It never ends by itself: the group may want it so."""

from app.facilitation.agenda_state import Item
from app.facilitation.nudges.actions import FIVE_MORE, NEXT_ITEM
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.record import Nudge
from app.facilitation.nudges.rule import Finding, ForGroup, Held, Rule, not_heard_since
from app.facilitation.state import State


def _due_at(item: Item) -> int | None:
    """When its time is up; breaks are not part of it."""
    if item.started_at is None or not item.length_ms:
        return None
    return item.started_at + item.rested_ms + item.length_ms + item.extended_ms


def holding(state: State) -> tuple[Held, ...]:
    """The item that is on, from when its time is up."""
    item = state.agenda.item
    due_at = _due_at(item) if item is not None else None
    if item is None or due_at is None:
        return ()
    return (Held((None, item.id), due_at + state.nudges.thresholds.item_grace_ms),)


def rests_on(state: State) -> tuple[object, ...]:
    """The agenda."""
    return state.agenda, state.nudges.thresholds


def find(look: Look) -> tuple[Finding, ...]:
    """The item that is on, if it is over its time."""
    item = look.state.agenda.item
    due_at = _due_at(item) if item is not None else None
    if item is None or due_at is None or look.at < due_at + look.thresholds.item_grace_ms:
        return ()
    facts = (("over_ms", look.at - due_at), ("length_ms", item.length_ms + item.extended_ms))
    return (Finding(None, facts, item.id),)


def actions(state: State, nudge: Nudge) -> tuple[str, ...]:
    """On to the next, or five more minutes, while it is still that item."""
    return (NEXT_ITEM, FIVE_MORE) if state.agenda.current == nudge.about else ()


RULE = Rule(
    kind="agenda_over",
    find=find,
    actions=actions,
    holding=holding,
    of=("agenda",),
    rests_on=rests_on,
    left_in_peace=not_heard_since("agenda_over"),
    # On to the next it goes when enough of them are ready, and not by one tap.
    for_group=ForGroup(frozenset({FIVE_MORE})),
)
