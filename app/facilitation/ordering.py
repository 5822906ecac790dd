"""The order in which waiting people go: the policies, and the guard that nobody is overtaken without end.

Balanced is fair scheduling: `lag = expected_ms - talk_ms` is service due minus service received, as in
earliest eligible virtual deadline first (Stoica & Abdel-Wahab 1995), and the largest lag goes first.
Ordering is by lag and not by ratio, because a ratio is wild for whoever just came.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.facilitation.ids import ParticipantId, Policy

LAG_CAP_MS = 300_000
"""A long silence is no blank cheque: beyond 5 min of lag, who asked first counts again."""
MOST_OVERTAKEN = 3
"""Whoever was overtaken this often goes next: people see that waiting ends."""
LOOK_AHEAD = 50
"""As many places as a screen shows are worked out turn by turn; those behind stand by their present
figures.
"""


class Asker(Protocol):
    """Somebody who asked to speak, and when."""

    @property
    def participant(self) -> ParticipantId: ...

    @property
    def asked_at(self) -> int: ...


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
    rest = sorted(waiting, key=_least_heard)
    overtaken = {w.participant: w.overtaken for w in rest}
    while rest and len(placed) < LOOK_AHEAD:
        guarded = [w for w in rest if overtaken[w.participant] >= MOST_OVERTAKEN]
        first = min(guarded, key=_asked) if guarded else rest[0]
        placed.append((first.participant, "overtaken" if guarded else _why(first)))
        rest.remove(first)
        for passed in overtakes(first, rest):
            overtaken[passed] += 1
    rest.sort(key=lambda w: overtaken[w.participant] < MOST_OVERTAKEN)
    return (
        *placed,
        *(
            (w.participant, "overtaken" if overtaken[w.participant] >= MOST_OVERTAKEN else _why(w))
            for w in rest
        ),
    )


def overtakes(served: Asker, waiting: Sequence[Asker]) -> tuple[ParticipantId, ...]:
    """Whom it overtakes to serve this one: everybody who asked before them and still waits."""
    asked_at, who = served.asked_at, served.participant
    return tuple(
        w.participant
        for w in waiting
        if w.asked_at < asked_at or (w.asked_at == asked_at and w.participant < who)
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


def _why(waiting: Waiting) -> str:
    if waiting.lag_ms > 0:
        return "heard_least" if waiting.spoke else "first_time"
    return "asked_first"


def _asked(waiting: Waiting) -> tuple[int, str]:
    return waiting.asked_at, waiting.participant


def _least_heard(waiting: Waiting) -> tuple[int, int, str]:
    lag = max(-LAG_CAP_MS, min(LAG_CAP_MS, waiting.lag_ms))
    return -lag, waiting.asked_at, waiting.participant
