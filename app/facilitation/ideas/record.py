"""What the session holds of ideas."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.facilitation.ids import CollectionId, IdeaId, IdeaKind, ParticipantId, RemarkId, RemarkKind


class IdeaState(StrEnum):
    """Where an idea stands."""

    masked = "masked"
    """Only its author and who typed it know of it."""
    discarded = "discarded"
    """Its collection was closed without being shown."""
    withdrawn = "withdrawn"
    published = "published"
    held_back = "held_back"
    was_split = "split"
    merged = "merged"


SHOWN = frozenset({IdeaState.published, IdeaState.held_back, IdeaState.was_split, IdeaState.merged})
"""States in which everybody knows that there is such an idea."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A question, an addition or a concern."""

    id: RemarkId
    what: RemarkKind
    text: str
    author: ParticipantId | None


@dataclass(frozen=True, slots=True)
class Idea:
    """A need, or a proposal."""

    id: IdeaId
    what: IdeaKind
    text: str
    state: IdeaState
    collection: CollectionId | None = None
    author: ParticipantId | None = None
    """Nobody, where the group made it of others' ideas, and where a paper bore no name."""
    typed_by: ParticipantId | None = None
    need: IdeaId | None = None
    """What a proposal is for."""
    parents: tuple[tuple[IdeaId, str], ...] = ()
    """What it was made of, and what was taken from each."""
    earlier: tuple[str, ...] = ()
    """Its words before they were revised once it was shown, oldest first."""
    heard: str = ""
    """The need that others heard in it."""
    heard_right: bool = False
    """Its author said: yes, that's it."""
    reason: str = ""
    """Why it is held back."""
    remarks: tuple[Remark, ...] = ()
    focused: int = 0
    """How often the talk came to it."""
    signed: bool = False
    """Its author lets their name stand beside it."""

    def belongs_to(self, participant: ParticipantId | None) -> bool:
        """Whether this is their own idea, or they typed it for its author."""
        return participant is not None and participant in (self.author, self.typed_by)


@dataclass(frozen=True, slots=True)
class Collection:
    """A time in which ideas are written without being shown."""

    id: CollectionId
    asks: str
    opened_at: int
    need: IdeaId | None = None
    """Other ways to meet this one are asked for."""


@dataclass(frozen=True, slots=True)
class Ideas:
    """Every idea of the session."""

    by_id: Mapping[IdeaId, Idea] = field(default_factory=dict)
    """In the order in which they were written, which nobody but the log may know."""
    order: tuple[IdeaId, ...] = ()
    """Those that are shown, in the order in which all see them."""
    shown_at: int = 0
    """When the last of them were."""
    collecting: Collection | None = None
    focus: IdeaId | None = None
    focused_at: int = 0
    """When the talk came to what it is about now."""
    shortlist: tuple[IdeaId, ...] = ()
    asked_ways: frozenset[IdeaId] = frozenset()
    """Needs for which all were asked for other ways."""
    weighed: frozenset[IdeaId] = frozenset()
    """Those whose scores are shown, with what they were made of and are for: a name sways nobody."""

    def made_of(self, idea_id: IdeaId) -> list[Idea]:
        """The idea and all that it was put together or split from, the nearest first."""
        found: dict[IdeaId, Idea] = {}
        waiting = [idea_id]
        while waiting:
            idea = self.by_id.get(waiting.pop(0))
            if idea is not None and idea.id not in found:
                found[idea.id] = idea
                waiting += [parent for parent, _ in idea.parents]
        return list(found.values())
