"""Real files for the tests of what is stored."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from app.history import catalogue, migrate
from app.history.log import SqliteLog

NOW = 1_764_000_000_000


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty database file; tests take copies of it."""
    path = tmp_path_factory.mktemp("template") / "evenfloor.sqlite3"
    migrate.upgrade(path)
    return path


@pytest.fixture
def path(template: Path, tmp_path: Path) -> Path:
    """A migrated database file of this test alone."""
    copy = tmp_path / "evenfloor.sqlite3"
    copy.write_bytes(template.read_bytes())
    return copy


@pytest_asyncio.fixture
async def log(path: Path) -> AsyncIterator[SqliteLog]:
    """An open log on that file."""
    opened = await SqliteLog.open(path)
    yield opened
    await opened.close()


@pytest_asyncio.fixture
async def session_id(log: SqliteLog) -> str:
    """A planned session in a room of its own."""
    return await new_session(log)


async def new_session(log: SqliteLog) -> str:
    """One more session in a room of its own."""
    made = await catalogue.create_room(log.database, name="Buses", purpose="decide", hearing="mixed", now=NOW)
    return (await catalogue.create_session(log.database, made.room.id, now=NOW)).id
