"""What came of scores. Who gave which stands in the log, and is told to nobody."""

from dataclasses import dataclass
from typing import Literal

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
class ScoringClosed:
    """`asked`: how many could have scored; `groups`: the opinion groups, where there are clear ones."""

    round: RoundId
    asked: int
    groups: tuple[tuple[ParticipantId, ...], ...]
    kind: Literal["scoring.closed"] = "scoring.closed"
