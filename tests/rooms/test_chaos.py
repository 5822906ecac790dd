"""A server that is killed at work loses nothing that it acknowledged."""

from pathlib import Path

import pytest

from benchmarks.chaos import chaos


@pytest.mark.chaos
async def test_ten_kills_lose_nothing_and_double_nothing_and_clients_come_back(tmp_path: Path) -> None:
    outcome = await chaos(10, tmp_path, seed=7)
    assert outcome.kills == 10
    assert outcome.acknowledged > 50
    assert outcome.reconnections >= 10
    assert outcome.resent > 0
    assert (outcome.lost, outcome.doubled, outcome.moved, outcome.wrong_screens) == ([], [], [], 0)
