"""What was deleted is in no byte of the database, no answer and no memory, and no page goes on with it."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from app.api.housekeeping import clear_one
from app.facilitation.ids import SessionId
from app.history import keeping, projection
from app.history.errors import UnknownSession
from tests.api.serving import Running, running
from tests.privacy.memory import held_in_memory
from tests.privacy.test_erasure import NAME, Table, bytes_of
from tests.rooms.follower import Follower


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    with running(tmp_path) as made:
        yield made


@pytest.fixture
def table(server: Running) -> Iterator[Table]:
    with httpx.Client(base_url=f"{server.url}/api/v1", timeout=30) as client:
        yield Table(server, client)


def live_url(server: Running, table: Table) -> str:
    return f"ws{server.url.removeprefix('http')}/api/v1/sessions/{table.session}/live"


@pytest.mark.parametrize("what", ["session", "room"])
def test_what_was_deleted_is_in_no_byte_answer_or_memory(
    table: Table, server: Running, tmp_path: Path, what: str
) -> None:
    table.fill()
    table.do(table.kim, "session.end")
    server.run(projection.catch_up(server.context.database, table.session))
    room = table.made["room"]["id"]
    assert NAME.encode() in bytes_of(tmp_path)
    assert held_in_memory(NAME, server.context)
    path = f"/sessions/{table.session}/delete" if what == "session" else f"/rooms/{room}/delete"
    receipt = table.post(path, {"code": table.code}, table.kim["token"])
    assert receipt["sessions"] == [table.session]
    assert receipt["events"] > 20
    found = bytes_of(tmp_path)
    assert table.session.encode() not in found
    # The room was named after her, and stays where only its session goes.
    assert (NAME.encode() in found) == (what == "session")
    assert f"{NAME} Smith".encode() not in found
    assert held_in_memory(f"{NAME} 3", server.context) == []
    assert "unknown_session" in table.get(f"/sessions/{table.session}/report", table.kim["token"])
    assert table.client.get(f"/join/{table.code}").json().get("code") == (
        "no_session" if what == "session" else "wrong_code"
    )
    back = table.client.post("/access/return", json={"device_secret": table.ana["device_secret"]})
    assert back.json()["code"] == "wrong_link"


def test_a_page_that_is_still_open_is_told_in_so_many_words(table: Table, server: Running) -> None:
    table.do(table.kim, "session.open")
    table.do(table.kim, "session.end")

    async def follow() -> None:
        async with Follower(live_url(server, table), table.ben["token"]) as his:
            path = f"/sessions/{table.session}/delete"
            await asyncio.to_thread(table.post, path, {"code": table.code}, table.kim["token"])
            await his.until(lambda: his.closed is not None)
            assert his.bye == {"is": "bye", "why": "deleted"}
            assert his.closed == (4004, "deleted")
        again = Follower(live_url(server, table), table.ben["token"])
        await again.open()
        assert again.frames[0]["error"]["code"] == "unknown_session"
        await again.close()

    asyncio.run(follow())


@pytest.mark.parametrize("what", ["session", "room"])
def test_nothing_is_deleted_by_a_slip_or_while_people_meet(table: Table, what: str) -> None:
    room = table.made["room"]["id"]
    path = f"/sessions/{table.session}/delete" if what == "session" else f"/rooms/{room}/delete"

    def tried(code: str, token: str) -> str:
        shown = {"authorization": f"Bearer {token}"}
        return str(table.client.post(path, json={"code": code}, headers=shown).json()["code"])

    table.do(table.kim, "session.open")
    assert tried(table.code, table.kim["token"]) == "still_open"
    table.do(table.kim, "session.end")
    assert tried("AAAA-AAAA", table.kim["token"]) == "not_confirmed"
    assert tried(table.code, table.ben["token"]) == "not_allowed"
    assert "Ben" in table.get(f"/sessions/{table.session}/participants", table.kim["token"])


def test_a_server_deletes_what_its_room_does_not_keep(table: Table, server: Running, tmp_path: Path) -> None:
    context = server.context
    table.fill()
    table.do(table.kim, "session.end")
    kept = table.post(f"/rooms/{table.made['room']['id']}/keep", {"days": 3}, table.kim["token"])
    assert kept["keep_days"] == 3
    now = context.now()
    assert server.run(keeping.due(context.database, now + 7 * keeping.DAY_MS - 60_000)) == []
    due = server.run(keeping.due(context.database, now + 7 * keeping.DAY_MS + 60_000))
    assert due == [table.session]
    for _ in range(2):
        server.run(clear_one(context.database, context.rooms, table.session))
    assert f"{NAME} Smith".encode() not in bytes_of(tmp_path)
    with pytest.raises(UnknownSession):
        server.run(context.rooms.state(SessionId(table.session)))
