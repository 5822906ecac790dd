"""The log in one SQLite file."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Awaitable, Collection, Mapping
from pathlib import Path
from typing import Self

from app.history.entry import Append, Entry
from app.history.log import StoredLog, follows
from app.history.sqlite.appending import has_batch
from app.history.sqlite.database import SqliteDatabase


class SqliteLog(StoredLog):
    """See `Log`. Beside it, `database` is where the catalogue of the same file is read and written."""

    def __init__(self, database: SqliteDatabase) -> None:
        self._database = database

    @classmethod
    async def open(cls, path: Path) -> Self:
        """Open a file that `migrate.upgrade` has brought up to date. Raises as `SqliteDatabase.open`."""
        return cls(await SqliteDatabase.open(path))

    def give_up(self) -> None:
        """See `StoredLog.give_up`. SQLite itself gives a file up that others hold, after `BUSY_MS`."""

    async def close(self) -> None:
        """Write what was handed over, then let the file go."""
        await self._database.close()

    @property
    def database(self) -> SqliteDatabase:
        """The open file."""
        return self._database

    @property
    def writer_pragmas(self) -> Mapping[str, str | int]:
        """The settings of durability, as the writer's own connection reported them."""
        return self._database.writer_pragmas

    @property
    def nodes(self) -> None:
        """A file is served by one process."""
        return

    def append(self, batch: Append) -> Awaitable[bool]:
        """See `Log.append`."""
        if not follows(batch):
            raise ValueError("the entries of a batch follow its expected_seq without a gap")
        return self._database.writer.append(batch)

    async def read(self, session_id: str, after_seq: int = 0) -> list[Entry]:
        """See `Log.read`."""

        def run(connection: sqlite3.Connection) -> list[Entry]:
            rows = connection.execute(
                "SELECT seq, at, kind, version, actor, command_id, body FROM event "
                "WHERE session_id = ? AND seq > ? ORDER BY seq",
                (session_id, after_seq),
            )
            return [Entry(*row) for row in rows]

        return await self._database.read_plain(run)

    async def heads(self, session_ids: Collection[str]) -> dict[str, tuple[int, int]]:
        """See `Log.heads`."""

        def run(connection: sqlite3.Connection) -> dict[str, tuple[int, int]]:
            rows = connection.execute(
                "SELECT id, head_seq, epoch FROM session WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(list(session_ids)),),
            )
            return {session_id: (head_seq, epoch) for session_id, head_seq, epoch in rows}

        return await self._database.read_plain(run)

    async def has_batch(self, session_id: str, batch_id: str) -> bool:
        """See `Log.has_batch`."""
        return await self._database.read_plain(lambda connection: has_batch(connection, session_id, batch_id))
