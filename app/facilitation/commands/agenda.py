"""Commands about the agenda, and about what is fixed and what can change."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import ItemId, ParticipantId


@dataclass(frozen=True, slots=True)
class SetAgenda:
    """Write the agenda, one item a line: "10 Welcome (round) / Amina" is minutes, title, mode, owner; all but
    the title may be left out. Items that were begun stay; those to come are replaced.
    """

    lines: tuple[str, ...]
    do: Literal["agenda.set"] = "agenda.set"


@dataclass(frozen=True, slots=True)
class StartItem:
    """Go to an item; `after` is the one that was on, if any."""

    item: ItemId
    after: ItemId | None = None
    do: Literal["item.start"] = "item.start"


@dataclass(frozen=True, slots=True)
class NextItem:
    """On to the next item that is not skipped; after the last one the agenda is done."""

    after: ItemId | None = None
    do: Literal["item.next"] = "item.next"


@dataclass(frozen=True, slots=True)
class MoveItem:
    """Put an item at a place of the agenda; 0 is first."""

    item: ItemId
    to: int
    do: Literal["item.move"] = "item.move"


@dataclass(frozen=True, slots=True)
class SkipItem:
    """Leave an item out, or take it in again."""

    item: ItemId
    skipped: bool = True
    do: Literal["item.skip"] = "item.skip"


@dataclass(frozen=True, slots=True)
class ExtendItem:
    """More time for an item."""

    item: ItemId
    by_ms: int = 300_000
    do: Literal["item.extend"] = "item.extend"


@dataclass(frozen=True, slots=True)
class SetMoveOn:
    """ "Ready to move on" from this item, or not yet; counted, never named."""

    item: ItemId
    ready: bool
    participant: ParticipantId | None = None
    do: Literal["item.set_ready"] = "item.set_ready"


@dataclass(frozen=True, slots=True)
class SetShare:
    """From which share of the people (of 1) ready to move on the next item begins by itself, once nobody has
    or wants the floor; 0: never.
    """

    share: float
    do: Literal["agenda.set_share"] = "agenda.set_share"


@dataclass(frozen=True, slots=True)
class SetBrief:
    """Say what is fixed already and what can still change; on every screen. `fixed_by`: who fixed each of the
    lines of `fixed`, in their order; empty where that is not said.
    """

    fixed: tuple[str, ...]
    can_change: tuple[str, ...]
    fixed_by: tuple[str, ...] = ()
    do: Literal["brief.set"] = "brief.set"
