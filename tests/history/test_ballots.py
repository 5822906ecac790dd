"""After a check without names has closed, no row and no byte says whose an answer was: on both databases."""

import json
import shutil
import sqlite3
from pathlib import Path

from app.facilitation.decider import Recorded, replay
from app.facilitation.ids import CommandId
from app.facilitation.views import ROOM, render
from app.history.entries import all_from, to_entry
from app.history.entry import Entry
from app.history.log import StoredLog
from app.history.sqlite.database import connect_to_write
from app.history.sqlite.log import SqliteLog
from tests.facilitation.sitting import Sitting
from tests.history.ballots import REASON, ballots
from tests.history.conftest import new_session
from tests.history.golden.reading import FOLDER, entries_of
from tests.history.test_projection import append_all


def until_closing(held: Sitting) -> int:
    """How many events there are before the last check closes."""
    return max(each.seq for each in held.log if each.event.kind == "check.closed") - 1


async def stored(log: StoredLog, session_id: str) -> tuple[Sitting, list[Entry]]:
    """A meeting with three checks without names, written as a server writes it; and its log afterwards."""
    held = ballots()
    batch: list[Recorded] = []
    for each in held.log:
        batch.append(each)
        # A check closes and is mixed in one batch; all else comes one by one.
        if each.event.kind != "check.closed":
            await append_all(log, session_id, batch)
            batch = []
    return held, await log.read(session_id)


async def test_no_row_joins_an_answer_and_a_person(log: StoredLog, session_id: str) -> None:
    held, entries = await stored(log, session_id)
    people = held.state.people.order
    answered = [entry for entry in entries if entry.kind == "check.answered"]
    assert len(answered) == 16
    for entry in answered:
        assert (entry.actor, entry.command_id) == (None, None)
        body = json.loads(entry.body)
        assert body["check"] in held.state.checks.by_id
        assert {name: value for name, value in body.items() if value and name != "check"} == {}
    for entry in entries:
        if entry.kind == "ballots.mixed":
            assert not any(f'"{who}"' in entry.body for who in people)
            assert (entry.actor, entry.command_id) == (None, None)
    assert [REASON in entry.body for entry in entries].count(True) == 1
    assert [(e.seq, e.at, e.kind) for e in entries] == [(e.seq, e.at, e.event.kind) for e in held.log]


async def test_the_order_of_the_ballots_is_that_of_what_they_say(log: StoredLog, session_id: str) -> None:
    _, entries = await stored(log, session_id)
    mixed = [json.loads(entry.body)["ballots"] for entry in entries if entry.kind == "ballots.mixed"]
    assert [one["answer"] for one in mixed[0]] == [2, 3, 4, 4, 5]
    assert [one["ranking"][0] for one in mixed[1]] == [[0], [1], [1], [1], [2]]


async def test_the_log_still_leads_to_the_same_results(log: StoredLog, session_id: str) -> None:
    held, entries = await stored(log, session_id)
    after = replay(all_from(entries))
    assert render(ROOM, after).view["checks"] == render(ROOM, held.state).view["checks"]
    assert after.checks == held.state.checks
    assert (await log.heads([session_id]))[session_id] == (len(entries), 3)


async def test_a_check_by_name_keeps_its_names(log: StoredLog, session_id: str) -> None:
    entries = entries_of(FOLDER / "0.1" / "checks.jsonl")
    recorded = list(all_from(entries))
    await append_all(log, session_id, recorded)
    checks = replay(all_from(await log.read(session_id))).checks.by_id.values()
    assert [len(check.answers) for check in checks if check.named] == [5]


def bytes_of(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(path.parent.glob(path.name + "*")))


def signs(held: Sitting) -> list[bytes]:
    """What would join: the ids of the commands by which people answered, and a person beside an answer."""
    answers = [each for each in held.log if each.event.kind == "check.answered"]
    ids = [f"{each.command_id}" for each in answers]
    return [*(each.encode() for each in ids), *(to_entry(each).body.encode() for each in answers)]


async def test_no_byte_of_the_file_joins_them(sqlite_log: SqliteLog, path: Path) -> None:
    session_id = await new_session(sqlite_log)
    held = ballots()
    # Ids that nothing else in the file looks like.
    log = [
        each._replace(command_id=None if each.command_id is None else CommandId(f"QwXzKvJp-{each.seq:04}"))
        for each in held.log
    ]
    held.log[:] = log
    before = until_closing(held)
    await append_all(sqlite_log, session_id, log[:before], size=1)
    last = [each for each in signs(held) if each in bytes_of(path)]
    assert last, "nothing would be found even where it stands"
    await append_all(sqlite_log, session_id, log[before:])
    found = bytes_of(path)
    assert [each for each in signs(held) if each in found] == []
    assert found.count(REASON.encode()) == 1


async def test_what_a_killed_process_left_in_the_write_ahead_log_goes_when_the_next_starts(
    path: Path, tmp_path: Path
) -> None:
    connection = connect_to_write(path)
    connection.execute("INSERT INTO room VALUES ('r', 'QWXZKVJP', 'x', 'decide', 'mixed', '{}', 'h', 1)")
    connection.execute("DELETE FROM room")
    killed = tmp_path / "killed"
    killed.mkdir()
    for file in path.parent.glob(path.name + "*"):
        if not file.name.endswith("-shm"):
            shutil.copy(file, killed)
    connection.close()
    left = killed / path.name
    assert b"QWXZKVJP" in bytes_of(left)
    log = await SqliteLog.open(left)
    try:
        assert await log.heads(["r"]) == {}
        await log.database.write(("DELETE FROM room", {}))
        assert b"QWXZKVJP" not in bytes_of(left)
    finally:
        await log.close()
    with sqlite3.connect(left) as again:
        assert again.execute("PRAGMA integrity_check").fetchone() == ("ok",)
