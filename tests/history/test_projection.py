"""The tables that people query follow the log, and nothing but the log."""

import asyncio

import pytest
from sqlmodel import SQLModel

from app.facilitation.decider import Recorded
from app.facilitation.ids import Place
from app.facilitation.nudges.record import FACILITATORS
from app.history import catalogue, projection
from app.history.entries import to_entry
from app.history.entry import Append, Entry
from app.history.errors import UnknownEvent, UnknownSession
from app.history.log import StoredLog
from tests.facilitation.sitting import Sitting
from tests.history.conftest import new_session
from tests.history.meeting import meeting


@pytest.fixture(scope="module")
def held() -> Sitting:
    """One meeting, held once for all these tests."""
    return meeting()


async def append_all(log: StoredLog, session_id: str, recorded: list[Recorded], size: int = 50) -> None:
    for start in range(0, len(recorded), size):
        entries = tuple(to_entry(each) for each in recorded[start : start + size])
        assert await log.append(Append(session_id, entries[0].seq - 1, f"b{start}", entries))


async def tables(log: StoredLog, session_id: str) -> list[list[dict[str, object]]]:
    rows: list[list[SQLModel]] = [
        list(await projection.participants(log.database, session_id)),
        list(await projection.turns(log.database, session_id)),
        list(await projection.utterances(log.database, session_id)),
        list(await projection.nudges(log.database, session_id)),
    ]
    return [[row.model_dump() for row in table] for table in rows]


async def test_people_stand_as_they_were_last(log: StoredLog, session_id: str, held: Sitting) -> None:
    await append_all(log, session_id, held.log)
    people = await projection.participants(log.database, session_id)
    assert [person.name for person in people] == ["Fay", "Ana Müller", "Ben", "Cal", "Flo", "Dee", "Eve"]
    assert [person.name for person in people if person.removed] == ["Eve"]
    assert [person.name for person in people if person.seated] == ["Dee", "Eve"]
    assert {person.place for person in people if person.name in {"Ana Müller", "Ben"}} == {
        Place.in_room.value
    }
    assert people[0].role == "facilitator"


async def test_turns_stand_with_their_ends_and_a_turn_taken_back_does_not(
    log: StoredLog, session_id: str, held: Sitting
) -> None:
    await append_all(log, session_id, held.log)
    names = {
        person.participant_id: person.name
        for person in await projection.participants(log.database, session_id)
    }
    turns = await projection.turns(log.database, session_id)
    assert [(names[turn.participant_id].split()[0], turn.how) for turn in turns] == [
        ("Ana", "done"),
        ("Ben", "put_back"),
        ("Dee", "thanked"),
        ("Cal", "mode"),
    ]
    first = turns[0]
    assert first.ended_at is not None
    assert first.ended_at - first.started_at == 130_000
    assert first.extended_ms == 60_000
    assert [turn.override for turn in turns] == [False, False, True, False]


async def test_utterances_are_the_talk_that_the_figures_count(
    log: StoredLog, session_id: str, held: Sitting
) -> None:
    await append_all(log, session_id, held.log)
    heard = await projection.utterances(log.database, session_id)
    figures = held.state.speech.figures(held.state.last_at, None, frozenset())
    for participant, own in figures.people.items():
        talk = [row for row in heard if row.participant_id == participant and not row.backchannel]
        assert sum(row.to_at - row.from_at for row in talk) == own.talk_ms
        heads = [row for row in heard if row.participant_id == participant and row.backchannel]
        assert len(heads) == own.backchannels
    assert any(row.backchannel for row in heard)
    assert [(row.from_at, row.to_at) for row in heard] == sorted((row.from_at, row.to_at) for row in heard)


async def test_a_nudge_stands_with_its_figures_its_answer_and_its_effect(
    log: StoredLog, session_id: str, held: Sitting
) -> None:
    await append_all(log, session_id, held.log)
    names = {
        person.participant_id: person.name
        for person in await projection.participants(log.database, session_id)
    }
    nudges = await projection.nudges(log.database, session_id)
    (asked,) = [nudge for nudge in nudges if nudge.action == "ask_privately"]
    assert asked.subject is not None
    assert names[asked.subject] == "Flo"
    assert (asked.rule, asked.life, asked.answer) == ("quiet_voice", "acted", "speak_next")
    assert asked.acted_at is not None
    assert asked.acted_at >= asked.raised_at
    assert asked.effect["30000"] is True
    assert asked.facts
    assert FACILITATORS in {each["to"] for each in asked.audience}


async def test_the_catalogue_follows_what_the_log_says_of_the_session(
    log: StoredLog, session_id: str
) -> None:
    under_way = meeting(minutes=1, ended=False)
    await append_all(log, session_id, under_way.log)
    await projection.catch_up(log.database, session_id)
    session = await catalogue.known_session(log.database, session_id)
    assert (session.state, session.ended_at) == ("open", None)
    assert session.opened_at == under_way.state.session.opened_at
    assert session.projected_seq == session.head_seq == under_way.state.seq


async def test_tables_caught_up_often_are_those_caught_up_once(log: StoredLog, held: Sitting) -> None:
    often, once = await new_session(log), await new_session(log)
    for start in range(0, len(held.log), 40):
        await append_all(log, often, held.log[start : start + 40])
        await projection.catch_up(log.database, often)
    await append_all(log, once, held.log)
    first, second = await tables(log, often), await tables(log, once)
    for rows in (*first, *second):
        for row in rows:
            del row["session_id"]
    assert first == second


async def test_a_rebuild_makes_the_same_tables_anew(log: StoredLog, session_id: str, held: Sitting) -> None:
    other = await new_session(log)
    await append_all(log, session_id, held.log)
    await append_all(log, other, held.log)
    before = await tables(log, session_id)
    await log.database.write(("UPDATE turn SET how = 'lost'", {}), ("DELETE FROM utterance", {}))
    assert await tables(log, session_id) != before
    done = await projection.rebuild(log.database)
    assert (done.sessions, done.events, done.refused) == (2, 2 * held.state.seq, {})
    assert await tables(log, session_id) == before


async def test_a_rebuild_of_one_session_leaves_the_others(
    log: StoredLog, session_id: str, held: Sitting
) -> None:
    other = await new_session(log)
    for each in (session_id, other):
        await append_all(log, each, held.log)
        await projection.catch_up(log.database, each)
    await log.database.write(("DELETE FROM turn", {}))
    assert (await projection.rebuild(log.database, session_id)).sessions == 1
    assert await projection.turns(log.database, session_id)
    assert not await projection.turns(log.database, other)


async def test_a_session_of_a_newer_release_is_told_and_the_rest_is_made(
    log: StoredLog, session_id: str, held: Sitting
) -> None:
    newer = await new_session(log)
    await append_all(log, session_id, held.log)
    await append_all(log, newer, held.log[:10])
    await log.append(Append(newer, 10, "new", (Entry(11, held.now, "idea.born", 1, None, None, "{}"),)))
    with pytest.raises(UnknownEvent, match="newer Evenfloor"):
        await projection.turns(log.database, newer)
    done = await projection.rebuild(log.database)
    assert done.sessions == 1
    assert list(done.refused) == [newer]
    assert done.in_words().endswith("1 could not be read.")


async def test_readers_at_once_see_one_whole_projection(
    log: StoredLog, session_id: str, held: Sitting
) -> None:
    await append_all(log, session_id, held.log)
    seen = await asyncio.gather(*(projection.utterances(log.database, session_id) for _ in range(4)))
    assert all(rows == seen[0] for rows in seen)


async def test_a_session_without_events_has_empty_tables(log: StoredLog, session_id: str) -> None:
    assert await tables(log, session_id) == [[], [], [], []]
    assert (await projection.rebuild(log.database, session_id)).events == 0


async def test_an_unknown_session_is_refused(log: StoredLog) -> None:
    with pytest.raises(UnknownSession):
        await projection.turns(log.database, "nowhere")
    with pytest.raises(UnknownSession):
        await projection.rebuild(log.database, "nowhere")
