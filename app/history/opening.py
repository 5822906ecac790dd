"""Open the history, wherever it is kept."""

from pathlib import Path

from app.history.location import Location
from app.history.log import StoredLog
from app.history.sqlite.log import SqliteLog


async def open_log(location: Location) -> StoredLog:
    """The log of a database that `migrate.upgrade` has brought up to date.

    Raises `SchemaMismatch`, `NotADatabase`, `LogUnavailable`.
    """
    if isinstance(location, Path):
        return await SqliteLog.open(location)
    from app.history.postgres.log import PostgresLog  # noqa: PLC0415 - only with the extra

    return await PostgresLog.open(location)
