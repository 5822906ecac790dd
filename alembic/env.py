"""How Alembic reaches the database: where `app.history.migrate` says, or where the settings do."""

import asyncio
import sqlite3
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import NullPool

from alembic import context
from app.history.location import PostgresAddress
from app.history.tables import EventRow
from app.settings import Settings

# Importing one table has declared them all.
target_metadata = EventRow.metadata

ONE_AT_A_TIME = 7_238_364
"""The number of PostgreSQL's advisory lock; any number will do that no other program takes."""


def migrate() -> None:
    """Run the migrations in one transaction, so that two programs that start together migrate once."""
    location = context.config.attributes.get("location") or Settings().database
    if isinstance(location, PostgresAddress):
        asyncio.run(_migrate_postgres(location))
    else:
        _migrate_sqlite(location)


def _migrate_sqlite(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(path, isolation_level=None, timeout=30),
        poolclass=NullPool,
    )

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    with engine.connect() as connection:
        _run(connection)


async def _migrate_postgres(address: PostgresAddress) -> None:
    from app.history.postgres.connecting import connect  # noqa: PLC0415 - only with the extra
    from app.history.postgres.database import engine_of  # noqa: PLC0415

    engine = engine_of(partial(connect, address))
    try:
        async with engine.connect() as connection:
            await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})")
            await connection.run_sync(_run)
    finally:
        await engine.dispose()


def _run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=target_metadata,
        render_as_batch=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()


migrate()
