"""What tables a PostgreSQL database has."""

from __future__ import annotations

import asyncio

import asyncpg

from app.history.errors import NotADatabase
from app.history.location import PostgresAddress
from app.history.postgres.connecting import connect
from app.history.postgres.failures import told

_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"


def revision_of(address: PostgresAddress) -> str | None:
    """The revision that a database is at; None if it has no tables yet.

    Raises `NotADatabase` if another program has tables there, `LogUnavailable` if it cannot be read.
    """
    return asyncio.run(_revision_of(address))


async def _revision_of(address: PostgresAddress) -> str | None:
    try:
        connection = await connect(address)
        try:
            names = {row["tablename"] for row in await connection.fetch(_TABLES)}
            if "alembic_version" in names:
                found = await connection.fetchval("SELECT version_num FROM alembic_version")
                return None if found is None else str(found)
        finally:
            await connection.close()
    except (asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        raise told(error) or error from error
    if names:
        raise NotADatabase(
            f"{address} is a database of another program. Nothing was changed; give Evenfloor one of its own."
        )
    return None
