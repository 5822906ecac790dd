"""What came of asking for resistance. Whose it is stands in the log, and is told to nobody."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import AskId, IdeaId, OptionId, ParticipantId, SurveyId
from app.facilitation.words import Sentences


@dataclass(frozen=True, slots=True)
class ResistanceOpened:
    survey: SurveyId
    ideas: tuple[IdeaId, ...]
    kind: Literal["resistance.opened"] = "resistance.opened"


@dataclass(frozen=True, slots=True)
class ResistanceGiven:
    """`ask` is the id under which all read what is needed, empty where nothing was said."""

    survey: SurveyId
    option: OptionId
    giver: ParticipantId
    level: int
    needs: Sentences
    ask: AskId
    kind: Literal["resistance.given"] = "resistance.given"


@dataclass(frozen=True, slots=True)
class ResistanceClosed:
    """`asked`: how many could have answered."""

    survey: SurveyId
    asked: int
    kind: Literal["resistance.closed"] = "resistance.closed"


@dataclass(frozen=True, slots=True)
class AskAnswered:
    survey: SurveyId
    ask: AskId
    answer: Sentences
    kind: Literal["ask.answered"] = "ask.answered"


@dataclass(frozen=True, slots=True)
class AskMet:
    survey: SurveyId
    ask: AskId
    met: bool
    kind: Literal["ask.met"] = "ask.met"
