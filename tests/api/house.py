"""A running application over ASGI, and the people at its doors."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import httpx
from fastapi import FastAPI

from app.api.context import Context
from app.history import keys
from app.main import create_app
from app.settings import Settings

AWAY = "192.0.2.7"
"""An address that is not this machine's."""


@dataclass(frozen=True)
class Seat:
    """Somebody in a session."""

    session: str
    participant: str
    token: str
    secret: str

    @property
    def headers(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.token}"}


@dataclass(frozen=True)
class Room:
    """A room with its first session."""

    id: str
    code: str
    session: str
    secret: str

    def url(self, path: str = "") -> str:
        return f"/api/v1/sessions/{self.session}{path}"


class House:
    """An application and a client of it; `address` is where the client seems to be."""

    def __init__(self, app: FastAPI, client: httpx.AsyncClient) -> None:
        self.app = app
        self.client = client

    @property
    def context(self) -> Context:
        return cast("Context", self.app.state.context)

    def from_address(self, address: str) -> httpx.AsyncClient:
        """A client at another address."""
        transport = httpx.ASGITransport(self.app, client=(address, 40_000))
        return httpx.AsyncClient(transport=transport, base_url="http://meet.example")

    async def key(self, *scopes: str) -> dict[str, str]:
        """The headers of a new API key with these scopes."""
        made = await keys.create_key(
            self.context.database, name="test", scopes=scopes, now=self.context.now()
        )
        return {"authorization": f"Bearer {made.secret}"}

    async def room(self, **more: object) -> Room:
        """A new room."""
        body = {"name": "Bus stop redesign", "purpose": "decide", "setting": "mixed", **more}
        answer = await self.client.post("/api/v1/rooms", json=body)
        assert answer.status_code == 201, answer.text
        made = answer.json()
        secret = made["facilitator_link"].partition("#")[2]
        return Room(made["room"]["id"], made["room"]["code"], made["session"]["id"], secret)

    async def facilitator(self, room: Room, name: str = "Kim", **more: object) -> Seat:
        """Somebody who comes in by the facilitators' link."""
        body = {"room_id": room.id, "secret": room.secret, "name": name, **more}
        return _seat(await self.client.post("/api/v1/access/facilitator", json=body))

    async def join(self, room: Room, name: str, **more: object) -> Seat:
        """Somebody who joins by code."""
        return _seat(await self.ask_to_join(room, name, **more))

    async def ask_to_join(self, room: Room, name: str, **more: object) -> httpx.Response:
        """What a join is answered."""
        body = {"code": room.code, "name": name, "place": "phone", **more}
        return await self.client.post("/api/v1/join", json=body)

    async def command(self, seat: Seat, do: str, **fields: object) -> httpx.Response:
        """A command of somebody, over REST."""
        url = f"/api/v1/sessions/{seat.session}/commands"
        return await self.client.post(url, json={"do": do, **fields}, headers=seat.headers)

    async def done(self, seat: Seat, do: str, **fields: object) -> dict[str, Any]:
        """A command that must be applied."""
        answer = await self.command(seat, do, **fields)
        assert answer.status_code == 200, answer.text
        return cast("dict[str, Any]", answer.json())


def _seat(answer: httpx.Response) -> Seat:
    assert answer.status_code == 200, answer.text
    got = answer.json()
    return Seat(got["session_id"], got["participant_id"], got["token"], got.get("device_secret", ""))


@asynccontextmanager
async def house(folder: Path, **settings: Any) -> AsyncIterator[House]:
    """An application with its own folder."""
    own = {"data_dir": folder, "database_url": "", "public_url": "http://localhost:8000", **settings}
    app = create_app(Settings(**own))
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as client:
            yield House(app, client)


def refusal(answer: httpx.Response) -> tuple[int, str]:
    """The status and the code of a refusal, which must be a whole problem document."""
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert problem["status"] == answer.status_code
    assert problem["title"]
    assert problem["detail"]
    return answer.status_code, problem["code"]
