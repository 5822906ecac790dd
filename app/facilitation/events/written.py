"""What came of written contributions; which turn one had stands with the turn."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import ParticipantId, WrittenHow, WrittenId
from app.facilitation.words import Contribution


@dataclass(frozen=True, slots=True)
class WrittenSent:
    """It waits with its author's hand. `typed_by`: who typed it for them, if somebody did."""

    written: WrittenId
    participant: ParticipantId
    text: Contribution
    how: WrittenHow
    reader: ParticipantId | None
    typed_by: ParticipantId | None
    kind: Literal["written.sent"] = "written.sent"


@dataclass(frozen=True, slots=True)
class WrittenShown:
    """Shown to all without a turn."""

    written: WrittenId
    kind: Literal["written.shown"] = "written.shown"


@dataclass(frozen=True, slots=True)
class WrittenAnswered:
    written: WrittenId
    answered_by: ParticipantId | None
    text: Contribution
    kind: Literal["written.answered"] = "written.answered"
