"""What redaction takes from the log, and what it leaves: on both kinds of database."""

import pytest
from sqlmodel import Session, SQLModel

from app.facilitation.decider import Recorded, replay
from app.facilitation.events import PersonErased, WordsRedacted
from app.facilitation.ids import ParticipantId
from app.history import catalogue, credentials, projection
from app.history.entries import all_from, to_entry
from app.history.entry import Append, Entry
from app.history.log import StoredLog
from app.history.redaction import EMPTY
from tests.facilitation.sitting import Sitting
from tests.history.meeting import meeting
from tests.history.test_projection import append_all

NAME = "Ana Müller"


@pytest.fixture(scope="module")
def held() -> Sitting:
    """One meeting, held once for all these tests."""
    return meeting()


async def add(log: StoredLog, session_id: str, event: PersonErased | WordsRedacted) -> int:
    """Append one event after all others; its seq."""
    entries = await log.read(session_id)
    seq = entries[-1].seq + 1
    entry = to_entry(Recorded(seq, entries[-1].at, event, None, None))
    assert await log.append(Append(session_id, seq - 1, f"r{seq}", (entry,)))
    return seq


async def everything(log: StoredLog) -> str:
    """Every row of every table, as text."""

    def read(reading: Session) -> str:
        tables = SQLModel.metadata.sorted_tables
        return "\n".join(repr(tuple(row)) for table in tables for row in reading.execute(table.select()))

    return await log.database.read(read)


def who_is(recorded: list[Recorded], name: str) -> ParticipantId:
    return next(person.id for person in replay(recorded).people.by_id.values() if person.name == name)


def test_every_table_of_a_session_is_rewritten_or_emptied_when_something_is_redacted() -> None:
    of_sessions = {table.name for table in SQLModel.metadata.sorted_tables if "session_id" in table.columns}
    emptied = {sql.split()[2] for sql in EMPTY}
    assert of_sessions == emptied | {"event", "credential"}


async def test_somebody_who_was_erased_is_in_no_row(log: StoredLog, session_id: str, held: Sitting) -> None:
    await append_all(log, session_id, held.log)
    await projection.catch_up(log.database, session_id)
    ana = who_is(held.log, NAME)
    secret = await credentials.issue(log.database, session_id, "participant", ana, now=1)
    before = await log.read(session_id)
    assert NAME in await everything(log)
    seq = await add(log, session_id, PersonErased(ana))
    assert NAME not in await everything(log)
    assert await credentials.holder(log.database, secret) is None
    assert (await log.heads([session_id]))[session_id] == (seq, 1)
    after = await log.read(session_id)
    assert [(e.seq, e.at, e.kind) for e in after[:-1]] == [(e.seq, e.at, e.kind) for e in before]
    people = await projection.participants(log.database, session_id)
    assert [person.name for person in people] == ["Fay", "Person 2", "Ben", "Cal", "Flo", "Dee", "Eve"]
    assert NAME not in await everything(log)


async def test_the_others_keep_every_figure_and_every_word(
    log: StoredLog, session_id: str, held: Sitting
) -> None:
    await append_all(log, session_id, held.log)
    ana = who_is(held.log, NAME)
    await add(log, session_id, PersonErased(ana))
    was, now = replay(held.log), replay(all_from(await log.read(session_id)))
    assert now.speech == was.speech or now.people.by_id[ana].removed
    for person in was.people.by_id.values():
        if person.id != ana:
            assert now.people.by_id[person.id].name == person.name
    changed = {
        entry.seq
        for entry, before in zip(
            await log.read(session_id), (to_entry(each) for each in held.log), strict=False
        )
        if entry != before
    }
    assert changed
    by_seq = {each.seq: each for each in held.log}
    for seq in changed:
        named = getattr(by_seq[seq].event, "participant", None)
        assert named == ana or by_seq[seq].actor == f"p:{ana}"


async def test_words_of_one_event_go_alone_and_a_rooms_name_goes_with_its_sessions(
    log: StoredLog, session_id: str, held: Sitting
) -> None:
    await append_all(log, session_id, held.log)
    entries = await log.read(session_id)
    created = next(entry for entry in entries if entry.kind == "session.created")
    await add(log, session_id, WordsRedacted(created.seq))
    state = replay(all_from(await log.read(session_id)))
    assert state.session.name == state.session.code
    row = await catalogue.known_session(log.database, session_id)
    room = await catalogue.room(log.database, row.room_id)
    assert room is not None
    assert room.name.replace("-", "") == room.code
    assert NAME in await everything(log)


async def test_a_redaction_that_comes_too_late_changes_nothing(
    log: StoredLog, session_id: str, held: Sitting
) -> None:
    await append_all(log, session_id, held.log)
    ana = who_is(held.log, NAME)
    entry = to_entry(Recorded(5, 0, PersonErased(ana), None, None))
    before: list[Entry] = await log.read(session_id)
    assert not await log.append(Append(session_id, 4, "late", (entry,)))
    assert await log.read(session_id) == before
    assert (await log.heads([session_id]))[session_id] == (len(before), 0)
