"""The sessions that are live on this node: loaded when somebody needs them, let go when nobody does."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter
from collections.abc import Callable, Collection, Coroutine
from contextlib import suppress
from functools import partial

from app.access.limits import MOST_FOR_ONE
from app.facilitation.actors import Actor, Integrator, Server
from app.facilitation.commands import Command
from app.facilitation.decisions.earlier import told_back
from app.facilitation.ids import BootId, CommandId, ConnectionId, KeyId, SessionId
from app.facilitation.refusals import Refused
from app.facilitation.state import Answer, State
from app.history.errors import HistoryError, UnknownSession
from app.history.log import Log
from app.history.nodes import Nodes
from app.rooms.actor import SessionActor
from app.rooms.anew import folded
from app.rooms.bus import Bus, MemoryBus, News
from app.rooms.clock import Clock, CorrectedClock, SystemClock
from app.rooms.connection import Connection, Joined, Joining, Lagging, Viewer
from app.rooms.neighbours import Neighbours
from app.rooms.orders import Unavailable, random_id
from app.rooms.outlet import Outlet
from app.rooms.pace import Paces
from app.rooms.presence import close_connection, close_dead_boots, known, open_connection

logger = logging.getLogger("evenfloor.rooms")

IDLE_S = 60.0
"""A session without connections and commands is let go after this: longer than the grace."""

STOPPING = "The server is restarting. Try again in a moment."


SPREAD_MS = 2_000
"""Over so long the people of a node that goes come back to the others, so that they do not all knock at
once."""


class Rooms:
    """All live sessions of one node. Made in the event loop that serves; stopped before the log is closed.

    With `nodes` it is one of several: `start` it before it serves. `signs_with`: see `Sign`.
    """

    def __init__(
        self,
        log: Log,
        *,
        bus: Bus | None = None,
        clock: Clock | None = None,
        nodes: Nodes | None = None,
        signs_with: str = "",
        idle_s: float = IDLE_S,
    ) -> None:
        self.boot = BootId(random_id())
        self.clock = clock or (SystemClock() if nodes is None else CorrectedClock())
        self.bus = bus or MemoryBus()
        self.neighbours = Neighbours(self.boot, nodes, self.clock, signs_with)
        self.paces = Paces()
        self._log = log
        self._replicated = nodes is not None
        self._idle_s = idle_s
        self._actors: dict[SessionId, SessionActor] = {}
        # Sessions that are being loaded: whoever needs one meanwhile waits for the same.
        self._loading: dict[SessionId, asyncio.Task[SessionActor]] = {}
        # When each was last used, or looked at while it had to stay: the oldest first.
        self._used_s: dict[SessionId, float] = {}
        self._idle: asyncio.TimerHandle | None = None
        # All sockets, and of those that said whose they are, whose (a person has several).
        self._connections: set[Connection] = set()
        self._whose: dict[Connection, tuple[SessionId, Viewer]] = {}
        self._count: Counter[tuple[SessionId, Viewer]] = Counter()
        # Other sessions of a room that are being told what concerns them.
        self._telling: set[asyncio.Task[None]] = set()
        self.unsaid: Callable[[SessionId], Coroutine[None, None, None]] | None = None
        """Takes words that are gone from a session out of what later ones have of its decisions. May raise
        Refused and HistoryError.
        """
        self._hailed = asyncio.Event()
        self._stopping = False

    async def start(self) -> None:
        """Be known to the other nodes, and hear from them. Raises `LogUnavailable`."""
        self.bus.listen(self.boot, self._hear, self._look_now)
        self.neighbours.follows = self._followed_by_programs
        self.neighbours.looked = lambda: asyncio.ensure_future(self._look_around())
        await self.neighbours.start()
        await self.bus.start()

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
        """The committed state, with all that any node had answered before this was asked.

        Raises UnknownSession, HistoryError, and Unavailable while stopping.
        """
        return (await self._current(session)).state

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
        if self._replicated and not known(live.state, viewer):
            # Who came through the door of another node a moment ago may be news here; a program always is.
            await self._current(live.session)
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
        live = self._actors.get(session)
        if live is not None and not live.stopped:
            self._uses(session)
            return live
        task = self._loading.get(session)
        if task is None:
            task = asyncio.create_task(self._load(session), name=f"load {session}")
            self._loading[session] = task
            task.add_done_callback(lambda _: self._loading.pop(session, None))
        return await asyncio.shield(task)

    async def _load(self, session: SessionId) -> SessionActor:
        heads = await self._log.heads([session])
        if session not in heads:
            raise UnknownSession(session)
        state = await folded(await self._log.read(session))
        live = SessionActor(session, self.boot, state, self.clock, self._log, self.bus, self.neighbours)
        live.epoch = heads[session][1]
        live.decided = partial(self._tell_others, session)
        self._actors[session] = live
        self._uses(session)
        close_dead_boots(live, self.neighbours)
        # What it had to tell when the server went.
        self._tell_others(session, State.empty(), state, live.epoch > 0)
        return live

    def _tell_others(self, session: SessionId, was: State, now: State, unsaid: bool) -> None:
        """Tell the earlier sessions of the room what became of their decisions here, and the later ones that
        `unsaid` words are gone.
        """
        for earlier, command in told_back(was, now):
            self._tell(earlier, self.serve(earlier, command))
        if unsaid and now.decisions.by_id and self.unsaid is not None:
            self._tell(session, self.unsaid(session))

    def _tell(self, session: SessionId, telling: Coroutine[None, None, object]) -> None:
        task = asyncio.create_task(_told(session, telling), name=f"tell {session}")
        self._telling.add(task)
        task.add_done_callback(self._telling.discard)

    async def told(self) -> None:
        """Wait until other sessions have been told what now concerns them, or could not be."""
        await asyncio.gather(*self._telling)

    def _uses(self, session: SessionId) -> None:
        self._used_s.pop(session, None)
        self._used_s[session] = time.monotonic()
        if self._idle is None:
            self._look_later()

    def _look_later(self) -> None:
        """Look when the one that was used longest ago may be idle; one timer for all, for most go on."""
        self._idle = None
        oldest_s = next(iter(self._used_s.values()), None)
        if oldest_s is not None and not self._stopping:
            # Those that come due about then are looked at with it.
            wait_s = max(oldest_s + self._idle_s - time.monotonic(), self._idle_s / 60)
            self._idle = asyncio.get_running_loop().call_later(wait_s, self._let_go_idle)

    def _let_go_idle(self) -> None:
        until_s = time.monotonic() - self._idle_s
        for session, used_s in list(self._used_s.items()):
            if used_s > until_s:
                break
            live = self._actors[session]
            if live.stopped or (live.idle and not len(live.hub)):
                self._let_go(live)
                live.let_go()
            else:
                self._uses(session)
        self._look_later()

    # ---- other nodes

    def _hear(self, news: News) -> None:
        live = self._actors.get(news.session)
        if live is not None:
            live.hear(news)

    def _look_now(self) -> None:
        """News may have been lost, or another node hailed."""
        self.neighbours.hurry()
        self._hailed.set()

    async def hailed(self, within_s: float) -> None:
        """Wait until another node hails, so long at most."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within_s):
                await self._hailed.wait()
        self._hailed.clear()

    def _followed_by_programs(self) -> list[SessionId]:
        return [session for session, live in self._actors.items() if live.only_programs]

    async def _look_around(self) -> None:
        """After each look at the other nodes: close what dead ones left open, read what was not told."""
        for each in self._actors.values():
            close_dead_boots(each, self.neighbours)
        if not self.neighbours.alone:
            await self.compare()

    async def compare(self) -> None:
        """Compare what is live here with the log: read what was not told, forget what was deleted. Raises
        HistoryError.
        """
        live = [each for each in self._actors.values() if not each.stopped]
        if not live:
            return
        heads = await self._log.heads([each.session for each in live])
        for each in live:
            if each.session not in heads:
                self.forget(each.session)
                continue
            head, epoch = heads[each.session]
            if each.epoch < epoch and head <= each.state.seq:
                self._load_anew(each)
            else:
                each.note_head(head)

    def _load_anew(self, live: SessionActor) -> None:
        """The session was redacted elsewhere: nothing that is remembered here counts."""
        self._let_go(live)
        anew = Unavailable("This session is being loaded anew. Try again in a moment.")
        live.end(anew, "restart", 200)

    def forget(self, session: SessionId) -> None:
        """The session was deleted: send everybody away for good, and keep nothing of it."""
        live = self._actors.get(session)
        if live is not None:
            self._let_go(live)
            live.end(Refused("unknown_session", "This session was deleted."), "deleted")

    def _let_go(self, live: SessionActor) -> None:
        if self._actors.get(live.session) is live:
            del self._actors[live.session], self._used_s[live.session]

    async def _current(self, session: SessionId) -> SessionActor:
        """The live session with all that any node had answered before. Raises HistoryError, and Unavailable
        while stopping.
        """
        live = await self.actor(session)
        if self._replicated:
            heads = await self._log.heads((session,))
            if session not in heads:
                self.forget(session)
                raise UnknownSession(session)
            head, epoch = heads[session]
            await live.reach(head)
            if live.epoch < epoch:
                self._load_anew(live)
            if live.epoch < epoch or live.state.seq < head:
                # The past is another one now, or it failed on the way: what is loaded from here on has all.
                return await self.actor(session)
        return live

    # ---- the end

    @property
    def stopping(self) -> bool:
        """Whether it has said farewell."""
        return self._stopping

    def farewell(self, again_in_ms: int) -> None:
        """Tell every client that the server restarts, and when to come back; then close. Takes nobody new.

        Where other nodes serve on, people may come back at once, spread over `SPREAD_MS`.
        """
        self._stopping = True
        connections = list(self._connections)
        for number, connection in enumerate(connections):
            if self.neighbours.alone:
                connection.close("restart", again_in_ms)
            else:
                connection.close("restart", SPREAD_MS * number // len(connections))

    async def stop(self) -> None:
        """Finish what was taken, and let every session go. Call it before the log is closed."""
        self.farewell(again_in_ms=1_500)
        if self._idle is not None:
            self._idle.cancel()
        await asyncio.gather(*self._loading.values(), *self._telling, return_exceptions=True)
        self._connections.clear()
        await asyncio.gather(*(live.stop() for live in self._actors.values()))
        self._actors.clear()
        await self.neighbours.stop()
        await self.bus.stop()


async def _told(session: SessionId, telling: Coroutine[None, None, object]) -> None:
    try:
        await telling
    except (Refused, HistoryError) as error:
        # It is told again whenever the session that has to tell it is loaded. One that was deleted, or
        # has forgotten the decision, needs no telling.
        logger.info("session %s: what decisions it shares with others could not be told: %s", session, error)
