"""Files and nodes for the tests of live rooms."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from app.history import migrate
from tests.rooms.node import Node, node


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
async def live(path: Path) -> AsyncIterator[Node]:
    """A running node."""
    async with node(path) as running:
        yield running
