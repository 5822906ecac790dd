"""The types of what the server shows of resistance. None of them holds whose it is."""

from typing import NotRequired, TypedDict

from app.facilitation.ids import AskId, OptionId, SurveyId


class OpenSurveyView(TypedDict):
    """People are being asked: `answered` of `asked`, and nobody sees what. The last option is `leave`; the
    others are ideas, or stand in `typed` with their words. `yes_no`: of one option alone, whether there is a
    reason against it.
    """

    id: SurveyId
    options: list[OptionId]
    typed: dict[OptionId, str]
    yes_no: bool
    opened_at: int
    answered: int
    asked: int
    left_out: int


class OptionView(TypedDict):
    """One option. `acceptance` in percent; `levels`: how many gave each of 0 to 10; `gain`: above that of
    leaving things as they are, in points; `over_the_limit`: it has none. `hard`: how many said 8 or more;
    `needs_answer`: 9 or 10. `objections`: of a `yes_no` survey, how many have a reason against it.
    """

    answered: int
    too_few: bool
    total: NotRequired[int]
    acceptance: NotRequired[float]
    levels: NotRequired[list[int]]
    gain: NotRequired[float]
    over_the_limit: NotRequired[bool]
    hard: NotRequired[int]
    needs_answer: NotRequired[int]
    objections: NotRequired[int]


class SaidBackView(TypedDict):
    """What others understood; `right` when its owner says so."""

    text: str
    right: bool


class NeedView(TypedDict):
    """What somebody would need to come along with an option; `met` when they say so."""

    option: OptionId
    text: str
    met: bool
    heard: NotRequired[SaidBackView]
    answer: NotRequired[str]


class NeedsView(TypedDict):
    """What people would need, in an order made by lot."""

    order: list[AskId]
    by_id: dict[str, NeedView]


class SurveyView(TypedDict):
    """A survey that is closed. `places`: options of least resistance first, those that are tied together;
    `early`: closed before everybody who was asked had answered.
    """

    closed_at: int
    asked: int
    answered: int
    left_out: int
    early: bool
    yes_no: bool
    typed: dict[OptionId, str]
    order: list[OptionId]
    options: dict[str, OptionView]
    places: list[list[OptionId]]
    needs: NeedsView


class ResistanceView(TypedDict):
    """The surveys that are closed, oldest first, and the one that is open."""

    order: list[SurveyId]
    by_id: dict[str, SurveyView]
    open: NotRequired[OpenSurveyView]


class OwnLevelView(TypedDict):
    """One's own answer on an option."""

    level: int
    needs: NotRequired[str]


class OwnResistanceView(TypedDict):
    """One's own answers to the open survey, and which needs of closed ones are one's own."""

    given: NotRequired[dict[str, OwnLevelView]]
    needs: NotRequired[list[AskId]]
