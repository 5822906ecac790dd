"""Kill a busy server again and again, and count what was acknowledged.

    python -m benchmarks.chaos [KILLS]

`evenfloor serve` runs in a process of its own, with clients that rename themselves without end. Each client
notes every answer; when its connection breaks it comes back by itself, and sends what was not answered again
under the same id. After KILLS (200) times `kill -9` at a random moment the log must hold every acknowledged
command exactly once, at the seq that was answered, and the screens must show what the log says. Ends with 1
where it does not.

Then the same for two nodes on one PostgreSQL and one Redis: 20,000 random commands with connections dropped
and news lost (`benchmarks.convergence`), and 50 kills, 5 restarts of PostgreSQL, 5 of Redis and 5 partitions
under load (`benchmarks.faults`).
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import socket
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from app.facilitation.decider import replay
from app.history.entries import all_from
from app.history.sqlite.log import SqliteLog
from benchmarks.clients import Client, shows
from benchmarks.convergence import converge
from benchmarks.faults import Plan, faults
from benchmarks.postgres import Postgres
from benchmarks.valkey import Valkey
from benchmarks.world import world

ROOT = Path(__file__).resolve().parent.parent
CLIENTS = 24
START_S = 30.0
"""How long the server may take to start or to stop."""
COMMANDS = 20_000
SEED = 4


class Server:
    """`evenfloor serve` on a folder and a port, killed and started again."""

    def __init__(self, folder: Path) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = int(probe.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self._folder = folder
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it, and wait until it says that it is up."""
        own = {name: value for name, value in os.environ.items() if not name.startswith("EVENFLOOR_")}
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "app.cli", "serve", "--port", str(self.port), "--data-dir", str(self._folder)),
            cwd=ROOT,
            env={**own, "EVENFLOOR_LOG_LEVEL": "error"},
            stdout=asyncio.subprocess.PIPE,
        )
        assert self._process.stdout is not None
        line = await asyncio.wait_for(self._process.stdout.readline(), START_S)
        if not line:
            raise SystemExit("the server did not start again")

    async def kill(self) -> None:
        """`kill -9`."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        await asyncio.wait_for(self._process.wait(), START_S)

    async def stop(self) -> None:
        """Ctrl-C."""
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(signal.SIGINT)
            try:
                await asyncio.wait_for(self._process.wait(), START_S)
            except TimeoutError:
                self._process.kill()
                raise


@dataclass(frozen=True)
class Outcome:
    """What is left after the last kill."""

    kills: int
    acknowledged: int
    resent: int
    reconnections: int
    lost: list[str]
    doubled: list[str]
    moved: list[str]
    wrong_screens: int

    @property
    def good(self) -> bool:
        """Whether nothing acknowledged was lost, doubled or moved, and every screen is right."""
        return not (self.lost or self.doubled or self.moved or self.wrong_screens)


async def meeting(server: Server) -> list[Client]:
    """A room with clients that came in by its code."""
    async with httpx.AsyncClient(base_url=server.url, timeout=30) as http:
        made = await http.post(
            "/api/v1/rooms", json={"name": "Chaos", "purpose": "decide", "setting": "mixed"}
        )
        made.raise_for_status()
        code = made.json()["room"]["code"]
        clients = []
        for number in range(CLIENTS):
            joined = await http.post(
                "/api/v1/join", json={"code": code, "name": f"Somebody {number}", "place": "remote"}
            )
            joined.raise_for_status()
            seat = joined.json()
            url = f"ws://127.0.0.1:{server.port}/api/v1/sessions/{seat['session_id']}/live"
            clients.append(Client([url], seat["participant_id"], seat["token"]))
        return clients


async def chaos(kills: int, folder: Path, *, seed: int | None = None, show: bool = False) -> Outcome:
    """Run it; `seed` fixes the moments of the kills."""
    moments = random.Random(seed)
    server = Server(folder)
    await server.start()
    try:
        clients = await meeting(server)
        lives = [asyncio.create_task(client.live()) for client in clients]
        for kill in range(kills):
            # A few answers after each start, so that every kill meets a server at work.
            for client in moments.sample(clients, 5):
                client.answered.clear()
                await asyncio.wait_for(client.answered.wait(), 30)
            await asyncio.sleep(moments.uniform(0, 0.4))
            await server.kill()
            await server.start()
            if show and (kill + 1) % 10 == 0:
                acknowledged = sum(len(client.acknowledged) for client in clients)
                print(f"{kill + 1} kills, {acknowledged} commands acknowledged", flush=True)
        for client in clients:
            client.done = True
        await asyncio.wait_for(asyncio.gather(*lives), 60)
        fresh = [await client.look() for client in clients[:3]]
    finally:
        await server.stop()
    return await judged(kills, folder, clients, fresh)


async def judged(kills: int, folder: Path, clients: list[Client], fresh: list[dict[str, Any]]) -> Outcome:
    """Compare what was acknowledged with the log."""
    log = await SqliteLog.open(folder / "evenfloor.sqlite3")
    entries = await log.read(clients[0].urls[0].split("/")[-2])
    await log.close()
    times = Counter(entry.command_id for entry in entries if entry.command_id is not None)
    seqs = {entry.command_id: entry.seq for entry in entries}
    acknowledged = {command: seq for client in clients for command, seq in client.acknowledged.items()}
    state = replay(all_from(entries))
    return Outcome(
        kills=kills,
        acknowledged=len(acknowledged),
        resent=sum(client.resent for client in clients),
        reconnections=sum(client.reconnections for client in clients),
        lost=[command for command in acknowledged if command not in seqs],
        doubled=[command for command, count in times.items() if count > 1 and command in acknowledged],
        moved=[c for c, seq in acknowledged.items() if c in seqs and seqs[c] != seq],
        wrong_screens=sum(not shows(room, state) for room in fresh),
    )


async def replicas(commands: int, plan: Plan) -> bool:
    """The same for two nodes on PostgreSQL and Redis; whether all was well."""
    postgres, valkey = Postgres(), Valkey()
    try:
        async with world(postgres, valkey) as here:
            agreement = await converge(here, commands, SEED)
            print(agreement.in_words(), flush=True)
        async with world(postgres, valkey) as here:
            outcome = await faults(here, plan, SEED, show=True)
            print(outcome.in_words(), flush=True)
    finally:
        postgres.end()
        valkey.end()
    return agreement.good and outcome.good


def main() -> None:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory(prefix="evenfloor-chaos-") as folder:
        outcome = asyncio.run(chaos(kills, Path(folder), show=True))
    print(
        f"{outcome.kills} kills: {outcome.acknowledged} commands acknowledged, {outcome.resent} sent again, "
        f"{outcome.reconnections} reconnections; {len(outcome.lost)} lost, {len(outcome.doubled)} doubled, "
        f"{len(outcome.moved)} elsewhere than answered, {outcome.wrong_screens} wrong screens.",
        flush=True,
    )
    well = asyncio.run(replicas(COMMANDS, Plan()))
    sys.exit(not (outcome.good and well))


if __name__ == "__main__":
    main()
