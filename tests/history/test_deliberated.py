"""The tables of ideas, scores, checks and decisions hold what all could read, and nothing that joins an
answer or an unsigned idea with a person.
"""

import json

from app.facilitation.commands import ErasePerson
from app.history import projection
from app.history.entries import to_entry
from app.history.entry import Append
from app.history.log import StoredLog
from tests.facilitation.ideas.writing import workshop
from tests.facilitation.scoring.scoring_room import ScoringRoom
from tests.facilitation.sitting import Sitting
from tests.history.ballots import ballots
from tests.history.conftest import new_session
from tests.history.ledger import ledger
from tests.history.signing import signing

READERS = (projection.ideas, projection.scores, projection.checks, projection.decisions)


async def stored(log: StoredLog, told: Sitting) -> str:
    """A session with this log."""
    session_id = await new_session(log)
    entries = tuple(to_entry(each) for each in told.log)
    assert await log.append(Append(session_id, entries[0].seq - 1, "all", entries))
    return session_id


async def rows(log: StoredLog, session_id: str) -> list[list[dict[str, object]]]:
    """All four tables."""
    return [
        [row.model_dump(exclude={"session_id"}) for row in await read(log.database, session_id)]
        for read in READERS
    ]


async def test_ideas_stand_once_they_are_shown_and_with_an_author_only_where_that_was_said(
    log: StoredLog,
) -> None:
    w = workshop()
    w.collect()
    w.write("Nobody reads this yet", w.ana)
    assert (await rows(log, await stored(log, w.s)))[0] == []
    told = signing()
    ideas = await projection.ideas(log.database, await stored(log, told))
    assert [idea.idea_id for idea in ideas] == list(told.state.ideas.order)
    signed = {idea.idea_id for idea in ideas if idea.signed_by}
    assert signed == {i for i, one in told.state.ideas.by_id.items() if one.signed}
    assert len(signed) == 1


async def test_scores_stand_once_their_round_is_closed_and_are_nobodys(log: StoredLog) -> None:
    r = ScoringRoom()
    r.open()
    for who in r.people:
        r.score(who, r.ideas[0], 4, 3, 5, None, reason="said of it")
    assert (await rows(log, await stored(log, r.s)))[1] == []
    r.close()
    session_id = await stored(log, r.s)
    scores = await projection.scores(log.database, session_id)
    assert len(scores) == len(r.ideas) * 4
    [one] = [row for row in scores if (row.idea_id, row.question) == (r.ideas[0], "feasible")]
    assert (one.answered, one.median, one.counts, one.too_few) == (3, 3, [0, 0, 3, 0, 0], False)
    assert all(row.too_few and not row.counts for row in scores if row.idea_id != r.ideas[0])
    everything = json.dumps(await rows(log, session_id))
    assert "said of it" not in everything
    assert not any(f'"{who.participant}"' in everything for who in r.people)


async def test_checks_stand_as_counts_and_decisions_as_all_read_them(log: StoredLog) -> None:
    told = ballots()
    session_id = await stored(log, told)
    checks = await projection.checks(log.database, session_id)
    closed = [one for one in told.state.checks.by_id.values() if one.closed_at is not None]
    assert [check.check_id for check in checks] == [one.id for one in closed]
    assert any(check.counts for check in checks)
    everything = json.dumps(await rows(log, session_id))
    assert not any(f'"{person}"' in everything for person in told.state.people.by_id)
    told = ledger()
    decisions = await projection.decisions(log.database, await stored(log, told))
    assert {row.state for row in decisions} == {
        one.state.value for one in told.state.decisions.by_id.values() if one.state.value != "discarded"
    }
    accepted = next(row for row in decisions if row.accepted_at is not None)
    assert accepted.record["statement"] == accepted.statement
    assert accepted.check_id in told.state.checks.by_id


async def test_a_rebuild_makes_the_same_anew_and_erasing_reaches_them(log: StoredLog) -> None:
    told = signing()
    session_id = await stored(log, told)
    before = await rows(log, session_id)
    assert all(before[:2])
    await log.database.write(("UPDATE idea SET text = 'lost'", {}), ("DELETE FROM score", {}))
    assert await rows(log, session_id) != before
    await projection.rebuild(log.database, session_id)
    assert await rows(log, session_id) == before
    author = next(one.author for one in told.state.ideas.by_id.values() if one.signed)
    assert author is not None
    words = next(one.text for one in told.state.ideas.by_id.values() if one.author == author)
    already = len(told.log)
    told.send(ErasePerson(author))
    entries = tuple(to_entry(each) for each in told.log[already:])
    assert await log.append(Append(session_id, entries[0].seq - 1, "erased", entries))
    assert words not in json.dumps(await rows(log, session_id))
