"""The clocks of the shell: the wall's for the process, and each session's own, made of it.

The core knows no clock; every instant that it is given comes from here. Integer milliseconds.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from app.facilitation.commands import ClockSpec
from app.facilitation.state import State

RATE_OVER_MS = 1000
"""The rate of a driven clock is measured over at least this much wall time."""


class Clock(Protocol):
    """A source of wall time that never goes back while the process lives."""

    def now_ms(self) -> int:
        """Milliseconds since the epoch."""
        ...


class SystemClock:
    """The wall clock at the start plus the monotonic clock since: a corrected clock moves no session."""

    def __init__(self) -> None:
        self._offset_ns = time.time_ns() - time.monotonic_ns()

    def now_ms(self) -> int:
        return (self._offset_ns + time.monotonic_ns()) // 1_000_000


class CorrectedClock:
    """The same, corrected to the clock of the database that several nodes share.

    It is moved no further than what was measured makes certain, and never gives an earlier time than before.
    `wall_ns` is this machine's own wall clock.
    """

    def __init__(self, wall_ns: Callable[[], int] = time.time_ns) -> None:
        self._wall_ns = wall_ns
        self._offset_ns = wall_ns() - time.monotonic_ns()
        self._last_ms = 0
        self.off_ms = 0
        """How far this machine's own clock was from the database's, for certain, when it was last asked."""

    def now_ms(self) -> int:
        self._last_ms = max(self._last_ms, (self._offset_ns + time.monotonic_ns()) // 1_000_000)
        return self._last_ms

    def correct(self, database_ms: int, sent_ns: int, received_ns: int) -> None:
        """The database's clock stood at `database_ms` at some moment between two of the monotonic clock's."""
        earliest = database_ms * 1_000_000 - received_ns
        latest = (database_ms + 1) * 1_000_000 - sent_ns
        own = self._wall_ns() - time.monotonic_ns()
        self._offset_ns = min(max(self._offset_ns, earliest), latest)
        self.off_ms = round((own - min(max(own, earliest), latest)) / 1_000_000)


@dataclass(frozen=True, slots=True)
class WallTime:
    """The session's time is the wall's."""

    clock: Clock

    @property
    def rate(self) -> float:
        return 1.0

    def now_ms(self) -> int:
        return self.clock.now_ms()

    def wall_s_until(self, at: int) -> float | None:
        return max(0, at - self.now_ms()) / 1000


@dataclass(slots=True)
class RatedTime:
    """The session's time runs `rate` times as fast as the wall's; it was `start_at` at `since_ms`."""

    clock: Clock
    since_ms: int
    start_at: int
    rate: float

    def now_ms(self) -> int:
        return self.start_at + round((self.clock.now_ms() - self.since_ms) * self.rate)

    def reached(self, at: int) -> None:
        """The log is at `at`: of two nodes that loaded the session at different moments, the one that is
        behind goes by the other.
        """
        if at > self.now_ms():
            self.since_ms, self.start_at = self.clock.now_ms(), at

    def wall_s_until(self, at: int) -> float | None:
        return max(0, at - self.now_ms()) / self.rate / 1000


@dataclass(slots=True)
class DrivenTime:
    """The session's time stands where its replayer has advanced it to; waiting moves nothing."""

    clock: Clock
    at: int
    rate: float = 1.0
    """How fast it was driven lately, so that pages can let their clocks run between two frames."""
    _measured_ms: int = 0
    _measured_at: int = 0

    def now_ms(self) -> int:
        return self.at

    def advance(self, to_at: int) -> None:
        """Everything up to `to_at` has been reported."""
        now = self.clock.now_ms()
        self.at = max(self.at, to_at)
        passed = now - self._measured_ms
        if passed >= RATE_OVER_MS:
            if self._measured_ms:
                self.rate = round((self.at - self._measured_at) / passed, 2)
            self._measured_ms, self._measured_at = now, self.at

    def wall_s_until(self, _: int) -> float | None:
        return None


SessionTime: TypeAlias = WallTime | RatedTime | DrivenTime


def session_time(spec: ClockSpec, state: State, clock: Clock) -> SessionTime:
    """The time of a session that was just loaded.

    A rated clock goes on from the session's last event: while nobody serves a session, it stands still.
    """
    match spec.kind:
        case "wall":
            return WallTime(clock)
        case "rated":
            start_at = max(spec.start_at, state.last_at)
            return RatedTime(clock, clock.now_ms(), start_at, spec.rate)
        case "driven":
            return DrivenTime(clock, max(spec.start_at, state.last_at))
