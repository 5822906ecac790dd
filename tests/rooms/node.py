"""One real node for tests: SQLite, rooms, Uvicorn on a real port, all in the test's own event loop."""

from __future__ import annotations

import asyncio
import itertools
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from starlette.applications import Starlette

from app.facilitation.actors import Device, Integrator, Person
from app.facilitation.commands import ClockSpec, CreateSession, Join, OpenSession
from app.facilitation.ids import (
    DeviceId,
    DeviceScope,
    KeyId,
    ParticipantId,
    Place,
    Purpose,
    Role,
    SessionId,
    Setting,
)
from app.facilitation.refusals import Refused
from app.history import catalogue
from app.history.log import Log, SqliteLog
from app.rooms.bus import Bus
from app.rooms.connection import Viewer
from app.rooms.live import ROUTE, Gate, LiveDoor
from app.rooms.registry import Rooms
from app.rooms.server import LiveServer, make_server
from tests.rooms.follower import Follower


class Node:
    """A server with its rooms. Tokens name the viewer in the open; real ones are tested with `access`."""

    def __init__(self, storage: SqliteLog, log: Log, rooms: Rooms) -> None:
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

    def follower(self, session: SessionId, token: str) -> Follower:
        return Follower(f"ws://127.0.0.1:{self.port}/api/v1/sessions/{session}/live", token)

    def follow(self, session: SessionId, participant: ParticipantId) -> Follower:
        return self.follower(session, f"p:{participant}")


def viewer_of(token: str, _: SessionId) -> Viewer:
    """Whose a test's token is."""
    kind, _sep, name = token.partition(":")
    match kind:
        case "p":
            return Person(ParticipantId(name))
        case "screen" | "tap":
            return Device(DeviceId(name), DeviceScope(kind))
        case "key":
            return Integrator(KeyId("test"), frozenset(name.split(",")))
        case _:
            raise Refused("bad_token", "This token is not good. Join again.")


@asynccontextmanager
async def node(
    path: Path, *, log: Log | None = None, bus: Bus | None = None, ws: Any = None, **options: Any
) -> AsyncIterator[Node]:
    """A running node on a database file; `log`: what its rooms write to instead of the file's own log."""
    storage = await SqliteLog.open(path)
    rooms = Rooms(log or storage, bus=bus, **options)
    running = Node(storage, log or storage, rooms)
    app = Starlette(routes=[ROUTE])
    app.state.live_door = LiveDoor(rooms, Gate(viewer_of, lambda viewer, _: f"renewed for {viewer}"))
    bound = socket.create_server(("127.0.0.1", 0))
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
