"""The SQL of an append on SQLite: move the heads that stood where their deciders believed, then store the
entries.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from functools import cache

from app.history.entry import Append, Entry
from app.history.errors import UnknownSession
from app.history.redaction import redacts, rewritten, statements
from app.history.states import STATES

_INSERT = "INSERT INTO event (session_id, seq, at, kind, version, actor, command_id, batch_id, body) VALUES "

_COLUMNS = 9

_ROWS_A_STATEMENT = 64
"""Few enough that the statements of every size stay prepared, many enough that a thousand rows take few
calls.
"""

_MOVE_ONE = "UPDATE session SET head_seq = ? WHERE id = ? AND head_seq = ?"

_MOVE_ALL = """
UPDATE session SET head_seq = moved.value ->> 2 FROM json_each(?) AS moved
WHERE session.id = moved.value ->> 0 AND session.head_seq = moved.value ->> 1
"""

_READ = """
SELECT seq, at, kind, version, actor, command_id, body FROM event WHERE session_id = ? ORDER BY seq
"""

_SET_STATE = """
UPDATE session SET state = :state,
    opened_at = CASE WHEN :state = 'open' THEN COALESCE(opened_at, :at) ELSE opened_at END,
    ended_at = CASE WHEN :state = 'ended' THEN :at ELSE NULL END
WHERE id = :id
"""


class LostRace(Exception):
    """Some head of several had moved; which one, only appending them alone can tell."""


def append_one(connection: sqlite3.Connection, batch: Append) -> bool:
    """Append one batch in the transaction that is open; False, and nothing written, if its head has moved.

    Raises `UnknownSession`.
    """
    new_seq = batch.expected_seq + len(batch.entries)
    moved = connection.execute(_MOVE_ONE, (new_seq, batch.session_id, batch.expected_seq)).rowcount
    if not moved:
        if connection.execute("SELECT 1 FROM session WHERE id = ?", (batch.session_id,)).fetchone() is None:
            raise UnknownSession(batch.session_id)
        return False
    _insert(connection, (batch,))
    if redacts(batch.entries):
        _redact(connection, batch)
    return True


def _redact(connection: sqlite3.Connection, batch: Append) -> None:
    """Take from the log what the batch says that it no longer holds."""
    log = [Entry(*row) for row in connection.execute(_READ, (batch.session_id,))]
    for sql, values in statements(batch.session_id, rewritten(log, batch.entries)):
        connection.execute(sql, values)


def append_all(connection: sqlite3.Connection, batches: Sequence[Append]) -> None:
    """Append the batches of different sessions in the transaction that is open, with a statement for all.

    Raises `LostRace` if any head has moved, any batch redacts, any session is unknown or one comes twice: the
    transaction has to be rolled back then, and each batch appended by `append_one`.
    """
    if len({batch.session_id for batch in batches}) < len(batches):
        raise LostRace
    if any(redacts(batch.entries) for batch in batches):
        raise LostRace
    heads = [(session, seq, seq + len(entries)) for session, seq, _, entries in batches]
    if connection.execute(_MOVE_ALL, (json.dumps(heads),)).rowcount != len(batches):
        raise LostRace
    _insert(connection, batches)


def has_batch(connection: sqlite3.Connection, session_id: str, batch_id: str) -> bool:
    """Whether a batch is in the log, as this connection sees it."""
    found = connection.execute(
        "SELECT 1 FROM event WHERE session_id = ? AND batch_id = ? LIMIT 1", (session_id, batch_id)
    )
    return found.fetchone() is not None


def _insert(connection: sqlite3.Connection, batches: Sequence[Append]) -> None:
    values: list[object] = []
    turned: list[dict[str, object]] = []
    for session, _, batch_id, entries in batches:
        for seq, at, kind, version, actor, command_id, body in entries:
            values += (session, seq, at, kind, version, actor, command_id, batch_id, body)
            if kind in STATES:
                turned.append({"state": STATES[kind].value, "at": at, "id": session})
    at_once = _ROWS_A_STATEMENT * _COLUMNS
    for start in range(0, len(values), at_once):
        part = values[start : start + at_once]
        connection.execute(_insert_of(len(part) // _COLUMNS), part)
    for named in turned:
        connection.execute(_SET_STATE, named)


@cache
def _insert_of(rows: int) -> str:
    """The statement that inserts so many rows."""
    row = f"({', '.join('?' * _COLUMNS)})"
    return _INSERT + ", ".join([row] * rows)
