"""What somebody outside can make the server hold, measured over real sockets: each bound is met, and those
who do no harm notice nothing of it.
"""

import json
import select
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from app.access import limits
from tests.api.serving import Running, running

ROOM = {"name": "Bus stop redesign", "purpose": "decide", "setting": "mixed"}
HANDSHAKE = (
    "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    "Sec-WebSocket-Protocol: evenfloor.v1\r\n\r\n"
)
SOON_S = 0.3
"""What stands for a server's patience here."""
AT_MOST_S = 20.0


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    with running(tmp_path) as made:
        yield made


@pytest.fixture
def seat(server: Running) -> dict[str, Any]:
    room = httpx.post(f"{server.url}/api/v1/rooms", json=ROOM).json()["room"]
    body = {"code": room["code"], "name": "Tom", "place": "phone"}
    return dict(httpx.post(f"{server.url}/api/v1/join", json=body).json())


def live_url(server: Running, seat: dict[str, Any]) -> str:
    return f"ws{server.url.removeprefix('http')}/api/v1/sessions/{seat['session_id']}/live"


def open_socket(server: Running, seat: dict[str, Any], **more: Any) -> ClientConnection:
    url = live_url(server, seat)
    made: ClientConnection = connect(url, subprotocols=[Subprotocol("evenfloor.v1")], proxy=None, **more)
    return made


def hello(seat: dict[str, Any]) -> str:
    return json.dumps({"is": "hello", "token": seat["token"]})


def comes_in(server: Running, seat: dict[str, Any]) -> bool:
    """Whether an honest client is welcomed now."""
    with open_socket(server, seat) as mine:
        mine.send(hello(seat))
        return bool(json.loads(mine.recv(10))["is"] == "welcome")


def code_of(closed: ClientConnection) -> int:
    """With which code the server closed, whatever it said before."""
    try:
        while True:
            closed.recv(AT_MOST_S)
    except ConnectionClosed as gone:
        return gone.rcvd.code if gone.rcvd is not None else 1006


@contextmanager
def raw(server: Running, receive_buffer: int | None = None) -> Iterator[socket.socket]:
    """A plain TCP connection."""
    parts = urlsplit(server.url)
    with socket.socket() as made:
        if receive_buffer is not None:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        made.settimeout(AT_MOST_S)
        made.connect((parts.hostname, parts.port))
        yield made


def drip(made: socket.socket, data: bytes) -> tuple[int, bytes]:
    """Send byte by byte until the server says something or hangs up: bytes sent, and what it said."""
    for sent, byte in enumerate(data):
        readable, _, _ = select.select([made], [], [], 0.02)
        if readable:
            return sent, received(made)
        try:
            made.send(bytes([byte]))
        except (BrokenPipeError, ConnectionResetError):
            return sent, b""
    raise AssertionError("the server took it all")


def received(made: socket.socket) -> bytes:
    """All that comes until the server hangs up."""
    got = b""
    try:
        while part := made.recv(65_536):
            got += part
    except ConnectionResetError:
        pass
    return got


def test_a_first_frame_that_comes_a_byte_at_a_time_is_not_waited_for(
    server: Running, seat: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.rooms.live.HELLO_S", SOON_S)
    monkeypatch.setattr("app.rooms.transport.CLOSE_TIMEOUT_S", SOON_S)
    frame = b"\x81\xfe\x0f\xa0" + bytes(4) + b'{"is": "hello", "token": "' + b"x" * 4_000
    parts = urlsplit(live_url(server, seat))
    with raw(server) as slow:
        slow.sendall(HANDSHAKE.format(path=parts.path, host=parts.netloc).encode())
        assert slow.recv(4_096).startswith(b"HTTP/1.1 101")
        sent, said = drip(slow, frame)
        assert sent < len(frame)
        assert b"Say who you are within 5 seconds." in said
        assert (4408).to_bytes(2, "big") in said
        assert comes_in(server, seat)


@pytest.mark.parametrize(
    "start",
    [
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
        (
            b"POST /api/v1/join HTTP/1.1\r\nHost: localhost\r\n"
            b"Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n"
        ),
    ],
    ids=["its head", "its body"],
)
def test_a_request_that_comes_drop_by_drop_is_cut_off(
    server: Running, monkeypatch: pytest.MonkeyPatch, start: bytes
) -> None:
    monkeypatch.setattr(limits, "REQUEST_S", SOON_S)
    with raw(server) as slow:
        slow.sendall(start)
        sent, said = drip(slow, b" " * 90_000)
        assert sent < 90_000
        assert b"200 OK" not in said
    assert httpx.get(f"{server.url}/healthz").status_code == 200


def test_a_connection_that_says_nothing_is_cut_off(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "REQUEST_S", SOON_S)
    with raw(server) as silent:
        assert received(silent) == b""


def test_a_live_socket_outlives_the_patience_with_requests(
    server: Running, seat: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "REQUEST_S", 0.05)
    with open_socket(server, seat) as mine:
        mine.send(hello(seat))
        assert json.loads(mine.recv(10))["is"] == "welcome"
        with raw(server) as silent:
            # Opened later, and gone: the time that a request has is over for the socket, too.
            assert received(silent) == b""
        mine.send(json.dumps({"id": "k-1", "do": "token.renew"}))
        answers = iter(lambda: json.loads(mine.recv(10)), None)
        assert any(frame.get("re") == "k-1" for frame in answers)


def test_a_request_in_pieces_is_answered(server: Running) -> None:
    body = json.dumps({"code": "AAAA-AAAA", "name": "Tom", "place": "phone"}).encode()
    head = (
        f"POST /api/v1/join HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    ).encode()
    with raw(server) as pieces:
        for start in range(0, len(head + body), 7):
            pieces.send((head + body)[start : start + 7])
        assert b'"wrong_code"' in received(pieces)


def test_an_answer_that_nobody_reads_is_not_kept_for_ever(
    server: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "REQUEST_S", SOON_S)
    asked = 400
    with raw(server, receive_buffer=4_096) as greedy:
        greedy.sendall(b"GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n" * asked)
        gone = select.poll()
        gone.register(greedy, select.POLLERR | select.POLLHUP)
        assert gone.poll(AT_MOST_S * 1_000), "the server still holds the answers"
        assert received(greedy).count(b"HTTP/1.1 200") < asked
    assert httpx.get(f"{server.url}/healthz").status_code == 200


def test_a_reader_that_is_slow_but_reads_gets_its_whole_answer(server: Running) -> None:
    whole = httpx.get(f"{server.url}/openapi.json").content
    with raw(server, receive_buffer=4_096) as slow:
        slow.sendall(b"GET /openapi.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        got = b""
        while part := slow.recv(1_000):
            got += part
    assert got.endswith(whole)


def test_who_holds_the_door_without_a_word_keeps_nobody_out(
    server: Running, seat: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.rooms.live.MOST_WAITING", 3)
    with ExitStack() as held:
        silent = [held.enter_context(open_socket(server, seat)) for _ in range(3)]
        assert comes_in(server, seat)
        assert json.loads(silent[0].recv(10))["error"]["code"] == "unavailable"
        assert code_of(silent[0]) == 1013
        silent[1].send(hello(seat))
        assert json.loads(silent[1].recv(10))["is"] == "welcome"


def test_a_node_holds_so_many_sockets_and_no_more(
    server: Running, seat: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.rooms.live.MOST_SOCKETS", 2)
    with open_socket(server, seat) as first, open_socket(server, seat) as second:
        for each in (first, second):
            each.send(hello(seat))
            assert json.loads(each.recv(10))["is"] == "welcome"
        with pytest.raises(InvalidStatus) as refused:
            open_socket(server, seat)
        assert refused.value.response.status_code == 503
        first.send(json.dumps({"id": "k-1", "do": "token.renew"}))
        answers = iter(lambda: json.loads(first.recv(10)), None)
        assert any(frame.get("re") == "k-1" for frame in answers)


def test_one_person_holds_so_many_sockets_and_no_more(
    server: Running, seat: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.rooms.registry.MOST_FOR_ONE", 2)
    with open_socket(server, seat) as first, open_socket(server, seat) as second:
        for each in (first, second):
            each.send(hello(seat))
            assert json.loads(each.recv(10))["is"] == "welcome"
        with open_socket(server, seat) as third:
            third.send(hello(seat))
            assert json.loads(third.recv(10))["error"]["code"] == "too_many"
            assert code_of(third) == 1013
        first.close()
        # The place is free once the server knows that the first has gone: a few round trips at most.
        assert any(comes_in(server, seat) for _ in range(100))


@pytest.mark.parametrize("nest", ["[", '{"a":'])
def test_nesting_without_end_is_told_from_json(server: Running, seat: dict[str, Any], nest: str) -> None:
    deep = nest * (60_000 // len(nest))
    with open_socket(server, seat) as mine:
        mine.send(hello(seat))
        assert json.loads(mine.recv(10))["is"] == "welcome"
        mine.send(f'{{"id": "k-1", "do": "hand.raise", "x": {deep}')
        refusals = iter(lambda: json.loads(mine.recv(10)), None)
        assert next(f["error"]["code"] for f in refusals if "error" in f) == "malformed"
    answer = httpx.post(
        f"{server.url}/api/v1/join", content=deep, headers={"content-type": "application/json"}
    )
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")


def test_a_frame_that_is_too_large_closes_its_own_socket_alone(server: Running, seat: dict[str, Any]) -> None:
    with open_socket(server, seat) as large, open_socket(server, seat) as other:
        for each in (large, other):
            each.send(hello(seat))
            assert json.loads(each.recv(10))["is"] == "welcome"
        large.send("x" * 70_000)
        assert code_of(large) == 1009
        other.send(json.dumps({"id": "k-1", "do": "token.renew"}))
        answers = iter(lambda: json.loads(other.recv(10)), None)
        assert any(frame.get("re") == "k-1" for frame in answers)


def test_the_policy_of_pages_stands_on_what_is_sent(server: Running) -> None:
    for address in ("/", "/healthz", "/api/v1/rooms", "/nowhere"):
        policy = httpx.get(f"{server.url}{address}").headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe-inline" not in policy
        assert "'unsafe-eval'" not in policy


def test_a_building_behind_one_address_comes_in_while_somebody_there_guesses(
    server: Running, seat: dict[str, Any]
) -> None:
    guesser = {"user-agent": "a guessing program"}
    with httpx.Client(base_url=server.url) as client:
        answers = [
            client.post(
                "/api/v1/join", json={"code": "AAAA-AAAA", "name": "x", "place": "phone"}, headers=guesser
            ).json()["code"]
            for _ in range(limits.A_DEVICE.at_once + 3)
        ]
        assert answers[-1] == "slow_down"
        joined = [
            client.post("/api/v1/join", json={"code": seat["code"], "name": f"Person {n}", "place": "phone"})
            for n in range(60)
        ]
    assert {answer.status_code for answer in joined} == {200}
