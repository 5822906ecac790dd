"""Clients of a test that breaks things: they rename themselves without end and come back by themselves."""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import time
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

from app.facilitation.state import State

PAUSE_S = 0.06
"""Between two commands of one client: what its pace allows."""


@dataclass
class Client:
    """Somebody whose page comes back by itself, at the next of its `urls`; it notes every answer."""

    urls: list[str]
    participant: str
    token: str
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    acknowledged: dict[str, int] = field(default_factory=dict)
    answered_s: list[float] = field(default_factory=list)
    """The monotonic moments at which it was answered."""
    reconnections: int = 0
    resent: int = 0
    done: bool = False
    _sent: int = 0
    _open: str = ""

    async def live(self) -> None:
        """Rename without end, through every loss of the connection."""
        while not self.done:
            url = self.urls[self.reconnections % len(self.urls)]
            with contextlib.suppress(OSError, WebSocketException, TimeoutError):
                async with connect(
                    url, subprotocols=[Subprotocol("evenfloor.v1")], max_size=None, open_timeout=2
                ) as connection:
                    await self._follow(connection)
            self.reconnections += not self.done
            await asyncio.sleep(random.uniform(0.02, 0.1))

    async def look(self) -> dict[str, Any]:
        """What a fresh page shows of the room."""
        async with connect(self.urls[0], subprotocols=[Subprotocol("evenfloor.v1")], max_size=None) as page:
            room: dict[str, Any] = (await self._hello(page))["room"]
            return room

    def first_after(self, moment_s: float) -> float:
        """When it was answered first after a moment, which it has been."""
        return self.answered_s[bisect_right(self.answered_s, moment_s)]

    async def _hello(self, connection: ClientConnection) -> dict[str, Any]:
        await connection.send(json.dumps({"is": "hello", "token": self.token}))
        async with asyncio.timeout(10):
            welcome: dict[str, Any] = json.loads(await connection.recv())
        return welcome

    async def _follow(self, connection: ClientConnection) -> None:
        if (await self._hello(connection)).get("is") != "welcome":
            return
        self.resent += bool(self._open)
        while not self.done or self._open:
            if not self._open:
                self._sent += 1
                self._open = f"{self.participant}-{self._sent}"
            command = {
                "id": self._open,
                "do": "participant.rename",
                "participant": self.participant,
                "name": f"Somebody {self._open[-12:]}",
            }
            await connection.send(json.dumps(command))
            async with asyncio.timeout(15):
                answer = await self._answer(connection)
            if answer.get("ok"):
                self.acknowledged[self._open] = answer["seq"]
                self._open = ""
                self.answered_s.append(time.monotonic())
                self.answered.set()
            elif answer["error"]["code"] not in {"too_fast", "unavailable"}:
                raise SystemExit(f"refused: {answer}")
            await asyncio.sleep(PAUSE_S)

    async def _answer(self, connection: ClientConnection) -> dict[str, Any]:
        while True:
            frame: dict[str, Any] = json.loads(await connection.recv())
            if frame.get("re") == self._open:
                return frame


def shows(room: dict[str, Any], state: State) -> bool:
    """Whether a page shows the names that the log says."""
    names = {str(person.id): person.name for person in state.people.by_id.values()}
    return {who: shown["name"] for who, shown in room["people"]["by_id"].items()} == names
