"""Who sees what of concerns: all of them who the contact is; each author their own; the contact what was
written to their link. Nobody else learns so much as that there was one.
"""

from app.facilitation.concerns.contact import link_to
from app.facilitation.ids import LinkId, ParticipantId
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.state import State


def room_contact(state: State) -> JsonDict:
    """Who it is and how to reach them; empty where the room names nobody."""
    contact = state.concerns.contact
    if contact is None:
        return {}
    view: JsonDict = {
        "name": contact.name,
        "reach": contact.reach,
        "reads_here": contact.reader is not None,
    }
    link = link_to(contact.reach)
    if link is not None:
        view["link"] = link
    return view


def own_concerns(state: State, participant: ParticipantId) -> JsonDict:
    """What one wrote oneself, and whether it was read."""
    by_id: dict[str, Json] = {}
    for one in state.concerns.by_id.values():
        if one.author == participant:
            view: JsonDict = {"text": one.text, "named": one.named, "at": one.at}
            if one.read_at is not None:
                view["read_at"] = one.read_at
            by_id[one.id] = view
    return {"concerns": {"order": list[Json](by_id), "by_id": by_id}} if by_id else {}


def for_contact(state: State, link: LinkId) -> JsonDict:
    """What was written to one link, oldest first, and by whom where they said so."""
    written: list[Json] = []
    for one in state.concerns.by_id.values():
        if one.to == link:
            view: JsonDict = {"text": one.text, "at": one.at}
            if one.named:
                view["name"] = state.people.by_id[one.author].name
            written.append(view)
    contact = state.concerns.contact
    return {
        "session": {"name": state.session.name, "number": state.session.number},
        "current": contact is not None and contact.reader == link,
        "concerns": written,
    }
