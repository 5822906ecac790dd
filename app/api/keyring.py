"""What becomes of API keys while the server runs: when they are used, and that a revoked one opens nothing.

A key is revoked by the operator, in the database and maybe from another process. Each request with the key
itself asks the database; what was made of a key before (a token, an open socket) ends when the keyring next
looks.
"""

import time
from dataclasses import dataclass, field

from app.facilitation.actors import Integrator
from app.facilitation.ids import KeyId
from app.facilitation.refusals import Refused
from app.history import keys
from app.history.database import Database
from app.rooms.registry import Rooms

NOTE_S = 600.0
"""How exactly it is kept when a key was last used: each note is a write."""


@dataclass(slots=True)
class Keyring:
    """The keys of one running server."""

    database: Database
    rooms: Rooms
    _revoked: frozenset[KeyId] = frozenset()
    _noted_s: dict[KeyId, float] = field(default_factory=dict)

    def check(self, actor: Integrator) -> None:
        """Refuse (`bad_key`) what was made of a key that has been revoked since."""
        if actor.key in self._revoked:
            raise Refused("bad_key", "This API key was revoked. Ask who runs the server for another.")

    async def used(self, actor: Integrator) -> None:
        """Remember that a key is in use."""
        now = time.monotonic()
        if now - self._noted_s.get(actor.key, -NOTE_S) >= NOTE_S:
            self._noted_s[actor.key] = now
            await keys.note_use(self.database, actor.key, now=self.rooms.clock.now_ms())

    async def look(self) -> None:
        """See which keys are revoked, and close the sockets that are open by them. Raises HistoryError."""
        listed = await keys.keys(self.database)
        self._revoked = frozenset(KeyId(key.id) for key in listed if key.revoked_at is not None)
        if self._revoked:
            self.rooms.close_programs(self._revoked)
