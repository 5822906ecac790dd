"""Commands about scores: how people weigh ideas, each for themself, before they see what others say."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import IdeaId, ParticipantId, RoundId, Scale
from app.facilitation.merit.questions import Question
from app.facilitation.words import Sentences, Words


@dataclass(frozen=True, slots=True)
class Leaning:
    """On this question a perspective weighs so much, .5 to 2; without it 1."""

    question: Question
    perspective: Words
    weight: float


@dataclass(frozen=True, slots=True)
class OpenScoring:
    """Ask everybody to score ideas (facilitators): those on the short list, or these. The same ideas again
    is another round; earlier ones are kept. Where a need has one proposal alone and nobody was asked for
    other ways, that comes first (`one_way`), unless it is said that it shall be `even_so`. `lens`: how
    perspectives are weighed in a second result, beside equal weights; said before anybody scores.
    """

    ideas: tuple[IdeaId, ...] = ()
    scale: Scale = Scale.words
    even_so: bool = False
    lens: tuple[Leaning, ...] = ()
    do: Literal["score.open"] = "score.open"


@dataclass(frozen=True, slots=True)
class GiveScore:
    """One question of one idea, 1 to 5 (three faces are 1, 3 and 5), or null for "can't say"; again to
    change it. Facilitators for somebody without a device.
    """

    round: RoundId
    idea: IdeaId
    question: Question
    score: int | None
    reason: Sentences = ""
    participant: ParticipantId | None = None
    do: Literal["score.give"] = "score.give"


@dataclass(frozen=True, slots=True)
class CloseScoring:
    """Show the results to all at once (facilitators)."""

    round: RoundId
    do: Literal["score.close"] = "score.close"
