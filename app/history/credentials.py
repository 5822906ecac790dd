"""The secrets by which phones, shared screens and helpers come back as who they were."""

from __future__ import annotations

from typing import Literal

from sqlmodel import col, select

from app.history.codes import hash_of, new_secret
from app.history.database import Database
from app.history.tables import CredentialRow

Kind = Literal["participant", "device", "ledger", "invited", "contact"]
"""Whose secret it is. `invited` opens the contact's link once, `contact`, which they made, from then on."""

_INSERT = """
INSERT INTO credential (hash, session_id, kind, subject_id, scope, created_at)
VALUES (:hash, :session_id, :kind, :subject_id, :scope, :now)
"""

_REVOKE = """
UPDATE credential SET revoked_at = :now
WHERE session_id = :session_id AND kind = :kind AND subject_id = :subject_id AND revoked_at IS NULL
"""


async def issue(
    database: Database, session_id: str, kind: Kind, subject_id: str, *, scope: str = "", now: int
) -> str:
    """A new secret for a participant's device, a device with one scope or a link; a person may hold
    several.
    """
    secret = new_secret()
    await keep(database, session_id, kind, subject_id, secret, scope=scope, now=now)
    return secret


async def keep(
    database: Database,
    session_id: str,
    kind: Kind,
    subject_id: str,
    secret: str,
    *,
    scope: str = "",
    now: int,
) -> None:
    """A secret that was made elsewhere, and that is no other's here."""
    await database.write(
        (
            _INSERT,
            {
                "hash": hash_of(secret),
                "session_id": session_id,
                "kind": kind,
                "subject_id": subject_id,
                "scope": scope,
                "now": now,
            },
        )
    )


async def holder(database: Database, secret: str) -> CredentialRow | None:
    """Whose secret this is; None if it is nobody's or has been revoked.

    It is looked up by its hash: how long that takes tells nothing of a random secret.
    """
    query = select(CredentialRow).where(
        CredentialRow.hash == hash_of(secret), col(CredentialRow.revoked_at).is_(None)
    )
    return await database.read(lambda reading: reading.exec(query).first())


async def revoke(database: Database, session_id: str, kind: Kind, subject_id: str, *, now: int) -> int:
    """Take back every secret of a participant or device; how many there were."""
    (touched,) = await database.write(
        (
            _REVOKE,
            {"now": now, "session_id": session_id, "kind": kind, "subject_id": subject_id},
        )
    )
    return touched
