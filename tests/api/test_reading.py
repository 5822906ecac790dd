from typing import Any

import jsonschema_rs
import pytest

from app.api.openapi import schemas
from tests.api.house import House, Room, Seat, refusal

SCHEMAS = schemas()


def fits(value: object, name: str) -> None:
    """The value is one of this schema."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": SCHEMAS}}
    jsonschema_rs.Draft202012Validator(schema).validate(value)


async def _under_way(home: House) -> tuple[Room, Seat, Seat]:
    room = await home.room(people=[{"name": "Ann"}, {"name": "Bob", "place": "in_room"}])
    kim, tom = await home.facilitator(room), await home.join(room, "Tom")
    await home.done(kim, "session.open")
    for person in (await home.client.get(room.url("/participants"), headers=kim.headers)).json()[
        "participants"
    ]:
        if person["name"] in {"Ann", "Bob"}:
            await home.done(kim, "hand.raise", participant=person["id"])
    await home.done(tom, "hand.raise")
    await home.done(kim, "turn.next")
    return room, kim, tom


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("", "SessionStateAnswer"),
        ("/participants", "ParticipantsAnswer"),
        ("/queue", "QueueAnswer"),
        ("/floor", "FloorAnswer"),
        ("/ideas", "IdeasView"),
        ("/ideas/alike", "AlikeAnswer"),
        ("/scores", "ScoringView"),
        ("/checks", "ChecksView"),
        ("/resistance", "ResistanceView"),
        ("/balance", "BalanceAnswer"),
        ("/balance?window=10min", "BalanceAnswer"),
        ("/my-time", "OwnTimeAnswer"),
        ("/nudges", "NudgesView"),
        ("/lanes", "LanesView"),
        ("/report", "ReportAnswer"),
    ],
)
async def test_what_is_read_is_what_the_description_says(home: House, path: str, name: str) -> None:
    room, kim, _ = await _under_way(home)
    answer = await home.client.get(room.url(path), headers=kim.headers)
    assert answer.status_code == 200
    fits(answer.json(), name)


@pytest.mark.parametrize("path", ["/balance", "/nudges", "/lanes", "/ideas/alike", "/report?for=facilitator"])
async def test_what_facilitators_see_is_not_everybodys(home: House, path: str) -> None:
    room, kim, tom = await _under_way(home)
    assert refusal(await home.client.get(room.url(path), headers=tom.headers)) == (403, "not_allowed")
    assert (await home.client.get(room.url(path), headers=kim.headers)).status_code == 200
    key = await home.key("sessions:read")
    assert (await home.client.get(room.url(path), headers=key)).status_code == 200


async def test_everybody_reads_the_order_and_only_facilitators_the_reasons(home: House) -> None:
    room, kim, tom = await _under_way(home)
    own = (await home.client.get(room.url("/queue"), headers=tom.headers)).json()
    desk = (await home.client.get(room.url("/queue"), headers=kim.headers)).json()
    assert own["order"] == desk["order"]
    assert "reasons" not in own
    assert set(desk["reasons"]) == set(desk["order"])


async def test_a_report_is_for_its_reader(home: House) -> None:
    room, kim, tom = await _under_way(home)

    async def report(seat: Seat, query: str = "") -> dict[str, Any]:
        answer = await home.client.get(room.url(f"/report{query}"), headers=seat.headers)
        assert answer.status_code == 200
        fits(answer.json(), "ReportAnswer")
        return dict(answer.json())

    assert {"balance", "nudges"} <= (await report(kim)).keys()
    own = await report(tom)
    assert own["reader"] == "participant"
    assert "own" in own
    assert not {"balance", "nudges"} & own.keys()
    assert (await report(kim, "?for=public"))["reader"] == "public"
    assert not {"balance", "nudges", "own"} & (await report(kim, "?for=public")).keys()
    assert (await report(kim, "?for=participant"))["reader"] == "participant"


async def test_my_time_is_a_participants_own(home: House) -> None:
    room, _, tom = await _under_way(home)
    assert (await home.client.get(room.url("/my-time"), headers=tom.headers)).json()["words"] == "early"
    key = await home.key("sessions:read")
    assert refusal(await home.client.get(room.url("/my-time"), headers=key)) == (403, "not_allowed")


async def test_the_roster_comes_in_pages(home: House) -> None:
    room = await home.room(people=[{"name": f"Person {n}"} for n in range(7)])
    key = await home.key("sessions:read")
    page = (await home.client.get(room.url("/participants?limit=3&offset=2"), headers=key)).json()
    assert [person["number"] for person in page["participants"]] == [3, 4, 5]
    assert page["more"] == 2


@pytest.mark.parametrize(
    "query",
    [
        "/balance?window=year",
        "/participants?limit=0",
        "/participants?limit=x",
        "/lanes?length_ms=-1",
        "/report?for=me",
    ],
)
async def test_a_question_that_makes_no_sense_is_malformed(home: House, query: str) -> None:
    room, kim, _ = await _under_way(home)
    assert refusal(await home.client.get(room.url(query), headers=kim.headers)) == (400, "malformed")
