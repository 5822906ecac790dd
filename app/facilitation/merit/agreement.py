"""Agreement: how near to each other the answers on an ordered scale lie."""

from math import fsum, log2

from app.facilitation.merit.questions import LOWEST
from app.facilitation.merit.tally import Tally, answered, total


def agreement(counts: Tally) -> float | None:
    """Consensus of Tastle and Wierman, 0 (half at each end) to 1 (all the same); None without answers.

    `1 + Σ p_i · log2(1 - |i - mean| / (k - 1))` over the steps that were chosen, k the width of the scale
    and not of the answers. Tastle & Wierman 2007, Consensus and dissention: a measure of ordinal
    dispersion, Int. J. Approximate Reasoning 45(3):531-545.
    """
    n = answered(counts)
    if n == 0:
        return None
    width = len(counts) - 1
    middle = total(counts) / n
    terms = [
        count / n * log2(1 - abs(step - middle) / width)
        for step, count in enumerate(counts, LOWEST)
        if count and step != middle
    ]
    return max(0.0, 1 + fsum(terms))
