"""What came of signals."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import ParticipantId, SignalKind


@dataclass(frozen=True, slots=True)
class SignalSent:
    """`participant`: who sent it, where a person did; `to`: who spoke just then; of a minute,
    the one person who is told.
    """

    signal: SignalKind
    participant: ParticipantId | None
    to: tuple[ParticipantId, ...]
    kind: Literal["signal.sent"] = "signal.sent"


@dataclass(frozen=True, slots=True)
class SignalAnswered:
    """Of a minute `participant` says whose; of the others all that were sent are answered."""

    signal: SignalKind
    participant: ParticipantId | None
    kind: Literal["signal.answered"] = "signal.answered"


@dataclass(frozen=True, slots=True)
class SignalsFaded:
    """Signals that were sent up to `until_at` are shown no longer: the talk has moved on."""

    until_at: int
    kind: Literal["signals.faded"] = "signals.faded"
