"""The log: what every session's history is kept in, and what each kind of storage has to promise."""

from __future__ import annotations

from collections.abc import Awaitable, Collection
from typing import Protocol

from app.history.database import Database
from app.history.entry import Append, Entry
from app.history.nodes import Nodes


class Log(Protocol):
    """An append-only log for each session; whoever appends says which head they decided on."""

    def append(self, batch: Append) -> Awaitable[bool]:
        """Write the whole batch, or nothing. True: it is durable.

        False: somebody was first (the head has moved).

        Raises `UnknownSession`; `LogUnavailable` when nothing was written (the message says why);
        `OutcomeUnknown` when only `has_batch` can tell.
        """
        ...

    async def read(self, session_id: str, after_seq: int = 0) -> list[Entry]:
        """The entries above `after_seq`, in order."""
        ...

    async def heads(self, session_ids: Collection[str]) -> dict[str, tuple[int, int]]:
        """The (head_seq, epoch) of each of these sessions that exists, in one query."""
        ...

    async def has_batch(self, session_id: str, batch_id: str) -> bool:
        """Whether a batch whose outcome was unknown has been written."""
        ...


class StoredLog(Log, Protocol):
    """The log of one open database, and beside it the rest that is kept there."""

    @property
    def database(self) -> Database:
        """Where the catalogue of the same database is read and written."""
        ...

    @property
    def nodes(self) -> Nodes | None:
        """Where nodes give signs of life; None: one process serves this history, and there is no other."""
        ...

    def give_up(self) -> None:
        """Wait for the database no longer: whoever waits for it is refused, and so is who comes later."""
        ...

    async def close(self) -> None:
        """Write what was handed over, then let the database go."""
        ...


def follows(batch: Append) -> bool:
    """Whether the entries of a batch follow its head without a gap, and are any at all."""
    return bool(batch.entries) and batch.entries[-1].seq == batch.expected_seq + len(batch.entries)
