"""CPU for each command on two nodes, summed, against one: on the same PostgreSQL and Redis, in the same run.

    python -m benchmarks.two_nodes [ROUNDS]

The same meetings are held in three ways by turns: all on one node while it is alone; each meeting's people on
one of two nodes; everybody of each meeting spread over both. In each meeting a command is sent when everybody
has seen the last one. Counted is the CPU time of the nodes' processes alone (from /proc). Prints medians.
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

ROOMS = 6
MEMBERS = 8
COMMANDS = 80
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
APART = Way("two nodes, each session on one", lambda room, _member: room % 2)
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
    found: dict[str, list[float]] = {way.name: [] for way in (ONE, APART, SPREAD)}
    try:
        async with world(postgres, valkey, count=1) as alone, world(postgres, valkey) as both:
            at_one = [await meeting(alone.nodes[0]) for _ in range(ROOMS)]
            at_both = [await meeting(both.nodes[0]) for _ in range(ROOMS)]
            for _ in range(rounds):
                found[ONE.name].append(await measured(alone, ONE, at_one))
                found[APART.name].append(await measured(both, APART, at_both))
                found[SPREAD.name].append(await measured(both, SPREAD, at_both))
    finally:
        postgres.end()
        valkey.end()
    base = statistics.median(found[ONE.name])
    for name, each in found.items():
        middle = statistics.median(each)
        print(
            f"{name}: {middle:.0f} µs of CPU a command, {middle / base:.2f} of one node's "
            f"({min(each):.0f} to {max(each):.0f} in {len(each)} rounds)"
        )


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
