"""One real node for tests: a database, rooms, Uvicorn on a real port, all in the test's own event loop."""

from __future__ import annotations

import asyncio
import itertools
import secrets
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import uvicorn
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
from app.history.location import Location
from app.history.log import Log, StoredLog
from app.history.opening import open_log
from app.rooms.bus import Bus
from app.rooms.connection import Viewer
from app.rooms.live import ROUTE, Gate, LiveDoor
from app.rooms.registry import Rooms
from app.rooms.transport import LiveProtocol
from app.wire.incoming import MAX_FRAME_BYTES
from tests.rooms.follower import Follower

TOKEN_SECRET = secrets.token_bytes(32)
"""One for all nodes of the tests: a token of one is good on another."""


class Node:
    """A server with its rooms."""

    def __init__(self, storage: StoredLog, log: Log, rooms: Rooms, tokens: Tokens) -> None:
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


class LiveServer(uvicorn.Server):
    """Uvicorn as `app.cli.serving` runs it: says when it is up, and goodbye before it goes."""

    def __init__(self, config: uvicorn.Config, rooms: Rooms) -> None:
        super().__init__(config)
        self.up = asyncio.Event()
        self._rooms = rooms

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._rooms.farewell(1_500)
        await super().shutdown(sockets)


@asynccontextmanager
async def node(
    path: Location,
    *,
    log: Log | None = None,
    bus: Bus | None = None,
    ws: Any = None,
    small_buffers: bool = False,
    **options: Any,
) -> AsyncIterator[Node]:
    """A running node on a database; `log`: what its rooms write to instead of the database's own log."""
    storage = await open_log(path)
    rooms = Rooms(log or storage, bus=bus, nodes=storage.nodes, **options)
    await rooms.start()
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
    config = uvicorn.Config(
        app,
        ws=ws or LiveProtocol,
        ws_per_message_deflate=False,
        ws_max_size=MAX_FRAME_BYTES,
        log_config=None,
        timeout_graceful_shutdown=5,
    )
    server = running.server = LiveServer(config, rooms)
    serving = asyncio.create_task(server.serve(sockets=[bound]))
    try:
        await asyncio.wait_for(server.up.wait(), 10)
        yield running
    finally:
        server.should_exit = True
        await serving
        await rooms.stop()
        await storage.close()
        bound.close()
