"""Every event of a session's log: what came to be, in the past tense. Stored for ever; fields are only ever
added.

Each class has `kind` (its name in the log) and stands in version 1 unless VERSIONS says otherwise; old
versions are lifted in `history`. An event carries everything that `evolve` needs (ids, orders, dates that a
rule computed), so that a log replays to the same state under later rules. `Words` marks what somebody wrote
or is called: redaction blanks it.
"""

from app.facilitation.events.agenda import (
    AgendaSet,
    BriefSet,
    ItemEnded,
    ItemExtended,
    ItemMoved,
    ItemResumed,
    ItemSkipped,
    ItemStarted,
    MoveOnSet,
    PlannedItem,
    ShareSet,
)
from app.facilitation.events.breakouts import (
    BreakoutCalled,
    BreakoutEnded,
    BreakoutStarted,
    GroupHappened,
    GroupJoined,
    GroupMade,
    GroupReported,
    InGroup,
)
from app.facilitation.events.card import CardSet
from app.facilitation.events.checks import (
    Ballot,
    BallotsMixed,
    CheckAnswered,
    CheckClosed,
    CheckOpened,
    CheckTallied,
    ObjectionSettled,
    TalliedRanking,
)
from app.facilitation.events.concerns import (
    ConcernRaised,
    ConcernsRead,
    ConcernTakenBack,
    ContactCame,
    ContactInvited,
    ContactSet,
)
from app.facilitation.events.decisions import (
    ColumnSet,
    DecisionAccepted,
    DecisionBrought,
    DecisionDiscarded,
    DecisionDrafted,
    DecisionFollowed,
    DecisionReviewed,
    DecisionSet,
    DecisionStood,
    DissentKept,
    FilledColumn,
    FoundGap,
    FoundRisk,
    GapSaid,
    LateWordAnswered,
    LateWordSaid,
    LedgerShared,
    LedgerUnshared,
    LineRemoved,
    NeedEnded,
    OwnNameShown,
    RiskSaid,
    SureSaid,
)
from app.facilitation.events.floor import (
    ActionUndone,
    AskSet,
    BreakEnded,
    BreakStarted,
    ComposingSet,
    GapBegan,
    GapEnded,
    GapSet,
    HandLowered,
    HandMoved,
    HandRaised,
    HandRestored,
    HandReturned,
    ModeSet,
    PolicySet,
    ProcessCleared,
    ProcessRaised,
    QueueClosedSet,
    QueueOrdered,
    ReadySet,
    RoundEnded,
    RoundPassed,
    RoundStarted,
    TurnCancelled,
    TurnEnded,
    TurnExtended,
    TurnLimitSet,
    TurnPaused,
    TurnReclaimed,
    TurnResumed,
    TurnSetAside,
    TurnStarted,
    TurnTakenUp,
    TurnUnclocked,
    TurnWentOn,
)
from app.facilitation.events.ideas import (
    CollectionDiscarded,
    CollectionOpened,
    HeardConfirmed,
    IdeaFocused,
    IdeaHeldBack,
    IdeaPart,
    IdeaRevised,
    IdeaShownAgain,
    IdeaSigned,
    IdeasMerged,
    IdeaSplit,
    IdeasPublished,
    IdeasShortlisted,
    IdeaTaken,
    IdeaWithdrawn,
    IdeaWritten,
    NeedHeard,
    RemarkMade,
)
from app.facilitation.events.knowledge import (
    KnowledgeAdded,
    KnowledgeRevised,
    KnowledgeTakenBack,
    UnclearAnswered,
    UnclearSaid,
    UnclearSettled,
)
from app.facilitation.events.leading import LeadAccepted, LeadHandedOver, LeadOffered, LeadTakenOver
from app.facilitation.events.microphone import (
    ColocatedSet,
    ConsentSet,
    MicrophoneClaimed,
    MicrophoneReleased,
)
from app.facilitation.events.notes import NoteWithdrawn, NoteWritten
from app.facilitation.events.nudges import (
    Audience,
    EffectMeasured,
    InvitationAnswered,
    NudgeActed,
    NudgeDismissed,
    NudgeExpired,
    NudgeForwarded,
    NudgeKindMuted,
    NudgeRaised,
    NudgeReopened,
    NudgesHushed,
    NudgesTuned,
    NudgeToneSet,
    NudgeWithheld,
    QuietCrossed,
    QuietFollowed,
)
from app.facilitation.events.people import (
    AwaySet,
    ConnectionClosed,
    ConnectionOpened,
    DeviceAdded,
    DeviceRevoked,
    Knocked,
    KnockEnded,
    ListeningSet,
    NudgingSet,
    ParticipantJoined,
    ParticipantLapsed,
    ParticipantLetIn,
    ParticipantMoved,
    ParticipantRemoved,
    ParticipantRenamed,
    ParticipantsMerged,
    PersonErased,
    PresenceSet,
    RoleSet,
    SeatMoved,
    WatchingSaid,
    WordsRedacted,
)
from app.facilitation.events.perspectives import (
    BalancePublished,
    GroupShare,
    PerspectiveSet,
    PerspectivesOffered,
)
from app.facilitation.events.picking import PickClosed, PickGiven, PickOpened
from app.facilitation.events.resistance import (
    AskAnswered,
    AskConfirmed,
    AskMet,
    AskSaidBack,
    ResistanceClosed,
    ResistanceGiven,
    ResistanceOpened,
)
from app.facilitation.events.scores import PerspectiveTally, ScoreGiven, ScoringClosed, ScoringOpened
from app.facilitation.events.session import (
    LockedSet,
    SessionCreated,
    SessionEnded,
    SessionOpened,
    SessionReopened,
)
from app.facilitation.events.signals import SignalAnswered, SignalSent, SignalsFaded
from app.facilitation.events.speech import (
    CorrectionWithdrawn,
    CoverageSet,
    SpeechContinued,
    SpeechCorrected,
    SpeechEnded,
    SpeechReported,
    SpeechStarted,
)
from app.facilitation.events.written import WrittenAnswered, WrittenSent, WrittenShown
from app.facilitation.words import Longest, Personal, Sentences, Words

Event = (
    SessionCreated
    | PersonErased
    | WordsRedacted
    | SessionOpened
    | SessionEnded
    | SessionReopened
    | LockedSet
    | LeadOffered
    | LeadAccepted
    | LeadHandedOver
    | LeadTakenOver
    | ParticipantJoined
    | ParticipantRenamed
    | ParticipantMoved
    | RoleSet
    | Knocked
    | KnockEnded
    | WatchingSaid
    | SeatMoved
    | ParticipantsMerged
    | ParticipantRemoved
    | ParticipantLetIn
    | PresenceSet
    | AwaySet
    | ListeningSet
    | NudgingSet
    | CardSet
    | ConnectionOpened
    | ConnectionClosed
    | ParticipantLapsed
    | DeviceAdded
    | DeviceRevoked
    | ModeSet
    | PolicySet
    | TurnLimitSet
    | HandRaised
    | HandLowered
    | HandRestored
    | ReadySet
    | HandMoved
    | HandReturned
    | QueueOrdered
    | TurnStarted
    | TurnEnded
    | TurnExtended
    | TurnCancelled
    | TurnResumed
    | ActionUndone
    | AgendaSet
    | ItemStarted
    | ItemEnded
    | ItemMoved
    | ItemResumed
    | ItemSkipped
    | ItemExtended
    | MoveOnSet
    | ShareSet
    | BriefSet
    | NoteWritten
    | NoteWithdrawn
    | RoundStarted
    | RoundPassed
    | RoundEnded
    | BreakStarted
    | BreakEnded
    | AskSet
    | ComposingSet
    | GapBegan
    | GapEnded
    | GapSet
    | ProcessCleared
    | ProcessRaised
    | QueueClosedSet
    | TurnPaused
    | TurnReclaimed
    | TurnSetAside
    | TurnTakenUp
    | TurnUnclocked
    | TurnWentOn
    | SpeechStarted
    | SpeechContinued
    | SpeechEnded
    | SpeechReported
    | CoverageSet
    | SpeechCorrected
    | CorrectionWithdrawn
    | ColocatedSet
    | ConsentSet
    | MicrophoneClaimed
    | MicrophoneReleased
    | NudgeRaised
    | NudgeForwarded
    | NudgeActed
    | NudgeDismissed
    | NudgeExpired
    | NudgeReopened
    | NudgeWithheld
    | InvitationAnswered
    | EffectMeasured
    | QuietCrossed
    | QuietFollowed
    | NudgesHushed
    | NudgeKindMuted
    | NudgesTuned
    | NudgeToneSet
    | SignalSent
    | SignalAnswered
    | SignalsFaded
    | CollectionOpened
    | IdeaWritten
    | IdeaRevised
    | IdeaWithdrawn
    | IdeasPublished
    | CollectionDiscarded
    | IdeaHeldBack
    | IdeaShownAgain
    | IdeaFocused
    | IdeasShortlisted
    | IdeaSigned
    | IdeaSplit
    | IdeasMerged
    | NeedHeard
    | HeardConfirmed
    | RemarkMade
    | ScoringOpened
    | ScoreGiven
    | ScoringClosed
    | CheckOpened
    | BallotsMixed
    | CheckAnswered
    | CheckTallied
    | CheckClosed
    | ObjectionSettled
    | PickOpened
    | PickGiven
    | PickClosed
    | ResistanceOpened
    | ResistanceGiven
    | ResistanceClosed
    | AskSaidBack
    | AskConfirmed
    | AskAnswered
    | AskMet
    | PerspectivesOffered
    | PerspectiveSet
    | BalancePublished
    | KnowledgeAdded
    | KnowledgeRevised
    | KnowledgeTakenBack
    | UnclearAnswered
    | UnclearSaid
    | UnclearSettled
    | DecisionDrafted
    | DecisionSet
    | ColumnSet
    | GapSaid
    | RiskSaid
    | LineRemoved
    | DecisionDiscarded
    | DecisionAccepted
    | DecisionStood
    | DissentKept
    | SureSaid
    | LateWordSaid
    | LateWordAnswered
    | DecisionReviewed
    | DecisionBrought
    | DecisionFollowed
    | NeedEnded
    | LedgerShared
    | LedgerUnshared
    | OwnNameShown
    | WrittenSent
    | WrittenShown
    | WrittenAnswered
    | BreakoutStarted
    | GroupHappened
    | GroupJoined
    | BreakoutCalled
    | GroupReported
    | BreakoutEnded
    | ContactSet
    | ContactInvited
    | ContactCame
    | ConcernRaised
    | ConcernTakenBack
    | ConcernsRead
)

VERSIONS: dict[str, int] = {}
"""Kinds that stand above version 1, with their version."""


def version_of(kind: str) -> int:
    """The version in which this release writes events of a kind."""
    return VERSIONS.get(kind, 1)
