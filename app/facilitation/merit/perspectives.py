"""Scores by declared perspective: a lens that weighs them, and where they differ.

People are never rated: a lens weighs perspectives, question by question, and always stands beside the
result with equal weights.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from app.facilitation.merit.questions import LOWEST, Question
from app.facilitation.merit.tally import Tally, answered, mean, total

LEAST_WEIGHT, MOST_WEIGHT = 0.5, 2.0
"""Equal weights are hard to beat (Dawes 1979, Am. Psychol. 34:571-582), so a lens leans and does not
silence."""

FEWEST = 3
"""A perspective of fewer scorers is not weighed, and not shown."""

MOVED = 2
"""A rank that moves by so many places, or another idea on top, is worth saying."""

APART, ERRORS, ENOUGH = 1, 2, 5
"""Perspectives diverge when their means are a point apart, and two standard errors, with 5 scorers each:
with 3 and 3 scorers two equal groups are a point apart in 17 % of questions by chance alone."""

ByPerspective: TypeAlias = Mapping[str, Tally]
Weights: TypeAlias = Mapping[Question, Mapping[str, float]]
"""For each question the weights of perspectives; one that is not named weighs 1."""


def lens_mean(perspectives: ByPerspective, weights: Mapping[str, float]) -> Fraction | None:
    """The weighted mean of the means of perspectives of 3 or more; None where fewer than two are.

    Numbers in a group do not weigh twice. Raises ValueError for a weight outside .5 to 2.
    """
    for perspective, weight in weights.items():
        if not LEAST_WEIGHT <= weight <= MOST_WEIGHT:
            raise ValueError(f"{perspective} weighs {weight}; a lens weighs {LEAST_WEIGHT} to {MOST_WEIGHT}")
    parts = [
        (Fraction(weights.get(perspective, 1.0)), own)
        for perspective, counts in sorted(perspectives.items())
        if answered(counts) >= FEWEST and (own := mean(counts)) is not None
    ]
    if len(parts) < 2:
        return None
    return sum((weight * own for weight, own in parts), Fraction()) / sum(weight for weight, _ in parts)


def lens_merit(idea: Mapping[Question, ByPerspective], weights: Weights) -> Fraction | None:
    """The mean over the four questions; None where the lens is off on any of them."""
    means = [lens_mean(idea.get(question, {}), weights.get(question, {})) for question in Question]
    seen = [one for one in means if one is not None]
    return sum(seen, Fraction()) / len(seen) if len(seen) == len(means) else None


def lens_disagrees(equal: Mapping[str, Fraction], lens: Mapping[str, Fraction]) -> frozenset[str]:
    """The ideas where lens and equal weights disagree: a rank moved by 2 or more, or another idea on top.

    Only ideas that both have are ranked; ties stand in the same place.
    """
    both = equal.keys() & lens.keys()

    def ranks(merits: Mapping[str, Fraction]) -> dict[str, int]:
        return {idea: sum(merits[other] > merits[idea] for other in both) for idea in both}

    with_equal, with_lens = ranks(equal), ranks(lens)
    return frozenset(
        idea
        for idea in both
        if abs(with_equal[idea] - with_lens[idea]) >= MOVED
        or (with_equal[idea] == 0) != (with_lens[idea] == 0)
    )


@dataclass(frozen=True, slots=True)
class Divergence:
    """Two perspectives that see one question differently; `higher` scored it better."""

    higher: str
    lower: str
    apart: Fraction
    """Difference of their means, in steps of the scale."""


def divergence(perspectives: ByPerspective) -> Divergence | None:
    """The two perspectives furthest apart that diverge by the rule; None where none do."""
    found: Divergence | None = None
    able = sorted(p for p, counts in perspectives.items() if answered(counts) >= ENOUGH)
    for one in able:
        for other in able:
            mine, theirs = _mean_and_error(perspectives[one]), _mean_and_error(perspectives[other])
            apart = mine[0] - theirs[0]
            if apart < APART or apart * apart < ERRORS * ERRORS * (mine[1] + theirs[1]):
                continue
            if found is None or apart > found.apart:
                found = Divergence(one, other, apart)
    return found


class EachWay(NamedTuple):
    """What one perspective is asked, by what the others said: `more`, that they say more yes."""

    asked: str
    others: str
    question: Question
    more: bool


def each_way(apart: Mapping[Question, Divergence]) -> tuple[EachWay, ...]:
    """One question to each of the two perspectives that lie furthest apart on an idea; none where none do.

    Why for people: asked about the others' doubt, a side says what could be changed; asked about what the
    others see in it, it says what it would need. So each is asked about the widest doubt of the other side,
    and where that has none, about the widest yes.
    """
    if not apart:
        return ()
    widest = max(apart.values(), key=lambda one: one.apart)
    pair = {widest.higher, widest.lower}
    between = {question: one for question, one in apart.items() if {one.higher, one.lower} == pair}

    def to(asked: str, others: str) -> EachWay:
        doubts = {question: one for question, one in between.items() if one.lower == others}
        found = doubts or between
        question = max(found, key=lambda each: found[each].apart)
        return EachWay(asked, others, question, more=found[question].higher == others)

    return to(widest.higher, widest.lower), to(widest.lower, widest.higher)


def _mean_and_error(counts: Tally) -> tuple[Fraction, Fraction]:
    """The mean, and the square of its standard error (from the sample's variance, n - 1)."""
    n = answered(counts)
    middle = Fraction(total(counts), n)
    squares = sum((count * (step - middle) ** 2 for step, count in enumerate(counts, LOWEST)), Fraction())
    return middle, squares / (n - 1) / n
