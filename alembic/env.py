"""How Alembic reaches the database: the file that `app.history.migrate` names, or the one of the settings."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.pool import NullPool

from alembic import context
from app.history.tables import EventRow
from app.settings import Settings

# Importing one table has declared them all.
target_metadata = EventRow.metadata


def path_of_file() -> Path:
    """The database file to migrate."""
    given = context.config.attributes.get("path")
    return given if isinstance(given, Path) else Settings().database_file


def migrate() -> None:
    """Run the migrations in one transaction, so that two programs that start together migrate once."""
    path = path_of_file()
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
