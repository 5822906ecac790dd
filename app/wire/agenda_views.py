"""The types of the agenda as the server shows it (see `views`)."""

from typing import NotRequired, TypedDict

from app.facilitation.ids import ItemId, Mode, NoteId


class ItemView(TypedDict):
    """One item: what was planned, and how it went. `rested_ms`: how much of it was a break."""

    title: str
    length_ms: int
    extended_ms: int
    rested_ms: int
    skipped: bool
    mode: NotRequired[Mode]
    owner: NotRequired[str]
    started_at: NotRequired[int]
    ended_at: NotRequired[int]


class AgendaView(TypedDict):
    """All items in order; how many are ready to move on from the `current` one; what is fixed
    (`fixed_by`: and by whom, in the same order, empty where that was not said), and what can change.
    """

    order: list[ItemId]
    by_id: dict[str, ItemView]
    current: NotRequired[ItemId]
    ready: int
    share: float
    fixed: list[str]
    fixed_by: list[str]
    can_change: list[str]


class NoteView(TypedDict):
    """Something that was noted of what was said, and the item that was on."""

    text: str
    at: int
    item: NotRequired[ItemId]


class NotesView(TypedDict):
    """The newest first; how many more there are is in `more`."""

    order: list[NoteId]
    more: int
    by_id: dict[str, NoteView]
