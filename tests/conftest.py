"""What all tests share: real servers, started once when the first asks, and no test that is timed."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from app.history import migrate
from app.history.location import PostgresAddress
from benchmarks.postgres import Postgres
from benchmarks.valkey import Valkey

# A busy machine is no defect of what is tested. Explaining what was found is left out: after five minutes of
# looking for a smaller case it may ask a law of whole meetings, seconds each, some hundred times more.
PHASES = [phase for phase in hypothesis.Phase if phase is not hypothesis.Phase.explain]
# The same cases in every run: what a change broke is told apart from what was always so. Whoever looks for
# the latter says `--hypothesis-profile searching`, and writes what was found down as an `@example`.
hypothesis.settings.register_profile("settled", deadline=None, phases=PHASES, derandomize=True)
hypothesis.settings.register_profile("searching", deadline=None, phases=PHASES)
hypothesis.settings.load_profile("settled")


LONGEST_FIRST = ("rooms/test_chaos.py", "privacy/test_visibility.py", "api/test_masking.py", "browser")
"""Where the tests are that take longest. Begun last they would keep one worker busy while the others have
nothing left to do.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The order stays as it was but for these."""
    here = Path(__file__).parent

    def rank(item: pytest.Item) -> int:
        ranks = (n for n, one in enumerate(LONGEST_FIRST) if item.path.is_relative_to(here / one))
        return next(ranks, len(LONGEST_FIRST))

    items.sort(key=rank)


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
