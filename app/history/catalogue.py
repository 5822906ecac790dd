"""Which rooms and sessions there are: made, found and listed; what happens in a session is the log's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import case
from sqlmodel import col, select

from app.facilitation.ids import Status
from app.history.codes import hash_of, matches, new_code, new_id, new_secret, read_code
from app.history.database import Database
from app.history.errors import Forbidden, UnknownRoom, UnknownSession
from app.history.tables import RoomRow, SessionRow

_INSERT_ROOM = """
INSERT INTO room (id, code, name, purpose, hearing, settings, facilitator_secret_hash, created_at)
VALUES (:id, :code, :name, :purpose, :hearing, :settings, :facilitator_secret_hash, :created_at)
"""

_RENEW = "UPDATE room SET facilitator_secret_hash = :hash WHERE id = :id"

_HOLD_ROOM = "UPDATE room SET id = id WHERE id = :room_id"
"""Whoever makes a session in the same room meanwhile waits: the number that they will count is the next."""

_INSERT_SESSION = """
INSERT INTO session (id, room_id, number, state, created_at, head_seq, epoch, projected_seq)
SELECT :id, room.id, 1 + (SELECT COALESCE(MAX(number), 0) FROM session WHERE room_id = room.id),
    'planned', :now, 0, 0, 0
FROM room WHERE room.id = :room_id
"""


@dataclass(frozen=True, slots=True)
class NewRoom:
    """A room that was just made, and the one time that its facilitator's secret can be read."""

    room: RoomRow
    facilitator_secret: str


async def create_room(
    database: Database,
    *,
    name: str,
    purpose: str,
    hearing: str,
    now: int,
    settings: Mapping[str, Any] | None = None,
) -> NewRoom:
    """Make a room with a code of its own. `now` is wall ms."""
    secret = new_secret()
    while True:
        room = RoomRow(
            id=new_id(),
            code=new_code(),
            name=name,
            purpose=purpose,
            hearing=hearing,
            settings=dict(settings or {}),
            facilitator_secret_hash=hash_of(secret),
            created_at=now,
        )
        values = room.model_dump(exclude={"settings", "facilitator_secret_hash"})
        values |= {
            "settings": json.dumps(room.settings),
            "facilitator_secret_hash": room.facilitator_secret_hash,
        }
        try:
            await database.write((_INSERT_ROOM, values))
        except Forbidden:  # one in a million million codes is taken
            if await room_by_code(database, room.code) is None:
                raise
        else:
            return NewRoom(room, secret)


async def rooms(database: Database, *, limit: int | None = None, offset: int = 0) -> list[RoomRow]:
    """Every room, the newest first; of them `limit` at most, after the first `offset`."""
    query = select(RoomRow).order_by(col(RoomRow.created_at).desc(), col(RoomRow.id))
    return await database.read(lambda reading: list(reading.exec(query.limit(limit).offset(offset))))


async def room(database: Database, room_id: str) -> RoomRow | None:
    """The room with this id, if there is one."""
    return await database.read(lambda reading: reading.get(RoomRow, room_id))


async def room_by_code(database: Database, typed: str) -> RoomRow | None:
    """The room whose code somebody typed, forgiving as `read_code` is."""
    code = read_code(typed)
    if code is None:
        return None
    return await database.read(
        lambda reading: reading.exec(select(RoomRow).where(RoomRow.code == code)).first()
    )


async def is_facilitator_secret(database: Database, room_id: str, secret: str) -> bool:
    """Whether somebody holds the room's facilitator link. Takes as long for a room that is not there."""
    found = await room(database, room_id)
    return (
        matches(secret, found.facilitator_secret_hash if found is not None else hash_of(""))
        and found is not None
    )


async def renew_facilitator_secret(database: Database, room_id: str) -> str:
    """A new secret for the facilitator link; the one before no longer opens. Raises `UnknownRoom`."""
    secret = new_secret()
    (touched,) = await database.write((_RENEW, {"hash": hash_of(secret), "id": room_id}))
    if not touched:
        raise UnknownRoom(room_id)
    return secret


async def create_session(database: Database, room_id: str, *, now: int) -> SessionRow:
    """A new sitting, planned, with the room's next number. Raises `UnknownRoom`."""
    session_id = new_id()
    found, _ = await database.write(
        (_HOLD_ROOM, {"room_id": room_id}),
        (_INSERT_SESSION, {"id": session_id, "room_id": room_id, "now": now}),
    )
    if not found:
        raise UnknownRoom(room_id)
    return await known_session(database, session_id)


async def session(database: Database, session_id: str) -> SessionRow | None:
    """The session with this id, if there is one."""
    return await database.read(lambda reading: reading.get(SessionRow, session_id))


async def known_session(database: Database, session_id: str) -> SessionRow:
    """The session with this id. Raises `UnknownSession`."""
    found = await session(database, session_id)
    if found is None:
        raise UnknownSession(session_id)
    return found


async def sessions(
    database: Database, room_id: str | None = None, *, limit: int | None = None, offset: int = 0
) -> list[SessionRow]:
    """The sessions of one room, or of all, the newest first; of them `limit` at most, after the first
    `offset`.
    """
    query = select(SessionRow).order_by(
        col(SessionRow.created_at).desc(), col(SessionRow.number).desc(), col(SessionRow.id)
    )
    if room_id is not None:
        query = query.where(SessionRow.room_id == room_id)
    return await database.read(lambda reading: list(reading.exec(query.limit(limit).offset(offset))))


async def current_session(database: Database, room_id: str) -> SessionRow | None:
    """Where a code leads: the open session, else the next planned one, else the last that ended."""
    number = col(SessionRow.number)
    ended = case((col(SessionRow.state) == Status.ended.value, number), else_=0)
    first = case({Status.open.value: 0, Status.planned.value: 1}, value=col(SessionRow.state), else_=2)
    query = select(SessionRow).where(SessionRow.room_id == room_id).order_by(first, ended.desc(), number)
    return await database.read(lambda reading: reading.exec(query.limit(1)).first())
