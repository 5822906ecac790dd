"""Resistance: how hard each option would be to live with, and what that says beside leaving things as they
are.

Systemic consensing: Visotschnig & Schrotta 2005, Das SK-Prinzip. There is no fixed percentage to reach, for
that makes people answer tactically; the option to leave things as they are is the limit.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

NONE, MOST = 0, 10
"""From no resistance to "unacceptable"."""

NEEDS_ANSWER = 9
"""One person from here on is answered, even where the option wins."""

HARD = 8
"""Between options of equal resistance the one with fewer people from here on stands first."""

COMPARED = 0.80
"""Options are compared where at least this share of the people answered both; who left one out is not
guessed at."""

Answers: TypeAlias = Mapping[str, int]
"""Person -> 0 to 10."""


@dataclass(frozen=True, slots=True)
class Resistance:
    """What one option meets."""

    answered: int
    total: int
    acceptance: float
    """Percent: `100 · (1 - R / 10n)`."""
    highest: int
    hard: int
    """How many said 8 or more."""
    needs_answer: int
    """How many said 9 or 10."""


def resistance(answers: Answers) -> Resistance | None:
    """What an option meets; None where nobody answered. Raises ValueError for an answer off the scale."""
    levels = list(answers.values())
    for level in levels:
        if not NONE <= level <= MOST:
            raise ValueError(f"{level} is not on the scale of {NONE} to {MOST}")
    if not levels:
        return None
    total = sum(levels)
    return Resistance(
        answered=len(levels),
        total=total,
        acceptance=100 * (1 - total / (MOST * len(levels))),
        highest=max(levels),
        hard=sum(level >= HARD for level in levels),
        needs_answer=sum(level >= NEEDS_ANSWER for level in levels),
    )


def comparable(one: Answers, other: Answers) -> bool:
    """Whether two options were answered by the same people, or by four fifths of all who answered either."""
    either = one.keys() | other.keys()
    return bool(either) and len(one.keys() & other.keys()) >= COMPARED * len(either)


def gain(option: Answers, leave: Answers) -> float | None:
    """Acceptance above that of leaving things as they are, in points; 0 or less is over the limit.

    None where the two cannot be compared.
    """
    mine, limit = resistance(option), resistance(leave)
    if mine is None or limit is None or not comparable(option, leave):
        return None
    return mine.acceptance - limit.acceptance


def least_first(options: Mapping[str, Answers]) -> list[list[str]]:
    """Options by least resistance; ties by the smaller highest answer, then by fewer at 8 or more, then side
    by side.

    By acceptance, which is the same where the same people answered. Left out: options that nobody answered,
    and such as cannot be compared with the one that most people answered.
    """
    if not options:
        return []
    most = min(options, key=lambda option: (-len(options[option]), option))
    ranks: dict[tuple[float, int, int], list[str]] = {}
    for option in sorted(options):
        met = resistance(options[option])
        if met is None or not comparable(options[option], options[most]):
            continue
        ranks.setdefault((met.total / met.answered, met.highest, met.hard), []).append(option)
    return [ranks[key] for key in sorted(ranks)]
