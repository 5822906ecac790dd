"""How long sessions are kept, and that deleting takes every row: on both kinds of database."""

import json

import pytest
from sqlalchemy import text
from sqlmodel import Session, SQLModel

from app.facilitation.ids import Status
from app.history import catalogue, credentials, deleting, keeping, projection
from app.history.entry import Append, Entry
from app.history.errors import UnknownRoom, UnknownSession
from app.history.keeping import DAY_MS, NOTICE_DAYS, gone_at
from app.history.log import StoredLog
from app.history.tables import RoomRow, SessionRow
from tests.history.conftest import NOW, new_session
from tests.history.meeting import meeting
from tests.history.test_projection import append_all

DAYS = 30
LONG_AGO = NOW - 400 * DAY_MS


def room(**keep: int) -> RoomRow:
    settings = {"keep": keep} if keep else {}
    return RoomRow(
        id="r", code="AAAAAAAA", name="Buses", purpose="decide", hearing="mixed", settings=settings,
        facilitator_secret_hash="", created_at=LONG_AGO,
    )  # fmt: skip


def session(state: Status, *, created_at: int = LONG_AGO, ended_at: int | None = None) -> SessionRow:
    return SessionRow(
        id="s", room_id="r", number=1, state=state.value, created_at=created_at, ended_at=ended_at
    )


def test_a_room_that_says_nothing_keeps_everything() -> None:
    assert gone_at(room(), session(Status.ended, ended_at=LONG_AGO), LONG_AGO, NOW) is None


def test_a_session_goes_so_many_days_after_it_ended() -> None:
    kept = room(days=DAYS, since_at=LONG_AGO)
    ended = NOW - 10 * DAY_MS
    assert gone_at(kept, session(Status.ended, ended_at=ended), ended, NOW) == ended + DAYS * DAY_MS


def test_nothing_goes_before_people_had_time_to_read_that_it_will() -> None:
    kept = room(days=DAYS, since_at=NOW)
    at = gone_at(kept, session(Status.ended, ended_at=LONG_AGO), LONG_AGO, NOW)
    assert at == NOW + NOTICE_DAYS * DAY_MS


def test_of_a_session_that_nobody_ended_the_newest_event_counts() -> None:
    kept = room(days=DAYS, since_at=LONG_AGO)
    newest = NOW - 3 * DAY_MS
    assert gone_at(kept, session(Status.open), newest, NOW) == newest + DAYS * DAY_MS


def test_what_is_only_planned_stays() -> None:
    assert gone_at(room(days=DAYS, since_at=LONG_AGO), session(Status.planned), LONG_AGO, NOW) is None


@pytest.mark.parametrize("by_its_own_clock", [1_000_000, NOW + 900 * DAY_MS])
def test_a_session_with_a_clock_of_its_own_is_dated_by_the_wall(by_its_own_clock: int) -> None:
    kept = room(days=DAYS, since_at=LONG_AGO)
    made = NOW - 5 * DAY_MS
    practice = session(Status.ended, created_at=made, ended_at=by_its_own_clock)
    assert gone_at(kept, practice, by_its_own_clock, NOW) == made + DAYS * DAY_MS


async def rows(log: StoredLog) -> dict[str, int]:
    """How many rows each table has."""
    names = [table.name for table in SQLModel.metadata.sorted_tables if table.name != "node"]

    def count(reading: Session) -> dict[str, int]:
        connection = reading.connection()
        return {name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one() for name in names}

    return await log.database.read(count)


async def test_a_deleted_session_leaves_no_row_and_the_others_alone(log: StoredLog, session_id: str) -> None:
    held = meeting()
    await append_all(log, session_id, held.log)
    await projection.catch_up(log.database, session_id)
    await credentials.issue(log.database, session_id, "participant", "p", now=1)
    with_one = await rows(log)
    other = await new_session(log)
    await append_all(log, other, held.log)
    await projection.catch_up(log.database, other)
    await credentials.issue(log.database, other, "participant", "p", now=1)
    done = await deleting.delete_session(log.database, other)
    assert (done.sessions, done.events) == ((other,), len(held.log))
    assert await rows(log) == {**with_one, "room": 2}
    with pytest.raises(UnknownSession):
        await deleting.delete_session(log.database, other)
    late = Append(other, len(held.log), "late", (Entry(len(held.log) + 1, 1, "x", 1, None, None, "{}"),))
    with pytest.raises(UnknownSession):
        await log.append(late)


async def test_a_deleted_room_takes_its_sessions_with_it(log: StoredLog, session_id: str) -> None:
    await append_all(log, session_id, meeting().log)
    kept = await rows(log)
    made = await catalogue.create_room(log.database, name="Two", purpose="decide", hearing="mixed", now=NOW)
    sessions = [await catalogue.create_session(log.database, made.room.id, now=NOW) for _ in range(2)]
    for each in sessions:
        await append_all(log, each.id, meeting().log)
    done = await deleting.delete_room(log.database, made.room.id)
    assert sorted(done.sessions) == sorted(each.id for each in sessions)
    assert await rows(log) == kept
    with pytest.raises(UnknownRoom):
        await deleting.delete_room(log.database, made.room.id)


async def test_a_room_says_how_long_it_keeps_and_takes_it_back(log: StoredLog, session_id: str) -> None:
    await append_all(log, session_id, meeting().log)
    row = await catalogue.known_session(log.database, session_id)
    await projection.catch_up(log.database, session_id)
    assert await keeping.due(log.database, NOW + 10_000 * DAY_MS) == []
    changed = await keeping.set_keeping(log.database, row.room_id, 1, now=NOW)
    assert keeping.keeping(changed) == keeping.Keeping(1, NOW)
    assert json.loads(json.dumps(changed.settings)) == {"keep": {"days": 1, "since_at": NOW}}
    assert await keeping.due(log.database, NOW + 8 * DAY_MS) == [session_id]
    await keeping.set_keeping(log.database, row.room_id, None, now=NOW)
    assert await keeping.due(log.database, NOW + 10_000 * DAY_MS) == []
