"""The log in PostgreSQL: one statement, and so one transaction, for each room's batch, on a pool."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager, suppress
from typing import Self

import asyncpg

from app.facilitation.ids import Status
from app.history.entry import Append, Entry
from app.history.errors import LogUnavailable, UnknownSession
from app.history.location import PostgresAddress
from app.history.log import StoredLog, follows
from app.history.migrate import check
from app.history.postgres import connecting
from app.history.postgres.database import PostgresDatabase, numbered_names
from app.history.postgres.failures import AWAY, STOPPING, told
from app.history.postgres.nodes import PostgresNodes
from app.history.redaction import redacts, rewritten, statements
from app.history.states import STATES

logger = logging.getLogger("evenfloor.history")

CONNECTIONS = 8
"""For the log. A commit waits for the disk; this many rooms may wait at once, the rest in line."""

FAREWELL_S = 2.0
"""How long the database may take to say goodbye."""

FAILURES = (asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError, OSError, EOFError)

_APPEND = """
WITH moved AS (
    UPDATE session SET
        head_seq = $3,
        state = COALESCE($12, state),
        opened_at = COALESCE(opened_at, $13),
        ended_at = CASE WHEN $12 IS NULL THEN ended_at ELSE $14 END
    WHERE id = $1 AND head_seq = $2
    RETURNING id
)
INSERT INTO event (session_id, seq, at, kind, version, actor, command_id, batch_id, body)
SELECT moved.id, entry.seq, entry.at, entry.kind, entry.version, entry.actor, entry.command_id, $4, entry.body
FROM moved, unnest($5::int[], $6::bigint[], $7::text[], $8::int[], $9::text[], $10::text[], $11::text[])
    AS entry (seq, at, kind, version, actor, command_id, body)
"""
"""Moves the head if it stands where the batch was decided on, and stores the entries if it did.

A batch that opens or ends the session tells the catalogue so in the same transaction.
"""

_READ = """
SELECT seq, at, kind, version, actor, command_id, body FROM event
WHERE session_id = $1 AND seq > $2 ORDER BY seq
"""


class PostgresLog(StoredLog):
    """See `Log`. Made by `open`, in the event loop that uses it."""

    def __init__(self, pool: asyncpg.Pool, database: PostgresDatabase) -> None:
        self._pool = pool
        self._database = database
        self._nodes = PostgresNodes(self._connection)
        self._closing = False

    @classmethod
    async def open(cls, address: PostgresAddress) -> Self:
        """Open a database that `migrate.upgrade` has brought up to date.

        Raises `SchemaMismatch`, `NotADatabase`, `LogUnavailable`.
        """
        await asyncio.to_thread(check, address)
        try:
            pool = await connecting.pool(address, CONNECTIONS)
            if await pool.fetchval("SHOW fsync") != "on":
                await pool.close()
                raise LogUnavailable(
                    f"{address} runs with fsync off and would lose what it promises to keep. Switch it on."
                )
        except FAILURES as error:
            raise told(error) or error from error
        return cls(pool, PostgresDatabase(address))

    @property
    def database(self) -> PostgresDatabase:
        """The catalogue and the rest, of the same database."""
        return self._database

    def give_up(self) -> None:
        """See `StoredLog.give_up`. A batch that was on its way may be written or not; nobody was told so."""
        logger.warning("the database does not answer, and is not waited for; nothing acknowledged is lost")
        self._closing = True
        self._database.give_up()
        self._pool.terminate()

    async def close(self) -> None:
        """Finish what was begun, and let the connections go; those that do not answer are cut off."""
        self._closing = True
        cutting_off = asyncio.get_running_loop().call_later(FAREWELL_S, self.give_up)
        try:
            await self._database.close()
            await self._pool.close()
        except FAILURES:
            self.give_up()
        finally:
            cutting_off.cancel()

    @property
    def nodes(self) -> PostgresNodes:
        """Where the nodes that share this database give their signs."""
        return self._nodes

    async def append(self, batch: Append) -> bool:
        """See `Log.append`."""
        if not follows(batch):
            raise ValueError("the entries of a batch follow its expected_seq without a gap")
        async with self._connection(writes=True) as connection:
            if redacts(batch.entries):
                if await _append_and_redact(connection, batch):
                    return True
            elif await connection.execute(_APPEND, *_values(batch)) != "INSERT 0 0":
                return True
        if batch.session_id not in await self.heads((batch.session_id,)):
            raise UnknownSession(batch.session_id)
        return False

    async def read(self, session_id: str, after_seq: int = 0) -> list[Entry]:
        """See `Log.read`."""
        async with self._connection() as connection:
            return [Entry(*row) for row in await connection.fetch(_READ, session_id, after_seq)]

    async def heads(self, session_ids: Collection[str]) -> dict[str, tuple[int, int]]:
        """See `Log.heads`."""
        async with self._connection() as connection:
            rows = await connection.fetch(
                "SELECT id, head_seq, epoch FROM session WHERE id = ANY($1)", list(session_ids)
            )
        return {session_id: (head_seq, epoch) for session_id, head_seq, epoch in rows}

    async def has_batch(self, session_id: str, batch_id: str) -> bool:
        """See `Log.has_batch`."""
        async with self._connection() as connection:
            found = await connection.fetchval(
                "SELECT 1 FROM event WHERE session_id = $1 AND batch_id = $2 LIMIT 1", session_id, batch_id
            )
        return found is not None

    @asynccontextmanager
    async def _connection(self, *, writes: bool = False) -> AsyncIterator[asyncpg.Connection]:
        """A connection of the pool, with its failures told as ours.

        `writes`: each statement commits by itself, so that a connection which is lost leaves its outcome
        unknown.
        """
        if self._closing:
            raise LogUnavailable(STOPPING)
        try:
            connection = await self._pool.acquire(timeout=connecting.CONNECT_S)
        except FAILURES as error:
            raise told(error) or LogUnavailable(AWAY) from error
        try:
            yield connection
        except FAILURES as error:
            raise told(error, sent=writes) or error from error
        finally:
            # One that breaks while it is made ready for the next is thrown away by the pool itself.
            with suppress(*FAILURES):
                await self._pool.release(connection)


async def _append_and_redact(connection: asyncpg.Connection, batch: Append) -> bool:
    """Append, and take from the log what the batch says that it no longer holds, in one transaction."""
    async with connection.transaction():
        if await connection.execute(_APPEND, *_values(batch)) == "INSERT 0 0":
            return False
        log = [Entry(*row) for row in await connection.fetch(_READ, batch.session_id, 0)]
        for sql, values in statements(batch.session_id, rewritten(log, batch.entries)):
            numbered, names = numbered_names(sql)
            await connection.execute(numbered, *(values[name] for name in names))
    return True


def _values(batch: Append) -> tuple[object, ...]:
    """What the statement that appends a batch is told."""
    entries = batch.entries
    changes = [(STATES[entry.kind], entry.at) for entry in entries if entry.kind in STATES]
    state, at = changes[-1] if changes else (None, None)
    return (
        batch.session_id,
        batch.expected_seq,
        batch.expected_seq + len(entries),
        batch.batch_id,
        [entry.seq for entry in entries],
        [entry.at for entry in entries],
        [entry.kind for entry in entries],
        [entry.version for entry in entries],
        [entry.actor for entry in entries],
        [entry.command_id for entry in entries],
        [entry.body for entry in entries],
        state.value if state is not None else None,
        next((at for state, at in changes if state == Status.open), None),
        at if state == Status.ended else None,
    )
