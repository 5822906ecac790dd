"""Commands about the notes of a meeting."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import NoteId
from app.facilitation.words import Contribution


@dataclass(frozen=True, slots=True)
class WriteNote:
    """Note what is being said, for everybody to read, beside the item that is on (facilitators, and a
    helper's phone that takes notes).
    """

    text: Contribution
    do: Literal["note.write"] = "note.write"


@dataclass(frozen=True, slots=True)
class WithdrawNote:
    """Take a note back: whoever wrote it, and facilitators any."""

    note: NoteId
    do: Literal["note.withdraw"] = "note.withdraw"
