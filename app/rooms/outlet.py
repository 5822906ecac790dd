"""Where frames leave: one connection's way out, whichever server carries it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Protocol, TypeAlias

from app.rooms.frames import payloads

BOUND_BYTES = 256 * 1024
"""Unsent bytes at which a connection counts as slow. A welcome of a full room fits in it several times."""

CLOSE_TIMEOUT_S = 5.0
"""How long a peer has to answer a close before it is cut off."""

AsgiSend: TypeAlias = Callable[[dict[str, object]], Awaitable[None]]


class Outlet(Protocol):
    """One connection's way out. No method waits, and none raises because the peer has gone."""

    def send_frame(self, frame: bytes) -> bool:
        """Hand over one or more whole frames of `text_frame`. False: dropped, the peer is slow or gone."""
        ...

    def buffered(self) -> int:
        """Bytes handed over that the operating system has not taken yet."""
        ...

    def is_open(self) -> bool:
        """Whether frames can still be sent, now or once the connection has drained."""
        ...

    def on_drained(self, callback: Callable[[], None]) -> None:
        """Call `callback` whenever the connection has gone from too full to nearly empty."""
        ...

    def close(self, code: int, reason: str) -> None:
        """Say goodbye with a code and a reason (at most 123 bytes), then cut off who doesn't answer."""
        ...


class AsgiOutlet:
    """The way out under any ASGI server: a bounded queue and the one task that empties it.

    `run` is that task's coroutine; it ends when the connection is closed from either side.
    """

    def __init__(self, send: AsgiSend, bound_bytes: int = BOUND_BYTES) -> None:
        self._send = send
        self._bound = bound_bytes
        # Payloads that the server has not taken yet, the one being sent among them.
        self._waiting: deque[bytes] = deque()
        self._buffered = 0
        # Set when there is something to send or a close to say.
        self._wake = asyncio.Event()
        self._goodbye: tuple[int, str] | None = None
        self._gone = False
        self._overflowed = False
        self._drained: Callable[[], None] | None = None
        self._runner: asyncio.Task[None] | None = None

    def send_frame(self, frame: bytes) -> bool:
        if not self.is_open():
            return False
        if self._buffered > self._bound:
            self._overflowed = True
            return False
        for payload in payloads(frame):
            self._waiting.append(payload)
            self._buffered += len(payload)
        self._wake.set()
        return True

    def buffered(self) -> int:
        return self._buffered

    def is_open(self) -> bool:
        return not self._gone and self._goodbye is None

    def on_drained(self, callback: Callable[[], None]) -> None:
        self._drained = callback

    def close(self, code: int, reason: str) -> None:
        if not self.is_open():
            return
        self._goodbye = (code, reason)
        self._wake.set()
        if self._runner is not None:
            asyncio.get_running_loop().call_later(CLOSE_TIMEOUT_S, self._runner.cancel)

    def lost(self) -> None:
        """The server has said that the peer is gone."""
        self._gone = True
        self._wake.set()

    async def run(self) -> None:
        self._runner = asyncio.current_task()
        try:
            await self._empty()
        except (OSError, RuntimeError):
            # How a server says "the peer has gone" to a send is not settled: OSError by the ASGI
            # specification, RuntimeError in older servers. Either way nobody is left to tell.
            pass
        finally:
            self._gone = True
            self._waiting.clear()
            self._buffered = 0

    async def _empty(self) -> None:
        while not self._gone:
            await self._wake.wait()
            self._wake.clear()
            while self._waiting and not self._gone:
                payload = self._waiting[0]
                await self._send({"type": "websocket.send", "text": payload.decode()})
                self._waiting.popleft()
                self._buffered -= len(payload)
            if self._overflowed and self._drained is not None and self.is_open():
                self._overflowed = False
                self._drained()
            if self._goodbye is not None and not self._waiting:
                code, reason = self._goodbye
                await self._send({"type": "websocket.close", "code": code, "reason": reason})
                return
