"""A decision as another sitting of the room is told of it, and what that one tells back."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.commands.decisions import Basis, OpenPoint
from app.facilitation.ids import (
    CameOut,
    CheckId,
    Column,
    DecisionId,
    GapId,
    GapPart,
    RiskId,
    SessionId,
)
from app.facilitation.merit.questions import Question
from app.facilitation.words import Sentences, Words


@dataclass(frozen=True, slots=True)
class KeptColumn:
    """A column in words alone: the ideas of another sitting are not here."""

    column: Column
    text: Sentences
    leaves: bool
    """Whether it is leaving things as they are."""
    marks: tuple[int, ...]
    basis: Basis
    acceptance: float | None


@dataclass(frozen=True, slots=True)
class KeptGap:
    gap: GapId
    against: Column
    question: Question | None
    lost: Sentences
    bears: Sentences
    asked: Sentences
    unknown: tuple[GapPart, ...]


@dataclass(frozen=True, slots=True)
class KeptRisk:
    risk: RiskId
    text: Sentences
    likelihood: int
    impact: int
    owner: Sentences
    mitigation: Sentences


@dataclass(frozen=True, slots=True)
class KeptReview:
    """What came of it, as a sitting of this number said."""

    at: int
    came: CameOut
    text: Sentences
    number: int


@dataclass(frozen=True, slots=True)
class EarlierDecision:
    """A decision that stands, of an earlier sitting of the room, as people there agreed to it. What single
    people said of it (dissent, late words) stays where they said it. `sure`: the lowest, middle and highest
    answer of 3 or more; `names`: those in it that no public page may show.
    """

    decision: DecisionId
    session: SessionId
    number: int
    version: int
    drafted_at: int
    accepted_at: int
    check: CheckId
    agreed: int
    answered: int
    late_until_at: int
    over_the_limit: bool
    left_open: tuple[OpenPoint, ...]
    statement: Sentences
    asks: Sentences
    columns: tuple[KeptColumn, ...]
    gaps: tuple[KeptGap, ...]
    affected: tuple[Sentences, ...]
    affected_unknown: bool
    costs: tuple[Sentences, ...]
    costs_unknown: bool
    risks: tuple[KeptRisk, ...]
    conditions: tuple[Sentences, ...]
    review_at: int | None
    review_how: Sentences
    limit_reason: Sentences
    sure_answered: int
    sure: tuple[int, ...]
    reviews: tuple[KeptReview, ...]
    names: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class BringDecision:
    """A decision of an earlier sitting is looked at again here; the server reads it where it was taken."""

    earlier: EarlierDecision
    do: Literal["decision.bring"] = "decision.bring"


@dataclass(frozen=True, slots=True)
class FollowDecision:
    """What a later sitting said of a decision of this one: its reviews, and the version that replaced it."""

    decision: DecisionId
    session: SessionId
    number: int
    reviews: tuple[KeptReview, ...]
    superseded_by: DecisionId | None
    do: Literal["decision.follow"] = "decision.follow"
