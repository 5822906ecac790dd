"""What tables a SQLite file has, and how a new one is made."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

from app.history.errors import LogUnavailable, NotADatabase
from app.history.sqlite.failures import unavailable

PRIVATE = 0o600
"""A database holds what people said of themselves: it is its owner's to read, and so is what SQLite puts
beside it.
"""


def revision_of(path: Path) -> str | None:
    """The revision that a file is at; None if it has no tables of ours yet or is not there.

    Raises `NotADatabase`, or `LogUnavailable` if it cannot be read.
    """
    if not path.exists():
        return None
    try:
        connection = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True)
        try:
            names = {
                name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            }
            if "alembic_version" in names:
                row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
                return None if row is None else str(row[0])
        finally:
            connection.close()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
            raise NotADatabase(
                f"{path} is not a database. Nothing was changed; give Evenfloor another file."
            ) from error
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT:
            raise NotADatabase(f"{path} is damaged. Nothing was changed; restore a backup.") from error
        raise unavailable(error) or LogUnavailable(f"{path} cannot be read: {error}.") from error
    if names:
        raise NotADatabase(
            f"{path} is a database of another program. Nothing was changed; give Evenfloor another file."
        )
    return None


def make(path: Path) -> None:
    """Make the file and its folder where they are not there. Raises `LogUnavailable`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=PRIVATE, exist_ok=True)
    except OSError as error:
        raise LogUnavailable(f"{path} cannot be made ({error.strerror}). Choose another folder.") from error
