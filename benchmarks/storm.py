"""Everybody of a large meeting loses the connection at once and comes back, while others go on.

    python -m benchmarks.storm [PEOPLE]

Twice, on PostgreSQL and Redis: first the connections of 1,000 people to one room are cut, and they come back
to the same node; then the node itself is killed, and they come back to another one. Beside them 20 people
stay, on the node that everybody comes back to, and raise and lower hands all the time. Printed is how long it
took until the last one had their welcome, the CPU of the node, and whether any of the 20 missed a notice, was
sent everything anew, or ended with another view than a fresh page.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import statistics
import sys
import time
from dataclasses import dataclass, field
from typing import Any

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

from benchmarks.limits import raise_file_limit
from benchmarks.postgres import Postgres
from benchmarks.processes import cpu_seconds
from benchmarks.valkey import Valkey
from benchmarks.world import World, facilitator, live_url, room, world
from tests.rooms.follower import Follower

PEOPLE = 1_000
STAYING = 20
PAUSE_S = 0.1
"""Between two commands of those who stay."""
AGAIN_S = (0.05, 0.5)
"""A page that could not come in tries again after a random time between these, at first."""
WITHIN_S = 10.0
"""What is asked for."""
AT_ONCE = 20
"""Joins on their way at a time, before it begins."""


@dataclass
class Page:
    """Somebody's page: comes back by itself until it is welcomed. It reads no more than it has to."""

    token: str
    connection: ClientConnection | None = None
    welcomed_s: float = 0.0
    tries: int = 0

    async def come(self, url: str) -> None:
        """Until the welcome is there, read whole."""
        while True:
            self.tries += 1
            with contextlib.suppress(OSError, WebSocketException, TimeoutError):
                self.connection = await connect(
                    url,
                    subprotocols=[Subprotocol("evenfloor.v1")],
                    max_size=None,
                    ping_interval=None,
                    open_timeout=10,
                )
                await self.connection.send(json.dumps({"is": "hello", "token": self.token}))
                first = await self.connection.recv(decode=False)
                if first.startswith(b'{"is":"welcome"'):
                    self.welcomed_s = time.monotonic()
                    return
            await asyncio.sleep(random.uniform(*AGAIN_S))


@dataclass
class Staying:
    """Those who stay: one raises and lowers a hand by turns, all look."""

    followers: list[Follower]
    sent: list[str] = field(default_factory=list)
    slowest_s: float = 0.0

    async def go_on(self, until: asyncio.Event) -> None:
        """One command after the other, each seen by all before the next."""
        while not until.is_set():
            sender = self.followers[len(self.sent) // 2 % len(self.followers)]
            do = ("hand.raise", "hand.lower")[len(self.sent) % 2]
            begun = time.monotonic()
            answer = await sender.do(do)
            assert answer.get("ok"), answer
            self.sent.append({"hand.raise": "hand.raised", "hand.lower": "hand.lowered"}[do])
            for each in self.followers:
                await each.until(lambda each=each, seq=answer["seq"]: each.seq >= seq)
            self.slowest_s = max(self.slowest_s, time.monotonic() - begun)
            await asyncio.sleep(PAUSE_S)

    def missed(self, fresh: dict[str, Any]) -> list[str]:
        """What went wrong, in words."""
        wrong = []
        for number, each in enumerate(self.followers):
            told = [one["is"] for frame in each.frames for one in frame.get("notices", ())]
            hands = [one for one in told if one in {"hand.raised", "hand.lowered"}]
            if hands != self.sent:
                wrong.append(f"{number} was told of {len(hands)} of {len(self.sent)} commands")
            if each.welcomes != 1 or each.closed is not None:
                wrong.append(f"{number} was sent everything anew")
            if each.layers["room"] != fresh["room"]:
                wrong.append(f"{number} ends with another view than a fresh page")
        return wrong


async def gather_people(here: World, people: int) -> tuple[str, list[str], list[str]]:
    """A session under way: its id, and the tokens of those who will be cut off and of those who stay."""
    node = here.nodes[0]
    room_id, code, secret = await room(node)
    chair = await facilitator(node, room_id, secret, "Chair")
    session = chair["session_id"]
    async with Follower(live_url(node, session), chair["token"]) as opening:
        await opening.do("session.open")
    turns = asyncio.Semaphore(AT_ONCE)
    async with httpx.AsyncClient(base_url=node.url, timeout=60) as http:

        async def join(number: int) -> str:
            async with turns:
                body = {"code": code, "name": f"Person {number}", "place": "remote"}
                answer = await http.post("/api/v1/join", json=body)
                answer.raise_for_status()
                return str(answer.json()["token"])

        tokens = await asyncio.gather(*(join(number) for number in range(people + STAYING)))
    return session, tokens[:people], tokens[people:]


async def storm(here: World, people: int, *, killed: bool) -> None:
    """One of the two; prints what came of it."""
    session, leaving, staying_tokens = await gather_people(here, people)
    first, back = here.nodes[0], here.nodes[1 if killed else 0]
    pages = [Page(token) for token in leaving]
    for start in range(0, people, AT_ONCE):
        some = pages[start : start + AT_ONCE]
        await asyncio.gather(*(page.come(live_url(first, session)) for page in some))
    staying = Staying([Follower(live_url(back, session), token) for token in staying_tokens])
    for each in staying.followers:
        await each.open()
    over = asyncio.Event()
    going_on = asyncio.create_task(staying.go_on(over))
    tries = sum(page.tries for page in pages)
    cpu = cpu_seconds(back.pid)
    if killed:
        await first.kill()
    else:
        for page in pages:
            assert page.connection is not None
            page.connection.transport.abort()
    cut_s = time.monotonic()
    await asyncio.gather(*(page.come(live_url(back, session)) for page in pages))
    cpu = cpu_seconds(back.pid) - cpu
    took = sorted(page.welcomed_s - cut_s for page in pages)
    over.set()
    await going_on
    last = staying.followers[0]
    for each in staying.followers:
        await each.until(lambda each=each: each.seq >= last.seq)
    async with Follower(live_url(back, session), staying_tokens[0]) as fresh:
        for each in staying.followers:
            await each.until(lambda each=each: each.seq >= fresh.seq)
        wrong = staying.missed(fresh.layers)
    print(
        f"{'node killed, back to the other' if killed else 'connections cut, back to the same node'}: "
        f"{people} people back within {took[-1]:.1f} s (median {statistics.median(took):.1f}, "
        f"{sum(page.tries for page in pages) - tries} tries), {cpu:.1f} s of CPU on the node; "
        f"{len(staying.followers)} others saw {len(staying.sent)} commands, the slowest after "
        f"{staying.slowest_s:.2f} s: {'; '.join(wrong) or 'nothing was missed'}",
        flush=True,
    )
    for page in pages:
        if page.connection is not None:
            page.connection.transport.abort()
    for each in staying.followers:
        await each.close()
    if wrong or took[-1] > WITHIN_S:
        raise SystemExit("that is not what is promised")


async def main(people: int) -> None:
    """Both, each in a world of its own."""
    raise_file_limit()
    postgres, valkey = Postgres(), Valkey()
    try:
        for killed in (False, True):
            async with world(postgres, valkey, count=2 if killed else 1) as here:
                await storm(here, people, killed=killed)
    finally:
        postgres.end()
        valkey.end()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE))
