"""The doors over real connections, and what outlives a restart."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from app.access.limits import MAX_BODY_BYTES
from app.history import keys
from tests.api.serving import Running, running

ROOM = {"name": "Bus stop redesign", "purpose": "decide", "setting": "mixed"}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    with running(tmp_path) as made:
        yield made


def _join(server: Running, name: str = "Tom") -> dict[str, Any]:
    room = httpx.post(f"{server.url}/api/v1/rooms", json=ROOM).json()["room"]
    body = {"code": room["code"], "name": name, "place": "phone"}
    return dict(httpx.post(f"{server.url}/api/v1/join", json=body).json())


@contextmanager
def _live(server: Running, seat: dict[str, Any], **more: Any) -> Iterator[ClientConnection]:
    url = f"ws{server.url.removeprefix('http')}/api/v1/sessions/{seat['session_id']}/live"
    with connect(url, subprotocols=[Subprotocol("evenfloor.v1")], proxy=None, **more) as socket:
        socket.send(json.dumps({"is": "hello", "token": seat["token"]}))
        yield socket


def _last(socket: ClientConnection) -> dict[str, Any]:
    """The last frame before the server closed."""
    last: dict[str, Any] = {}
    try:
        while True:
            last = json.loads(socket.recv(10))
    except ConnectionClosed:
        return last


def test_a_doors_token_opens_the_live_socket(server: Running) -> None:
    seat = _join(server)
    with _live(server, seat) as socket:
        welcome = json.loads(socket.recv(10))
        assert welcome["is"] == "welcome"
        assert welcome["you"]["participant"] == seat["participant_id"]
        assert "desk" not in welcome
        socket.send(json.dumps({"id": "k-1", "do": "token.renew"}))
        renewed = json.loads(socket.recv(10))
        assert renewed["re"] == "k-1"
    again = httpx.get(
        f"{server.url}/api/v1/sessions/{seat['session_id']}/queue",
        headers={"authorization": f"Bearer {renewed['token']}"},
    )
    assert again.status_code == 200


def test_a_page_from_elsewhere_gets_no_socket_and_no_line_in_the_log(
    server: Running, caplog: pytest.LogCaptureFixture
) -> None:
    seat = _join(server)
    with pytest.raises(InvalidStatus), _live(server, seat, origin="https://elsewhere.example"):
        pass
    with _live(server, seat, origin=server.url) as socket:
        assert json.loads(socket.recv(10))["is"] == "welcome"
    assert [each.getMessage() for each in caplog.records if each.levelname == "ERROR"] == []


def test_an_address_with_a_character_that_no_text_holds_gets_no_socket(server: Running) -> None:
    with pytest.raises(InvalidStatus) as turned_away, _live(server, {"session_id": "a%00b", "token": ""}):
        pass
    assert turned_away.value.response.status_code == 400
    assert json.loads(turned_away.value.response.body)["code"] == "malformed"


def test_a_seat_outlives_a_restart(tmp_path: Path) -> None:
    with running(tmp_path) as server:
        seat = _join(server)
    with running(tmp_path) as server:
        inside = {"authorization": f"Bearer {seat['token']}"}
        session = f"{server.url}/api/v1/sessions/{seat['session_id']}"
        people = httpx.get(f"{session}/participants", headers=inside).json()["participants"]
        assert [person["name"] for person in people] == ["Tom"]
        body = {"device_secret": seat["device_secret"]}
        back = httpx.post(f"{server.url}/api/v1/access/return", json=body).json()
        assert back["participant_id"] == seat["participant_id"]


def test_a_stopping_server_says_when_to_come_back(tmp_path: Path) -> None:
    with running(tmp_path) as server:
        seat = _join(server)
        holding = _live(server, seat)
        socket = holding.__enter__()
        assert json.loads(socket.recv(10))["is"] == "welcome"
    last = _last(socket)
    assert last["is"] == "bye"
    assert last["why"] == "restart"
    assert last["again_in_ms"] > 0


def test_a_body_without_an_end_is_cut_off(server: Running) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(MAX_BODY_BYTES // 1_000 + 10):
            yield b" " * 1_000

    answer = httpx.post(
        f"{server.url}/api/v1/join", content=endless(), headers={"content-type": "application/json"}
    )
    assert answer.status_code == 413
    assert answer.json()["code"] == "too_large"
    assert httpx.get(f"{server.url}/healthz").status_code == 200


def test_no_secret_is_written_to_the_log(server: Running, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    seat = _join(server)
    httpx.post(f"{server.url}/api/v1/access/return", json={"device_secret": seat["device_secret"]})
    with _live(server, seat) as socket:
        socket.recv(10)
    ours = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("evenfloor"))
    assert seat["device_secret"] not in ours
    assert seat["token"] not in ours


def test_a_revoked_key_closes_what_was_opened_by_it(server: Running) -> None:
    room = httpx.post(f"{server.url}/api/v1/rooms", json=ROOM).json()
    key = server.key("sessions:read")
    door = {"session_id": room["session"]["id"]}
    shown = {"authorization": f"Bearer {key}"}
    token = httpx.post(f"{server.url}/api/v1/access/token", json=door, headers=shown).json()["token"]
    with _live(server, {"session_id": door["session_id"], "token": token}) as socket:
        assert json.loads(socket.recv(10))["is"] == "welcome"
        server.run(keys.revoke_key(server.context.database, key.split("_")[1], now=1))
        assert httpx.get(f"{server.url}/api/v1/rooms", headers=shown).json()["code"] == "bad_key"
        server.run(server.context.keyring.look())
        assert _last(socket) == {"is": "bye", "why": "revoked"}
    queue = f"{server.url}/api/v1/sessions/{door['session_id']}/queue"
    answer = httpx.get(queue, headers={"authorization": f"Bearer {token}"})
    assert answer.json()["code"] == "bad_key"


def test_the_list_of_keys_knows_which_are_used(server: Running) -> None:
    key = server.key("sessions:read")
    httpx.get(f"{server.url}/api/v1/rooms", headers={"authorization": f"Bearer {key}"}).raise_for_status()
    (listed,) = server.run(keys.keys(server.context.database))
    assert listed.last_used_at is not None
