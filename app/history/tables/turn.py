"""Projection: who had the floor, when."""

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class TurnRow(SQLModel, table=True):
    """One turn. A turn that was taken back has no row; one that is on has no `ended_at`.

    Ms of the session's clock.
    """

    __tablename__ = "turn"

    session_id: str = Field(primary_key=True, foreign_key="session.id")
    turn_id: str = Field(primary_key=True)
    number: int
    """Counts the session's turns in the order of their start."""
    participant_id: str
    started_at: int = Field(sa_type=BigInteger)
    ended_at: int | None = Field(default=None, sa_type=BigInteger)
    how: str | None = None
    limit_ms: int = Field(sa_type=BigInteger)
    extended_ms: int = Field(default=0, sa_type=BigInteger)
    override: bool
