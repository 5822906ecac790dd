"""Projection: every nudge with the figures that caused it, its life and its effect."""

from typing import Any

from sqlalchemy import JSON, BigInteger
from sqlmodel import Field, SQLModel


class NudgeRow(SQLModel, table=True):
    """One nudge at `projected_seq`; ms of the session's clock.

    Who may read it is the visibility table's word.
    """

    __tablename__ = "nudge"

    session_id: str = Field(primary_key=True, foreign_key="session.id")
    nudge_id: str = Field(primary_key=True)
    rule: str
    subject: str | None = None
    raised_at: int = Field(sa_type=BigInteger)
    state: str
    """`new`, `acted`, `dismissed`, `snoozed` or `expired`."""
    audience: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    facts: dict[str, float] = Field(default_factory=dict, sa_type=JSON)
    action: str | None = None
    closed_at: int | None = Field(default=None, sa_type=BigInteger)
    """When it was acted on, dismissed or expired."""
    snoozed_until: int | None = Field(default=None, sa_type=BigInteger)
    answer: str | None = None
    """The subject's answer to an invitation; every answer is fine."""
    effect: dict[str, bool] = Field(default_factory=dict, sa_type=JSON)
    """For each span in ms: whether the subject asked for or took the floor within it."""
