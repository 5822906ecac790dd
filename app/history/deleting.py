"""Deleting a session, or a room with all its sessions: every row goes, in one transaction, and SQLite
overwrites what stood there.

Nothing is kept of it, not even that it was: whoever deletes gets the receipt.
"""

from __future__ import annotations

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
    for attempt in range(1, TRIES + 1):
        try:
            found, events = await database.write_with(lambda w: _sessions(w, "id", session_id), forgets=True)
        except Forbidden:
            if attempt == TRIES:
                raise
        else:
            if not found:
                raise UnknownSession(session_id)
            return Deleted((session_id,), events)
    raise AssertionError("unreachable")


async def delete_room(database: Database, room_id: str) -> Deleted:
    """Delete a room and all its sessions. Raises `UnknownRoom`, `LogUnavailable`, `OutcomeUnknown`."""
    for attempt in range(1, TRIES + 1):
        sessions = tuple(each.id for each in await catalogue.sessions(database, room_id))
        try:
            found, events = await database.write_with(lambda w: _room(w, room_id), forgets=True)
        except Forbidden:
            if attempt == TRIES:
                raise
        else:
            if not found:
                raise UnknownRoom(room_id)
            return Deleted(sessions, events)
    raise AssertionError("unreachable")


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
