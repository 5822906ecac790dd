"""Random commands at two nodes, with connections dropped, Redis restarted and news lost; then all must agree.

A list of commands is drawn from a seed; each person takes their own in order, at one node or the other, and
sends a command again under its id until it is answered. After quiet every connection's layers must equal a
fresh welcome, and both nodes and a replay of the log must hold the same state.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from websockets.exceptions import WebSocketException

from benchmarks.world import Node, World, facilitator, live_url, room, seat
from tests.rooms.follower import Follower

PEOPLE = 12
CHAIRS = 2
PAUSE_S = 0.06
"""Between two commands of one person: what their pace allows."""

QUIET_S = 30.0

AGAIN = {"unavailable", "too_fast"}
"""Refusals after which the same command is sent again."""

OWN: list[tuple[str, dict[str, Any]]] = [
    ("hand.raise", {}),
    ("hand.raise", {}),
    ("hand.lower", {}),
    ("hand.set_ready", {"ready": False}),
    ("hand.set_ready", {"ready": True}),
    ("speech.start", {"source": "tap"}),
    ("speech.stop", {"source": "tap"}),
    ("participant.set_listening", {"listening": True}),
    ("participant.set_listening", {"listening": False}),
    ("participant.set_away", {"away": True}),
    ("participant.set_away", {"away": False}),
    ("participant.move", {"place": "in_room"}),
    ("participant.move", {"place": "remote"}),
    ("signal.send", {"signal": "slower"}),
]


@dataclass
class Actor:
    """One person with a page at one of the nodes, which comes back by itself, there or elsewhere."""

    nodes: list[Node]
    session: str
    participant: str
    follower: Follower
    random: random.Random
    sent: Counter[str] = field(default_factory=Counter)
    reconnections: int = 0

    async def surely(self, do: str, command_id: str, **fields: Any) -> dict[str, Any]:
        """Send until it is answered for good."""
        while True:
            try:
                future = await self.follower.post(do, command_id, **fields)
                await asyncio.wait([future])
                if not future.cancelled():
                    answer = future.result()
                    if answer.get("error", {}).get("code") not in AGAIN:
                        return answer
                    await asyncio.sleep(PAUSE_S * 2)
                    continue
            except (OSError, WebSocketException):
                pass
            await self.come_back()

    async def come_back(self) -> None:
        """A new connection, to either node."""
        self.reconnections += 1
        # What the old socket still has to say comes before what the new one says.
        await self.vanish()
        while True:
            self.follower.url = live_url(self.random.choice(self.nodes), self.session)
            self.follower.closed = None
            with contextlib.suppress(OSError, WebSocketException, TimeoutError):
                await self.follower.open()
                if self.follower.closed is None:
                    return
            await asyncio.sleep(PAUSE_S)

    async def vanish(self) -> None:
        """The network is gone, without a word."""
        with contextlib.suppress(OSError, WebSocketException):
            await self.follower.vanish()


@dataclass(frozen=True)
class Agreement:
    """What was compared in the end. The lists name who differs from a fresh welcome, node or log."""

    commands: int
    accepted: int
    events: int
    reconnections: int
    disturbances: int
    screens: list[str]
    states: list[str]
    doubled: list[str]

    def in_words(self) -> str:
        """One line for whoever ran it."""
        return (
            f"{self.commands} random commands at two nodes, {self.accepted} accepted, {self.disturbances} "
            f"disturbances, {self.reconnections} reconnections, {self.events} events: {len(self.screens)} "
            f"layers differ from a fresh welcome, {len(self.states)} nodes from the log, "
            f"{len(self.doubled)} commands doubled."
        )

    @property
    def good(self) -> bool:
        """Whether everybody agrees, and nothing was applied twice."""
        return not (self.screens or self.states or self.doubled)


async def converge(here: World, commands: int, seed: int) -> Agreement:
    """Let `commands` of them happen, and compare."""
    drawn = random.Random(seed)
    one = here.nodes[0]
    room_id, code, secret = await room(one)
    actors: list[Actor] = []
    for number in range(PEOPLE + CHAIRS):
        node = here.nodes[number % 2]
        let_in = (
            await facilitator(node, room_id, secret, f"Chair {number}")
            if number < CHAIRS
            else await seat(node, code, f"Person {number}")
        )
        follower = Follower(live_url(node, let_in["session_id"]), let_in["token"])
        await follower.open()
        actors.append(
            Actor(
                here.nodes,
                let_in["session_id"],
                let_in["participant_id"],
                follower,
                random.Random(drawn.random()),
            )
        )
    chairs, people = actors[:CHAIRS], actors[CHAIRS:]
    session = actors[0].session
    await chairs[0].surely("session.open", "open")

    # The list: whose turn it is to do something, and which of their possibilities it is.
    who = [drawn.randrange(len(actors)) for _ in range(commands)]
    which = [drawn.random() for _ in range(commands)]
    lines: list[list[tuple[int, float]]] = [[] for _ in actors]
    for number, (index, choice) in enumerate(zip(who, which, strict=True)):
        lines[index].append((number, choice))
    accepted: set[str] = set()
    done = asyncio.Semaphore(0)

    async def act(actor: Actor, line: list[tuple[int, float]]) -> None:
        for number, choice in line:
            do, fields = steering(actor, people, choice) if actor in chairs else OWN[int(choice * len(OWN))]
            answer = await actor.surely(do, f"c{number}", **fields)
            if answer.get("ok"):
                accepted.add(f"c{number}")
            done.release()
            await asyncio.sleep(PAUSE_S)

    acting = [asyncio.create_task(act(actor, line)) for actor, line in zip(actors, lines, strict=True)]
    disturbing = asyncio.create_task(disturb(here, actors, commands, done, drawn))
    await asyncio.gather(*acting)
    disturbances = await disturbing
    return await compare(here, actors, session, commands, accepted, disturbances)


def steering(actor: Actor, people: list[Actor], choice: float) -> tuple[str, dict[str, Any]]:
    """What a facilitator does, of what they see now."""
    drawn = random.Random(choice)
    turn = actor.follower.layers.get("room", {}).get("floor", {}).get("turn", {}).get("id")
    after = {"after": turn} if turn else {}
    who = drawn.choice(people).participant
    steps: list[tuple[str, dict[str, Any]]] = [
        ("turn.next", after),
        ("turn.next", after),
        ("turn.give", {"participant": who, **after}),
        ("turn.end", {"turn": turn or "none"}),
        ("turn.extend", {"turn": turn or "none", "by_ms": 1_000}),
        ("turn.put_back", {"turn": turn or "none"}),
        ("hand.raise", {"participant": who}),
        ("hand.move", {"participant": who, "to": 0}),
        ("mode.set", {"mode": drawn.choice(["open", "queue"])}),
        ("policy.set", {"policy": drawn.choice(["fifo", "balanced"])}),
        ("limit.set", {"limit_ms": 30_000}),
        ("participant.rename", {"participant": who, "name": f"Name {drawn.randrange(99)}"}),
        ("speech.start", {"source": "tap", "participant": who, "only": True}),
        ("speech.stop", {"source": "tap", "participant": who}),
        ("coverage.set", {"source": "tap", "on": drawn.random() < 0.5}),
        ("signal.answer", {"signal": "slower"}),
    ]
    return drawn.choice(steps)


async def disturb(
    here: World, actors: list[Actor], commands: int, done: asyncio.Semaphore, drawn: random.Random
) -> int:
    """About every fiftieth command something breaks."""
    made = 0
    for number in range(commands):
        await done.acquire()
        if number % 50 != 25:
            continue
        made += 1
        kind = drawn.random()
        if kind < 0.6:
            for actor in drawn.sample(actors, 3):
                await actor.vanish()
        elif kind < 0.8:
            node = drawn.choice(here.nodes)
            node.to_redis.cut()
            await asyncio.sleep(drawn.uniform(0.1, 1.0))
            node.to_redis.heal()
        else:
            await asyncio.to_thread(here.valkey.kill)
            await asyncio.sleep(drawn.uniform(0.1, 0.5))
            await asyncio.to_thread(here.valkey.start)
    return made


async def compare(
    here: World,
    actors: list[Actor],
    session: str,
    commands: int,
    accepted: set[str],
    disturbances: int,
) -> Agreement:
    """Wait until it is quiet, then hold everybody against everybody."""
    for actor in actors:
        if actor.follower.closed is not None:
            await actor.come_back()
    head = await quiet(here, session)
    screens = []
    for actor in actors:
        for node in here.nodes:
            # A second page of the same person changes nothing that a screen shows.
            fresh = Follower(live_url(node, session), actor.follower.token)
            await fresh.open()
            for layer, shown in actor.follower.layers.items():
                if shown != fresh.layers.get(layer):
                    screens.append(f"{actor.participant} {layer} at {node.port}")
            await fresh.close()
    await quiet(here, session)
    states = []
    for node in here.nodes:
        seq, agrees = await node.stands(session)
        if not agrees:
            states.append(f"{node.port} at {seq}")
    entries = await here.entries(session)
    firsts = Counter(
        entry.command_id
        for before, entry in zip([None, *entries], entries, strict=False)
        if entry.command_id is not None and (before is None or before.command_id != entry.command_id)
    )
    doubled = [command for command, count in firsts.items() if count > 1 and command in accepted]
    for actor in actors:
        await actor.follower.close()
    return Agreement(
        commands=commands,
        accepted=len(accepted),
        events=head,
        reconnections=sum(actor.reconnections for actor in actors),
        disturbances=disturbances,
        screens=screens,
        states=states,
        doubled=doubled,
    )


async def quiet(here: World, session: str) -> int:
    """Wait until the log rests and both nodes stand at its end; where it stands."""
    still_for = 0
    head = -1
    async with asyncio.timeout(QUIET_S * 2):
        while still_for < 4:
            await asyncio.sleep(0.5)
            seqs = {(await node.stands(session))[0] for node in here.nodes}
            stored = len(await here.entries(session))
            still_for = still_for + 1 if seqs == {stored} == {head} else 0
            head = stored
    return head
