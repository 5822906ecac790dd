"""What no mean may hide: a question on which an idea fails, and a question that too few have answered."""

from app.facilitation.merit.median import lower_median
from app.facilitation.merit.tally import Tally, answered

RED_MEDIAN = 2
"""A middle score of this or less says that most people doubt it."""

RED_PEOPLE, RED_SHARE = 2, 0.20
"""So many people, and such a share of those who answered, at the lowest step; our own."""

FEWEST = 3
"""Below this many answers a figure says more about a person than about an idea."""


def red_flag(counts: Tally) -> bool:
    """Median of 2 or less, or two people and a fifth at 1. It is never averaged away (non-compensatory)."""
    middle = lower_median(counts)
    if middle is None:
        return False
    lowest = counts[0]
    return middle <= RED_MEDIAN or (lowest >= RED_PEOPLE and lowest >= RED_SHARE * answered(counts))


def too_few(counts: Tally, asked: int) -> bool:
    """Whether to say "too few to say": under 3 answers, or under half of those who were asked."""
    n = answered(counts)
    return n < FEWEST or 2 * n < asked
