"""What every request handler works with: one for each running application."""

import time
from dataclasses import dataclass, field
from typing import Annotated, cast

from fastapi import Depends, Request

from app.access.limits import DoorKeeper, SlowDown
from app.access.tokens import Claims, Tokens, claims_of
from app.api.keyring import Keyring
from app.facilitation.actors import Actor, Device, Integrator, Person
from app.facilitation.ids import SessionId
from app.history.database import Database
from app.history.log import StoredLog
from app.integrations.simulation.practice import Practice
from app.rooms.registry import Rooms
from app.settings import Settings


@dataclass(slots=True)
class Context:
    """The parts of a running server."""

    settings: Settings
    log: StoredLog
    rooms: Rooms
    tokens: Tokens
    version: str
    keyring: Keyring
    practice: Practice
    doors: DoorKeeper = field(default_factory=DoorKeeper)

    @property
    def database(self) -> Database:
        """Where the catalogue is."""
        return self.log.database

    def now(self) -> int:
        """Wall ms."""
        return self.rooms.clock.now_ms()

    def mint(self, actor: Actor, session_id: SessionId) -> str:
        """A fresh token for an actor in a session."""
        return self.tokens.mint(claims_of(actor, session_id), self.now())

    def read_token(self, token: str) -> Claims:
        """What a token says. Raises BadToken."""
        return self.tokens.read(token, self.now())

    def pace(self, actor: Person | Device | Integrator) -> None:
        """One request more of a caller. Raises SlowDown when there are too many."""
        now = time.monotonic()
        if not self.rooms.paces.of(actor, now).take(now):
            raise SlowDown("Too many requests at once. Wait a second, then send the last one again.", 1)


def context_of(request: Request) -> Context:
    """The context that the application's start has put into its state."""
    return cast("Context", request.app.state.context)


InContext = Annotated[Context, Depends(context_of)]
