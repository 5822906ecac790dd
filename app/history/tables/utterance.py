"""Projection: what was heard of whom, as the best source heard it and as corrections left it."""

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class UtteranceRow(SQLModel, table=True):
    """One stretch of speech, joined over short gaps; ms of the session's clock.

    A backchannel is neither talk nor a turn.
    """

    __tablename__ = "utterance"

    session_id: str = Field(primary_key=True, foreign_key="session.id")
    participant_id: str = Field(primary_key=True)
    from_at: int = Field(primary_key=True, sa_type=BigInteger)
    to_at: int = Field(sa_type=BigInteger)
    backchannel: bool
