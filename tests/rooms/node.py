"""One real node for tests: SQLite, rooms, Uvicorn on a real port, all in the test's own event loop."""

from __future__ import annotations

import asyncio
import itertools
import secrets
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette

from app.access.tokens import Tokens, claims_of
from app.facilitation.actors import Device, Integrator, Person
from app.facilitation.commands import ClockSpec, CreateSession, Join, OpenSession
from app.facilitation.ids import (
    ParticipantId,
    Place,
    Purpose,
    Role,
    SessionId,
    Setting,
)
from app.history import catalogue
from app.history.log import Log, SqliteLog
from app.rooms.bus import Bus
from app.rooms.connection import Viewer
from app.rooms.live import ROUTE, Gate, LiveDoor
from app.rooms.registry import Rooms
from app.rooms.server import LiveServer, make_server
from tests.rooms.follower import Follower

TOKEN_SECRET = secrets.token_bytes(32)
"""One for all nodes of the tests: a token of one is good on another."""


class Node:
    """A server with its rooms."""

    def __init__(self, storage: SqliteLog, log: Log, rooms: Rooms, tokens: Tokens) -> None:
        self.tokens = tokens
        self.storage = storage
        self.log = log
        self.rooms = rooms
        self.port = 0
        self.server: LiveServer | None = None
        self._names = (f"Person {number}" for number in itertools.count(1))

    async def session(self, *, opened: bool = True, **settings: Any) -> SessionId:
        """A session in a room of its own."""
        now = self.rooms.clock.now_ms()
        made = await catalogue.create_room(
            self.storage.database, name="Buses", purpose="decide", hearing="mixed", now=now
        )
        row = await catalogue.create_session(self.storage.database, made.room.id, now=now)
        session = SessionId(row.id)
        settings.setdefault("clock", ClockSpec())
        command = CreateSession(
            session, made.room.code, "Buses", Purpose.decide, Setting.mixed, row.number, **settings
        )
        await self.rooms.serve(session, command)
        if opened:
            await self.rooms.serve(session, OpenSession())
        return session

    async def person(
        self, session: SessionId, role: Role = Role.participant, name: str | None = None
    ) -> ParticipantId:
        """Somebody who came through the door."""
        answer = await self.rooms.serve(session, Join(name or next(self._names), Place.remote, role))
        assert answer.made is not None
        return ParticipantId(answer.made)

    def url(self, session: SessionId) -> str:
        return f"ws://127.0.0.1:{self.port}/api/v1/sessions/{session}/live"

    def token(self, session: SessionId, viewer: Viewer) -> str:
        return self.tokens.mint(claims_of(viewer, session), self.rooms.clock.now_ms())

    def follow(self, session: SessionId, who: ParticipantId | Device | Integrator) -> Follower:
        """A client of a participant, a device or a key."""
        viewer = who if isinstance(who, (Device, Integrator)) else Person(who)
        return Follower(self.url(session), self.token(session, viewer))


@asynccontextmanager
async def node(
    path: Path,
    *,
    log: Log | None = None,
    bus: Bus | None = None,
    ws: Any = None,
    small_buffers: bool = False,
    **options: Any,
) -> AsyncIterator[Node]:
    """A running node on a database file; `log`: what its rooms write to instead of the file's own log."""
    storage = await SqliteLog.open(path)
    rooms = Rooms(log or storage, bus=bus, **options)
    tokens = Tokens(TOKEN_SECRET)
    running = Node(storage, log or storage, rooms, tokens)
    app = Starlette(routes=[ROUTE])
    app.state.live_door = LiveDoor(rooms, Gate(tokens, rooms.clock))
    # With the protocol's number, as Uvicorn makes its own: asyncio sets TCP_NODELAY only then.
    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.bind(("127.0.0.1", 0))
    if small_buffers:
        # Accepted sockets inherit it: a client that stops reading is noticed after kilobytes, not megabytes.
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    running.port = bound.getsockname()[1]
    ready = asyncio.Event()
    server = make_server(app, farewell=rooms.farewell, listening=lambda _: ready.set(), log_level="warning")
    if ws is not None:
        server.config.ws = ws
    running.server = server
    serving = asyncio.create_task(server.serve(sockets=[bound]))
    try:
        await asyncio.wait_for(ready.wait(), 10)
        yield running
    finally:
        server.should_exit = True
        await serving
        await rooms.stop()
        await storage.close()
        bound.close()
