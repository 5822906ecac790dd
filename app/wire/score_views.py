"""The types of what the server shows of scores. None of them holds whose a score is."""

from typing import NotRequired, TypedDict

from app.facilitation.ids import IdeaId, RoundId, Scale
from app.facilitation.merit.common_ground import Ground
from app.facilitation.merit.questions import Question

# ---- room


class LeaningView(TypedDict):
    """On this question a perspective weighs so much."""

    question: Question
    perspective: str
    weight: float


class OpenRoundView(TypedDict):
    """A round that is under way: `answered` of `asked` people have said anything, and nobody sees what."""

    id: RoundId
    number: int
    ideas: list[IdeaId]
    scale: Scale
    opened_at: int
    answered: int
    asked: int
    left_out: int
    lens: NotRequired[list[LeaningView]]


class PerspectiveView(TypedDict):
    """What the people of one perspective gave: how many, and their plain mean."""

    answered: int
    mean: float


class ApartView(TypedDict):
    """Two perspectives that see the question differently; `higher` scored it better."""

    higher: str
    lower: str


class EachWayView(TypedDict):
    """What the people of one perspective are asked, by what those of another said on this question: `more`,
    that these say more yes.
    """

    asked: str
    others: str
    question: Question
    more: bool


class QuestionView(TypedDict):
    """One question of one idea. `too_few`: fewer than 3 answers, or than half of those asked; then no figure.

    `counts`: how many gave 1 to 5; `mean`: drawn towards the round's mean where few answered; `agreed`: three
    quarters or more gave 4 or 5, and less than a fifth 1 or 2; `by_perspective`: of each that has 3 people
    or more, where the others are 3 or more too.
    """

    answered: int
    too_few: bool
    cannot_say: NotRequired[int]
    counts: NotRequired[list[int]]
    median: NotRequired[int]
    mean: NotRequired[float]
    agreement: NotRequired[float]
    division: NotRequired[float]
    divided: NotRequired[bool]
    agreed: NotRequired[bool]
    red_flag: NotRequired[bool]
    reasons: NotRequired[list[str]]
    by_perspective: NotRequired[dict[str, PerspectiveView]]
    apart: NotRequired[ApartView]


class QuestionsView(TypedDict):
    """The four questions."""

    suitable: QuestionView
    feasible: QuestionView
    acceptable: QuestionView
    beneficial: QuestionView


class BridgeView(TypedDict):
    """How far all opinion groups could live with an idea: the product over groups, its root, the group that
    agrees least, the one that agrees most.
    """

    product: float
    root: float
    lowest: float
    highest: float


class ScoredIdeaView(TypedDict):
    """One idea. Without `merit` too few have answered, and it is not ranked.

    `lens_merit`: as the round's lens weighs it, and `lens_moved` whether that ranks it otherwise;
    `cannot_accept`: the share of 1 and 2 on acceptable; `lowest_third`: the mean of the least happy third;
    `bridge`: where there are groups, unless one or two in none of them answered and would be known by it;
    `ground`: whether all could live with it, it divides, or one group sees it; `each_way`: where two
    perspectives lie apart, one question to each of them.
    """

    questions: QuestionsView
    red_flags: list[str]
    merit: NotRequired[float]
    lowest_median: NotRequired[int]
    cannot_accept: NotRequired[float]
    lowest_third: NotRequired[float]
    bridge: NotRequired[BridgeView]
    lens_merit: NotRequired[float]
    lens_moved: NotRequired[bool]
    ground: NotRequired[Ground]
    each_way: NotRequired[list[EachWayView]]


class ScoredRoundView(TypedDict):
    """A round that is closed. Ranks are lists of ideas; several in one place are tied.

    `by_bearing`: by what all can live with. Where there are opinion groups, by the one that agrees least,
    then by the product over groups, and last the ideas on which a group has said too little; else by how few
    gave 1 or 2 on *acceptable*, then by the mean of the lowest third.
    `groups`: how many people stand in each opinion group; empty where there are no clear groups, and where
    they were not `sought`, because more than 250 people have scored.
    """

    number: int
    scale: Scale
    closed_at: int
    asked: int
    answered: int
    order: list[IdeaId]
    ideas: dict[str, ScoredIdeaView]
    by_merit: list[list[IdeaId]]
    by_bearing: list[list[IdeaId]]
    groups: list[int]
    sought: bool
    lens: NotRequired[list[LeaningView]]
    by_lens: NotRequired[list[list[IdeaId]]]


class ScoringView(TypedDict):
    """The rounds that are closed, oldest first, and the one that is open."""

    order: list[RoundId]
    rounds: dict[str, ScoredRoundView]
    open: NotRequired[OpenRoundView]


# ---- you


class OwnScoreView(TypedDict):
    """One's own answer: a score, or that one can't say."""

    score: NotRequired[int]
    cannot_say: NotRequired[bool]
    reason: NotRequired[str]


class OwnScoringView(TypedDict):
    """The ideas in one's own order, and what one has answered: idea -> question -> answer."""

    round: RoundId
    order: list[IdeaId]
    given: dict[str, dict[str, OwnScoreView]]
