"""Reading a session anew: after something of its past was redacted, no state that knew it may live on."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from app.facilitation.decider import replay
from app.facilitation.draft import Recorded
from app.facilitation.ids import SessionId
from app.facilitation.state import State
from app.history.entries import from_entry
from app.history.errors import LogUnavailable, OutcomeUnknown, UnknownSession
from app.history.log import Log
from app.history.redaction import REDACTING

PAUSE_S = 2.0
"""Before a log that did not answer is asked again. Until it does, the session waits: it must not go on with
what is to be forgotten.
"""


def redacting(recorded: Iterable[Recorded]) -> bool:
    """Whether one of these events took something from the log."""
    return any(entry.event.kind in REDACTING for entry in recorded)


async def read_anew(log: Log, session: SessionId, up_to: int) -> tuple[State, int]:
    """The state that the log leads to at a seq, read from its beginning, and the log's epoch.

    Raises HistoryError.
    """
    while True:
        try:
            heads = await log.heads([session])
            entries = await log.read(session)
        except (LogUnavailable, OutcomeUnknown):
            await asyncio.sleep(PAUSE_S)
            continue
        if session not in heads:
            raise UnknownSession(session)
        state = replay(from_entry(entry) for entry in entries if entry.seq <= up_to)
        return state, heads[session][1]
