"""What the session holds of scores."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

from app.facilitation.commands import Leaning
from app.facilitation.ids import IdeaId, ParticipantId, RoundId, Scale
from app.facilitation.merit.bridging import Bridge
from app.facilitation.merit.perspectives import Divergence
from app.facilitation.merit.questions import Question
from app.facilitation.merit.tally import Tally
from app.facilitation.merit.verdict import IdeaVerdict


@dataclass(frozen=True, slots=True)
class Given:
    """One answer; `score` None: "can't say"."""

    score: int | None
    reason: str = ""


Answers: TypeAlias = Mapping[ParticipantId, Mapping[Question, Given]]
"""What everybody said of one idea."""


@dataclass(frozen=True, slots=True)
class PerspectiveResults:
    """What a closed round says by perspective."""

    tallies: Mapping[str, Mapping[Question, Mapping[str, Tally]]] = field(default_factory=dict)
    """Idea -> question -> label, where they may be shown."""
    apart: Mapping[str, Mapping[Question, Divergence]] = field(default_factory=dict)
    """Where two of them diverge by the rule."""
    merits: Mapping[str, Fraction] = field(default_factory=dict)
    """Of each idea, as the lens weighs it."""
    moved: frozenset[str] = frozenset()
    """The ideas where the lens and equal weights disagree."""


@dataclass(frozen=True, slots=True)
class Results:
    """What a closed round says; made once, when it closed."""

    verdicts: Mapping[str, IdeaVerdict]
    bridges: Mapping[str, Bridge]
    """On *acceptable*, for each idea, where there are groups."""
    by_perspective: PerspectiveResults = PerspectiveResults()


@dataclass(frozen=True, slots=True)
class Round:
    """One time that everybody was asked to score."""

    id: RoundId
    number: int
    ideas: tuple[IdeaId, ...]
    scale: Scale
    opened_at: int
    lens: tuple[Leaning, ...] = ()
    """How perspectives are weighed beside equal weights, as it was said when the round opened."""
    closed_at: int | None = None
    asked: int = 0
    groups: tuple[tuple[ParticipantId, ...], ...] = ()
    answers: Mapping[IdeaId, Answers] = field(default_factory=dict)
    results: Results | None = None

    def givers(self) -> set[ParticipantId]:
        """Who has said anything."""
        return {who for answers in self.answers.values() for who in answers}


@dataclass(frozen=True, slots=True)
class Scores:
    """Every round of the session."""

    rounds: Mapping[RoundId, Round] = field(default_factory=dict)
    """In the order in which they were opened."""
    open: RoundId | None = None

    @property
    def now(self) -> Round | None:
        """The one that is open."""
        return None if self.open is None else self.rounds[self.open]
