"""What came of scores. Who gave which stands in the log, and is told to nobody."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.commands import Leaning
from app.facilitation.ids import IdeaId, ParticipantId, RoundId, Scale
from app.facilitation.merit.questions import Question
from app.facilitation.words import Sentences


@dataclass(frozen=True, slots=True)
class ScoringOpened:
    """`number` counts the rounds of the session, from 1."""

    round: RoundId
    number: int
    ideas: tuple[IdeaId, ...]
    scale: Scale
    lens: tuple[Leaning, ...] = ()
    kind: Literal["scoring.opened"] = "scoring.opened"


@dataclass(frozen=True, slots=True)
class ScoreGiven:
    """`score` None: "can't say"."""

    round: RoundId
    idea: IdeaId
    question: Question
    scorer: ParticipantId
    score: int | None
    reason: Sentences
    kind: Literal["score.given"] = "score.given"


@dataclass(frozen=True, slots=True)
class PerspectiveTally:
    """How many of one perspective gave 1 to 5 on one question of one idea."""

    idea: IdeaId
    question: Question
    perspective: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ScoringClosed:
    """`asked`: how many could have scored; `groups`: the opinion groups, where there are clear ones;
    `by_perspective`: the tallies that may be shown, as people had declared themselves when it closed.
    """

    round: RoundId
    asked: int
    groups: tuple[tuple[ParticipantId, ...], ...]
    by_perspective: tuple[PerspectiveTally, ...] = ()
    kind: Literal["scoring.closed"] = "scoring.closed"
