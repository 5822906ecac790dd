"""What came of the agenda."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import ItemId, Mode, ParticipantId
from app.facilitation.words import Words


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """One line of an agenda."""

    item: ItemId
    title: Words
    length_ms: int
    mode: Mode | None
    owner: Words


@dataclass(frozen=True, slots=True)
class AgendaSet:
    """The items to come, in order; those that were begun stand before them."""

    items: tuple[PlannedItem, ...]
    kind: Literal["agenda.set"] = "agenda.set"


@dataclass(frozen=True, slots=True)
class ItemStarted:
    item: ItemId
    kind: Literal["item.started"] = "item.started"


@dataclass(frozen=True, slots=True)
class ItemEnded:
    item: ItemId
    kind: Literal["item.ended"] = "item.ended"


@dataclass(frozen=True, slots=True)
class ItemResumed:
    """Going on to the next was taken back: the item goes on as if it had not ended, and what was begun
    `instead` stands as before. No `item`: none was on."""

    item: ItemId | None
    instead: ItemId | None
    instead_started_at: int | None = None
    instead_ended_at: int | None = None
    kind: Literal["item.resumed"] = "item.resumed"


@dataclass(frozen=True, slots=True)
class ItemMoved:
    item: ItemId
    to: int
    kind: Literal["item.moved"] = "item.moved"


@dataclass(frozen=True, slots=True)
class ItemSkipped:
    item: ItemId
    skipped: bool
    kind: Literal["item.skipped"] = "item.skipped"


@dataclass(frozen=True, slots=True)
class ItemExtended:
    item: ItemId
    by_ms: int
    kind: Literal["item.extended"] = "item.extended"


@dataclass(frozen=True, slots=True)
class MoveOnSet:
    participant: ParticipantId
    ready: bool
    kind: Literal["item.ready_set"] = "item.ready_set"


@dataclass(frozen=True, slots=True)
class ShareSet:
    share: float
    kind: Literal["agenda.share_set"] = "agenda.share_set"


@dataclass(frozen=True, slots=True)
class BriefSet:
    fixed: tuple[Words, ...]
    can_change: tuple[Words, ...]
    fixed_by: tuple[Words, ...] = ()
    kind: Literal["brief.set"] = "brief.set"
