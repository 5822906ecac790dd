"""The tables, one a file: what is asked for (`room`, `session`, `event`, keys, credentials) and what is made
from the log.

Nothing but columns lives here. A table that is a projection says so; it may be thrown away and made anew at
any time.
"""

from sqlmodel import SQLModel

from app.history.tables.api_key import ApiKeyRow
from app.history.tables.consensus_check import ConsensusCheckRow
from app.history.tables.credential import CredentialRow
from app.history.tables.decision import DecisionRow
from app.history.tables.event import EventRow
from app.history.tables.idea import IdeaRow
from app.history.tables.node import NodeRow
from app.history.tables.nudge import NudgeRow
from app.history.tables.participant import ParticipantRow
from app.history.tables.room import RoomRow
from app.history.tables.score import ScoreRow
from app.history.tables.session import SessionRow
from app.history.tables.turn import TurnRow
from app.history.tables.utterance import UtteranceRow

__all__ = [
    "PROJECTED",
    "ApiKeyRow",
    "ConsensusCheckRow",
    "CredentialRow",
    "DecisionRow",
    "EventRow",
    "IdeaRow",
    "NodeRow",
    "NudgeRow",
    "ParticipantRow",
    "RoomRow",
    "ScoreRow",
    "SessionRow",
    "TurnRow",
    "UtteranceRow",
]

PROJECTED: tuple[type[SQLModel], ...] = (
    ParticipantRow,
    TurnRow,
    UtteranceRow,
    NudgeRow,
    IdeaRow,
    ScoreRow,
    ConsensusCheckRow,
    DecisionRow,
)
"""The tables that are made from the log, a row of each telling its `session_id`."""
