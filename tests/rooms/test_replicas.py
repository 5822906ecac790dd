"""Two nodes on one PostgreSQL: any of them serves any session, and no screen or log can tell which did."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager

import pytest
import pytest_asyncio

from app.facilitation.actors import Device, Integrator, Person, Server
from app.facilitation.commands import AddDevice, LowerHand, RaiseHand, RevokeDevice
from app.facilitation.ids import BootId, CommandId, DeviceId, DeviceScope, KeyId, Role
from app.history.entry import Entry
from app.history.location import PostgresAddress
from app.history.opening import open_log
from app.rooms import neighbours
from app.rooms.bus import Bus, MemoryBus, News
from app.rooms.clock import CorrectedClock
from app.rooms.redis_bus import RedisBus
from app.rooms.registry import SPREAD_MS
from benchmarks.cutting import CuttingProxy
from benchmarks.postgres import Postgres
from benchmarks.valkey import Valkey
from tests.rooms.node import Node, node
from tests.rooms.serving import until

KEY = b"one for both nodes of a test here"


class Deaf(MemoryBus):
    """A bus that loses all news."""

    def publish(self, news: News, to: Collection[BootId]) -> None:
        pass


@pytest.fixture(params=["redis", "deaf"])
def new_bus(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Bus]:
    """What makes a node's bus: through Redis, or one by which nothing ever comes."""
    if request.param == "redis":
        url = request.getfixturevalue("valkey").url()
        return lambda: RedisBus(url, KEY)
    monkeypatch.setattr(neighbours, "LOOK_S", 0.1)
    return Deaf


@pytest_asyncio.fixture
async def pair(address: PostgresAddress, new_bus: Callable[[], Bus]) -> AsyncIterator[tuple[Node, Node]]:
    """Two nodes, on each kind of bus."""
    async with node(address, bus=new_bus()) as one, node(address, bus=new_bus()) as other:
        await acquainted(one, other)
        yield one, other


@pytest_asyncio.fixture
async def quick(
    address: PostgresAddress, valkey: Valkey, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[tuple[Node, Node]]:
    """Two nodes on Redis that notice within a moment what else takes seconds."""
    monkeypatch.setattr(neighbours, "LOOK_S", 0.1)
    monkeypatch.setattr(neighbours, "LAPSE_MS", 1_000)
    async with (
        node(address, bus=RedisBus(valkey.url(), KEY)) as one,
        node(address, bus=RedisBus(valkey.url(), KEY)) as other,
    ):
        await acquainted(one, other)
        yield one, other


async def acquainted(*nodes: Node) -> None:
    """Wait until each knows that it is not alone."""
    for each in nodes:
        each.rooms.neighbours.hurry()
    await until(lambda: all(each.rooms.neighbours.others == len(nodes) - 1 for each in nodes))


async def test_two_nodes_decide_again_what_the_other_was_first_with(pair: tuple[Node, Node]) -> None:
    one, other = pair
    session = await one.session()
    ana, ben = await one.person(session), await one.person(session)
    async with one.follow(session, ana) as hers, other.follow(session, ben) as his:
        for turn in range(20):
            do = ("hand.raise", "hand.lower")[turn % 2]
            answers = await asyncio.gather(hers.do(do), his.do(do))
            assert all(answer["ok"] for answer in answers)
        await asyncio.gather(hers.do("hand.raise"), his.do("hand.raise"))
        entries = await one.log.read(session)
        assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))
        assert [entry.kind for entry in entries].count("hand.raised") == 22
        for live in (one, other):
            assert set((await live.rooms.state(session)).queue.order) == {ana, ben}


async def test_what_one_node_wrote_reaches_the_screens_of_the_other(pair: tuple[Node, Node]) -> None:
    one, other = pair
    session = await one.session()
    ana, ben = await one.person(session), await one.person(session)
    async with one.follow(session, ana) as hers, other.follow(session, ben) as his:
        await hers.do("hand.raise")
        await his.until(lambda: his.layers["room"]["queue"]["order"] == [ana])
        await his.do("hand.raise")
        await hers.until(lambda: set(hers.layers["room"]["queue"]["order"]) == {ana, ben})


async def test_a_resend_on_another_node_is_answered_the_same(pair: tuple[Node, Node]) -> None:
    one, other = pair
    session = await one.session()
    ana = await one.person(session)
    chair = await one.person(session, Role.facilitator)
    async with one.follow(session, chair) as chairs, other.follow(session, chair) as again:
        given = await chairs.do("turn.give", "only-once", participant=ana)
        assert await again.do("turn.give", "only-once", participant=ana) == given


async def test_what_one_node_answered_is_read_at_once_on_the_other(pair: tuple[Node, Node]) -> None:
    one, other = pair
    session = await one.session()
    for number in range(10):
        writer, reader = (one, other) if number % 2 else (other, one)
        await writer.person(session, name=f"Person {number}")
        assert len((await reader.rooms.state(session)).people.by_id) == number + 1


async def test_a_command_is_refused_or_found_done_by_what_any_node_has_answered(
    pair: tuple[Node, Node],
) -> None:
    one, other = pair
    session = await one.session()
    for number in range(10):
        writer, decider = (one, other) if number % 2 else (other, one)
        # Nobody follows, so that no news goes round.
        who = await writer.person(session, name=f"Somebody {number}")
        raised = await decider.rooms.command(session, RaiseHand(who), Server(), CommandId(f"raise-{number}"))
        await writer.rooms.command(session, LowerHand(who), Server(), CommandId(f"lower-{number}"))
        again = await decider.rooms.command(session, RaiseHand(who), Server(), CommandId(f"again-{number}"))
        assert again.seq > raised.seq + 1
        assert who in (await writer.rooms.state(session)).queue.order


async def test_what_one_node_answered_is_read_on_the_other_though_its_actor_fails_meanwhile(
    pair: tuple[Node, Node],
) -> None:
    one, other = pair
    session = await one.session()
    actor = await other.rooms.actor(session)
    ana = await one.person(session)
    unreadable = Entry(actor.state.seq + 1, 0, "mind.read", 1, None, None, "{}")
    actor.hear(News(session, (unreadable,)))
    assert ana in (await other.rooms.state(session)).people.by_id
    assert actor.stopped


async def test_a_timer_that_fires_on_both_nodes_is_written_once(
    pair: tuple[Node, Node], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.facilitation.presence.GRACE_MS", 300)
    one, other = pair
    session = await one.session()
    people = [await one.person(session) for _ in range(8)]
    ben = await one.person(session)
    async with one.follow(session, ben) as here, other.follow(session, ben) as there:
        gone = [(one, other)[number % 2].follow(session, who) for number, who in enumerate(people)]
        for each in gone:
            await each.open()
        await until(lambda: {*people} <= {*here.layers["room"]["people"]["by_id"]})
        await asyncio.gather(*(each.vanish() for each in gone))
        for screen in (here, there):
            await screen.until(
                lambda screen=screen: (
                    not any(screen.layers["room"]["people"]["by_id"][who]["here"] for who in people)
                )
            )
        kinds = [entry.kind for entry in await one.log.read(session)]
        assert kinds.count("participant.lapsed") == len(people)


async def test_a_session_whose_people_are_on_one_node_sends_no_news(
    address: PostgresAddress, valkey: Valkey
) -> None:
    told: list[Collection[BootId]] = []

    class Counted(RedisBus):
        def publish(self, news: News, to: Collection[BootId]) -> None:
            told.append(to)
            super().publish(news, to)

    async with node(address, bus=Counted(valkey.url(), KEY)) as one, node(address, bus=MemoryBus()) as other:
        await acquainted(one, other)
        session = await one.session()
        ana = await one.person(session)
        async with one.follow(session, ana) as hers:
            await hers.do("hand.raise")
            assert not told
            async with other.follow(session, ana):
                await hers.do("hand.lower")
                assert told[-1] == {other.rooms.boot}


async def test_a_program_on_a_node_where_nobody_else_is_gets_news(quick: tuple[Node, Node]) -> None:
    one, other = quick
    session = await one.session()
    ana = await one.person(session)
    key = Integrator(KeyId("k"), frozenset({"sessions:run"}))
    async with one.follow(session, ana) as hers, other.follow(session, key) as program:
        await hers.do("hand.raise")
        await program.until(lambda: program.layers["room"]["queue"]["order"] == [ana])
        one_knows = one.rooms.neighbours
        await until(lambda: one_knows.following(session) == [other.rooms.boot])
        await hers.do("hand.lower")
        await program.until(lambda: program.layers["room"]["queue"]["order"] == [])


async def test_the_people_of_a_dead_node_are_closed_by_who_notices_and_reopened_if_it_lives(
    quick: tuple[Node, Node],
) -> None:
    one, other = quick
    session = await one.session()
    ana, ben = await one.person(session), await one.person(session)
    async with one.follow(session, ana) as hers, other.follow(session, ben) as his:
        (before,) = [
            c
            for c, o in (await other.rooms.state(session)).people.connections.items()
            if o.participant == ana
        ]
        # The first node gives no sign any more, as if it were dead.
        silent = one.rooms.neighbours._task
        assert silent is not None
        silent.cancel()
        last_sign = one.rooms.clock.now_ms()
        there = other.rooms._actors[session]
        await until(lambda: before not in there.state.people.connections)
        closed = [e for e in await other.log.read(session) if e.kind == "connection.closed"]
        assert abs(json.loads(closed[0].body)["since_at"] - last_sign) < 1_000
        # It lives after all, hears that it was taken for dead, and tells the log of its sockets again.
        await one.rooms.neighbours.start()
        await until(lambda: before in there.state.people.connections)
        assert (await hers.do("hand.raise"))["ok"]
        await his.until(lambda: his.layers["room"]["queue"]["order"] == [ana])
        assert his.layers["room"]["people"]["by_id"][ana]["here"]


async def test_what_is_revoked_or_taken_out_on_one_node_is_closed_on_both(pair: tuple[Node, Node]) -> None:
    one, other = pair
    session = await one.session()
    ana = await one.person(session)
    chair = await one.person(session, Role.facilitator)
    added = await one.rooms.command(session, AddDevice(DeviceScope.screen), Person(chair), CommandId("add"))
    device = DeviceId(str(added.made))
    screen = other.follow(session, Device(device, DeviceScope.screen))
    hers = other.follow(session, ana)
    for each in (screen, hers):
        await each.open()
    async with one.follow(session, chair) as chairs:
        await one.rooms.command(session, RevokeDevice(device), Person(chair), CommandId("revoke"))
        assert (await chairs.do("participant.remove", participant=ana))["ok"]
        await until(lambda: screen.closed is not None and hers.closed is not None)
    assert (screen.bye or {})["why"] == "revoked"
    assert (hers.bye or {})["why"] == "removed"


async def test_a_node_that_goes_spreads_its_people_over_the_time_in_which_they_come_back(
    quick: tuple[Node, Node],
) -> None:
    one, other = quick
    session = await one.session()
    people = [await one.person(session) for _ in range(10)]
    followers = [one.follow(session, who) for who in people]
    for each in followers:
        await each.open()
    one.rooms.farewell(1_500)
    await until(lambda: all(each.closed is not None for each in followers))
    again = sorted((each.bye or {})["again_in_ms"] for each in followers)
    assert again == [SPREAD_MS * number // 10 for number in range(10)]
    async with other.follow(session, people[0]) as back:
        assert (await back.do("hand.raise"))["ok"]


async def test_a_session_that_was_redacted_elsewhere_is_loaded_anew(quick: tuple[Node, Node]) -> None:
    one, other = quick
    session = await one.session()
    ana = await one.person(session, name="Ana")
    async with other.follow(session, ana) as hers:
        of = {"id": session}
        await one.storage.database.write(
            ("UPDATE event SET body = REPLACE(body, 'Ana', 'Somebody') WHERE session_id = :id", of),
            ("UPDATE session SET epoch = epoch + 1 WHERE id = :id", of),
        )
        await until(lambda: hers.closed is not None)
        assert (hers.bye or {})["why"] == "restart"
    async with other.follow(session, ana) as again:
        assert again.layers["room"]["people"]["by_id"][ana]["name"] == "Somebody"
    assert (await one.rooms.state(session)).people.by_id[ana].name == "Somebody"


@asynccontextmanager
async def behind_a_proxy(
    postgres: Postgres, address: PostgresAddress, bus: Bus
) -> AsyncIterator[tuple[Node, CuttingProxy]]:
    """A node whose way to the database can be cut."""
    database = address.url.split("/")[3].split("?")[0]
    async with (
        CuttingProxy(postgres.socket) as proxy,
        node(PostgresAddress(postgres.url(database, proxy.port)), bus=bus) as cut_off,
    ):
        try:
            yield cut_off, proxy
        finally:
            proxy.heal()


async def test_without_the_database_commands_are_refused_and_taken_once_under_the_same_id_after(
    postgres: Postgres, address: PostgresAddress, valkey: Valkey, caplog: pytest.LogCaptureFixture
) -> None:
    async with behind_a_proxy(postgres, address, RedisBus(valkey.url(), KEY)) as (live, proxy):
        session = await live.session()
        ana, ben = await live.person(session), await live.person(session)
        async with live.follow(session, ana) as hers, live.follow(session, ben) as his:
            proxy.cut()
            # The first may be in doubt until the log can be asked; whoever comes after it is told at once.
            doubtful = await hers.post("hand.raise", "mine")
            await until(lambda: doubtful.done() or "outcome of a commit is unknown" in caplog.text)
            refused: list[str] = []
            async with asyncio.timeout(10):
                while len(refused) < 3:
                    answer = await his.do("hand.raise", "his")
                    refused.append(answer["error"]["code"])
            assert set(refused) == {"unavailable"}
            assert (await live.rooms.actor(session)).state.queue.order == ()
            proxy.heal()
            answer = await asyncio.wait_for(doubtful, 10)
            if "error" in answer:
                assert answer["error"]["code"] == "unavailable"
                answer = await hers.do("hand.raise", "mine")
            assert answer["ok"]
            async with asyncio.timeout(10):
                while "error" in (await his.do("hand.raise", "his")):
                    pass
            kinds = [entry.kind for entry in await live.log.read(session)]
            assert kinds.count("hand.raised") == 2


async def test_a_node_that_cannot_reach_the_database_for_long_does_not_judge_the_others_by_it(
    postgres: Postgres, address: PostgresAddress, valkey: Valkey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(neighbours, "LOOK_S", 0.05)
    monkeypatch.setattr(neighbours, "LAPSE_MS", 500)
    async with node(address, bus=RedisBus(valkey.url(), KEY)) as one:
        session = await one.session()
        ana, ben = await one.person(session), await one.person(session)
        async with (
            behind_a_proxy(postgres, address, RedisBus(valkey.url(), KEY)) as (other, proxy),
            other.follow(session, ben),
            one.follow(session, ana),
        ):
            await acquainted(one, other)
            proxy.cut()
            await until(lambda: other.rooms.neighbours.away != "")
            # Meanwhile the first has taken it for dead, which is right: it could write nothing.
            await until(lambda: one.rooms.neighbours.alone)
            proxy.heal()
            await acquainted(one, other)
            his = one.rooms._actors[session]
            await until(lambda: bool(his.state.people.by_id[ben].connections))
            closed = [e for e in await one.log.read(session) if e.kind == "connection.closed"]
            assert not any(ana in entry.body for entry in closed)


async def test_nodes_that_sign_with_different_keys_know_it(address: PostgresAddress) -> None:
    async with node(address, signs_with="a") as one, node(address, signs_with="b") as other:
        await acquainted(one, other)
        assert one.rooms.neighbours.strangers
        assert other.rooms.neighbours.strangers


async def test_a_node_that_stops_in_good_order_is_forgotten_at_once(address: PostgresAddress) -> None:
    storage = await open_log(address)
    assert storage.nodes is not None
    async with node(address) as one:
        found = await storage.nodes.beat("watcher", "", ())
        assert [sign.boot for sign in found.others] == [one.rooms.boot]
    assert (await storage.nodes.beat("watcher", "", ())).others == ()
    await storage.close()


def test_the_clock_follows_the_databases_as_far_as_it_is_certain() -> None:
    wall = time.time_ns()
    clock = CorrectedClock(lambda: wall)
    clock._offset_ns = 0
    clock.correct(10_000, 2_000_000_000, 2_100_000_000)
    # It was 10 s by the database at some moment between 2.0 s and 2.1 s here.
    assert clock._offset_ns == 7_900_000_000
    clock.correct(10_050, 2_000_000_000, 2_300_000_000)
    assert clock._offset_ns == 7_900_000_000, "nothing new is certain"
    clock.correct(10_500, 2_000_000_000, 2_000_000_000)
    assert clock._offset_ns == 8_500_000_000


def test_a_corrected_clock_never_goes_back() -> None:
    clock = CorrectedClock()
    before = clock.now_ms()
    now = time.monotonic_ns()
    clock.correct(before - 60_000, now, now)
    assert clock.now_ms() >= before
    assert 59_000 < clock.off_ms < 61_000
