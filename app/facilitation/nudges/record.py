"""What a nudge is, its life, and all that the session remembers of nudging."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from app.facilitation.events import Audience
from app.facilitation.ids import NudgeId, ParticipantId, Tone
from app.facilitation.nudges.settings import THRESHOLDS, Thresholds

Life = Literal["new", "acted", "dismissed", "snoozed", "expired"]
Facts = tuple[tuple[str, int | float], ...]

FACILITATORS = "facilitators"
"""The audience that every facilitator of the session belongs to."""
GROUP = "group"
"""Everybody, while the group leads itself."""


class Nudge(NamedTuple):
    """One nudge: who it is about, who sees it and when, the figures that caused it, and what came of it.

    `life` and `action` are the facilitators' side of it (and, of a note that only its subject has seen,
    theirs); `answer` is what the subject said.
    """

    id: NudgeId
    rule: str
    subject: ParticipantId | None
    audience: tuple[Audience, ...]
    """Whom it has reached, and when."""
    facts: Facts
    raised_at: int
    life: Life = "new"
    action: str = ""
    acted_at: int | None = None
    snoozed_until: int = 0
    answer: str = ""
    forwarded_at: int | None = None
    """When facilitators saw what had been said privately first."""
    ended_at: int | None = None
    """When its condition ended or its time was over; from then on nobody is asked anything by it."""
    about: str = ""
    """What it is about, where that is nobody: an agenda item's id, or a group (`place:remote`)."""
    was: str = ""
    """What the act found, for taking it back."""
    effect: tuple[tuple[int, bool], ...] = ()
    """(within ms, came): whether the subject asked for or took the floor, once that time was over."""

    @property
    def effect_from_at(self) -> int:
        """Where its effect is counted from: the act, and un-acted from where it was raised."""
        return self.acted_at if self.acted_at is not None else self.raised_at

    @property
    def to_group(self) -> bool:
        """Whether it was said to the group, naming nobody."""
        return any(one.to == GROUP for one in self.audience)

    def concerns(self, subject: ParticipantId | None, about: str) -> bool:
        """Whether it is about this person or thing. What was said to the group without a name is about
        anybody.
        """
        return self.about == about and (self.subject == subject or self.to_group)

    def reached(self, to: str) -> int | None:
        """When it reached somebody (`facilitators` or a participant), if it did."""
        return next((one.at_ms for one in self.audience if one.to == to), None)


class QuietCase(NamedTuple):
    """Somebody of whom a rule holds (the quiet one, or another that wants them to come in) and whom no nudge
    reached, while they are followed for the un-nudged rate."""

    participant: ParticipantId
    crossed_at: int
    rule: str
    followed: tuple[int, ...] = ()
    """The spans (ms) of which the outcome is known."""
    due_at: int | None = None
    """When the next of them is over; None: all is known."""

    @property
    def crossing(self) -> tuple[ParticipantId, int, str]:
        """Whose crossing of a length of quiet it follows, when, and by which rule: no two cases share it."""
        return self.participant, self.crossed_at, self.rule


class Withheld(NamedTuple):
    """A nudge that only late news of speech would have raised: it was not, and is not for its rule's
    cooldown."""

    rule: str
    subject: ParticipantId | None
    at: int
    about: str = ""


class Nudges(NamedTuple):
    """Every nudge of the session, and what holds new ones back."""

    by_id: Mapping[NudgeId, Nudge] = MappingProxyType({})
    order: tuple[NudgeId, ...] = ()
    """As they were raised, oldest first."""
    live: tuple[NudgeId, ...] = ()
    """Those whose condition is still watched."""
    measuring: tuple[NudgeId, ...] = ()
    """Those whose effect is not wholly known yet."""
    cases: tuple[QuietCase, ...] = ()
    """Un-nudged cases that are still followed."""
    followed: Mapping[tuple[str, int], tuple[int, int]] = MappingProxyType({})
    """The un-nudged rate: for each kind and span in ms (came, cases)."""
    withheld: tuple[Withheld, ...] = ()
    hushed_until: int = 0
    hushed_for_item: bool = False
    """Only until the next agenda item begins, if that is sooner."""
    muted: frozenset[tuple[str, str]] = frozenset()
    """(to whom, kind): kinds that facilitators, or a person, want to hear no more of in this session."""
    thresholds: Thresholds = THRESHOLDS
    """The room's own values."""
    tone: Tone = Tone.warm
    to_group: bool = False
    """Whether what facilitators would hear is said to the group, which leads itself."""
    addressed_since_at: int = 0
    """Since when it is. What was raised before is never said to anybody else."""
    due_at: int | None = None
    """When the next effect or case is to be looked at."""

    def holds_back_as(self, other: "Nudges") -> bool:
        """Whether nothing differs but what came of nudges, and what is followed for the un-nudged rate:
        neither holds anything back."""
        return self is other or (
            self.live == other.live
            and self.withheld is other.withheld
            and self.hushed_until == other.hushed_until
            and self.muted is other.muted
            and self.thresholds is other.thresholds
            and self.to_group is other.to_group
            and (self.by_id is other.by_id or self._same_but_for_effects(other))
        )

    def _same_but_for_effects(self, other: "Nudges") -> bool:
        return self.order == other.order and all(
            was is now or was._replace(effect=now.effect) == now
            for was, now in zip(self.by_id.values(), map(other.by_id.__getitem__, self.by_id), strict=True)
        )
