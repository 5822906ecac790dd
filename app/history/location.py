"""Where a history is kept: a SQLite file, or a PostgreSQL database."""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias
from urllib.parse import urlsplit, urlunsplit

SQLITE = "sqlite:///"
POSTGRES = ("postgresql://", "postgres://")


@dataclass(frozen=True, slots=True)
class PostgresAddress:
    """A PostgreSQL database, as libpq's URLs name it. In words it has no password."""

    url: str = field(repr=False)

    def __str__(self) -> str:
        parts = urlsplit(self.url)
        return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


Location: TypeAlias = Path | PostgresAddress


def location_of(url: str) -> Location:
    """What a URL names. Raises ValueError with a sentence for the operator."""
    if url.startswith(SQLITE) and len(url) > len(SQLITE):
        return Path(url.removeprefix(SQLITE))
    if not url.startswith(POSTGRES):
        raise ValueError(
            "EVENFLOOR_DATABASE_URL must name a SQLite file (sqlite:////var/lib/evenfloor/evenfloor.sqlite3) "
            "or a PostgreSQL database (postgresql://user:password@host/evenfloor)."
        )
    if find_spec("asyncpg") is None:
        raise ValueError(
            "EVENFLOOR_DATABASE_URL names PostgreSQL, and this installation has no driver for it. "
            "Install evenfloor[postgres]."
        )
    return PostgresAddress(url)
