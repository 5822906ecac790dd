"""What sources heard, and what was corrected."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import (
    CorrectionId,
    ParticipantId,
)
from app.facilitation.speech import Source


@dataclass(frozen=True, slots=True)
class SpeechStarted:
    participant: ParticipantId
    source: Source
    from_at: int
    level_db: int | None = None
    """How loud, in steps of 3 dB, where devices hear one another's people."""
    kind: Literal["speech.started"] = "speech.started"


@dataclass(frozen=True, slots=True)
class SpeechContinued:
    participant: ParticipantId
    source: Source
    heard_at: int
    kind: Literal["speech.continued"] = "speech.continued"


@dataclass(frozen=True, slots=True)
class SpeechEnded:
    participant: ParticipantId
    source: Source
    to_at: int
    level_db: int | None = None
    kind: Literal["speech.ended"] = "speech.ended"


@dataclass(frozen=True, slots=True)
class SpeechReported:
    """Complete utterances of one source: (participant, from, to)."""

    source: Source
    utterances: tuple[tuple[ParticipantId, int, int], ...]
    kind: Literal["speech.reported"] = "speech.reported"


@dataclass(frozen=True, slots=True)
class CoverageSet:
    """`everyone`: who joins later is covered too."""

    source: Source
    on: bool
    participants: tuple[ParticipantId, ...]
    everyone: bool
    kind: Literal["coverage.set"] = "coverage.set"


@dataclass(frozen=True, slots=True)
class SpeechCorrected:
    correction: CorrectionId
    from_at: int
    to_at: int
    participant: ParticipantId | None
    instead: ParticipantId | None
    kind: Literal["speech.corrected"] = "speech.corrected"


@dataclass(frozen=True, slots=True)
class CorrectionWithdrawn:
    correction: CorrectionId
    kind: Literal["speech.correction_withdrawn"] = "speech.correction_withdrawn"
