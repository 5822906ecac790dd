"""What PostgreSQL's failures mean, in sentences for whoever runs the server."""

from __future__ import annotations

import asyncpg
from sqlalchemy.exc import DBAPIError

from app.history.errors import Forbidden, HistoryError, LogUnavailable, OutcomeUnknown

AWAY = "The database does not answer. Nothing was written or lost; try again in a moment."

UNKNOWN = (
    "The connection to the database was lost while it was writing. What was written will be known once it "
    "answers."
)

STOPPING = "The server is stopping. Nothing was written; try again in a moment."

_LOST = ("08", "57P")
"""SQLSTATE classes: the connection has failed; the server is going down, has crashed or is not up yet."""

_REASONS = {
    "53100": "The database's disk is full. Nothing was written or lost: free some space and try again.",
    "53200": "The database is out of memory. Nothing was written; try again in a moment.",
    "53300": "The database takes no more connections. Nothing was written; raise its max_connections.",
    "25006": "The database may only be read now. Nothing was written; is it a standby?",
    "28": "The database does not let Evenfloor in. Check user and password in EVENFLOOR_DATABASE_URL.",
    "3D000": "There is no such database. Make it (createdb), or correct EVENFLOOR_DATABASE_URL.",
    "40": "Others wrote the same at the same time. Nothing was written; try again in a moment.",
    "42501": "Evenfloor may not do that in the database: it has to own it. Nothing was changed.",
    "55P03": "Another program holds the database. Nothing was written; try again in a moment.",
    "57014": "The database took too long. Nothing was written; try again in a moment.",
    "58": "The database reports an error of its disk. Nothing was written: check the disk and try again.",
}
"""By SQLSTATE or its class."""


def is_lost(error: BaseException) -> bool:
    """Whether the connection is what has failed, so that the answer to what was sent is not known."""
    error = cause_of(error)
    if isinstance(error, asyncpg.PostgresError):
        return str(error.sqlstate or "08").startswith(_LOST)
    return isinstance(error, (OSError, asyncpg.InterfaceError, asyncpg.InternalClientError, EOFError))


def told(error: BaseException, *, sent: bool = False) -> HistoryError | None:
    """A failure as a refusal; None when the fault is the statement's.

    `sent`: what would have committed was sent, so that a lost connection leaves the outcome unknown.
    """
    error = cause_of(error)
    if is_lost(error):
        return OutcomeUnknown(UNKNOWN) if sent else LogUnavailable(AWAY)
    if not isinstance(error, asyncpg.PostgresError):
        return None
    if isinstance(error, asyncpg.IntegrityConstraintViolationError):
        return Forbidden(f"The database does not allow that: {error}.")
    state = str(error.sqlstate)
    reason = _REASONS.get(state) or _REASONS.get(state[:2])
    return None if reason is None else LogUnavailable(reason)


def cause_of(error: BaseException) -> BaseException:
    """The driver's own error, where SQLAlchemy has wrapped it."""
    if isinstance(error, DBAPIError) and error.orig is not None:
        return error.orig.__cause__ or error.orig
    return error
