"""The door of the live socket: who is let in, who is told why not, and that nobody waits there for ever."""

import json

import pytest
from starlette.types import Message
from starlette.websockets import WebSocket
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Origin, Subprotocol

from app.access.limits import Pace
from app.access.tokens import Tokens, claims_of
from app.facilitation.actors import Person
from app.facilitation.ids import ParticipantId, SessionId
from app.rooms import pace
from app.rooms.live import Client, Gate, LiveDoor
from app.rooms.outlet import AsgiOutlet
from tests.rooms.follower import Json
from tests.rooms.node import Node

LIVE = [Subprotocol("evenfloor.v1")]


async def refused(node: Node, session: SessionId, first: str | bytes) -> tuple[Json, int]:
    """What a first frame is answered before the server closes, and the close code."""
    async with connect(node.url(session), subprotocols=LIVE) as socket:
        await socket.send(first)
        answer = json.loads(await socket.recv())
        with pytest.raises(ConnectionClosed) as closed:
            await socket.recv()
    assert closed.value.rcvd is not None
    return answer, closed.value.rcvd.code


def hello(token: str) -> str:
    return json.dumps({"is": "hello", "token": token})


@pytest.mark.parametrize(
    "first",
    [
        '{"id": "a", "do": "hand.raise"}',
        "hello",
        '{"is": "hello"}',
        '{"is": "hello", "token": 5}',
        '{"is": "hello", "token": "' + "x" * 5_000 + '"}',
        b"\x00\x01",
    ],
)
async def test_a_wrong_first_frame_is_told_why_and_closed(live: Node, first: str | bytes) -> None:
    session = await live.session()
    answer, code = await refused(live, session, first)
    assert answer["error"]["code"] == "malformed"
    assert code == 4400


async def test_a_token_that_is_false_expired_or_of_another_session_opens_nothing(live: Node) -> None:
    session, other = await live.session(), await live.session()
    ana = await live.person(session)
    viewer = Person(ana)
    now = live.rooms.clock.now_ms()
    forged = Tokens(b"another key of another server....").mint(claims_of(viewer, session), now)
    expired = live.tokens.mint(claims_of(viewer, session), now - 3_600_000)
    foreign = live.token(other, viewer)
    for token, expected in ((forged, "bad_token"), (expired, "token_expired"), (foreign, "bad_token")):
        answer, code = await refused(live, session, hello(token))
        assert (answer["error"]["code"], code) == (expected, 4401)


async def test_an_unknown_session_is_said_to_be_unknown(live: Node) -> None:
    nowhere = SessionId("nowhere")
    answer, code = await refused(live, nowhere, hello(live.token(nowhere, Person(ParticipantId("x")))))
    assert (answer["error"]["code"], code) == ("unknown_session", 4404)


async def test_silence_at_the_door_is_not_waited_for(live: Node, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.rooms.live.HELLO_S", 0.05)
    session = await live.session()
    async with connect(live.url(session), subprotocols=LIVE) as socket:
        assert json.loads(await socket.recv())["error"]["code"] == "malformed"
        with pytest.raises(ConnectionClosed) as closed:
            await socket.recv()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 4408


async def test_a_crowd_at_the_door_is_bounded_and_who_waited_longest_makes_way(
    live: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.rooms.live.MOST_WAITING", 1)
    session = await live.session()
    ana = await live.person(session)
    async with connect(live.url(session), subprotocols=LIVE) as silent:
        async with live.follow(session, ana) as second:
            assert second.welcomes == 1
        assert json.loads(await silent.recv())["error"]["code"] == "unavailable"
        with pytest.raises(ConnectionClosed) as closed:
            await silent.recv()
    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1013


async def test_pages_of_other_sites_may_not_connect(live: Node) -> None:
    session = await live.session()
    with pytest.raises(InvalidStatus) as turned_away:
        await connect(live.url(session), subprotocols=LIVE, origin=Origin("https://elsewhere.example"))
    assert turned_away.value.response.status_code == 403
    assert json.loads(turned_away.value.response.body)["code"] == "not_allowed"
    own = Origin(f"http://127.0.0.1:{live.port}")
    async with connect(live.url(session), subprotocols=LIVE, origin=own) as socket:
        assert socket.subprotocol == "evenfloor.v1"


async def test_another_protocol_is_refused_in_the_handshake(live: Node) -> None:
    session = await live.session()
    with pytest.raises(InvalidStatus) as turned_away:
        await connect(live.url(session), subprotocols=[Subprotocol("evenfloor.v0")])
    assert turned_away.value.response.status_code == 400


async def test_who_comes_and_goes_without_end_is_told_to_come_back_later(
    live: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "COMING", Pace(0.001, 3))
    session = await live.session()
    ana, ben = await live.person(session), await live.person(session)
    for _ in range(3):
        async with live.follow(session, ana):
            pass
    often = live.follow(session, ana)
    await often.open()
    assert often.frames[0]["error"]["code"] == "slow_down"
    assert often.closed == (1013, "slow_down")
    await often.close()
    async with live.follow(session, ben) as his:
        assert his.welcomes == 1


async def test_who_is_sent_away_while_their_hello_is_on_its_way_is_simply_gone(
    live: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.rooms.live.MOST_WAITING", 1)
    session = await live.session()
    token = live.token(session, Person(await live.person(session)))
    gate = Gate(live.tokens, live.rooms.clock)
    door = LiveDoor(live.rooms, gate)
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        if not sent:
            return {"type": "websocket.connect"}
        door._make_way()  # another one comes in at this very moment
        return {"type": "websocket.receive", "text": hello(token)}

    socket = WebSocket({"type": "websocket", "path": "/", "headers": []}, receive, send)
    await socket.accept()
    client = Client(live.rooms.connection(AsgiOutlet(send)), gate)
    assert not await door._join(socket, session, client)
    assert client.live is None
    live.rooms.detach(client.connection, None)
