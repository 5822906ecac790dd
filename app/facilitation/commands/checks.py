"""Commands about consensus checks: where does everybody stand?"""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import CheckId, CheckKind, ObjectionId, ParticipantId
from app.facilitation.words import Sentences


@dataclass(frozen=True, slots=True)
class OpenCheck:
    """Ask where everybody stands (facilitators). What is fixed here stays: whether answers are shown by name,
    how many people have to answer (`quorum`), and which percentage has to support it (`threshold`).
    """

    what: CheckKind
    asks: Sentences
    options: tuple[Sentences, ...] = ()
    """What is ranked; other checks have none."""
    named: bool = False
    quorum: int = 0
    threshold: int = 0
    do: Literal["check.open"] = "check.open"


@dataclass(frozen=True, slots=True)
class AnswerCheck:
    """One's answer, until the check closes: temperature 0 down, 1 level, 2 up; fist 0 to 5; gradients 1 to 8;
    score 1 to 5; consent 1, or 0 for an objection with its reason. A ranked check takes `ranking`: numbers of
    options from the best on, ties together. `needs`: what would have to change for one to come along.
    Facilitators for somebody without a device.
    """

    check: CheckId
    answer: int = 0
    ranking: tuple[tuple[int, ...], ...] = ()
    reason: Sentences = ""
    needs: Sentences = ""
    participant: ParticipantId | None = None
    do: Literal["check.answer"] = "check.answer"


@dataclass(frozen=True, slots=True)
class RankedPapers:
    """So many papers that rank the options in the same way: numbers of options from the best on, ties
    together.
    """

    ranking: tuple[tuple[int, ...], ...]
    papers: int


@dataclass(frozen=True, slots=True)
class TallyCheck:
    """Answers on paper, counted together (facilitators): how many for each step of the scale; of a ranked
    check, how many for each order that stands on one. Three papers or more, so that nobody's is typed by
    name. A new tally replaces the old.
    """

    check: CheckId
    counts: tuple[int, ...] = ()
    rankings: tuple[RankedPapers, ...] = ()
    do: Literal["check.tally"] = "check.tally"


@dataclass(frozen=True, slots=True)
class CloseCheck:
    """Show the result to all at once (facilitators)."""

    check: CheckId
    do: Literal["check.close"] = "check.close"


@dataclass(frozen=True, slots=True)
class SettleObjection:
    """What became of an objection: who made it says that it is met (`integrated`) or withdrawn; a facilitator
    may overrule it by a rule that was said before, in writing. Facilitators for who objected without a
    device.
    """

    check: CheckId
    objection: ObjectionId
    how: Literal["integrated", "withdrawn", "overruled"]
    rule: Sentences = ""
    participant: ParticipantId | None = None
    do: Literal["objection.settle"] = "objection.settle"
