"""What facilitators are shown of nudges, and how nudging is set."""

from typing import Literal, NotRequired, TypedDict

from app.facilitation.ids import NudgeId, ParticipantId, Tone


class NudgeView(TypedDict):
    """One nudge, with the figures that caused it. `effect`: after so many ms, whether the subject came in."""

    rule: str
    subject: NotRequired[ParticipantId]
    about: NotRequired[str]
    state: Literal["new", "acted", "dismissed", "snoozed", "expired"]
    raised_at: int
    facts: dict[str, int | float]
    actions: list[str]
    action: NotRequired[str]
    answer: NotRequired[str]
    snoozed_until: NotRequired[int]
    effect: NotRequired[dict[str, bool]]


class BaselineView(TypedDict):
    """Of the people of whom the same held without a nudge: how many came in within that time.

    `enough` says whether so many cases make a rate; else it is too few to say.
    """

    came: int
    cases: int
    enough: bool


class NudgesView(TypedDict):
    """The nudges, newest first."""

    order: list[NudgeId]
    by_id: dict[str, NudgeView]
    hushed_until: NotRequired[int]
    hushed_for_item: NotRequired[bool]
    baseline: dict[str, dict[str, BaselineView]]


class NudgeKindView(TypedDict):
    """One kind of nudge: whether facilitators want no more of it today, and whether it is never theirs."""

    muted: bool
    private: NotRequired[bool]


class NudgeSettingView(TypedDict):
    """A number of the rules: of which kind (empty: of all), what it is, usually is, and may be."""

    kind: str
    value: int | float
    usual: int | float
    least: int | float
    most: int | float


class NudgingView(TypedDict):
    """How nudging is set in this session; `order`: the kinds, most useful first."""

    tone: Tone
    order: list[str]
    kinds: dict[str, NudgeKindView]
    settings: dict[str, NudgeSettingView]
