"""The order in which waiting people go: the policies, and the guard that nobody is overtaken without end.

Balanced is fair scheduling: `lag = expected_ms - talk_ms` is service due minus service received, as in
earliest eligible virtual deadline first (Stoica & Abdel-Wahab 1995), and the largest lag goes first.
Ordering is by lag and not by ratio, because a ratio is wild for whoever just came.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from app.facilitation.ids import ParticipantId, Policy

LAG_CAP_MS = 300_000
"""A long silence is no blank cheque: beyond 5 min of lag, who asked first counts again."""
MOST_OVERTAKEN = 3
"""Whoever was overtaken this often goes next: people see that waiting ends."""
LOOK_AHEAD = 50
"""As many places as a screen shows are worked out turn by turn; those behind stand by their present
figures.
"""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What an order is made from. `lag_ms` is 0 for people who are not counted; `spoke` says whether they
    ever did.
    """

    participant: ParticipantId
    asked_at: int
    overtaken: int
    lag_ms: int
    spoke: bool


def order(policy: Policy, waiting: Sequence[Waiting]) -> tuple[tuple[ParticipantId, str], ...]:
    """The people in the order in which they go, each with the reason for their place (for facilitators'
    eyes).

    Reasons: `overtaken`, `first_time`, `heard_least`, `asked_first`.
    """
    if policy is Policy.fifo:
        return tuple((w.participant, "asked_first") for w in sorted(waiting, key=_asked))
    placed: list[tuple[ParticipantId, str]] = []
    rest = list(waiting)
    while rest and len(placed) < LOOK_AHEAD:
        first, why = _next(rest)
        placed.append((first.participant, why))
        passed = set(overtakes(first, rest))
        rest = [
            replace(w, overtaken=w.overtaken + 1) if w.participant in passed else w
            for w in rest
            if w.participant != first.participant
        ]
    rest.sort(key=lambda w: (w.overtaken < MOST_OVERTAKEN, *_least_heard(w)))
    return (*placed, *((w.participant, _why(w)) for w in rest))


def overtakes(served: Waiting, waiting: Sequence[Waiting]) -> tuple[ParticipantId, ...]:
    """Whom it overtakes to serve this one: everybody who asked before them and still waits."""
    return tuple(
        w.participant for w in waiting if w.participant != served.participant and _asked(w) < _asked(served)
    )


def with_moved(
    ordered: Sequence[tuple[ParticipantId, str]], moved: Sequence[tuple[ParticipantId, int]]
) -> tuple[tuple[ParticipantId, str], ...]:
    """The order with the places that a facilitator gave by hand."""
    by_hand: Mapping[ParticipantId, int] = dict(moved)
    result = [entry for entry in ordered if entry[0] not in by_hand]
    waiting = {participant for participant, _ in ordered}
    for participant, index in sorted(moved, key=lambda m: m[1]):
        if participant in waiting:
            result.insert(min(index, len(result)), (participant, "moved"))
    return tuple(result)


def _next(waiting: Sequence[Waiting]) -> tuple[Waiting, str]:
    guarded = [w for w in waiting if w.overtaken >= MOST_OVERTAKEN]
    if guarded:
        return min(guarded, key=_asked), "overtaken"
    chosen = min(waiting, key=_least_heard)
    return chosen, _why(chosen)


def _why(waiting: Waiting) -> str:
    if waiting.overtaken >= MOST_OVERTAKEN:
        return "overtaken"
    if waiting.lag_ms > 0:
        return "heard_least" if waiting.spoke else "first_time"
    return "asked_first"


def _asked(waiting: Waiting) -> tuple[int, str]:
    return waiting.asked_at, waiting.participant


def _least_heard(waiting: Waiting) -> tuple[int, int, str]:
    lag = max(-LAG_CAP_MS, min(LAG_CAP_MS, waiting.lag_ms))
    return -lag, waiting.asked_at, waiting.participant
