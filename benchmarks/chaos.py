"""Kill a busy server again and again, and count what was acknowledged.

    python -m benchmarks.chaos [KILLS]

`evenfloor serve` runs in a process of its own, with clients that rename themselves without end. Each client
notes every answer; when its connection breaks it comes back by itself, and sends what was not answered again
under the same id. After KILLS (200) times `kill -9` at a random moment the log must hold every acknowledged
command exactly once, at the seq that was answered, and the screens must show what the log says. Ends with 1
where it does not.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import random
import signal
import socket
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

from app.facilitation.decider import replay
from app.history.entries import all_from
from app.history.sqlite.log import SqliteLog

ROOT = Path(__file__).resolve().parent.parent
CLIENTS = 24
PAUSE_S = 0.06
"""Between two commands of one client: what its pace allows."""


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
        line = await asyncio.wait_for(self._process.stdout.readline(), 30)
        if not line:
            raise SystemExit("the server did not start again")

    async def kill(self) -> None:
        """`kill -9`."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        await self._process.wait()

    async def stop(self) -> None:
        """Ctrl-C."""
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(signal.SIGINT)
            await self._process.wait()


@dataclass
class Client:
    """Somebody whose page comes back by itself."""

    url: str
    participant: str
    token: str
    answered: asyncio.Event
    acknowledged: dict[str, int] = field(default_factory=dict)
    reconnections: int = 0
    resent: int = 0
    room: dict[str, Any] = field(default_factory=dict)
    done: bool = False
    _sent: int = 0
    _open: str = ""

    async def live(self) -> None:
        """Rename without end, through every loss of the connection."""
        while not self.done:
            with contextlib.suppress(OSError, WebSocketException, TimeoutError):
                async with (
                    asyncio.timeout(20),
                    connect(
                        self.url, subprotocols=[Subprotocol("evenfloor.v1")], max_size=None, open_timeout=5
                    ) as connection,
                ):
                    await self.follow(connection)
            self.reconnections += not self.done
            await asyncio.sleep(random.uniform(0.02, 0.1))

    async def follow(self, connection: ClientConnection) -> None:
        await connection.send(json.dumps({"is": "hello", "token": self.token}))
        welcome = json.loads(await connection.recv())
        if welcome.get("is") != "welcome":
            return
        self.room = welcome["room"]
        self.resent += bool(self._open)
        while not self.done or self._open:
            if not self._open:
                self._sent += 1
                self._open = f"{self.participant}-{self._sent}"
            name = f"Somebody {self._open[-12:]}"
            command = {
                "id": self._open,
                "do": "participant.rename",
                "participant": self.participant,
                "name": name,
            }
            await connection.send(json.dumps(command))
            answer = await self._answer(connection)
            if answer.get("ok"):
                self.acknowledged[self._open] = answer["seq"]
                self._open = ""
                self.answered.set()
            elif answer["error"]["code"] not in {"too_fast", "unavailable"}:
                raise SystemExit(f"refused: {answer}")
            await asyncio.sleep(PAUSE_S)

    async def _answer(self, connection: ClientConnection) -> dict[str, Any]:
        while True:
            frame: dict[str, Any] = json.loads(await connection.recv())
            if frame.get("re") == self._open:
                return frame


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


async def meeting(server: Server, answered: asyncio.Event) -> list[Client]:
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
            clients.append(Client(url, seat["participant_id"], seat["token"], answered))
        return clients


async def chaos(kills: int, folder: Path, *, seed: int | None = None, show: bool = False) -> Outcome:
    """Run it; `seed` fixes the moments of the kills."""
    moments = random.Random(seed)
    server = Server(folder)
    await server.start()
    try:
        answered = asyncio.Event()
        clients = await meeting(server, answered)
        lives = [asyncio.create_task(client.live()) for client in clients]
        for kill in range(kills):
            # A few answers after each start, so that every kill meets a server at work.
            for _ in range(5):
                answered.clear()
                await asyncio.wait_for(answered.wait(), 30)
            await asyncio.sleep(moments.uniform(0, 0.4))
            await server.kill()
            await server.start()
            if show and (kill + 1) % 10 == 0:
                acknowledged = sum(len(client.acknowledged) for client in clients)
                print(f"{kill + 1} kills, {acknowledged} commands acknowledged", flush=True)
        for client in clients:
            client.done = True
        await asyncio.wait_for(asyncio.gather(*lives), 60)
        fresh = [replace(client, done=True, room={}) for client in clients[:3]]
        for client in fresh:
            async with connect(client.url, subprotocols=[Subprotocol("evenfloor.v1")]) as connection:
                await client.follow(connection)
    finally:
        await server.stop()
    return await judged(kills, folder, clients, fresh)


async def judged(kills: int, folder: Path, clients: list[Client], fresh: list[Client]) -> Outcome:
    """Compare what was acknowledged with the log."""
    log = await SqliteLog.open(folder / "evenfloor.sqlite3")
    entries = await log.read(clients[0].url.split("/")[-2])
    await log.close()
    times = Counter(entry.command_id for entry in entries if entry.command_id is not None)
    seqs = {entry.command_id: entry.seq for entry in entries}
    acknowledged = {command: seq for client in clients for command, seq in client.acknowledged.items()}
    state = replay(all_from(entries))
    names = {str(person.id): person.name for person in state.people.by_id.values()}
    wrong = sum(
        {who: shown["name"] for who, shown in client.room["people"]["by_id"].items()} != names
        for client in fresh
    )
    return Outcome(
        kills=kills,
        acknowledged=len(acknowledged),
        resent=sum(client.resent for client in clients),
        reconnections=sum(client.reconnections for client in clients),
        lost=[command for command in acknowledged if command not in seqs],
        doubled=[command for command, count in times.items() if count > 1 and command in acknowledged],
        moved=[c for c, seq in acknowledged.items() if c in seqs and seqs[c] != seq],
        wrong_screens=wrong,
    )


def main() -> None:
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory(prefix="evenfloor-chaos-") as folder:
        outcome = asyncio.run(chaos(kills, Path(folder), show=True))
    print(
        f"{outcome.kills} kills: {outcome.acknowledged} commands acknowledged, {outcome.resent} sent again, "
        f"{outcome.reconnections} reconnections; {len(outcome.lost)} lost, {len(outcome.doubled)} doubled, "
        f"{len(outcome.moved)} elsewhere than answered, {outcome.wrong_screens} wrong screens."
    )
    sys.exit(not outcome.good)


if __name__ == "__main__":
    main()
