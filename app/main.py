"""The application: every part made, put together, and given back in order when the server stops."""

import asyncio
import importlib.metadata
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial

from anyio import to_thread
from fastapi import FastAPI

from app.access.headers import security_headers
from app.access.tokens import Tokens, fingerprint
from app.api.context import Context
from app.api.earlier import forget_later
from app.api.housekeeping import clear, watch
from app.api.keyring import Keyring
from app.api.pages import Screens, pages
from app.api.problems import add_problems
from app.api.routes import add_routes
from app.api.shield import Shield
from app.history import migrate
from app.history.opening import open_log
from app.integrations.simulation.practice import Practice
from app.rooms.bus import Bus, MemoryBus
from app.rooms.live import ROUTE, Gate, LiveDoor
from app.rooms.registry import Rooms
from app.settings import Settings
from app.shipped import shipped

logger = logging.getLogger("evenfloor")

FINISH_S = 3.0
"""How long what was taken may take to be finished when the server stops. Nothing that was acknowledged waits
for it: a database that does not answer must not keep a server from ending.
"""


def create_app(settings: Settings) -> FastAPI:
    """The whole server as an ASGI application; its parts live from its start to its end.

    Raises FileNotFoundError where the installation lacks the screens.
    """
    version = importlib.metadata.version("evenfloor")
    screens = shipped("frontend")
    app = FastAPI(
        title="Evenfloor",
        version=version,
        lifespan=_life(settings, version),
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
    )
    add_problems(app, screens)
    add_routes(app, version)
    app.router.routes.append(ROUTE)
    app.include_router(pages(screens))
    app.mount("/static", Screens(directory=screens))
    app.add_middleware(Shield, headers=security_headers(settings.public_url))
    return app


def _life(settings: Settings, version: str) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        await to_thread.run_sync(migrate.upgrade, settings.database)
        log = await open_log(settings.database)
        try:
            key = settings.read_secret_key()
            rooms = Rooms(log, bus=_bus(settings, key), nodes=log.nodes, signs_with=fingerprint(key))
            tokens = Tokens(key)
            keyring = Keyring(log.database, rooms)
            practice = Practice(rooms)
            context = Context(settings, log, rooms, tokens, version, keyring, practice)
            app.state.context = context
            rooms.unsaid = partial(forget_later, context)
            app.state.live_door = LiveDoor(rooms, Gate(tokens, rooms.clock, origins=(settings.public_url,)))
            await rooms.start()
            housekeeping = [
                asyncio.create_task(watch(keyring, rooms), name="what others changed"),
                asyncio.create_task(clear(log.database, rooms), name="what is not kept"),
            ]
            try:
                yield
            finally:
                giving_up = asyncio.get_running_loop().call_later(FINISH_S, log.give_up)
                for task in housekeeping:
                    task.cancel()
                await asyncio.gather(*housekeeping, return_exceptions=True)
                await practice.stop()
                await rooms.stop()
                giving_up.cancel()
        finally:
            await log.close()

    return life


def _bus(settings: Settings, key: bytes) -> Bus:
    url = settings.redis_url.get_secret_value()
    if not url:
        return MemoryBus()
    from app.rooms.redis_bus import RedisBus  # noqa: PLC0415 - only with the extra

    return RedisBus(url, key)
