from pathlib import Path

import pytest

from tests.api.house import AWAY, House, house, refusal
from tests.api.test_reading import fits

ROOM = {"name": "Bus stop redesign", "purpose": "decide", "setting": "mixed"}


async def test_anyone_at_the_machine_makes_a_room(home: House) -> None:
    answer = await home.client.post(
        "/api/v1/rooms", json={**ROOM, "people": [{"name": "Ann"}, {"name": "Bob"}]}
    )
    assert answer.status_code == 201
    made = answer.json()
    assert made["room"]["name"] == "Bus stop redesign"
    assert made["join_link"] == f"http://localhost:8000/j/{made['room']['code']}"
    assert made["facilitator_link"].startswith(f"http://localhost:8000/f/{made['room']['id']}#")
    assert made["session"]["status"] == "planned"
    key = await home.key("sessions:read")
    people = await home.client.get(f"/api/v1/sessions/{made['session']['id']}/participants", headers=key)
    assert [person["name"] for person in people.json()["participants"]] == ["Ann", "Bob"]


async def test_from_another_machine_it_takes_a_secret_or_a_key(home: House) -> None:
    async with home.from_address(AWAY) as away:
        assert refusal(await away.post("/api/v1/rooms", json=ROOM)) == (401, "not_signed_in")
        reader = await home.key("sessions:read")
        assert refusal(await away.post("/api/v1/rooms", json=ROOM, headers=reader)) == (403, "not_allowed")
        maker = await home.key("rooms:write")
        assert (await away.post("/api/v1/rooms", json=ROOM, headers=maker)).status_code == 201


async def test_the_operators_secret_makes_rooms_from_anywhere(tmp_path: Path) -> None:
    async with house(tmp_path, create_secret="open sesame") as home, home.from_address(AWAY) as away:
        right = {"authorization": "Bearer open sesame"}
        assert (await away.post("/api/v1/rooms", json=ROOM, headers=right)).status_code == 201
        wrong = {"authorization": "Bearer open barley"}
        assert refusal(await away.post("/api/v1/rooms", json=ROOM, headers=wrong))[0] == 401


@pytest.mark.parametrize("header", ["x-forwarded-for", "forwarded", "x-real-ip", "via"])
async def test_a_proxy_at_this_machine_does_not_make_everybody_local(home: House, header: str) -> None:
    answer = await home.client.post("/api/v1/rooms", json=ROOM, headers={header: "127.0.0.1"})
    assert refusal(answer) == (401, "not_signed_in")


async def test_a_page_from_elsewhere_cannot_make_a_browser_here_make_rooms(home: House) -> None:
    for headers in ({"host": "rebound.example"}, {"origin": "https://elsewhere.example"}):
        assert refusal(await home.client.post("/api/v1/rooms", json=ROOM, headers=headers))[0] == 401


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"name": ""}, 422, "name_empty"),
        ({"name": "   "}, 422, "name_empty"),
        ({"name": "x" * 81}, 422, "name_too_long"),
        ({"name": "x" * 100_000}, 422, "name_too_long"),
        ({"name": "a\u0000b"}, 400, "malformed"),
        ({"name": None}, 400, "malformed"),
        ({"purpose": "rule"}, 400, "malformed"),
        ({"colour": "red"}, 400, "malformed"),
        ({"people": [{"name": ""}]}, 422, "name_empty"),
        ({"people": [{"name": "Ann"}, {"name": "ANN"}]}, 409, "name_taken"),
        ({"clock": {"kind": "rated", "rate": 0}}, 400, "malformed"),
        ({"clock": {"kind": "rated", "rate": 1e9}}, 400, "malformed"),
    ],
)
async def test_a_room_that_makes_no_sense_is_refused_and_not_made(
    home: House, change: dict[str, object], status: int, code: str
) -> None:
    assert refusal(await home.client.post("/api/v1/rooms", json={**ROOM, **change})) == (status, code)
    listed = await home.client.get("/api/v1/rooms", headers=await home.key("sessions:read"))
    assert listed.json() == {"rooms": []}


async def test_rooms_and_sessions_are_listed_for_keys_alone(home: House) -> None:
    room = await home.room()
    kim = await home.facilitator(room)
    key = await home.key("sessions:read")
    for path in ("/api/v1/rooms", "/api/v1/sessions"):
        assert refusal(await home.client.get(path)) == (401, "not_signed_in")
        assert refusal(await home.client.get(path, headers=kim.headers)) == (403, "not_allowed")
    rooms = (await home.client.get("/api/v1/rooms", headers=key)).json()["rooms"]
    assert [each["id"] for each in rooms] == [room.id]
    assert "facilitator_secret_hash" not in rooms[0]
    sessions = (await home.client.get("/api/v1/sessions", headers=key)).json()["sessions"]
    assert [(each["id"], each["number"], each["status"]) for each in sessions] == [
        (room.session, 1, "planned")
    ]


async def test_a_room_is_read_by_its_own_facilitators(home: House) -> None:
    room, other = await home.room(), await home.room(name="Another")
    kim, tom = await home.facilitator(room), await home.join(room, "Tom")
    assert (await home.client.get(f"/api/v1/rooms/{room.id}", headers=kim.headers)).json()[
        "code"
    ] == room.code
    assert refusal(await home.client.get(f"/api/v1/rooms/{room.id}", headers=tom.headers))[0] == 403
    assert refusal(await home.client.get(f"/api/v1/rooms/{other.id}", headers=kim.headers))[0] == 403
    key = await home.key("sessions:read")
    assert refusal(await home.client.get("/api/v1/rooms/nowhere", headers=key)) == (404, "unknown_room")


async def test_a_facilitator_starts_the_rooms_next_session_and_sits_in_it(home: House) -> None:
    room = await home.room()
    kim = await home.facilitator(room)
    await home.done(kim, "session.open")
    await home.done(kim, "session.end")
    answer = await home.client.post(f"/api/v1/rooms/{room.id}/sessions", json={}, headers=kim.headers)
    assert answer.status_code == 201
    made = answer.json()
    assert made["session"]["number"] == 2
    assert made["seat"]["role"] == "facilitator"
    found = (await home.client.get(f"/api/v1/join/{room.code}")).json()
    assert found["session"] == {"id": made["session"]["id"], "status": "planned", "number": 2}


async def test_the_catalogue_follows_what_becomes_of_a_session(home: House) -> None:
    room = await home.room()
    kim, key = await home.facilitator(room), await home.key("sessions:read")

    async def status() -> str:
        listed = await home.client.get(f"/api/v1/rooms/{room.id}/sessions", headers=key)
        return str(listed.json()["sessions"][0]["status"])

    assert await status() == "planned"
    await home.done(kim, "session.open")
    assert await status() == "open"
    await home.done(kim, "session.end")
    assert await status() == "ended"
    await home.done(kim, "session.reopen")
    assert await status() == "open"


async def test_a_qr_code_is_a_picture_of_the_join_link(home: House) -> None:
    room = await home.room()
    kim = await home.facilitator(room)
    by_room = await home.client.get(f"/api/v1/rooms/{room.id}/qr.svg", headers=kim.headers)
    assert by_room.headers["content-type"] == "image/svg+xml"
    assert by_room.text.startswith("<svg")
    by_code = await home.client.get(f"/api/v1/join/{room.code}/qr.svg")
    assert by_code.text == by_room.text
    assert refusal(await home.client.get(f"/api/v1/rooms/{room.id}/qr.svg"))[0] == 401
    assert refusal(await home.client.get("/api/v1/join/nonsense!/qr.svg")) == (404, "wrong_code")


async def test_what_somebody_may_see_is_kept_in_no_cache(home: House) -> None:
    room = await home.room()
    kim = await home.facilitator(room)
    answer = await home.client.get(f"/api/v1/rooms/{room.id}", headers=kim.headers)
    assert answer.headers["cache-control"] == "no-store"


async def test_a_rooms_sessions_stand_side_by_side_without_names(home: House) -> None:
    room = await home.room(people=[{"name": "Ann"}, {"name": "Bob"}])
    kim = await home.facilitator(room)
    await home.done(kim, "session.open")
    await home.done(kim, "session.end")
    again = await home.client.post(f"/api/v1/rooms/{room.id}/sessions", json={}, headers=kim.headers)
    unopened = again.json()["session"]["id"]
    answer = await home.client.get(f"/api/v1/rooms/{room.id}/trends", headers=kim.headers)
    fits(answer.json(), "TrendsAnswer")
    (line,) = answer.json()["sessions"]
    assert line["id"] == room.session != unopened
    assert line["people"] == {"total": 2, "spoke": 0, "measured": 2}
    assert line["nudges"] == {"raised": 0, "acted": 0}
    assert "Ann" not in answer.text


async def test_how_a_room_did_is_its_facilitators_to_read(home: House) -> None:
    room, other = await home.room(), await home.room()
    tom, stranger = await home.join(room, "Tom"), await home.facilitator(other)
    for seat in (tom, stranger):
        answer = await home.client.get(f"/api/v1/rooms/{room.id}/trends", headers=seat.headers)
        assert refusal(answer) == (403, "not_allowed")
