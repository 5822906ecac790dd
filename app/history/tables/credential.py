"""How a phone, a shared screen or a helper comes back as who it was: a secret that it keeps, of which we keep
the hash.
"""

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class CredentialRow(SQLModel, table=True):
    """One secret.

    `kind` is `participant`, `device`, `ledger`, `invited` or `contact`; `subject_id` is that participant's,
    device's or link's id in the session.
    """

    __tablename__ = "credential"

    hash: str = Field(primary_key=True, exclude=True, repr=False)
    session_id: str = Field(foreign_key="session.id", index=True)
    kind: str
    subject_id: str = Field(index=True)
    scope: str = ""
    """A device's one job (`screen`, `tap`); empty for people, whose role stands in the session alone."""
    created_at: int = Field(sa_type=BigInteger)
    revoked_at: int | None = Field(default=None, sa_type=BigInteger)
