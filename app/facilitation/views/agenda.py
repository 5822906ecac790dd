"""The agenda as everybody sees it; who is ready to move on is counted and never named."""

from app.facilitation.agenda import share_of
from app.facilitation.agenda_state import Item
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.state import State


def room_agenda(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    """`{"order", "by_id", "current"?, "ready", "share", "fixed", "fixed_by", "can_change"}`."""
    agenda = state.agenda
    by_id: dict[str, Json] = {item_id: _item(agenda.items[item_id]) for item_id in agenda.order}
    view: JsonDict = {
        "order": list(agenda.order),
        "by_id": by_id,
        "ready": len(agenda.ready),
        "share": share_of(state),
        "fixed": list(agenda.fixed),
        "fixed_by": list(agenda.fixed_by),
        "can_change": list(agenda.can_change),
    }
    if agenda.current is not None:
        view["current"] = agenda.current
    return view


def _item(item: Item) -> JsonDict:
    view: JsonDict = {
        "title": item.title,
        "length_ms": item.length_ms,
        "extended_ms": item.extended_ms,
        "rested_ms": item.rested_ms,
        "skipped": item.skipped,
    }
    if item.mode is not None:
        view["mode"] = item.mode.value
    if item.owner:
        view["owner"] = item.owner
    if item.started_at is not None:
        view["started_at"] = item.started_at
    if item.ended_at is not None:
        view["ended_at"] = item.ended_at
    return view
