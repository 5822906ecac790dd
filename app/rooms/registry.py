"""The sessions that are live on this node: loaded when somebody needs them, let go when nobody does."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Collection
from typing import Protocol

from app.access.limits import MOST_FOR_ONE
from app.facilitation.actors import Actor, Integrator, Server
from app.facilitation.commands import Command
from app.facilitation.decider import evolve
from app.facilitation.ids import BootId, CommandId, ConnectionId, KeyId, SessionId
from app.facilitation.refusals import Refused
from app.facilitation.state import Answer, State
from app.history.entries import from_entry
from app.history.errors import UnknownSession
from app.history.log import Log
from app.rooms.actor import SessionActor
from app.rooms.bus import Bus, MemoryBus
from app.rooms.clock import Clock, SystemClock
from app.rooms.connection import Connection, Joined, Joining, Lagging, Viewer
from app.rooms.orders import Unavailable, random_id
from app.rooms.outlet import Outlet
from app.rooms.presence import close_connection, close_dead_boots, open_connection

IDLE_S = 60.0
"""A session without connections and commands is let go after this: longer than the grace."""

EVENTS_A_STEP = 500
"""Events folded in at a stretch while a session is loaded, before others get their turn (about 10 ms)."""

STOPPING = "The server is restarting. Try again in a moment."


class Heartbeats(Protocol):
    """What is known of nodes that are no more."""

    def last_sign_ms(self) -> int | None:
        """When the last boot before this one was known to live (wall ms), if anybody knows."""
        ...


class Rooms:
    """All live sessions of one node. Made in the event loop that serves; stopped before the log is closed."""

    def __init__(
        self,
        log: Log,
        *,
        bus: Bus | None = None,
        clock: Clock | None = None,
        heartbeats: Heartbeats | None = None,
        idle_s: float = IDLE_S,
    ) -> None:
        self.boot = BootId(random_id())
        self.clock = clock or SystemClock()
        self._log = log
        self._bus = bus or MemoryBus()
        self._heartbeats = heartbeats
        self._idle_s = idle_s
        self._actors: dict[SessionId, SessionActor] = {}
        # Sessions that are being loaded: whoever needs one meanwhile waits for the same.
        self._loading: dict[SessionId, asyncio.Task[SessionActor]] = {}
        self._idle: dict[SessionId, asyncio.TimerHandle] = {}
        self._used_s: dict[SessionId, float] = {}
        # All sockets, and of those that said whose they are, whose (a person has several).
        self._connections: set[Connection] = set()
        self._whose: dict[Connection, tuple[SessionId, Viewer]] = {}
        self._count: Counter[tuple[SessionId, Viewer]] = Counter()
        self._stopping = False

    # ---- what REST, CLI and the sockets ask

    async def command(
        self, session: SessionId, command: Command, actor: Actor, command_id: CommandId
    ) -> Answer:
        """Apply a command once, durably. Raises Refused (also `unavailable`) and HistoryError."""
        live = await self.actor(session)
        return await live.ask(command, actor, command_id)

    async def serve(self, session: SessionId, command: Command) -> Answer:
        """A command of the server itself (a session is created, somebody comes through a door)."""
        return await self.command(session, command, Server(), CommandId(random_id()))

    async def state(self, session: SessionId) -> State:
        """The committed state. Raises UnknownSession, HistoryError."""
        return (await self.actor(session)).state

    async def now(self, session: SessionId) -> int:
        """The session clock's time, for figures that move with it."""
        live = await self.actor(session)
        return max(live.time.now_ms(), live.state.last_at)

    def connection(self, outlet: Outlet) -> Connection:
        """A new connection, awaiting its first frame. Whoever makes it gives it back by `detach`."""
        connection = Connection(ConnectionId(random_id()), outlet)
        self._connections.add(connection)
        return connection

    @property
    def sockets(self) -> int:
        """How many are open, those included that have not said yet whose they are."""
        return len(self._connections)

    async def attach(self, live: SessionActor, connection: Connection, viewer: Viewer) -> None:
        """Welcome a connection in a live session. Raises Refused."""
        whose = (live.session, viewer)
        if self._count[whose] >= MOST_FOR_ONE:
            raise Refused("too_many", "This page is open too often. Close some of its tabs, then try again.")
        self._whose[connection] = whose
        self._count[whose] += 1
        connection.identify(viewer)
        await open_connection(live, connection, self.boot)
        live.figures.consider()

    def detach(self, connection: Connection, live: SessionActor | None) -> None:
        """The connection has gone; `live` is the session that it was attached to."""
        connection.lost()
        self._connections.discard(connection)
        whose = self._whose.pop(connection, None)
        if whose is not None:
            self._count[whose] -= 1
            if not self._count[whose]:
                del self._count[whose]
        if live is not None:
            close_connection(live, connection)

    def close_programs(self, keys: Collection[KeyId]) -> None:
        """Close what is connected by one of these keys: they were revoked."""
        for connection in list(self._connections):
            state = connection.state
            viewer = state.viewer if isinstance(state, (Joining, Joined, Lagging)) else None
            if isinstance(viewer, Integrator) and viewer.key in keys:
                connection.close("revoked")

    # ---- sessions

    async def actor(self, session: SessionId) -> SessionActor:
        """The live session, loaded if need be. Raises HistoryError, and Unavailable while stopping."""
        if self._stopping:
            raise Unavailable(STOPPING)
        self._used_s[session] = time.monotonic()
        live = self._actors.get(session)
        if live is not None and not live.stopped:
            return live
        task = self._loading.get(session)
        if task is None:
            task = asyncio.create_task(self._load(session), name=f"load {session}")
            self._loading[session] = task
            task.add_done_callback(lambda _: self._loading.pop(session, None))
        return await asyncio.shield(task)

    async def _load(self, session: SessionId) -> SessionActor:
        if not await self._log.heads([session]):
            raise UnknownSession(session)
        state = State.empty()
        entries = await self._log.read(session)
        for start in range(0, len(entries), EVENTS_A_STEP):
            for entry in entries[start : start + EVENTS_A_STEP]:
                state = evolve(state, from_entry(entry))
            await asyncio.sleep(0)
        live = SessionActor(session, self.boot, state, self.clock, self._log, self._bus)
        self._actors[session] = live
        close_dead_boots(live, self.boot, self._last_sign(state))
        self._look_again(session)
        return live

    def _last_sign(self, state: State) -> int:
        """The last sign of life of boots that are dead now, in session time."""
        known = self._heartbeats.last_sign_ms() if self._heartbeats is not None else None
        if known is None or state.session.clock.kind != "wall":
            return state.last_at
        return max(state.last_at, known)

    def _look_again(self, session: SessionId) -> None:
        loop = asyncio.get_running_loop()
        earlier = self._idle.get(session)
        if earlier is not None:
            earlier.cancel()
        self._idle[session] = loop.call_later(self._idle_s, self._let_go_if_idle, session)

    def _let_go_if_idle(self, session: SessionId) -> None:
        live = self._actors[session]
        unused_s = time.monotonic() - self._used_s[session]
        if live.stopped or (live.idle and not len(live.hub) and unused_s >= self._idle_s):
            del self._actors[session], self._used_s[session], self._idle[session]
            live.let_go()
        else:
            self._look_again(session)

    # ---- the end

    def farewell(self, again_in_ms: int) -> None:
        """Tell every client that the server restarts, and when to come back; then close. Takes nobody new."""
        self._stopping = True
        for connection in list(self._connections):
            connection.close("restart", again_in_ms)

    async def stop(self) -> None:
        """Finish what was taken, and let every session go. Call it before the log is closed."""
        self.farewell(again_in_ms=1_500)
        for timer in self._idle.values():
            timer.cancel()
        await asyncio.gather(*self._loading.values(), return_exceptions=True)
        for connection in list(self._connections):
            self._connections.discard(connection)
        await asyncio.gather(*(live.stop() for live in self._actors.values()))
        self._actors.clear()
