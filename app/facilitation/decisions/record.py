"""What the session holds of decisions."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from app.facilitation.commands.decisions import Basis, OpenPoint
from app.facilitation.ids import (
    CameOut,
    CheckId,
    Column,
    DecisionId,
    DissentId,
    GapId,
    GapPart,
    LateWordId,
    LinkId,
    NeedEnd,
    NeedId,
    OptionId,
    ParticipantId,
    RemarkId,
    RiskId,
    SessionId,
    Stance,
)
from app.facilitation.merit.questions import Question

MOST_LINES = 30
"""Of one kind in one record: more than that nobody reads."""


class DecisionState(StrEnum):
    """Where a version stands."""

    draft = "draft"
    discarded = "discarded"
    provisional = "provisional"
    """Accepted; late words are open, or a late objection waits for its answer."""
    standing = "standing"
    superseded = "superseded"


HOLDS = frozenset({DecisionState.provisional, DecisionState.standing})
"""It was taken, and no newer version has its place."""


class Filled(NamedTuple):
    """The option of one column."""

    option: OptionId | None = None
    wording: int = 0
    """Which of its idea's wordings it is: how often that had been revised."""
    text: str = ""
    """In words of its own, in place of an option's."""
    marks: tuple[int, ...] = ()
    """Of the four questions the middle answer, 1 to 5; 0 where there is none."""
    basis: Basis = "none"
    acceptance: float | None = None
    """Percent, where resistance was asked for."""

    @property
    def blank(self) -> bool:
        """Whether nothing stands in it."""
        return self.option is None and not self.text


class Gap(NamedTuple):
    """What is given up next to another column."""

    id: GapId
    against: Column
    question: Question | None = None
    lost: str = ""
    bears: str = ""
    asked: str = ""
    unknown: tuple[GapPart, ...] = ()

    def blanks(self) -> tuple[GapPart, ...]:
        """The parts that nobody has answered, "we don't know" being an answer."""
        said = {GapPart.lost: self.lost, GapPart.bears: self.bears, GapPart.asked: self.asked}
        return tuple(part for part, text in said.items() if not text and part not in self.unknown)


class Risk(NamedTuple):
    """What could go wrong. Likelihood and impact are shown apart: their product ranks a smaller risk above a
    larger one (Cox 2008, Risk Analysis 28(2):497-512).
    """

    id: RiskId
    text: str = ""
    remark: RemarkId | None = None
    """The concern that it comes from, whose words stand here as long as nobody wrote others."""
    likelihood: int = 0
    impact: int = 0
    owner: str = ""
    mitigation: str = ""


class Record(NamedTuple):
    """What people agree to: of an accepted version it never changes."""

    statement: str = ""
    asks: str = ""
    columns: Mapping[Column, Filled] = MappingProxyType({})
    gaps: Mapping[GapId, Gap] = MappingProxyType({})
    affected: tuple[str, ...] = ()
    affected_unknown: bool = False
    costs: tuple[str, ...] = ()
    costs_unknown: bool = False
    risks: Mapping[RiskId, Risk] = MappingProxyType({})
    conditions: tuple[str, ...] = ()
    review_at: int | None = None
    review_how: str = ""
    limit_reason: str = ""
    """Why it is chosen though leaving things as they are would be easier to live with."""

    @property
    def chosen(self) -> Filled:
        """The option that is chosen."""
        return self.columns.get(Column.chosen, Filled())


class Dissent(NamedTuple):
    """Why somebody does not agree, in their own words."""

    id: DissentId
    text: str
    needs: str
    named: bool


class LateWord(NamedTuple):
    """What somebody says after a decision was accepted."""

    id: LateWordId
    stance: Stance
    text: str
    named: bool
    answer: str = ""

    @property
    def waits(self) -> bool:
        """Whether it holds the decision until it is answered."""
        return self.stance is Stance.object and not self.answer


class Acceptance(NamedTuple):
    """How a version was accepted."""

    check: CheckId
    at: int
    late_until_at: int
    left_open: tuple[OpenPoint, ...]
    over_the_limit: bool
    agreed: int
    answered: int


class Review(NamedTuple):
    """What came of it."""

    at: int
    came: CameOut
    text: str
    number: int = 0
    """Of the sitting that looked at it; 0: this one."""


class Origin(NamedTuple):
    """Of which earlier sitting it is, and since when it is looked at here."""

    session: SessionId
    number: int
    brought_at: int
    sure_answered: int
    sure: tuple[int, ...]
    """The lowest, middle and highest answer there; empty where too few answered."""
    names: tuple[str, ...]
    """Names in it that no public page may show."""


class Decision(NamedTuple):
    """One version of a decision."""

    id: DecisionId
    version: int
    state: DecisionState
    drafted_at: int
    changed_at: int
    """When its record was last written in: people agree to what they could read."""
    record: Record = Record()
    supersedes: DecisionId | None = None
    superseded_by: DecisionId | None = None
    superseded_in: int = 0
    """The number of the sitting that accepted that one; 0: this one."""
    origin: Origin | None = None
    """None: it was drafted in this sitting."""
    dissents: Mapping[ParticipantId, Dissent] = MappingProxyType({})
    sure: Mapping[ParticipantId, int] = MappingProxyType({})
    accepted: Acceptance | None = None
    late: Mapping[ParticipantId, LateWord] = MappingProxyType({})
    reviews: tuple[Review, ...] = ()

    def due_at(self) -> int | None:
        """When it stands by itself; None while something else has to happen."""
        if self.state is not DecisionState.provisional or self.accepted is None:
            return None
        return None if any(word.waits for word in self.late.values()) else self.accepted.late_until_at


class Ended(NamedTuple):
    """What came of a need."""

    end: NeedEnd
    because: str
    owner: str
    by_at: int | None


class Decisions(NamedTuple):
    """The ledger of the session."""

    by_id: Mapping[DecisionId, Decision] = MappingProxyType({})
    """In the order in which they were drafted."""
    draft: DecisionId | None = None
    due_at: int | None = None
    """When the next one stands by itself."""
    needs: Mapping[NeedId, Ended] = MappingProxyType({})
    links: Mapping[LinkId, bool] = MappingProxyType({})
    """Public links, and whether they open anything."""
    named: frozenset[ParticipantId] = frozenset()
    """Whose name may stand on the public page."""

    def having(self, decision: Decision) -> "Decisions":
        """With this version in its place."""
        by_id = {**self.by_id, decision.id: decision}
        due = [at for each in by_id.values() if (at := each.due_at()) is not None]
        return self._replace(by_id=by_id, due_at=min(due, default=None))
