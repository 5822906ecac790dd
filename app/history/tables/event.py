"""The log itself: one row an event, never changed but by redaction."""

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class EventRow(SQLModel, table=True):
    """One stored event. `body` is JSON text without the kind; `at` is ms of the session's clock."""

    __tablename__ = "event"

    session_id: str = Field(primary_key=True, foreign_key="session.id")
    seq: int = Field(primary_key=True)
    at: int = Field(sa_type=BigInteger)
    kind: str
    version: int
    actor: str | None = None
    command_id: str | None = None
    batch_id: str
    body: str
