"""Everything that is bounded at the doors: how often, how large, how many, how slow. `table` names them all.

A whole building comes in from one address, so what opens a door is never counted. Only failures are: a
phone that fails again and again is told to slow down, and an address that fails as only a guessing program
does is not looked at any more for a while. A room's code has 40 random bits: at the rate that is left,
guessing one takes tens of thousands of years.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Network, ip_address

from app.facilitation.refusals import Refused
from app.wire.incoming import MAX_FRAME_BYTES, MAX_HELLO_BYTES
from app.wire.shapes import MAX_ITEMS, MAX_TEXT_CHARACTERS


@dataclass(frozen=True, slots=True)
class Pace:
    """Messages a second in the long run, and how many may come at once."""

    a_second: float
    at_once: int


MAX_BODY_BYTES = 262_144
"""A batch of 1,000 utterances, twice over."""

HELLO_S = 5.0
"""A client has this long to say whose it is; an honest one does so at once."""

MOST_WAITING = 2_048
"""Sockets that may be open without having said whose they are. One more, and the one that has waited longest
is sent away. An honest client says hello within a round trip; but when a meeting of 1,000 comes back at once,
all of them have said it before the first is read. With 512 they sent one another away again and again.
"""

MOST_SOCKETS = 10_000
"""Live sockets of one node; about 100 MB of buffers and state."""

MOST_FOR_ONE = 32
"""Sockets of one person, device or key in one session: tabs and devices, and some that have not noticed yet
that they are dead.
"""

REQUEST_S = 20.0
"""A request has to be here, whole, within this time, and an answer has to be read at such a pace that the
next 64 KB of it leave within this time: slower than any telephone network, faster than who only holds on.
"""

PERSON = Pace(20, 60)
"""A hand, four microphone transitions a second, taps by keyboard: all well below this."""

COMING = Pace(1, 40)
"""Sockets that one person, device or key opens: tabs, reloads, a bad network. Each is two events of the log,
and a frame to everybody else.
"""

PROGRAM = Pace(1_000, 4_000)
"""A recorder that reports a meeting at sixty times its speed."""

MOST_REFUSED = 200
"""Messages too many that are answered; a connection that goes on after them is closed."""

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


LINE_BITS = 64
"""Of an IPv6 address: a line is given at least all that differ in the rest (RFC 6177), so who guesses could
take another one each time."""


def line_of(address: str) -> str:
    """What all addresses of one line have in common; of IPv4 that is the address, however it is written."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if isinstance(known, IPv4Address):
        return address
    if known.ipv4_mapped is not None:
        return str(known.ipv4_mapped)
    return str(IPv6Network((int(known), LINE_BITS), strict=False).network_address)


class DoorKeeper:
    """Watches the doors: `admit` before something is looked up, `failed` when it opened nothing."""

    def __init__(self) -> None:
        self._devices = Failures(A_DEVICE)
        self._addresses = Failures(AN_ADDRESS)

    def admit(self, address: str, now: float) -> None:
        """Raises SlowDown where an address has failed as only a guessing program does."""
        wait_s = self._addresses.wait_s(line_of(address), now)
        if wait_s:
            raise SlowDown(
                "Too many wrong codes came from your network. Wait a moment, then try again.", wait_s
            )

    def failed(self, address: str, device: str, now: float) -> None:
        """Count a failure. Raises SlowDown where this device has had too many: its try was looked at, and
        wrong.
        """
        line = line_of(address)
        wait_s = self._devices.wait_s(f"{line} {device}", now)
        self._devices.add(f"{line} {device}", now)
        self._addresses.add(line, now)
        if wait_s:
            raise SlowDown("That was wrong too often. Wait a moment, check it, then try again.", wait_s)


def table() -> list[tuple[str, str, str]]:
    """Every bound that somebody outside can meet: what it is of, how much, and what happens past it."""
    return [
        ("body of a request", f"{MAX_BODY_BYTES // 1024} KB", "413 `too_large`"),
        ("first frame of a socket", f"{MAX_HELLO_BYTES // 1024} KB", "`malformed`, closed"),
        ("any later frame", f"{MAX_FRAME_BYTES // 1024} KB", "closed (1009)"),
        ("items of one list", f"{MAX_ITEMS:,}", "`too_many`"),
        ("text, where nothing shorter is said", f"{MAX_TEXT_CHARACTERS} characters", "`malformed`"),
        ("time until a socket says whose it is", f"{HELLO_S:g} s", "closed (4408)"),
        ("sockets that have not said it yet", f"{MOST_WAITING}", "the one that waited longest is closed"),
        ("live sockets of a node", f"{MOST_SOCKETS:,}", "503 `unavailable`"),
        ("live sockets of one person in a session", f"{MOST_FOR_ONE}", "`too_many`, closed (1013)"),
        ("time for a request to arrive whole", f"{REQUEST_S:g} s", "cut off"),
        ("time to read 64 KB of an answer", f"{REQUEST_S:g} s", "cut off"),
        ("sockets that a person or key opens", _pace(COMING), "`slow_down`, closed (1013)"),
        ("messages of a person", _pace(PERSON), "`too_fast`, `slow_down`"),
        ("messages of a key", _pace(PROGRAM), "`too_fast`, `slow_down`"),
        ("messages past that", f"{MOST_REFUSED}", "closed (4429)"),
        (
            "wrong codes and links of a device, and knocks",
            _allowed(A_DEVICE),
            "429 `slow_down`; a right one opens",
        ),
        (
            "wrong codes and links of an address",
            _allowed(AN_ADDRESS),
            "429 `slow_down` before it is looked up",
        ),
        ("right codes and links", "no bound", ""),
    ]


def _pace(pace: Pace) -> str:
    return f"{pace.a_second:,g} a second, {pace.at_once:,} at once"


def _allowed(allowance: Allowance) -> str:
    return f"{allowance.at_once} at once, then one in {allowance.every_s:g} s"
