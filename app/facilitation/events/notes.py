"""What came of the notes of a meeting."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import ItemId, NoteId
from app.facilitation.words import Contribution


@dataclass(frozen=True, slots=True)
class NoteWritten:
    """`item`: what was on when it was written, if anything."""

    note: NoteId
    text: Contribution
    item: ItemId | None = None
    kind: Literal["note.written"] = "note.written"


@dataclass(frozen=True, slots=True)
class NoteWithdrawn:
    note: NoteId
    kind: Literal["note.withdrawn"] = "note.withdrawn"
