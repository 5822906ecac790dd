"""What all tests share: real servers, started once when the first asks, and no test that is timed."""

import asyncio
from collections.abc import Iterator

import hypothesis
import pytest

from app.history import migrate
from app.history.location import PostgresAddress
from benchmarks.postgres import Postgres
from benchmarks.valkey import Valkey

# A busy machine is no defect of what is tested.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


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


@pytest.fixture
def address(postgres: Postgres, postgres_template: str) -> Iterator[PostgresAddress]:
    """A migrated PostgreSQL database of one test alone."""
    name = asyncio.run(postgres.create(postgres_template))
    yield PostgresAddress(postgres.url(name))
    asyncio.run(postgres.drop(name))


@pytest.fixture(scope="session")
def valkey() -> Iterator[Valkey]:
    """A Valkey of these tests alone."""
    server = Valkey()
    yield server
    server.end()
