"""The types of what the server shows of perspectives: what people say that they bring."""

from typing import NotRequired, TypedDict

from app.facilitation.ids import PerspectiveUse

# ---- room


class PerspectivesView(TypedDict):
    """What is asked for (nothing: it is not asked). `equal_share`: each has an equal share of the floor."""

    labels: list[str]
    equal_share: bool


# ---- desk, and the report for all


class GroupPartView(TypedDict):
    """A group's part in per cent, rounded to 10: of the talk, and of the fair shares."""

    talk: int
    fair: int


class GroupsView(TypedDict):
    """One span of the balance by perspective, of the groups that may be shown; empty where none was yet."""

    since_at: NotRequired[int]
    until_at: NotRequired[int]
    groups: NotRequired[dict[str, GroupPartView]]


# ---- you


class OwnPerspectiveView(TypedDict):
    """What one said oneself, how it may be used, and since when."""

    label: str
    use: PerspectiveUse
    since_at: int
