"""How fast one connection may send, so that one loop gone wild costs nobody else their turn."""

from __future__ import annotations

from app.access.limits import MOST_REFUSED, PERSON, PROGRAM, Pace
from app.facilitation.actors import Integrator
from app.rooms.connection import Viewer

__all__ = ["MOST_REFUSED", "PERSON", "PROGRAM", "Bucket", "bucket_for"]


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


def bucket_for(viewer: Viewer, now: float) -> Bucket:
    """The bucket of a connection, by whose it is."""
    return Bucket(PROGRAM if isinstance(viewer, Integrator) else PERSON, now)
