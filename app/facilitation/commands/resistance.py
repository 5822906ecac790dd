"""Commands about resistance: how hard each option would be to live with, and what it would take."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import AskId, IdeaId, OptionId, ParticipantId, SurveyId
from app.facilitation.words import Sentences


@dataclass(frozen=True, slots=True)
class OpenResistance:
    """Ask how hard each would be to live with (facilitators): ideas of the short list, or these; leaving
    things as they are is always among them.
    """

    ideas: tuple[IdeaId, ...] = ()
    do: Literal["resistance.open"] = "resistance.open"


@dataclass(frozen=True, slots=True)
class GiveResistance:
    """One option, 0 (no trouble) to 10 (I can't live with it), and what one would need to come along. The
    option is an idea's id, or `leave`. Facilitators for somebody without a device.
    """

    survey: SurveyId
    option: OptionId
    level: int
    needs: Sentences = ""
    participant: ParticipantId | None = None
    do: Literal["resistance.give"] = "resistance.give"


@dataclass(frozen=True, slots=True)
class CloseResistance:
    """Show the result to all at once (facilitators)."""

    survey: SurveyId
    do: Literal["resistance.close"] = "resistance.close"


@dataclass(frozen=True, slots=True)
class AnswerAsk:
    """What can be done about what somebody would need (facilitators); it stands beside it in the record."""

    survey: SurveyId
    ask: AskId
    answer: Sentences
    do: Literal["ask.answer"] = "ask.answer"


@dataclass(frozen=True, slots=True)
class SayAskMet:
    """Whether one's own need is met by the answer; only its owner can say."""

    survey: SurveyId
    ask: AskId
    met: bool
    do: Literal["ask.say_met"] = "ask.say_met"
