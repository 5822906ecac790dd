"""CPU for each command on two nodes, summed, against one: on the same PostgreSQL and Redis, in the same run.

    python -m benchmarks.two_nodes [ROUNDS]

Meetings are held by turns at a given pace, the same for all ways: all on one node while it is alone; as
many, each of them on one of two nodes; and as many, with the people of each spread over both. Then as fast
as the answers come: all on one node, and twice as many on two, each on one of them. In each meeting a command
is sent when everybody has seen the last one. Counted is the CPU time of the nodes' processes alone (from
/proc), what they spend while idle included. Prints medians.

As fast as the answers come, one node that is never idle does more at each waking, and three processes crowd
each core where there were two: that part measures the machine as much as the node. At a pace that leaves the
machine room, each command wakes its node by itself, in all ways alike.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.postgres import Postgres
from benchmarks.processes import cpu_seconds
from benchmarks.valkey import Valkey
from benchmarks.world import Node, World, facilitator, live_url, room, seat, world
from tests.rooms.follower import Follower

ROOMS = 8
MEMBERS = 8
COMMANDS = 100
"""Of each room in one measured stretch."""

EVERY_S = 0.1
"""The pace: 8 rooms x 10 commands a second take about an eighth of a core here."""

WARM_UP = 16
ROUNDS = 5


@dataclass(frozen=True)
class Way:
    """One way to hold the meetings: at which node a member of a room is."""

    name: str
    place: Callable[[int, int], int]
    """(room, member) -> number of the node."""

    every_s: float
    """From one command of a room to its next; 0 is as fast as the answers come."""


ONE = Way("one node", lambda _room, _member: 0, EVERY_S)
APART = Way("two nodes, each session on one", lambda room, _member: room % 2, EVERY_S)
SPREAD = Way("two nodes, each session on both", lambda _room, member: member % 2, EVERY_S)
ONE_FLAT_OUT = Way("flat out: one node", lambda _room, _member: 0, 0)
APART_FLAT_OUT = Way("flat out: two nodes, each session on one", lambda room, _member: room % 2, 0)


async def meeting(node: Node) -> tuple[str, list[str]]:
    """An open session and its members' tokens."""
    room_id, code, secret = await room(node)
    chair = await facilitator(node, room_id, secret, "Chair")
    async with Follower(live_url(node, chair["session_id"]), chair["token"]) as opening:
        await opening.do("session.open")
    seats = [await seat(node, code, f"Person {number}") for number in range(MEMBERS)]
    return seats[0]["session_id"], [each["token"] for each in seats]


async def hold(members: list[Follower], commands: int, every_s: float, first_s: float) -> None:
    """Hands go up and down, each when everybody has seen the last, and when its time has come."""
    loop = asyncio.get_running_loop()
    start = loop.time() + first_s
    for number in range(commands):
        await asyncio.sleep(start + number * every_s - loop.time())
        sender = members[number // 2 % len(members)]
        answer = await sender.do("hand.raise" if number % 2 == 0 else "hand.lower")
        assert answer.get("ok"), answer
        seq = answer["seq"]
        for each in members:
            await each.until(lambda each=each, seq=seq: each.seq >= seq)


async def together(held: list[list[Follower]], commands: int, every_s: float) -> None:
    """All meetings at once, one a little after the other."""
    await asyncio.gather(
        *(
            hold(members, commands, every_s, every_s * number / len(held))
            for number, members in enumerate(held)
        )
    )


async def measured(here: World, way: Way, meetings: list[tuple[str, list[str]]]) -> float:
    """Microseconds of CPU for each command, of all nodes together."""
    held: list[list[Follower]] = []
    for number, (session, tokens) in enumerate(meetings):
        members = [
            Follower(live_url(here.nodes[way.place(number, member)], session), token)
            for member, token in enumerate(tokens)
        ]
        for each in members:
            await each.open()
        held.append(members)
    await together(held, WARM_UP, way.every_s)
    before = sum(cpu_seconds(node.pid) for node in here.nodes)
    await together(held, COMMANDS, way.every_s)
    spent = sum(cpu_seconds(node.pid) for node in here.nodes) - before
    for members in held:
        for each in members:
            await each.close()
    return spent / (COMMANDS * len(meetings)) * 1e6


async def main(rounds: int) -> None:
    """Measure, and print."""
    postgres, valkey = Postgres(), Valkey()
    ways = (ONE, APART, SPREAD), (ONE_FLAT_OUT, APART_FLAT_OUT)
    found: dict[Way, list[float]] = {way: [] for group in ways for way in group}
    try:
        async with world(postgres, valkey, count=1) as alone, world(postgres, valkey) as both:
            at_one = [await meeting(alone.nodes[0]) for _ in range(ROOMS)]
            at_both = [await meeting(both.nodes[0]) for _ in range(ROOMS * 2)]
            for _ in range(rounds):
                found[ONE].append(await measured(alone, ONE, at_one))
                found[APART].append(await measured(both, APART, at_both[:ROOMS]))
                found[SPREAD].append(await measured(both, SPREAD, at_both[:ROOMS]))
                found[ONE_FLAT_OUT].append(await measured(alone, ONE_FLAT_OUT, at_one))
                found[APART_FLAT_OUT].append(await measured(both, APART_FLAT_OUT, at_both))
    finally:
        postgres.end()
        valkey.end()
    for one, *others in ways:
        print(f"{one.name}: {statistics.median(found[one]):.0f} µs of CPU a command")
        for way in others:
            # Each against the one node of its own round: a busy machine slows all of a round alike.
            ratios = [spent / alike for spent, alike in zip(found[way], found[one], strict=True)]
            print(
                f"{way.name}: {statistics.median(found[way]):.0f} µs, {statistics.median(ratios):.2f} times "
                f"one node's ({min(ratios):.2f} to {max(ratios):.2f} in {len(ratios)} rounds)"
            )


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
