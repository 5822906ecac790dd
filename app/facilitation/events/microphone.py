"""What came of microphones, and of the consent before them."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import ConnectionId, Consent, ParticipantId


@dataclass(frozen=True, slots=True)
class ConsentSet:
    participant: ParticipantId
    to: Consent
    given: bool
    kind: Literal["consent.set"] = "consent.set"


@dataclass(frozen=True, slots=True)
class MicrophoneClaimed:
    """It covers its person from now on."""

    participant: ParticipantId
    listener: str
    connection: ConnectionId
    alone: bool
    kind: Literal["microphone.claimed"] = "microphone.claimed"


@dataclass(frozen=True, slots=True)
class MicrophoneReleased:
    """It covers its person no longer, since `since_at`."""

    participant: ParticipantId
    since_at: int
    kind: Literal["microphone.released"] = "microphone.released"


@dataclass(frozen=True, slots=True)
class ColocatedSet:
    """Devices of people in the room may listen with others near, or not."""

    on: bool
    kind: Literal["microphones.colocated_set"] = "microphones.colocated_set"
