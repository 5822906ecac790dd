"""Two nodes as processes of their own on one PostgreSQL and one Redis, reached through proxies that cut."""

from __future__ import annotations

import asyncio
import os
import secrets
import signal
import socket
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import httpx

from app.history.entry import Entry
from app.history.location import PostgresAddress
from app.history.postgres.log import PostgresLog
from benchmarks.cutting import CuttingProxy
from benchmarks.postgres import Postgres
from benchmarks.valkey import Valkey

ROOT = Path(__file__).resolve().parent.parent
START_S = 60.0
"""How long a node may take to start or to stop."""


class Node:
    """One server process on a port of its own, killed and started again."""

    def __init__(self, settings: dict[str, str], to_database: CuttingProxy, to_redis: CuttingProxy) -> None:
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = int(probe.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self.to_database = to_database
        self.to_redis = to_redis
        self.boot = ""
        self._settings = {**settings, "EVENFLOOR_PORT": str(self.port)}
        self._process: asyncio.subprocess.Process | None = None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    async def start(self) -> None:
        """Start it, and wait until it says that it is up."""
        own = {name: value for name, value in os.environ.items() if not name.startswith("EVENFLOOR_")}
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "benchmarks.node"),
            cwd=ROOT,
            env={**own, **self._settings},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=1 << 28,
        )
        self.boot = (await self._line()).decode().strip()

    async def stands(self, session: str) -> tuple[int, bool]:
        """At which seq it holds a session, and whether its state is the one that the log leads to."""
        assert self._process is not None and self._process.stdin is not None
        self._process.stdin.write(f"{session}\n".encode())
        seq, agrees = (await self._line()).split()
        return int(seq), agrees == b"True"

    async def kill(self) -> None:
        """`kill -9`."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        await asyncio.wait_for(self._process.wait(), START_S)

    async def stop(self) -> None:
        """In good order."""
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(signal.SIGTERM)
            try:
                await asyncio.wait_for(self._process.wait(), START_S)
            except TimeoutError:
                self._process.kill()
                raise

    async def _line(self) -> bytes:
        assert self._process is not None and self._process.stdout is not None
        line = await asyncio.wait_for(self._process.stdout.readline(), START_S)
        if not line:
            raise SystemExit("a node did not start, or ended")
        return line


class World:
    """All of it, and the log as it stands in the database."""

    def __init__(
        self, postgres: Postgres, valkey: Valkey, address: PostgresAddress, nodes: list[Node]
    ) -> None:
        self.postgres = postgres
        self.valkey = valkey
        self.address = address
        self.nodes = nodes

    async def entries(self, session: str) -> list[Entry]:
        """The log of a session."""
        log = await PostgresLog.open(self.address)
        try:
            return await log.read(session)
        finally:
            await log.close()


@asynccontextmanager
async def world(postgres: Postgres, valkey: Valkey, *, count: int = 2) -> AsyncIterator[World]:
    """So many nodes on a database of their own."""
    name = await postgres.create()
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="evenfloor-world-")))
        key = folder / "secret.key"
        key.touch(mode=0o600)
        key.write_text(secrets.token_hex(32))
        nodes = []
        for _ in range(count):
            to_database = await stack.enter_async_context(CuttingProxy(postgres.socket))
            to_redis = await stack.enter_async_context(CuttingProxy(valkey.socket))
            settings = {
                "EVENFLOOR_DATA_DIR": str(folder),
                "EVENFLOOR_DATABASE_URL": postgres.url(name, to_database.port),
                "EVENFLOOR_REDIS_URL": valkey.url(to_redis.port),
                "EVENFLOOR_LOG_LEVEL": "error",
            }
            node = Node(settings, to_database, to_redis)
            nodes.append(node)
            stack.push_async_callback(node.stop)
        for node in nodes:
            await node.start()
        yield World(postgres, valkey, PostgresAddress(postgres.url(name)), nodes)
        for node in nodes:
            node.to_database.heal()
            node.to_redis.heal()
    await postgres.drop(name)


async def room(node: Node) -> tuple[str, str, str]:
    """A new room at a node: its id, its code, and the secret of its facilitators' link."""
    async with httpx.AsyncClient(base_url=node.url, timeout=30) as http:
        made = await http.post(
            "/api/v1/rooms", json={"name": "Chaos", "purpose": "decide", "setting": "mixed"}
        )
        made.raise_for_status()
        said = made.json()
        return said["room"]["id"], said["room"]["code"], said["facilitator_link"].partition("#")[2]


async def seat(node: Node, code: str, name: str) -> dict[str, str]:
    """Somebody who joins by the code: their ids and their token."""
    async with httpx.AsyncClient(base_url=node.url, timeout=30) as http:
        joined = await http.post("/api/v1/join", json={"code": code, "name": name, "place": "remote"})
        joined.raise_for_status()
        said: dict[str, str] = joined.json()
        return said


async def facilitator(node: Node, room_id: str, secret: str, name: str) -> dict[str, str]:
    """Somebody who comes in by the facilitators' link."""
    async with httpx.AsyncClient(base_url=node.url, timeout=30) as http:
        let_in = await http.post(
            "/api/v1/access/facilitator", json={"room_id": room_id, "secret": secret, "name": name}
        )
        let_in.raise_for_status()
        said: dict[str, str] = let_in.json()
        return said


def live_url(node: Node, session: str) -> str:
    """Where a session is followed."""
    return f"ws://127.0.0.1:{node.port}/api/v1/sessions/{session}/live"
