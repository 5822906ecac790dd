"""The types of what the server shows of what people know and do not understand."""

from typing import NotRequired, TypedDict

from app.facilitation.ids import HowSure, IdeaId, KnowledgeId, KnowledgeKind, UnclearId


class KnowledgeCardView(TypedDict):
    """A fact (with its source, and how sure) or a story, without whose it is."""

    what: KnowledgeKind
    text: str
    source: NotRequired[str]
    sure: NotRequired[HowSure]


class UnclearView(TypedDict):
    """Something that somebody does not understand; while it is `open` scoring waits. `instead`: it was not
    explained, and `answer` says why it goes on without.
    """

    text: str
    open: bool
    idea: NotRequired[IdeaId]
    card: NotRequired[KnowledgeId]
    answer: NotRequired[str]
    instead: NotRequired[bool]


class UnclearsView(TypedDict):
    """All that was unclear, oldest first."""

    order: list[UnclearId]
    by_id: dict[str, UnclearView]


class KnowledgeView(TypedDict):
    """All cards, oldest first, and what was unclear."""

    order: list[KnowledgeId]
    by_id: dict[str, KnowledgeCardView]
    unclear: UnclearsView


class OwnKnowledgeView(TypedDict):
    """Which cards and which open questions are one's own."""

    cards: NotRequired[list[KnowledgeId]]
    unclear: NotRequired[list[UnclearId]]
