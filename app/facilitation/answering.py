"""Answers that are hidden until all are shown: to a round of scoring, a check, a survey of resistance.

Who has a device answers alone. For somebody without one a facilitator types what they say; that must not
tell what was answered before, nor change what somebody answered by themself.
"""

from app.facilitation.draft import Draft
from app.facilitation.ids import ParticipantId
from app.facilitation.refusals import Refused
from app.facilitation.state import Participant


def giver(draft: Draft, participant: ParticipantId | None) -> Participant:
    """Whose answer it is. Raises Refused (`not_allowed`, `unknown_participant`)."""
    person = draft.participant(participant)
    if not person.counted:
        raise Refused("not_allowed", "Only participants answer; who facilitates or watches is not counted.")
    if typed(draft, person) and person.connections:
        raise Refused("not_allowed", f"{person.name} has a device here, and answers alone.")
    return person


def typed(draft: Draft, person: Participant) -> bool:
    """Whether somebody else types it. Then the same answer again is news, too: were it none, whoever types
    would learn which one it was.
    """
    return person.id != draft.sender()
