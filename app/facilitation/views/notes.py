"""The notes of the meeting as everybody reads them; who typed one stands beside none."""

from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.state import State

SHOWN = 50
"""The newest are on the screens, as of everything; the report has all."""


def room_notes(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    """The newest first, each with the item that was on, as everybody reads them."""
    notes = list(state.agenda.notes.values())[::-1]
    by_id: dict[str, Json] = {}
    for one in notes[:SHOWN]:
        view: JsonDict = {"text": one.text, "at": one.at}
        if one.item is not None and one.item in state.agenda.items:
            view["item"] = one.item
        by_id[one.id] = view
    return {"order": list[Json](by_id), "more": max(0, len(notes) - SHOWN), "by_id": by_id}


def reported_notes(state: State) -> list[Json]:
    """All of them as they were written, with what was on; nobody stands beside them."""
    notes: list[Json] = []
    for one in state.agenda.notes.values():
        view: JsonDict = {"at": one.at, "text": one.text}
        item = state.agenda.items.get(one.item) if one.item is not None else None
        if item is not None:
            view["item"] = item.title
        notes.append(view)
    return notes
