"""Projection: who took part in a session."""

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class ParticipantRow(SQLModel, table=True):
    """One participant as they are at `projected_seq`; instants are ms of the session's clock."""

    __tablename__ = "participant"

    session_id: str = Field(primary_key=True, foreign_key="session.id")
    participant_id: str = Field(primary_key=True)
    number: int
    name: str
    role: str
    place: str
    seated: bool
    removed: bool
    joined_at: int = Field(sa_type=BigInteger)
