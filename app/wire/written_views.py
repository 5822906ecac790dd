"""The types of what the server shows of written contributions."""

from typing import NotRequired, TypedDict

from app.facilitation.ids import ParticipantId, WrittenHow, WrittenId


class WrittenView(TypedDict):
    """A contribution that everybody reads. `reader`: who was chosen to read it out."""

    participant: ParticipantId
    text: str
    how: WrittenHow
    shown_at: int
    reader: NotRequired[ParticipantId]
    answer: NotRequired[str]


class WritingsView(TypedDict):
    """What everybody reads, newest first."""

    order: list[WrittenId]
    more: int
    by_id: dict[str, WrittenView]


class WaitingWrittenView(TypedDict):
    """A contribution that waits for its turn: for its author and for facilitators."""

    id: WrittenId
    text: str
    how: WrittenHow
    reader: NotRequired[ParticipantId]
