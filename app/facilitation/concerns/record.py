"""What the session holds of its contact for concerns, and of concerns."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from app.facilitation.ids import ConcernId, LinkId, ParticipantId


class Contact(NamedTuple):
    """To whom one can turn, and how; and the link by which they read what is written here."""

    name: str
    reach: str
    """A telephone number, an e-mail address, a page, or words such as "at the front desk"."""
    invited: LinkId | None = None
    """The newest link that was made for them, which nobody has opened yet."""
    reader: LinkId | None = None
    """The link that was opened: to it goes what is written from now on."""


class Concern(NamedTuple):
    """What somebody wrote to the contact."""

    id: ConcernId
    author: ParticipantId
    text: str
    named: bool
    """The contact is told who wrote it."""
    to: LinkId
    """Whose link reads it: never another's, whoever is named as the contact later."""
    at: int
    seq: int
    """Where it stands in the log, to be blanked there when its author takes it back."""
    read_at: int | None = None


class Concerns(NamedTuple):
    """The contact, and what was written, in the order in which it came."""

    contact: Contact | None = None
    by_id: Mapping[ConcernId, Concern] = MappingProxyType({})
