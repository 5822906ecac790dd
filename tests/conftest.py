"""Real servers for the tests that need one, started once when the first asks."""

import asyncio
from collections.abc import Iterator

import pytest

from app.history import migrate
from app.history.location import PostgresAddress
from benchmarks.postgres import Postgres


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL of these tests alone."""
    server = Postgres()
    yield server
    server.end()


@pytest.fixture(scope="session")
def postgres_template(postgres: Postgres) -> str:
    """A migrated, empty database; tests take copies of it."""
    name = asyncio.run(postgres.create())
    migrate.upgrade(PostgresAddress(postgres.url(name)))
    return name
