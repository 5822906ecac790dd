"""CPU for each command on two nodes, summed, against one: on the same PostgreSQL and Redis, in the same run.

    python -m benchmarks.two_nodes [ROUNDS]

Meetings are held in four ways by turns: all on one node while it is alone; as many, each of them on one of
two nodes; twice as many, so that each of the two is as busy as the one was; and as many, with the people of
each spread over both. In each meeting a command is sent when everybody has seen the last one. Counted is the
CPU time of the nodes' processes alone (from /proc). Prints medians.

A busy node does more at each waking, so that a command costs it less: the third way compares like with like.
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
COMMANDS = 60
"""Of each room in one measured stretch."""

WARM_UP = 16
ROUNDS = 5


@dataclass(frozen=True)
class Way:
    """One way to hold the meetings: at which node a member of a room is."""

    name: str
    place: Callable[[int, int], int]
    """(room, member) -> number of the node."""


ONE = Way("one node", lambda _room, _member: 0)
APART = Way("two nodes, each session on one, half as busy each", lambda room, _member: room % 2)
AS_BUSY = Way("two nodes, each session on one, as busy each", lambda room, _member: room % 2)
SPREAD = Way("two nodes, each session on both", lambda _room, member: member % 2)


async def meeting(node: Node) -> tuple[str, list[str]]:
    """An open session and its members' tokens."""
    room_id, code, secret = await room(node)
    chair = await facilitator(node, room_id, secret, "Chair")
    async with Follower(live_url(node, chair["session_id"]), chair["token"]) as opening:
        await opening.do("session.open")
    seats = [await seat(node, code, f"Person {number}") for number in range(MEMBERS)]
    return seats[0]["session_id"], [each["token"] for each in seats]


async def hold(members: list[Follower], commands: int) -> None:
    """Hands go up and down, each when everybody has seen the last."""
    for number in range(commands):
        sender = members[number // 2 % len(members)]
        answer = await sender.do("hand.raise" if number % 2 == 0 else "hand.lower")
        assert answer.get("ok"), answer
        seq = answer["seq"]
        for each in members:
            await each.until(lambda each=each, seq=seq: each.seq >= seq)


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
    await asyncio.gather(*(hold(members, WARM_UP) for members in held))
    before = sum(cpu_seconds(node.pid) for node in here.nodes)
    await asyncio.gather(*(hold(members, COMMANDS) for members in held))
    spent = sum(cpu_seconds(node.pid) for node in here.nodes) - before
    for members in held:
        for each in members:
            await each.close()
    return spent / (COMMANDS * len(meetings)) * 1e6


async def main(rounds: int) -> None:
    """Measure, and print."""
    postgres, valkey = Postgres(), Valkey()
    found: dict[str, list[float]] = {way.name: [] for way in (ONE, APART, AS_BUSY, SPREAD)}
    try:
        async with world(postgres, valkey, count=1) as alone, world(postgres, valkey) as both:
            at_one = [await meeting(alone.nodes[0]) for _ in range(ROOMS)]
            at_both = [await meeting(both.nodes[0]) for _ in range(ROOMS * 2)]
            for _ in range(rounds):
                found[ONE.name].append(await measured(alone, ONE, at_one))
                found[APART.name].append(await measured(both, APART, at_both[:ROOMS]))
                found[AS_BUSY.name].append(await measured(both, AS_BUSY, at_both))
                found[SPREAD.name].append(await measured(both, SPREAD, at_both[:ROOMS]))
    finally:
        postgres.end()
        valkey.end()
    for name, each in found.items():
        # Each against the one node of its own round: a busy machine slows all of a round alike.
        ratios = [spent / one for spent, one in zip(each, found[ONE.name], strict=True)]
        print(
            f"{name}: {statistics.median(each):.0f} µs of CPU a command, {statistics.median(ratios):.2f} of "
            f"one node's ({min(ratios):.2f} to {max(ratios):.2f} in {len(each)} rounds)"
        )


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
