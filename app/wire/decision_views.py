"""The types of what the server shows of decisions, and of the page "You said, we did"."""

from typing import Literal, NotRequired, TypedDict

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
    Purpose,
    RiskId,
    SessionId,
    Stance,
)
from app.facilitation.merit.questions import Question


class ColumnView(TypedDict):
    """The option of one column. `marks`: of the four questions the middle answer, 1 to 5, 0 where there is
    none; `basis`: why it stands here; `acceptance`: percent, where resistance was asked for.
    """

    text: str
    marks: list[int]
    basis: Literal["chosen", "people", "answers", "said", "none"]
    option: NotRequired[OptionId]
    acceptance: NotRequired[float]


class ColumnsView(TypedDict):
    """What was chosen, and what it stands beside."""

    chosen: ColumnView
    to_run: ColumnView
    to_live_with: ColumnView
    leave: ColumnView


class GapView(TypedDict):
    """What is given up next to another column. `unknown`: the parts that are answered "we don't know"."""

    against: Column
    lost: str
    bears: str
    asked: str
    unknown: list[GapPart]
    question: NotRequired[Question]


class GapsView(TypedDict):
    """All that is given up."""

    order: list[GapId]
    by_id: dict[str, GapView]


class RiskView(TypedDict):
    """What could go wrong: how likely and how bad, 1 to 5 apart, 0 not said; `word`: what to do about it."""

    text: str
    likelihood: int
    impact: int
    word: Literal["act", "watch", "accept", "not_said"]
    owner: str
    mitigation: str


class RisksView(TypedDict):
    """All that could go wrong."""

    order: list[RiskId]
    by_id: dict[str, RiskView]


class OpenPointView(TypedDict):
    """Something that has to be said and is blank."""

    what: Literal["gap", "costs", "affected", "risk", "review", "need"]
    of: NotRequired[str]
    part: NotRequired[str]


class DissentView(TypedDict):
    """Why somebody did not agree. `by`, and on the public page `name`: only where they say so."""

    text: str
    needs: str
    by: NotRequired[ParticipantId]
    name: NotRequired[str]


class DissentsView(TypedDict):
    """All reasons, in an order made by lot."""

    order: list[DissentId]
    by_id: dict[str, DissentView]


class SureView(TypedDict):
    """How many said how sure they are; the range, 0 to 100, once the decision was reviewed."""

    answered: int
    lowest: NotRequired[int]
    middle: NotRequired[int]
    highest: NotRequired[int]


class LateWordView(TypedDict):
    """A late word and its answer."""

    stance: Stance
    text: str
    by: NotRequired[ParticipantId]
    name: NotRequired[str]
    answer: NotRequired[str]


class LateView(TypedDict):
    """How many said what after it was accepted, and the words of those who wrote some."""

    agree: int
    worry: int
    object: int
    order: list[LateWordId]
    by_id: dict[str, LateWordView]


class ReviewView(TypedDict):
    """What came of it. `number`: of the other session of the room in which it was said."""

    at: int
    came: CameOut
    text: str
    number: NotRequired[int]


class OriginView(TypedDict):
    """The session of the room in which a decision was taken, and since when it is looked at in this one."""

    session: SessionId
    number: int
    brought_at: int


class AcceptedView(TypedDict):
    """How it was accepted: `agreed` of `answered` in a check; until when it takes late words."""

    check: CheckId
    at: int
    late_until_at: int
    agreed: int
    answered: int


class DecisionView(TypedDict):
    """One version of a decision. `open_points`: what is blank, of an accepted one what was blank then;
    `needs`: those that it has to answer; `over_the_limit`: it is as hard to live with as leaving things be.
    `superseded_in`: the number of the other session that accepted the version in its place.
    """

    state: Literal["draft", "provisional", "standing", "superseded"]
    version: int
    drafted_at: int
    statement: str
    asks: str
    columns: ColumnsView
    gaps: GapsView
    affected: list[str]
    affected_unknown: bool
    costs: list[str]
    costs_unknown: bool
    risks: RisksView
    conditions: list[str]
    review_how: str
    limit_reason: str
    over_the_limit: bool
    needs: list[NeedId]
    open_points: list[OpenPointView]
    dissents: DissentsView
    sure: SureView
    late: LateView
    reviews: list[ReviewView]
    review_at: NotRequired[int]
    supersedes: NotRequired[DecisionId]
    superseded_by: NotRequired[DecisionId]
    superseded_in: NotRequired[int]
    origin: NotRequired[OriginView]
    accepted: NotRequired[AcceptedView]


class NamedNeedView(TypedDict):
    """A need, and what came of it: nothing yet where there is no `end`. `named_as`: a need of its own, one
    that was heard in a proposal, or what somebody would need to come along.
    """

    text: str
    named_as: Literal["need", "heard", "ask"]
    end: NotRequired[NeedEnd]
    because: NotRequired[str]
    owner: NotRequired[str]
    by_at: NotRequired[int]


class NamedNeedsView(TypedDict):
    """Every need that was named."""

    order: list[NeedId]
    by_id: dict[str, NamedNeedView]


class DecisionsView(TypedDict):
    """The ledger: every version, oldest first, the one that is being written, and what came of every need."""

    order: list[DecisionId]
    by_id: dict[str, DecisionView]
    needs: NamedNeedsView
    draft: NotRequired[DecisionId]


class LedgerView(TypedDict):
    """The public links that open the page "You said, we did"."""

    links: list[LinkId]


class OwnDissentView(TypedDict):
    """One's own reason; `named`: it stands with my name."""

    text: str
    needs: str
    named: bool


class OwnLateView(TypedDict):
    """One's own late word."""

    stance: Stance
    text: str
    named: bool


class OwnVoiceView(TypedDict):
    """What one said of one decision. `sure`: 0 to 100."""

    dissent: NotRequired[OwnDissentView]
    sure: NotRequired[int]
    late: NotRequired[OwnLateView]


class OwnDecisionsView(TypedDict):
    """What one said of each decision, and whether one's name may stand on the public page."""

    said: NotRequired[dict[DecisionId, OwnVoiceView]]
    name_shown: NotRequired[bool]


class PublicHeadView(TypedDict):
    """Which sitting the public page is of."""

    name: str
    purpose: Purpose
    number: int
    opened_at: NotRequired[int]


class PublicLedgerView(TypedDict):
    """ "You said, we did", for anybody: what was accepted and what came of every need. Names of people who
    did not let theirs be shown are left out of it.
    """

    session: PublicHeadView
    order: list[DecisionId]
    by_id: dict[str, DecisionView]
    needs: NamedNeedsView
