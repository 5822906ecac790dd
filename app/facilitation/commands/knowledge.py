"""Commands before there are ideas: what we know, what happened to me, and what I don't understand yet."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import HowSure, IdeaId, KnowledgeId, KnowledgeKind, ParticipantId, UnclearId
from app.facilitation.words import Sentences


@dataclass(frozen=True, slots=True)
class AddKnowledge:
    """Put down a fact (with its source, and how sure one is) or a story of one's own, of the same size. All
    read it, and not whose it is. Facilitators for somebody without a device.
    """

    what: KnowledgeKind
    text: Sentences
    source: Sentences = ""
    sure: HowSure = HowSure.not_said
    participant: ParticipantId | None = None
    do: Literal["knowledge.add"] = "knowledge.add"


@dataclass(frozen=True, slots=True)
class ReviseKnowledge:
    """Other words on one's own card (facilitators: on any)."""

    card: KnowledgeId
    text: Sentences
    source: Sentences = ""
    sure: HowSure = HowSure.not_said
    do: Literal["knowledge.revise"] = "knowledge.revise"


@dataclass(frozen=True, slots=True)
class TakeBackKnowledge:
    """Take one's own card away again (facilitators: any)."""

    card: KnowledgeId
    do: Literal["knowledge.take_back"] = "knowledge.take_back"


@dataclass(frozen=True, slots=True)
class SayUnclear:
    """ "I don't understand this yet", unnamed: of an idea, a card, or in one's own words. Scoring waits."""

    text: Sentences = ""
    idea: IdeaId | None = None
    card: KnowledgeId | None = None
    participant: ParticipantId | None = None
    do: Literal["unclear.say"] = "unclear.say"


@dataclass(frozen=True, slots=True)
class AnswerUnclear:
    """Explain it (facilitators), so that scoring can go on; or with `instead` say why it goes on without."""

    unclear: UnclearId
    text: Sentences
    instead: bool = False
    do: Literal["unclear.answer"] = "unclear.answer"


@dataclass(frozen=True, slots=True)
class SettleUnclear:
    """ "I understand it now": by whoever asked."""

    unclear: UnclearId
    do: Literal["unclear.settle"] = "unclear.settle"
