"""One SQLite file: the thread that writes it, and a few read-only connections beside it."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar, cast
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlmodel import Session

from app.history.database import Database, Statement, Value, Writing
from app.history.errors import Forbidden, LogUnavailable
from app.history.migrate import check
from app.history.sqlite.failures import unavailable
from app.history.sqlite.writer import Writer

T = TypeVar("T")

READERS = 4
BUSY_MS = 5_000
"""How long a writer waits for another program that holds the file (a backup tool, a second server)."""

WRITER_PRAGMAS: Mapping[str, str | int] = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL: an acknowledged batch outlives a power cut, not only the process
    "fullfsync": 1,  # the same on macOS, whose fsync alone does not reach the disk
    "secure_delete": 1,  # what was redacted is overwritten, not only unlinked
    "foreign_keys": 1,
    "busy_timeout": BUSY_MS,
}


class SqliteWriting:
    """A transaction of the writer's connection; see `Writing`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def run(self, sql: str, values: Mapping[str, Value]) -> int:
        return self._connection.execute(sql, values).rowcount

    def run_all(self, sql: str, rows: Sequence[Mapping[str, Value]]) -> None:
        self._connection.executemany(sql, rows)


class SqliteDatabase(Database):
    """What stands between the rest of `history` and the file.

    Made by `SqliteDatabase.open`, given back by `close`.
    """

    def __init__(self, path: Path, writer: Writer, writer_pragmas: Mapping[str, str | int]) -> None:
        self.path = path
        self.writer = writer
        self.writer_pragmas = writer_pragmas
        """The settings of durability, as the writer's own connection reported them after it had made them."""
        self._readers = _reading_engine(path)
        self._closing = False
        self._threads = ThreadPoolExecutor(READERS, thread_name_prefix="evenfloor-reader")

    @classmethod
    async def open(cls, path: Path) -> SqliteDatabase:
        """Open a file that `migrate.upgrade` has brought up to date.

        Raises `SchemaMismatch`, `NotADatabase`, or `LogUnavailable` when the disk cannot give what durability
        needs.
        """
        await asyncio.to_thread(check, path)
        read_back: dict[str, str | int] = {}

        def connect() -> sqlite3.Connection:
            connection = connect_to_write(path)
            read_back.update(pragmas_of(connection))
            return connection

        writer = Writer(connect)
        await writer.start()
        return cls(path, writer, read_back)

    async def read(self, job: Callable[[Session], T]) -> T:
        """See `Database.read`; the job runs in a reader's thread."""

        def run() -> T:
            with Session(self._readers, expire_on_commit=False) as session:
                return job(session)

        return await self._in_thread(run)

    async def read_plain(self, job: Callable[[sqlite3.Connection], T]) -> T:
        """The same for plain SQL, where there are many rows."""

        def run() -> T:
            pooled = self._readers.raw_connection()
            try:
                return job(cast("sqlite3.Connection", pooled.driver_connection))
            finally:
                pooled.close()

        return await self._in_thread(run)

    async def write(self, *statements: Statement) -> list[int]:
        """See `Database.write`."""
        return await self.write_with(lambda writing: [writing.run(*statement) for statement in statements])

    async def write_with(self, job: Callable[[Writing], T], *, forgets: bool = False) -> T:
        """See `Database.write_with`."""
        return await self.write_plain(lambda connection: job(SqliteWriting(connection)), forgets=forgets)

    async def write_plain(self, job: Callable[[sqlite3.Connection], T], *, forgets: bool = False) -> T:
        """Run a job on the writer's own connection; `Writer.run` says what it may not do."""
        try:
            return await self.writer.run(job, forgets=forgets)
        except sqlite3.IntegrityError as error:
            raise Forbidden(f"The database does not allow that: {error}.") from error

    async def close(self) -> None:
        """Finish what waits to be written, and let the file go (its write-ahead log is folded into it)."""
        self._closing = True
        await asyncio.to_thread(self._threads.shutdown)
        self._readers.dispose()
        await self.writer.close()

    async def _in_thread(self, run: Callable[[], T]) -> T:
        if self._closing:
            raise LogUnavailable("The server is stopping. Nothing can be read any more.")
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, run)
        except (sqlite3.Error, DBAPIError) as error:
            cause = error.orig if isinstance(error, DBAPIError) else error
            raise unavailable(cause) or error from error


def connect_to_write(path: Path) -> sqlite3.Connection:
    """A connection with the settings of durability; each transaction is begun by hand.

    Raises `LogUnavailable` if they do not hold (some network disks cannot keep a write-ahead log).
    """
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False, cached_statements=256)
    try:
        for name, value in WRITER_PRAGMAS.items():
            connection.execute(f"PRAGMA {name} = {value}")
        held = pragmas_of(connection)
    except sqlite3.Error as error:
        connection.close()
        raise unavailable(error) or LogUnavailable(f"The database file cannot be opened: {error}.") from error
    if held != WRITER_PRAGMAS:
        connection.close()
        raise LogUnavailable(
            f"The disk under {path} cannot keep Evenfloor's history safely (SQLite reports {held}). "
            "Put the database on a local disk."
        )
    return connection


def pragmas_of(connection: sqlite3.Connection) -> dict[str, str | int]:
    """What a connection says of the settings in `WRITER_PRAGMAS`."""
    return {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in WRITER_PRAGMAS}


def _reading_engine(path: Path) -> Engine:
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(
            f"file:{quote(str(path.absolute()))}?mode=ro",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
        ),
        poolclass=QueuePool,
        pool_size=READERS,
        max_overflow=0,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")  # the driver begins nothing by itself for what only reads

    return engine
