"""Copies that are whole, made while the server writes, and that replace nothing unasked."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from app.history.entry import Append, Entry
from app.history.errors import LogUnavailable, NotADatabase, SchemaMismatch, WouldOverwrite
from app.history.location import Location
from app.history.sqlite.backup import backup, restore
from app.history.sqlite.log import SqliteLog
from tests.history.conftest import new_session


@pytest.fixture
def location(path: Path) -> Location:
    """All here is about a file."""
    return path


def one(session_id: str, seq: int) -> Append:
    return Append(session_id, seq, f"b{seq}", (Entry(seq + 1, seq, "k", 1, None, None, "{}"),))


async def events_of(path: Path, session_id: str) -> list[int]:
    log = await SqliteLog.open(path)
    stored = [entry.seq for entry in await log.read(session_id)]
    await log.close()
    return stored


async def test_a_backup_under_load_holds_everything_acknowledged_before_it_began(
    log: SqliteLog, session_id: str, tmp_path: Path
) -> None:
    acknowledged = 0
    enough = asyncio.Event()
    stop = False

    async def write() -> None:
        nonlocal acknowledged
        while not stop:
            assert await log.append(one(session_id, acknowledged))
            acknowledged += 1
            if acknowledged == 50:
                enough.set()

    copies = []
    async with asyncio.TaskGroup() as group:
        group.create_task(write())
        await enough.wait()
        for number in range(3):
            before = acknowledged
            copies.append(
                (before, await asyncio.to_thread(backup, log.database.path, tmp_path / f"copy{number}"))
            )
        stop = True
    for before, copied in copies:
        stored = await events_of(copied.path, session_id)
        assert before <= len(stored) <= acknowledged
        assert stored == list(range(1, len(stored) + 1))
        assert copied.events == len(stored)
        assert (copied.rooms, copied.sessions) == (1, 1)


async def test_a_backup_is_one_file_and_says_what_it_holds(
    log: SqliteLog, session_id: str, tmp_path: Path
) -> None:
    await log.append(one(session_id, 0))
    folder = tmp_path / "copies"
    copied = backup(log.database.path, folder / "monday.sqlite3")
    assert [file.name for file in folder.iterdir()] == ["monday.sqlite3"]
    assert copied.path.stat().st_mode & 0o077 == 0
    assert copied.in_words().endswith("rooms 1, sessions 1, events 1, 0.2 MB, checked.")


async def test_a_backup_replaces_a_file_only_when_told(log: SqliteLog, tmp_path: Path) -> None:
    to = tmp_path / "copy"
    to.write_text("precious")
    with pytest.raises(WouldOverwrite):
        backup(log.database.path, to)
    assert to.read_text() == "precious"
    assert backup(log.database.path, to, replace=True).size > 10_000


def test_a_backup_of_nothing_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotADatabase, match="There is no database"):
        backup(tmp_path / "none", tmp_path / "copy")


async def test_a_restored_database_is_as_it_was(log: SqliteLog, session_id: str, tmp_path: Path) -> None:
    await log.append(one(session_id, 0))
    copied = backup(log.database.path, tmp_path / "copy")
    await log.append(one(session_id, 1))
    elsewhere = tmp_path / "other" / "evenfloor.sqlite3"
    restored = restore(copied.path, elsewhere)
    assert restored.events == 1
    assert await events_of(elsewhere, session_id) == [1]


async def test_restore_replaces_a_database_only_when_told_and_when_nobody_uses_it(
    path: Path, tmp_path: Path
) -> None:
    log = await SqliteLog.open(path)
    session_id = await new_session(log)
    await log.append(one(session_id, 0))
    copied = backup(path, tmp_path / "copy")
    await log.append(one(session_id, 1))
    with pytest.raises(WouldOverwrite, match="already"):
        restore(copied.path, path)
    with pytest.raises(WouldOverwrite, match="Stop the server"):
        restore(copied.path, path, replace=True)
    assert await log.append(one(session_id, 2))
    await log.close()
    restore(copied.path, path, replace=True)
    assert await events_of(path, session_id) == [1]


async def test_what_a_killed_server_left_beside_the_old_file_is_not_mixed_into_the_restored_one(
    path: Path, tmp_path: Path
) -> None:
    log = await SqliteLog.open(path)
    session_id = await new_session(log)
    copied = backup(path, tmp_path / "copy")
    await log.append(one(session_id, 0))
    left = tmp_path / "left"
    left.mkdir()
    for suffix in ("", "-wal"):
        (left / f"evenfloor.sqlite3{suffix}").write_bytes(path.with_name(path.name + suffix).read_bytes())
    await log.close()
    restore(copied.path, left / "evenfloor.sqlite3", replace=True)
    assert [file.name for file in left.iterdir()] == ["evenfloor.sqlite3"]
    assert await events_of(left / "evenfloor.sqlite3", session_id) == []


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:8192] = b"\x07" * 4096
    path.write_bytes(bytes(content))


async def test_a_damaged_database_is_not_copied_as_if_it_were_whole(path: Path, tmp_path: Path) -> None:
    damage(path)
    with pytest.raises(NotADatabase, match="damaged"):
        backup(path, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


async def test_a_damaged_database_can_be_replaced_by_a_backup(path: Path, tmp_path: Path) -> None:
    copied = backup(path, tmp_path / "copy")
    damage(path)
    restore(copied.path, path, replace=True)
    log = await SqliteLog.open(path)
    assert await new_session(log)
    await log.close()


def test_restore_refuses_what_is_no_backup_and_leaves_the_database(path: Path, tmp_path: Path) -> None:
    before = path.read_bytes()
    garbage = tmp_path / "garbage"
    garbage.write_bytes(b"nothing to see here" * 1_000)
    empty = tmp_path / "empty"
    empty.touch()
    damaged = tmp_path / "damaged"
    damaged.write_bytes(before)
    damage(damaged)
    for wrong in (garbage, empty, damaged, tmp_path / "none"):
        with pytest.raises(NotADatabase):
            restore(wrong, path, replace=True)
    assert path.read_bytes() == before


async def test_restore_refuses_a_backup_of_a_newer_release(path: Path, tmp_path: Path) -> None:
    copied = backup(path, tmp_path / "copy")
    connection = sqlite3.connect(copied.path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    with pytest.raises(SchemaMismatch, match="newer Evenfloor"):
        restore(copied.path, tmp_path / "there")
    assert not (tmp_path / "there").exists()


def test_a_backup_to_where_nothing_can_be_written_says_so(path: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(LogUnavailable):
        backup(path, tmp_path / "file" / "copy")
