"""How often a door may be tried with what doesn't open it, and how large a body may be.

A whole building comes in from one address, so what opens a door is never counted. Only failures are: a
phone that fails again and again is told to slow down, and an address that fails as only a guessing program
does is not looked at any more for a while. A room's code has 40 random bits: at the rate that is left,
guessing one takes tens of thousands of years.
"""

from collections import OrderedDict
from dataclasses import dataclass, field

from app.facilitation.refusals import Refused

MAX_BODY_BYTES = 262_144
"""A batch of 1,000 utterances, twice over."""

MOST_REMEMBERED = 20_000
"""Addresses (or phones) kept in mind; past that the one that was quiet longest is forgotten."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """Failures that may come at once, and seconds until another one is allowed."""

    at_once: int
    every_s: float


A_DEVICE = Allowance(20, 10.0)
"""Somebody who mistypes a code; past it they are told to slow down, but a code that is right still opens."""

AN_ADDRESS = Allowance(300, 5.0)
"""A large meeting behind one address, a third of which mistypes at nine o'clock; past it nothing is looked
up.
"""


class SlowDown(Refused):
    """`slow_down`: come back in `retry_after_s`."""

    def __init__(self, message: str, retry_after_s: float) -> None:
        super().__init__("slow_down", message)
        self.retry_after_s = max(1, round(retry_after_s))


@dataclass(slots=True)
class Failures:
    """Counts failures by whom they came from; what is left of each allowance comes back with time
    (monotonic s).
    """

    allowance: Allowance
    _left: "OrderedDict[str, tuple[float, float]]" = field(default_factory=OrderedDict)

    def wait_s(self, who: str, now: float) -> float:
        """0 where another failure is allowed now, else the seconds until one is."""
        left = self._of(who, now)
        return 0.0 if left >= 1 else (1 - left) * self.allowance.every_s

    def add(self, who: str, now: float) -> None:
        """One more failure."""
        left = self._of(who, now)
        self._left[who] = (max(0.0, left - 1), now)
        self._left.move_to_end(who)
        if len(self._left) > MOST_REMEMBERED:
            self._left.popitem(last=False)

    def _of(self, who: str, now: float) -> float:
        left, at = self._left.get(who, (float(self.allowance.at_once), now))
        return min(float(self.allowance.at_once), left + (now - at) / self.allowance.every_s)


class DoorKeeper:
    """Watches the doors: `admit` before something is looked up, `failed` when it opened nothing."""

    def __init__(self) -> None:
        self._devices = Failures(A_DEVICE)
        self._addresses = Failures(AN_ADDRESS)

    def admit(self, address: str, now: float) -> None:
        """Raises SlowDown where an address has failed as only a guessing program does."""
        wait_s = self._addresses.wait_s(address, now)
        if wait_s:
            raise SlowDown(
                "Too many wrong codes came from your network. Wait a moment, then try again.", wait_s
            )

    def failed(self, address: str, device: str, now: float) -> None:
        """Count a failure. Raises SlowDown where this device has had too many: its try was looked at, and
        wrong.
        """
        wait_s = self._devices.wait_s(f"{address} {device}", now)
        self._devices.add(f"{address} {device}", now)
        self._addresses.add(address, now)
        if wait_s:
            raise SlowDown("That was wrong too often. Wait a moment, check it, then try again.", wait_s)
