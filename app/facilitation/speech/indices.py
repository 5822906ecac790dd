"""Indices of how even a group's talk is. Each is None where it means nothing: fewer than two people, or no
talk."""

from collections.abc import Iterable
from math import exp, log


def gini(values: Iterable[float]) -> float | None:
    """Gini coefficient of non-negative values: 0 all equal, (n-1)/n one has all.

    `G = Σ (2i - n - 1)·x_i / (n·Σ x)` with x ascending, i = 1..n.
    """
    ascending = sorted(values)
    n = len(ascending)
    total = sum(ascending)
    if n < 2 or total <= 0:
        return None
    return sum((2 * i - n - 1) * x for i, x in enumerate(ascending, 1)) / (n * total)


def gini_corrected(values: Iterable[float]) -> float | None:
    """Gini times n/(n-1), to be compared between groups of different size: 1 when one has all.

    Deltas 2003, The small-sample bias of the Gini coefficient, Rev. Econ. Stat. 85(1):226-234.
    """
    kept = list(values)
    plain = gini(kept)
    return None if plain is None else plain * len(kept) / (len(kept) - 1)


def _entropy(values: Iterable[float]) -> float | None:
    ascending = sorted(values)
    total = sum(ascending)
    if len(ascending) < 2 or total <= 0:
        return None
    return sum(-share * log(share) for share in (x / total for x in ascending) if share > 0)


def evenness(values: Iterable[float]) -> float | None:
    """Shannon entropy of the shares over ln n (Pielou): 1 all equal, 0 one has all."""
    kept = list(values)
    entropy = _entropy(kept)
    return None if entropy is None else entropy / log(len(kept))


def effective_voices(values: Iterable[float]) -> float | None:
    """ "3.4 of 5 voices": e to the Shannon entropy of the shares (Hill number of order 1), 1 to n."""
    entropy = _entropy(values)
    return None if entropy is None else exp(entropy)
