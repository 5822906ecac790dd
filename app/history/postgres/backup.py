"""Copies of a PostgreSQL database, as the same file that a SQLite server's backup is, and put back from one.

So a copy of one kind of database can be restored into the other: that is how a history moves from one machine
to several. Everything here blocks.
"""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import asyncpg
from sqlalchemy import Boolean, Table

from app.history import migrate
from app.history.errors import LogUnavailable, WouldOverwrite
from app.history.location import PostgresAddress
from app.history.postgres.connecting import connect
from app.history.postgres.failures import told
from app.history.sqlite import backup as file_backup
from app.history.sqlite.backup import Copied
from app.history.tables import EventRow, NodeRow

ROWS_AT_ONCE = 1_000

FAILURES = (asyncpg.PostgresError, asyncpg.InterfaceError, OSError)

_IN_USE = """
SELECT count(*) FROM node
WHERE last_sign_at > (extract(epoch FROM clock_timestamp()) * 1000)::bigint - 10000
"""


def tables() -> list[Table]:
    """All that is kept, each after those that it points to. Who serves it now is nobody's history."""
    return [table for table in EventRow.metadata.sorted_tables if table.name != NodeRow.__tablename__]


def backup(address: PostgresAddress, to: Path, *, replace: bool = False) -> Copied:
    """Copy a database, as it is at one instant, into one file. Servers may go on using it meanwhile.

    Raises `WouldOverwrite` if `to` is there and may not be replaced, `SchemaMismatch`, `NotADatabase`, and
    `LogUnavailable` if database or disk refuse.
    """
    file_backup.may_write(to, replace=replace)
    migrate.check(address)
    with file_backup.beside(to) as file:
        migrate.upgrade(file)
        try:
            asyncio.run(_copy_out(address, file))
        except FAILURES as error:
            raise told(error) or LogUnavailable(f"{address} could not be copied: {error}.") from error
        counts = file_backup.checked(file)
    return Copied(to, to.stat().st_size, *counts)


def restore(copy: Path, address: PostgresAddress, *, replace: bool = False) -> Copied:
    """Put a backup, of either kind of database, into a PostgreSQL database, after checking it whole.

    Raises as `sqlite.backup.restore`: `WouldOverwrite` where there is history already or a server uses it.
    """
    with tempfile.TemporaryDirectory(prefix="evenfloor-restore-") as folder:
        file = Path(folder) / "copy.sqlite3"
        done = file_backup.restore(copy, file)
        migrate.upgrade(address)
        try:
            asyncio.run(_copy_in(file, address, replace=replace))
        except FAILURES as error:
            raise told(error) or LogUnavailable(f"{address} could not be filled: {error}.") from error
    return Copied(copy, copy.stat().st_size, done.rooms, done.sessions, done.events)


async def _copy_out(address: PostgresAddress, file: Path) -> None:
    connection = await connect(address)
    writing = sqlite3.connect(file)
    try:
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            for table in tables():
                names = [column.name for column in table.columns]
                marks = ", ".join("?" * len(names))
                into = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608
                rows: list[Sequence[object]] = []
                async for row in connection.cursor(
                    f"SELECT {', '.join(names)} FROM {table.name}",  # noqa: S608 - names of our own tables
                    prefetch=ROWS_AT_ONCE,
                ):
                    rows.append(tuple(row))
                    if len(rows) == ROWS_AT_ONCE:
                        writing.executemany(into, rows)
                        rows.clear()
                writing.executemany(into, rows)
        writing.commit()
    finally:
        writing.close()
        await connection.close()


async def _copy_in(file: Path, address: PostgresAddress, *, replace: bool) -> None:
    connection = await connect(address)
    reading = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        async with connection.transaction():
            if await connection.fetchval(_IN_USE):
                raise WouldOverwrite(f"A server uses {address} now. Stop every node; nothing was changed.")
            if not replace and await connection.fetchval("SELECT count(*) FROM room"):
                raise WouldOverwrite(
                    f"There is a history in {address} already. Take another database, or ask for it to be "
                    "replaced."
                )
            names = ", ".join(table.name for table in EventRow.metadata.sorted_tables)
            await connection.execute(f"TRUNCATE {names}")
            for table in tables():
                await connection.copy_records_to_table(
                    table.name,
                    records=_rows(reading, table),
                    columns=[column.name for column in table.columns],
                    timeout=None,
                )
    finally:
        reading.close()
        await connection.close()


def _rows(reading: sqlite3.Connection, table: Table) -> Iterator[tuple[object, ...]]:
    """A table's rows, with what SQLite keeps as a number where it means yes or no."""
    flags = [isinstance(column.type, Boolean) for column in table.columns]
    names = ", ".join(column.name for column in table.columns)
    for row in reading.execute(f"SELECT {names} FROM {table.name}"):  # noqa: S608 - names of our own tables
        yield tuple(
            bool(value) if flag and value is not None else value
            for value, flag in zip(row, flags, strict=True)
        )
