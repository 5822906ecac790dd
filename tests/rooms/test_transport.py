"""What the direct line relies on in Uvicorn, and what it promises to the hub."""

import asyncio
import json
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode

from app.rooms.frames import text_frame
from app.rooms.outlet import BOUND_BYTES
from app.rooms.transport import EXTENSION, MAX_FRAGMENTS, DirectLine
from tests.rooms.serving import Serving, client_tls, serving, until


class Echo:
    """Accepts, keeps the lines, sends each text back through the line, and plays orders."""

    def __init__(self) -> None:
        self.lines: list[DirectLine] = []
        self.before_accept: list[bool] = []
        self.drained = asyncio.Event()
        self.ended = 0

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "websocket":
            return
        line: DirectLine = scope["extensions"][EXTENSION]["line"]
        self.before_accept.append(line.send_frame(text_frame(b"too early")))
        assert (await receive())["type"] == "websocket.connect"
        await send({"type": "websocket.accept", "subprotocol": None, "headers": []})
        self.lines.append(line)
        line.on_drained(self.drained.set)
        if scope["path"] == "/direct":
            line.receiver = lambda text: self.reply(line, text)
            line.send_frame(text_frame(b"ready"))
        while True:
            message = await receive()
            if message["type"] == "websocket.disconnect":
                self.ended += 1
                return
            await send({"type": "websocket.send", "text": "asgi " + message["text"]})
            line.send_frame(text_frame(b"line " + message["text"].encode()))

    def reply(self, line: DirectLine, text: str) -> None:
        if text == "close":
            line.send_frame(text_frame(b"last"))
            line.close(4001, "you asked")
            assert not line.send_frame(text_frame(b"after the close"))
        else:
            line.send_frame(text_frame(b"line " + text.encode()))


@pytest.fixture
def echo() -> Echo:
    return Echo()


@pytest.fixture
def server(echo: Echo) -> Iterator[Serving]:
    with serving(echo) as running:
        yield running


def code_of(closed: pytest.ExceptionInfo[ConnectionClosed]) -> int | None:
    return closed.value.rcvd.code if closed.value.rcvd else None


async def test_frames_of_every_length_of_header_arrive_whole(server: Serving) -> None:
    async with connect(f"ws://127.0.0.1:{server.port}/direct") as client:
        assert await client.recv() == "ready"
        for size in (0, 1, 120, 125, 126, 127, 60_000):
            await client.send("é" * (size // 2))
            assert await client.recv() == "line " + "é" * (size // 2)


async def test_frames_longer_than_two_bytes_can_count_arrive_whole(server: Serving, echo: Echo) -> None:
    async with connect(f"ws://127.0.0.1:{server.port}/direct", max_size=None) as client:
        await client.recv()
        server.call(lambda: echo.lines[0].send_frame(text_frame(b"x" * 70_000)))
        assert await client.recv() == "x" * 70_000


async def test_two_frames_in_one_write_are_two_messages(server: Serving, echo: Echo) -> None:
    async with connect(f"ws://127.0.0.1:{server.port}/direct") as client:
        await client.recv()
        server.call(lambda: echo.lines[0].send_frame(text_frame(b"one") + text_frame(b"two")))
        assert [await client.recv(), await client.recv()] == ["one", "two"]


async def test_the_line_and_plain_asgi_sends_keep_their_order(server: Serving) -> None:
    async with connect(f"ws://127.0.0.1:{server.port}/asgi") as client:
        for turn in range(50):
            await client.send(str(turn))
            assert [await client.recv(), await client.recv()] == [f"asgi {turn}", f"line {turn}"]


async def test_nothing_is_written_before_the_accept(server: Serving, echo: Echo) -> None:
    async with connect(f"ws://127.0.0.1:{server.port}/direct") as client:
        assert await client.recv() == "ready"
        assert echo.before_accept == [False]


async def test_nothing_is_written_after_a_close(server: Serving, echo: Echo) -> None:
    async with connect(f"ws://127.0.0.1:{server.port}/direct") as client:
        await client.recv()
        await client.send("close")
        assert await client.recv() == "last"
        with pytest.raises(ConnectionClosed) as closed:
            await client.recv()
        assert closed.value.rcvd is not None
        assert (closed.value.rcvd.code, closed.value.rcvd.reason) == (4001, "you asked")
    await until(lambda: echo.ended == 1)


async def test_a_line_whose_peer_left_takes_no_more_frames(server: Serving, echo: Echo) -> None:
    async with connect(f"ws://127.0.0.1:{server.port}/direct") as client:
        await client.recv()
    await until(lambda: echo.ended == 1)
    assert server.call(lambda: echo.lines[0].send_frame(text_frame(b"anyone?"))) is False


async def test_a_peer_that_vanishes_ends_the_application(server: Serving, echo: Echo) -> None:
    client = await connect(f"ws://127.0.0.1:{server.port}/direct")
    await client.recv()
    client.transport.abort()
    await until(lambda: echo.ended == 1)
    assert server.call(echo.lines[0].is_open) is False


def stuff(line: DirectLine) -> int:
    """Write until the line refuses; how many bytes it holds then."""
    frame = text_frame(b"y" * 60_000)
    for _ in range(1000):
        if not line.send_frame(frame):
            return line.buffered()
    raise AssertionError("the line never refused")


async def reads_on_until_told_back(client: ClientConnection, server: Serving, echo: Echo) -> bool:
    """Read all that waited; once the line says that it has drained, it takes a frame, which arrives too."""

    async def read() -> None:
        while await client.recv() != "back":
            pass

    reading = asyncio.create_task(read())
    await until(echo.drained.is_set)
    taken: bool = server.call(lambda: echo.lines[0].send_frame(text_frame(b"back")))
    await asyncio.wait_for(reading, 10)
    return taken


async def test_a_peer_that_does_not_read_is_refused_at_the_bound_and_told_of_when_drained(
    server: Serving, echo: Echo
) -> None:
    async with connect(f"ws://127.0.0.1:{server.port}/direct", max_queue=1) as client:
        await client.recv()
        held = server.call(lambda: stuff(echo.lines[0]))
        assert BOUND_BYTES < held < BOUND_BYTES + 70_000
        assert not echo.drained.is_set()
        assert await reads_on_until_told_back(client, server, echo)


async def test_a_peer_that_never_reads_is_cut_off_after_a_close(
    server: Serving, echo: Echo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.rooms.transport.CLOSE_TIMEOUT_S", 0.05)
    client = await connect(f"ws://127.0.0.1:{server.port}/direct", max_queue=1)
    await client.recv()
    client.transport.pause_reading()
    server.call(lambda: stuff(echo.lines[0]))
    server.call(lambda: echo.lines[0].close(1013, "too slow"))
    await until(lambda: echo.ended == 1 and not server.server.server_state.connections)
    client.transport.abort()


async def test_pings_of_a_peer_that_does_not_read_do_not_pile_up(server: Serving, echo: Echo) -> None:
    client = await connect(f"ws://127.0.0.1:{server.port}/direct", max_queue=1, ping_interval=None)
    await client.recv()
    client.transport.pause_reading()
    held = server.call(lambda: stuff(echo.lines[0]))
    client.transport.write(Frame(Opcode.PING, b"z" * 100).serialize(mask=True) * 200)
    await client.send("heard after the pings")
    await until(lambda: server.call(echo.lines[0].is_open))
    assert server.call(echo.lines[0].buffered) <= held + 200
    client.transport.abort()


async def test_an_oversized_message_is_closed_with_1009(server: Serving) -> None:
    async with connect(f"ws://127.0.0.1:{server.port}/direct") as client:
        await client.recv()
        await client.send("x" * 70_000)
        with pytest.raises(ConnectionClosed) as closed:
            await client.recv()
        assert code_of(closed) == 1009


async def test_empty_fragments_without_end_are_closed_with_1009(server: Serving) -> None:
    async with connect(f"ws://127.0.0.1:{server.port}/direct") as client:
        await client.recv()
        client.transport.write(Frame(Opcode.TEXT, b"", fin=False).serialize(mask=True))
        fragment = Frame(Opcode.CONT, b"", fin=False)
        client.transport.write(fragment.serialize(mask=True) * (MAX_FRAGMENTS + 5))
        with pytest.raises(ConnectionClosed) as closed:
            await client.recv()
        assert code_of(closed) == 1009


async def test_a_message_in_fragments_arrives_whole(server: Serving) -> None:
    async with connect(f"ws://127.0.0.1:{server.port}/direct") as client:
        await client.recv()
        await client.send(["o", "n", "e"])
        assert await client.recv() == "line one"


async def test_text_that_is_not_utf8_is_closed_with_1007(server: Serving) -> None:
    async with connect(f"ws://127.0.0.1:{server.port}/direct") as client:
        await client.recv()
        client.transport.write(Frame(Opcode.TEXT, b"\xff\xfe").serialize(mask=True))
        with pytest.raises(ConnectionClosed) as closed:
            await client.recv()
        assert code_of(closed) == 1007


async def test_compression_is_not_offered(server: Serving) -> None:
    async with connect(f"ws://127.0.0.1:{server.port}/direct", compression="deflate") as client:
        await client.recv()
        assert client.response is not None
        assert "Sec-WebSocket-Extensions" not in client.response.headers


async def test_a_stopping_server_does_not_wait_for_a_peer_that_never_reads(
    echo: Echo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.rooms.transport.CLOSE_TIMEOUT_S", 0.05)
    with serving(echo) as server:
        client = await connect(f"ws://127.0.0.1:{server.port}/direct", max_queue=1)
        await client.recv()
        client.transport.pause_reading()
        server.call(lambda: stuff(echo.lines[0]))
    client.transport.abort()


async def test_a_stopping_server_does_not_stumble_over_a_peer_that_said_goodbye_and_never_reads(
    echo: Echo, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.rooms.transport.CLOSE_TIMEOUT_S", 1)
    with serving(echo) as server:
        client = await connect(f"ws://127.0.0.1:{server.port}/direct", max_queue=1, ping_interval=None)
        await client.recv()
        client.transport.pause_reading()
        server.call(lambda: stuff(echo.lines[0]))
        client.transport.write(Frame(Opcode.CLOSE, b"\x03\xe8").serialize(mask=True))
        await until(lambda: echo.ended == 1)
    client.transport.abort()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    folder: Path = tmp_path_factory.mktemp("tls")
    paths = str(folder / "cert.pem"), str(folder / "key.pem")
    made = subprocess.run(
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost "
        f"-addext subjectAltName=DNS:localhost,IP:127.0.0.1 -out {paths[0]} -keyout {paths[1]}".split(),
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("openssl is not there to make a certificate")
    return paths


async def test_the_line_works_over_tls(echo: Echo, certificate: tuple[str, str]) -> None:
    with serving(echo, tls=certificate) as server:
        url = f"wss://localhost:{server.port}/direct"
        async with connect(url, ssl=client_tls(certificate[0]), max_queue=1) as client:
            assert await client.recv() == "ready"
            await client.send(json.dumps({"over": "tls"}))
            assert await client.recv() == 'line {"over": "tls"}'
            held = server.call(lambda: stuff(echo.lines[0]))
            assert held > BOUND_BYTES
            assert await reads_on_until_told_back(client, server, echo)


async def test_a_raw_http_request_is_not_taken_for_a_socket(server: Serving) -> None:
    with socket.create_connection(("127.0.0.1", server.port), 5) as raw:
        raw.sendall(b"GET /direct HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n")
        assert raw.recv(100).startswith(b"HTTP/1.1 4")
