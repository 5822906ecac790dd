"""A client as anybody could write it: follows a session by welcomes and merge patches, sends commands."""

from __future__ import annotations

import asyncio
import itertools
import json
import secrets
from typing import Any, Self

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

Json = dict[str, Any]

ANSWER_S = 30
"""How long an answer may take on a busy machine; after that it will not come."""


def merged(view: Any, patch: Any) -> Any:
    """RFC 7396, in the words of the RFC."""
    if not isinstance(patch, dict):
        return patch
    result = dict(view) if isinstance(view, dict) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = merged(result.get(name), value)
    return result


class Follower:
    """One socket. `layers` is what a screen would show; `frames` all that came since the first connection."""

    def __init__(self, url: str, token: str) -> None:
        self.url = url
        self.token = token
        self.layers: Json = {}
        self.seq = 0
        self.frames: list[Json] = []
        self.raw: list[str] = []
        self.bye: Json | None = None
        self.closed: tuple[int, str] | None = None
        self._prefix = secrets.token_hex(4)
        self._numbers = itertools.count(1)
        self._answers: dict[str, asyncio.Future[Json]] = {}
        self._changed = asyncio.Condition()

    async def __aenter__(self) -> Self:
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def open(self) -> None:
        """Connect, say hello, and wait for the welcome (or for the goodbye)."""
        self.socket: ClientConnection = await connect(
            self.url, subprotocols=[Subprotocol("evenfloor.v1")], max_size=None, ping_interval=None
        )
        self.welcomes = 0
        self._reading = asyncio.create_task(self._read())
        await self.socket.send(json.dumps({"is": "hello", "token": self.token}))
        await self.until(lambda: self.welcomes > 0 or self.closed is not None)

    async def close(self) -> None:
        await self.socket.close()
        await self._reading

    async def vanish(self) -> None:
        """Go without a goodbye."""
        self.socket.transport.abort()
        await self._reading

    async def do(self, what: str, _id: str | None = None, /, **fields: Any) -> Json:
        """Send a command; its answer."""
        async with asyncio.timeout(ANSWER_S):
            return await (await self.post(what, _id, **fields))

    async def post(self, what: str, _id: str | None = None, /, **fields: Any) -> asyncio.Future[Json]:
        """Send a command; a future of its answer."""
        command_id = _id or f"{self._prefix}-{next(self._numbers)}"
        self._answers[command_id] = future = asyncio.get_running_loop().create_future()
        await self.socket.send(json.dumps({"id": command_id, "do": what, **fields}))
        return future

    async def until(self, condition: Any, seconds: float = 20) -> None:
        """Wait until what was received makes a condition true."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(condition)

    async def _read(self) -> None:
        try:
            async for text in self.socket:
                self.raw.append(str(text))
                self._take(json.loads(text))
                async with self._changed:
                    self._changed.notify_all()
        except ConnectionClosed:
            pass
        finally:
            # Also after a frame that makes no sense: nobody shall wait for what will never be read.
            self.closed = (self.socket.close_code or 1006, self.socket.close_reason or "")
            for future in self._answers.values():
                future.cancel()
            async with self._changed:
                self._changed.notify_all()

    def _take(self, frame: Json) -> None:
        self.frames.append(frame)
        if frame.get("is") == "welcome":
            self.layers = {layer: frame[layer] for layer in ("room", "desk", "you") if layer in frame}
            self.seq = frame["seq"]
            self.welcomes += 1
        elif frame.get("is") == "bye":
            self.bye = frame
        elif "re" in frame:
            future = self._answers.pop(frame["re"], None)
            if future is not None and not future.done():
                future.set_result(frame)
        elif "seq" in frame:
            assert frame["seq"] >= self.seq, "seq went back"
            self.seq = frame["seq"]
            for layer in ("room", "desk", "you"):
                if layer in frame:
                    self.layers[layer] = merged(self.layers[layer], frame[layer])
