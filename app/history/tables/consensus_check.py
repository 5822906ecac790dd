"""Projection: what closed consensus checks say."""

from sqlalchemy import JSON, BigInteger
from sqlmodel import Field, SQLModel


class ConsensusCheckRow(SQLModel, table=True):
    """One check that is closed: counts, and nobody's answer, of a check by name neither. Of too few answers
    without names only how many there are.
    """

    __tablename__ = "consensus_check"

    session_id: str = Field(primary_key=True, foreign_key="session.id")
    check_id: str = Field(primary_key=True)
    number: int
    what: str
    asks: str
    options: list[str] = Field(default_factory=list, sa_type=JSON)
    named: bool
    quorum: int
    threshold: int
    closed_at: int = Field(sa_type=BigInteger)
    """Ms of the session's clock."""
    answered: int
    asked: int
    left_out: int
    on_paper: int
    quorate: bool
    too_few: bool
    counts: list[int] = Field(default_factory=list, sa_type=JSON)
    """How many gave each step of its scale, lowest first."""
    places: list[list[int]] = Field(default_factory=list, sa_type=JSON)
    """Numbers of options, best first, ties together."""
    outcome: str = ""
    support: int | None = None
    reached: bool | None = None
