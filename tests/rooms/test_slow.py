"""A client that reads slowly, or not at all, costs the others nothing and ends where they are."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

from app.access.limits import PROGRAM
from app.facilitation.actors import Person
from app.facilitation.ids import ParticipantId, Role, SessionId
from app.rooms import hub as hubs
from app.rooms import pace
from app.rooms.connection import Lagging
from tests.rooms.follower import Follower
from tests.rooms.node import Node, node
from tests.rooms.serving import until


async def open_and_stop_reading(live: Node, session: SessionId, who: ParticipantId) -> ClientConnection:
    """A client that says hello, and then reads nothing."""
    raw = socket.socket()
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    raw.setblocking(False)
    await asyncio.get_running_loop().sock_connect(raw, ("127.0.0.1", live.port))
    client = await connect(
        live.url(session),
        sock=raw,
        subprotocols=[Subprotocol("evenfloor.v1")],
        max_size=None,
        ping_interval=None,
    )
    await client.send(json.dumps({"is": "hello", "token": live.token(session, Person(who))}))
    assert json.loads(await client.recv())["is"] == "welcome"
    client.transport.pause_reading()
    return client


async def make_lag(live: Node, session: SessionId, chairs: Follower, who: ParticipantId) -> int:
    """Rename somebody until a connection lags; how many frames that took the others."""
    hub = (await live.rooms.actor(session)).hub
    for turn in range(5_000):
        assert (await chairs.do("participant.rename", participant=who, name=f"{turn} " + "n" * 50))["ok"]
        if any(isinstance(connection.state, Lagging) for connection in hub.connections()):
            return turn
    raise AssertionError("nothing ever lagged")


BOUND = 8_192


@pytest.fixture(autouse=True)
def _fast_clients_and_small_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    """These clients are faster than people, and lag after kilobytes."""
    monkeypatch.setattr(pace, "PERSON", PROGRAM)
    monkeypatch.setattr("app.rooms.transport.BOUND_BYTES", BOUND)
    monkeypatch.setattr("app.rooms.outlet.AsgiOutlet.__init__.__defaults__", (BOUND,))


@pytest_asyncio.fixture
async def live(path: Path) -> AsyncIterator[Node]:
    """A node whose sockets have small buffers."""
    async with node(path, small_buffers=True) as running:
        yield running


@pytest_asyncio.fixture
async def plain(path: Path) -> AsyncIterator[Node]:
    """The same, under a server that gives no direct line."""
    async with node(path, small_buffers=True, ws=WebSocketsSansIOProtocol) as running:
        yield running


async def test_a_client_that_stops_reading_never_holds_up_the_room_and_is_welcomed_later(live: Node) -> None:
    session = await live.session()
    chair, ana, ben = [
        await live.person(session, role) for role in (Role.facilitator, *[Role.participant] * 2)
    ]
    async with live.follow(session, chair) as chairs, live.follow(session, ben) as his:
        slow = await open_and_stop_reading(live, session, ana)
        await make_lag(live, session, chairs, ben)
        held = [c.outlet.buffered() for c in (await live.rooms.actor(session)).hub.connections()]
        assert max(held) < 2 * BOUND
        answer = await asyncio.wait_for(chairs.do("participant.rename", participant=ben, name="Last"), 5)
        assert answer["ok"]
        await his.until(lambda: his.layers["room"]["people"]["by_id"][ben]["name"] == "Last")
        await slow.send(json.dumps({"id": "mine-1", "do": "hand.raise"}))
        await his.until(lambda: his.layers["room"]["queue"]["order"] == [ana])
        slow.transport.resume_reading()
        frames: list[dict[str, Any]] = []
        while not frames or frames[-1].get("re") != "mine-1":
            frames.append(json.loads(await slow.recv()))
        assert frames[-2]["is"] == "welcome"
        assert frames[-2]["room"] == his.layers["room"]
        await slow.close()


async def test_a_client_that_never_reads_again_is_sent_away(
    live: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hubs, "LAG_TIMEOUT_S", 0.05)
    monkeypatch.setattr("app.rooms.transport.CLOSE_TIMEOUT_S", 0.05)
    session = await live.session()
    chair, ana = await live.person(session, Role.facilitator), await live.person(session)
    async with live.follow(session, chair) as chairs:
        slow = await open_and_stop_reading(live, session, ana)
        await make_lag(live, session, chairs, ana)
        actor = await live.rooms.actor(session)
        await until(lambda: len(actor.hub) == 1)
        await until(lambda: not actor.state.people.by_id[ana].connections)
        slow.transport.abort()
        await slow.wait_closed()


async def test_a_server_without_our_protocol_serves_the_same_frames(plain: Node) -> None:
    session = await plain.session()
    ana, ben = await plain.person(session), await plain.person(session)
    async with plain.follow(session, ana) as hers, plain.follow(session, ben) as his:
        assert (await hers.do("hand.raise"))["ok"]
        await his.until(lambda: his.layers["room"]["queue"]["order"] == [ana])
        assert hers.layers["room"] == his.layers["room"]
    bad = Follower(plain.url(session), "not a token")
    await bad.open()
    assert bad.frames[0]["error"]["code"] == "bad_token"
    assert bad.closed is not None
    assert bad.closed[0] == 4401


async def test_without_our_protocol_a_slow_client_is_welcomed_later_too(plain: Node) -> None:
    session = await plain.session()
    chair, ana = await plain.person(session, Role.facilitator), await plain.person(session)
    async with plain.follow(session, chair) as chairs:
        slow = await open_and_stop_reading(plain, session, ana)
        await make_lag(plain, session, chairs, ana)
        await chairs.do("participant.rename", participant=ana, name="Last")
        slow.transport.resume_reading()
        last: dict[str, Any] = {}
        while last.get("is") != "welcome":
            last = json.loads(await slow.recv())
        assert last["room"]["people"]["by_id"][ana]["name"] == "Last"
        await slow.close()


async def test_without_our_protocol_who_never_reads_is_left_behind(
    plain: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.rooms.outlet.CLOSE_TIMEOUT_S", 0.05)
    monkeypatch.setattr("app.rooms.live.CLOSE_TIMEOUT_S", 0.05)
    monkeypatch.setattr(hubs, "LAG_TIMEOUT_S", 0.05)
    session = await plain.session()
    chair, ana = await plain.person(session, Role.facilitator), await plain.person(session)
    async with plain.follow(session, chair) as chairs:
        slow = await open_and_stop_reading(plain, session, ana)
        await make_lag(plain, session, chairs, ana)
        actor = await plain.rooms.actor(session)
        await until(lambda: len(actor.hub) == 1)
        slow.transport.abort()
        await slow.wait_closed()
