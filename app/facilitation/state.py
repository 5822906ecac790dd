"""The state of one session: immutable, in sections; an event replaces the sections it changes and shares
the rest.

Mappings in the state are never changed in place: a change makes a new one. What is copied for the events of
every log that is ever read is a named tuple: as immutable and typed as a frozen dataclass, and copied three
times as fast.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from app.facilitation import copied
from app.facilitation.agenda_state import Agenda, Item
from app.facilitation.breakouts.record import Breakout
from app.facilitation.checks.record import Checks
from app.facilitation.commands import ClockSpec
from app.facilitation.concerns.record import Concerns
from app.facilitation.decisions.record import Decisions
from app.facilitation.ideas.record import Ideas
from app.facilitation.ids import (
    BootId,
    BringIn,
    CommandId,
    ConnectionId,
    Consent,
    DeviceId,
    DeviceScope,
    ItemId,
    ParticipantId,
    Place,
    Purpose,
    Role,
    SessionId,
    Setting,
    SignalKind,
    Status,
    TurnId,
)
from app.facilitation.knowledge.record import Knowledge
from app.facilitation.leading.record import Lead
from app.facilitation.nudges.record import Nudges
from app.facilitation.perspectives.record import Declared, Perspectives
from app.facilitation.picking.record import Picks
from app.facilitation.resisting.record import Surveys
from app.facilitation.scoring.record import Scores
from app.facilitation.speech import Hearing, Source
from app.facilitation.turntaking import Floor, Gap, Hand, Process, Queue, Rest, Round, Turn
from app.facilitation.written.record import Writings

if TYPE_CHECKING:
    from app.facilitation.nudges.ahead import Outlook
    from app.facilitation.nudges.watch import Watch


__all__ = [
    "Answer",
    "Answers",
    "Asked",
    "AtDoor",
    "Connection",
    "Equipment",
    "Floor",
    "Gap",
    "Hand",
    "Microphone",
    "OpenSpeech",
    "Participant",
    "People",
    "Process",
    "Queue",
    "Rest",
    "Round",
    "Session",
    "Signals",
    "Sources",
    "State",
    "Turn",
    "Undoable",
]


class Session(NamedTuple):
    """What the sitting is, and where it stands."""

    id: SessionId = SessionId("")
    code: str = ""
    name: str = ""
    purpose: Purpose = Purpose.decide
    setting: Setting = Setting.mixed
    number: int = 0
    clock: ClockSpec = ClockSpec()
    practice: int = 0
    """How many of its people are simulated."""
    status: Status = Status.planned
    created_at: int = 0
    opened_at: int | None = None
    ended_at: int | None = None
    locked: bool = False
    """Nobody new comes in by the code."""
    colocated: bool = False
    """Devices of people in the room may listen with others near."""

    def wall_ms(self, wall_ms: int) -> int:
        """A duration of the wall's clock, in this session's milliseconds."""
        return round(wall_ms * self.clock.rate)


class Card(NamedTuple):
    """How somebody takes part, as they said."""

    bring_in: BringIn = BringIn.ill_say
    more_time: bool = False
    no_clock: bool = False
    no_microphone: bool = False
    """They sign, type or are hard for machines to hear: no microphone ever counts for them."""
    supporter: ParticipantId | None = None
    """Who may act for them."""


@copied.often
class Participant(NamedTuple):
    """Somebody of this session, whether they have a device or not."""

    id: ParticipantId
    name: str
    role: Role
    place: Place
    number: int
    """The number on the seat, from 1, in order of arrival; it never changes."""
    joined_at: int
    seated: bool
    """A facilitator says that they are here; they need no connection."""
    here: bool
    """Present: seated, or connected, or lost for less than the grace."""
    connections: frozenset[ConnectionId] = frozenset()
    lost_at: int | None = None
    """The last sign of life of the last connection, while the grace runs."""
    away: bool = False
    listening: bool = False
    card: Card = Card()
    removed: bool = False
    kept_out: bool = False
    erased: bool = False
    """Their words are gone from the log; nothing more is taken from or about them."""
    consents: Mapping[Consent, int] = MappingProxyType({})
    """What they said yes to and did not take back, and when they said it."""
    perspective: Declared | None = None
    """What they say that they bring."""
    watches: str = ""
    """Why an observer is here, as they or a facilitator said."""
    own_device: bool = False
    """They came in on a device of their own, that shows what is theirs alone."""

    @property
    def counted(self) -> bool:
        """Whether their talk stands in a share (facilitators, supporters and observers are counted apart)."""
        return self.role is Role.participant and not self.removed

    @property
    def nudged(self) -> bool:
        """Whether a nudge may be about their being quiet."""
        return self.card.bring_in is not BringIn.please_dont

    @property
    def reachable(self) -> bool:
        """Whether they could take the floor this moment."""
        return self.here and not self.removed and (self.seated or bool(self.connections))


class AtDoor(NamedTuple):
    """Somebody who knocked; in the session they will have this id, if they are let in."""

    id: ParticipantId
    name: str
    place: Place
    watches: str
    """Why they would watch; empty: they come to take part."""
    at: int


class Connection(NamedTuple):
    """An open socket: of which node's boot, and of whom."""

    boot: BootId
    participant: ParticipantId | None
    device: DeviceId | None


class Equipment(NamedTuple):
    """A shared screen or a helper's phone."""

    id: DeviceId
    scope: DeviceScope
    name: str
    revoked: bool = False


@copied.often
class People(NamedTuple):
    """Everybody, in the order of their seats."""

    by_id: Mapping[ParticipantId, Participant] = MappingProxyType({})
    order: tuple[ParticipantId, ...] = ()
    connections: Mapping[ConnectionId, Connection] = MappingProxyType({})
    lost: Mapping[ParticipantId, int] = MappingProxyType({})
    """Whose grace runs, and since when."""
    merged: Mapping[ParticipantId, ParticipantId] = MappingProxyType({})
    """Who turned out to be somebody else who is here, and who: what led to them leads there."""

    def stands(self, participant: ParticipantId) -> ParticipantId:
        """Who somebody is now."""
        return self.merged.get(participant, participant)


class OpenSpeech(NamedTuple):
    """Speech that a source hears just now (the floor's own turns stand in `Floor`)."""

    from_at: int
    heard_at: int
    by: str


class Microphone(NamedTuple):
    """Which of a person's devices notices that they talk, and the connection over which it says so."""

    listener: str
    connection: ConnectionId
    alone: bool
    """Nobody else is near it, as its person said."""


@copied.often
class Sources(NamedTuple):
    """What the sources hear this moment, and whom they cover."""

    open: Mapping[tuple[ParticipantId, Source], OpenSpeech] = MappingProxyType({})
    covers: Mapping[Source, frozenset[ParticipantId]] = MappingProxyType({})
    everyone: frozenset[Source] = frozenset()
    """Sources that cover who joins later, too."""
    corrections: int = 0
    microphones: Mapping[ParticipantId, Microphone] = MappingProxyType({})


class Asked(NamedTuple):
    """One signal that is shown just now."""

    signal: SignalKind
    by: ParticipantId | None
    """Nobody, where a card was held up."""
    to: tuple[ParticipantId, ...]
    """Who spoke, and so is told."""
    at: int


class Signals(NamedTuple):
    """What people say without asking for the floor."""

    asked: tuple[Asked, ...] = ()
    """Oldest first."""
    sent: Mapping[SignalKind, int] = MappingProxyType({})
    """How many there were in the session, for the report."""


@copied.often
class Undoable(NamedTuple):
    """The newest action of a kind, with what takes it back."""

    command: CommandId
    actor: str
    do: str
    seq: int
    ended: TurnId | None = None
    started: TurnId | None = None
    hand: Hand | None = None
    participant: ParticipantId | None = None
    was: str = ""
    floor: Floor | None = None
    """The floor as it was: its mode, and its round."""
    item: ItemId | None = None
    """The item that was on, or that the action was about."""
    instead: Item | None = None
    """The item that was begun, as it was."""
    planned: tuple[Item, ...] = ()
    """The items that were to come, as they were."""
    moved: tuple[tuple[ParticipantId, int], ...] = ()
    """The hands that stood at a place given by hand."""


class Answer(NamedTuple):
    """What an accepted command was answered."""

    seq: int
    made: str | None = None


class Answers(NamedTuple):
    """What one actor was answered: the newest, and before them as many again.

    In two halves, so that each event copies a small dictionary and nothing has to be taken out of one.
    """

    newer: Mapping[CommandId, Answer] = MappingProxyType({})
    older: Mapping[CommandId, Answer] = MappingProxyType({})

    def of(self, command: CommandId) -> Answer | None:
        """The answer to a command, if it is still known."""
        return self.newer.get(command) or self.older.get(command)


@copied.often
class State(NamedTuple):
    """One session, whole."""

    session: Session = Session()
    people: People = People()
    devices: Mapping[DeviceId, Equipment] = MappingProxyType({})
    knocks: Mapping[ParticipantId, AtDoor] = MappingProxyType({})
    """Who waits to be let in, oldest first."""
    floor: Floor = Floor()
    queue: Queue = Queue()
    agenda: Agenda = Agenda()
    speech: Hearing = Hearing()
    sources: Sources = Sources()
    nudges: Nudges = Nudges()
    signals: Signals = Signals()
    perspectives: Perspectives = Perspectives()
    writings: Writings = Writings()
    breakout: Breakout = Breakout()
    ideas: Ideas = Ideas()
    scores: Scores = Scores()
    checks: Checks = Checks()
    surveys: Surveys = Surveys()
    picks: Picks = Picks()
    knowledge: Knowledge = Knowledge()
    decisions: Decisions = Decisions()
    concerns: Concerns = Concerns()
    lead: Lead = Lead()
    undo: Mapping[str, Undoable] = MappingProxyType({})
    memory: Mapping[str, Answers] = MappingProxyType({})
    """For each actor the answers of their last commands: a resend is applied once."""
    seq: int = 0
    last_at: int = 0
    looked_at: int = 0
    """Up to when deadlines were looked at. Not in the log: a log that was read stands at its last event."""
    outlook: "Outlook | None" = None
    """Until when nudging need not look, and what that rests on: no fact either, and made anew when needed."""
    watch: "Watch | None" = None
    """The same of what no speech decides."""
    wake_at: int | None = 0
    """When something is due by itself, None: never; 0 where nobody has looked since the last event."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, State) and self[:-4] == other[:-4]

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((self.session.id, self.seq))

    def recorded(
        self, undo: Mapping[str, Undoable], memory: Mapping[str, Answers], seq: int, last_at: int
    ) -> "State":
        """The state with what every event changes; made by hand, because every event does it."""
        return State._make(
            (*self.sections, undo, memory, seq, last_at, self.looked_at, self.outlook, self.watch, 0)
        )

    @property
    def sections(self) -> tuple[object, ...]:
        """All but what every event changes: to tell later what has changed since, without keeping a state
        that keeps an older one."""
        return self[: -len(_OF_EVERY_EVENT)]

    @staticmethod
    def empty() -> "State":
        """A session of which nothing is known yet."""
        return State()

    def person(self, participant: ParticipantId) -> Participant | None:
        """The participant with this id, if there is one."""
        return self.people.by_id.get(participant)

    def with_person(self, person: Participant) -> "State":
        """The state with one participant replaced."""
        by_id = {**self.people.by_id, person.id: person}
        return self._replace(people=self.people._replace(by_id=by_id))


_OF_EVERY_EVENT = ("undo", "memory", "seq", "last_at", "looked_at", "outlook", "watch", "wake_at")
assert State._fields[-len(_OF_EVERY_EVENT) :] == _OF_EVERY_EVENT, "State.recorded follows their order"
