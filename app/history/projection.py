"""The tables that people query (participants, turns, utterances, nudges, ideas, scores, checks, decisions):
caught up when somebody reads them.

They hold nothing that the log doesn't; `rebuild` throws them away and makes them anew.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import TypeVar

from sqlalchemy import delete, insert, text
from sqlmodel import Session, SQLModel, select

from app.facilitation.state import State
from app.history import catalogue
from app.history.database import Database, Value, Writing
from app.history.entries import all_from
from app.history.entry import Entry
from app.history.errors import HistoryError
from app.history.projecting import Projection, project
from app.history.tables import (
    PROJECTED,
    ConsensusCheckRow,
    DecisionRow,
    IdeaRow,
    NudgeRow,
    ParticipantRow,
    ScoreRow,
    SessionRow,
    TurnRow,
    UtteranceRow,
)

Row = TypeVar("Row", bound=SQLModel)

_READ = """
SELECT seq, at, kind, version, actor, command_id, body FROM event WHERE session_id = :id ORDER BY seq
"""

_FOLLOW = """
UPDATE session SET projected_seq = :seq, state = :state, opened_at = :opened_at, ended_at = :ended_at
WHERE id = :id AND epoch = :epoch AND projected_seq < :seq
"""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild has made anew, and which sessions it could not read (id -> why)."""

    sessions: int = 0
    events: int = 0
    refused: dict[str, str] = field(default_factory=dict)

    def in_words(self) -> str:
        """One line for whoever asked for it."""
        made = f"{self.sessions} sessions made anew from {self.events} events"
        return f"{made}, {len(self.refused)} could not be read." if self.refused else f"{made}."


async def catch_up(database: Database, session_id: str) -> None:
    """Let a session's tables (and its state in the catalogue) follow its log. Quick when they do already.

    Raises `UnknownSession`, `UnknownEvent`, `DamagedEvent`, `LogUnavailable`; the tables are as before then.
    """
    session = await catalogue.known_session(database, session_id)
    if session.projected_seq < session.head_seq:
        await _make(database, session)


async def rebuild(database: Database, session_id: str | None = None) -> Rebuilt:
    """Make the tables of one session, or of all, anew.

    A session that cannot be read is told and leaves the rest alone.

    Raises `UnknownSession`, `LogUnavailable`.
    """
    if session_id is None:
        sessions = await catalogue.sessions(database)
    else:
        sessions = [await catalogue.known_session(database, session_id)]
    made = events = 0
    refused: dict[str, str] = {}
    for session in sessions:
        try:
            events += await _make(database, session, anew=True)
        except HistoryError as error:
            refused[session.id] = error.message
        else:
            made += 1
    return Rebuilt(made, events, refused)


async def participants(database: Database, session_id: str) -> list[ParticipantRow]:
    """Who took part, in the order of their numbers, caught up with the log."""
    return await _rows(database, session_id, ParticipantRow, "number")


async def turns(database: Database, session_id: str) -> list[TurnRow]:
    """Who had the floor, in order, caught up with the log."""
    return await _rows(database, session_id, TurnRow, "number")


async def utterances(database: Database, session_id: str) -> list[UtteranceRow]:
    """What was heard of whom, in order, caught up with the log."""
    return await _rows(database, session_id, UtteranceRow, "from_at", "participant_id")


async def nudges(database: Database, session_id: str) -> list[NudgeRow]:
    """Every nudge, in order, caught up with the log.

    Ask the visibility table before showing one to anybody.
    """
    return await _rows(database, session_id, NudgeRow, "raised_at", "nudge_id")


async def ideas(database: Database, session_id: str) -> list[IdeaRow]:
    """The ideas that were shown, in the order in which all see them, caught up with the log."""
    return await _rows(database, session_id, IdeaRow, "number")


async def scores(database: Database, session_id: str) -> list[ScoreRow]:
    """What closed rounds of scoring say, caught up with the log."""
    return await _rows(database, session_id, ScoreRow, "round", "idea_id", "question")


async def checks(database: Database, session_id: str) -> list[ConsensusCheckRow]:
    """What closed checks say, in order, caught up with the log."""
    return await _rows(database, session_id, ConsensusCheckRow, "number")


async def decisions(database: Database, session_id: str) -> list[DecisionRow]:
    """Every version of every decision, in order, caught up with the log."""
    return await _rows(database, session_id, DecisionRow, "number")


async def _rows(database: Database, session_id: str, table: type[Row], *order: str) -> list[Row]:
    await catch_up(database, session_id)

    def run(reading: Session) -> list[Row]:
        columns = table.metadata.tables[str(table.__tablename__)].c
        query = select(table).where(columns.session_id == session_id)
        return list(reading.exec(query.order_by(*(columns[name] for name in order))))

    return await database.read(run)


async def _make(database: Database, session: SessionRow, *, anew: bool = False) -> int:
    """Fold the whole log of a session and store what came out; the number of its events."""

    def stored(reading: Session) -> list[Entry]:
        return [Entry(*row) for row in reading.connection().execute(text(_READ), {"id": session.id})]

    entries = await database.read(stored)
    projection = await asyncio.to_thread(project, session.id, all_from(entries))

    def store(writing: Writing) -> None:
        if anew:
            writing.run("UPDATE session SET projected_seq = -1 WHERE id = :id", {"id": session.id})
        # Of two who caught up at once, the one that read further stays; a redaction meanwhile voids both.
        if writing.run(_FOLLOW, _followed(session, projection.state)):
            _replace(writing, session.id, projection)

    await database.write_with(store)
    return projection.state.seq


def _followed(session: SessionRow, state: State) -> dict[str, Value]:
    return {
        "id": session.id,
        "epoch": session.epoch,
        "seq": state.seq,
        "state": state.session.status.value,
        "opened_at": state.session.opened_at,
        "ended_at": state.session.ended_at,
    }


def _replace(writing: Writing, session_id: str, projection: Projection) -> None:
    for table, rows in zip(PROJECTED, projection.rows(), strict=True):
        columns = SQLModel.metadata.tables[str(table.__tablename__)]
        writing.run(f"{delete(columns)} WHERE session_id = :session_id", {"session_id": session_id})
        writing.run_all(str(insert(columns)), [_values(row) for row in rows])


def _values(row: SQLModel) -> dict[str, Value]:
    """A row's values by its columns, with what is no plain value as JSON."""
    return {
        name: json.dumps(value) if isinstance(value, (dict, list)) else value
        for name, value in row.model_dump().items()
    }
