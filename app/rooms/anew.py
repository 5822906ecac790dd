"""Reading a session from its log: when it is first asked for, and after something of its past was redacted,
for then no state that knew it may live on; and whether there is more to read.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence

from app.facilitation.decider import caught_up, evolve
from app.facilitation.draft import Recorded
from app.facilitation.ids import SessionId
from app.facilitation.state import State
from app.history.entries import from_entry
from app.history.entry import Entry
from app.history.errors import LogUnavailable, OutcomeUnknown, SessionLetGo, UnknownSession
from app.history.log import Log
from app.history.redaction import REDACTING

PAUSE_S = 2.0
"""Before a log that did not answer is asked again. Until it does, the session waits: it must not go on with
what is to be forgotten.
"""

EVENTS_A_STEP = 500
"""Events folded in at a stretch, before others get their turn (about 10 ms)."""

NEVER_SHOWN = "ballots.mixed"
"""Takes from the log what nobody had been shown; what the others take stood on people's screens."""


def redacting(recorded: Iterable[Recorded]) -> bool:
    """Whether one of these events took something from the log."""
    return any(entry.event.kind in REDACTING for entry in recorded)


def unsaying(recorded: Iterable[Recorded]) -> bool:
    """Whether it was something that people's pages may still hold, so that they need everything anew."""
    return any(entry.event.kind in REDACTING and entry.event.kind != NEVER_SHOWN for entry in recorded)


async def folded(entries: Sequence[Entry]) -> State:
    """The state that a log leads to, made in steps. Raises as `from_entry`."""
    state = State.empty()
    for start in range(0, len(entries), EVENTS_A_STEP):
        for entry in entries[start : start + EVENTS_A_STEP]:
            state = evolve(state, from_entry(entry))
        await asyncio.sleep(0)
    return caught_up(state)


async def read_anew(
    log: Log, session: SessionId, up_to: int, stopped: Callable[[], bool]
) -> tuple[State, int]:
    """The state that the log leads to at a seq, read from its beginning, and the log's epoch.

    Raises HistoryError; `SessionLetGo` where the log does not answer and the node is `stopped` meanwhile.
    """
    while True:
        try:
            heads = await log.heads([session])
            entries = await log.read(session)
        except (LogUnavailable, OutcomeUnknown) as unavailable:
            if stopped():
                raise SessionLetGo(unavailable.message) from unavailable
            await asyncio.sleep(PAUSE_S)
            continue
        if session not in heads:
            raise UnknownSession(session)
        return await folded([entry for entry in entries if entry.seq <= up_to]), heads[session][1]


async def is_newest(log: Log, session: SessionId, seq: int) -> bool:
    """Whether the log ends at a seq, so that what was decided there knows all that any node has answered.
    Else somebody whom another node seated a moment ago would be called unknown. Raises LogUnavailable.
    """
    return (await log.heads([session])).get(session, (0, 0))[0] <= seq
