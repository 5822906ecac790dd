"""How often each step of a scale was chosen.

Means are fractions: ideas that are equal have to come out equal, and a rounding in the last place would rank
them.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import TypeAlias

from app.facilitation.merit.questions import HIGHEST, LOWEST

Tally: TypeAlias = tuple[int, ...]
"""Element i counts the answers at step i + 1 of the scale; its length is the width of the scale."""


def tally(scores: Iterable[int], steps: int = HIGHEST) -> Tally:
    """Count scores of 1 to `steps`. Raises ValueError for one that is not on the scale."""
    counts = [0] * steps
    for score in scores:
        if not LOWEST <= score <= steps:
            raise ValueError(f"{score} is not on the scale of {LOWEST} to {steps}")
        counts[score - LOWEST] += 1
    return tuple(counts)


def answered(counts: Tally) -> int:
    """How many answered; "can't say" is not among them."""
    return sum(counts)


def total(counts: Tally) -> int:
    """The sum of all scores."""
    return sum(step * count for step, count in enumerate(counts, LOWEST))


def mean(counts: Tally) -> Fraction | None:
    """The mean score; None where nobody answered."""
    n = answered(counts)
    return Fraction(total(counts), n) if n else None


def share_at(counts: Tally, steps: Iterable[int]) -> float:
    """The share of answers at these steps; 0 where nobody answered."""
    n = answered(counts)
    return sum(counts[step - LOWEST] for step in steps) / n if n else 0.0
