"""Catalogue, keys, credentials and projection in PostgreSQL, through SQLAlchemy."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar
from weakref import WeakSet

import asyncpg
from sqlalchemy import Connection, text
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlmodel import Session

from app.history.database import Database, Statement, Value, Writing
from app.history.errors import LogUnavailable
from app.history.location import PostgresAddress
from app.history.postgres.connecting import connect
from app.history.postgres.failures import AWAY, STOPPING, told

T = TypeVar("T")

CONNECTIONS = 4
"""For all that is not the log."""

FAILURES = (DBAPIError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError)

_NUMBERED = DefaultDialect(paramstyle="numeric_dollar")


class PostgresWriting:
    """A transaction that is open; see `Writing`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def run(self, sql: str, values: Mapping[str, Value]) -> int:
        numbered, names = numbered_names(sql)
        return self._connection.exec_driver_sql(numbered, tuple(values[name] for name in names)).rowcount

    def run_all(self, sql: str, rows: Sequence[Mapping[str, Value]]) -> None:
        numbered, names = numbered_names(sql)
        if rows:
            self._connection.exec_driver_sql(numbered, [tuple(row[name] for name in names) for row in rows])


class PostgresDatabase(Database):
    """See `Database`. Made with a running event loop, given back by `close`."""

    def __init__(self, address: PostgresAddress) -> None:
        self._address = address
        self._open: WeakSet[asyncpg.Connection] = WeakSet()
        self._engine = engine_of(self._connect)
        self._closing = False

    async def read(self, job: Callable[[Session], T]) -> T:
        """See `Database.read`."""
        self._refuse_when_closing()

        def run(connection: Connection) -> T:
            with Session(connection, expire_on_commit=False) as session:
                return job(session)

        try:
            async with self._engine.connect() as connection:
                await connection.execution_options(
                    isolation_level="REPEATABLE READ", postgresql_readonly=True
                )
                return await connection.run_sync(run)
        except NoConnectionFree as error:
            raise LogUnavailable(AWAY) from error
        except FAILURES as error:
            raise told(error) or error from error

    async def write(self, *statements: Statement) -> list[int]:
        """See `Database.write`."""
        return await self.write_with(lambda writing: [writing.run(*statement) for statement in statements])

    async def write_with(self, job: Callable[[Writing], T], *, forgets: bool = False) -> T:  # noqa: ARG002
        """See `Database.write_with`. A deleted row is in no answer any more; when its bytes are overwritten
        in PostgreSQL's own files is for that to say.
        """
        self._refuse_when_closing()
        committing = False
        try:
            async with self._engine.connect() as connection:
                result = await connection.run_sync(lambda opened: job(PostgresWriting(opened)))
                committing = True
                await connection.commit()
                return result
        except NoConnectionFree as error:
            raise LogUnavailable(AWAY) from error
        except FAILURES as error:
            raise told(error, sent=committing) or error from error

    def give_up(self) -> None:
        """See `StoredLog.give_up`."""
        self._closing = True
        for connection in tuple(self._open):
            connection.terminate()

    async def close(self) -> None:
        """Let the connections go. Each is waited for, so long as nobody gives them up."""
        self._closing = True
        await self._engine.dispose()

    async def _connect(self) -> asyncpg.Connection:
        self._refuse_when_closing()
        connection = await connect(self._address)
        self._open.add(connection)
        if self._closing:
            connection.terminate()
        return connection

    def _refuse_when_closing(self) -> None:
        if self._closing:
            raise LogUnavailable(STOPPING)


def engine_of(creator: Callable[[], Awaitable[asyncpg.Connection]]) -> AsyncEngine:
    """What SQLAlchemy reaches the database by."""
    return create_async_engine(
        "postgresql+asyncpg://",
        async_creator=creator,
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=10,
        pool_pre_ping=True,
    )


@lru_cache(256)
def numbered_names(sql: str) -> tuple[str, tuple[str, ...]]:
    """A statement with `$1`, `$2` … for its `:names`, and the names in their order."""
    compiled = text(sql).compile(dialect=_NUMBERED)
    return str(compiled), tuple(compiled.positiontup or ())
