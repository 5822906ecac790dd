"""What the log in a SQLite file does besides: one writer for all rooms, with settings that hold."""

import asyncio
from pathlib import Path

import pytest

from app.history.errors import LogUnavailable, SchemaMismatch
from app.history.sqlite.log import SqliteLog
from tests.history.conftest import new_session
from tests.history.test_log import batch


async def test_batches_that_wait_together_share_a_transaction(sqlite_log: SqliteLog) -> None:
    rooms = [await new_session(sqlite_log) for _ in range(50)]
    before = sqlite_log.database.writer.transactions
    done = await asyncio.gather(
        *(sqlite_log.append(batch(each, seq, name=f"{each}{seq}")) for seq in range(4) for each in rooms)
    )
    assert all(done)
    assert sqlite_log.database.writer.transactions - before < 10
    for each in rooms:
        assert [entry.seq for entry in await sqlite_log.read(each)] == [1, 2, 3, 4]


async def test_the_writer_reports_its_durability_itself(sqlite_log: SqliteLog) -> None:
    pragmas = sqlite_log.writer_pragmas
    assert (pragmas["journal_mode"], pragmas["synchronous"]) == ("wal", 2)
    assert pragmas["secure_delete"] == 1
    assert pragmas["foreign_keys"] == 1


async def test_closing_writes_what_was_handed_over_and_refuses_the_rest(path: Path) -> None:
    log = await SqliteLog.open(path)
    rooms = [await new_session(log) for _ in range(30)]
    handed_over = [asyncio.ensure_future(log.append(batch(each, 0))) for each in rooms]
    await asyncio.sleep(0)
    await log.close()
    assert all(await asyncio.gather(*handed_over))
    with pytest.raises(LogUnavailable, match="stopping"):
        await log.append(batch(rooms[0], 1))
    with pytest.raises(LogUnavailable, match="stopping"):
        await log.read(rooms[0])
    again = await SqliteLog.open(path)
    assert all(head == (1, 0) for head in (await again.heads(rooms)).values())
    await again.close()


async def test_a_file_without_tables_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(SchemaMismatch, match="up to date"):
        await SqliteLog.open(tmp_path / "none.sqlite3")
