"""The types of what the server shows of the contact for concerns, and of concerns."""

from typing import NotRequired, TypedDict

from app.facilitation.ids import ConcernId


class ContactView(TypedDict, total=False):
    """Whom people turn to with a concern; empty where nobody is named. `reach` says how, `link` is what a tap
    on it opens; `reads_here`: what is written here goes to them.
    """

    name: str
    reach: str
    link: str
    reads_here: bool


class OwnConcernView(TypedDict):
    """What one wrote. `named`: the contact is told who; `read_at`: when their page showed it."""

    text: str
    named: bool
    at: int
    read_at: NotRequired[int]


class OwnConcernsView(TypedDict):
    """All that one wrote, oldest first."""

    order: list[ConcernId]
    by_id: dict[str, OwnConcernView]


class ConcernView(TypedDict):
    """What somebody wrote, and their name where they gave it."""

    text: str
    at: int
    name: NotRequired[str]


class ConcernsSession(TypedDict):
    """The meeting in which it was written."""

    name: str
    number: int


class ConcernsView(TypedDict):
    """The contact's page. `current`: what is written from now on comes here."""

    session: ConcernsSession
    current: bool
    concerns: list[ConcernView]
