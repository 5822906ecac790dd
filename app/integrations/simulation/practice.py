"""The practice meetings of one server: how many there may be, who is in them, and their end."""

import asyncio
import random

from app.facilitation.ids import SessionId
from app.facilitation.refusals import Refused
from app.integrations.simulation.company import FEWEST, MOST, Company
from app.rooms.registry import Rooms

MOST_AT_ONCE = 4
"""Practice meetings of one server at a time: each costs about as much as a real one with open talk."""


class Practice:
    """Lets simulated people into sessions. When the server stops they go, and do not come back."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._companies: set[asyncio.Task[None]] = set()

    def check(self, people: int) -> None:
        """Whether so many could come in now; 0 always can. Raises Refused (`malformed`, `too_many`)."""
        if not people:
            return
        if not FEWEST <= people <= MOST:
            raise Refused("malformed", f"Practise with {FEWEST} to {MOST} simulated people.")
        if len(self._companies) >= MOST_AT_ONCE:
            raise Refused("too_many", "Others are practising here already. End one of those meetings first.")

    def begin(self, session: SessionId, people: int) -> None:
        """Let so many people into a session that has just been made."""
        company = Company(self._rooms, session, people, random.randrange(2**32))
        task = asyncio.create_task(company.run(), name=f"practice {session}")
        self._companies.add(task)
        task.add_done_callback(self._companies.discard)

    async def stop(self) -> None:
        """Let everybody go, before the sessions are let go."""
        for company in self._companies:
            company.cancel()
        await asyncio.gather(*self._companies, return_exceptions=True)
