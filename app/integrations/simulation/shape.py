"""The shape of a meeting's talk, of a simulated or a recorded one alike: what the two are compared by.

All from the talk that the core has settled, by its own definitions of utterance, backchannel and turn.
"""

import random
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.facilitation.ids import ParticipantId
from app.facilitation.speech.definitions import SETTLE_MS
from app.facilitation.speech.indices import gini
from app.facilitation.state import State

CHANCE_DRAWS = 100


@dataclass(frozen=True, slots=True)
class Shape:
    """One meeting; times in s, shares of 1."""

    people: int
    gini: float
    """Of the talk of all."""
    largest_share: float
    smallest_share: float
    turns: int
    turn_s: float
    """Median length of a turn: the talk of one person between that of others."""
    utterance_s: float
    """Median."""
    changes_a_minute: float
    offset_s: float
    """Median time from one's end to the start of somebody else's; negative where they overlap."""
    overlapping_changes: float
    """The share of changes that overlap."""
    long_gaps: float
    """The share of changes after a gap of over half a second."""
    overlap: float
    """Of all talk."""
    silence: float
    """Of the meeting."""
    backchannels_a_minute: float
    longest_quiet_s: float
    """Median over people."""
    chance_gini: float
    """The Gini that equal people would come to with these very turns: median over random orders of who
    spoke."""

    @property
    def beyond_chance(self) -> float:
        """Inequality that chance does not explain."""
        return self.gini - self.chance_gini


def shape(state: State, people: Sequence[ParticipantId], seed: int) -> Shape:
    """The shape of a session that has ended."""
    at = state.last_at + SETTLE_MS
    opened_at = state.session.opened_at or 0
    figures = state.speech.figures(at)
    lanes = state.speech.lanes(opened_at, at)
    spoken = sorted(
        (span_from, span_to, people.index(who))
        for who, lane in lanes.items()
        if who in people
        for span_from, span_to in lane.talk
    )
    talk = [figures.people[who].counted_talk_ms for who in people]
    total = max(1, sum(talk))
    turns = _turns(spoken)
    offsets = [(b[0] - a[1]) / 1000 for a, b in pairwise(spoken) if a[2] != b[2]]
    minutes = figures.active_ms / 60_000
    return Shape(
        people=len(people),
        gini=gini(talk) or 0.0,
        largest_share=max(talk) / total,
        smallest_share=min(talk) / total,
        turns=len(turns),
        turn_s=_median([length / 1000 for _, length in turns]),
        utterance_s=_median([(to_at - from_at) / 1000 for from_at, to_at, _ in spoken]),
        changes_a_minute=len(offsets) / minutes,
        offset_s=_median(offsets),
        overlapping_changes=_share(offsets, lambda offset: offset < 0),
        long_gaps=_share(offsets, lambda offset: offset > 0.5),
        overlap=figures.overlap_ms / total,
        silence=figures.silence_ms / figures.active_ms,
        backchannels_a_minute=sum(figures.people[who].backchannels for who in people) / minutes,
        longest_quiet_s=_median([figures.people[who].longest_quiet_ms / 1000 for who in people]),
        chance_gini=_by_chance([length for _, length in turns], len(people), seed),
    )


def _turns(spoken: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """(person, ms of talk) of each turn, in order."""
    turns: list[tuple[int, int]] = []
    for from_at, to_at, who in spoken:
        if turns and turns[-1][0] == who:
            turns[-1] = (who, turns[-1][1] + to_at - from_at)
        else:
            turns.append((who, to_at - from_at))
    return turns


def _by_chance(lengths: Sequence[int], people: int, seed: int) -> float:
    """Who spoke is drawn anew for every turn, each as likely as any other but whoever spoke last."""
    dice = random.Random(seed)
    drawn: list[float] = []
    for _ in range(CHANCE_DRAWS):
        talk, last = [0] * people, -1
        for length in lengths:
            who = dice.randrange(people - 1) if last >= 0 else dice.randrange(people)
            who += 0 <= last <= who
            talk[who] += length
            last = who
        drawn.append(gini(talk) or 0.0)
    return statistics.median(drawn)


def _median(values: Sequence[float]) -> float:
    return statistics.median(values) if values else 0.0


def _share(values: Sequence[float], holds: Callable[[float], bool]) -> float:
    return sum(map(holds, values)) / len(values) if values else 0.0
