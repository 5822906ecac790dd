import json
from collections.abc import AsyncIterator

import httpx
import pytest

from app.access.limits import MAX_BODY_BYTES
from app.history.errors import LogUnavailable
from app.wire.codes import CODES
from tests.api.house import House, refusal

JSON = {"content-type": "application/json"}


async def test_an_address_with_nothing_behind_it(home: House) -> None:
    assert refusal(await home.client.get("/api/v1/nothing")) == (404, "not_found")
    assert refusal(await home.client.get("/static/nothing.js")) == (404, "not_found")


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/rooms/%00",
        "/api/v1/sessions/a%00b/report",
        "/api/v1/sessions?room_id=%00",
        "/static/%00",
    ],
)
async def test_an_address_with_a_character_that_no_text_holds(home: House, address: str) -> None:
    assert refusal(await home.client.get(address)) == (400, "malformed")


async def test_a_method_that_the_address_does_not_take(home: House) -> None:
    answer = await home.client.delete("/api/v1/rooms")
    assert refusal(answer) == (405, "wrong_method")
    assert "POST" in answer.headers["allow"] or "GET" in answer.headers["allow"]


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b"7",
        b"null",
        b'"x"',
        b"\xff\xfe",
        b'{"name": NaN}',
        b'{"a":' + b"[" * 90_000 + b"]" * 90_000 + b"}",
    ],
)
async def test_a_body_that_is_no_object(home: House, body: bytes) -> None:
    answer = await home.client.post("/api/v1/rooms", content=body, headers=JSON)
    assert refusal(answer) == (400, "malformed")


async def test_a_body_that_is_no_json(home: House) -> None:
    answer = await home.client.post("/api/v1/join", content=b"code=x", headers={"content-type": "text/plain"})
    assert refusal(answer) == (415, "not_json")
    form = await home.client.post("/api/v1/join", data={"code": "x"})
    assert refusal(form) == (415, "not_json")


async def test_a_body_that_is_too_large_whether_it_says_so_or_not(home: House) -> None:
    large = json.dumps({"name": "x" * MAX_BODY_BYTES}).encode()

    async def dribble() -> AsyncIterator[bytes]:
        for at in range(0, len(large), 9_999):
            yield large[at : at + 9_999]

    assert refusal(await home.client.post("/api/v1/join", content=large, headers=JSON)) == (413, "too_large")
    assert refusal(await home.client.post("/api/v1/join", content=dribble(), headers=JSON)) == (
        413,
        "too_large",
    )


async def test_a_disk_that_takes_nothing_is_no_mistake_of_the_sender(
    home: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = await home.room()

    async def full(*_: object) -> bool:
        raise LogUnavailable("The disk is full. Nothing was lost; make room and try again.")

    monkeypatch.setattr(home.context.log, "append", full)
    answer = await home.ask_to_join(room, "Tom")
    assert refusal(answer) == (503, "unavailable")
    assert int(answer.headers["retry-after"]) >= 1


async def test_every_code_has_its_place_on_the_docs_page(home: House) -> None:
    page = (await home.client.get("/docs")).text
    for code in CODES:
        assert f'id="code-{code}"' in page


async def test_a_problem_leads_to_its_code_on_the_docs_page(home: House) -> None:
    problem = (await home.client.get("/api/v1/nothing")).json()
    assert problem["type"] == "/docs#code-not_found"


async def test_a_mistake_of_the_server_is_told_without_its_inside(
    home: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("the inside")

    monkeypatch.setattr(home.context.log, "heads", broken)
    transport = httpx.ASGITransport(home.app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost:8000") as client:
        answer = await client.get("/healthz")
    assert refusal(answer) == (500, "internal")
    assert "the inside" not in answer.text
    assert "the inside" in caplog.text
