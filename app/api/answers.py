"""The types of what the REST resources answer, beside the views that the live socket shows as well."""

from typing import Literal, NotRequired, TypedDict

from app.api.kept_answers import DeletedAnswer, ErasureAnswer, MentionsAnswer, OwnDataAnswer
from app.facilitation.ids import (
    DecisionId,
    DeviceId,
    DeviceScope,
    IdeaId,
    LinkId,
    ParticipantId,
    Place,
    Purpose,
    Role,
    SessionId,
    Setting,
    Status,
)
from app.wire.check_views import ChecksView
from app.wire.concern_views import ConcernsView
from app.wire.decision_views import DecisionsView, DecisionView, PublicLedgerView
from app.wire.floor_views import FloorView, QueueView, SpeakingView
from app.wire.idea_views import IdeasView
from app.wire.knowledge_views import KnowledgeView
from app.wire.lead_views import LeadView
from app.wire.nudge_views import NudgesView
from app.wire.pick_views import PicksView
from app.wire.resistance_views import ResistanceView
from app.wire.score_views import ScoringView
from app.wire.views import (
    DeskHandView,
    HeardView,
    LanesView,
    OwnFiguresView,
    PersonFiguresView,
    PlaceFiguresView,
    RoomFiguresView,
    SessionView,
)


class Problem(TypedDict):
    """A refusal (RFC 9457). `code` is stable and listed on the protocol page; `detail` says what to do."""

    type: str
    title: str
    status: int
    detail: str
    code: str


class RoomAnswer(TypedDict):
    """A room: a lasting place with a code."""

    id: str
    code: str
    name: str
    purpose: Purpose
    setting: Setting
    created_at: int
    keep_days: NotRequired[int]
    """So many days after its end each session is deleted; left out: not before somebody deletes it."""


class RoomsAnswer(TypedDict):
    """Rooms, the newest first."""

    rooms: list[RoomAnswer]


class SessionAnswer(TypedDict):
    """A session in the catalogue; instants in ms, of the session's own clock once it has begun."""

    id: SessionId
    room_id: str
    number: int
    status: Status
    created_at: int
    opened_at: NotRequired[int]
    ended_at: NotRequired[int]


class SessionsAnswer(TypedDict):
    """Sessions, the newest first."""

    sessions: list[SessionAnswer]


class TrendPeople(TypedDict):
    """How many took part in a session, spoke, and could be measured."""

    total: int
    spoke: int
    measured: int


class TrendNudges(TypedDict):
    """How many nudges were raised in a session, and how many of them a facilitator followed."""

    raised: int
    acted: int


class TrendAnswer(TypedDict):
    """A session as a line among the others of its room. `voices` of `of`: by how many the talk was shared."""

    id: SessionId
    number: int
    status: Status
    opened_at: int
    active_ms: int
    practice: NotRequired[int]
    people: TrendPeople
    voices: NotRequired[float]
    of: NotRequired[int]
    gini: NotRequired[float]
    facilitators_part: NotRequired[float]
    nudges: TrendNudges


class TrendsAnswer(TypedDict):
    """The sessions of a room that were opened, the oldest first."""

    sessions: list[TrendAnswer]


class NewRoomAnswer(TypedDict):
    """A room that was just made. The facilitators' link is shown this once."""

    room: RoomAnswer
    session: SessionAnswer
    facilitator_link: str
    join_link: str


class SeatAnswer(TypedDict):
    """A way in: the token for the live socket and for REST, and the secret that makes a device the same
    person again.
    """

    token: str
    session_id: SessionId
    participant_id: ParticipantId
    role: Role
    code: str
    device_secret: NotRequired[str]


class KnockedAnswer(TypedDict):
    """Somebody waits to be let in. `device_secret` opens `POST /access/return` once they are."""

    session_id: SessionId
    device_secret: str


class NewSessionAnswer(TypedDict):
    """A session that was just made; `seat` is the facilitator's own who asked for it."""

    session: SessionAnswer
    seat: NotRequired[SeatAnswer]


class DeviceSeatAnswer(TypedDict):
    """A way in for a shared screen or a helper's phone."""

    token: str
    session_id: SessionId
    device_id: DeviceId
    scope: DeviceScope


class TokenAnswer(TypedDict):
    """A token for the live socket, good for 15 minutes."""

    token: str


class FoundRoom(TypedDict):
    """What a code says before one comes in."""

    name: str
    purpose: Purpose
    setting: Setting


class FoundSession(TypedDict):
    """The session that a code leads to now."""

    id: SessionId
    status: Status
    number: int


class FoundAnswer(TypedDict):
    """The room behind a code, and its join link as phones reach it."""

    room: FoundRoom
    session: FoundSession
    join_link: str


class CommandAnswer(TypedDict):
    """The command was applied. `made` is the id of what it made."""

    ok: Literal[True]
    seq: int
    made: NotRequired[str]


class ParticipantAnswer(TypedDict):
    """Somebody of the session."""

    id: ParticipantId
    name: str
    role: Role
    place: Place
    number: int
    here: bool
    seated: bool
    listening: NotRequired[bool]
    away: NotRequired[bool]
    watches: NotRequired[str]
    perspective: NotRequired[str]


class ParticipantsAnswer(TypedDict):
    """A page of the people, in the order of their seats; `more` come after it."""

    participants: list[ParticipantAnswer]
    more: int


class SeatedAnswer(TypedDict):
    """Who was seated, in the order in which they were named."""

    ok: Literal[True]
    seq: int
    participants: list[ParticipantAnswer]


class SessionStateAnswer(TypedDict):
    """A session as it stands. `now` is its clock."""

    room_id: str
    seq: int
    now: int
    session: SessionView
    gone_at: NotRequired[int]
    """When it is deleted by itself (wall ms), as its room says."""


class QueueAnswer(QueueView):
    """Who waits, in the order in which they go; `reasons` for facilitators alone."""

    reasons: NotRequired[dict[str, DeskHandView]]


class AlikeAnswer(TypedDict):
    """Pairs of ideas that sound alike; whether they are one is for people to say."""

    pairs: list[list[IdeaId]]


class FloorAnswer(FloorView):
    """Who may speak, and who is heard."""

    speaking: dict[str, SpeakingView]


class LeadAnswer(LeadView):
    """Who leads."""

    by: Literal["facilitators", "group"]


class BalanceAnswer(TypedDict):
    """The talk of everybody, whole session or last 10 minutes, and how evenly it is shared."""

    at: int
    window: Literal["session", "10min"]
    heard: HeardView
    room: RoomFiguresView
    places: dict[Place, PlaceFiguresView]
    people: dict[str, PersonFiguresView]


class OwnTimeAnswer(OwnFiguresView):
    """One's own time."""

    at: int


class NewDeviceAnswer(TypedDict):
    """A device's id and its link, which is shown this once; `qr` is the link as rows of 1 (dark) and 0.

    The link holds a secret, so its picture has no address of its own.
    """

    device_id: DeviceId
    link: str
    qr: list[str]


class HealthAnswer(TypedDict):
    """The server is well."""

    status: Literal["ok"]
    version: str


class ReadyAnswer(TypedDict):
    """Whether the server should be given work, and how what it needs fares, in words."""

    status: Literal["ready", "not ready", "stopping"]
    version: str
    database: str
    nodes: str
    clock: str
    redis: str
    other_nodes: int


class EarlierDecisionAnswer(TypedDict):
    """A decision of another session of the room that stands. `due`: the day has come on which people wanted
    to look again; `here`: it is looked at in this session.
    """

    session_id: SessionId
    number: int
    decision_id: DecisionId
    due: bool
    here: bool
    decision: DecisionView


class EarlierDecisionsAnswer(TypedDict):
    """Those whose day has come first, then by their day."""

    decisions: list[EarlierDecisionAnswer]


class LinkAnswer(TypedDict):
    """A link that was just made, also as the rows of a QR code."""

    link_id: LinkId
    link: str
    qr: list[str]


ANSWERS: tuple[type, ...] = (
    Problem,
    RoomsAnswer,
    RoomAnswer,
    SessionsAnswer,
    TrendsAnswer,
    NewRoomAnswer,
    NewSessionAnswer,
    SeatAnswer,
    KnockedAnswer,
    DeviceSeatAnswer,
    TokenAnswer,
    FoundAnswer,
    CommandAnswer,
    ParticipantsAnswer,
    SeatedAnswer,
    SessionStateAnswer,
    QueueAnswer,
    IdeasView,
    AlikeAnswer,
    ScoringView,
    ChecksView,
    PicksView,
    ResistanceView,
    KnowledgeView,
    DecisionsView,
    PublicLedgerView,
    EarlierDecisionsAnswer,
    LinkAnswer,
    ConcernsView,
    FloorAnswer,
    LeadAnswer,
    BalanceAnswer,
    OwnTimeAnswer,
    NudgesView,
    LanesView,
    NewDeviceAnswer,
    MentionsAnswer,
    ErasureAnswer,
    DeletedAnswer,
    OwnDataAnswer,
    HealthAnswer,
    ReadyAnswer,
)
