"""Bring a database to the tables of this release (Alembic), quickly when there is nothing to do.

Everything here blocks: what runs an event loop calls it in a thread.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

from app.history.errors import HistoryError, SchemaMismatch
from app.history.location import Location
from app.history.sqlite import schema as sqlite_schema
from app.history.sqlite.failures import unavailable
from app.shipped import shipped


def revisions() -> list[str]:
    """The schema revisions that this release knows, oldest first: the beginnings of the file names in
    `alembic/versions`.
    """
    return sorted(file.name.split("_")[0] for file in (shipped("alembic") / "versions").glob("[0-9]*_*.py"))


def revision_of(location: Location) -> str | None:
    """The revision that a database is at; None if it has no tables of ours yet or is not there.

    Raises `NotADatabase`, or `LogUnavailable` if it cannot be read.
    """
    if isinstance(location, Path):
        return sqlite_schema.revision_of(location)
    from app.history.postgres import schema as postgres_schema  # noqa: PLC0415 - only with the extra

    return postgres_schema.revision_of(location)


def check(location: Location) -> None:
    """Raise `SchemaMismatch` unless the database has exactly the tables of this release."""
    found = revision_of(location)
    refuse_newer(location, found)
    if found != revisions()[-1]:
        raise SchemaMismatch(
            f"{location} has not been brought up to date for this release. Run `evenfloor serve`."
        )


def refuse_newer(location: Location, found: str | None) -> None:
    """Raise `SchemaMismatch` if the revision that was found in a database is none that this release knows."""
    if found is not None and found not in revisions():
        raise SchemaMismatch(
            f"{location} was written by a newer Evenfloor (tables at {found}, ours at {revisions()[-1]}). "
            "Upgrade Evenfloor; nothing was changed."
        )


def upgrade(location: Location) -> bool:
    """Bring the database up to date, making a file and its folder if need be. True: there was something to
    do.

    Raises `SchemaMismatch` when it is newer than this release, `NotADatabase`, `LogUnavailable`.
    """
    found = revision_of(location)
    newest = revisions()[-1]
    if found == newest:
        return False
    refuse_newer(location, found)
    if isinstance(location, Path):
        sqlite_schema.make(location)
    run(location, newest)
    return True


def run(location: Location, to: str) -> None:
    """Migrate up or down to a revision (`base` is no tables at all); all of it, or nothing."""
    # Alembic takes a third of a second to import, and a start with nothing to do needs none of it.
    from alembic.config import Config  # noqa: PLC0415
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415

    from alembic import command  # noqa: PLC0415

    config = Config(attributes={"location": location})
    config.set_main_option("script_location", str(shipped("alembic")).replace("%", "%%"))
    try:
        if to == "base" or ((found := revision_of(location)) is not None and found > to):
            command.downgrade(config, to)
        else:
            command.upgrade(config, to)
    except (sqlite3.Error, DBAPIError, OSError) as error:
        raise _told(location, error) or error from error


def _told(location: Location, error: BaseException) -> HistoryError | None:
    """A failure of the database in words; None when the fault is the migration's."""
    if isinstance(location, Path):
        return unavailable(getattr(error, "orig", error))
    from app.history.postgres.failures import told  # noqa: PLC0415 - only with the extra

    return told(error)
