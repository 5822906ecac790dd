"""The server that is measured: rooms, log and sockets as `evenfloor serve` runs them, with meetings under way.

    python -m benchmarks.evenfloor DATABASE ROOMS MEMBERS

Prints one line of JSON: the port, and for each session its id and its people's tokens. Runs until killed.
"""

from __future__ import annotations

import asyncio
import json
import secrets
import socket
import sys
from pathlib import Path

from starlette.applications import Starlette

from app.access.tokens import Tokens, claims_of
from app.facilitation.actors import Person
from app.facilitation.commands import CreateSession, Join, OpenSession
from app.facilitation.ids import ParticipantId, Place, Purpose, Role, SessionId, Setting
from app.history import catalogue, migrate
from app.history.log import SqliteLog
from app.rooms.live import ROUTE, Gate, LiveDoor
from app.rooms.registry import Rooms
from app.rooms.server import make_server
from benchmarks.limits import raise_file_limit


async def meeting(storage: SqliteLog, rooms: Rooms, tokens: Tokens, members: int) -> dict[str, object]:
    """An open session with a facilitator and participants; the first token is a participant's."""
    now = rooms.clock.now_ms()
    made = await catalogue.create_room(
        storage.database, name="Load", purpose="decide", hearing="mixed", now=now
    )
    row = await catalogue.create_session(storage.database, made.room.id, now=now)
    session = SessionId(row.id)
    await rooms.serve(
        session, CreateSession(session, made.room.code, "Load", Purpose.decide, Setting.mixed, row.number)
    )
    await rooms.serve(session, OpenSession())
    people: list[ParticipantId] = []
    for number in range(members):
        role = Role.facilitator if number == members - 1 else Role.participant
        answer = await rooms.serve(session, Join(f"Person {number + 1}", Place.remote, role))
        assert answer.made is not None
        people.append(ParticipantId(answer.made))
    minted = [tokens.mint(claims_of(Person(who), session), now) for who in people]
    return {"session": session, "tokens": minted}


async def main() -> None:
    raise_file_limit()
    path, rooms_count, members = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    migrate.upgrade(path)
    storage = await SqliteLog.open(path)
    rooms = Rooms(storage)
    tokens = Tokens(secrets.token_bytes(32))
    meetings = [await meeting(storage, rooms, tokens, members) for _ in range(rooms_count)]
    app = Starlette(routes=[ROUTE])
    app.state.live_door = LiveDoor(rooms, Gate(tokens, rooms.clock))
    listener = socket.create_server(("127.0.0.1", 0), backlog=2048)

    def listening(_: int) -> None:
        print(json.dumps({"port": listener.getsockname()[1], "meetings": meetings}), flush=True)

    server = make_server(app, farewell=rooms.farewell, listening=listening, log_level="warning")
    await server.serve(sockets=[listener])


if __name__ == "__main__":
    asyncio.run(main())
