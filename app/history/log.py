"""The log: what every session's history is kept in, and what each kind of storage has to promise."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Protocol, Self

from app.history.appending import has_batch
from app.history.database import Database
from app.history.entry import Append, Entry

__all__ = ["Append", "Entry", "Log", "SqliteLog"]


class Log(Protocol):
    """An append-only log for each session; whoever appends says which head they decided on."""

    async def append(self, batch: Append) -> bool:
        """Write the whole batch, or nothing. True: it is durable.

        False: somebody was first (the head has moved).

        Raises `UnknownSession`; `LogUnavailable` when nothing was written (the message says why);
        `OutcomeUnknown` when only `has_batch` can tell.
        """

    async def read(self, session_id: str, after_seq: int = 0) -> list[Entry]:
        """The entries above `after_seq`, in order."""

    async def heads(self, session_ids: Collection[str]) -> dict[str, tuple[int, int]]:
        """The (head_seq, epoch) of each of these sessions that exists, in one query."""

    async def has_batch(self, session_id: str, batch_id: str) -> bool:
        """Whether a batch whose outcome was unknown has been written."""


class SqliteLog(Log):
    """The log in one SQLite file.

    Beside it, `database` is where the catalogue of the same file is read and written.
    """

    def __init__(self, database: Database) -> None:
        self.database = database

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open a file that `migrate.upgrade` has brought up to date; raises what `Database.open` does."""
        return cls(await Database.open(path))

    async def close(self) -> None:
        """Write what was handed over, then let the file go."""
        await self.database.close()

    @property
    def writer_pragmas(self) -> Mapping[str, str | int]:
        """The settings of durability, as the writer's own connection reported them."""
        return self.database.writer_pragmas

    async def append(self, batch: Append) -> bool:
        """See `Log.append`."""
        if not batch.entries or batch.entries[-1].seq != batch.expected_seq + len(batch.entries):
            raise ValueError("the entries of a batch follow its expected_seq without a gap")
        return await self.database.writer.append(batch)

    async def read(self, session_id: str, after_seq: int = 0) -> list[Entry]:
        """See `Log.read`."""

        def run(connection: sqlite3.Connection) -> list[Entry]:
            rows = connection.execute(
                "SELECT seq, at, kind, version, actor, command_id, body FROM event "
                "WHERE session_id = ? AND seq > ? ORDER BY seq",
                (session_id, after_seq),
            )
            return [Entry(*row) for row in rows]

        return await self.database.read_plain(run)

    async def heads(self, session_ids: Collection[str]) -> dict[str, tuple[int, int]]:
        """See `Log.heads`."""

        def run(connection: sqlite3.Connection) -> dict[str, tuple[int, int]]:
            rows = connection.execute(
                "SELECT id, head_seq, epoch FROM session WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(session_ids)),),
            )
            return {session_id: (head_seq, epoch) for session_id, head_seq, epoch in rows}

        return await self.database.read_plain(run)

    async def has_batch(self, session_id: str, batch_id: str) -> bool:
        """See `Log.has_batch`."""
        return await self.database.read_plain(lambda connection: has_batch(connection, session_id, batch_id))
