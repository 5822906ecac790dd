"""What the session holds of votes about which ideas to talk about."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from app.facilitation.ids import IdeaId, ParticipantId, PickId

MOST_MARKS = 3
"""So many ideas one person marks at most: about a third of a long list, few enough to be a choice."""


@dataclass(frozen=True, slots=True)
class Pick:
    """One vote."""

    id: PickId
    ideas: tuple[IdeaId, ...]
    opened_at: int
    marks: Mapping[ParticipantId, tuple[IdeaId, ...]] = field(default_factory=dict)
    asked: int = 0
    left_out: int = 0
    closed_at: int | None = None
    chosen: tuple[IdeaId, ...] = ()
    tied: tuple[IdeaId, ...] = ()
    free: int = 0

    def givers(self) -> Collection[ParticipantId]:
        """Who has answered."""
        return self.marks.keys()

    def counts(self) -> Counter[IdeaId]:
        """How many marked each idea."""
        return Counter(idea for own in self.marks.values() for idea in own)


@dataclass(frozen=True, slots=True)
class Picks:
    """Every vote of the session."""

    by_id: Mapping[PickId, Pick] = field(default_factory=dict)
    """In the order in which they were opened."""
    open: PickId | None = None

    @property
    def now(self) -> Pick | None:
        """The one that is open."""
        return None if self.open is None else self.by_id[self.open]
