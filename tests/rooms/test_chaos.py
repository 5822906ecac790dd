"""Servers that are killed, cut off and restarted at work lose nothing that they acknowledged."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.chaos import chaos
from benchmarks.convergence import converge
from benchmarks.faults import GRACE_MS, Plan, faults
from benchmarks.postgres import Postgres
from benchmarks.valkey import Valkey
from benchmarks.world import world


@pytest.mark.chaos
async def test_ten_kills_lose_nothing_and_double_nothing_and_clients_come_back(tmp_path: Path) -> None:
    outcome = await chaos(10, tmp_path, seed=7)
    assert outcome.kills == 10
    assert outcome.acknowledged > 50
    assert outcome.reconnections >= 10
    assert outcome.resent > 0
    assert (outcome.lost, outcome.doubled, outcome.moved, outcome.wrong_screens) == ([], [], [], 0)


@pytest.fixture
def breakable() -> Iterator[tuple[Postgres, Valkey]]:
    """A PostgreSQL and a Valkey that nobody else uses."""
    servers = Postgres(), Valkey()
    yield servers
    for server in servers:
        server.end()


@pytest.mark.chaos
async def test_two_nodes_the_log_and_every_screen_agree_after_1500_random_commands(
    breakable: tuple[Postgres, Valkey],
) -> None:
    async with world(*breakable) as here:
        agreement = await converge(here, 1_500, seed=11)
    assert agreement.commands == 1_500
    assert agreement.disturbances == 30
    assert agreement.reconnections > 0
    assert agreement.accepted > 500
    assert (agreement.screens, agreement.states, agreement.doubled) == ([], [], [])


@pytest.mark.chaos
async def test_faults_under_load_lose_nothing_double_nothing_and_leave_no_ghost(
    breakable: tuple[Postgres, Valkey],
) -> None:
    plan = Plan(kills=3, database_restarts=1, redis_restarts=1, partitions=2)
    async with world(*breakable) as here:
        outcome = await faults(here, plan, seed=5)
    assert outcome.faults == 7
    assert outcome.acknowledged > 200
    assert outcome.reconnections > 0
    assert (outcome.lost, outcome.doubled, outcome.moved, outcome.wrong_screens) == ([], [], [], 0)
    assert outcome.ghosts == []
    assert 0 < outcome.slowest_ghost_ms <= GRACE_MS
