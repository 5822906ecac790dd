"""What the session holds of perspectives, besides what each person said of themself."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from app.facilitation.ids import ParticipantId, PerspectiveUse

USUAL = ("lived_experience", "professional", "both")
"""The labels of a room that set none: screens have words for them. "Both" is a label like the others."""


class Declared(NamedTuple):
    """What somebody said that they bring: also the consent to use it so, and when it was given."""

    label: str
    use: PerspectiveUse
    since_at: int

    @property
    def public(self) -> str:
        """The label, where it may stand beside the name."""
        return self.label if self.use is PerspectiveUse.beside_name else ""


class GroupPart(NamedTuple):
    """A group's part of a span, in per cent, rounded to 10: of the talk, and of the fair shares."""

    label: str
    talk: int
    fair: int


class Published(NamedTuple):
    """The balance of one span; spans never overlap. No group: too few to show any."""

    since_at: int
    until_at: int
    groups: tuple[GroupPart, ...]


class Perspectives(NamedTuple):
    """The room's labels, and what was published."""

    labels: tuple[str, ...] = USUAL
    equal_share: bool = False
    """Each perspective has an equal share of the floor, as the room said before it opened."""
    asked: bool = False
    """Somebody declared something, so there may be something to publish."""
    beside: Mapping[ParticipantId, tuple[tuple[int, str], ...]] = MappingProxyType({})
    """Of who ever stood with a label beside their name: (from when, which), "" from when none."""
    published: tuple[Published, ...] = ()
    told_ms: int = 0
    """How much speech had been told when it was last published: a silent room publishes nothing."""
