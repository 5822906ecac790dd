"""A mean that few answers cannot carry far from what is usual."""

from collections.abc import Iterable
from fractions import Fraction

from app.facilitation.merit.tally import Tally, answered, total

WEIGHT = 3
"""The usual counts as much as this many answers: the variance of scores within an idea (about 1) over that
between ideas (about .3); our own estimate. In actuarial terms the credibility of Bühlmann."""

MIDDLE = Fraction(3)
"""What is usual where nobody has scored yet."""


def usual(tallies: Iterable[Tally]) -> Fraction:
    """`m`: the mean of a round's scores on one question, over all its ideas."""
    kept = list(tallies)
    n = sum(answered(counts) for counts in kept)
    return Fraction(sum(total(counts) for counts in kept), n) if n else MIDDLE


def shrunken_mean(counts: Tally, m: Fraction) -> Fraction | None:
    """`(3m + Σx) / (3 + n)`; None without answers (they say nothing, and not "middling")."""
    n = answered(counts)
    return (WEIGHT * m + total(counts)) / (WEIGHT + n) if n else None
