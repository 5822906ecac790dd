"""What the session holds of what people know and do not understand."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from app.facilitation.ids import HowSure, IdeaId, KnowledgeId, KnowledgeKind, ParticipantId, UnclearId


class Card(NamedTuple):
    """A fact or a story."""

    id: KnowledgeId
    what: KnowledgeKind
    text: str
    source: str
    sure: HowSure
    author: ParticipantId
    typed_by: ParticipantId | None = None

    def belongs_to(self, participant: ParticipantId | None) -> bool:
        """Whether it is their own, or they typed it for its author."""
        return participant is not None and participant in (self.author, self.typed_by)


class Unclear(NamedTuple):
    """Something that somebody does not understand yet."""

    id: UnclearId
    text: str
    idea: IdeaId | None
    card: KnowledgeId | None
    author: ParticipantId
    answer: str = ""
    instead: bool = False
    """`answer` says why it goes on without an explanation."""
    answered: bool = False
    settled: bool = False

    @property
    def open(self) -> bool:
        """Whether it holds scoring."""
        return not (self.answered or self.settled)


class Knowledge(NamedTuple):
    """Cards and what is unclear, in the order in which they came."""

    cards: Mapping[KnowledgeId, Card] = MappingProxyType({})
    unclear: Mapping[UnclearId, Unclear] = MappingProxyType({})
