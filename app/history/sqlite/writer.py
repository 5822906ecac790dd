"""The one thread that writes the SQLite file: it takes all that waits, of all rooms, into one durable
transaction.

A commit costs a sync of the disk, whoever it is for; so it is shared. No event loop waits for the disk: a
batch costs one hop to this thread and, with all others of its transaction, one hop back.
"""

from __future__ import annotations

import asyncio
import contextlib
import queue
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar, cast

from app.history.entry import Append
from app.history.errors import LogUnavailable, OutcomeUnknown
from app.history.redaction import redacts
from app.history.sqlite.appending import append_all, append_one, has_batch
from app.history.sqlite.failures import unavailable

T = TypeVar("T")
Job = Callable[[sqlite3.Connection], object]

GROUP = 1_000
"""Works in one transaction at most, so that a flood is answered in steps and not all at its end."""


RETRY_S = 1.0
"""Pause before the write-ahead log is emptied again where a reader was in the way."""


@dataclass(slots=True)
class _Waiting:
    """A batch or a job, and who waits for it. Result and error are set by the writer before the hop back."""

    work: Append | Job
    future: asyncio.Future[object]
    forgets: bool = False
    """Whether it deletes what is to stand nowhere any more, the write-ahead log included."""
    result: object = None
    error: Exception | None = None


class Writer:
    """Runs works on its own connection in the order of their arrival, grouped into transactions.

    `connect` is called once, in the writer's thread. A job is a function of the connection; it may be run
    twice (after a rollback) and neither begins, commits nor rolls back. A writer belongs to the event loop
    that it was made in.
    """

    def __init__(self, connect: Callable[[], sqlite3.Connection]) -> None:
        self._connect = connect
        self._queue: queue.SimpleQueue[_Waiting | None] = queue.SimpleQueue()
        self._loop = asyncio.get_running_loop()
        self._ready: asyncio.Future[None] = self._loop.create_future()
        self._gone: asyncio.Future[None] = self._loop.create_future()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="evenfloor-writer", daemon=True)
        self.transactions = 0
        """Transactions committed so far; fewer than the works that shared them."""

    async def start(self) -> None:
        """Start the thread. Raises what `connect` raised."""
        self._thread.start()
        await self._ready

    def append(self, batch: Append) -> asyncio.Future[bool]:
        """See `Log.append`."""
        appended = self._hand_over(batch, forgets=redacts(batch.entries))
        return cast("asyncio.Future[bool]", appended)

    async def run(self, job: Callable[[sqlite3.Connection], T], *, forgets: bool = False) -> T:
        """Run a job in the next transaction; its result, once that is durable.

        What it raises undoes it alone. `forgets`: what it deletes is to stand nowhere any more.
        """
        results: list[T] = []

        def keep(connection: sqlite3.Connection) -> None:
            results[:] = [job(connection)]

        await self._hand_over(keep, forgets=forgets)
        return results[0]

    async def close(self) -> None:
        """Write what was handed over before, then close the connection. What comes later is refused."""
        if not self._closing:
            self._closing = True
            self._queue.put(None)
        await asyncio.shield(self._gone)
        self._thread.join()

    def _hand_over(self, work: Append | Job, *, forgets: bool) -> asyncio.Future[object]:
        if self._closing:
            raise LogUnavailable("The server is stopping. Nothing was written; try again in a moment.")
        future: asyncio.Future[object] = self._loop.create_future()
        self._queue.put(_Waiting(work, future, forgets))
        return future

    # ---- in the writer's own thread

    def _run(self) -> None:
        try:
            connection = self._connect()
        except Exception as error:  # noqa: BLE001 - whoever awaits the start raises it
            self._hop_back(self._refuse_start, error)
            return
        self._hop_back(self._ready.set_result, None)
        try:
            self._serve(connection)
            connection.close()
        finally:
            # Whoever waits for the end waits for this, whatever became of the rest.
            self._hop_back(self._gone.set_result, None)

    def _serve(self, connection: sqlite3.Connection) -> None:
        open_still = True
        # Whether something that was taken back still stands in the write-ahead log: it may, too, where the
        # process before this one was killed between the two.
        owed = not _emptied(connection)
        while open_still:
            group, open_still = self._gather(RETRY_S if owed else None)
            if group:
                self._settle(connection, group)
            if owed or any(each.forgets and each.error is None for each in group):
                owed = not _emptied(connection)
            if group:
                self._hop_back(_deliver, group)

    def _gather(self, wait_s: float | None) -> tuple[list[_Waiting], bool]:
        """All that waits, at least one work unless `wait_s` is over before; and False once the end of the
        queue was among it.
        """
        try:
            waiting = self._queue.get(timeout=wait_s)
        except queue.Empty:
            return [], True
        group: list[_Waiting] = []
        while waiting is not None:
            group.append(waiting)
            if len(group) == GROUP:
                return group, True
            try:
                waiting = self._queue.get_nowait()
            except queue.Empty:
                return group, True
        return group, False

    def _hop_back(self, function: Callable[..., object], *arguments: object) -> None:
        # A loop that was closed without closing the log has nobody left who waits.
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(function, *arguments)

    def _refuse_start(self, error: Exception) -> None:
        self._closing = True
        self._gone.set_result(None)
        self._ready.set_exception(error)

    def _settle(self, connection: sqlite3.Connection, group: list[_Waiting]) -> None:
        """Give each work a result or an error.

        If one of them is refused for its own sake, all run again, each alone.
        """
        error = self._commit(connection, group, _write_together)
        if error is not None and not isinstance(error, (LogUnavailable, OutcomeUnknown)):
            error = self._commit(connection, group, _write_one_by_one)
        if error is not None:
            for waiting in group:
                waiting.error = error

    def _commit(
        self,
        connection: sqlite3.Connection,
        group: list[_Waiting],
        write: Callable[[sqlite3.Connection, list[_Waiting]], None],
    ) -> Exception | None:
        """One transaction: None when it is durable.

        `LogUnavailable` when the storage failed and nothing was written.
        """
        committing = False
        try:
            connection.execute("BEGIN IMMEDIATE")
            write(connection, group)
            committing = True
            connection.execute("COMMIT")
        except Exception as error:  # noqa: BLE001 - whoever waits for the group raises it
            refusal = unavailable(error)
            try:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                if refusal is None or not (committing and _is_there(connection, group)):
                    return refusal or error
            except sqlite3.Error:
                return OutcomeUnknown(
                    "The disk failed while it was writing. What was written will be known once it answers."
                )
        self.transactions += 1
        return None


def _emptied(connection: sqlite3.Connection) -> bool:
    """Fold the write-ahead log into the file and leave it empty; False while somebody still reads from it."""
    try:
        (busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error:
        return False
    return not busy


def _write_together(connection: sqlite3.Connection, group: list[_Waiting]) -> None:
    for are_batches, run in groupby(group, key=lambda waiting: isinstance(waiting.work, Append)):
        works = list(run)
        if are_batches and len(works) > 1:
            append_all(connection, [each.work for each in works if isinstance(each.work, Append)])
            for each in works:
                each.result = True
        else:
            for each in works:
                each.result = _write(connection, each.work)


def _write_one_by_one(connection: sqlite3.Connection, group: list[_Waiting]) -> None:
    for each in group:
        connection.execute("SAVEPOINT alone")
        try:
            each.result = _write(connection, each.work)
        except Exception as error:
            if unavailable(error) is not None:
                raise
            each.error = error
            connection.execute("ROLLBACK TO alone")
        connection.execute("RELEASE alone")


def _write(connection: sqlite3.Connection, work: Append | Job) -> object:
    return append_one(connection, work) if isinstance(work, Append) else work(connection)


def _is_there(connection: sqlite3.Connection, group: list[_Waiting]) -> bool:
    """After a commit that reported an error: whether the transaction stands all the same."""
    for each in group:
        if isinstance(each.work, Append) and each.result is True and each.error is None:
            return has_batch(connection, each.work.session_id, each.work.batch_id)
    return False


def _deliver(group: list[_Waiting]) -> None:
    for waiting in group:
        if waiting.future.done():  # whoever waited has been cancelled
            continue
        if waiting.error is not None:
            waiting.future.set_exception(waiting.error)
        else:
            waiting.future.set_result(waiting.result)
