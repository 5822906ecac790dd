"""A real server on a real port, as `evenfloor serve` runs it, in a thread of the test process."""

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from app.api.context import Context
from app.cli.serving import Serving, bound_socket, with_port
from app.history import keys
from app.settings import Settings

T = TypeVar("T")

START_S = 20.0


@dataclass(frozen=True)
class Running:
    """A running server."""

    url: str
    context: Context
    loop: asyncio.AbstractEventLoop

    def key(self, *scopes: str) -> str:
        """A new API key with these scopes."""
        now = self.context.now()
        return self.run(keys.create_key(self.context.database, name="test", scopes=scopes, now=now)).secret

    def run(self, doing: Coroutine[Any, Any, T]) -> T:
        """Do something on the server's own loop."""
        return asyncio.run_coroutine_threadsafe(doing, self.loop).result(START_S)


@contextmanager
def running(folder: Path, **more: Any) -> Iterator[Running]:
    """A server until the end of the block; then it has said goodbye and closed its database."""
    settings = Settings(data_dir=folder, database_url="", port=0, **more)
    taken = bound_socket(settings)
    settings = with_port(settings, taken)
    ready = threading.Event()
    found: list[tuple[Serving, asyncio.AbstractEventLoop]] = []
    failed: list[BaseException] = []

    async def serve() -> None:
        server = Serving(settings)
        found.append((server, asyncio.get_running_loop()))
        serving = asyncio.create_task(server.serve(sockets=[taken]))
        up = asyncio.create_task(server.up.wait())
        await asyncio.wait({serving, up}, return_when=asyncio.FIRST_COMPLETED)
        ready.set()
        await serving
        up.cancel()

    def run() -> None:
        try:
            asyncio.run(serve())
        except BaseException as error:
            failed.append(error)
            raise
        finally:
            ready.set()

    thread = threading.Thread(target=run, name="server", daemon=True)
    thread.start()
    try:
        assert ready.wait(START_S), "the server did not start"
        assert not failed, failed
        server, loop = found[0]
        yield Running(settings.public_url, server.app.state.context, loop)
    finally:
        if found:
            found[0][0].should_exit = True
        thread.join(START_S)
        assert not thread.is_alive(), "the server did not stop"
