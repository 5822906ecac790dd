"""A PostgreSQL history copied whole while it is written, and carried from one kind of database to another."""

import asyncio
from pathlib import Path

import pytest

from app.history import catalogue, credentials, keys, migrate, projection
from app.history.errors import NotADatabase, WouldOverwrite
from app.history.location import Location, PostgresAddress
from app.history.log import StoredLog
from app.history.opening import open_log
from app.history.postgres import backup as postgres_backup
from app.history.postgres.log import PostgresLog
from app.history.sqlite import backup as file_backup
from benchmarks.postgres import Postgres
from tests.history.conftest import NOW, new_session
from tests.history.meeting import meeting
from tests.history.test_log import batch
from tests.history.test_projection import append_all


async def everything(log: StoredLog) -> list[object]:
    """All that a history holds, as its readers see it."""
    found: list[object] = []
    for session in await catalogue.sessions(log.database):
        found.append(await log.read(session.id))
        found += [
            [row.model_dump() for row in await read(log.database, session.id)]
            for read in (
                projection.participants,
                projection.turns,
                projection.utterances,
                projection.nudges,
            )
        ]
    found.append([room.model_dump() for room in await catalogue.rooms(log.database)])
    found.append([session.model_dump() for session in await catalogue.sessions(log.database)])
    found.append([key.model_dump() for key in await keys.keys(log.database)])
    return found


async def filled(location: Location) -> tuple[list[object], str]:
    """A history with a whole meeting; what it holds, and a secret that opens something in it."""
    log = await open_log(location)
    session = await new_session(log)
    await append_all(log, session, meeting(minutes=12).log)
    await new_session(log)
    await keys.create_key(log.database, name="video", scopes=["read"], now=NOW)
    secret = await credentials.issue(log.database, session, "participant", "p1", now=NOW)
    held = await everything(log)
    await log.close()
    return held, secret


async def held_by(location: Location, secret: str) -> list[object]:
    log = await open_log(location)
    held = await everything(log)
    assert await credentials.holder(log.database, secret) is not None
    await log.close()
    return held


async def test_a_history_moves_from_a_file_to_postgresql_and_back(
    path: Path, address: PostgresAddress, tmp_path: Path
) -> None:
    held, secret = await filled(path)
    copied = await asyncio.to_thread(file_backup.backup, path, tmp_path / "one.copy")
    restored = await asyncio.to_thread(postgres_backup.restore, copied.path, address)
    assert (restored.rooms, restored.sessions, restored.events) == (2, 2, copied.events)
    assert await held_by(address, secret) == held
    copied = await asyncio.to_thread(postgres_backup.backup, address, tmp_path / "two.copy")
    assert (copied.rooms, copied.sessions, copied.events) == (2, 2, restored.events)
    assert copied.path.stat().st_mode & 0o077 == 0
    elsewhere = tmp_path / "other" / "evenfloor.sqlite3"
    await asyncio.to_thread(file_backup.restore, copied.path, elsewhere)
    assert await held_by(elsewhere, secret) == held


async def test_a_backup_under_load_is_of_one_instant(address: PostgresAddress, tmp_path: Path) -> None:
    log = await PostgresLog.open(address)
    session_id = await new_session(log)
    acknowledged = 0
    enough = asyncio.Event()
    stop = False

    async def write() -> None:
        nonlocal acknowledged
        while not stop:
            assert await log.append(batch(session_id, acknowledged))
            acknowledged += 1
            if acknowledged == 50:
                enough.set()

    async with asyncio.TaskGroup() as group:
        group.create_task(write())
        await enough.wait()
        before = acknowledged
        copied = await asyncio.to_thread(postgres_backup.backup, address, tmp_path / "copy")
        stop = True
    assert before <= copied.events <= acknowledged
    await log.close()
    there = await open_log(copied.path)
    assert [entry.seq for entry in await there.read(session_id)] == list(range(1, copied.events + 1))
    assert (await there.heads([session_id]))[session_id] == (copied.events, 0)
    await there.close()


async def test_nothing_is_overwritten_unasked_or_under_a_server(
    address: PostgresAddress, path: Path, tmp_path: Path
) -> None:
    _, secret = await filled(path)
    copied = await asyncio.to_thread(file_backup.backup, path, tmp_path / "copy")
    with pytest.raises(WouldOverwrite, match="is there already"):
        await asyncio.to_thread(postgres_backup.backup, address, copied.path)
    log = await PostgresLog.open(address)
    await new_session(log)
    with pytest.raises(WouldOverwrite, match="already"):
        await asyncio.to_thread(postgres_backup.restore, copied.path, address)
    await log.nodes.beat("somebody", "", ())
    with pytest.raises(WouldOverwrite, match="Stop every node"):
        await asyncio.to_thread(lambda: postgres_backup.restore(copied.path, address, replace=True))
    assert len(await catalogue.rooms(log.database)) == 1
    await log.nodes.leave("somebody")
    await asyncio.to_thread(lambda: postgres_backup.restore(copied.path, address, replace=True))
    assert len(await catalogue.rooms(log.database)) == 2
    assert await credentials.holder(log.database, secret) is not None
    await log.close()


async def test_what_is_no_backup_changes_nothing(address: PostgresAddress, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("name;talk\n")
    with pytest.raises(NotADatabase):
        await asyncio.to_thread(postgres_backup.restore, wrong, address)


def test_a_backup_of_an_older_release_is_brought_up_to_date(
    postgres: Postgres, path: Path, tmp_path: Path
) -> None:
    migrate.run(path, "0001")
    name = asyncio.run(postgres.create())
    address = PostgresAddress(postgres.url(name))
    assert postgres_backup.restore(path, address).rooms == 0
    migrate.check(address)
    asyncio.run(postgres.drop(name))
