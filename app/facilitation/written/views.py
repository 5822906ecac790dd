"""What is shown of written contributions: to all once they have the floor or an answer, before that to their
authors and to facilitators.
"""

from app.facilitation.ids import ParticipantId
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.state import State
from app.facilitation.written.record import Written

SHOWN = 20
"""The newest are on the screens; earlier ones are in the report's counts."""


def room_written(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    """What everybody reads, newest first."""
    seen = [one for one in state.writings.by_id.values() if one.seen]
    seen.sort(key=lambda one: one.shown_at or 0, reverse=True)
    shown = seen[:SHOWN]
    by_id: dict[str, Json] = {one.id: _seen(one) for one in shown}
    return {"order": [one.id for one in shown], "more": len(seen) - len(shown), "by_id": by_id}


def _seen(one: Written) -> JsonDict:
    view = _said(one)
    view["participant"] = one.author
    view["shown_at"] = one.shown_at or one.sent_at
    if one.answer:
        view["answer"] = one.answer
    return view


def _said(one: Written) -> JsonDict:
    view: JsonDict = {"text": one.text, "how": one.how.value}
    if one.reader is not None:
        view["reader"] = one.reader
    return view


def desk_written(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    """What waits, by whose it is, so that facilitators know what comes."""
    return {
        one.author: {"id": one.id, **_said(one)}
        for one in state.writings.by_id.values()
        if one.state == "waiting"
    }


def own_written(state: State, participant: ParticipantId) -> JsonDict:
    """One's own that waits."""
    hand = state.queue.hands.get(participant)
    if hand is None or hand.written is None:
        return {}
    return {"written": {"id": hand.written, **_said(state.writings.by_id[hand.written])}}
