"""Opinion groups among people who voted, found by a stated rule.

Who voted on 7 statements or more (or on all, where there are fewer) is placed; where that is fewer than 15
people, everybody who voted is. Of the matrix of people by statements (1 agree, -1 disagree, 0 pass) blanks
are filled with the column's mean. k-means is run for 2 to 5 groups, and the number with the largest mean
silhouette stands, if its smallest group has 3 people; else there is one group. Chance has no part in it:
each number is started from cuts along the directions in which people differ most (principal components) and
from the groups of the number before, one of them split; the start that ends with the least squared distance
counts.

The thresholds for who is placed are those of Polis; SMALLEST is ours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Labels: TypeAlias = NDArray[np.intp]

ENOUGH_VOTES, FEW_PEOPLE = 7, 15
FEWEST_GROUPS, MOST_GROUPS = 2, 5
SMALLEST = 3
DIRECTIONS = 4
MOST_ROUNDS = 300
BLOCK = 1000
"""So many rows at a time are held against all others: the memory of it grows with the people, not with their
square."""
REFINED = 3
"""Of the starts, so many of the best are refined."""
GAIN = 1e-5
"""A share of the squared distance; a round that gains less is the last of a start."""
ROUNDING = 1e-9
"""A gain below this is a rounding error and no gain."""
FAR = 1e9


@dataclass(frozen=True, slots=True)
class Found:
    """Each row's group from 0 (the largest) on, None for who is not placed; `silhouette` of those placed."""

    labels: tuple[int | None, ...]
    silhouette: float


def placed(votes: Floats) -> NDArray[np.bool_]:
    """Which rows (people; NaN is a blank) voted enough to be placed."""
    cast = np.count_nonzero(~np.isnan(votes), axis=1)
    enough = cast >= min(ENOUGH_VOTES, votes.shape[1])
    if np.count_nonzero(enough) < FEW_PEOPLE:
        return np.asarray(cast > 0)
    return np.asarray(enough)


def filled(votes: Floats) -> Floats:
    """The votes with blanks (NaN) as their column's mean; a column that nobody saw is 0."""
    blank = np.isnan(votes)
    seen = np.count_nonzero(~blank, axis=0)
    means = np.where(blank, 0.0, votes).sum(axis=0) / np.maximum(seen, 1)
    return np.where(blank, means, votes)


def find_groups(votes: Sequence[Sequence[int | None]]) -> Found:
    """The groups among these people (a row each, None a blank), in an order that is not that of arrival."""
    matrix = np.array(votes, dtype=np.float64)
    who = placed(matrix)
    rows = filled(matrix)[who]
    labels, width = _clearest(rows) if len(rows) else (np.zeros(0, dtype=np.intp), 0.0)
    numbers: list[int | None] = [None] * len(who)
    for row, label in zip(np.flatnonzero(who), _largest_first(labels), strict=True):
        numbers[row] = int(label)
    return Found(tuple(numbers), width)


def _clearest(matrix: Floats) -> tuple[Labels, float]:
    """The groups with the largest mean silhouette, and that; all in one group where there are none."""
    one = np.zeros(len(matrix), dtype=np.intp)
    tried, before, directions = [], one, _directions(matrix)
    for k in range(FEWEST_GROUPS, min(MOST_GROUPS, len(matrix) // SMALLEST) + 1):
        before = _best_run(matrix, k, directions, before)
        if np.bincount(before, minlength=k).min() >= SMALLEST:
            tried.append(before)
    widths = silhouettes(matrix, tried)
    best = max(range(len(tried)), key=widths.__getitem__, default=None)
    if best is None or widths[best] <= 0:
        return one, 0.0
    return tried[best], widths[best]


def _directions(matrix: Floats) -> Floats:
    """Where each row lies along the directions of most variance (principal components), a column each."""
    centred = matrix - matrix.mean(axis=0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    return np.asarray(centred @ vectors[:, ::-1][:, :DIRECTIONS])


def _best_run(matrix: Floats, k: int, directions: Floats, before: Labels) -> Labels:
    """The groups of the start that ends with the least squared distance to the groups' means, refined."""
    starts = [_cut(direction, k) for direction in directions.T]
    for group in range(k - 1):
        inside = np.flatnonzero(before == group)
        if len(inside) > 1:
            split = before.copy()
            split[inside[_cut(directions[inside, 0], 2) == 1]] = k - 1
            starts.append(split)
    runs = sorted((_settle(matrix, start, k) for start in starts), key=lambda run: run[1])
    refined = [_refine(matrix, labels, k) for labels, _ in runs[:REFINED]]
    return min(refined, key=lambda run: run[1])[0]


def _cut(along: Floats, k: int) -> Labels:
    """Rows in k slices of equal number along a direction."""
    place = np.empty(len(along), dtype=np.intp)
    place[np.argsort(along, kind="stable")] = np.arange(len(along))
    return place * k // len(along)


def _settle(matrix: Floats, labels: Labels, k: int) -> tuple[Labels, float]:
    """Lloyd's iteration from these groups, until it gains next to nothing: the groups, and their squared
    distance less what is the same for all groups.
    """
    cost = np.inf
    for _ in range(MOST_ROUNDS):
        centres, _ = _centres(matrix, labels, k)
        far = np.einsum("ij,ij->i", centres, centres) - 2 * (matrix @ centres.T)
        labels, before = far.argmin(axis=1), cost
        cost = float(far.min(axis=1).sum())
        if before - cost <= GAIN * abs(cost):
            break
    return labels, cost


def _centres(matrix: Floats, labels: Labels, k: int) -> tuple[Floats, Floats]:
    """The means of the groups and their sizes; a group without members lies far from everybody."""
    members = np.eye(k)[labels].T
    sizes = members.sum(axis=1)
    centres = members @ matrix / np.maximum(sizes, 1)[:, None]
    centres[sizes == 0] = FAR
    return centres, sizes


def _refine(matrix: Floats, labels: Labels, k: int) -> tuple[Labels, float]:
    """One person at a time goes where that lessens the squared distance most once both means have followed
    (Hartigan's way, which leaves few of the places where Lloyd's gets stuck).
    """
    labels, rows = labels.copy(), np.arange(len(matrix))
    squares = np.einsum("ij,ij->i", matrix, matrix)
    centres, sizes = _centres(matrix, labels, k)
    far = squares[:, None] - 2 * (matrix @ centres.T) + np.einsum("ij,ij->i", centres, centres)
    for _ in range(MOST_ROUNDS):
        leaving = far[rows, labels] * (sizes / np.maximum(sizes - 1, 1))[labels] * (sizes[labels] > 1)
        gains = leaving[:, None] - far * (sizes / (sizes + 1))
        gains[rows, labels] = 0
        row, to = divmod(int(gains.argmax()), k)
        if gains[row, to] <= ROUNDING:
            break
        of = labels[row]
        centres[of] += (centres[of] - matrix[row]) / (sizes[of] - 1)
        centres[to] += (matrix[row] - centres[to]) / (sizes[to] + 1)
        sizes[of] -= 1
        sizes[to] += 1
        labels[row] = to
        for group in (of, to):
            far[:, group] = squares - 2 * (matrix @ centres[group]) + centres[group] @ centres[group]
    return labels, float(far[rows, labels].sum())


def silhouettes(matrix: Floats, labelings: Sequence[Labels]) -> list[float]:
    """The mean silhouette of each way to group the rows; a row alone in its group counts 0."""
    totals = [0.0] * len(labelings)
    members = [np.eye(int(labels.max()) + 1)[labels] for labels in labelings]
    squares = np.einsum("ij,ij->i", matrix, matrix)
    for start in range(0, len(matrix), BLOCK):
        rows = np.arange(start, min(start + BLOCK, len(matrix)))
        apart = squares[rows, None] + squares - 2 * (matrix[rows] @ matrix.T)
        np.maximum(apart, 0, out=apart)
        apart[rows - start, rows] = 0
        np.sqrt(apart, out=apart)
        for which, labels in enumerate(labelings):
            totals[which] += _widths(apart @ members[which], labels[rows], members[which].sum(axis=0)).sum()
    return [float(total) / len(matrix) for total in totals]


def _widths(sums: Floats, labels: Labels, sizes: Floats) -> Floats:
    """The silhouette of some rows, from the sums of their distances to each group."""
    rows, size = np.arange(len(labels)), sizes[labels]
    inside = sums[rows, labels] / np.maximum(size - 1, 1)
    others = sums / sizes
    others[rows, labels] = np.inf
    nearest = others.min(axis=1)
    larger = np.maximum(inside, nearest)
    told = (size > 1) & (larger > 0)
    return np.asarray(np.where(told, (nearest - inside) / np.where(told, larger, 1), 0.0))


def _largest_first(labels: Labels) -> Labels:
    """The groups numbered by size, equal ones by their first row."""
    groups, first, sizes = np.unique(labels, return_index=True, return_counts=True)
    number = np.zeros(len(groups), dtype=np.intp)
    number[np.lexsort((first, -sizes))] = np.arange(len(groups))
    return number[np.searchsorted(groups, labels)]
