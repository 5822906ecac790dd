"""The operator's way into the store of this machine, for commands that need no server."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from app.cli.failure import Failure
from app.history import migrate
from app.history.log import SqliteLog
from app.settings import Settings


@asynccontextmanager
async def opened(settings: Settings, *, make: bool = False) -> AsyncIterator[SqliteLog]:
    """The log of the settings' database file, brought up to date; made first if `make`.

    Raises Failure when there is none, and HistoryError when it cannot be opened.
    """
    file = settings.database_file
    if not make and not file.exists():
        raise Failure(
            f"There is no database {file}. Start the server once, or set EVENFLOOR_DATA_DIR to its folder."
        )
    migrate.upgrade(file)
    log = await SqliteLog.open(file)
    try:
        yield log
    finally:
        await log.close()


def wall_ms() -> int:
    """Now, in ms since the epoch."""
    return time.time_ns() // 1_000_000
