"""Projection: the ideas that have been shown."""

from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel


class IdeaRow(SQLModel, table=True):
    """One need or proposal, once all could read it. Whose it is stands here only where its author said so."""

    __tablename__ = "idea"

    session_id: str = Field(primary_key=True, foreign_key="session.id")
    idea_id: str = Field(primary_key=True)
    number: int
    """Its place in the order in which all see them, which was made by lot; from 1."""
    what: str
    text: str
    state: str
    need_id: str | None = None
    parents: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    """What it was made of, and what was taken from each: `{"idea", "took"}`."""
    heard: str = ""
    """The need that others heard in it and that its author confirmed."""
    remarks: int = 0
    signed_by: str | None = None
