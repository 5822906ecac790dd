"""The signs of life of nodes in PostgreSQL."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection
from contextlib import AbstractAsyncContextManager

import asyncpg

from app.history.nodes import Look, Nodes, Sign

FORGOTTEN_MS = 86_400_000
"""A node that was silent for a day is forgotten; what it left open ended at a session's last event then."""

_BEAT = """
WITH clock AS (SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now_ms),
mine AS (
    INSERT INTO node (boot, last_sign_at, signs_with, follows) SELECT $1, now_ms, $2, $3 FROM clock
    ON CONFLICT (boot) DO UPDATE SET last_sign_at = excluded.last_sign_at, follows = excluded.follows
),
forgotten AS (DELETE FROM node USING clock WHERE boot <> $1 AND last_sign_at < now_ms - $4)
SELECT now_ms, boot, last_sign_at, signs_with, follows FROM clock LEFT JOIN node ON boot <> $1
"""


class PostgresNodes(Nodes):
    """See `Nodes`. `connection` borrows one of the log's."""

    def __init__(self, connection: Callable[[], AbstractAsyncContextManager[asyncpg.Connection]]) -> None:
        self._connection = connection

    async def beat(self, boot: str, signs_with: str, follows: Collection[str]) -> Look:
        """See `Nodes.beat`."""
        async with self._connection() as connection:
            rows = await connection.fetch(_BEAT, boot, signs_with, json.dumps(sorted(follows)), FORGOTTEN_MS)
        others = tuple(
            Sign(row["boot"], row["last_sign_at"], row["signs_with"], frozenset(json.loads(row["follows"])))
            for row in rows
            if row["boot"] is not None
        )
        return Look(rows[0]["now_ms"], others)

    async def leave(self, boot: str) -> None:
        """See `Nodes.leave`."""
        async with self._connection() as connection:
            await connection.execute("DELETE FROM node WHERE boot = $1", boot)
