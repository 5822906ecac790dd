"""How long a room keeps its sessions: a setting of the room, and what it means for each of them.

Without the setting they are kept until somebody deletes them. A decision is reviewed after a year, and
nothing that people wrote together goes by itself before one of them has said so.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlmodel import Session, col, select

from app.facilitation.ids import Status
from app.history import catalogue
from app.history.database import Database
from app.history.errors import UnknownRoom
from app.history.tables import EventRow, RoomRow, SessionRow

DAY_MS = 86_400_000
LONGEST_DAYS = 3_650
NOTICE_DAYS = 7
"""Nothing goes sooner than this after the setting was changed: time to read it, object, or take a copy."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """`days` after a session ended it is deleted; `since_at` (wall ms): when that was said."""

    days: int
    since_at: int


def keeping(room: RoomRow) -> Keeping | None:
    """What a room says of it; None: until somebody deletes them."""
    said = room.settings.get("keep")
    return Keeping(said["days"], said["since_at"]) if isinstance(said, dict) else None


async def set_keeping(database: Database, room_id: str, days: int | None, *, now: int) -> RoomRow:
    """Say how long a room keeps its sessions. Raises `UnknownRoom`."""
    room = await catalogue.room(database, room_id)
    if room is None:
        raise UnknownRoom(room_id)
    settings = {name: value for name, value in room.settings.items() if name != "keep"}
    if days is not None:
        settings["keep"] = {"days": days, "since_at": now}
    await database.write(
        (
            "UPDATE room SET settings = :settings WHERE id = :id",
            {"settings": json.dumps(settings), "id": room_id},
        )
    )
    room.settings = settings
    return room


def gone_at(room: RoomRow, session: SessionRow, last_at: int, now: int) -> int | None:
    """When a session is deleted (wall ms), if its room says so. `last_at`: its newest event's.

    One that was only planned stays: people have written ahead for a day that is still to come. Of one that
    nobody ended, the newest event counts; where a session has a clock of its own, its making.
    """
    kept = keeping(room)
    if kept is None or session.state == Status.planned.value:
        return None
    ended_at = last_at if session.ended_at is None else session.ended_at
    since = ended_at if session.created_at <= ended_at <= now else session.created_at
    return max(since + kept.days * DAY_MS, kept.since_at + NOTICE_DAYS * DAY_MS)


async def gone_when(database: Database, room: RoomRow, now: int) -> dict[str, int]:
    """For each session of a room that will go by itself, when (wall ms)."""
    if keeping(room) is None:
        return {}

    def read(reading: Session) -> dict[str, int]:
        found = {}
        for session in reading.exec(select(SessionRow).where(SessionRow.room_id == room.id)):
            newest = reading.exec(
                select(EventRow.at).where(
                    EventRow.session_id == session.id, col(EventRow.seq) == session.head_seq
                )
            ).first()
            at = gone_at(room, session, session.created_at if newest is None else newest, now)
            if at is not None:
                found[session.id] = at
        return found

    return await database.read(read)


async def due(database: Database, now: int) -> list[str]:
    """The sessions whose time is over, in all rooms."""
    found = []
    for room in await catalogue.rooms(database):
        when = await gone_when(database, room, now)
        found += [session for session, at in when.items() if at <= now]
    return found
