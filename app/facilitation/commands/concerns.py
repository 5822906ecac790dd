"""Commands about concerns: what goes to a named contact, past everybody here."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import ConcernId, LinkId
from app.facilitation.words import Contribution, Words


@dataclass(frozen=True, slots=True)
class SetContact:
    """Name whom people turn to with a concern (facilitators), and how to reach them: a telephone number, an
    e-mail address, a page, or words. It need be nobody of this session. An empty name: nobody any more.
    """

    name: Words
    reach: Words = ""
    do: Literal["contact.set"] = "contact.set"


@dataclass(frozen=True, slots=True)
class InviteContact:
    """Make a link by which the contact reads concerns (facilitators); the answer's `made` is its id. It opens
    once, and an older one that nobody has opened opens no more. Its secret comes from the REST address
    `concern-links` alone.
    """

    do: Literal["contact.invite"] = "contact.invite"


@dataclass(frozen=True, slots=True)
class WelcomeContact:
    """The contact's link was opened (server)."""

    link: LinkId
    do: Literal["contact.welcome"] = "contact.welcome"


@dataclass(frozen=True, slots=True)
class RaiseConcern:
    """Write to the contact, and to nobody else. `named`: they are told who writes."""

    text: Contribution
    named: bool = False
    do: Literal["concern.raise"] = "concern.raise"


@dataclass(frozen=True, slots=True)
class TakeBackConcern:
    """Take one's own concern back: its words are erased, also from the log."""

    concern: ConcernId
    do: Literal["concern.take_back"] = "concern.take_back"


@dataclass(frozen=True, slots=True)
class ReadConcerns:
    """The contact's page has shown what was written to it (server)."""

    link: LinkId
    do: Literal["concern.read"] = "concern.read"
