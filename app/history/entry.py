"""What is stored: an event as text, and a batch of them as it is appended."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """One stored event.

    `at` is integer milliseconds of the session's clock; `body` is JSON text without the kind.
    """

    seq: int
    at: int
    kind: str
    version: int
    actor: str | None
    command_id: str | None
    body: str


class Append(NamedTuple):
    """The entries of one decided batch: they follow `expected_seq` without a gap.

    `batch_id` is random and never reused.
    """

    session_id: str
    expected_seq: int
    batch_id: str
    entries: tuple[Entry, ...]
