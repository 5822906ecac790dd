"""What the REST resources take: the body types, read as strictly as the live socket's frames."""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar, cast

from fastapi import Depends, Header, Request

from app.access.limits import MAX_BODY_BYTES
from app.facilitation.commands import ClockSpec, Newcomer
from app.facilitation.ids import (
    CommandId,
    DecisionId,
    DeviceId,
    DeviceScope,
    LinkId,
    Place,
    Purpose,
    SessionId,
    Setting,
)
from app.facilitation.refusals import Refused
from app.rooms.orders import random_id
from app.wire.codec import malformed, parse
from app.wire.malformed import Malformed
from app.wire.reading import Unreadable, reader
from app.wire.shapes import MAX_ID_CHARACTERS, Text, record_of

T = TypeVar("T")

THE_WALLS = ClockSpec()
"""The clock of a real meeting."""


@dataclass(frozen=True, slots=True)
class NewRoom:
    """A room, its first session, and people without a device who are seated in it at once."""

    name: str
    purpose: Purpose
    setting: Setting
    people: tuple[Newcomer, ...] = ()
    clock: ClockSpec = THE_WALLS
    practice: int = 0
    """So many simulated people come in, for a facilitator to practise with (3 to 12; 0: a real meeting)."""


@dataclass(frozen=True, slots=True)
class NewSession:
    """Another session in a room. `clock`: leave it out for a real meeting."""

    clock: ClockSpec = THE_WALLS


@dataclass(frozen=True, slots=True)
class Joining:
    """Come in by a room's code. With the secret of an earlier answer one is the same person again.

    `watches`: why one is here, for who comes to watch and not to take part; all read it beside the name.
    """

    code: str
    name: str
    place: Place
    watches: str = ""
    device_secret: str | None = None
    id: CommandId | None = None


@dataclass(frozen=True, slots=True)
class FacilitatorDoor:
    """Come in by the facilitators' link: its room and the secret behind its `#`."""

    room_id: str
    secret: str
    name: str
    place: Place | None = None
    device_secret: str | None = None
    id: CommandId | None = None


@dataclass(frozen=True, slots=True)
class DeviceDoor:
    """Come in as a shared screen or a helper's phone: its id and the secret behind the link's `#`."""

    device_id: DeviceId
    secret: str


@dataclass(frozen=True, slots=True)
class LinkDoor:
    """Open a link: its id and the secret behind its `#`."""

    link_id: LinkId
    secret: str


@dataclass(frozen=True, slots=True)
class ContactDoor:
    """Read what was written to the contact: the link's id, and a secret of one's own for this link, which
    opens it from its first opening on. That one alone needs the secret behind its `#`; both can be sent
    again.
    """

    link_id: LinkId
    own: str
    """At least 32 random characters, kept before they are sent."""
    secret: str = ""


@dataclass(frozen=True, slots=True)
class LookAgain:
    """A decision of another session of the room that is to be looked at again in this one."""

    session_id: SessionId
    decision: DecisionId
    id: CommandId | None = None


@dataclass(frozen=True, slots=True)
class NewLink:
    """A link to be made: a public one to "You said, we did", or the contact's for concerns."""

    id: CommandId | None = None


@dataclass(frozen=True, slots=True)
class ReturnDoor:
    """Come back as who this device was."""

    device_secret: str


@dataclass(frozen=True, slots=True)
class KeyDoor:
    """A token for the live socket, for whom the API key in the header stands."""

    session_id: SessionId


@dataclass(frozen=True, slots=True)
class NewDevice:
    """A shared screen or a helper's phone."""

    scope: DeviceScope
    name: str = ""
    id: CommandId | None = None


@dataclass(frozen=True, slots=True)
class Seats:
    """People without a device, to be seated."""

    people: tuple[Newcomer, ...]
    id: CommandId | None = None


@dataclass(frozen=True, slots=True)
class Search:
    """Words to look for in what people wrote."""

    words: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The room's code, from whoever means to delete it or a session of it."""

    code: str


@dataclass(frozen=True, slots=True)
class Keep:
    """How many days after its end a session is deleted. Left out: not before somebody deletes it."""

    days: int | None = None


BODIES: tuple[type, ...] = (
    NewRoom,
    NewSession,
    Joining,
    FacilitatorDoor,
    DeviceDoor,
    LinkDoor,
    ContactDoor,
    LookAgain,
    NewLink,
    ReturnDoor,
    KeyDoor,
    NewDevice,
    Seats,
    Search,
    Confirmed,
    Keep,
)


async def read_object(request: Request) -> dict[str, object]:
    """The JSON object of a request; an empty body is an empty object. Raises Refused."""
    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > MAX_BODY_BYTES:
        raise _too_large()
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > MAX_BODY_BYTES:
            raise _too_large()
    if not body:
        return {}
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json" and not kind.endswith("+json"):
        raise Refused("not_json", "Send the body as JSON, with the header Content-Type: application/json.")
    return parse(bytes(body))


def _too_large() -> Refused:
    return Refused("too_large", f"The body is larger than {MAX_BODY_BYTES:,} bytes. Send it in parts.")


def _reader(kind: type[T]) -> Callable[[Request], Awaitable[T]]:
    read = reader(record_of(kind), bounded=True)

    async def dependency(request: Request) -> T:
        value = await read_object(request)
        try:
            return cast("T", read(value))
        except Unreadable as unreadable:
            raise malformed(unreadable, "the body") from None

    return dependency


def body(kind: type[T]) -> Any:
    """A dependency that reads the request's body as this type. Raises Malformed, Refused."""
    return Depends(_reader(kind))


_read_id = reader(Text(MAX_ID_CHARACTERS), bounded=True)


def servers_id(given: CommandId, *asked: object) -> CommandId:
    """The id under which the server itself applies once what a caller asked with this id.

    The server sends for everybody: of two callers with one id, or one who asks something else by it, the
    second must not get the answer, and with it the seat, of the first.
    """
    return CommandId(hashlib.blake2b(repr((given, *asked)).encode(), digest_size=16).hexdigest())


def command_id(given: object, header: str | None) -> CommandId:
    """The id under which a command is applied once: the body's `id`, else the header's, else a new one.

    Raises Malformed.
    """
    named = given if given is not None else header
    if named is None:
        return CommandId(random_id())
    try:
        text = cast("str", _read_id(named))
    except Unreadable as unreadable:
        unreadable.path.append("id" if given is not None else "Idempotency-Key")
        raise malformed(unreadable, "the request") from None
    if not text:
        raise Malformed("malformed", "The id is empty. Leave it out, or give one that you never use twice.")
    return CommandId(text)


IdempotencyKey = Annotated[
    str | None,
    Header(
        alias="Idempotency-Key",
        description="Your own id of this request, never used twice (if the body has no `id`). Sent again, "
        "the request is applied once and answered the same.",
    ),
]
