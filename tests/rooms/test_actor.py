"""Commits: batches, conflicts between nodes, a log that fails, timers, presence and idleness."""

import asyncio
from collections.abc import AsyncIterator, Collection, Coroutine
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from app.facilitation.actors import Integrator, Person, Server
from app.facilitation.commands import (
    AdvanceClock,
    ClockSpec,
    EndSession,
    ErasePerson,
    LowerHand,
    Newcomer,
    RaiseHand,
    ReportSpeech,
    Seat,
    SetCoverage,
    SetPresence,
    Utterance,
)
from app.facilitation.draft import Recorded
from app.facilitation.events import HandRaised
from app.facilitation.ids import CommandId, KeyId, Mode, ParticipantId, SessionId
from app.facilitation.refusals import Refused
from app.facilitation.speech import Source
from app.history.entries import to_entry
from app.history.entry import Append, Entry
from app.history.errors import LogUnavailable, OutcomeUnknown, UnknownEvent
from app.history.log import Log
from app.history.sqlite.log import SqliteLog
from app.rooms import anew, presence
from app.rooms.actor import SessionActor
from app.rooms.bus import News
from tests.rooms.node import Node, node
from tests.rooms.serving import until


class Trouble(Log):
    """A real log, through which a test lets things go wrong."""

    def __init__(self, log: SqliteLog) -> None:
        self.log = log
        self.full = False
        self.silent = False
        self.lose_answers = 0
        self.lose_batches = 0
        self.before_append: list[Append] = []
        self.appends = 0

    async def append(self, batch: Append) -> bool:
        self.appends += 1
        if self.full:
            raise LogUnavailable("The disk is full. Nothing was written; make room and try again.")
        if self.lose_batches:
            self.lose_batches -= 1
            raise OutcomeUnknown("lost before it was written")
        if self.before_append:
            assert await self.log.append(self.before_append.pop())
        written = await self.log.append(batch)
        if self.lose_answers:
            self.lose_answers -= 1
            raise OutcomeUnknown("lost after it was written")
        return written

    async def read(self, session_id: str, after_seq: int = 0) -> list[Entry]:
        return await self.log.read(session_id, after_seq)

    async def heads(self, session_ids: Collection[str]) -> dict[str, tuple[int, int]]:
        if self.silent:
            raise LogUnavailable("The disk does not answer.")
        return await self.log.heads(session_ids)

    async def has_batch(self, session_id: str, batch_id: str) -> bool:
        return await self.log.has_batch(session_id, batch_id)


@pytest_asyncio.fixture
async def troubled(path: Path) -> AsyncIterator[tuple[Node, Trouble]]:
    """A node whose log a test can trouble."""
    storage = await SqliteLog.open(path)
    trouble = Trouble(storage)
    async with node(path, log=trouble) as running:
        yield running, trouble
    await storage.close()


async def test_a_full_disk_refuses_and_loses_nothing(troubled: tuple[Node, Trouble]) -> None:
    live, trouble = troubled
    session = await live.session()
    ana, ben = await live.person(session), await live.person(session)
    async with live.follow(session, ana) as hers, live.follow(session, ben) as his:
        trouble.full = True
        refused = await hers.do("hand.raise", "mine-1")
        assert refused["error"]["code"] == "unavailable"
        assert "disk is full" in refused["error"]["message"]
        assert (await live.rooms.state(session)).queue.order == ()
        trouble.full = False
        assert (await hers.do("hand.raise", "mine-1"))["ok"]
        await his.until(lambda: his.layers["room"]["queue"]["order"] == [ana])
        assert not any("unavailable" in str(frame) for frame in his.frames)


async def test_a_connection_that_cannot_be_written_down_is_turned_away(
    troubled: tuple[Node, Trouble],
) -> None:
    live, trouble = troubled
    session = await live.session()
    ana = await live.person(session)
    trouble.full = True
    hers = live.follow(session, ana)
    await hers.open()
    assert hers.frames[0]["error"]["code"] == "unavailable"
    assert hers.closed is not None
    assert hers.closed[0] == 1013


async def test_a_departure_is_owed_until_the_log_takes_it(
    troubled: tuple[Node, Trouble], monkeypatch: pytest.MonkeyPatch
) -> None:
    live, trouble = troubled
    monkeypatch.setattr(presence, "OWED_S", 0.02)
    session = await live.session()
    ana, ben = await live.person(session), await live.person(session)
    async with live.follow(session, ben):
        hers = live.follow(session, ana)
        await hers.open()
        trouble.full = True
        before = trouble.appends
        await hers.close()
        await until(lambda: trouble.appends >= before + 3)
        trouble.full = False
        actor = await live.rooms.actor(session)
        await until(lambda: not actor.state.people.by_id[ana].connections)


async def test_a_commit_whose_answer_was_lost_is_looked_up_and_answered(
    troubled: tuple[Node, Trouble],
) -> None:
    live, trouble = troubled
    session = await live.session()
    ana = await live.person(session)
    async with live.follow(session, ana) as hers:
        trouble.lose_answers = 1
        assert (await hers.do("hand.raise"))["ok"]
        trouble.lose_batches = 1
        assert (await hers.do("hand.lower"))["ok"]
        kinds = [entry.kind for entry in await live.log.read(session)]
        assert kinds.count("hand.raised") == kinds.count("hand.lowered") == 1


async def test_commands_that_wait_together_are_one_commit(troubled: tuple[Node, Trouble]) -> None:
    live, trouble = troubled
    session = await live.session()
    people = [await live.person(session) for _ in range(20)]
    actor = await live.rooms.actor(session)
    before = trouble.appends
    asked = [actor.ask(RaiseHand(), Person(who), CommandId("only")) for who in people]
    answers = await asyncio.gather(*asked)
    assert trouble.appends == before + 1
    assert sorted(answer.seq for answer in answers) == [answer.seq for answer in answers]


async def test_a_refused_command_leaves_the_others_of_its_batch_alone(live: Node) -> None:
    session = await live.session()
    ana, ben = await live.person(session), await live.person(session)
    actor = await live.rooms.actor(session)
    asked = [
        actor.ask(RaiseHand(), Person(ana), CommandId("1")),
        actor.ask(EndSession(), Person(ana), CommandId("2")),
        actor.ask(RaiseHand(), Person(ben), CommandId("3")),
    ]
    outcomes = await asyncio.gather(*asked, return_exceptions=True)
    assert isinstance(outcomes[1], Refused)
    assert set((await live.rooms.state(session)).queue.order) == {ana, ben}


async def test_an_event_of_a_newer_release_stops_this_session_alone(troubled: tuple[Node, Trouble]) -> None:
    live, trouble = troubled
    session, other = await live.session(), await live.session()
    ana, ben = await live.person(session), await live.person(other)
    async with live.follow(session, ana) as hers, live.follow(other, ben) as his:
        head = (await live.rooms.state(session)).seq
        newer = Entry(head + 1, 0, "mind.read", 1, None, None, "{}")
        trouble.before_append.append(Append(session, head, "newer", (newer,)))
        await hers.post("hand.raise")
        await hers.until(lambda: hers.closed is not None)
        assert (await his.do("hand.raise"))["ok"]
        with pytest.raises(UnknownEvent):
            await live.rooms.state(session)


async def test_who_asked_when_a_session_failed_is_told_so(troubled: tuple[Node, Trouble]) -> None:
    live, trouble = troubled
    session = await live.session()
    ana = await live.person(session)
    head = (await live.rooms.state(session)).seq
    newer = Entry(head + 1, 0, "mind.read", 1, None, None, "{}")
    trouble.before_append.append(Append(session, head, "newer", (newer,)))
    with pytest.raises(Refused) as refused:
        async with asyncio.timeout(20):
            await live.rooms.command(session, RaiseHand(), Person(ana), CommandId("hand"))
    assert refused.value.code == "unavailable"


async def test_what_is_not_in_the_log_is_thrown_away(live: Node) -> None:
    """As after a database was restored, or a standby that was behind took over, while nodes ran."""
    session = await live.session()
    ana, ben = await live.person(session), await live.person(session)
    actor = await live.rooms.actor(session)
    lost = Recorded(actor.state.seq + 1, actor.state.last_at, HandRaised(ana, False), None, None)
    actor.hear(News(session, (to_entry(lost),)))
    await until(lambda: ana in actor.state.queue.hands)
    with pytest.raises(Refused) as refused:
        async with asyncio.timeout(20):
            await actor.ask(RaiseHand(), Person(ben), CommandId("hand"))
    assert refused.value.code == "unavailable"
    await live.rooms.command(session, RaiseHand(), Person(ben), CommandId("hand"))
    assert set((await live.rooms.state(session)).queue.hands) == {ben}


async def test_a_session_is_let_go_when_idle_and_loaded_again(path: Path) -> None:
    async with node(path, idle_s=0.05) as live:
        session = await live.session()
        ana = await live.person(session)
        async with live.follow(session, ana) as hers:
            await hers.do("hand.raise")
            looked_s = live.rooms._used_s[session]
            await until(lambda: live.rooms._used_s[session] > looked_s)
            assert session in live.rooms._actors
        await until(lambda: session not in live.rooms._actors)
        before = await live.log.read(session)
        state = await live.rooms.state(session)
        assert state.queue.order == (ana,)
        assert len(before) == state.seq


async def test_the_grace_of_a_lost_connection_ends_by_itself(
    live: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.facilitation.presence.GRACE_MS", 100)
    session = await live.session()
    ana, ben = await live.person(session), await live.person(session)
    async with live.follow(session, ben) as his:
        hers = live.follow(session, ana)
        await hers.open()
        await hers.close()
        assert his.layers["room"]["people"]["by_id"][ana]["here"]
        await his.until(lambda: not his.layers["room"]["people"]["by_id"][ana]["here"])
        assert (await live.log.read(session))[-1].kind == "participant.lapsed"


async def test_connections_of_a_dead_boot_are_closed_when_a_session_is_loaded(path: Path) -> None:
    async with AsyncExitStack() as stack:
        first = await stack.enter_async_context(node(path))
        session = await first.session()
        ana = await first.person(session)
        hers = first.follow(session, ana)
        await hers.open()
        boots = {c.boot for c in (await first.rooms.state(session)).people.connections.values()}
        assert boots == {first.rooms.boot}
        # The second node cannot know better than that the first one is dead: it is alone.
        async with node(path) as second:
            actor = await second.rooms.actor(session)
            await actor.ask(LowerHand(), Person(ana), CommandId("x"))
            state = await second.rooms.state(session)
            assert not state.people.connections
            assert state.people.by_id[ana].lost_at is not None
        await hers.vanish()


async def test_a_driven_clock_moves_by_its_replayer_alone(live: Node) -> None:
    start = 1_000_000
    session = await live.session(clock=ClockSpec("driven", start, 1.0), mode=Mode.open)
    ana, ben = await live.person(session), await live.person(session)
    key = Integrator(KeyId("k"), frozenset({"speech:write", "sessions:run"}))
    assert await live.rooms.now(session) == start
    await live.rooms.command(session, SetCoverage(Source.api, True), key, CommandId("cover"))
    spoken = Utterance(ana, start + 1_000, start + 9_000), Utterance(ben, start + 9_500, start + 12_000)
    await live.rooms.command(session, ReportSpeech(spoken), key, CommandId("report"))
    await live.rooms.command(session, AdvanceClock(start + 60_000), key, CommandId("advance"))
    assert await live.rooms.now(session) == start + 60_000
    state = await live.rooms.state(session)
    assert state.speech.figures(start + 60_000).people[ana].talk_ms == 8_000
    with pytest.raises(Refused) as refused:
        await live.rooms.command(session, AdvanceClock(start + 90_000), Person(ana), CommandId("mine"))
    assert refused.value.code == "not_allowed"
    assert await live.rooms.now(session) == start + 60_000


async def test_a_participant_cannot_move_a_driven_clock_by_speaking_in_the_future(live: Node) -> None:
    start = 1_000_000
    session = await live.session(clock=ClockSpec("driven", start, 1.0), mode=Mode.open)
    ana = await live.person(session)
    async with live.follow(session, ana) as hers:
        answer = await hers.do("speech.start", source="tap", observed_at=start + 3_600_000)
        assert answer["error"]["code"] == "future_time"
        assert (await live.rooms.state(session)).last_at < start + 1_000


async def test_what_waits_at_the_end_is_finished_and_the_rest_refused(path: Path) -> None:
    async with node(path) as live:
        session = await live.session()
        ana = await live.person(session)
        actor = await live.rooms.actor(session)
        asked = actor.ask(RaiseHand(), Person(ana), CommandId("last"))
        await actor.stop()
        assert (await asked).seq == (await live.log.heads([session]))[session][0]
        with pytest.raises(Refused) as refused:
            await actor.ask(LowerHand(), Server(), CommandId("late"))
        assert refused.value.code == "unavailable"


async def test_a_waiting_line_that_is_too_long_is_refused(
    live: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.rooms.actor.MOST_WAITING", 3)
    session = await live.session()
    ana = await live.person(session)
    actor = await live.rooms.actor(session)
    asked = [actor.ask(RaiseHand(), Person(ana), CommandId(str(n))) for n in range(5)]
    outcomes = await asyncio.gather(*asked, return_exceptions=True)
    assert [isinstance(outcome, Refused) for outcome in outcomes] == [False, False, False, True, True]


async def test_a_session_is_loaded_once_however_many_ask(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with node(path, idle_s=0.05) as live:
        session = await live.session()
        await until(lambda: session not in live.rooms._actors)
        made = []
        load = live.rooms._load

        def counted(wanted: SessionId) -> Coroutine[Any, Any, SessionActor]:
            made.append(wanted)
            return load(wanted)

        monkeypatch.setattr(live.rooms, "_load", counted)
        await asyncio.gather(*(live.rooms.state(session) for _ in range(20)))
        assert len(made) == 1


START = 1_000_000
REPORTER = Integrator(KeyId("k"), frozenset({"speech:write", "sessions:run"}))


async def lopsided(live: Node, *, minutes: int) -> tuple[SessionId, int]:
    """A driven session in which one of five talks nearly alone; and where its clock stands."""
    session = await live.session(clock=ClockSpec("driven", START, 1.0), mode=Mode.open)
    ana, ben = await live.person(session), await live.person(session)
    await live.rooms.command(
        session, Seat(tuple(Newcomer(name) for name in ("Cy", "Di", "Ed"))), REPORTER, CommandId("seat")
    )
    for who in (ana, ben):
        await live.rooms.command(session, SetPresence(who, True), REPORTER, CommandId(f"here {who}"))
    await live.rooms.command(session, SetCoverage(Source.api, True), REPORTER, CommandId("cover"))
    for minute in range(minutes):
        await talked(live, session, minute, ana if minute % 3 else ben)
    return session, START + minutes * 60_000


async def talked(live: Node, session: SessionId, minute: int, who: ParticipantId) -> None:
    """One minute in which one person talks."""
    at = START + minute * 60_000
    spoken = ReportSpeech((Utterance(who, at + 1_000, at + 58_000),))
    await live.rooms.command(session, spoken, REPORTER, CommandId(f"report {minute}"))
    await live.rooms.command(session, AdvanceClock(at + 60_000), REPORTER, CommandId(f"advance {minute}"))


async def test_what_was_looked_at_before_a_restart_is_not_looked_at_again(path: Path) -> None:
    async with node(path) as live:
        session, now = await lopsided(live, minutes=20)
        before = await live.log.read(session)
        assert {"nudge.raised", "quiet.crossed"} <= {entry.kind for entry in before}
    async with node(path) as again:
        await again.rooms.command(session, AdvanceClock(now + 1), REPORTER, CommandId("on"))
        assert await again.log.read(session) == before


async def test_what_another_node_has_looked_at_is_not_looked_at_again(path: Path) -> None:
    async with node(path) as one, node(path) as other:
        session, _ = await lopsided(one, minutes=1)
        ana = (await one.rooms.state(session)).people.order[0]
        assert (await other.rooms.state(session)).seq
        for minute in range(1, 20):
            await talked(one, session, minute, ana)
        before = await one.log.read(session)
        assert "nudge.raised" in {entry.kind for entry in before}
        # The other node still stands where it began: it is refused, reads what it missed, decides again.
        await other.rooms.command(session, RaiseHand(ana), REPORTER, CommandId("hand"))
        since = (await one.log.read(session))[len(before) :]
        assert [entry.kind for entry in since] == ["hand.raised", "queue.ordered"]


async def test_a_node_that_stops_does_not_wait_for_what_it_cannot_read_anew(
    troubled: tuple[Node, Trouble], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(anew, "PAUSE_S", 0.05)
    live, trouble = troubled
    session = await live.session()
    ana = await live.person(session, name="Ana")
    trouble.silent = True
    erasing = asyncio.create_task(live.rooms.serve(session, ErasePerson(ana)))
    await until(lambda: trouble.appends == 4)
    async with asyncio.timeout(5):
        await live.rooms.stop()
    # It is in the log; nobody was told so who could not be told the rest.
    with pytest.raises(Refused):
        await erasing
    assert (await trouble.log.read(session))[-1].kind == "person.erased"
