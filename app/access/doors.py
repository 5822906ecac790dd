"""The doors: a room's code, its facilitators' link, a device's link, an API key. What they show is checked
here, in a time that tells nothing; what somebody may do inside is for the core to say.
"""

from dataclasses import dataclass

from app.facilitation.actors import Device, Integrator
from app.facilitation.ids import DeviceId, DeviceScope, KeyId, ParticipantId, SessionId
from app.facilitation.refusals import Refused
from app.history import catalogue, credentials, keys
from app.history.database import Database
from app.history.tables import RoomRow, SessionRow


@dataclass(frozen=True, slots=True)
class Inside:
    """The room behind a door, and the session that it leads to now."""

    room: RoomRow
    session: SessionRow

    @property
    def session_id(self) -> SessionId:
        """The session's id, typed."""
        return SessionId(self.session.id)


async def by_code(database: Database, typed: str) -> Inside:
    """The door for everybody. Raises Refused (`wrong_code`, `no_session`)."""
    room = await catalogue.room_by_code(database, typed)
    if room is None:
        raise Refused(
            "wrong_code", "This code doesn't match a room. Check it, or ask your facilitator for the link."
        )
    return await _inside(database, room)


async def by_facilitator_link(database: Database, room_id: str, secret: str) -> Inside:
    """The facilitators' door. Raises Refused (`wrong_link`, `no_session`)."""
    room = await catalogue.room(database, room_id)
    if not await catalogue.is_facilitator_secret(database, room_id, secret) or room is None:
        raise Refused("wrong_link", "This link doesn't open the room. Ask who runs the server for a new one.")
    return await _inside(database, room)


async def _inside(database: Database, room: RoomRow) -> Inside:
    session = await catalogue.current_session(database, room.id)
    if session is None:
        raise Refused("no_session", "This room has no session yet. A facilitator starts one.")
    return Inside(room, session)


async def known_person(database: Database, session_id: SessionId, secret: str | None) -> ParticipantId | None:
    """Who holds a device's secret in this session; None where it is of no use here (an older session's,
    say).
    """
    if not secret:
        return None
    held = await credentials.holder(database, secret)
    if held is None or held.kind != "participant" or held.session_id != session_id:
        return None
    return ParticipantId(held.subject_id)


async def by_own_secret(database: Database, secret: str) -> tuple[SessionId, ParticipantId]:
    """The way back in for a person's own device. Raises Refused (`wrong_link`)."""
    held = await credentials.holder(database, secret)
    if held is None or held.kind != "participant":
        raise Refused("wrong_link", "This device is not known here (any more). Join with the room's code.")
    return SessionId(held.session_id), ParticipantId(held.subject_id)


async def by_device_link(database: Database, device_id: str, secret: str) -> tuple[SessionId, Device]:
    """The door of shared screens and helpers. Raises Refused (`wrong_link`)."""
    held = await credentials.holder(database, secret)
    if held is None or held.kind != "device" or held.subject_id != device_id:
        raise Refused("wrong_link", "This link is no longer valid. Ask your facilitator for a new one.")
    return SessionId(held.session_id), Device(DeviceId(held.subject_id), DeviceScope(held.scope))


async def by_ledger_link(database: Database, link_id: str, secret: str) -> SessionId:
    """The door of "You said, we did". Raises Refused (`wrong_link`)."""
    held = await credentials.holder(database, secret)
    if held is None or held.kind != "ledger" or held.subject_id != link_id:
        raise taken_back()
    return SessionId(held.session_id)


SHORTEST_OWN = 32
"""Characters of a secret that a page makes: nobody guesses 128 bits, in whatever letters they are written."""


def contacts_own(link_id: str, own: str) -> str:
    """What the contact's page made, as the secret of this link alone: it can be no other that is kept here.

    Raises Refused (`malformed`).
    """
    if len(own) < SHORTEST_OWN:
        raise Refused("malformed", f"`own` has to be at least {SHORTEST_OWN} random characters.")
    return f"{link_id} {own}"


async def by_contacts_own(database: Database, link_id: str, own: str) -> SessionId | None:
    """The contact's door once their link was opened; None where it was not by who has this secret."""
    held = await credentials.holder(database, contacts_own(link_id, own))
    return None if held is None or held.kind != "contact" else SessionId(held.session_id)


async def by_contact_link(database: Database, link_id: str, secret: str) -> SessionId:
    """The door of the contact for concerns, for one opening. Raises Refused (`wrong_link`)."""
    held = await credentials.holder(database, secret)
    if held is None or held.kind != "invited" or held.subject_id != link_id:
        raise opened_already()
    return SessionId(held.session_id)


def opened_already() -> Refused:
    """A contact's link that opens nothing: never, or not any more."""
    return Refused(
        "wrong_link",
        "A contact's link opens once, on one device: if that was not you, somebody else has opened it, or a "
        "newer one was made. Ask who sent it for a new one.",
    )


def taken_back() -> Refused:
    """A public link that opens nothing, or not any more: it is not told which."""
    return Refused("wrong_link", "This link does not open, or not any more. Ask who sent it for a new one.")


async def by_key(database: Database, secret: str) -> Integrator:
    """The integrators' door. Raises Refused (`bad_key`)."""
    found = await keys.key_of(database, secret)
    if found is None:
        raise Refused(
            "bad_key", "This API key is unknown or was revoked. Make one with `evenfloor key create`."
        )
    return Integrator(KeyId(found.id), frozenset(found.scopes))
