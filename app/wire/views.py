"""The types of what the server shows: the three layers of a session, and the figures that move with time.

Times are integer ms of the session's clock, durations integer ms. Nothing is ever null. A collection is an
object keyed by id with an `order` beside it; where an order is cut, `more` says how many there are besides.
"""

from typing import Literal, NotRequired, TypedDict

from app.facilitation.ids import (
    Asks,
    BringIn,
    CommandId,
    DeviceId,
    DeviceScope,
    GroupId,
    NoteId,
    NudgeId,
    ParticipantId,
    Place,
    ProcessPoint,
    Purpose,
    Role,
    SessionId,
    Setting,
    SignalKind,
    Status,
    Tone,
    TurnId,
)
from app.wire.agenda_views import AgendaView, NotesView
from app.wire.breakout_views import BreakoutView, GroupTalkView
from app.wire.check_views import ChecksView, OwnCheckView
from app.wire.concern_views import ContactView, OwnConcernsView
from app.wire.decision_views import DecisionsView, LedgerView, OwnDecisionsView
from app.wire.floor_views import FloorView, QueueView, Reason, SpeakingView
from app.wire.idea_views import DeskIdeasView, IdeasView, OwnIdeasView
from app.wire.knowledge_views import KnowledgeView, OwnKnowledgeView
from app.wire.lead_views import LeadView
from app.wire.nudge_views import NudgesView, NudgingView
from app.wire.perspective_views import GroupsView, OwnPerspectiveView, PerspectivesView
from app.wire.pick_views import OwnPickView, PicksView
from app.wire.resistance_views import OwnResistanceView, ResistanceView
from app.wire.score_views import OwnScoringView, ScoringView
from app.wire.written_views import WaitingWrittenView, WritingsView

# ---- room: what everybody in the session sees


class SessionView(TypedDict):
    """What the sitting is, and where it stands. `practice`: so many of its people are simulated."""

    id: SessionId
    name: str
    purpose: Purpose
    setting: Setting
    status: Status
    number: int
    clock: Literal["wall", "rated", "driven"]
    practice: NotRequired[int]
    code: str
    created_at: int
    locked: NotRequired[bool]
    colocated: NotRequired[bool]
    opened_at: NotRequired[int]
    ended_at: NotRequired[int]


class PersonView(TypedDict):
    """Somebody of the session. `seated`: a facilitator says that they are here, they need no device;
    `perspective`: what they bring, where they want it beside their name."""

    name: str
    role: Role
    place: Place
    here: bool
    seated: bool
    number: int
    listening: NotRequired[bool]
    away: NotRequired[bool]
    watches: NotRequired[str]
    """Why an observer is here."""
    perspective: NotRequired[str]


class CountsView(TypedDict):
    """How many are here, and how."""

    here: int
    in_room: int
    remote: int
    phone: int


class PeopleView(TypedDict):
    """Everybody, in the order of their seats."""

    order: list[ParticipantId]
    more: int
    by_id: dict[str, PersonView]
    counts: CountsView


class RoomView(TypedDict):
    """The layer `room`: the same bytes for every connection."""

    session: SessionView
    lead: LeadView
    floor: FloorView
    speaking: dict[str, SpeakingView]
    queue: QueueView
    agenda: AgendaView
    notes: NotesView
    perspectives: PerspectivesView
    written: WritingsView
    breakout: BreakoutView
    people: PeopleView
    ideas: IdeasView
    scoring: ScoringView
    picks: PicksView
    checks: ChecksView
    resistance: ResistanceView
    knowledge: KnowledgeView
    contact: ContactView
    decisions: DecisionsView


# ---- desk: what facilitators see besides


class DeskHandView(TypedDict):
    """Why somebody stands where they stand, and how often they were overtaken: for facilitators' eyes."""

    reason: Reason
    overtaken: int
    by_facilitator: bool


class DeskPersonView(TypedDict):
    """Whether somebody is measured and by what, and may be nudged. Who was removed has their name here."""

    connected: bool
    measured: bool
    nudged: bool
    source: Literal["mic", "api", "tap", "floor", "none"]
    removed: NotRequired[bool]
    kept_out: NotRequired[bool]
    name: NotRequired[str]


class DeviceView(TypedDict):
    """A shared screen or a helper's phone."""

    scope: DeviceScope
    name: str
    connected: bool


class KnockView(TypedDict):
    """Somebody who waits to be let in. `watches`: why they would watch."""

    name: str
    place: Place
    at: int
    watches: NotRequired[str]


class KnocksView(TypedDict):
    """Who would like to come in, oldest first."""

    order: list[ParticipantId]
    by_id: dict[str, KnockView]


class TappingView(TypedDict):
    """Whether taps cover everybody who is here."""

    everyone: bool


class UndoView(TypedDict):
    """The last action that can be taken back: its command id, and what it was."""

    command: CommandId
    what: str


class SignalsView(TypedDict):
    """What people ask for without a hand. `asked`: how many ask for it; `minutes`: who needs a minute, since
    when."""

    asked: dict[SignalKind, int]
    minutes: dict[ParticipantId, int]


class ByHandView(TypedDict):
    """Who is asked something just now and has no device here, in order of seats; nobody while nothing is
    asked.
    """

    order: list[ParticipantId]


class DeskView(TypedDict):
    """The layer `desk`: what facilitators see besides the room."""

    hands: dict[str, DeskHandView]
    people: dict[str, DeskPersonView]
    nudges: NudgesView
    nudging: NudgingView
    devices: dict[str, DeviceView]
    knocks: KnocksView
    tapping: TappingView
    signals: SignalsView
    perspectives: GroupsView
    written: dict[str, WaitingWrittenView]
    breakout: dict[str, dict[str, GroupTalkView]]
    ideas: DeskIdeasView
    by_hand: ByHandView
    ledger: LedgerView


# ---- you: what one person, or one device, sees besides


class OwnHandView(TypedDict):
    """One's own hand; `why_own` is the reason that only its owner sees."""

    asked_at: int
    ready: bool
    composing: bool
    asks: Asks
    why_own: Reason


class InvitationView(TypedDict):
    """A private invitation or note; every answer is fine."""

    kind: Literal["invitation", "note"]
    rule: str
    raised_at: int
    state: Literal["new", "answered"]
    facts: dict[str, int | float]
    answer: NotRequired[str]
    tone: NotRequired[Tone]
    """How it is worded; left out where that is warmly."""
    may_opt_out: NotRequired[bool]


class InvitationsView(TypedDict):
    """What was asked or told privately, newest first."""

    order: list[NudgeId]
    by_id: dict[str, InvitationView]


class ConsentsView(TypedDict):
    """What one said yes to and did not take back, and when."""

    microphone: NotRequired[int]
    perspective: NotRequired[int]
    one_person: NotRequired[int]


class MicrophoneView(TypedDict):
    """Which of one's devices listens, by the name that its page claimed the microphone with."""

    listener: str


class CardView(TypedDict):
    """How I take part. `supporter`: who may act for me."""

    bring_in: BringIn
    more_time: bool
    no_clock: bool
    no_microphone: bool
    supporter: NotRequired[ParticipantId]


class YouView(TypedDict):
    """The layer `you`: of a participant, or (`device` and `scope` in place of them) of a device."""

    rights: list[str]
    participant: NotRequired[ParticipantId]
    role: NotRequired[Role]
    hand: NotRequired[OwnHandView]
    process: NotRequired[ProcessPoint]
    ready_to_move_on: NotRequired[bool]
    accepted_lead: NotRequired[bool]
    may_reclaim: NotRequired[TurnId]
    invitations: NotRequired[InvitationsView]
    undo: NotRequired[UndoView]
    ideas: NotRequired[OwnIdeasView]
    scoring: NotRequired[OwnScoringView]
    pick: NotRequired[OwnPickView]
    check: NotRequired[OwnCheckView]
    resistance: NotRequired[OwnResistanceView]
    knowledge: NotRequired[OwnKnowledgeView]
    decisions: NotRequired[OwnDecisionsView]
    concerns: NotRequired[OwnConcernsView]
    consents: NotRequired[ConsentsView]
    microphone: NotRequired[MicrophoneView]
    removed: NotRequired[bool]
    card: NotRequired[CardView]
    perspective: NotRequired[OwnPerspectiveView]
    written: NotRequired[WaitingWrittenView]
    group: NotRequired[GroupId]
    supports: NotRequired[list[ParticipantId]]
    may_extend: NotRequired[bool]
    signals: NotRequired[list[SignalKind]]
    asked_of_me: NotRequired[dict[SignalKind, int]]
    minutes_of: NotRequired[dict[str, int]]
    revoked: NotRequired[bool]
    device: NotRequired[DeviceId]
    scope: NotRequired[DeviceScope]
    notes: NotRequired[list[NoteId]]


# ---- live: figures that move with time alone


class HeardView(TypedDict):
    """Of how many people here the talk is measured, and whether by turns or by what listens."""

    measured: int
    of: int
    by: Literal["turns", "sources", "nothing"]


class RoomFiguresView(TypedDict):
    """How evenly the talk is shared: "3.4 `voices` `of` 5"; left out, as `gini`, where it is too early.

    Empty before the session has been opened.
    """

    changes: NotRequired[int]
    overlap_ms: NotRequired[int]
    silence_ms: NotRequired[int]
    voices: NotRequired[float]
    of: NotRequired[int]
    gini: NotRequired[float]


class PersonFiguresView(TypedDict):
    """One person's talk. `ratio` 1.0 is a fair share; left out where it is too early to say. `written`: how
    often they said something in writing."""

    talk_ms: int
    turns: int
    ratio: NotRequired[float]
    window_ratio: NotRequired[float]
    quiet_ms: int
    written: NotRequired[int]


class LanesView(TypedDict):
    """Who spoke when: for each person pairs of (from, to)."""

    from_at: int
    to_at: int
    people: dict[str, list[list[int]]]


class PlaceFiguresView(TypedDict):
    """The people of a place, and their part of the talk and of the fair shares, in per cent."""

    people: int
    talk: int
    fair: int


class DeskFiguresView(TypedDict):
    """The balance as facilitators see it, for the session (`room`, `places`) and for its last 10 minutes
    (`window`, `window_places`). No places where all are in one, or in the first minute of talk.
    """

    heard: HeardView
    room: RoomFiguresView
    window: RoomFiguresView
    places: dict[Place, PlaceFiguresView]
    window_places: dict[Place, PlaceFiguresView]
    people: dict[str, PersonFiguresView]
    lanes: NotRequired[LanesView]


class OwnFiguresView(TypedDict):
    """ "My time": one's own figures, and the word for them."""

    talk_ms: int
    turns: int
    words: Literal["even", "less", "more", "early"]
    ratio: NotRequired[float]
    written: NotRequired[int]
