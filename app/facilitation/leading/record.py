"""What the session knows of who leads it."""

from collections.abc import Iterable
from typing import NamedTuple

from app.facilitation.ids import ParticipantId


class Lead(NamedTuple):
    """Who leads, and what is offered to the group while no facilitator is here."""

    since_at: int | None = None
    """Since when the group leads itself; None: facilitators lead."""
    alone_since_at: int | None = None
    """Since when no facilitator has been connected to a session that is open; None: one is, or it is not."""
    offered_at: int | None = None
    """Since when everybody is asked whether the group wants to lead itself."""
    accepted: frozenset[ParticipantId] = frozenset()
    """Who said yes to that."""
    stretches: tuple[tuple[int, int | None], ...] = ()
    """(from, until) of each time that the group led, oldest first; None: it does still."""

    @property
    def by_group(self) -> bool:
        """Whether the group leads itself."""
        return self.since_at is not None

    def led_between(self, opened_at: int, until_at: int) -> Iterable[tuple[int, int]]:
        """(from, until) of each time within the session in which the group led itself."""
        for from_at, to_at in self.stretches:
            begun_at = max(from_at, opened_at)
            over_at = until_at if to_at is None else min(to_at, until_at)
            if begun_at < over_at:
                yield begun_at, over_at
