"""What the scores of a round say about each idea: every figure of a question, and of an idea as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from app.facilitation.merit.accord import accord
from app.facilitation.merit.agreement import agreement
from app.facilitation.merit.division import divided, division
from app.facilitation.merit.lowest_third import Bearing, cannot_accept, lowest_third
from app.facilitation.merit.median import lower_median
from app.facilitation.merit.questions import Question
from app.facilitation.merit.shrunken_mean import shrunken_mean, usual
from app.facilitation.merit.tally import Tally, tally
from app.facilitation.merit.warnings import red_flag, too_few

Sheet = Mapping[Question, int | None]
"""One person's answers on one idea: 1 to 5, None for "can't say"; a question not reached is not there."""


@dataclass(frozen=True, slots=True)
class QuestionVerdict:
    """One question of one idea. Where `too_few`, the other figures are not to be shown."""

    counts: Tally
    cannot_say: int
    too_few: bool
    median: int | None
    mean: Fraction | None
    """Shrunken."""
    agreement: float | None
    division: float | None
    divided: bool
    agreed: bool
    """By the number that Delphi studies use (`accord`)."""
    red_flag: bool


@dataclass(frozen=True, slots=True)
class IdeaVerdict:
    """One idea; `merit` and `bearing` are None where a question has too few answers: it is not ranked."""

    questions: Mapping[Question, QuestionVerdict]
    red_flags: tuple[Question, ...]
    lowest_median: int | None
    """The lowest of the four medians, which is said before any mean."""
    merit: Fraction | None
    """Mean of the four shrunken means, with equal weights. A red flag marks an idea and does not move it."""
    bearing: Bearing | None


def verdicts(round_: Mapping[str, Mapping[str, Sheet]], asked: int) -> dict[str, IdeaVerdict]:
    """Every idea of a round: idea -> person -> answers; `asked` people could have scored."""
    counts = {
        idea: {question: tally(_given(sheets, question)) for question in Question}
        for idea, sheets in round_.items()
    }
    usually = {question: usual(own[question] for own in counts.values()) for question in Question}
    return {idea: _idea(counts[idea], sheets, usually, asked) for idea, sheets in sorted(round_.items())}


def _given(sheets: Mapping[str, Sheet], question: Question) -> list[int]:
    return [score for sheet in sheets.values() if (score := sheet.get(question)) is not None]


def _idea(
    counts: Mapping[Question, Tally],
    sheets: Mapping[str, Sheet],
    usually: Mapping[Question, Fraction],
    asked: int,
) -> IdeaVerdict:
    questions = {
        question: QuestionVerdict(
            counts=own,
            cannot_say=sum(question in sheet and sheet[question] is None for sheet in sheets.values()),
            too_few=too_few(own, asked),
            median=lower_median(own),
            mean=shrunken_mean(own, usually[question]),
            agreement=agreement(own),
            division=division(own),
            divided=divided(own),
            agreed=accord(own) is True,
            red_flag=red_flag(own),
        )
        for question, own in counts.items()
    }
    medians = [one.median for one in questions.values() if one.median is not None]
    means = [one.mean for one in questions.values() if one.mean is not None]
    ranked = not any(one.too_few for one in questions.values())
    return IdeaVerdict(
        questions=questions,
        red_flags=tuple(q for q, one in questions.items() if one.red_flag and not one.too_few),
        lowest_median=min(medians, default=None),
        merit=sum(means, Fraction()) / len(means) if ranked else None,
        bearing=_bearing(counts, sheets) if ranked else None,
    )


def _bearing(counts: Mapping[Question, Tally], sheets: Mapping[str, Sheet]) -> Bearing | None:
    """Each person counts with the mean of what they answered."""
    own = []
    for _, sheet in sorted(sheets.items()):
        given = [score for score in sheet.values() if score is not None]
        if given:
            own.append(Fraction(sum(given), len(given)))
    lowest = lowest_third(own)
    if lowest is None:
        return None
    return Bearing(cannot_accept(counts[Question.acceptable]), lowest, sum(own, Fraction()) / len(own))


def best_first(ideas: Mapping[str, IdeaVerdict]) -> list[list[str]]:
    """Ranked ideas by merit, equal ones side by side in order of id."""
    return ranked({idea: one.merit for idea, one in ideas.items() if one.merit is not None})


def ranked(merits: Mapping[str, Fraction]) -> list[list[str]]:
    """Ideas by a merit, equal ones side by side in order of id."""
    ranks: dict[Fraction, list[str]] = {}
    for idea, merit in sorted(merits.items()):
        ranks.setdefault(merit, []).append(idea)
    return [ranks[merit] for merit in sorted(ranks, reverse=True)]
