"""A real Uvicorn on a real port, in a thread of the test process."""

import asyncio
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import uvicorn

from app.rooms.transport import LiveProtocol


@dataclass
class Serving:
    """A running server; `call` runs a function on its loop and returns what it returned."""

    port: int
    server: uvicorn.Server
    loop: asyncio.AbstractEventLoop

    def call(self, function: Callable[[], Any]) -> Any:
        async def run() -> Any:
            return function()

        return asyncio.run_coroutine_threadsafe(run(), self.loop).result(10)


class Announced(uvicorn.Server):
    """A server that says when it has started."""

    def __init__(self, config: uvicorn.Config, ready: threading.Event) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready.set()


@contextmanager
def serving(
    app: Any,
    *,
    ws: type[asyncio.Protocol] | str = LiveProtocol,
    tls: tuple[str, str] | None = None,
    **options: Any,
) -> Iterator[Serving]:
    bound = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        app,
        ws=ws,
        ws_per_message_deflate=False,
        ws_max_size=64 * 1024,
        log_config=None,
        ssl_certfile=tls[0] if tls else None,
        ssl_keyfile=tls[1] if tls else None,
        **options,
    )
    ready = threading.Event()
    server = Announced(config, ready)
    loops: list[asyncio.AbstractEventLoop] = []

    async def main() -> None:
        loops.append(asyncio.get_running_loop())
        await server.serve(sockets=[bound])

    thread = threading.Thread(target=lambda: asyncio.run(main()), daemon=True)
    thread.start()
    assert ready.wait(10), "the server did not start"
    try:
        yield Serving(bound.getsockname()[1], server, loops[0])
    finally:
        server.should_exit = True
        thread.join(15)
        bound.close()
        assert not thread.is_alive(), "the server did not stop"


async def until(condition: Callable[[], bool], seconds: float = 10) -> None:
    """Wait for a fact of another thread or process that offers no event to wait for."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110
            await asyncio.sleep(0.01)


def client_tls(certificate: str) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certificate)
