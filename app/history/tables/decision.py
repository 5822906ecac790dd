"""Projection: every version of every decision."""

from typing import Any

from sqlalchemy import JSON, BigInteger
from sqlmodel import Field, SQLModel


class DecisionRow(SQLModel, table=True):
    """One version as all of the session read it. Ms of the session's clock."""

    __tablename__ = "decision"

    session_id: str = Field(primary_key=True, foreign_key="session.id")
    decision_id: str = Field(primary_key=True)
    number: int
    version: int
    state: str
    statement: str
    drafted_at: int = Field(sa_type=BigInteger)
    accepted_at: int | None = Field(default=None, sa_type=BigInteger)
    check_id: str | None = None
    """The check that accepted it."""
    agreed: int | None = None
    answered: int | None = None
    late_until_at: int | None = Field(default=None, sa_type=BigInteger)
    review_at: int | None = Field(default=None, sa_type=BigInteger)
    open_points: int
    over_the_limit: bool
    supersedes: str | None = None
    superseded_by: str | None = None
    record: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    """The whole of it, in the shape of `GET …/decisions`."""
