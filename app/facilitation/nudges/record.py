"""What a nudge is, its life, and all that the session remembers of nudging."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from app.facilitation.events import Audience
from app.facilitation.ids import NudgeId, ParticipantId

Life = Literal["new", "acted", "dismissed", "snoozed", "expired"]


@dataclass(frozen=True, slots=True)
class Nudge:
    """One nudge: who it is about, who sees it and when, the figures that caused it, and what came of it."""

    id: NudgeId
    rule: str
    subject: ParticipantId | None
    audience: tuple[Audience, ...]
    facts: tuple[tuple[str, int | float], ...]
    raised_at: int
    life: Life = "new"
    action: str = ""
    acted_at: int | None = None
    snoozed_until: int = 0
    answer: str = ""
    effect: tuple[tuple[int, bool], ...] = ()
    """(within ms, came): whether the subject asked for or took the floor, once that time was over."""


@dataclass(frozen=True, slots=True)
class QuietCase:
    """Somebody who became quiet without being nudged, followed for the un-nudged rate."""

    participant: ParticipantId
    crossed_at: int
    followed: tuple[tuple[int, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Nudges:
    """Every nudge of the session, and what holds new ones back."""

    by_id: Mapping[NudgeId, Nudge] = field(default_factory=dict)
    order: tuple[NudgeId, ...] = ()
    cases: tuple[QuietCase, ...] = ()
    hushed_until: int = 0
    next_check_at: int | None = None
