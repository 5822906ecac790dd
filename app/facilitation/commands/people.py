"""Commands about who is here."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import (
    BootId,
    ConnectionId,
    DeviceId,
    DeviceScope,
    ParticipantId,
    Place,
    Role,
)
from app.facilitation.words import Words


@dataclass(frozen=True, slots=True)
class Join:
    """Somebody came through the door (the server checked the code or the link)."""

    name: str
    place: Place
    role: Role = Role.participant
    watches: Words = ""
    do: Literal["participant.join"] = "participant.join"


@dataclass(frozen=True, slots=True)
class Knock:
    """Somebody has the code of a room that is locked (server)."""

    name: Words
    place: Place
    watches: Words = ""
    do: Literal["knock.make"] = "knock.make"


@dataclass(frozen=True, slots=True)
class AnswerKnock:
    """Let somebody in who knocked, or not (facilitators)."""

    participant: ParticipantId
    let_in: bool
    do: Literal["knock.answer"] = "knock.answer"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A person without a device, to be seated."""

    name: str
    place: Place = Place.in_room
    role: Role = Role.participant


@dataclass(frozen=True, slots=True)
class Seat:
    """Seat people without a device (from a pasted list, or by an integrator)."""

    people: tuple[Newcomer, ...]
    do: Literal["participant.seat"] = "participant.seat"


@dataclass(frozen=True, slots=True)
class Rename:
    """Change a name, one's own or (facilitators) anybody's."""

    participant: ParticipantId
    name: str
    do: Literal["participant.rename"] = "participant.rename"


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody is here in another way now."""

    participant: ParticipantId
    place: Place
    do: Literal["participant.move"] = "participant.move"


@dataclass(frozen=True, slots=True)
class SetRole:
    """Make somebody a co-facilitator, an observer … (facilitators; the last facilitator stays one).

    `watches`: why an observer is here; it stands beside their name.
    """

    participant: ParticipantId
    role: Role
    watches: Words = ""
    do: Literal["participant.set_role"] = "participant.set_role"


@dataclass(frozen=True, slots=True)
class SayWatching:
    """Say why an observer is here, for all to read (themself, or facilitators)."""

    participant: ParticipantId
    watches: Words
    do: Literal["participant.say_watching"] = "participant.say_watching"


@dataclass(frozen=True, slots=True)
class Remove:
    """Take somebody out; with `keep_out` their device cannot come back in."""

    participant: ParticipantId
    keep_out: bool = False
    do: Literal["participant.remove"] = "participant.remove"


@dataclass(frozen=True, slots=True)
class MergePeople:
    """Somebody stands twice in the room: `other` goes into `participant`, with all that either said, asked
    and answered, once, and the links of both lead there (facilitators). It cannot be taken back.
    """

    participant: ParticipantId
    other: ParticipantId
    do: Literal["participant.merge"] = "participant.merge"


@dataclass(frozen=True, slots=True)
class LetIn:
    """Let somebody who was removed come back."""

    participant: ParticipantId
    do: Literal["participant.let_in"] = "participant.let_in"


@dataclass(frozen=True, slots=True)
class MoveSeat:
    """Put somebody's seat at a place of the order round the table; 0 is first (facilitators). Rows, and
    rounds by seat, follow it; the number on the seat stays.
    """

    participant: ParticipantId
    to: int
    do: Literal["seat.move"] = "seat.move"


@dataclass(frozen=True, slots=True)
class SetPresence:
    """Say that a seated person has gone, or is back (facilitators)."""

    participant: ParticipantId
    here: bool
    do: Literal["participant.set_presence"] = "participant.set_presence"


@dataclass(frozen=True, slots=True)
class SetAway:
    """Say that one is away, or back; never guessed."""

    away: bool
    participant: ParticipantId | None = None
    do: Literal["participant.set_away"] = "participant.set_away"


@dataclass(frozen=True, slots=True)
class SetListening:
    """ "I'm listening": stay counted, not be nudged."""

    listening: bool
    participant: ParticipantId | None = None
    do: Literal["participant.set_listening"] = "participant.set_listening"


@dataclass(frozen=True, slots=True)
class OpenConnection:
    """A socket of a participant or a device came up on the node with this boot (server)."""

    connection: ConnectionId
    boot: BootId
    participant: ParticipantId | None = None
    device: DeviceId | None = None
    do: Literal["connection.open"] = "connection.open"


@dataclass(frozen=True, slots=True)
class CloseConnection:
    """A socket went away; its last sign of life was `since_at` (server)."""

    connection: ConnectionId
    since_at: int
    do: Literal["connection.close"] = "connection.close"


@dataclass(frozen=True, slots=True)
class CloseBoot:
    """The node with this boot is gone: every connection that it left open ended at `since_at` (server)."""

    boot: BootId
    since_at: int
    do: Literal["boot.close"] = "boot.close"


@dataclass(frozen=True, slots=True)
class AddDevice:
    """Add a shared screen or a helper's phone (facilitators); the answer's `made` is its id."""

    scope: DeviceScope
    name: str = ""
    do: Literal["device.add"] = "device.add"


@dataclass(frozen=True, slots=True)
class RevokeDevice:
    """Take a device's link back (facilitators)."""

    device: DeviceId
    do: Literal["device.revoke"] = "device.revoke"


@dataclass(frozen=True, slots=True)
class ErasePerson:
    """Erase what is known of somebody, for good: they become a pseudonym everywhere, and leave."""

    participant: ParticipantId | None = None
    do: Literal["person.erase"] = "person.erase"


@dataclass(frozen=True, slots=True)
class RedactWords:
    """Erase the words of one event, by its seq: they name somebody who asked for it (facilitators)."""

    at_seq: int
    do: Literal["words.redact"] = "words.redact"
