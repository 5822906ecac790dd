"""How fast somebody may send, so that one loop gone wild costs nobody else their turn."""

from __future__ import annotations

from collections import OrderedDict

from app.access.limits import COMING, PERSON, PROGRAM, Pace
from app.facilitation.actors import Integrator, label
from app.rooms.connection import Viewer

MOST_CALLERS = 20_000
"""Those whose pace is kept in mind; past that the one that came longest ago starts anew."""


class Bucket:
    """Fills with time, empties with messages. Times are monotonic seconds."""

    __slots__ = ("_allowance", "_at", "_left", "refused")

    def __init__(self, allowance: Pace, now: float) -> None:
        self._allowance = allowance
        self._left = float(allowance.at_once)
        self._at = now
        # Messages refused since the bucket was last full: a flood has to rest before it is forgotten.
        self.refused = 0

    def take(self, now: float) -> bool:
        """Whether one more message may pass now."""
        allowance = self._allowance
        self._left = min(allowance.at_once, self._left + (now - self._at) * allowance.a_second)
        self._at = now
        if self._left >= allowance.at_once:
            self.refused = 0
        if self._left < 1:
            self.refused += 1
            return False
        self._left -= 1
        return True


class Paces:
    """One bucket for each person, device or key, on however many sockets and by whichever door they come; and
    one for the sockets that they open.
    """

    def __init__(self) -> None:
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def of(self, viewer: Viewer, now: float) -> Bucket:
        """The bucket of whoever comes."""
        return self._bucket(label(viewer), PROGRAM if isinstance(viewer, Integrator) else PERSON, now)

    def comes(self, viewer: Viewer, now: float) -> bool:
        """Whether they may open one more socket now."""
        return self._bucket(f"coming {label(viewer)}", COMING, now).take(now)

    def _bucket(self, who: str, pace: Pace, now: float) -> Bucket:
        bucket = self._buckets.get(who)
        if bucket is None:
            bucket = self._buckets[who] = Bucket(pace, now)
            if len(self._buckets) > MOST_CALLERS:
                self._buckets.popitem(last=False)
        self._buckets.move_to_end(who)
        return bucket
