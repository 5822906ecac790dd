"""What came of consensus checks."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import CheckId, CheckKind, ObjectionId, ParticipantId
from app.facilitation.merit.polls import ObjectionState
from app.facilitation.words import Sentences


@dataclass(frozen=True, slots=True)
class CheckOpened:
    check: CheckId
    what: CheckKind
    asks: Sentences
    options: tuple[Sentences, ...]
    named: bool
    quorum: int
    threshold: int
    kind: Literal["check.opened"] = "check.opened"


@dataclass(frozen=True, slots=True)
class CheckAnswered:
    """`objection` is the id under which all read an objection, without whose it is.

    Once the ballots of the check were mixed, it says only that somebody answered: `voter` is empty.
    """

    check: CheckId
    voter: ParticipantId
    answer: int
    ranking: tuple[tuple[int, ...], ...]
    reason: Sentences
    objection: ObjectionId
    needs: Sentences = ""
    kind: Literal["check.answered"] = "check.answered"


@dataclass(frozen=True, slots=True)
class TalliedRanking:
    """So many papers with the same order."""

    ranking: tuple[tuple[int, ...], ...]
    papers: int


@dataclass(frozen=True, slots=True)
class CheckTallied:
    """`counts`: for each step of the scale; `rankings`: of a ranked check."""

    check: CheckId
    counts: tuple[int, ...]
    rankings: tuple[TalliedRanking, ...] = ()
    kind: Literal["check.tallied"] = "check.tallied"


@dataclass(frozen=True, slots=True)
class CheckClosed:
    """`asked`: how many could have answered; `left_out`: how many were here and were not asked."""

    check: CheckId
    asked: int
    left_out: int = 0
    kind: Literal["check.closed"] = "check.closed"


@dataclass(frozen=True, slots=True)
class Ballot:
    """One answer without whose it is, and what has become of its objection."""

    answer: int
    ranking: tuple[tuple[int, ...], ...] = ()
    reason: Sentences = ""
    objection: ObjectionId = ObjectionId("")
    state: ObjectionState = ObjectionState.open
    rule: Sentences = ""
    needs: Sentences = ""


@dataclass(frozen=True, slots=True)
class BallotsMixed:
    """The answers to a check without names, in an order that tells nothing. With this event they go from
    where they stood until now, each beside a person.
    """

    check: CheckId
    ballots: tuple[Ballot, ...]
    kind: Literal["ballots.mixed"] = "ballots.mixed"


@dataclass(frozen=True, slots=True)
class ObjectionSettled:
    check: CheckId
    objection: ObjectionId
    how: Literal["integrated", "withdrawn", "overruled"]
    rule: Sentences
    kind: Literal["objection.settled"] = "objection.settled"
