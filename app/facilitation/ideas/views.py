"""What each reader sees of ideas: all the same words at the same moment, nobody whose they are until
an author says so.

Everything here goes through `order`, which was made by lot: the order in which ideas were written would tell
who was quick.
"""

from app.facilitation.ideas.record import Idea, Ideas, IdeaState, Remark
from app.facilitation.ids import IdeaId, ParticipantId
from app.facilitation.jsonable import Json, JsonDict


def room_ideas(ideas: Ideas) -> JsonDict:
    """What all see: the collection that is open, and every idea that has been shown."""
    view: JsonDict = {
        "order": list(ideas.order),
        "by_id": {idea: _shown(ideas.by_id[idea]) | _ways(ideas, idea) for idea in ideas.order},
        "shortlist": list(ideas.shortlist),
    }
    if ideas.collecting is not None:
        open_now = ideas.collecting
        collecting: JsonDict = {"id": open_now.id, "asks": open_now.asks, "opened_at": open_now.opened_at}
        if open_now.need is not None:
            collecting["need"] = open_now.need
        view["collecting"] = collecting
    if ideas.focus is not None:
        view["focus"] = ideas.focus
        view["focused_at"] = ideas.focused_at
    return view


def _shown(idea: Idea) -> JsonDict:
    view: JsonDict = {"what": idea.what.value, "state": idea.state.value}
    if idea.state is IdeaState.held_back:
        return view
    view["text"] = idea.text
    if idea.remarks:
        view["remarks"] = {
            "order": [remark.id for remark in idea.remarks],
            "by_id": {remark.id: _remark(remark) for remark in idea.remarks},
        }
    if idea.need is not None:
        view["need"] = idea.need
    if idea.parents:
        view["parents"] = [{"idea": parent, "took": took} for parent, took in idea.parents]
    if idea.earlier:
        view["earlier"] = list(idea.earlier)
    if idea.signed and idea.author is not None:
        view["by"] = idea.author
    if idea.heard:
        view["heard"] = {"text": idea.heard, "right": idea.heard_right}
    return view


def _ways(ideas: Ideas, need: IdeaId) -> JsonDict:
    return {"ways_asked": True} if need in ideas.asked_ways else {}


def _remark(remark: Remark) -> JsonDict:
    return {"what": remark.what.value, "text": remark.text}


def desk_ideas(ideas: Ideas) -> JsonDict:
    """What facilitators see besides: the words that they hold back, and why."""
    held: JsonDict = {
        idea: {"text": ideas.by_id[idea].text, "reason": ideas.by_id[idea].reason}
        for idea in ideas.order
        if ideas.by_id[idea].state is IdeaState.held_back
    }
    return {"held_back": held}


def own_ideas(ideas: Ideas, participant: ParticipantId) -> JsonDict:
    """One's own ideas, and those that one typed for somebody, in the order in which they were written."""
    own = [idea for idea in ideas.by_id.values() if idea.belongs_to(participant)]
    by_id: JsonDict = {idea.id: _own(idea, participant) | _signing(ideas, idea) for idea in own}
    return {"order": [idea.id for idea in own], "by_id": by_id}


def _signing(ideas: Ideas, idea: Idea) -> JsonDict:
    """Whether its author's name stands beside it, or may."""
    if idea.signed:
        return {"signed": True}
    may = idea.id in ideas.weighed and idea.author is not None and idea.state is not IdeaState.held_back
    return {"may_sign": True} if may else {}


def _own(idea: Idea, participant: ParticipantId) -> JsonDict:
    view: dict[str, Json] = {"what": idea.what.value, "state": idea.state.value, "text": idea.text}
    if idea.author is None:
        view["paper"] = True
    elif idea.author != participant:
        view["for"] = idea.author
    if idea.need is not None:
        view["need"] = idea.need
    if idea.reason:
        view["reason"] = idea.reason
    return view
