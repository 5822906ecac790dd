"""Commands about what sources hear."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import (
    CorrectionId,
    ParticipantId,
)
from app.facilitation.speech import Source


@dataclass(frozen=True, slots=True)
class StartSpeech:
    """A source hears somebody begin. A tap with `only` ends the other taps of the same actor (one speaks at
    a time). `level_db` (-99 to 0, of full scale): how loud, from a device that listens with others near;
    nobody else's is kept.
    """

    source: Source
    participant: ParticipantId | None = None
    ago_ms: int = 0
    observed_at: int | None = None
    sent_at: int | None = None
    only: bool = False
    level_db: int | None = None
    do: Literal["speech.start"] = "speech.start"


@dataclass(frozen=True, slots=True)
class StillSpeaking:
    """A source still hears somebody; sent every 10 s of a long utterance."""

    source: Source
    participant: ParticipantId | None = None
    ago_ms: int = 0
    observed_at: int | None = None
    sent_at: int | None = None
    do: Literal["speech.still"] = "speech.still"


@dataclass(frozen=True, slots=True)
class StopSpeech:
    """A source hears somebody stop; without a participant a tap stops everybody whom this actor tapped.
    `level_db`: how loud it was over all of it, as in `speech.start`.
    """

    source: Source
    participant: ParticipantId | None = None
    ago_ms: int = 0
    observed_at: int | None = None
    sent_at: int | None = None
    level_db: int | None = None
    do: Literal["speech.stop"] = "speech.stop"


@dataclass(frozen=True, slots=True)
class Utterance:
    """One complete stretch of speech, by a source's clock."""

    participant: ParticipantId
    from_at: int
    to_at: int


@dataclass(frozen=True, slots=True)
class ReportSpeech:
    """A batch of complete utterances of the source `api`, live or late (integrators)."""

    utterances: tuple[Utterance, ...]
    sent_at: int | None = None
    do: Literal["speech.report"] = "speech.report"


@dataclass(frozen=True, slots=True)
class SetCoverage:
    """A source listens to these people (none named: to everybody here), or no longer does."""

    source: Source
    on: bool
    participants: tuple[ParticipantId, ...] = ()
    do: Literal["coverage.set"] = "coverage.set"


@dataclass(frozen=True, slots=True)
class CorrectSpeech:
    """What was heard from `from_at` to `to_at` was not `participant` (but `instead`, if named)
    (facilitators).
    """

    from_at: int
    to_at: int
    participant: ParticipantId | None = None
    instead: ParticipantId | None = None
    do: Literal["speech.correct"] = "speech.correct"


@dataclass(frozen=True, slots=True)
class WithdrawCorrection:
    """Take a correction back (facilitators)."""

    correction: CorrectionId
    do: Literal["speech.withdraw_correction"] = "speech.withdraw_correction"
