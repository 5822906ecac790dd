"""What a bus promises, in one process and through Redis: news in order, to those whom it is for, or not at
all.
"""

import asyncio
import hmac
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from app.facilitation.ids import BootId, SessionId
from app.history.entry import Entry
from app.rooms.bus import Bus, MemoryBus, News
from app.rooms.redis_bus import RedisBus
from benchmarks.cutting import CuttingProxy
from benchmarks.valkey import Valkey
from tests.rooms.serving import until

KEY = b"what all of them sign with"


class Ear:
    """A node as the bus sees it."""

    def __init__(self, bus: Bus, name: str) -> None:
        self.bus = bus
        self.boot = BootId(name)
        self.heard: list[News] = []
        self.gaps = 0
        bus.listen(self.boot, self.heard.append, self._gap)

    def _gap(self) -> None:
        self.gaps += 1


def news(seq: int, body: str = "{}") -> News:
    return News(SessionId("s"), (Entry(seq, 1_764_000_000_000, "hand.raised", 1, "p:ä", None, body),))


@pytest_asyncio.fixture(params=["memory", "redis"])
async def ears(request: pytest.FixtureRequest) -> AsyncIterator[tuple[Ear, Ear, Ear]]:
    """Three nodes on one bus of each kind."""
    shared = MemoryBus()
    url = request.getfixturevalue("valkey").url() if request.param == "redis" else ""
    buses: list[Bus] = [RedisBus(url, KEY) if url else shared for _ in range(3)]
    names = [f"{request.node.name}-{number}" for number in range(3)]
    one, two, three = (Ear(bus, name) for bus, name in zip(buses, names, strict=True))
    for bus in buses:
        await bus.start()
    yield one, two, three
    for bus in buses:
        await bus.stop()


async def test_news_comes_whole_and_in_order(ears: tuple[Ear, Ear, Ear]) -> None:
    one, two, _ = ears
    told = [news(seq, '{"name":"Jürgen \\u2713","x":null}') for seq in range(200)]
    for each in told:
        one.bus.publish(each, (two.boot,))
    await until(lambda: len(two.heard) >= 200)
    assert two.heard == told


async def test_news_goes_to_those_whom_it_is_for_and_to_nobody_else(ears: tuple[Ear, Ear, Ear]) -> None:
    one, two, three = ears
    one.bus.publish(news(1), ())
    one.bus.publish(news(2), (BootId("nobody-listens"),))
    one.bus.publish(news(3), (two.boot, three.boot))
    two.bus.publish(news(4), (three.boot,))
    three.bus.publish(news(5), (one.boot,))
    await until(lambda: len(three.heard) == 2 and two.heard != [] and one.heard != [])
    assert [each.entries[0].seq for each in one.heard] == [5]
    assert [each.entries[0].seq for each in two.heard] == [3]
    assert {each.entries[0].seq for each in three.heard} == {3, 4}


async def test_a_large_batch_is_one_piece_of_news(ears: tuple[Ear, Ear, Ear]) -> None:
    one, two, _ = ears
    large = News(
        SessionId("s"), tuple(news(seq, f'{{"x":"{"y" * 4_000}"}}').entries[0] for seq in range(500))
    )
    one.bus.publish(large, (two.boot,))
    await until(lambda: two.heard != [])
    assert two.heard == [large]


async def test_who_hails_is_heard_by_all_nodes_on_redis(valkey: Valkey) -> None:
    one, two = Ear(RedisBus(valkey.url(), KEY), "h1"), Ear(RedisBus(valkey.url(), b"another key"), "h2")
    for ear in (one, two):
        await ear.bus.start()
    before = two.gaps
    one.bus.hail()
    await until(lambda: two.gaps > before)
    assert two.heard == []
    for ear in (one, two):
        await ear.bus.stop()


async def test_all_is_well_while_it_is(ears: tuple[Ear, Ear, Ear]) -> None:
    assert [ear.bus.away for ear in ears] == ["", "", ""]


@pytest_asyncio.fixture
async def cut_off(valkey: Valkey) -> AsyncIterator[tuple[Ear, Ear, CuttingProxy]]:
    """Two nodes; what stands between the second one and Redis can be cut."""
    async with AsyncExitStack() as stack:
        proxy = await stack.enter_async_context(CuttingProxy(valkey.socket))
        one, two = Ear(RedisBus(valkey.url(), KEY), "c1"), Ear(RedisBus(valkey.url(proxy.port), KEY), "c2")
        for ear in (one, two):
            await ear.bus.start()
            stack.push_async_callback(ear.bus.stop)
        yield one, two, proxy


async def heard_again(one: Ear, two: Ear, until_it: Callable[[], bool]) -> None:
    """What is said again and again comes through at last."""
    async with asyncio.timeout(10):
        while not until_it():
            one.bus.publish(news(9), (two.boot,))
            await asyncio.sleep(0.02)


async def test_a_connection_that_was_cut_comes_back_and_says_that_news_may_be_missing(
    cut_off: tuple[Ear, Ear, CuttingProxy],
) -> None:
    one, two, proxy = cut_off
    assert two.gaps == 1
    proxy.cut()
    await until(lambda: two.bus.away != "")
    one.bus.publish(news(1), (two.boot,))
    two.bus.publish(news(2), (one.boot,))
    proxy.heal()
    await until(lambda: two.bus.away == "")
    assert two.gaps == 2
    await heard_again(one, two, lambda: two.heard != [])
    await heard_again(two, one, lambda: one.heard != [])


async def test_a_node_starts_while_redis_is_away_and_hears_once_it_is_there(valkey: Valkey) -> None:
    async with CuttingProxy(valkey.socket) as proxy:
        proxy.cut()
        one, two = Ear(RedisBus(valkey.url(), KEY), "l1"), Ear(RedisBus(valkey.url(proxy.port), KEY), "l2")
        for ear in (one, two):
            await ear.bus.start()
        assert two.bus.away
        proxy.heal()
        await heard_again(one, two, lambda: two.heard != [])
        assert two.bus.away == ""
        for ear in (one, two):
            await ear.bus.stop()


async def test_a_restarted_redis_is_found_again(valkey: Valkey) -> None:
    one, two = Ear(RedisBus(valkey.url(), KEY), "r1"), Ear(RedisBus(valkey.url(), KEY), "r2")
    for ear in (one, two):
        await ear.bus.start()
    await asyncio.to_thread(valkey.kill)
    await until(lambda: bool(one.bus.away and two.bus.away))
    await asyncio.to_thread(valkey.start)
    await heard_again(one, two, lambda: two.heard != [])
    for ear in (one, two):
        await ear.bus.stop()


@pytest.mark.parametrize("signed", [True, False])
async def test_what_is_no_news_is_left_alone(
    valkey: Valkey, signed: bool, caplog: pytest.LogCaptureFixture
) -> None:
    ear = Ear(RedisBus(valkey.url(), KEY), f"n{signed}")
    await ear.bus.start()
    key = hmac.digest(KEY, b"evenfloor news 1", "blake2b") if signed else b"another"
    forged = b'["s",[[6,1764000000000,"hand.raised",1,"p:x",null,"{}"]]]'
    async with Redis.from_url(valkey.url()) as stranger:
        for message in (b"\xff", b"[]", b"[1,[[1]]]", b"null", *([] if signed else [forged])):
            signature = hmac.digest(key, message, "blake2b")
            await stranger.publish(f"evenfloor:news:{ear.boot}", signature + message)
        await stranger.publish(f"evenfloor:news:{ear.boot}", forged)
    ear.bus.publish(news(7), (ear.boot,))
    await until(lambda: ear.heard != [])
    assert [each.entries[0].seq for each in ear.heard] == [7]
    assert caplog.text.count("no node of ours has signed") == 1, "whoever sends it does not fill the log"
    await ear.bus.stop()
