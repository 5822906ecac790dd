"""What a running server does by itself beside serving: it notices what was changed in the database by others,
and deletes what a room said is not to be kept any longer.
"""

import asyncio
import logging

from app.api.keyring import Keyring
from app.facilitation.ids import SessionId
from app.history import deleting, keeping
from app.history.database import Database
from app.history.errors import HistoryError, UnknownSession
from app.rooms.registry import Rooms

logger = logging.getLogger("evenfloor.api")

LOOK_S = 5.0
"""So long a token or a socket may outlive its key, and a page its session, where no news comes that they are
gone."""

CLEAR_S = 3_600.0
"""How exactly sessions go when their time is over."""


async def watch(keyring: Keyring, rooms: Rooms) -> None:
    """Look every now and then, and when another node hails, until cancelled."""
    blind = False
    while True:
        try:
            await keyring.look()
            await rooms.compare()
            if blind:
                logger.warning("whether keys were revoked or sessions deleted can be told again")
            blind = False
        except HistoryError as error:
            if not blind:
                logger.warning(
                    "whether keys were revoked or sessions deleted cannot be told now: %s", error.message
                )
            blind = True
        except Exception:
            # Ended by a mistake in here, it would leave what revoked keys have opened open for good.
            logger.exception("looking at keys and sessions failed")
        await rooms.hailed(LOOK_S)


async def clear(database: Database, rooms: Rooms) -> None:
    """Delete what is not to be kept any longer, every now and then, until cancelled."""
    while True:
        try:
            for session in await keeping.due(database, rooms.clock.now_ms()):
                await clear_one(database, rooms, session)
        except HistoryError as error:
            logger.warning("what is not to be kept could not be deleted now: %s", error.message)
        except Exception:
            logger.exception("deleting what is not to be kept failed")
        await asyncio.sleep(CLEAR_S)


async def clear_one(database: Database, rooms: Rooms, session: str) -> None:
    """Delete one session whose time is over, unless another node has done so. Raises HistoryError."""
    try:
        deleted = await deleting.delete_session(database, session)
    except UnknownSession:
        return
    logger.info("its time was over, as its room had said; %s", deleted.in_words())
    forget(rooms, deleted)


def forget(rooms: Rooms, deleted: deleting.Deleted) -> None:
    """Let every node forget what was deleted: this one at once, the others when they hear of it."""
    for session in deleted.sessions:
        rooms.forget(SessionId(session))
    rooms.bus.hail()
