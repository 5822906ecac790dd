"""What is shown of such a vote: while it is open how many have answered; then all but who marked what."""

from app.facilitation.answering import FEWEST
from app.facilitation.ids import ParticipantId
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.picking.record import MOST_MARKS, Pick, Picks
from app.facilitation.state import State
from app.facilitation.views.sealed import closed_ones, open_one


def room_picks(state: State, was: State | None, before: JsonDict | None) -> JsonDict:
    """What all see."""
    picks = state.picks
    shown = before.get("by_id") if before is not None else None
    by_id = closed_ones(picks.by_id, was.picks.by_id if was is not None else None, shown, _closed)
    view: JsonDict = {"order": list(by_id), "by_id": by_id}
    if picks.now is not None:
        now = picks.now
        view["open"] = {
            "id": now.id,
            "ideas": list[Json](now.ideas),
            "most": MOST_MARKS,
            "opened_at": now.opened_at,
            **open_one(state, now),
        }
    return view


def _closed(pick: Pick) -> JsonDict:
    answered = len(pick.marks)
    few = answered < FEWEST
    counts = pick.counts()
    return {
        "closed_at": pick.closed_at or 0,
        "asked": pick.asked,
        "answered": answered,
        "left_out": pick.left_out,
        "early": answered < pick.asked,
        "too_few": few,
        "ideas": list[Json](pick.ideas),
        "marks": {} if few else {idea: counts[idea] for idea in pick.ideas},
        "chosen": list[Json](pick.chosen),
        "tied": list[Json](pick.tied),
        "free": pick.free,
    }


def own_pick(picks: Picks, participant: ParticipantId) -> JsonDict | None:
    """What one marked in the vote that is open."""
    marks = picks.now.marks.get(participant) if picks.now is not None else None
    return None if marks is None else {"ideas": list[Json](marks)}
