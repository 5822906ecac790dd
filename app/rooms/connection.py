"""One socket's life: awaiting hello, joining, joined, lagging, closing. Impossible steps are errors."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

from app.facilitation.actors import Device, Integrator, Person
from app.facilitation.ids import ConnectionId
from app.rooms.frames import text_frame
from app.rooms.outlet import Outlet
from app.wire import frames

Viewer: TypeAlias = Person | Device | Integrator
"""Whose socket it is, as the token said."""

MOST_WITHHELD_ANSWERS = 64
"""Answers kept for a slow client until its welcome; as many as the state remembers for a resend."""

CLOSE_CODES: dict[frames.Farewell, int] = {
    "restart": 1012,
    "slow": 1013,
    "removed": 4003,
    "erased": 4003,
    "revoked": 4001,
    "deleted": 4004,
}
"""WebSocket close codes (1012 and 1013 as registered with IANA: service restart, try again later)."""


@dataclass(frozen=True, slots=True)
class AwaitingHello:
    """Accepted; nobody knows yet whose it is."""


@dataclass(frozen=True, slots=True)
class Joining:
    """The token was good; the log does not know of the connection yet."""

    viewer: Viewer


@dataclass(slots=True)
class Joined:
    """Welcomed: gets every frame of its layers."""

    viewer: Viewer


@dataclass(slots=True)
class Lagging:
    """Too slow: frames are dropped until it has drained; then it gets a welcome and the answers kept here."""

    viewer: Viewer
    answers: list[bytes] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Closing:
    """Goodbye was said, or the peer has gone."""

    why: str


ConnectionState: TypeAlias = AwaitingHello | Joining | Joined | Lagging | Closing

S = TypeVar("S", AwaitingHello, Joining, Joined, Lagging)


class IllegalTransition(Exception):
    """A step that the connection's state does not allow: an error of this program, never of a client."""

    def __init__(self, step: str, expected: tuple[type, ...], actual: ConnectionState) -> None:
        wanted = " or ".join(kind.__name__ for kind in expected)
        super().__init__(f"{step} needs a connection that is {wanted}, this one is {type(actual).__name__}")


class Connection:
    """A socket with its state. The hub's loop reads `outlet` directly; all else goes through the steps."""

    __slots__ = ("heard_s", "id", "outlet", "state")

    def __init__(self, connection_id: ConnectionId, outlet: Outlet) -> None:
        self.id = connection_id
        self.outlet = outlet
        self.state: ConnectionState = AwaitingHello()
        # The monotonic moment of its last sign of life.
        self.heard_s = time.monotonic()

    @property
    def viewer(self) -> Viewer:
        """Whose it is. Raises IllegalTransition before the first frame and after goodbye."""
        if isinstance(self.state, (Joining, Joined, Lagging)):
            return self.state.viewer
        raise IllegalTransition("viewer", (Joining, Joined, Lagging), self.state)

    @property
    def is_joined(self) -> bool:
        return isinstance(self.state, Joined)

    @property
    def is_closing(self) -> bool:
        return isinstance(self.state, Closing)

    def identify(self, viewer: Viewer) -> None:
        """The first frame said whose it is."""
        self._expect("identify", AwaitingHello)
        self.state = Joining(viewer)

    def join(self, welcome: bytes) -> None:
        """The log knows of it: welcome."""
        state = self._expect("join", Joining)
        self.state = Joined(state.viewer)
        self.outlet.send_frame(welcome)

    def lag(self, answers: bytes = b"") -> None:
        """A frame was dropped; the answers in it are kept."""
        state = self._expect("lag", Joined)
        self.state = Lagging(state.viewer, [answers] if answers else [])

    def catch_up(self, welcome: bytes) -> None:
        """It has drained: everything anew, then the answers that were kept."""
        state = self._expect("catch_up", Lagging)
        if self.outlet.send_frame(welcome + b"".join(state.answers)):
            self.state = Joined(state.viewer)

    def answer(self, frame: bytes) -> None:
        """Send an answer now, or with the welcome that a slow client gets."""
        match self.state:
            case Joined():
                if not self.outlet.send_frame(frame) and self.outlet.is_open():
                    self.lag(frame)
            case Lagging(_, answers):
                if len(answers) >= MOST_WITHHELD_ANSWERS:
                    self.close("slow")
                else:
                    answers.append(frame)
            case _:
                # The peer has gone, or is being sent away: it will resend and be answered the same.
                pass

    def close(self, why: frames.Farewell, again_in_ms: int | None = None) -> None:
        """Say why, and goodbye. Does nothing where it was said before."""
        if isinstance(self.state, Closing):
            return
        if isinstance(self.state, (Joining, Joined)):
            self.outlet.send_frame(text_frame(frames.bye(why, again_in_ms=again_in_ms)))
        self.state = Closing(why)
        self.outlet.close(CLOSE_CODES[why], why)

    def lost(self) -> None:
        """The peer has gone."""
        self.state = Closing("lost")

    def _expect(self, step: str, kind: type[S]) -> S:
        if not isinstance(self.state, kind):
            raise IllegalTransition(step, (kind,), self.state)
        return self.state
