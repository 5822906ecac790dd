"""A ranked check: the Schulze method, ties stated.

Schulze 2011, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
election method, Social Choice and Welfare 36(2):267-303, DOI 10.1007/s00355-010-0475-4. It was chosen
because adding an option much like another neither helps nor harms it (independence of clones), raising an
option on a ballot never harms it, and who beats everybody else wins: a group can add an option late without
a game being made of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Ballot: TypeAlias = Sequence[Sequence[str]]
"""Options from best to worst, those of the same rank together. Options that are left out stand below all
that are named, side by side."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """`places` from best to worst; more than one option in a place is a tie, and is said."""

    places: tuple[tuple[str, ...], ...]
    beats: Mapping[str, Mapping[str, int]]
    """How many put one option (first key) before another (second)."""

    @property
    def winners(self) -> tuple[str, ...]:
        """Who is first; several when tied, none where there is no ballot to rank by."""
        return self.places[0] if self.places else ()


def schulze(options: Sequence[str], ballots: Sequence[Ballot]) -> Ranking:
    """Rank options. Raises ValueError for a ballot that names an option twice or one that is not there.

    Strength of a defeat: winning votes. An option stands in the first place that nobody left beats; within
    a place options are in order of id.
    """
    names = sorted(options)
    beats = _beats(names, ballots)
    paths = _paths(names, beats)
    left, places = list(names), []
    while left:
        best = tuple(a for a in left if all(paths[a][b] >= paths[b][a] for b in left if b != a))
        places.append(best)
        left = [a for a in left if a not in best]
    return Ranking(tuple(places), beats)


def _beats(names: Sequence[str], ballots: Sequence[Ballot]) -> dict[str, dict[str, int]]:
    beats = {a: {b: 0 for b in names if b != a} for a in names}
    for ballot in ballots:
        rank: dict[str, int] = {}
        for place, tied in enumerate(ballot):
            for option in tied:
                if option not in beats or option in rank:
                    raise ValueError(f"a ballot names {option!r} twice, or it is no option")
                rank[option] = place
        for a, place in rank.items():
            for b in names:
                if place < rank.get(b, len(ballot)):
                    beats[a][b] += 1
    return beats


def _paths(names: Sequence[str], beats: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """The strongest chain of defeats from each option to each other (Floyd and Warshall's way)."""
    paths = {
        a: {b: (beats[a][b] if beats[a][b] > beats[b][a] else 0) for b in names if b != a} for a in names
    }
    for via in names:
        for a in names:
            for b in names:
                if len({via, a, b}) == 3:
                    paths[a][b] = max(paths[a][b], min(paths[a][via], paths[via][b]))
    return paths
