"""Rooms and sessions, keys and credentials: made, found by what people type, refused to others."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.history import catalogue, credentials, keys
from app.history.codes import ALPHABET, CODE_LENGTH, matches, new_code, new_id, read_code, shown_code
from app.history.entry import Append, Entry
from app.history.errors import UnknownKey, UnknownRoom
from app.history.log import StoredLog
from tests.history.conftest import NOW


async def a_room(log: StoredLog, name: str = "Buses", now: int = NOW) -> catalogue.NewRoom:
    return await catalogue.create_room(
        log.database, name=name, purpose="decide", hearing="mixed", now=now, settings={"counted": True}
    )


async def test_a_room_is_found_by_id_and_by_code(log: StoredLog) -> None:
    made = (await a_room(log)).room
    found = await catalogue.room(log.database, made.id)
    assert found == made
    assert found is not None
    assert found.settings == {"counted": True}
    for typed in (
        made.code,
        shown_code(made.code),
        shown_code(made.code).lower(),
        f" {made.code[:3]} {made.code[3:]}",
    ):
        assert await catalogue.room_by_code(log.database, typed) == made
    for wrong in ("", "RT7K", "UUUU-UUUU", "0000-0000", "'; DROP TABLE room; --"):
        assert await catalogue.room_by_code(log.database, wrong) is None


async def test_rooms_are_listed_newest_first(log: StoredLog) -> None:
    names = ["first", "second", "third"]
    for number, name in enumerate(names):
        await a_room(log, name, NOW + number)
    assert [room.name for room in await catalogue.rooms(log.database)] == names[::-1]
    cut = await catalogue.rooms(log.database, limit=1, offset=1)
    assert [room.name for room in cut] == names[-2:-1]


async def test_a_hash_is_never_shown_with_the_row_it_belongs_to(log: StoredLog) -> None:
    made = await a_room(log)
    key = await keys.create_key(log.database, name="video", scopes=["speech"], now=NOW)
    for row in (made.room, key.key):
        assert "hash" not in "".join(row.model_dump())
        assert "hash" not in repr(row)


async def test_only_the_facilitators_secret_opens_the_room_to_a_facilitator(log: StoredLog) -> None:
    made, other = await a_room(log), await a_room(log)
    assert await catalogue.is_facilitator_secret(log.database, made.room.id, made.facilitator_secret)
    assert not await catalogue.is_facilitator_secret(log.database, made.room.id, other.facilitator_secret)
    assert not await catalogue.is_facilitator_secret(log.database, "nowhere", made.facilitator_secret)
    assert not await catalogue.is_facilitator_secret(log.database, "nowhere", "")


async def test_a_renewed_facilitator_link_ends_the_one_before(log: StoredLog) -> None:
    made = await a_room(log)
    secret = await catalogue.renew_facilitator_secret(log.database, made.room.id)
    assert await catalogue.is_facilitator_secret(log.database, made.room.id, secret)
    assert not await catalogue.is_facilitator_secret(log.database, made.room.id, made.facilitator_secret)
    with pytest.raises(UnknownRoom):
        await catalogue.renew_facilitator_secret(log.database, "nowhere")


async def test_sessions_of_a_room_are_numbered_from_one_even_when_made_at_once(log: StoredLog) -> None:
    room, other = (await a_room(log)).room, (await a_room(log)).room
    made = await asyncio.gather(*(catalogue.create_session(log.database, room.id, now=NOW) for _ in range(5)))
    assert sorted(session.number for session in made) == [1, 2, 3, 4, 5]
    assert (await catalogue.create_session(log.database, other.id, now=NOW)).number == 1
    assert [session.number for session in await catalogue.sessions(log.database, room.id)] == [5, 4, 3, 2, 1]
    cut = await catalogue.sessions(log.database, room.id, limit=2, offset=1)
    assert [session.number for session in cut] == [4, 3]
    assert len(await catalogue.sessions(log.database)) == 6
    with pytest.raises(UnknownRoom):
        await catalogue.create_session(log.database, "nowhere", now=NOW)


async def say(log: StoredLog, session_id: str, kind: str, at: int = NOW) -> None:
    head, _ = (await log.heads([session_id]))[session_id]
    entry = Entry(head + 1, at, kind, 1, None, None, "{}")
    assert await log.append(Append(session_id, head, f"{kind}-{head}", (entry,)))


async def test_a_session_is_as_its_log_says_from_the_same_instant(log: StoredLog, session_id: str) -> None:
    async def after(kind: str, at: int) -> tuple[str, int | None, int | None]:
        await say(log, session_id, kind, at)
        session = await catalogue.known_session(log.database, session_id)
        return session.state, session.opened_at, session.ended_at

    assert await after("session.created", 5) == ("planned", None, None)
    assert await after("session.opened", 10) == ("open", 10, None)
    assert await after("session.ended", 20) == ("ended", 10, 20)
    assert await after("session.reopened", 30) == ("open", 10, None)


async def test_sessions_opened_together_are_all_open(log: StoredLog) -> None:
    room = (await a_room(log)).room
    made = [await catalogue.create_session(log.database, room.id, now=NOW) for _ in range(4)]
    await asyncio.gather(*(say(log, session.id, "session.opened") for session in made))
    assert {session.state for session in await catalogue.sessions(log.database)} == {"open"}


async def test_a_code_leads_to_the_open_session_then_to_the_next_then_to_the_last(log: StoredLog) -> None:
    room = (await a_room(log)).room

    async def leads_to() -> int | None:
        session = await catalogue.current_session(log.database, room.id)
        return None if session is None else session.number

    assert await leads_to() is None
    first, second, third = [await catalogue.create_session(log.database, room.id, now=NOW) for _ in range(3)]
    assert await leads_to() == 1
    await say(log, second.id, "session.opened")
    assert await leads_to() == 2
    await say(log, second.id, "session.ended")
    assert await leads_to() == 1
    for session in (first, third):
        await say(log, session.id, "session.ended")
    assert await leads_to() == 3


async def test_a_key_opens_until_it_is_revoked(log: StoredLog) -> None:
    made = await keys.create_key(log.database, name="video", scopes=["speech", "read", "read"], now=NOW)
    found = await keys.key_of(log.database, made.secret)
    assert found is not None
    assert (found.name, found.scopes) == ("video", ["read", "speech"])
    await keys.note_use(log.database, found.id, now=NOW + 5)
    for wrong in ("", made.secret[:-1], made.secret + "x", made.secret.replace("ef_", ""), f"ef_{found.id}_"):
        assert await keys.key_of(log.database, wrong) is None
    await keys.revoke_key(log.database, found.id, now=NOW + 9)
    assert await keys.key_of(log.database, made.secret) is None
    (listed,) = await keys.keys(log.database)
    assert (listed.last_used_at, listed.revoked_at) == (NOW + 5, NOW + 9)
    with pytest.raises(UnknownKey):
        await keys.revoke_key(log.database, "nowhere", now=NOW)


async def test_a_device_comes_back_as_who_it_was_until_it_is_revoked(log: StoredLog, session_id: str) -> None:
    phone = await credentials.issue(log.database, session_id, "participant", "p1", now=NOW)
    laptop = await credentials.issue(log.database, session_id, "participant", "p1", now=NOW)
    screen = await credentials.issue(log.database, session_id, "device", "d1", scope="screen", now=NOW)
    for secret, subject, scope in ((phone, "p1", ""), (laptop, "p1", ""), (screen, "d1", "screen")):
        found = await credentials.holder(log.database, secret)
        assert found is not None
        assert (found.session_id, found.subject_id, found.scope) == (session_id, subject, scope)
    assert await credentials.holder(log.database, "somebody else's") is None
    assert await credentials.revoke(log.database, session_id, "participant", "p1", now=NOW + 1) == 2
    assert await credentials.holder(log.database, phone) is None
    assert await credentials.holder(log.database, screen) is not None


@given(st.text(alphabet=ALPHABET, min_size=CODE_LENGTH, max_size=CODE_LENGTH))
def test_a_code_is_read_however_it_is_written(code: str) -> None:
    for written in (
        code,
        code.lower(),
        shown_code(code),
        code.replace("1", "l").replace("0", "o"),
        f" {code}\n",
    ):
        assert read_code(written) == code


@given(st.text())
def test_whatever_is_typed_is_a_code_or_none(typed: str) -> None:
    code = read_code(typed)
    assert code is None or (len(code) == CODE_LENGTH and set(code) <= set(ALPHABET))


def test_new_codes_and_ids_differ() -> None:
    assert len({new_code() for _ in range(1_000)}) == 1_000
    assert len({new_id() for _ in range(1_000)}) == 1_000


def test_a_secret_of_any_letters_is_compared_without_an_error() -> None:
    assert not matches("grün", "0" * 64)
