"""Figures that move with time alone: to facilitators once a second, to "My time" every five.

They are computed from the state and the clock when they are due, and are nobody's facts: no event, no seq.
"""

from __future__ import annotations

import asyncio

from app.facilitation.actors import Person
from app.facilitation.jsonable import JsonDict
from app.facilitation.live import desk_figures, lanes, own_figures, somebody_speaks
from app.rooms.connection import Connection
from app.rooms.frames import text_frame
from app.rooms.hub import Hub
from app.wire import frames

DESK_S = 1.0
"""Between two frames for facilitators: as fast as one can read a bar that grows."""

TICKS_A_YOU = 5
"""Every fifth tick goes to "My time": one's own figures are to be looked at, not watched."""

TICKS_A_LANES = 10
"""Every tenth tick carries who spoke when, which is larger and changes less."""


class Figures:
    """Ticks once a second while somebody speaks and is watched, and once more when the talk has ended."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._timer: asyncio.TimerHandle | None = None
        self._ticks = 0
        # The connections on which "My time" is open.
        self._watching: set[Connection] = set()

    def consider(self) -> None:
        """The state or the connections have changed: begin to tick, if there is something to tell."""
        watched = self._watching or self._hub.desks()
        if self._timer is None and watched and somebody_speaks(self._hub.state):
            self._timer = asyncio.get_running_loop().call_later(DESK_S, self._tick)

    def watch(self, connection: Connection, on: bool) -> None:
        """Somebody opened or closed "My time" on a connection; the first figures come at once."""
        if on:
            self._watching.add(connection)
            self._send_own(connection)
            self.consider()
        else:
            self._watching.discard(connection)

    def forget(self, connection: Connection) -> None:
        """The connection has gone."""
        self._watching.discard(connection)

    def stop(self) -> None:
        """Tick no more."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _tick(self) -> None:
        self._timer = None
        self._ticks += 1
        goes_on = somebody_speaks(self._hub.state)
        desks = self._hub.desks()
        if desks:
            frame = self._desk_frame(with_lanes=not goes_on or self._ticks % TICKS_A_LANES == 1)
            for connection in desks:
                self._hub.send(connection, frame)
        if not goes_on or self._ticks % TICKS_A_YOU == 0:
            for connection in tuple(self._watching):
                self._send_own(connection)
        self.consider()

    def _desk_frame(self, *, with_lanes: bool) -> bytes:
        state, at = self._hub.state, self._now()
        figures: JsonDict = desk_figures(state, at)
        if with_lanes:
            figures["lanes"] = lanes(state, at)
        return text_frame(frames.live("desk", at=at, figures=figures))

    def _send_own(self, connection: Connection) -> None:
        viewer = self._hub.viewer(connection)
        if isinstance(viewer, Person):
            at = self._now()
            own = own_figures(self._hub.state, viewer.participant, at)
            self._hub.send(connection, text_frame(frames.live("you", at=at, figures=own)))

    def _now(self) -> int:
        return max(self._hub.time.now_ms(), self._hub.state.last_at)
