"""What came of ideas.

Who wrote what stands in the log and nowhere else until the author says so; these events are never told with
a participant.
"""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import CollectionId, IdeaId, IdeaKind, ParticipantId, RemarkId, RemarkKind
from app.facilitation.words import Sentences


@dataclass(frozen=True, slots=True)
class CollectionOpened:
    collection: CollectionId
    asks: Sentences
    need: IdeaId | None = None
    kind: Literal["collection.opened"] = "collection.opened"


@dataclass(frozen=True, slots=True)
class IdeaWritten:
    """`author` had the idea; `typed_by` typed it, where that was somebody else. A paper without a name has
    nobody as its author.
    """

    idea: IdeaId
    collection: CollectionId
    what: IdeaKind
    text: Sentences
    author: ParticipantId | None
    typed_by: ParticipantId | None
    need: IdeaId | None
    kind: Literal["idea.written"] = "idea.written"


@dataclass(frozen=True, slots=True)
class IdeaRevised:
    idea: IdeaId
    text: Sentences
    kind: Literal["idea.revised"] = "idea.revised"


@dataclass(frozen=True, slots=True)
class IdeaWithdrawn:
    idea: IdeaId
    kind: Literal["idea.withdrawn"] = "idea.withdrawn"


@dataclass(frozen=True, slots=True)
class IdeasPublished:
    """The collection is closed and its ideas are shown; `order` was made by lot."""

    collection: CollectionId
    order: tuple[IdeaId, ...]
    kind: Literal["ideas.published"] = "ideas.published"


@dataclass(frozen=True, slots=True)
class CollectionDiscarded:
    collection: CollectionId
    kind: Literal["collection.discarded"] = "collection.discarded"


@dataclass(frozen=True, slots=True)
class IdeaHeldBack:
    idea: IdeaId
    reason: Sentences
    kind: Literal["idea.held_back"] = "idea.held_back"


@dataclass(frozen=True, slots=True)
class IdeaShownAgain:
    idea: IdeaId
    kind: Literal["idea.shown_again"] = "idea.shown_again"


@dataclass(frozen=True, slots=True)
class IdeaFocused:
    idea: IdeaId | None
    kind: Literal["idea.focused"] = "idea.focused"


@dataclass(frozen=True, slots=True)
class IdeaPart:
    """One of the ideas that an idea was split into."""

    idea: IdeaId
    text: Sentences


@dataclass(frozen=True, slots=True)
class IdeaSplit:
    idea: IdeaId
    parts: tuple[IdeaPart, ...]
    kind: Literal["idea.split"] = "idea.split"


@dataclass(frozen=True, slots=True)
class IdeaTaken:
    """What a synthesis took from one idea."""

    idea: IdeaId
    took: Sentences


@dataclass(frozen=True, slots=True)
class IdeasMerged:
    """`idea` is the synthesis."""

    idea: IdeaId
    text: Sentences
    parts: tuple[IdeaTaken, ...]
    kind: Literal["ideas.merged"] = "ideas.merged"


@dataclass(frozen=True, slots=True)
class NeedHeard:
    idea: IdeaId
    text: Sentences
    kind: Literal["need.heard"] = "need.heard"


@dataclass(frozen=True, slots=True)
class HeardConfirmed:
    """The author says whether the need that was heard is it; one that is not goes."""

    idea: IdeaId
    right: bool
    kind: Literal["heard.confirmed"] = "heard.confirmed"


@dataclass(frozen=True, slots=True)
class RemarkMade:
    remark: RemarkId
    idea: IdeaId
    what: RemarkKind
    text: Sentences
    author: ParticipantId | None
    kind: Literal["remark.made"] = "remark.made"


@dataclass(frozen=True, slots=True)
class IdeaSigned:
    """Whether the author's name may stand beside the idea."""

    idea: IdeaId
    shown: bool
    kind: Literal["idea.signed"] = "idea.signed"


@dataclass(frozen=True, slots=True)
class IdeasShortlisted:
    ideas: tuple[IdeaId, ...]
    kind: Literal["ideas.shortlisted"] = "ideas.shortlisted"
