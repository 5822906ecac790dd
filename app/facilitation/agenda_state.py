"""The state of the agenda: its items, the one that is on, and who is ready to move on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.facilitation.ids import ItemId, Mode, NoteId, ParticipantId


@dataclass(frozen=True, slots=True)
class Item:
    """One item: what was planned, and what came of it."""

    id: ItemId
    title: str
    length_ms: int
    """0: no time was planned."""
    mode: Mode | None
    owner: str
    started_at: int | None = None
    ended_at: int | None = None
    extended_ms: int = 0
    rested_ms: int = 0
    """How much of it was a break."""
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was noted of what was said."""

    id: NoteId
    text: str
    item: ItemId | None
    """What was on."""
    at: int
    by: str
    """Who wrote it, as `actors.label` says it."""


@dataclass(frozen=True, slots=True)
class Agenda:
    """All items in order, and what was said of the whole."""

    items: Mapping[ItemId, Item] = field(default_factory=dict)
    order: tuple[ItemId, ...] = ()
    made: int = 0
    """How many items were ever written; numbers them."""
    current: ItemId | None = None
    ready: frozenset[ParticipantId] = frozenset()
    share: float = 0.0
    """From this share of ready people on it moves on by itself; 0: never."""
    fixed: tuple[str, ...] = ()
    can_change: tuple[str, ...] = ()
    fixed_by: tuple[str, ...] = ()
    """Who fixed each of `fixed`; shorter where nobody said so of the last ones."""
    notes: Mapping[NoteId, Note] = field(default_factory=dict)
    """As they were written, oldest first."""

    @property
    def item(self) -> Item | None:
        """The item that is on."""
        return self.items[self.current] if self.current is not None else None

    def with_item(self, item: Item) -> Mapping[ItemId, Item]:
        """The items with one of them replaced."""
        return {**self.items, item.id: item}
