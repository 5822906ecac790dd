"""What came of asking for resistance. Whose it is stands in the log, and is told to nobody."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import AskId, IdeaId, OptionId, ParticipantId, SurveyId
from app.facilitation.words import Sentences


@dataclass(frozen=True, slots=True)
class ResistanceOpened:
    """`typed`: options that are no ideas; their ids are `typed_0` and so on. `yes_no`: there is one option,
    and who has a reason against it is asked, in place of how hard it would be.
    """

    survey: SurveyId
    ideas: tuple[IdeaId, ...]
    typed: tuple[Sentences, ...] = ()
    yes_no: bool = False
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
    """`asked`: how many could have answered; `left_out`: how many were here and were not asked."""

    survey: SurveyId
    asked: int
    left_out: int = 0
    kind: Literal["resistance.closed"] = "resistance.closed"


@dataclass(frozen=True, slots=True)
class AskSaidBack:
    survey: SurveyId
    ask: AskId
    heard: Sentences
    kind: Literal["ask.said_back"] = "ask.said_back"


@dataclass(frozen=True, slots=True)
class AskConfirmed:
    survey: SurveyId
    ask: AskId
    right: bool
    kind: Literal["ask.confirmed"] = "ask.confirmed"


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
