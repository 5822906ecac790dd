"""The contact for concerns: named by a facilitator, shown to everybody, and let in to read by a link that
opens once.

Why for people: whoever is treated badly in a meeting can seldom say so to whoever runs it. So the way leads
past the facilitators. They make the link, for nobody else is there to do it; but it opens a single time, so a
contact whose link has been opened by somebody else finds that out, and what was written to one contact is
never shown to the next.
"""

import re

from app.facilitation.commands import InviteContact, SetContact, WelcomeContact
from app.facilitation.concerns.record import Contact
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import ContactCame, ContactInvited, ContactSet
from app.facilitation.ids import LinkId
from app.facilitation.people import proper_name, same_name
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.sentences import sentences
from app.facilitation.state import State

concept = Concept()

LONGEST_REACH = 120
"""An address or a number, or a few words: it has to fit on a phone, and on the printed sheet."""

_MAIL = re.compile(r"[^\s@/:?#&]+@[^\s@/:?#&]+\.[^\s@/:?#&]+")
_NUMBER = re.compile(r"\+?[0-9][0-9 ()./-]{2,}")
_PAGE = re.compile(r"https?://[^\s\"<>]+")


def link_to(reach: str) -> str | None:
    """What a tap on it opens: a call, a mail or a page; None where it is words."""
    if _PAGE.fullmatch(reach):
        return reach
    if _MAIL.fullmatch(reach):
        return f"mailto:{reach}"
    if _NUMBER.fullmatch(reach):
        return "tel:" + re.sub(r"[^0-9+]", "", reach)
    return None


def require_contact(state: State) -> Contact:
    """The contact. Raises Refused (`no_contact`)."""
    contact = state.concerns.contact
    if contact is None:
        raise Refused("no_contact", "This room names nobody for concerns yet.")
    return contact


@concept.decides(SetContact)
def set_contact(draft: Draft, command: SetContact) -> None:
    """Name somebody, say anew how to reach them, or name nobody any more."""
    before = draft.state.concerns.contact
    if not command.name.strip():
        if before is not None:
            draft.emit(ContactSet("", ""))
        return
    name, reach = proper_name(command.name), sentences(command.reach, LONGEST_REACH)
    if before is None or (name, reach) != (before.name, before.reach):
        draft.emit(ContactSet(name, reach))


@concept.decides(InviteContact)
def invite(draft: Draft, _: InviteContact) -> None:
    """A link for the contact; one that nobody has opened yet opens nothing any more."""
    require_contact(draft.state)
    draft.emit(ContactInvited(LinkId(draft.arrival.new_id)))


@concept.decides(WelcomeContact)
def welcome(draft: Draft, command: WelcomeContact) -> None:
    """Whoever opened the newest link reads what is written from now on."""
    contact = draft.state.concerns.contact
    if contact is None or contact.invited != command.link:
        raise Refused("stale", "This link opens nothing (any more). Ask who sent it for a new one.")
    draft.emit(ContactCame(command.link))


@concept.evolves(ContactSet)
def was_set(state: State, event: ContactSet, _: Recorded) -> State:
    """Another person starts without a link; the same person, reached in another way, keeps theirs."""
    before = state.concerns.contact
    contact = None
    if event.name:
        contact = Contact(event.name, event.reach)
        if before is not None and same_name(before.name) == same_name(event.name):
            contact = before._replace(name=event.name, reach=event.reach)
    return _with(state, contact)


@concept.evolves(ContactInvited)
def invited(state: State, event: ContactInvited, _: Recorded) -> State:
    """The older link, if nobody has opened it, is over."""
    contact = state.concerns.contact
    return _with(state, contact._replace(invited=event.link) if contact is not None else None)


@concept.evolves(ContactCame)
def came(state: State, event: ContactCame, _: Recorded) -> State:
    """They read here."""
    contact = state.concerns.contact
    return _with(state, contact._replace(invited=None, reader=event.link) if contact is not None else None)


def _with(state: State, contact: Contact | None) -> State:
    """The state with this contact; none where the name was taken from the log since."""
    return state._replace(concerns=state.concerns._replace(contact=contact))
