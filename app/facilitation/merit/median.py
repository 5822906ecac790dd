"""The middle score: a step that somebody chose, never one between two."""

from app.facilitation.merit.questions import LOWEST
from app.facilitation.merit.tally import Tally, answered


def lower_median(counts: Tally) -> int | None:
    """The middle score, and of an even number of scores the lower of the two middle ones; None without any.

    The majority grade of Balinski & Laraki 2007, A theory of measuring, electing, and ranking, PNAS
    104(21):8720-8725.
    """
    n = answered(counts)
    if n == 0:
        return None
    passed = 0
    for step, count in enumerate(counts, LOWEST):
        passed += count
        if 2 * passed >= n:
            return step
    raise AssertionError("a tally's counts are not negative")
