"""What every log promises, on SQLite and on PostgreSQL: all or nothing, first come first served for each
session alone, durable when acknowledged.
"""

import asyncio

import pytest
from sqlalchemy import text

from app.history.entry import Append, Entry
from app.history.errors import LogUnavailable, UnknownSession
from app.history.location import Location
from app.history.log import StoredLog
from app.history.opening import open_log
from tests.history.conftest import NOW, new_session


def entries(first: int, count: int, body: str = '{"participant":"p1"}') -> tuple[Entry, ...]:
    return tuple(
        Entry(seq, NOW + seq, "hand.raised", 1, "p:p1", f"c-{seq}", body)
        for seq in range(first, first + count)
    )


def batch(session_id: str, expected_seq: int, count: int = 1, name: str = "") -> Append:
    return Append(session_id, expected_seq, name or f"b{expected_seq}", entries(expected_seq + 1, count))


async def test_what_was_appended_is_read_back_in_order(log: StoredLog, session_id: str) -> None:
    first, second = batch(session_id, 0, 3), batch(session_id, 3, 2)
    assert await log.append(first)
    assert await log.append(second)
    assert await log.read(session_id) == [*first.entries, *second.entries]
    assert await log.read(session_id, after_seq=3) == list(second.entries)
    assert await log.heads([session_id, "nobody"]) == {session_id: (5, 0)}


async def test_a_batch_decided_on_an_old_head_is_refused_whole(log: StoredLog, session_id: str) -> None:
    assert await log.append(batch(session_id, 0, 2))
    assert not await log.append(batch(session_id, 1, 2, name="late"))
    assert [entry.seq for entry in await log.read(session_id)] == [1, 2]
    assert not await log.has_batch(session_id, "late")


async def test_a_written_batch_is_found_by_its_id(log: StoredLog, session_id: str) -> None:
    await log.append(batch(session_id, 0, name="mine"))
    assert await log.has_batch(session_id, "mine")
    assert not await log.has_batch(await new_session(log), "mine")


async def test_a_batch_that_lost_its_race_is_refused_alone(log: StoredLog) -> None:
    rooms = [await new_session(log) for _ in range(20)]
    await log.append(batch(rooms[7], 0, name="first"))
    done = await asyncio.gather(*(log.append(batch(each, 0, name="together")) for each in rooms))
    assert [index for index, appended in enumerate(done) if not appended] == [7]


async def test_of_two_batches_for_one_head_one_is_written(log: StoredLog, session_id: str) -> None:
    done = await asyncio.gather(*(log.append(batch(session_id, 0, 2, name=name)) for name in ("a", "b", "c")))
    assert sorted(done) == [False, False, True]
    assert len(await log.read(session_id)) == 2


async def test_an_unknown_session_is_named_and_disturbs_nobody(log: StoredLog, session_id: str) -> None:
    lost, good = await asyncio.gather(
        log.append(batch("nobody", 0)), log.append(batch(session_id, 0)), return_exceptions=True
    )
    assert isinstance(lost, UnknownSession)
    assert good is True


async def test_a_batch_with_a_gap_is_a_mistake_of_the_program(log: StoredLog, session_id: str) -> None:
    with pytest.raises(ValueError, match="without a gap"):
        await log.append(Append(session_id, 0, "gap", entries(5, 1)))


async def test_a_broken_entry_leaves_its_session_as_it_was(log: StoredLog, session_id: str) -> None:
    other = await new_session(log)
    twice = Append(session_id, 0, "twice", (*entries(2, 1), *entries(2, 1)))
    broken, good = await asyncio.gather(
        log.append(twice), log.append(batch(other, 0)), return_exceptions=True
    )
    assert isinstance(broken, Exception)
    assert good is True
    assert await log.heads([session_id]) == {session_id: (0, 0)}
    assert await log.read(session_id) == []


async def test_two_programs_that_race_for_one_head_share_the_log_between_them(location: Location) -> None:
    first, second = await open_log(location), await open_log(location)
    session_id = await new_session(first)
    written: list[str] = []

    async def append_until(log: StoredLog, who: str, times: int) -> None:
        while sum(name.startswith(who) for name in written) < times:
            head, _ = (await log.heads([session_id]))[session_id]
            name = f"{who}{head}"
            if await log.append(batch(session_id, head, name=name)):
                written.append(name)

    await asyncio.gather(append_until(first, "a", 40), append_until(second, "b", 40))
    stored = await first.read(session_id)
    assert [entry.seq for entry in stored] == list(range(1, 81))
    assert len(set(written)) == 80
    assert all([await second.has_batch(session_id, name) for name in written])
    await first.close()
    await second.close()


async def test_reading_goes_on_while_batches_are_written(log: StoredLog, session_id: str) -> None:
    async def write() -> None:
        for seq in range(100):
            assert await log.append(batch(session_id, seq))

    writing = asyncio.create_task(write())
    seen = 0
    while not writing.done():
        stored = await log.read(session_id)
        assert [entry.seq for entry in stored] == list(range(1, len(stored) + 1))
        assert len(stored) >= seen
        seen = len(stored)
    await writing
    assert len(await log.read(session_id)) == 100


async def test_readers_cannot_write(log: StoredLog) -> None:
    with pytest.raises(LogUnavailable, match=r"may (not be written|only be read)"):
        await log.database.read(lambda reading: reading.connection().execute(text("DELETE FROM event")))


async def test_what_is_closed_refuses_and_has_kept_what_it_took(location: Location) -> None:
    log = await open_log(location)
    rooms = [await new_session(log) for _ in range(5)]
    assert all(await asyncio.gather(*(log.append(batch(each, 0)) for each in rooms)))
    await log.close()
    with pytest.raises(LogUnavailable, match="stopping"):
        await log.append(batch(rooms[0], 1))
    with pytest.raises(LogUnavailable, match="stopping"):
        await log.read(rooms[0])
    again = await open_log(location)
    assert all(head == (1, 0) for head in (await again.heads(rooms)).values())
    await again.close()
