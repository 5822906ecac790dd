"""Integrators' keys: made once, shown once, looked up by their hash, taken back at any time."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import col, select

from app.history.codes import hash_of, matches, new_id, new_secret
from app.history.database import Database
from app.history.errors import UnknownKey
from app.history.tables import ApiKeyRow

PREFIX = "ef_"
"""Begins every key, so that people and scanners see what it is; the key's id follows, then its secret."""

_INSERT = """
INSERT INTO api_key (id, name, hash, scopes, created_at) VALUES (:id, :name, :hash, :scopes, :created_at)
"""


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key that was just made, and the one time that it can be read."""

    key: ApiKeyRow
    secret: str


async def create_key(database: Database, *, name: str, scopes: Collection[str], now: int) -> NewKey:
    """Make a key with these scopes. What an integrator sends is `NewKey.secret`, whole."""
    key_id = new_id()
    secret = f"{PREFIX}{key_id}_{new_secret()}"
    key = ApiKeyRow(id=key_id, name=name, hash=hash_of(secret), scopes=sorted(set(scopes)), created_at=now)
    await database.write(
        (
            _INSERT,
            {
                "id": key.id,
                "name": name,
                "hash": key.hash,
                "scopes": json.dumps(key.scopes),
                "created_at": now,
            },
        )
    )
    return NewKey(key, secret)


async def keys(database: Database) -> list[ApiKeyRow]:
    """Every key, revoked ones too, the newest first."""
    query = select(ApiKeyRow).order_by(col(ApiKeyRow.created_at).desc(), col(ApiKeyRow.id))
    return await database.read(lambda reading: list(reading.exec(query)))


async def key_of(database: Database, secret: str) -> ApiKeyRow | None:
    """The key that an integrator sent, if there is such a key and it has not been revoked."""
    key_id = secret.removeprefix(PREFIX).partition("_")[0]
    found = await database.read(lambda reading: reading.get(ApiKeyRow, key_id))
    if not matches(secret, found.hash if found is not None else hash_of("")) or found is None:
        return None
    return found if found.revoked_at is None else None


async def note_use(database: Database, key_id: str, *, now: int) -> None:
    """Remember when a key was last used. Call it now and then, not for each request: it is a write."""
    await database.write(
        ("UPDATE api_key SET last_used_at = :now WHERE id = :id", {"now": now, "id": key_id})
    )


async def revoke_key(database: Database, key_id: str, *, now: int) -> None:
    """Take a key back; it stays listed, with the instant. Raises `UnknownKey`."""
    (touched,) = await database.write(
        (
            "UPDATE api_key SET revoked_at = COALESCE(revoked_at, :now) WHERE id = :id",
            {"now": now, "id": key_id},
        )
    )
    if not touched:
        raise UnknownKey(key_id)
