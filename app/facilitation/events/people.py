"""What came of people, their sockets and devices."""

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
class ParticipantJoined:
    participant: ParticipantId
    name: Words
    role: Role
    place: Place
    seated: bool
    watches: Words = ""
    kind: Literal["participant.joined"] = "participant.joined"


@dataclass(frozen=True, slots=True)
class ParticipantRenamed:
    participant: ParticipantId
    name: Words
    kind: Literal["participant.renamed"] = "participant.renamed"


@dataclass(frozen=True, slots=True)
class ParticipantsMerged:
    """`other` was `participant` all along."""

    participant: ParticipantId
    other: ParticipantId
    kind: Literal["participant.merged"] = "participant.merged"


@dataclass(frozen=True, slots=True)
class ParticipantMoved:
    participant: ParticipantId
    place: Place
    kind: Literal["participant.moved"] = "participant.moved"


@dataclass(frozen=True, slots=True)
class RoleSet:
    participant: ParticipantId
    role: Role
    watches: Words = ""
    kind: Literal["participant.role_set"] = "participant.role_set"


@dataclass(frozen=True, slots=True)
class Knocked:
    """`participant`: who they will be, if they are let in."""

    participant: ParticipantId
    name: Words
    place: Place
    watches: Words
    kind: Literal["knock.made"] = "knock.made"


@dataclass(frozen=True, slots=True)
class KnockEnded:
    participant: ParticipantId
    how: Literal["let_in", "turned_away", "lapsed"]
    kind: Literal["knock.ended"] = "knock.ended"


@dataclass(frozen=True, slots=True)
class WatchingSaid:
    participant: ParticipantId
    watches: Words
    kind: Literal["participant.watching_said"] = "participant.watching_said"


@dataclass(frozen=True, slots=True)
class SeatMoved:
    participant: ParticipantId
    to: int
    kind: Literal["seat.moved"] = "seat.moved"


@dataclass(frozen=True, slots=True)
class ParticipantRemoved:
    participant: ParticipantId
    keep_out: bool
    kind: Literal["participant.removed"] = "participant.removed"


@dataclass(frozen=True, slots=True)
class ParticipantLetIn:
    participant: ParticipantId
    kind: Literal["participant.let_in"] = "participant.let_in"


@dataclass(frozen=True, slots=True)
class PresenceSet:
    """A seated person has gone or is back, as a facilitator said."""

    participant: ParticipantId
    here: bool
    kind: Literal["participant.presence_set"] = "participant.presence_set"


@dataclass(frozen=True, slots=True)
class AwaySet:
    participant: ParticipantId
    away: bool
    kind: Literal["participant.away_set"] = "participant.away_set"


@dataclass(frozen=True, slots=True)
class ListeningSet:
    participant: ParticipantId
    listening: bool
    kind: Literal["participant.listening_set"] = "participant.listening_set"


@dataclass(frozen=True, slots=True)
class NudgingSet:
    participant: ParticipantId
    nudged: bool
    kind: Literal["participant.nudging_set"] = "participant.nudging_set"


@dataclass(frozen=True, slots=True)
class ConnectionOpened:
    connection: ConnectionId
    boot: BootId
    participant: ParticipantId | None
    device: DeviceId | None
    kind: Literal["connection.opened"] = "connection.opened"


@dataclass(frozen=True, slots=True)
class ConnectionClosed:
    connection: ConnectionId
    since_at: int
    kind: Literal["connection.closed"] = "connection.closed"


@dataclass(frozen=True, slots=True)
class ParticipantLapsed:
    """The grace after the last connection is over: absent from `since_at` on."""

    participant: ParticipantId
    since_at: int
    kind: Literal["participant.lapsed"] = "participant.lapsed"


@dataclass(frozen=True, slots=True)
class DeviceAdded:
    device: DeviceId
    scope: DeviceScope
    name: Words
    kind: Literal["device.added"] = "device.added"


@dataclass(frozen=True, slots=True)
class DeviceRevoked:
    device: DeviceId
    kind: Literal["device.revoked"] = "device.revoked"


@dataclass(frozen=True, slots=True)
class PersonErased:
    """What somebody was called, and what they wrote, is gone from the log; they have left for good."""

    participant: ParticipantId
    kind: Literal["person.erased"] = "person.erased"


@dataclass(frozen=True, slots=True)
class WordsRedacted:
    """The words of the event with this seq are gone: they named somebody who was erased."""

    at_seq: int
    kind: Literal["words.redacted"] = "words.redacted"
