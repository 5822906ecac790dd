"""What came of decisions. An option is named by its id and by which of its wordings: its words stay its
author's.
"""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.commands.decisions import Basis, OpenPoint
from app.facilitation.commands.earlier_decisions import EarlierDecision, KeptReview
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
from app.facilitation.words import Sentences


@dataclass(frozen=True, slots=True)
class FilledColumn:
    """An option in its column. `wording`: how often its idea had been revised; `marks`: of the four questions
    the middle answer, 0 where there is none; `acceptance`: percent, where resistance was asked for.
    """

    column: Column
    option: OptionId | None
    wording: int
    marks: tuple[int, ...]
    basis: Basis
    acceptance: float | None


@dataclass(frozen=True, slots=True)
class FoundGap:
    """Where the option chosen is behind another column: on a question, or (None) as a whole."""

    gap: GapId
    against: Column
    question: Question | None


@dataclass(frozen=True, slots=True)
class FoundRisk:
    """A concern about the option chosen, as somebody put it."""

    risk: RiskId
    remark: RemarkId


@dataclass(frozen=True, slots=True)
class DecisionDrafted:
    """With `supersedes` it begins as that version stands, and nothing else is filled."""

    decision: DecisionId
    version: int
    supersedes: DecisionId | None
    statement: Sentences
    columns: tuple[FilledColumn, ...]
    gaps: tuple[FoundGap, ...]
    risks: tuple[FoundRisk, ...]
    kind: Literal["decision.drafted"] = "decision.drafted"


@dataclass(frozen=True, slots=True)
class DecisionSet:
    """What is None stays; `review_at` 0: no day any more."""

    decision: DecisionId
    statement: Sentences | None
    asks: Sentences | None
    affected: tuple[Sentences, ...] | None
    affected_unknown: bool | None
    costs: tuple[Sentences, ...] | None
    costs_unknown: bool | None
    conditions: tuple[Sentences, ...] | None
    review_at: int | None
    review_how: Sentences | None
    limit_reason: Sentences | None
    kind: Literal["decision.set"] = "decision.set"


@dataclass(frozen=True, slots=True)
class ColumnSet:
    """`gaps`: where the option chosen is behind by what this column says now, and nobody had said so."""

    decision: DecisionId
    filled: FilledColumn
    text: Sentences
    gaps: tuple[FoundGap, ...]
    kind: Literal["decision.column_set"] = "decision.column_set"


@dataclass(frozen=True, slots=True)
class GapSaid:
    decision: DecisionId
    gap: GapId
    against: Column
    question: Question | None
    lost: Sentences
    bears: Sentences
    asked: Sentences
    unknown: tuple[GapPart, ...]
    kind: Literal["decision.gap_set"] = "decision.gap_set"


@dataclass(frozen=True, slots=True)
class RiskSaid:
    decision: DecisionId
    risk: RiskId
    text: Sentences
    likelihood: int
    impact: int
    owner: Sentences
    mitigation: Sentences
    kind: Literal["decision.risk_set"] = "decision.risk_set"


@dataclass(frozen=True, slots=True)
class LineRemoved:
    decision: DecisionId
    gap: GapId | None
    risk: RiskId | None
    kind: Literal["decision.line_removed"] = "decision.line_removed"


@dataclass(frozen=True, slots=True)
class DecisionDiscarded:
    decision: DecisionId
    kind: Literal["decision.discarded"] = "decision.discarded"


@dataclass(frozen=True, slots=True)
class DecisionAccepted:
    """`over_the_limit`: it meets more resistance than leaving things as they are. `agreed` of `answered`."""

    decision: DecisionId
    check: CheckId
    left_open: tuple[OpenPoint, ...]
    over_the_limit: bool
    late_until_at: int
    agreed: int
    answered: int
    kind: Literal["decision.accepted"] = "decision.accepted"


@dataclass(frozen=True, slots=True)
class DecisionStood:
    """Late words are closed, and every late objection has its answer."""

    decision: DecisionId
    kind: Literal["decision.stood"] = "decision.stood"


@dataclass(frozen=True, slots=True)
class DissentKept:
    """`text` empty: taken back."""

    decision: DecisionId
    dissent: DissentId
    who: ParticipantId
    text: Sentences
    needs: Sentences
    named: bool
    kind: Literal["decision.dissent_kept"] = "decision.dissent_kept"


@dataclass(frozen=True, slots=True)
class SureSaid:
    decision: DecisionId
    who: ParticipantId
    percent: int
    kind: Literal["decision.sure_said"] = "decision.sure_said"


@dataclass(frozen=True, slots=True)
class LateWordSaid:
    decision: DecisionId
    word: LateWordId
    who: ParticipantId
    stance: Stance
    text: Sentences
    named: bool
    kind: Literal["decision.late_said"] = "decision.late_said"


@dataclass(frozen=True, slots=True)
class LateWordAnswered:
    decision: DecisionId
    word: LateWordId
    text: Sentences
    kind: Literal["decision.late_answered"] = "decision.late_answered"


@dataclass(frozen=True, slots=True)
class DecisionReviewed:
    decision: DecisionId
    came: CameOut
    text: Sentences
    kind: Literal["decision.reviewed"] = "decision.reviewed"


@dataclass(frozen=True, slots=True)
class DecisionBrought:
    """A decision of an earlier sitting is looked at again in this one."""

    earlier: EarlierDecision
    kind: Literal["decision.brought"] = "decision.brought"


@dataclass(frozen=True, slots=True)
class DecisionFollowed:
    """`reviews`: all that the later sitting has made so far; `superseded_by`: a version that it accepted."""

    decision: DecisionId
    session: SessionId
    number: int
    reviews: tuple[KeptReview, ...]
    superseded_by: DecisionId | None
    kind: Literal["decision.followed"] = "decision.followed"


@dataclass(frozen=True, slots=True)
class NeedEnded:
    need: NeedId
    end: NeedEnd
    because: Sentences
    owner: Sentences
    by_at: int | None
    kind: Literal["need.ended"] = "need.ended"


@dataclass(frozen=True, slots=True)
class LedgerShared:
    link: LinkId
    kind: Literal["ledger.shared"] = "ledger.shared"


@dataclass(frozen=True, slots=True)
class LedgerUnshared:
    link: LinkId
    kind: Literal["ledger.unshared"] = "ledger.unshared"


@dataclass(frozen=True, slots=True)
class OwnNameShown:
    participant: ParticipantId
    shown: bool
    kind: Literal["ledger.name_shown"] = "ledger.name_shown"
