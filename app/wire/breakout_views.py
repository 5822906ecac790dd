"""The types of what the server shows of breakout groups."""

from typing import NotRequired, TypedDict

from app.facilitation.ids import GroupId, ParticipantId
from app.wire.floor_views import FloorView, QueueView, SpeakingView


class GroupView(TypedDict):
    """One group, with its own floor and queue; `speaking`: who is heard in it where all may speak; `report`:
    what it found, so far.
    """

    name: str
    members: list[ParticipantId]
    floor: FloorView
    queue: QueueView
    speaking: NotRequired[dict[str, SpeakingView]]
    report: NotRequired[str]


class GroupReportView(TypedDict):
    """What a group found, now that all are together again."""

    name: str
    text: str


class BreakoutView(TypedDict):
    """The groups that are on (`since_at`), until when once they were called back, and earlier reports."""

    reports: list[GroupReportView]
    since_at: NotRequired[int]
    until_at: NotRequired[int]
    order: NotRequired[list[GroupId]]
    groups: NotRequired[dict[str, GroupView]]


class GroupTalkView(TypedDict):
    """One person's talk in their group, as far as its turns are over."""

    talk_ms: int
    turns: int
