"""What stands however people talk on: who counts, and what is settled."""

from collections.abc import Iterable
from typing import NamedTuple

from app.facilitation.speech.facts import Person


class Standing(NamedTuple):
    """Whom a comparison could be of, from what was said of presence, roles and coverage alone."""

    candidates: int
    """How many people have a role that counts and are here."""
    measured: int
    """How many of them a source covers."""


class Ground:
    """A token, compared by identity: two Hearings that share it differ by live speech alone.

    A new one is made by whatever changes presence, a role, coverage or the session, by a correction, by
    speech of somebody who only counts while they talk, and by anything so late that it touches what was
    settled. So what was worked out from one Hearing's settled past and from its `standing` holds for every
    later one on the same ground. `at` is the last moment that any of it takes effect.
    """

    __slots__ = ("_standing", "at", "everybody_covered")

    def __init__(self, at: int, everybody_covered: bool) -> None:
        self.at = at
        self.everybody_covered = everybody_covered
        self._standing: Standing | None = None

    def standing(self, people: Iterable[Person]) -> Standing:
        """Counted once for each ground: `people` are the same in all Hearings on it, as far as this goes."""
        if self._standing is None:
            candidates = measured = 0
            for person in people:
                if person.counts.since is not None and person.present.since is not None:
                    candidates += 1
                    measured += self.everybody_covered or person.covered_by_itself
            self._standing = Standing(candidates, measured)
        return self._standing
