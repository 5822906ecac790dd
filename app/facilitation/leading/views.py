"""What everybody sees of who leads: that the group does, what nudges ask it, or that it is offered to.

A nudge to the group says only of which kind it is, which agenda item it is about, and what can be done: no
name, no figure, no date. So it tells of past talk that somebody has not been heard for long, which is what it
is for, and not who; all else in the `room` stays the same whatever was said before.
"""

from app.facilitation.ids import ParticipantId
from app.facilitation.jsonable import JsonDict
from app.facilitation.leading.handing import accepted, needed
from app.facilitation.nudges.views import group_nudges
from app.facilitation.state import State


def room_lead(state: State, _: State | None, __: JsonDict | None) -> JsonDict:
    """`{}` while facilitators lead; `{"since_at", "nudges"}` while the group does; `{"offered_at",
    "accepted", "needed"}` while it is asked.
    """
    lead = state.lead
    if lead.since_at is not None:
        return {"since_at": lead.since_at, "nudges": group_nudges(state)}
    if lead.offered_at is not None:
        return {"offered_at": lead.offered_at, "accepted": accepted(state), "needed": needed(state)}
    return {}


def lead_from(state: State) -> tuple[object, ...]:
    """What it is made from."""
    lead = state.lead
    if lead.since_at is not None:
        # What a nudge offers hangs on where the meeting stands.
        return lead, state.nudges, state.floor.rest, state.agenda.current, state.session.status
    return (lead, state.people.by_id) if lead.offered_at is not None else (lead,)


def own_lead(state: State, participant: ParticipantId) -> JsonDict:
    """Whether one has said yes to what is offered."""
    return {"accepted_lead": True} if participant in state.lead.accepted else {}
