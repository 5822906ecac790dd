"""Concerns over REST: a link that opens once, and what is on the other side of it."""

import json
from typing import Any

import pytest

from app.facilitation.events import ConcernRaised
from app.facilitation.ids import SessionId
from app.history import credentials
from app.history.entries import all_from
from app.history.errors import LogUnavailable
from app.history.sqlite.log import SqliteLog
from tests.api.house import House, Room, Seat, refusal

WORDS = "Rob laughs whenever I speak"


@pytest.fixture
async def room(home: House) -> Room:
    return await home.room()


@pytest.fixture
async def kim(home: House, room: Room) -> Seat:
    kim = await home.facilitator(room)
    await home.done(kim, "contact.set", name="Maria", reach="maria@example.org")
    return kim


OWN = "what-the-contact-s-browser-made-of-chance"


async def link(home: House, room: Room, kim: Seat, own: str = OWN) -> dict[str, str]:
    """The contact's link, as a door takes it from who has made this secret."""
    made = await home.client.post(room.url("/concern-links"), headers=kim.headers)
    assert made.status_code == 201, made.text
    return {"link_id": made.json()["link_id"], "secret": made.json()["link"].partition("#")[2], "own": own}


async def read(home: House, door: dict[str, str]) -> Any:
    return await home.client.post("/api/v1/access/concerns", json=door)


async def opened(home: House, room: Room, kim: Seat) -> dict[str, str]:
    """The link after its one opening: what opens it from then on."""
    door = await link(home, room, kim)
    page = await read(home, door)
    assert page.status_code == 200, page.text
    return {"link_id": door["link_id"], "own": door["own"]}


async def test_the_contacts_link_opens_once_and_then_to_the_device_that_opened_it(
    home: House, room: Room, kim: Seat
) -> None:
    door = await link(home, room, kim)
    first = await read(home, door)
    assert first.json()["current"] is True
    assert refusal(await read(home, {**door, "own": OWN.upper()})) == (403, "wrong_link")
    assert (await read(home, {"link_id": door["link_id"], "own": OWN})).status_code == 200
    assert refusal(await read(home, {**door, "link_id": "another"})) == (403, "wrong_link")
    other = await link(home, room, kim)
    # The link's secret itself, which whoever made it knows, is no secret of who opened it.
    assert refusal(await read(home, {**door, "own": door["secret"]})) == (403, "wrong_link")
    assert refusal(await read(home, {**other, "own": OWN[:31]})) == (400, "malformed")


async def test_who_opened_the_link_and_never_got_the_answer_asks_again(
    home: House, room: Room, kim: Seat
) -> None:
    door = await link(home, room, kim)
    lost = await read(home, door)
    again = await read(home, door)
    assert (lost.status_code, again.status_code, again.json()) == (200, 200, lost.json())


async def test_who_opened_the_link_as_the_history_went_away_opens_it_again_and_nobody_else(
    home: House, room: Room, kim: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = await link(home, room, kim)

    async def away(*_: object, **__: object) -> None:
        raise LogUnavailable("The history does not answer.")

    for part, name in ((SqliteLog, "append"), (credentials, "keep")):
        with monkeypatch.context() as while_away:
            while_away.setattr(part, name, away)
            assert (await read(home, door)).status_code == 503
    assert refusal(await read(home, {**door, "own": OWN.upper()})) == (403, "wrong_link")
    assert (await read(home, door)).status_code == 200
    assert (await read(home, {"link_id": door["link_id"], "own": OWN})).status_code == 200


async def test_what_is_written_is_read_there_and_nowhere_else(home: House, room: Room, kim: Seat) -> None:
    ana = await home.join(room, "Ana")
    door = await opened(home, room, kim)
    await home.done(ana, "concern.raise", text=WORDS)
    page = await read(home, door)
    assert [one["text"] for one in page.json()["concerns"]] == [WORDS]
    key = await home.key("sessions:read", "sessions:run", "rooms:write")
    for path in ("", "/participants", "/report", "/nudges", "/queue", "/balance", "/lanes", "/you-said"):
        for shown in (kim.headers, key):
            assert WORDS not in (await home.client.get(room.url(path), headers=shown)).text
    for shown in (kim.headers, key):
        found = await home.client.post(room.url("/mentions"), json={"words": "Rob"}, headers=shown)
        assert found.json() == {"mentions": []}
    mine = await home.client.get(room.url("/my-data"), headers=ana.headers)
    assert WORDS in mine.text


async def stored(home: House, room: Room) -> list[str]:
    """The words of concerns in the log."""
    recorded = all_from(await home.context.log.read(SessionId(room.session)))
    return [each.event.text for each in recorded if isinstance(each.event, ConcernRaised)]


async def test_what_is_taken_back_or_whose_author_is_erased_is_gone_from_the_log(
    home: House, room: Room, kim: Seat
) -> None:
    ana, ben = await home.join(room, "Ana"), await home.join(room, "Ben")
    door = await opened(home, room, kim)
    first = (await home.done(ana, "concern.raise", text=WORDS))["made"]
    await home.done(ben, "concern.raise", text="He does", named=True)
    # A facilitator who guesses where it stands in the log takes nothing from it.
    for seq in range(1, 20):
        await home.command(kim, "words.redact", at_seq=seq)
    assert await stored(home, room) == [WORDS, "He does"]
    await home.done(ana, "concern.take_back", concern=first)
    assert await stored(home, room) == ["", "He does"]
    erase = room.url(f"/participants/{ben.participant}/erase")
    receipt = await home.client.post(erase, headers=kim.headers)
    assert "He does" not in json.dumps(receipt.json())
    assert await stored(home, room) == ["", ""]
    assert (await read(home, door)).json()["concerns"] == []


async def test_the_next_meeting_in_the_room_names_the_same_contact_who_needs_a_link_anew(
    home: House, room: Room, kim: Seat
) -> None:
    door = await opened(home, room, kim)
    await home.done(kim, "session.open")
    await home.done(kim, "session.end")
    made = await home.client.post(f"/api/v1/rooms/{room.id}/sessions", json={}, headers=kim.headers)
    following = SessionId(made.json()["session"]["id"])
    contact = (await home.context.rooms.state(following)).concerns.contact
    assert contact is not None
    assert (contact.name, contact.reach, contact.reader) == ("Maria", "maria@example.org", None)
    # Who had a concern in the meeting that is over still reaches her.
    assert (await read(home, door)).json()["current"] is True
