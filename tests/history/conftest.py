"""Real files and databases for the tests of what is stored."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from app.history import catalogue, migrate
from app.history.location import Location, PostgresAddress
from app.history.log import StoredLog
from app.history.opening import open_log
from app.history.sqlite.log import SqliteLog

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


@pytest.fixture(params=["sqlite", "postgres"])
def location(request: pytest.FixtureRequest) -> Location:
    """A migrated database of this test alone; each test that asks for it runs on both kinds."""
    found = request.getfixturevalue("path" if request.param == "sqlite" else "address")
    assert isinstance(found, (Path, PostgresAddress))
    return found


@pytest_asyncio.fixture
async def log(location: Location) -> AsyncIterator[StoredLog]:
    """An open log, on both kinds of database."""
    opened = await open_log(location)
    yield opened
    await opened.close()


@pytest_asyncio.fixture
async def sqlite_log(path: Path) -> AsyncIterator[SqliteLog]:
    """An open log on a file."""
    opened = await SqliteLog.open(path)
    yield opened
    await opened.close()


@pytest_asyncio.fixture
async def session_id(log: StoredLog) -> str:
    """A planned session in a room of its own."""
    return await new_session(log)


async def new_session(log: StoredLog) -> str:
    """One more session in a room of its own."""
    made = await catalogue.create_room(log.database, name="Buses", purpose="decide", hearing="mixed", now=NOW)
    return (await catalogue.create_session(log.database, made.room.id, now=NOW)).id
