"""What came of concerns. Who wrote one stands in the log, so that it goes when they are erased; facilitators
are told of none of these but the contact.
"""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import ConcernId, LinkId, ParticipantId
from app.facilitation.words import Contribution, Words


@dataclass(frozen=True, slots=True)
class ContactSet:
    """An empty name: nobody any more."""

    name: Words
    reach: Words
    kind: Literal["contact.set"] = "contact.set"


@dataclass(frozen=True, slots=True)
class ContactInvited:
    link: LinkId
    kind: Literal["contact.invited"] = "contact.invited"


@dataclass(frozen=True, slots=True)
class ContactCame:
    link: LinkId
    kind: Literal["contact.came"] = "contact.came"


@dataclass(frozen=True, slots=True)
class ConcernRaised:
    concern: ConcernId
    participant: ParticipantId
    text: Contribution
    named: bool
    to: LinkId
    kind: Literal["concern.raised"] = "concern.raised"


@dataclass(frozen=True, slots=True)
class ConcernTakenBack:
    concern: ConcernId
    kind: Literal["concern.taken_back"] = "concern.taken_back"


@dataclass(frozen=True, slots=True)
class ConcernsRead:
    """All that was written to this link so far."""

    link: LinkId
    kind: Literal["concern.read"] = "concern.read"
