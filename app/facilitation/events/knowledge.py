"""What came of cards of knowledge, and of what somebody does not understand. Whose stands in the log, and is
told to nobody.
"""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import HowSure, IdeaId, KnowledgeId, KnowledgeKind, ParticipantId, UnclearId
from app.facilitation.words import Sentences


@dataclass(frozen=True, slots=True)
class KnowledgeAdded:
    """`typed_by`: who typed it for its author."""

    card: KnowledgeId
    what: KnowledgeKind
    text: Sentences
    source: Sentences
    sure: HowSure
    author: ParticipantId
    typed_by: ParticipantId | None
    kind: Literal["knowledge.added"] = "knowledge.added"


@dataclass(frozen=True, slots=True)
class KnowledgeRevised:
    card: KnowledgeId
    text: Sentences
    source: Sentences
    sure: HowSure
    kind: Literal["knowledge.revised"] = "knowledge.revised"


@dataclass(frozen=True, slots=True)
class KnowledgeTakenBack:
    card: KnowledgeId
    kind: Literal["knowledge.taken_back"] = "knowledge.taken_back"


@dataclass(frozen=True, slots=True)
class UnclearSaid:
    unclear: UnclearId
    text: Sentences
    idea: IdeaId | None
    card: KnowledgeId | None
    author: ParticipantId
    kind: Literal["unclear.said"] = "unclear.said"


@dataclass(frozen=True, slots=True)
class UnclearAnswered:
    """`instead`: it was not explained, and `text` says why scoring goes on."""

    unclear: UnclearId
    text: Sentences
    instead: bool
    kind: Literal["unclear.answered"] = "unclear.answered"


@dataclass(frozen=True, slots=True)
class UnclearSettled:
    unclear: UnclearId
    kind: Literal["unclear.settled"] = "unclear.settled"
