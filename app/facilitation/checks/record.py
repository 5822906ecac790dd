"""What the session holds of consensus checks."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from app.facilitation.events.checks import TalliedRanking
from app.facilitation.ids import CheckId, CheckKind, ObjectionId, ParticipantId
from app.facilitation.merit.polls import ObjectionState

LOWEST = {
    CheckKind.temperature: 0,
    CheckKind.fist: 0,
    CheckKind.gradients: 1,
    CheckKind.consent: 0,
    CheckKind.score: 1,
}
"""The lowest answer of each scale."""
STEPS = {
    CheckKind.temperature: 3,
    CheckKind.fist: 6,
    CheckKind.gradients: 8,
    CheckKind.consent: 2,
    CheckKind.score: 5,
}
"""How many answers each scale has; a ranked check has none."""
SUPPORT = {
    CheckKind.fist: (3, 4, 5),
    CheckKind.gradients: (0, 1, 2),
    CheckKind.consent: (1,),
    CheckKind.score: (3, 4),
}
"""Which steps of a tally support what was asked: three fingers or more, gradients 1 to 3, consent, a score of
4 or 5."""
OBJECTION = 0
"""The answer to a consent check that is an objection."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one person answered."""

    answer: int
    ranking: tuple[tuple[int, ...], ...] = ()
    reason: str = ""
    needs: str = ""
    objection: ObjectionId = ObjectionId("")
    state: ObjectionState = ObjectionState.open
    rule: str = ""
    """By which rule an objection was overruled."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check."""

    id: CheckId
    what: CheckKind
    asks: str
    options: tuple[str, ...]
    named: bool
    quorum: int
    threshold: int
    opened_at: int
    answers: Mapping[ParticipantId, Answer] = field(default_factory=dict)
    ballots: tuple[Answer, ...] = ()
    """The answers of a check without names once it is closed; then nobody's stands in `answers`."""
    paper: tuple[int, ...] = ()
    ranked_papers: tuple[TalliedRanking, ...] = ()
    """Of a ranked check: how many papers bear each order."""
    asked: int = 0
    left_out: int = 0
    closed_at: int | None = None

    def givers(self) -> Collection[ParticipantId]:
        """Who has answered, but on paper."""
        return self.answers.keys()

    @property
    def given(self) -> tuple[Answer, ...]:
        """Every answer that is not on paper."""
        return (*self.answers.values(), *self.ballots)

    @property
    def answered(self) -> int:
        """How many have answered, on paper too."""
        return len(self.answers) + len(self.ballots) + self.on_paper

    @property
    def on_paper(self) -> int:
        """How many papers were counted."""
        return sum(self.paper) + sum(one.papers for one in self.ranked_papers)

    @property
    def rankings(self) -> list[tuple[tuple[int, ...], ...]]:
        """Every ranking that was given, one for each person, in no order of people."""
        alone = [given.ranking for given in self.given]
        return alone + [one.ranking for one in self.ranked_papers for _ in range(one.papers)]

    def counts(self) -> tuple[int, ...]:
        """How many gave each answer of the scale, lowest first."""
        counts = list(self.paper) or [0] * STEPS[self.what]
        for answer in self.given:
            counts[answer.answer - LOWEST[self.what]] += 1
        return tuple(counts)


@dataclass(frozen=True, slots=True)
class Checks:
    """Every check of the session."""

    by_id: Mapping[CheckId, Check] = field(default_factory=dict)
    """In the order in which they were opened."""
    open: CheckId | None = None
    to_mix: tuple[CheckId, ...] = ()
    """Closed checks without names whose answers still stand beside people."""

    @property
    def now(self) -> Check | None:
        """The one that is open."""
        return None if self.open is None else self.by_id[self.open]
