"""Uvicorn with our protocol, bounds and goodbye: what `evenfloor serve` runs."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

from app.rooms.transport import LiveProtocol
from app.wire.incoming import MAX_FRAME_BYTES

AGAIN_IN_MS = 1_500
"""When clients come back after a restart; they add a random part of their own."""

PING_S = 15.0
"""Between two pings, and how long an answer may take: a phone that left is noticed within half a minute."""

STOP_S = 15
"""How long a stopping server waits for requests that are under way."""


class LiveServer(uvicorn.Server):
    """A server that says goodbye before it closes, and tells when it listens."""

    def __init__(
        self,
        config: uvicorn.Config,
        *,
        farewell: Callable[[int], None],
        listening: Callable[[int], None] | None = None,
    ) -> None:
        super().__init__(config)
        self._farewell = farewell
        self._listening = listening

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then call `listening` with the port."""
        await super().startup(sockets)
        if self.started and self._listening is not None:
            self._listening(self.servers[0].sockets[0].getsockname()[1])

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Say goodbye to all clients, then stop as Uvicorn does."""
        self._farewell(AGAIN_IN_MS)
        await super().shutdown(sockets)


def make_server(
    app: ASGIApp,
    *,
    farewell: Callable[[int], None],
    listening: Callable[[int], None] | None = None,
    host: str = "127.0.0.1",
    port: int = 8000,
    tls_cert: Path | None = None,
    tls_key: Path | None = None,
    forwarded_allow_ips: str = "127.0.0.1",
    log_level: str = "info",
) -> LiveServer:
    """A server for the app; `run()` blocks until Ctrl-C, `serve()` is its coroutine.

    `farewell(again_in_ms)` is called first when it stops (`Rooms.farewell`); `listening(port)` once it takes
    connections. One process: the sessions live in its memory.
    """
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        ws=LiveProtocol,
        ws_max_size=MAX_FRAME_BYTES,
        ws_per_message_deflate=False,
        ws_ping_interval=PING_S,
        ws_ping_timeout=PING_S,
        ssl_certfile=tls_cert,
        ssl_keyfile=tls_key,
        proxy_headers=True,
        forwarded_allow_ips=forwarded_allow_ips,
        server_header=False,
        timeout_graceful_shutdown=STOP_S,
        log_level=log_level,
        access_log=False,
    )
    return LiveServer(config, farewell=farewell, listening=listening)
