"""Nothing acknowledged is lost: by a killed process, by a full disk, by a disk that refuses."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.history import migrate
from app.history.entry import Append, Entry
from app.history.errors import LogUnavailable
from app.history.location import Location
from app.history.sqlite.backup import backup
from app.history.sqlite.log import SqliteLog
from tests.history.conftest import new_session

ROOT = Path(__file__).resolve().parents[2]
BODY = '{"name":"' + "x" * 1_000 + '"}'


@pytest.fixture
def location(path: Path) -> Location:
    """All here is about a file."""
    return path


def big_batch(session_id: str, expected_seq: int, count: int = 64) -> Append:
    entries = tuple(Entry(expected_seq + n, n, "k", 1, None, None, BODY) for n in range(1, count + 1))
    return Append(session_id, expected_seq, f"b{expected_seq}-{count}", entries)


def append_until_killed(path: Path, run: str, sessions: list[str]) -> list[tuple[str, str]]:
    """The (session, batch) that a program was acknowledged before it was killed in the middle of its work."""
    acknowledged: list[tuple[str, str]] = []
    with subprocess.Popen(
        [sys.executable, "-m", "tests.history.appender", str(path), run, *sessions],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdout is not None
        for _ in range(150):
            session_id, batch_id = child.stdout.readline().split()
            acknowledged.append((session_id, batch_id))
        child.send_signal(signal.SIGKILL)
        for line in child.stdout.read().splitlines(keepends=True):
            if line.endswith("\n"):
                session_id, batch_id = line.split()
                acknowledged.append((session_id, batch_id))
    assert child.returncode == -signal.SIGKILL
    return acknowledged


async def test_every_batch_that_was_acknowledged_before_a_kill_is_there_once(path: Path) -> None:
    log = await SqliteLog.open(path)
    sessions = [await new_session(log) for _ in range(8)]
    await log.close()
    acknowledged: list[tuple[str, str]] = []
    for run in range(5):
        acknowledged += await asyncio.to_thread(append_until_killed, path, f"run{run}", sessions)

    log = await SqliteLog.open(path)
    for each in sessions:
        stored = await log.read(each)
        assert [entry.seq for entry in stored] == list(range(1, len(stored) + 1))
        assert (await log.heads([each]))[each] == (len(stored), 0)
        times = Counter(entry.command_id for entry in stored)
        assert set(times.values()) == {3}
        assert {batch_id for session_id, batch_id in acknowledged if session_id == each} <= set(times)
    await log.close()


async def test_a_full_disk_refuses_clearly_and_loses_nothing(log: SqliteLog, session_id: str) -> None:
    other = await new_session(log)
    assert await log.append(big_batch(session_id, 0))

    def fill(connection: sqlite3.Connection) -> None:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 4}")

    await log.database.write_plain(fill)
    refused = await asyncio.gather(
        log.append(big_batch(session_id, 64)), log.append(big_batch(other, 0)), return_exceptions=True
    )
    for refusal in refused:
        assert isinstance(refusal, LogUnavailable)
        assert "disk is full" in refusal.message
    assert len(await log.read(session_id)) == 64
    assert await log.heads([session_id, other]) == {session_id: (64, 0), other: (0, 0)}

    await log.database.write_plain(
        lambda connection: connection.execute("PRAGMA max_page_count = 1000000").fetchone()
    )
    assert await log.append(big_batch(session_id, 64))
    assert await log.append(big_batch(other, 0))
    assert len(await log.read(session_id)) == 128


def test_a_file_that_may_grow_no_more_refuses_and_goes_on_later(path: Path) -> None:
    async def prepare() -> str:
        log = await SqliteLog.open(path)
        session_id = await new_session(log)
        await log.close()
        return session_id

    session_id = asyncio.run(prepare())
    limit = str(path.stat().st_size + 300_000)
    done = subprocess.run(
        [sys.executable, "-m", "tests.history.filler", str(path), session_id, limit],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    refused, appended = done.stdout.splitlines()
    _, refused_at, *sentence = refused.split()
    assert int(refused_at) > 8
    assert "disk" in sentence
    assert appended == f"appended True {int(refused_at) + 1} {int(refused_at) + 1}"


async def append_until_refused(log: SqliteLog, session_id: str) -> None:
    for seq in range(0, 10_000, 8):
        assert await log.append(big_batch(session_id, seq, 8))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of one megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = (
        os.geteuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)], capture_output=True, check=False
        ).returncode
    )
    if not mounted:
        pytest.skip("mounting a small disk needs to be root, outside a container")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


async def test_a_really_full_disk_refuses_and_goes_on_once_there_is_space(small_disk: Path) -> None:
    path = small_disk / "evenfloor.sqlite3"
    migrate.upgrade(path)
    log = await SqliteLog.open(path)
    session_id = await new_session(log)
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 300_000)
    with pytest.raises(LogUnavailable, match="disk is full"):
        await append_until_refused(log, session_id)
    seq, _ = (await log.heads([session_id]))[session_id]
    assert seq > 0
    assert len(await log.read(session_id)) == seq
    ballast.unlink()
    assert await log.append(big_batch(session_id, seq, 8))
    await log.close()
    again = await SqliteLog.open(path)
    assert [entry.seq for entry in await again.read(session_id)] == list(range(1, seq + 9))
    await again.close()


def test_a_disk_that_fills_up_during_a_migration_leaves_no_half_made_tables(small_disk: Path) -> None:
    path = small_disk / "evenfloor.sqlite3"
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * (1_048_576 - 5 * 4_096))
    with pytest.raises(LogUnavailable, match="disk is full"):
        migrate.upgrade(path)
    ballast.unlink()
    assert migrate.revision_of(path) is None
    assert migrate.upgrade(path)
    migrate.check(path)


def test_a_backup_onto_a_full_disk_leaves_nothing_behind(path: Path, small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * (1_048_576 - 5 * 4_096))
    with pytest.raises(LogUnavailable, match="disk is full"):
        backup(path, small_disk / "copy")
    assert [file.name for file in small_disk.iterdir()] == ["ballast"]
