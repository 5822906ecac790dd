"""A lasting place with a code, in which sessions are held."""

from typing import Any

from sqlalchemy import JSON, BigInteger
from sqlmodel import Field, SQLModel


class RoomRow(SQLModel, table=True):
    """One room.

    `hearing` says how its people hear each other (`one_room`, `call`, `mixed`); instants are wall ms.
    """

    __tablename__ = "room"

    id: str = Field(primary_key=True)
    code: str = Field(unique=True)
    """Eight characters of Crockford's base32, without the hyphen that people see."""
    name: str
    purpose: str
    hearing: str
    settings: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    facilitator_secret_hash: str = Field(exclude=True, repr=False)
    created_at: int = Field(sa_type=BigInteger)
