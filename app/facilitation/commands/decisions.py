"""Commands about decisions: the record of what was chosen, what it costs and whom, and what came of it."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import (
    CameOut,
    CheckId,
    Column,
    DecisionId,
    GapId,
    GapPart,
    LateWordId,
    LinkId,
    NeedEnd,
    NeedId,
    OptionId,
    ParticipantId,
    RiskId,
    Stance,
)
from app.facilitation.merit.questions import Question
from app.facilitation.words import Sentences

Basis = Literal["chosen", "people", "answers", "said", "none"]
"""Why an option stands in its column: the group chose it, those whom the column is about put it first, the
answers of all to its questions do, somebody wrote it there, or nothing does.
"""


@dataclass(frozen=True, slots=True)
class DraftDecision:
    """Begin a record (facilitators), filled from what the session holds: ideas, scores, resistance, concerns.
    `supersedes`: a new version of that accepted one, which stays as it is. It begins with all that stands
    there, but for a day to look again that has passed.
    """

    chosen: OptionId | None = None
    statement: Sentences = ""
    supersedes: DecisionId | None = None
    do: Literal["decision.draft"] = "decision.draft"


@dataclass(frozen=True, slots=True)
class SetDecision:
    """Write parts of a draft (facilitators); what is left out, or null, stays. `affected`: who is affected
    and was not here. The two `_unknown` say "we don't know", which is an answer; blank is not. `review_at` 0:
    no day any more.
    """

    decision: DecisionId
    statement: Sentences | None = None
    asks: Sentences | None = None
    affected: tuple[Sentences, ...] | None = None
    affected_unknown: bool | None = None
    costs: tuple[Sentences, ...] | None = None
    costs_unknown: bool | None = None
    conditions: tuple[Sentences, ...] | None = None
    review_at: int | None = None
    review_how: Sentences | None = None
    limit_reason: Sentences | None = None
    do: Literal["decision.set"] = "decision.set"


@dataclass(frozen=True, slots=True)
class SetColumn:
    """Say which option stands in a column of a draft (facilitators): an idea's id or `leave`, or words of
    one's own. `marks`: for the four questions 1 to 5, 0 where nobody knows; left out, they come from the
    scores.
    """

    decision: DecisionId
    column: Column
    option: OptionId | None = None
    text: Sentences = ""
    marks: tuple[int, ...] = ()
    do: Literal["decision.set_column"] = "decision.set_column"


@dataclass(frozen=True, slots=True)
class SayGap:
    """What is given up next to another column (facilitators): what is lost, who bears it, were they asked.
    `unknown`: the parts to which the answer is "we don't know". Without `gap` it is a new one.
    """

    decision: DecisionId
    against: Column
    gap: GapId | None = None
    question: Question | None = None
    lost: Sentences = ""
    bears: Sentences = ""
    asked: Sentences = ""
    unknown: tuple[GapPart, ...] = ()
    do: Literal["decision.set_gap"] = "decision.set_gap"


@dataclass(frozen=True, slots=True)
class SetRisk:
    """What could go wrong (facilitators): how likely and how bad, 1 to 5 each and never multiplied, 0 not
    said; who looks after it, and how. Without `risk` it is a new one.
    """

    decision: DecisionId
    text: Sentences
    risk: RiskId | None = None
    likelihood: int = 0
    impact: int = 0
    owner: Sentences = ""
    mitigation: Sentences = ""
    do: Literal["decision.set_risk"] = "decision.set_risk"


@dataclass(frozen=True, slots=True)
class RemoveLine:
    """Take a gap or a risk out of a draft (facilitators), by its id."""

    decision: DecisionId
    gap: GapId | None = None
    risk: RiskId | None = None
    do: Literal["decision.remove_line"] = "decision.remove_line"


@dataclass(frozen=True, slots=True)
class DiscardDecision:
    """Throw a draft away (facilitators)."""

    decision: DecisionId
    do: Literal["decision.discard"] = "decision.discard"


@dataclass(frozen=True, slots=True)
class AcceptDecision:
    """Accept a draft by a closed check that was opened after its last change (facilitators).
    `with_open_points`: what is blank is marked as open, and the record says "agreed, with open points".
    """

    decision: DecisionId
    check: CheckId
    with_open_points: bool = False
    do: Literal["decision.accept"] = "decision.accept"


@dataclass(frozen=True, slots=True)
class KeepDissent:
    """ "Not everyone agreed": one's own reason, kept with a draft in one's own words, and what one would
    need. `named`: show my name with it. An empty text takes it back. Facilitators for somebody without a
    device.
    """

    decision: DecisionId
    text: Sentences
    needs: Sentences = ""
    named: bool = False
    participant: ParticipantId | None = None
    do: Literal["decision.dissent"] = "decision.dissent"


@dataclass(frozen=True, slots=True)
class SaySure:
    """How sure one is, 0 to 100 %, that it will do what it should; shown as a range, at the review alone."""

    decision: DecisionId
    percent: int
    participant: ParticipantId | None = None
    do: Literal["decision.say_sure"] = "decision.say_sure"


@dataclass(frozen=True, slots=True)
class SayLate:
    """A late word, for 48 hours after a decision was accepted, also when the session is over. The last one of
    a person counts. What objects says why.
    """

    decision: DecisionId
    stance: Stance
    text: Sentences = ""
    named: bool = False
    participant: ParticipantId | None = None
    do: Literal["decision.say_late"] = "decision.say_late"


@dataclass(frozen=True, slots=True)
class AnswerLate:
    """Answer a late word (facilitators): a decision stands only when every late objection has its answer."""

    decision: DecisionId
    word: LateWordId
    text: Sentences
    do: Literal["decision.answer_late"] = "decision.answer_late"


@dataclass(frozen=True, slots=True)
class ReviewDecision:
    """Look at it again (facilitators): what came of it, beside how sure people were."""

    decision: DecisionId
    came: CameOut
    text: Sentences
    do: Literal["decision.review"] = "decision.review"


@dataclass(frozen=True, slots=True)
class EndNeed:
    """ "You said, we did" (facilitators): what came of a need, why, who sees to it and by when. A need is an
    idea's id, or an ask's of a survey of resistance.
    """

    need: NeedId
    end: NeedEnd
    because: Sentences
    owner: Sentences = ""
    by_at: int | None = None
    do: Literal["need.end"] = "need.end"


@dataclass(frozen=True, slots=True)
class ShareLedger:
    """Make the page "You said, we did" readable by a link without an account (facilitators); the answer names
    the link, which `ledger.unshare` takes back.
    """

    do: Literal["ledger.share"] = "ledger.share"


@dataclass(frozen=True, slots=True)
class UnshareLedger:
    """Take a public link back (facilitators): it opens nothing any more."""

    link: LinkId
    do: Literal["ledger.unshare"] = "ledger.unshare"


@dataclass(frozen=True, slots=True)
class ShowOwnName:
    """Whether one's own name may stand on the public page, where somebody wrote it."""

    shown: bool
    participant: ParticipantId | None = None
    do: Literal["ledger.show_name"] = "ledger.show_name"


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """Something that has to be said and is blank: of what (`gap`, `risk`, `need`, `affected`, `costs`,
    `review`), its id where it has one, and which part of it.
    """

    what: str
    of: str
    part: str
