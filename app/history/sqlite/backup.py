"""Copies of a database file, made while a server uses it, and put back when none does.

Everything here blocks: a server calls it in a thread, the command line as it is.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from app.history import migrate
from app.history.errors import LogUnavailable, NotADatabase, WouldOverwrite
from app.history.sqlite.failures import unavailable
from app.history.sqlite.schema import PRIVATE


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds. `size` is in bytes."""

    path: Path
    size: int
    rooms: int
    sessions: int
    events: int

    def in_words(self) -> str:
        """One line for whoever asked for the copy."""
        return (
            f"{self.path}: rooms {self.rooms}, sessions {self.sessions}, events {self.events}, "
            f"{self.size / 1_000_000:.1f} MB, checked."
        )


def backup(database: Path, to: Path, *, replace: bool = False) -> Copied:
    """Copy a database, as it is at one instant, into one file. A server may go on using it meanwhile.

    Raises `WouldOverwrite` if `to` is there and may not be replaced, `NotADatabase` if there is nothing to
    copy or it is damaged, `LogUnavailable` if the disk refuses.
    """
    if not database.exists():
        raise NotADatabase(f"There is no database {database}. Say where it is with EVENFLOOR_DATA_DIR.")
    may_write(to, replace=replace)
    return _copy(database, to)


def may_write(to: Path, *, replace: bool) -> None:
    """Raise `WouldOverwrite` if a file is there and may not be replaced."""
    if to.exists() and not replace:
        raise WouldOverwrite(f"{to} is there already. Choose another name, or ask for it to be replaced.")


def restore(copy: Path, database: Path, *, replace: bool = False) -> Copied:
    """Put a backup where the server's database is (or was), after checking it whole.

    Raises `WouldOverwrite` if there is a database and it may not be replaced, or a server uses it;
    `NotADatabase` if the backup is none or is damaged; `SchemaMismatch` if a newer Evenfloor made it;
    `LogUnavailable` if the disk refuses.
    """
    if not copy.exists():
        raise NotADatabase(f"There is no file {copy}. Nothing was changed.")
    found = migrate.revision_of(copy)
    if found is None:
        raise NotADatabase(f"{copy} is not a backup of Evenfloor. Nothing was changed.")
    migrate.refuse_newer(copy, found)
    if database.exists():
        if not replace:
            raise WouldOverwrite(
                f"There is a database at {database} already. Move it away, or ask for it to be replaced."
            )
        _let_nobody_use(database)
    done = _copy(copy, database)
    migrate.upgrade(database)
    return done


def _copy(source: Path, to: Path) -> Copied:
    """Copy beside the target, check the copy, and only then let it take its name."""
    try:
        with beside(to) as file:
            with _reading(source) as reading, _opened(file) as writing:
                reading.backup(writing)
            counts = checked(file)
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
            raise NotADatabase(f"{source} is damaged: {error}. Nothing was changed.") from error
        raise unavailable(error) or LogUnavailable(f"{source} could not be copied: {error}.") from error
    return Copied(to, to.stat().st_size, *counts)


@contextmanager
def beside(to: Path) -> Iterator[Path]:
    """An empty file beside the target, which takes its name at the end if all went well. Raises
    `LogUnavailable`.
    """
    part = to.with_name(f".{to.name}.part")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        part.touch(mode=PRIVATE)
        try:
            yield part
            _sync(part)
            part.replace(to)
            _sync(to.parent)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise LogUnavailable(f"{to} could not be written: {error.strerror}. Nothing was changed.") from error


def checked(file: Path) -> tuple[int, int, int]:
    """How many rooms, sessions and events a copy holds, once all of it has been looked at.

    Raises `NotADatabase` when it is damaged.
    """
    with _opened(file) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
        return _check(connection, file)


def _check(connection: sqlite3.Connection, source: Path) -> tuple[int, int, int]:
    """How many rooms, sessions and events the copy holds, once every page of it and every link has been
    looked at.
    """
    (verdict,) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if verdict != "ok":
        raise NotADatabase(f"{source} is damaged ({verdict}). Nothing was changed.")
    stray = connection.execute("PRAGMA foreign_key_check").fetchone()
    if stray is not None:
        raise NotADatabase(
            f"{source} is damaged (a row of {stray[0]} belongs to nothing). Nothing was changed."
        )
    rooms, sessions, events = connection.execute(
        "SELECT (SELECT COUNT(*) FROM room), (SELECT COUNT(*) FROM session), (SELECT COUNT(*) FROM event)"
    ).fetchone()
    return rooms, sessions, events


def _let_nobody_use(database: Path) -> None:
    """Raise `WouldOverwrite` if a program has the database open; else leave it without a log beside it."""
    try:
        with _opened(database) as connection:
            connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except sqlite3.OperationalError as error:
        raise WouldOverwrite(
            f"A program uses {database} now. Stop the server first; nothing was changed."
        ) from error
    except sqlite3.DatabaseError:
        pass  # a damaged database is the very thing that a restore replaces
    for suffix in ("-wal", "-shm"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True)
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path, isolation_level=None, timeout=1)
    try:
        yield connection
    finally:
        connection.close()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
