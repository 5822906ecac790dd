"""What SQLite's failures mean, in sentences for whoever runs the server."""

import sqlite3

from app.history.errors import LogUnavailable

_HELD = "Another program holds the database file. Nothing was written; try again in a moment."
_FORBIDDEN = "The database file may not be written. Nothing was written; check who owns it and its folder."
_DAMAGED = "The database file is damaged. Nothing was written; stop the server and restore a backup."

_REASONS = {
    sqlite3.SQLITE_FULL: "The disk is full. Nothing was written or lost: free some space and try again.",
    sqlite3.SQLITE_IOERR: "The disk reports an error. Nothing was written: check the disk and try again.",
    sqlite3.SQLITE_BUSY: _HELD,
    sqlite3.SQLITE_LOCKED: _HELD,
    sqlite3.SQLITE_PROTOCOL: _HELD,
    sqlite3.SQLITE_READONLY: _FORBIDDEN,
    sqlite3.SQLITE_PERM: _FORBIDDEN,
    sqlite3.SQLITE_CANTOPEN: "The database file cannot be opened. Nothing was written; is its folder there?",
    sqlite3.SQLITE_NOMEM: "The machine is out of memory. Nothing was written; try again in a moment.",
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}


def unavailable(error: BaseException | None) -> LogUnavailable | None:
    """The storage's failure as a refusal; None when the fault is the statement's or the caller's."""
    code = getattr(error, "sqlite_errorcode", None)
    if not isinstance(code, int):
        return None
    reason = _REASONS.get(code & 0xFF)  # the upper bits tell the kind of I/O error
    return None if reason is None else LogUnavailable(reason)
