"""Bring a database file to the tables of this release (Alembic), quickly when there is nothing to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from urllib.parse import quote

from app.history.errors import LogUnavailable, NotADatabase, SchemaMismatch
from app.history.storage_errors import unavailable
from app.shipped import shipped

PRIVATE = 0o600
"""A database holds what people said of themselves: it is its owner's to read, and so is what SQLite puts
beside it.
"""


def revisions() -> list[str]:
    """The schema revisions that this release knows, oldest first: the beginnings of the file names in
    `alembic/versions`.
    """
    return sorted(file.name.split("_")[0] for file in (shipped("alembic") / "versions").glob("[0-9]*_*.py"))


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


def check(path: Path) -> None:
    """Raise `SchemaMismatch` unless the file has exactly the tables of this release."""
    found = revision_of(path)
    refuse_newer(path, found)
    if found != revisions()[-1]:
        raise SchemaMismatch(
            f"{path} has not been brought up to date for this release. Run `evenfloor serve`."
        )


def refuse_newer(path: Path, found: str | None) -> None:
    """Raise `SchemaMismatch` if the revision that was found in a file is none that this release knows."""
    if found is not None and found not in revisions():
        raise SchemaMismatch(
            f"{path} was written by a newer Evenfloor (tables at {found}, ours at {revisions()[-1]}). "
            "Upgrade Evenfloor; nothing was changed."
        )


def upgrade(path: Path) -> bool:
    """Bring the file up to date, making it and its folder if need be. True: there was something to do.

    Raises `SchemaMismatch` when the file is newer than this release, `NotADatabase`, `LogUnavailable`.
    """
    found = revision_of(path)
    newest = revisions()[-1]
    if found == newest:
        return False
    refuse_newer(path, found)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=PRIVATE, exist_ok=True)
    except OSError as error:
        raise LogUnavailable(f"{path} cannot be made ({error.strerror}). Choose another folder.") from error
    run(path, newest)
    return True


def run(path: Path, to: str) -> None:
    """Migrate the file up or down to a revision (`base` is no tables at all); all of it, or nothing."""
    # Alembic takes a third of a second to import, and a start with nothing to do needs none of it.
    from alembic.config import Config  # noqa: PLC0415
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415

    from alembic import command  # noqa: PLC0415

    config = Config(attributes={"path": path})
    config.set_main_option("script_location", str(shipped("alembic")).replace("%", "%%"))
    try:
        if to == "base" or ((found := revision_of(path)) is not None and found > to):
            command.downgrade(config, to)
        else:
            command.upgrade(config, to)
    except (sqlite3.Error, DBAPIError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        raise unavailable(cause) or error from error
