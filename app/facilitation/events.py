"""Every event of a session's log: what came to be, in the past tense. Stored for ever; fields are only ever added.

Each class has `kind` (its name in the log) and stands in version 1 unless VERSIONS says otherwise; old versions are lifted
in `history`. An event carries everything that `evolve` needs (ids, orders, dates that a rule computed), so that a
log replays to the same state under later rules. `Words` marks what somebody wrote or is called: redaction blanks it.
"""

from dataclasses import dataclass
from typing import Annotated, Literal

from app.facilitation.commands import ClockSpec
from app.facilitation.ids import (
    BootId,
    CommandId,
    ConnectionId,
    CorrectionId,
    DeviceId,
    DeviceScope,
    Mode,
    NudgeId,
    ParticipantId,
    Place,
    Policy,
    Purpose,
    Role,
    SessionId,
    Setting,
    TurnId,
)
from app.facilitation.speech import Source


class Personal:
    """Marks a field that holds somebody's own words or name."""


Words = Annotated[str, Personal()]

# ---- the session and its clock


@dataclass(frozen=True, slots=True)
class SessionCreated:
    session: SessionId
    code: str
    name: Words
    purpose: Purpose
    setting: Setting
    number: int
    clock: ClockSpec
    mode: Mode
    policy: Policy
    turn_limit_ms: int
    kind: Literal["session.created"] = "session.created"


@dataclass(frozen=True, slots=True)
class SessionOpened:
    kind: Literal["session.opened"] = "session.opened"


@dataclass(frozen=True, slots=True)
class SessionEnded:
    kind: Literal["session.ended"] = "session.ended"


@dataclass(frozen=True, slots=True)
class SessionReopened:
    kind: Literal["session.reopened"] = "session.reopened"


# ---- people


@dataclass(frozen=True, slots=True)
class ParticipantJoined:
    participant: ParticipantId
    name: Words
    role: Role
    place: Place
    seated: bool
    kind: Literal["participant.joined"] = "participant.joined"


@dataclass(frozen=True, slots=True)
class ParticipantRenamed:
    participant: ParticipantId
    name: Words
    kind: Literal["participant.renamed"] = "participant.renamed"


@dataclass(frozen=True, slots=True)
class ParticipantMoved:
    participant: ParticipantId
    place: Place
    kind: Literal["participant.moved"] = "participant.moved"


@dataclass(frozen=True, slots=True)
class RoleSet:
    participant: ParticipantId
    role: Role
    kind: Literal["participant.role_set"] = "participant.role_set"


@dataclass(frozen=True, slots=True)
class ParticipantRemoved:
    participant: ParticipantId
    keep_out: bool
    kind: Literal["participant.removed"] = "participant.removed"


@dataclass(frozen=True, slots=True)
class ParticipantLetIn:
    participant: ParticipantId
    kind: Literal["participant.let_in"] = "participant.let_in"


@dataclass(frozen=True, slots=True)
class PresenceSet:
    """A seated person has gone or is back, as a facilitator said."""

    participant: ParticipantId
    here: bool
    kind: Literal["participant.presence_set"] = "participant.presence_set"


@dataclass(frozen=True, slots=True)
class AwaySet:
    participant: ParticipantId
    away: bool
    kind: Literal["participant.away_set"] = "participant.away_set"


@dataclass(frozen=True, slots=True)
class ListeningSet:
    participant: ParticipantId
    listening: bool
    kind: Literal["participant.listening_set"] = "participant.listening_set"


@dataclass(frozen=True, slots=True)
class NudgingSet:
    participant: ParticipantId
    nudged: bool
    kind: Literal["participant.nudging_set"] = "participant.nudging_set"


@dataclass(frozen=True, slots=True)
class ConnectionOpened:
    connection: ConnectionId
    boot: BootId
    participant: ParticipantId | None
    device: DeviceId | None
    kind: Literal["connection.opened"] = "connection.opened"


@dataclass(frozen=True, slots=True)
class ConnectionClosed:
    connection: ConnectionId
    since_at: int
    kind: Literal["connection.closed"] = "connection.closed"


@dataclass(frozen=True, slots=True)
class ParticipantLapsed:
    """The grace after the last connection is over: absent from `since_at` on."""

    participant: ParticipantId
    since_at: int
    kind: Literal["participant.lapsed"] = "participant.lapsed"


@dataclass(frozen=True, slots=True)
class DeviceAdded:
    device: DeviceId
    scope: DeviceScope
    name: Words
    kind: Literal["device.added"] = "device.added"


@dataclass(frozen=True, slots=True)
class DeviceRevoked:
    device: DeviceId
    kind: Literal["device.revoked"] = "device.revoked"


# ---- floor and queue


@dataclass(frozen=True, slots=True)
class ModeSet:
    mode: Mode
    kind: Literal["mode.set"] = "mode.set"


@dataclass(frozen=True, slots=True)
class PolicySet:
    policy: Policy
    kind: Literal["policy.set"] = "policy.set"


@dataclass(frozen=True, slots=True)
class TurnLimitSet:
    limit_ms: int
    kind: Literal["limit.set"] = "limit.set"


@dataclass(frozen=True, slots=True)
class HandRaised:
    participant: ParticipantId
    by_facilitator: bool
    kind: Literal["hand.raised"] = "hand.raised"


@dataclass(frozen=True, slots=True)
class HandLowered:
    participant: ParticipantId
    kind: Literal["hand.lowered"] = "hand.lowered"


@dataclass(frozen=True, slots=True)
class HandRestored:
    """A hand is as it was before it was lowered (an undo)."""

    participant: ParticipantId
    asked_at: int
    overtaken: int
    ready: bool
    kind: Literal["hand.restored"] = "hand.restored"


@dataclass(frozen=True, slots=True)
class ReadySet:
    participant: ParticipantId
    ready: bool
    kind: Literal["hand.ready_set"] = "hand.ready_set"


@dataclass(frozen=True, slots=True)
class HandMoved:
    """A facilitator put a hand at a place of the queue."""

    participant: ParticipantId
    to: int
    kind: Literal["hand.moved"] = "hand.moved"


@dataclass(frozen=True, slots=True)
class QueueOrdered:
    """The order that the policy gives from now on; `whys` says for each person which rule put them there."""

    order: tuple[ParticipantId, ...]
    whys: tuple[str, ...]
    kind: Literal["queue.ordered"] = "queue.ordered"


@dataclass(frozen=True, slots=True)
class TurnStarted:
    """The floor is `participant`'s; `overtaken` asked before and still waits. `override`: against the order."""

    turn: TurnId
    participant: ParticipantId
    limit_ms: int
    override: bool
    overtaken: tuple[ParticipantId, ...]
    kind: Literal["turn.started"] = "turn.started"


@dataclass(frozen=True, slots=True)
class TurnEnded:
    """How: `done` (the speaker), `thanked` (a facilitator), `put_back`, `session` (ended), `mode` or `gone`."""

    turn: TurnId
    how: Literal["done", "thanked", "put_back", "session", "mode", "gone"]
    kind: Literal["turn.ended"] = "turn.ended"


@dataclass(frozen=True, slots=True)
class TurnExtended:
    turn: TurnId
    by_ms: int
    kind: Literal["turn.extended"] = "turn.extended"


@dataclass(frozen=True, slots=True)
class TurnCancelled:
    """An undo: the turn never was; its hand and the counts of those whom it overtook are as before."""

    turn: TurnId
    kind: Literal["turn.cancelled"] = "turn.cancelled"


@dataclass(frozen=True, slots=True)
class TurnResumed:
    """An undo: the turn never ended."""

    turn: TurnId
    kind: Literal["turn.resumed"] = "turn.resumed"


@dataclass(frozen=True, slots=True)
class ActionUndone:
    """The command with this id was taken back by who gave it."""

    command: CommandId
    kind: Literal["action.undone"] = "action.undone"


# ---- speech


@dataclass(frozen=True, slots=True)
class SpeechStarted:
    participant: ParticipantId
    source: Source
    from_at: int
    kind: Literal["speech.started"] = "speech.started"


@dataclass(frozen=True, slots=True)
class SpeechContinued:
    participant: ParticipantId
    source: Source
    heard_at: int
    kind: Literal["speech.continued"] = "speech.continued"


@dataclass(frozen=True, slots=True)
class SpeechEnded:
    participant: ParticipantId
    source: Source
    to_at: int
    kind: Literal["speech.ended"] = "speech.ended"


@dataclass(frozen=True, slots=True)
class SpeechReported:
    """Complete utterances of one source: (participant, from, to)."""

    source: Source
    utterances: tuple[tuple[ParticipantId, int, int], ...]
    kind: Literal["speech.reported"] = "speech.reported"


@dataclass(frozen=True, slots=True)
class CoverageSet:
    """`everyone`: who joins later is covered too."""

    source: Source
    on: bool
    participants: tuple[ParticipantId, ...]
    everyone: bool
    kind: Literal["coverage.set"] = "coverage.set"


@dataclass(frozen=True, slots=True)
class SpeechCorrected:
    correction: CorrectionId
    from_at: int
    to_at: int
    participant: ParticipantId | None
    instead: ParticipantId | None
    kind: Literal["speech.corrected"] = "speech.corrected"


@dataclass(frozen=True, slots=True)
class CorrectionWithdrawn:
    correction: CorrectionId
    kind: Literal["speech.correction_withdrawn"] = "speech.correction_withdrawn"


# ---- nudges


@dataclass(frozen=True, slots=True)
class Audience:
    """To whom a nudge goes (`facilitators` or a participant's id), and when."""

    to: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class NudgeRaised:
    """`raised_at` is the rule's date, not the timer's; `facts` are the figures that caused it (name, value)."""

    nudge: NudgeId
    rule: str
    subject: ParticipantId | None
    audience: tuple[Audience, ...]
    facts: tuple[tuple[str, int | float], ...]
    raised_at: int
    kind: Literal["nudge.raised"] = "nudge.raised"


@dataclass(frozen=True, slots=True)
class NudgeForwarded:
    """What was said to a person privately still holds: facilitators see it now."""

    nudge: NudgeId
    forwarded_at: int
    kind: Literal["nudge.forwarded"] = "nudge.forwarded"


@dataclass(frozen=True, slots=True)
class NudgeActed:
    nudge: NudgeId
    action: str
    kind: Literal["nudge.acted"] = "nudge.acted"


@dataclass(frozen=True, slots=True)
class NudgeDismissed:
    nudge: NudgeId
    snoozed_until: int
    kind: Literal["nudge.dismissed"] = "nudge.dismissed"


@dataclass(frozen=True, slots=True)
class NudgeExpired:
    nudge: NudgeId
    expired_at: int
    kind: Literal["nudge.expired"] = "nudge.expired"


@dataclass(frozen=True, slots=True)
class NudgeReopened:
    """An undo: the nudge stands as before it was acted on or dismissed."""

    nudge: NudgeId
    kind: Literal["nudge.reopened"] = "nudge.reopened"


@dataclass(frozen=True, slots=True)
class InvitationAnswered:
    nudge: NudgeId
    answer: Literal["speak_next", "not_now", "not_today"]
    kind: Literal["invitation.answered"] = "invitation.answered"


@dataclass(frozen=True, slots=True)
class EffectMeasured:
    """Whether the subject asked for the floor or spoke within `within_ms` of the act (or the raising)."""

    nudge: NudgeId
    within_ms: int
    came: bool
    kind: Literal["nudge.effect_measured"] = "nudge.effect_measured"


@dataclass(frozen=True, slots=True)
class QuietCrossed:
    """Somebody whom no nudge reached became as quiet as a quiet-voice nudge asks: a case of the un-nudged rate."""

    participant: ParticipantId
    crossed_at: int
    kind: Literal["quiet.crossed"] = "quiet.crossed"


@dataclass(frozen=True, slots=True)
class QuietFollowed:
    """What came of such a case within `within_ms`, without a nudge."""

    participant: ParticipantId
    crossed_at: int
    within_ms: int
    came: bool
    kind: Literal["quiet.followed"] = "quiet.followed"


@dataclass(frozen=True, slots=True)
class NudgesHushed:
    until_at: int
    kind: Literal["nudges.hushed"] = "nudges.hushed"


Event = (
    SessionCreated
    | SessionOpened
    | SessionEnded
    | SessionReopened
    | ParticipantJoined
    | ParticipantRenamed
    | ParticipantMoved
    | RoleSet
    | ParticipantRemoved
    | ParticipantLetIn
    | PresenceSet
    | AwaySet
    | ListeningSet
    | NudgingSet
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
    | QueueOrdered
    | TurnStarted
    | TurnEnded
    | TurnExtended
    | TurnCancelled
    | TurnResumed
    | ActionUndone
    | SpeechStarted
    | SpeechContinued
    | SpeechEnded
    | SpeechReported
    | CoverageSet
    | SpeechCorrected
    | CorrectionWithdrawn
    | NudgeRaised
    | NudgeForwarded
    | NudgeActed
    | NudgeDismissed
    | NudgeExpired
    | NudgeReopened
    | InvitationAnswered
    | EffectMeasured
    | QuietCrossed
    | QuietFollowed
    | NudgesHushed
)

VERSIONS: dict[str, int] = {}
"""Kinds that stand above version 1, with their version."""


def version_of(kind: str) -> int:
    """The version in which this release writes events of a kind."""
    return VERSIONS.get(kind, 1)
