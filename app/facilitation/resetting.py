"""Taking back how a meeting is set: the agenda, a break, how the queue is ordered, the limit of turns and the
gap after them.

What was written or chosen before stands again. What happened meanwhile stands, too: an item that was begun is
begun, and time that was a break was one.
"""

from app.facilitation.draft import Draft
from app.facilitation.events import (
    AgendaSet,
    BreakEnded,
    BreakoutEnded,
    BreakoutStarted,
    BreakStarted,
    Event,
    GapSet,
    HandMoved,
    ItemExtended,
    ItemSkipped,
    PlannedItem,
    PolicySet,
    SessionEnded,
    TurnLimitSet,
)
from app.facilitation.modes import go_back, rest_until
from app.facilitation.refusals import Refused
from app.facilitation.state import State, Undoable

SETS: dict[type[object], str] = {
    AgendaSet: "agenda",
    BreakStarted: "rest",
    BreakEnded: "rest",
    PolicySet: "policy",
    TurnLimitSet: "limit",
    GapSet: "gap",
}
"""What is set by these events, as `undoing` names its kinds."""
FORGETS: dict[type[object], frozenset[str]] = {
    **{event: frozenset({kind}) for event, kind in SETS.items()},
    BreakoutStarted: frozenset({"rest"}),
    BreakoutEnded: frozenset({"rest"}),
    SessionEnded: frozenset(SETS.values()),
}


def was_set(before: State, event: Event, action: Undoable) -> tuple[str, Undoable] | None:
    """What takes an event back that set something, with its kind."""
    kind = SETS.get(type(event))
    if kind is None:
        return None
    action = action._replace(floor=before.floor)
    match event:
        case AgendaSet():
            items = (before.agenda.items[one] for one in before.agenda.order)
            return kind, action._replace(planned=tuple(one for one in items if one.started_at is None))
        case PolicySet():
            return kind, action._replace(moved=before.queue.moved)
        case _:
            return kind, action


def set_back(draft: Draft, what: str, action: Undoable) -> bool:
    """Set it as it was. False where it is none of these. Raises Refused (`undo_gone`)."""
    floor, now = action.floor, draft.state.floor
    if what not in SETS.values() or floor is None:
        return False
    match what:
        case "agenda":
            _plan_again(draft, action)
        case "rest" if action.do == "break.started":
            if now.rest is None:
                raise Refused("undo_gone", "The break is over already.")
            go_back(draft, taken_back=True)
        case "rest" if floor.rest is not None:
            until_at = floor.rest.until_at
            rest_until(draft, until_at if until_at is None or until_at > draft.at else None)
        case "policy":
            draft.emit(PolicySet(floor.policy, floor.sides))
            for who, place in action.moved:
                if who in draft.state.queue.hands:
                    draft.emit(HandMoved(who, place))
        case "limit":
            draft.emit(TurnLimitSet(floor.limit_ms))
        case "gap":
            draft.emit(GapSet(floor.gap_ms))
    return True


def _plan_again(draft: Draft, action: Undoable) -> None:
    """The items that were to come, each as it was, behind those that are begun."""
    begun = {one.id for one in draft.state.agenda.items.values() if one.started_at is not None}
    items = [one for one in action.planned if one.id not in begun]
    draft.emit(
        AgendaSet(tuple(PlannedItem(one.id, one.title, one.length_ms, one.mode, one.owner) for one in items))
    )
    for one in items:
        if one.skipped:
            draft.emit(ItemSkipped(one.id, True))
        if one.extended_ms:
            draft.emit(ItemExtended(one.id, one.extended_ms))
