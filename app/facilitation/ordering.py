"""The order in which waiting people go: classes of requests, a policy inside each, and the guard that nobody
is overtaken without end.

Clarifying questions come before direct replies and those before new points, so that a thread is finished
before the next begins. Balanced is fair scheduling: `lag = expected_ms - talk_ms` is service due minus
service received, as in earliest eligible virtual deadline first (Stoica & Abdel-Wahab 1995), and the largest
lag goes first. Ordering is by lag and not by ratio, because a ratio is wild for whoever just came.
"""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple, Protocol

from app.facilitation.ids import Asks, ParticipantId, Place, Policy

CLASSES = (Asks.question, Asks.reply, Asks.new_point)
"""The published order of the classes. A point of process is in none: it is answered without a turn."""
MOST_REPLIES = 2
"""So many direct replies to one new point go before new points; a third is a new point, or two people talk
on and all others wait."""
LAG_CAP_MS = 300_000
"""A long silence is no blank cheque: beyond 5 min of lag, who asked first counts again."""
MOST_OVERTAKEN = 3
"""Whoever was overtaken this often goes next, whatever class overtook them: people see that waiting ends."""
LOOK_AHEAD = 50
"""As many places as a screen shows are worked out turn by turn; those behind stand by their present
figures.
"""

_asked = attrgetter("asked_at", "participant")
_RANK = {asks: rank for rank, asks in enumerate(CLASSES)}


class Asker(Protocol):
    """Somebody who asked to speak, and when."""

    @property
    def participant(self) -> ParticipantId: ...

    @property
    def asked_at(self) -> int: ...


class Waiting(NamedTuple):
    """What an order is made from. `lag_ms` is 0 for people who are not counted; `spoke` says whether they
    ever did; `side` is where they stand when turns alternate, "" for none.
    """

    participant: ParticipantId
    asked_at: int
    overtaken: int
    lag_ms: int
    spoke: bool
    asks: Asks = Asks.new_point
    lot: int = 0
    side: str = ""
    told: bool = False
    """They had the floor when all others listened: listeners come first."""


def side_of(place: Place) -> str:
    """On which side somebody is when room and online take turns: a phone is not in the room."""
    return "room" if place is Place.in_room else "online"


def order(
    policy: Policy, waiting: Sequence[Waiting], last_side: str = ""
) -> tuple[tuple[ParticipantId, str], ...]:
    """The people in the order in which they go, each with the reason for their place (for facilitators'
    eyes). `last_side` is where the last speaker was.

    Reasons: `overtaken`, `question`, `reply`, and inside a class `first_time`, `heard_least`, `asked_first`,
    `alternate` or `lot`.
    """
    rest = _sorted(policy, waiting)
    if policy is Policy.fifo and _alike(rest):
        return tuple([(w.participant, _why(policy, w)) for w in rest])
    placed: list[tuple[ParticipantId, str]] = []
    asked = sorted(rest, key=_asked)
    overtaken = {w.participant: w.overtaken for w in rest}
    side = last_side
    for _ in range(min(len(rest), LOOK_AHEAD)):
        for first in asked:
            if overtaken[first.participant] >= MOST_OVERTAKEN:
                why = "overtaken"
                break
        else:
            first = rest[_other_side(rest, side) if policy is Policy.alternate else 0]
            why = _why(policy, first)
        placed.append((first.participant, why))
        rest.remove(first)
        asked.remove(first)
        side, at = first.side, first.asked_at
        for passed in asked:
            if passed.asked_at >= at:
                break
            overtaken[passed.participant] += 1
    behind = [
        (w.participant, "overtaken" if overtaken[w.participant] >= MOST_OVERTAKEN else _why(policy, w))
        for w in rest
    ]
    behind.sort(key=lambda entry: entry[1] != "overtaken")
    return (*placed, *behind)


def overtakes(served: Asker, waiting: Sequence[Asker]) -> tuple[ParticipantId, ...]:
    """Whom it overtakes to serve this one: everybody who asked before them and still waits. Hands that were
    raised together overtake nobody of each other.
    """
    asked_at = served.asked_at
    return tuple([w.participant for w in waiting if w.asked_at < asked_at])


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


def _alike(waiting: Sequence[Waiting]) -> bool:
    """Whether who asked first goes first, because nobody is in another class or was overtaken."""
    return all(
        w.asks is waiting[0].asks and w.told is waiting[0].told and w.overtaken < MOST_OVERTAKEN
        for w in waiting
    )


def _other_side(ordered: Sequence[Waiting], side: str) -> int:
    """Where the first of the first class stands who is not where the last speaker was; the first of all, if
    none is. Whoever stands on no side goes when it is their turn, and lets nobody past.
    """
    first = ordered[0]
    if not side or not first.side:
        return 0
    alike = ((at, w) for at, w in enumerate(ordered) if (w.told, w.asks) == (first.told, first.asks))
    return next((at for at, w in alike if w.side and w.side != side), 0)


def _sorted(policy: Policy, waiting: Sequence[Waiting]) -> list[Waiting]:
    """Listeners, class, then what the policy looks at, then who asked first."""
    inside = [0] * len(waiting)
    if policy is Policy.balanced:
        inside = [-max(-LAG_CAP_MS, min(LAG_CAP_MS, w.lag_ms)) for w in waiting]
    elif policy is Policy.random:
        inside = [w.lot for w in waiting]
    keys = [
        (w.told, _RANK[w.asks], looked_at, w.asked_at, w.participant, w)
        for w, looked_at in zip(waiting, inside, strict=True)
    ]
    keys.sort()
    return [key[-1] for key in keys]


def _why(policy: Policy, waiting: Waiting) -> str:
    if waiting.asks is not Asks.new_point:
        return waiting.asks.value
    match policy:
        case Policy.balanced if waiting.lag_ms > 0:
            return "heard_least" if waiting.spoke else "first_time"
        case Policy.alternate:
            return "alternate"
        case Policy.random:
            return "lot"
        case _:
            return "asked_first"
