"""What everybody is shown of who leads the session."""

from typing import NotRequired, TypedDict

from app.facilitation.ids import NudgeId


class GroupNudgeView(TypedDict):
    """What a nudge asks a group that leads itself: its kind, and what anybody can do by it. `about`: the
    agenda item, where it is about one. Never who it is about, and no figure.
    """

    rule: str
    actions: list[str]
    about: NotRequired[str]


class GroupNudgesView(TypedDict):
    """The nudges to the group that stand, newest first."""

    order: list[NudgeId]
    by_id: dict[str, GroupNudgeView]


class LeadView(TypedDict):
    """Who leads. `since_at`: since when the group leads itself, and then `nudges`; `offered_at`: since when
    it is asked whether it wants to, with how many have said yes and how many have to. Empty: facilitators
    lead.
    """

    since_at: NotRequired[int]
    nudges: NotRequired[GroupNudgesView]
    offered_at: NotRequired[int]
    accepted: NotRequired[int]
    needed: NotRequired[int]
