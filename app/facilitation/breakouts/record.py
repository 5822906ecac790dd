"""What the session holds of breakout groups."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from app.facilitation.ids import GroupId, ParticipantId

if TYPE_CHECKING:
    from app.facilitation.state import State


class Group(NamedTuple):
    """One group. Its `state` has its people, its floor, its queue and what is heard in it, by the same rules
    as the meeting's; everything else in it is empty.
    """

    id: GroupId
    name: str
    state: "State"
    report: str = ""

    @property
    def members(self) -> tuple[ParticipantId, ...]:
        """Who is in it."""
        return self.state.people.order


class Reported(NamedTuple):
    """What is kept of a group when all are back together."""

    name: str
    people: int
    spoke: int
    turns: int
    report: str


class Breakout(NamedTuple):
    """The groups that are on, and what came of those before."""

    groups: Mapping[GroupId, Group] = MappingProxyType({})
    since_at: int | None = None
    """Since when there are groups; None while all are together."""
    until_at: int | None = None
    """When they come back by themselves, once they were called."""
    reports: tuple[Reported, ...] = ()
    """Of all groups of the session that are over."""

    def of(self, participant: ParticipantId | None) -> Group | None:
        """The group that somebody is in."""
        if self.since_at is None or participant is None:
            return None
        return next((one for one in self.groups.values() if participant in one.state.people.by_id), None)
