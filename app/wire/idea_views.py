"""The types of what the server shows of ideas, in each layer. None of them holds whose an idea is
before its author says so.
"""

from typing import Literal, NotRequired, TypedDict

from app.facilitation.ids import CollectionId, IdeaId, IdeaKind, ParticipantId, RemarkId, RemarkKind

# ---- room


class CollectionView(TypedDict):
    """Ideas are being written, and none is shown yet. `asks`: the question, or empty; `need`: other ways to
    meet this one are asked for.
    """

    id: CollectionId
    asks: str
    opened_at: int
    need: NotRequired[IdeaId]


class RemarkView(TypedDict):
    """A question, an addition or a concern to an idea."""

    what: RemarkKind
    text: str


class RemarksView(TypedDict):
    """What was asked, added and doubted, oldest first, and never by whom."""

    order: list[RemarkId]
    by_id: dict[str, RemarkView]


class ParentView(TypedDict):
    """What an idea was made of; `took`: what a synthesis took from it, empty where the idea was split."""

    idea: IdeaId
    took: str


class NeedHeardView(TypedDict):
    """The need that others hear in an idea; `right`: its author says so, too."""

    text: str
    right: bool


class IdeaView(TypedDict):
    """A need or a proposal. Of one that is held back only that it is. `ways_asked`: all were asked for other
    ways to meet this need. `by`: its author, where it was scored and they say so.
    """

    what: IdeaKind
    state: Literal["published", "held_back", "split", "merged"]
    text: NotRequired[str]
    need: NotRequired[IdeaId]
    ways_asked: NotRequired[bool]
    parents: NotRequired[list[ParentView]]
    earlier: NotRequired[list[str]]
    heard: NotRequired[NeedHeardView]
    remarks: NotRequired[RemarksView]
    by: NotRequired[ParticipantId]


class IdeasView(TypedDict):
    """The ideas that have been shown, in an order made by lot; which is in focus, and which are weighed."""

    order: list[IdeaId]
    by_id: dict[str, IdeaView]
    shortlist: list[IdeaId]
    collecting: NotRequired[CollectionView]
    focus: NotRequired[IdeaId]
    focused_at: NotRequired[int]


# ---- desk


class HeldBackView(TypedDict):
    """The words of an idea that is held back, and why it is."""

    text: str
    reason: str


class DeskIdeasView(TypedDict):
    """What facilitators hold back."""

    held_back: dict[str, HeldBackView]


# ---- you

OwnIdeaView = TypedDict(
    "OwnIdeaView",
    {
        "what": IdeaKind,
        "state": Literal["masked", "discarded", "withdrawn", "published", "held_back", "split", "merged"],
        "text": str,
        "for": NotRequired[ParticipantId],
        "paper": NotRequired[bool],
        "need": NotRequired[IdeaId],
        "reason": NotRequired[str],
        "may_sign": NotRequired[bool],
        "signed": NotRequired[bool],
    },
)
"""One's own idea, or one typed `for` somebody or from a `paper`; `reason`: why it is held back; `signed`: its
author's name stands beside it, `may_sign`: it may.
"""


class OwnIdeasView(TypedDict):
    """One's own ideas, in the order in which one wrote them."""

    order: list[IdeaId]
    by_id: dict[str, OwnIdeaView]
