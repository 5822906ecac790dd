"""What the rest of `history` asks of a database, whichever it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol, TypeAlias, TypeVar

from sqlmodel import Session

T = TypeVar("T")

Value: TypeAlias = str | int | None
Statement: TypeAlias = tuple[str, Mapping[str, Value]]
"""SQL with `:named` parameters, and their values. It is written so that every database understands it."""


class Writing(Protocol):
    """A transaction that is open, as a job sees it."""

    def run(self, sql: str, values: Mapping[str, Value]) -> int:
        """Run one statement with `:named` parameters; how many rows it has touched."""
        ...

    def run_all(self, sql: str, rows: Sequence[Mapping[str, Value]]) -> None:
        """Run one statement for each of these rows."""
        ...


class Database(Protocol):
    """Where catalogue, keys, credentials and projection are."""

    async def read(self, job: Callable[[Session], T]) -> T:
        """Run a job on one consistent snapshot. Rows that it returns stay usable.

        Raises `LogUnavailable` when the database cannot be read.
        """
        ...

    async def write(self, *statements: Statement) -> list[int]:
        """Run statements as one durable whole; how many rows each has touched.

        Raises `LogUnavailable`, and `Forbidden` when a constraint does not allow it: nothing is written then;
        `OutcomeUnknown` when that cannot be told.
        """
        ...

    async def write_with(self, job: Callable[[Writing], T], *, forgets: bool = False) -> T:
        """The same for a job that decides on its way. It may be run twice, and what it raises undoes it.

        `forgets`: what it deletes is to stand nowhere any more, as far as the database can promise that.
        """
        ...
