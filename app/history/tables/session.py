"""One sitting in a room; the row that every append goes through."""

from sqlalchemy import BigInteger, CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel


class SessionRow(SQLModel, table=True):
    """One session. `head_seq` is the seq of its newest event; `epoch` rises when its past was redacted."""

    __tablename__ = "session"
    __table_args__ = (
        UniqueConstraint("room_id", "number"),
        CheckConstraint("state IN ('planned', 'open', 'ended')", name="session_state"),
    )

    id: str = Field(primary_key=True)
    room_id: str = Field(foreign_key="room.id")
    number: int
    """Counts the room's sessions from 1."""
    state: str = "planned"
    created_at: int = Field(sa_type=BigInteger)
    opened_at: int | None = Field(default=None, sa_type=BigInteger)
    ended_at: int | None = Field(default=None, sa_type=BigInteger)
    head_seq: int = 0
    epoch: int = 0
    projected_seq: int = 0
    """Up to which event the projection tables follow the log."""
