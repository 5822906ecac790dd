"""Logs of every release still mean what they meant when they were written."""

import json
from pathlib import Path

import pytest

from app.wire.codec import EVENT_TYPES
from tests.history.golden.reading import entries_of, logs, meaning


@pytest.mark.parametrize("log", logs(), ids=lambda log: f"{log.parent.name}-{log.stem}")
def test_a_log_of_a_release_is_read_as_it_was_then(log: Path) -> None:
    meant = json.loads(log.with_suffix(".json").read_text(encoding="utf-8"))
    assert json.loads(json.dumps(meaning(entries_of(log)))) == meant


def test_the_golden_logs_hold_every_kind_of_event() -> None:
    held = {entry.kind for log in logs() for entry in entries_of(log)}
    assert held == set(EVENT_TYPES)
