"""Deleting a session, or a room with all its sessions: every row goes, in one transaction, and SQLite
overwrites what stood there.

Nothing is kept of it, not even that it was: whoever deletes gets the receipt.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

from sqlmodel import SQLModel

from app.history import catalogue
from app.history.database import Database, Value, Writing
from app.history.errors import Forbidden, UnknownRoom, UnknownSession

TRIES = 3
"""A row that somebody adds in between keeps the rest from being deleted; then it is tried again."""

_Of = Literal["id", "room_id"]


@dataclass(frozen=True, slots=True)
class Deleted:
    """The receipt: which sessions went, and how many events of theirs."""

    sessions: tuple[str, ...]
    events: int

    def in_words(self) -> str:
        """One line for whoever deleted, or for the server's own log."""
        named = f" ({', '.join(self.sessions)})" if self.sessions else ""
        return f"Deleted: {len(self.sessions)} sessions with {self.events} events{named}"


async def delete_session(database: Database, session_id: str) -> Deleted:
    """Delete one session. Raises `UnknownSession`, `LogUnavailable`, `OutcomeUnknown`."""

    async def delete() -> Deleted:
        found, events = await database.write_with(lambda w: _sessions(w, "id", session_id), forgets=True)
        if not found:
            raise UnknownSession(session_id)
        return Deleted((session_id,), events)

    return await _tried(delete)


async def delete_room(database: Database, room_id: str) -> Deleted:
    """Delete a room and all its sessions. Raises `UnknownRoom`, `LogUnavailable`, `OutcomeUnknown`."""

    async def delete() -> Deleted:
        sessions = tuple(each.id for each in await catalogue.sessions(database, room_id))
        found, events = await database.write_with(lambda w: _room(w, room_id), forgets=True)
        if not found:
            raise UnknownRoom(room_id)
        return Deleted(sessions, events)

    return await _tried(delete)


async def _tried(delete: Callable[[], Awaitable[Deleted]]) -> Deleted:
    """What deleting gives, tried up to `TRIES` times. Raises `Forbidden` where rows were added each time."""
    for _ in range(TRIES - 1):
        with suppress(Forbidden):
            return await delete()
    return await delete()


def _room(writing: Writing, room_id: str) -> tuple[int, int]:
    of: dict[str, Value] = {"of": room_id}
    # Whoever makes a session in it meanwhile waits, and finds no room then.
    writing.run("UPDATE room SET id = id WHERE id = :of", of)
    _, events = _sessions(writing, "room_id", room_id)
    return writing.run("DELETE FROM room WHERE id = :of", of), events


def _sessions(writing: Writing, column: _Of, value: str) -> tuple[int, int]:
    """How many sessions went, and how many events."""
    of: dict[str, Value] = {"of": value}
    # Whoever appends meanwhile waits for the row, and finds none then.
    writing.run(f"UPDATE session SET epoch = epoch + 1 WHERE {column} = :of", of)  # noqa: S608 - our own names
    events = 0
    for table in SQLModel.metadata.sorted_tables:
        if "session_id" in table.c:
            rows = writing.run(
                f"DELETE FROM {table.name} WHERE session_id IN "  # noqa: S608 - our own names
                f"(SELECT id FROM session WHERE {column} = :of)",
                of,
            )
            events += rows if table.name == "event" else 0
    return writing.run(f"DELETE FROM session WHERE {column} = :of", of), events  # noqa: S608 - our own names
