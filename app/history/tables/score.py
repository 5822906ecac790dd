"""Projection: what closed rounds of scoring say."""

from sqlalchemy import JSON, BigInteger
from sqlmodel import Field, SQLModel


class ScoreRow(SQLModel, table=True):
    """One question of one idea in one round that is closed: what all said together, and nobody's answer. Of
    fewer than three answers only how many there are.
    """

    __tablename__ = "score"

    session_id: str = Field(primary_key=True, foreign_key="session.id")
    round_id: str = Field(primary_key=True)
    idea_id: str = Field(primary_key=True)
    question: str = Field(primary_key=True)
    round: int
    """The number of the round, from 1."""
    closed_at: int = Field(sa_type=BigInteger)
    """Ms of the session's clock."""
    answered: int
    too_few: bool
    cannot_say: int | None = None
    counts: list[int] = Field(default_factory=list, sa_type=JSON)
    """How many gave each of 1 to 5."""
    median: int | None = None
    mean: float | None = None
    """The shrunken one, 1 to 5."""
    agreement: float | None = None
    division: float | None = None
    red_flag: bool | None = None
