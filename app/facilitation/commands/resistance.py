"""Commands about resistance: how hard each option would be to live with, and what it would take."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import AskId, IdeaId, OptionId, ParticipantId, SurveyId
from app.facilitation.words import Sentences


@dataclass(frozen=True, slots=True)
class OpenResistance:
    """Ask how hard each would be to live with (facilitators): these ideas, and options in words of one's own;
    without any, the ideas of the short list. Leaving things as they are is always among them. `yes_no`: where
    there is one option alone, whether anybody has a reason against it, and nothing else is asked.
    """

    ideas: tuple[IdeaId, ...] = ()
    options: tuple[Sentences, ...] = ()
    yes_no: bool = False
    do: Literal["resistance.open"] = "resistance.open"


@dataclass(frozen=True, slots=True)
class GiveResistance:
    """One option, 0 (no trouble) to 10 (I can't live with it), and what one would need to come along. The
    option is one of those that the survey names, or `leave`. Of a `yes_no` survey 0 (no reason against it) or
    10 (a reason against it). Facilitators for somebody without a device.
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
class SayBackAsk:
    """What one has understood that somebody needs (facilitators), before it is answered; its owner says
    whether it is so.
    """

    survey: SurveyId
    ask: AskId
    heard: Sentences
    do: Literal["ask.say_back"] = "ask.say_back"


@dataclass(frozen=True, slots=True)
class ConfirmAsk:
    """Whether what was said back is what one needs; only its owner can say. It names the words that it is
    about. Facilitators for an owner without a device.
    """

    survey: SurveyId
    ask: AskId
    heard: Sentences
    right: bool
    participant: ParticipantId | None = None
    do: Literal["ask.confirm"] = "ask.confirm"


@dataclass(frozen=True, slots=True)
class AnswerAsk:
    """What can be done about what somebody would need (facilitators); it stands beside it in the record."""

    survey: SurveyId
    ask: AskId
    answer: Sentences
    do: Literal["ask.answer"] = "ask.answer"


@dataclass(frozen=True, slots=True)
class SayAskMet:
    """Whether one's own need is met by the answer; only its owner can say. Facilitators for an owner without
    a device.
    """

    survey: SurveyId
    ask: AskId
    met: bool
    participant: ParticipantId | None = None
    do: Literal["ask.say_met"] = "ask.say_met"
