"""Every command that a session takes: what somebody wants, in the imperative. The table of contents of the
core.

A command names what it acts on and what it believed (`after`, `turn`); it is refused with `stale` when that
has moved on. Times are integer milliseconds. Live clients say how long ago something was (`ago_ms`, 0 to
5,000); integrators say `observed_at` and `sent_at` of their own clock and the difference counts (on a
driven or rated session clock `observed_at` is that clock's time and is taken as it is).
"""

from app.facilitation.commands.agenda import (
    ExtendItem,
    MoveItem,
    NextItem,
    SetAgenda,
    SetBrief,
    SetMoveOn,
    SetShare,
    SkipItem,
    StartItem,
)
from app.facilitation.commands.breakouts import (
    CallBack,
    EndBreakout,
    MoveToGroup,
    ReportGroup,
    StartBreakout,
)
from app.facilitation.commands.card import SetCard
from app.facilitation.commands.checks import (
    AnswerCheck,
    CloseCheck,
    OpenCheck,
    RankedPapers,
    SettleObjection,
    TallyCheck,
)
from app.facilitation.commands.concerns import (
    InviteContact,
    RaiseConcern,
    ReadConcerns,
    SetContact,
    TakeBackConcern,
    WelcomeContact,
)
from app.facilitation.commands.decisions import (
    AcceptDecision,
    AnswerLate,
    DiscardDecision,
    DraftDecision,
    EndNeed,
    KeepDissent,
    OpenPoint,
    RemoveLine,
    ReviewDecision,
    SayGap,
    SayLate,
    SaySure,
    SetColumn,
    SetDecision,
    SetRisk,
    ShareLedger,
    ShowOwnName,
    UnshareLedger,
)
from app.facilitation.commands.earlier_decisions import (
    BringDecision,
    EarlierDecision,
    FollowDecision,
    KeptColumn,
    KeptGap,
    KeptReview,
    KeptRisk,
)
from app.facilitation.commands.floor import (
    ClearProcess,
    EndBreak,
    EndTurn,
    ExtendTurn,
    GiveFloor,
    GoOn,
    Interrupt,
    LowerHand,
    MoveHand,
    NextTurn,
    NotFinished,
    PassRound,
    PauseTurn,
    PutBack,
    RaiseHand,
    RaiseProcess,
    SetComposing,
    SetGap,
    SetMode,
    SetPolicy,
    SetQueueClosed,
    SetReady,
    SetTurnLimit,
    StartBreak,
    StartRound,
    Unclock,
    Undo,
    YieldTurn,
)
from app.facilitation.commands.ideas import (
    CollectIdeas,
    ConfirmHeard,
    DiscardIdeas,
    FocusIdea,
    HearNeed,
    HoldBackIdea,
    MakeRemark,
    MergeIdeas,
    PublishIdeas,
    ReviseIdea,
    ShortlistIdeas,
    ShowIdeaAgain,
    SignIdea,
    SplitIdea,
    Taken,
    WithdrawIdea,
    WriteIdea,
)
from app.facilitation.commands.knowledge import (
    AddKnowledge,
    AnswerUnclear,
    ReviseKnowledge,
    SayUnclear,
    SettleUnclear,
    TakeBackKnowledge,
)
from app.facilitation.commands.leading import AcceptLead, HandOver, TakeOver
from app.facilitation.commands.microphone import ClaimMicrophone, ReleaseMicrophone, SetColocated, SetConsent
from app.facilitation.commands.notes import WithdrawNote, WriteNote
from app.facilitation.commands.nudges import (
    ActOnNudge,
    AnswerInvitation,
    DismissNudge,
    HushNudges,
    MuteNudges,
    SetNudgeTone,
    TuneNudges,
)
from app.facilitation.commands.people import (
    AddDevice,
    AnswerKnock,
    CloseBoot,
    CloseConnection,
    ErasePerson,
    Join,
    Knock,
    LetIn,
    MergePeople,
    Move,
    MoveSeat,
    Newcomer,
    OpenConnection,
    RedactWords,
    Remove,
    Rename,
    RevokeDevice,
    SayWatching,
    Seat,
    SetAway,
    SetListening,
    SetPresence,
    SetRole,
)
from app.facilitation.commands.perspectives import OfferPerspectives, SetPerspective
from app.facilitation.commands.picking import ClosePick, GivePick, OpenPick
from app.facilitation.commands.resistance import (
    AnswerAsk,
    CloseResistance,
    ConfirmAsk,
    GiveResistance,
    OpenResistance,
    SayAskMet,
    SayBackAsk,
)
from app.facilitation.commands.scores import (
    CloseScoring,
    GiveScore,
    Leaning,
    OpenScoring,
)
from app.facilitation.commands.session import (
    AdvanceClock,
    ClockReached,
    ClockSpec,
    CreateSession,
    EndSession,
    OpenSession,
    ReopenSession,
    SetLocked,
)
from app.facilitation.commands.signals import AnswerSignal, SendSignal
from app.facilitation.commands.speech import (
    CorrectSpeech,
    ReportSpeech,
    SetCoverage,
    StartSpeech,
    StillSpeaking,
    StopSpeech,
    Utterance,
    WithdrawCorrection,
)
from app.facilitation.commands.written import (
    AnswerWritten,
    SendWritten,
    ShowWritten,
    WithdrawWritten,
)

Command = (
    CreateSession
    | OpenSession
    | EndSession
    | ReopenSession
    | SetLocked
    | HandOver
    | AcceptLead
    | TakeOver
    | AdvanceClock
    | ClockReached
    | Join
    | Seat
    | Rename
    | Move
    | SetRole
    | Knock
    | AnswerKnock
    | SayWatching
    | MoveSeat
    | MergePeople
    | Remove
    | LetIn
    | RedactWords
    | ErasePerson
    | SetPresence
    | SetAway
    | SetListening
    | OpenConnection
    | CloseConnection
    | CloseBoot
    | AddDevice
    | RevokeDevice
    | SetMode
    | SetPolicy
    | SetTurnLimit
    | RaiseHand
    | LowerHand
    | SetReady
    | MoveHand
    | GiveFloor
    | NextTurn
    | EndTurn
    | PutBack
    | ExtendTurn
    | Undo
    | SetAgenda
    | StartItem
    | NextItem
    | MoveItem
    | SkipItem
    | ExtendItem
    | SetMoveOn
    | SetShare
    | SetBrief
    | WriteNote
    | WithdrawNote
    | StartRound
    | PassRound
    | StartBreak
    | EndBreak
    | ClearProcess
    | GoOn
    | Interrupt
    | NotFinished
    | PauseTurn
    | RaiseProcess
    | SetComposing
    | SetGap
    | SetQueueClosed
    | Unclock
    | YieldTurn
    | StartSpeech
    | StillSpeaking
    | StopSpeech
    | ReportSpeech
    | SetCoverage
    | CorrectSpeech
    | WithdrawCorrection
    | SetColocated
    | SetConsent
    | ClaimMicrophone
    | ReleaseMicrophone
    | ActOnNudge
    | DismissNudge
    | AnswerInvitation
    | HushNudges
    | MuteNudges
    | TuneNudges
    | SetNudgeTone
    | SetCard
    | SendSignal
    | AnswerSignal
    | CollectIdeas
    | WriteIdea
    | ReviseIdea
    | WithdrawIdea
    | PublishIdeas
    | DiscardIdeas
    | HoldBackIdea
    | ShowIdeaAgain
    | FocusIdea
    | ShortlistIdeas
    | SignIdea
    | SplitIdea
    | MergeIdeas
    | HearNeed
    | ConfirmHeard
    | MakeRemark
    | OpenScoring
    | GiveScore
    | CloseScoring
    | OpenCheck
    | AnswerCheck
    | TallyCheck
    | CloseCheck
    | SettleObjection
    | OpenPick
    | GivePick
    | ClosePick
    | OpenResistance
    | GiveResistance
    | CloseResistance
    | SayBackAsk
    | ConfirmAsk
    | AnswerAsk
    | SayAskMet
    | OfferPerspectives
    | SetPerspective
    | AddKnowledge
    | ReviseKnowledge
    | TakeBackKnowledge
    | SayUnclear
    | AnswerUnclear
    | SettleUnclear
    | DraftDecision
    | SetDecision
    | SetColumn
    | SayGap
    | SetRisk
    | RemoveLine
    | DiscardDecision
    | AcceptDecision
    | KeepDissent
    | SaySure
    | SayLate
    | AnswerLate
    | ReviewDecision
    | BringDecision
    | FollowDecision
    | EndNeed
    | ShareLedger
    | UnshareLedger
    | ShowOwnName
    | SendWritten
    | WithdrawWritten
    | ShowWritten
    | AnswerWritten
    | StartBreakout
    | MoveToGroup
    | CallBack
    | EndBreakout
    | ReportGroup
    | SetContact
    | InviteContact
    | WelcomeContact
    | RaiseConcern
    | TakeBackConcern
    | ReadConcerns
)
