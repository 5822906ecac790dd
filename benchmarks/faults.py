"""Faults under load: nodes killed, PostgreSQL and Redis restarted, either cut off; nothing answered is lost.

Clients at two nodes rename themselves without end, note every answer, come back by themselves to either
node, and send what was not answered again under the same id. In the end the log must hold every acknowledged
command exactly once, at the seq that was answered.
"""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.facilitation.decider import replay
from app.facilitation.events import ConnectionClosed, ConnectionOpened
from app.history.entries import all_from
from benchmarks.clients import Client, shows
from benchmarks.world import World, live_url, room, seat

CLIENTS = 16
BACK_S = 3.0
"""So soon after a fault has ended every client has to be answered again (99 of 100)."""

GRACE_MS = 30_000
"""A dead node's people have to be closed within this time, in which a lost connection is no absence."""

SETTLE_S = 60.0


@dataclass(frozen=True)
class Plan:
    """How often each fault comes."""

    kills: int = 50
    database_restarts: int = 5
    redis_restarts: int = 5
    partitions: int = 5

    def drawn(self, draw: random.Random) -> list[str]:
        """All faults in a random order."""
        faults = (
            ["kill"] * self.kills
            + ["database"] * self.database_restarts
            + ["redis"] * self.redis_restarts
            + [("cut database", "cut redis")[number % 2] for number in range(self.partitions)]
        )
        draw.shuffle(faults)
        return faults


@dataclass(frozen=True)
class Outcome:
    """What was left in the end. Lists name commands and connections that are not as they should be."""

    faults: int
    acknowledged: int
    resent: int
    reconnections: int
    lost: Sequence[str]
    doubled: Sequence[str]
    moved: Sequence[str]
    wrong_screens: int
    ghosts: Sequence[str]
    slowest_ghost_ms: int
    back_s: Sequence[float]
    """For each client and fault: from the fault's end to the client's next answer."""

    @property
    def back_p99_s(self) -> float:
        """99 of 100 were back within this."""
        ordered = sorted(self.back_s)
        return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))] if ordered else 0.0

    def in_words(self) -> str:
        """One line for whoever ran it."""
        return (
            f"{self.faults} faults: {self.acknowledged} commands acknowledged, {self.resent} sent again, "
            f"{self.reconnections} reconnections; {len(self.lost)} lost, {len(self.doubled)} doubled, "
            f"{len(self.moved)} elsewhere than answered, {self.wrong_screens} wrong screens; clients "
            f"answered again {self.back_p99_s:.2f} s (p99), {max(self.back_s, default=0):.2f} s (all) after "
            f"a fault; people of killed nodes closed within {self.slowest_ghost_ms / 1000:.1f} s, "
            f"{len(self.ghosts)} too late."
        )

    @property
    def good(self) -> bool:
        """Whether everything was as it should be."""
        return (
            not (self.lost or self.doubled or self.moved or self.wrong_screens or self.ghosts)
            and self.back_p99_s <= BACK_S
        )


async def faults(here: World, plan: Plan, seed: int, *, show: bool = False) -> Outcome:
    """Let everything on the plan happen to a meeting at work."""
    draw = random.Random(seed)
    _, code, _ = await room(here.nodes[0])
    clients: list[Client] = []
    for number in range(CLIENTS):
        node = here.nodes[number % 2]
        let_in = await seat(node, code, f"Somebody {number}")
        urls = [live_url(each, let_in["session_id"]) for each in (node, *here.nodes)]
        clients.append(Client(urls, let_in["participant_id"], let_in["token"]))
    session = clients[0].urls[0].split("/")[-2]
    lives = [asyncio.create_task(client.live()) for client in clients]
    back: list[float] = []
    killed: dict[str, int] = {}
    drawn = plan.drawn(draw)
    for number, fault in enumerate(drawn, start=1):
        await everybody_answered(clients, time.monotonic())
        await asyncio.sleep(draw.uniform(0, 0.3))
        ended_s = await happen(here, fault, draw, killed)
        back += [max(0.0, at - ended_s) for at in await everybody_answered(clients, ended_s)]
        if show and number % 10 == 0:
            print(f"{number} of {len(drawn)} faults", flush=True)
    for client in clients:
        client.done = True
    await asyncio.wait_for(asyncio.gather(*lives), 60)
    return await judge(here, session, clients, drawn, killed, back)


async def happen(here: World, fault: str, draw: random.Random, killed: dict[str, int]) -> float:
    """One fault; the monotonic moment at which it ended."""
    node = draw.choice(here.nodes)
    lasts_s = draw.uniform(0.2, 1.5)
    match fault:
        case "kill":
            boot = node.boot
            await node.kill()
            killed[boot] = time.time_ns() // 1_000_000
            await node.start()
        case "database":
            await asyncio.to_thread(here.postgres.kill if draw.random() < 0.5 else here.postgres.stop)
            await asyncio.sleep(lasts_s)
            await asyncio.to_thread(here.postgres.start)
        case "redis":
            await asyncio.to_thread(here.valkey.kill)
            await asyncio.sleep(lasts_s)
            await asyncio.to_thread(here.valkey.start)
        case _:
            way = node.to_database if fault == "cut database" else node.to_redis
            way.cut()
            await asyncio.sleep(lasts_s)
            way.heal()
    return time.monotonic()


async def everybody_answered(clients: Sequence[Client], since_s: float) -> list[float]:
    """Wait until each has been answered after a moment; when each was."""
    async with asyncio.timeout(SETTLE_S):
        for client in clients:
            while not client.answered_s or client.answered_s[-1] <= since_s:
                client.answered.clear()
                await client.answered.wait()
    return [client.first_after(since_s) for client in clients]


async def judge(
    here: World,
    session: str,
    clients: Sequence[Client],
    drawn: Sequence[str],
    killed: dict[str, int],
    back: Sequence[float],
) -> Outcome:
    """Hold what was acknowledged against the log."""
    ghosts, slowest = await gone(here, session, killed)
    entries = await here.entries(session)
    renamed = [entry for entry in entries if entry.kind == "participant.renamed"]
    times = Counter(str(entry.command_id) for entry in renamed)
    seqs = {str(entry.command_id): entry.seq for entry in renamed}
    acknowledged = {command: seq for client in clients for command, seq in client.acknowledged.items()}
    state = replay(all_from(entries))
    wrong = sum([not shows(await client.look(), state) for client in clients])
    return Outcome(
        faults=len(drawn),
        acknowledged=len(acknowledged),
        resent=sum(client.resent for client in clients),
        reconnections=sum(client.reconnections for client in clients),
        lost=[command for command in acknowledged if command not in seqs],
        doubled=[command for command, count in times.items() if count > 1 and command in acknowledged],
        moved=[command for command, seq in acknowledged.items() if seqs.get(command, seq) != seq],
        wrong_screens=wrong,
        ghosts=ghosts,
        slowest_ghost_ms=slowest,
        back_s=back,
    )


async def gone(here: World, session: str, killed: dict[str, int]) -> tuple[list[str], int]:
    """The connections of killed nodes that were not closed in time, and how long the slowest took (ms)."""
    async with asyncio.timeout(SETTLE_S):
        while True:
            boots: dict[str, str] = {}
            closed: dict[str, int] = {}
            for each in all_from(await here.entries(session)):
                if isinstance(each.event, ConnectionOpened):
                    boots[each.event.connection] = each.event.boot
                elif isinstance(each.event, ConnectionClosed):
                    closed[each.event.connection] = each.at
            dead = {connection: killed[boot] for connection, boot in boots.items() if boot in killed}
            if dead.keys() <= closed.keys():
                break
            await asyncio.sleep(0.5)
    took = {connection: closed[connection] - at for connection, at in dead.items()}
    return [c for c, ms in took.items() if ms > GRACE_MS], max(took.values(), default=0)
