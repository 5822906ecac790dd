"""What an integrator shows at the door: a key with scopes, of which only the hash is kept."""

from sqlalchemy import JSON, BigInteger
from sqlmodel import Field, SQLModel


class ApiKeyRow(SQLModel, table=True):
    """One key. `hash` is the SHA-256 of its secret in hexadecimal; instants are wall ms."""

    __tablename__ = "api_key"

    id: str = Field(primary_key=True)
    name: str
    hash: str = Field(exclude=True, repr=False)
    scopes: list[str] = Field(default_factory=list, sa_type=JSON)
    created_at: int = Field(sa_type=BigInteger)
    revoked_at: int | None = Field(default=None, sa_type=BigInteger)
    last_used_at: int | None = Field(default=None, sa_type=BigInteger)
