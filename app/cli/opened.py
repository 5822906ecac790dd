"""The operator's way into the store of this machine, for commands that need no server."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from app.cli.failure import Failure
from app.history import migrate
from app.history.log import StoredLog
from app.history.opening import open_log
from app.settings import Settings


@asynccontextmanager
async def opened(settings: Settings, *, make: bool = False) -> AsyncIterator[StoredLog]:
    """The log of the settings' database, brought up to date; made first if `make`.

    Raises Failure when there is none, and HistoryError when it cannot be opened.
    """
    where = settings.database
    if not make and isinstance(where, Path) and not where.exists():
        raise Failure(
            f"There is no database {where}. Start the server once, or set EVENFLOOR_DATA_DIR to its folder."
        )
    await asyncio.to_thread(migrate.upgrade, where)
    log = await open_log(where)
    try:
        yield log
    finally:
        await log.close()


def wall_ms() -> int:
    """Now, in ms since the epoch."""
    return time.time_ns() // 1_000_000


async def hailed(settings: Settings) -> str:
    """Tell running servers to look at what was changed; how soon they know, in words."""
    url = settings.redis_url.get_secret_value()
    if not url:
        return "a running server notices within 5 seconds"
    from app.rooms import redis_bus  # noqa: PLC0415 - only with the extra

    try:
        await redis_bus.hail(url)
    except redis_bus.FAILURES:
        return "running servers notice within 5 seconds, for Redis does not answer"
    return "running servers were told"
