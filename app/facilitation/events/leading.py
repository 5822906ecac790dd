"""What came of who leads the session."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import ParticipantId


@dataclass(frozen=True, slots=True)
class LeadOffered:
    """No facilitator has been here for a while: the group is asked whether it wants to lead itself."""

    kind: Literal["lead.offered"] = "lead.offered"


@dataclass(frozen=True, slots=True)
class LeadAccepted:
    """Somebody said yes to it; counted, never named."""

    participant: ParticipantId
    kind: Literal["lead.accepted"] = "lead.accepted"


@dataclass(frozen=True, slots=True)
class LeadHandedOver:
    """The group leads itself; `by` whom it was decided."""

    by: Literal["facilitator", "group"]
    kind: Literal["lead.handed_over"] = "lead.handed_over"


@dataclass(frozen=True, slots=True)
class LeadTakenOver:
    kind: Literal["lead.taken_over"] = "lead.taken_over"
