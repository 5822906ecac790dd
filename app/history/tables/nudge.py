"""Projection: every nudge with the figures that caused it, its life and its effect."""

from typing import Any

from sqlalchemy import JSON, BigInteger
from sqlmodel import Field, SQLModel


class NudgeRow(SQLModel, table=True):
    """One nudge at `projected_seq`; ms of the session's clock. Who may read it, the visibility table says."""

    __tablename__ = "nudge"

    session_id: str = Field(primary_key=True, foreign_key="session.id")
    nudge_id: str = Field(primary_key=True)
    rule: str
    subject: str | None = None
    audience: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    """Whom it has reached, and when: `{"to", "at_ms"}`."""
    facts: dict[str, float] = Field(default_factory=dict, sa_type=JSON)
    raised_at: int = Field(sa_type=BigInteger)
    life: str
    """`new`, `acted`, `dismissed`, `snoozed` or `expired`."""
    action: str = ""
    acted_at: int | None = Field(default=None, sa_type=BigInteger)
    ended_at: int | None = Field(default=None, sa_type=BigInteger)
    """When its condition ended or its time was over."""
    answer: str = ""
    """The subject's answer to an invitation; every answer is fine."""
    effect: dict[str, bool] = Field(default_factory=dict, sa_type=JSON)
    """For each span in ms: whether the subject asked for or took the floor within it."""
