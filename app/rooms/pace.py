"""How fast one connection may send, so that one loop gone wild costs nobody else their turn."""

from __future__ import annotations

from dataclasses import dataclass

from app.facilitation.actors import Integrator
from app.rooms.connection import Viewer


@dataclass(frozen=True, slots=True)
class Allowance:
    """Messages a second in the long run, and how many may come at once."""

    a_second: float
    at_once: int


PERSON = Allowance(20, 60)
"""A hand, four microphone transitions a second, taps by keyboard: all well below this."""

PROGRAM = Allowance(1_000, 4_000)
"""A recorder that reports a meeting at sixty times its speed."""

MOST_REFUSED = 200
"""Messages too many that are answered; a connection that goes on after them is closed."""


class Bucket:
    """Fills with time, empties with messages. Times are monotonic seconds."""

    __slots__ = ("_allowance", "_at", "_left", "refused")

    def __init__(self, allowance: Allowance, now: float) -> None:
        self._allowance = allowance
        self._left = float(allowance.at_once)
        self._at = now
        # Messages refused since the last one that was taken.
        self.refused = 0

    def take(self, now: float) -> bool:
        """Whether one more message may pass now."""
        allowance = self._allowance
        self._left = min(allowance.at_once, self._left + (now - self._at) * allowance.a_second)
        self._at = now
        if self._left < 1:
            self.refused += 1
            return False
        self._left -= 1
        self.refused = 0
        return True


def bucket_for(viewer: Viewer, now: float) -> Bucket:
    """The bucket of a connection, by whose it is."""
    return Bucket(PROGRAM if isinstance(viewer, Integrator) else PERSON, now)
