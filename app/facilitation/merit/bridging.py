"""What divided groups agree on: group-informed consensus."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import prod

AGREES = (4, 5)
"""Scores that count as agreeing, where scores stand for votes."""


@dataclass(frozen=True, slots=True)
class Votes:
    """How one group voted on one statement; `seen` counts agree, disagree and pass (or "can't say")."""

    agree: int
    seen: int

    @property
    def likelihood(self) -> float:
        """`(A + 1) / (S + 2)`: that a member agrees; .5 where nobody has seen it."""
        return (self.agree + 1) / (self.seen + 2)


@dataclass(frozen=True, slots=True)
class Bridge:
    """How far all groups agree on one statement; each figure 0 to 1."""

    product: float
    """Group-informed consensus. Not to be compared between different numbers of groups."""
    root: float
    """Its G-th root, comparable: the geometric mean over groups."""
    lowest: float
    """The group that agrees least: what bridging means in plain words."""
    highest: float
    """The group that agrees most."""


def bridge(groups: Iterable[Votes]) -> Bridge | None:
    """Group-informed consensus of one statement; None without groups.

    `Π (A + 1) / (S + 2)` over groups: Small, Bjorkegren, Erkkilä, Shaw & Megill 2021, Polis: scaling
    deliberation by mapping high dimensional opinion spaces, RECERCA 26(2). Root and lowest are ours.
    """
    likelihoods = sorted(group.likelihood for group in groups)
    if not likelihoods:
        return None
    product = prod(likelihoods)
    return Bridge(product, product ** (1 / len(likelihoods)), likelihoods[0], likelihoods[-1])


def votes_of_scores(scores: Iterable[int | None]) -> Votes:
    """One group's scores on *acceptable* as votes: 4 and 5 agree, "can't say" (None) has seen it."""
    kept = list(scores)
    return Votes(sum(score in AGREES for score in kept), len(kept))


def best_first(bridges: Mapping[str, Bridge]) -> list[str]:
    """Statements by group-informed consensus; ties by the lowest group, then in the order given."""
    place = {statement: index for index, statement in enumerate(bridges)}
    return sorted(bridges, key=lambda s: (-bridges[s].product, -bridges[s].lowest, place[s]))
