"""The types of what the server shows of consensus checks."""

from typing import Literal, NotRequired, TypedDict

from app.facilitation.ids import CheckId, CheckKind, ObjectionId

Outcome = Literal[
    "consensus",
    "weak",
    "concerns",
    "blocked",
    "contested",
    "not_ready",
    "enthusiastic",
    "lukewarm",
    "mixed",
    "agreed",
    "divided",
    "consent",
    "objections_open",
    "overruled",
    "unanswered",
]
"""What a check says, in a word."""


class OpenCheckView(TypedDict):
    """A check that is under way: `answered` of `asked`, and nobody sees what. `threshold` in percent;
    `left_out`: how many are here and not asked, for they facilitate, support somebody or watch.
    """

    id: CheckId
    what: CheckKind
    asks: str
    options: list[str]
    named: bool
    quorum: int
    threshold: int
    opened_at: int
    answered: int
    asked: int
    left_out: int
    on_paper: int


class ObjectionView(TypedDict):
    """An objection, without whose it is. `needs`: what would have to change; `rule`: by which it was
    overruled.
    """

    reason: str
    needs: NotRequired[str]
    state: Literal["open", "integrated", "withdrawn", "overruled"]
    rule: NotRequired[str]


class ObjectionsView(TypedDict):
    """The objections of a consent check."""

    order: list[ObjectionId]
    by_id: dict[str, ObjectionView]


class CheckView(TypedDict):
    """A check that is closed. `counts`: for each step of its scale, the lowest first; `support`: how many are
    for it; `reached`: the quorum and the threshold; `median`: the middle score, of two the lower; `places`:
    numbers of options, best first, ties together; `beats`: how many put one option (row) before another;
    `early`: closed before everybody who was asked had answered.
    """

    what: CheckKind
    asks: str
    options: list[str]
    named: bool
    quorum: int
    threshold: int
    closed_at: int
    answered: int
    asked: int
    left_out: int
    early: bool
    on_paper: int
    quorate: bool
    too_few: bool
    counts: NotRequired[list[int]]
    outcome: NotRequired[Outcome]
    support: NotRequired[int]
    reached: NotRequired[bool]
    objections: NotRequired[ObjectionsView]
    median: NotRequired[int]
    reasons: NotRequired[list[str]]
    needs: NotRequired[list[str]]
    places: NotRequired[list[list[int]]]
    beats: NotRequired[list[list[int]]]
    by_name: NotRequired[dict[str, int]]


class ChecksView(TypedDict):
    """The checks that are closed, oldest first, and the one that is open."""

    order: list[CheckId]
    by_id: dict[str, CheckView]
    open: NotRequired[OpenCheckView]


class OwnCheckView(TypedDict):
    """One's own answer to the open check, and which objections are one's own to settle: in checks by name."""

    answer: NotRequired[int]
    ranking: NotRequired[list[list[int]]]
    reason: NotRequired[str]
    needs: NotRequired[str]
    objections: NotRequired[list[ObjectionId]]
