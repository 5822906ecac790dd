"""Who serves this history now, where more than one node may: not history, and gone with the node."""

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class NodeRow(SQLModel, table=True):
    """One running server. `last_sign_at` is the database's wall ms; the rest is told in `history.nodes`."""

    __tablename__ = "node"

    boot: str = Field(primary_key=True)
    last_sign_at: int = Field(sa_type=BigInteger)
    signs_with: str
    follows: str
    """A JSON array of session ids."""
