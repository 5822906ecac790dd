"""What the session holds of written contributions."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from app.facilitation.ids import ParticipantId, WrittenHow, WrittenId

WrittenState = Literal["waiting", "shown", "answered", "withdrawn"]


class Written(NamedTuple):
    """One contribution."""

    id: WrittenId
    author: ParticipantId
    text: str
    how: WrittenHow
    reader: ParticipantId | None
    """Who reads it out, where it is to be read out; nobody named: a facilitator."""
    typed_by: ParticipantId | None
    """Who typed it for its author, if somebody did."""
    sent_at: int
    state: WrittenState = "waiting"
    shown_at: int | None = None
    answer: str = ""

    @property
    def seen(self) -> bool:
        """Whether everybody reads it."""
        return self.state in ("shown", "answered")


class Writings(NamedTuple):
    """Every contribution, in the order in which they were sent."""

    by_id: Mapping[WrittenId, Written] = MappingProxyType({})


def with_written(writings: Writings, one: Written) -> Writings:
    """The same with one contribution new or changed."""
    return Writings({**writings.by_id, one.id: one})
