"""Every command that a session takes: what somebody wants, in the imperative. The table of contents of the core.

A command names what it acts on and what it believed (`after`, `turn`); it is refused with `stale` when that has
moved on. Times are integer milliseconds. Live clients say how long ago something was (`ago_ms`, 0 to 5,000); integrators
say `observed_at` and `sent_at` of their own clock and the difference counts (on a driven or rated session clock
`observed_at` is that clock's time and is taken as it is).
"""

from dataclasses import dataclass
from typing import Literal

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

# ---- the session and its clock


@dataclass(frozen=True, slots=True)
class ClockSpec:
    """The session's clock: the wall's, one with a start and a rate, or one that a replayer drives."""

    kind: Literal["wall", "rated", "driven"] = "wall"
    start_at: int = 0
    rate: float = 1.0


@dataclass(frozen=True, slots=True)
class CreateSession:
    """The first command of a session; made by the server when a room gets a new sitting."""

    session: SessionId
    code: str
    name: str
    purpose: Purpose
    setting: Setting
    number: int = 1
    clock: ClockSpec = ClockSpec()
    mode: Mode = Mode.queue
    policy: Policy = Policy.balanced
    turn_limit_ms: int = 120_000
    do: Literal["session.create"] = "session.create"


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Open the sitting: from now on people are counted and heard."""

    do: Literal["session.open"] = "session.open"


@dataclass(frozen=True, slots=True)
class EndSession:
    """End the sitting; it can be reopened."""

    do: Literal["session.end"] = "session.end"


@dataclass(frozen=True, slots=True)
class ReopenSession:
    """Go on with a sitting that was ended; the time between is nobody's."""

    do: Literal["session.reopen"] = "session.reopen"


@dataclass(frozen=True, slots=True)
class AdvanceClock:
    """Drive a driven clock forward: everything up to `to_at` has been reported."""

    to_at: int
    do: Literal["clock.advance"] = "clock.advance"


@dataclass(frozen=True, slots=True)
class ClockReached:
    """The timer: something of the session was due at `deadline`."""

    deadline: int
    do: Literal["clock.reached"] = "clock.reached"


# ---- people


@dataclass(frozen=True, slots=True)
class Join:
    """Somebody came through the door (the server checked the code or the link)."""

    name: str
    place: Place
    role: Role = Role.participant
    do: Literal["participant.join"] = "participant.join"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A person without a device, to be seated."""

    name: str
    place: Place = Place.in_room
    role: Role = Role.participant


@dataclass(frozen=True, slots=True)
class Seat:
    """Seat people without a device (from a pasted list, or by an integrator)."""

    people: tuple[Newcomer, ...]
    do: Literal["participant.seat"] = "participant.seat"


@dataclass(frozen=True, slots=True)
class Rename:
    """Change a name, one's own or (facilitators) anybody's."""

    participant: ParticipantId
    name: str
    do: Literal["participant.rename"] = "participant.rename"


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody is here in another way now."""

    participant: ParticipantId
    place: Place
    do: Literal["participant.move"] = "participant.move"


@dataclass(frozen=True, slots=True)
class SetRole:
    """Make somebody a co-facilitator, an observer … (facilitators; the last facilitator stays one)."""

    participant: ParticipantId
    role: Role
    do: Literal["participant.set_role"] = "participant.set_role"


@dataclass(frozen=True, slots=True)
class Remove:
    """Take somebody out; with `keep_out` their device cannot come back in."""

    participant: ParticipantId
    keep_out: bool = False
    do: Literal["participant.remove"] = "participant.remove"


@dataclass(frozen=True, slots=True)
class LetIn:
    """Let somebody who was removed come back."""

    participant: ParticipantId
    do: Literal["participant.let_in"] = "participant.let_in"


@dataclass(frozen=True, slots=True)
class SetPresence:
    """Say that a seated person has gone, or is back (facilitators)."""

    participant: ParticipantId
    here: bool
    do: Literal["participant.set_presence"] = "participant.set_presence"


@dataclass(frozen=True, slots=True)
class SetAway:
    """Say that one is away, or back; never guessed."""

    away: bool
    participant: ParticipantId | None = None
    do: Literal["participant.set_away"] = "participant.set_away"


@dataclass(frozen=True, slots=True)
class SetListening:
    """"I'm listening": stay counted, not be nudged."""

    listening: bool
    participant: ParticipantId | None = None
    do: Literal["participant.set_listening"] = "participant.set_listening"


@dataclass(frozen=True, slots=True)
class OpenConnection:
    """A socket of a participant or a device came up on the node with this boot (server)."""

    connection: ConnectionId
    boot: BootId
    participant: ParticipantId | None = None
    device: DeviceId | None = None
    do: Literal["connection.open"] = "connection.open"


@dataclass(frozen=True, slots=True)
class CloseConnection:
    """A socket went away; its last sign of life was `since_at` (server)."""

    connection: ConnectionId
    since_at: int
    do: Literal["connection.close"] = "connection.close"


@dataclass(frozen=True, slots=True)
class CloseBoot:
    """A node is gone: every connection that other boots than the `living` left open ended at `since_at` (server)."""

    living: tuple[BootId, ...]
    since_at: int
    do: Literal["boot.close"] = "boot.close"


@dataclass(frozen=True, slots=True)
class AddDevice:
    """Add a shared screen or a helper's phone (facilitators); the answer's `made` is its id."""

    scope: DeviceScope
    name: str = ""
    do: Literal["device.add"] = "device.add"


@dataclass(frozen=True, slots=True)
class RevokeDevice:
    """Take a device's link back (facilitators)."""

    device: DeviceId
    do: Literal["device.revoke"] = "device.revoke"


# ---- floor and queue


@dataclass(frozen=True, slots=True)
class SetMode:
    """Change how the floor is shared."""

    mode: Mode
    do: Literal["mode.set"] = "mode.set"


@dataclass(frozen=True, slots=True)
class SetPolicy:
    """Change how waiting people are ordered."""

    policy: Policy
    do: Literal["policy.set"] = "policy.set"


@dataclass(frozen=True, slots=True)
class SetTurnLimit:
    """Change the limit of the turns to come; 0 is no clock."""

    limit_ms: int
    do: Literal["limit.set"] = "limit.set"


@dataclass(frozen=True, slots=True)
class RaiseHand:
    """Ask to speak, oneself or (facilitators) for somebody."""

    participant: ParticipantId | None = None
    do: Literal["hand.raise"] = "hand.raise"


@dataclass(frozen=True, slots=True)
class LowerHand:
    """Take a hand down, one's own or (facilitators) somebody's."""

    participant: ParticipantId | None = None
    do: Literal["hand.lower"] = "hand.lower"


@dataclass(frozen=True, slots=True)
class SetReady:
    """Ready to speak, or not yet: who is not ready keeps their asking time and is overtaken by nobody (skip)."""

    ready: bool
    participant: ParticipantId | None = None
    do: Literal["hand.set_ready"] = "hand.set_ready"


@dataclass(frozen=True, slots=True)
class MoveHand:
    """Put a waiting person at a place of the queue (facilitators; an override, shown as such); 0 is first."""

    participant: ParticipantId
    to: int
    do: Literal["hand.move"] = "hand.move"


@dataclass(frozen=True, slots=True)
class GiveFloor:
    """Give the floor to somebody, in the queue or not (facilitators); `after` is the turn that was on, if any."""

    participant: ParticipantId
    after: TurnId | None = None
    do: Literal["turn.give"] = "turn.give"


@dataclass(frozen=True, slots=True)
class NextTurn:
    """Thank who speaks and give the floor to whom the order says (facilitators)."""

    after: TurnId | None = None
    do: Literal["turn.next"] = "turn.next"


@dataclass(frozen=True, slots=True)
class EndTurn:
    """"I'm done", or a facilitator's thanks without a next."""

    turn: TurnId
    do: Literal["turn.end"] = "turn.end"


@dataclass(frozen=True, slots=True)
class PutBack:
    """The person on the floor is not ready: back into the queue with their old asking time (facilitators)."""

    turn: TurnId
    do: Literal["turn.put_back"] = "turn.put_back"


@dataclass(frozen=True, slots=True)
class ExtendTurn:
    """More time for this turn (facilitators; the speaker, once)."""

    turn: TurnId
    by_ms: int = 60_000
    do: Literal["turn.extend"] = "turn.extend"


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back one's own action with this command id; until the next of its kind."""

    command: CommandId
    do: Literal["undo"] = "undo"


# ---- speech


@dataclass(frozen=True, slots=True)
class StartSpeech:
    """A source hears somebody begin. A tap with `only` ends the other taps of the same actor (one speaks at a time)."""

    source: Source
    participant: ParticipantId | None = None
    ago_ms: int = 0
    observed_at: int | None = None
    sent_at: int | None = None
    only: bool = False
    do: Literal["speech.start"] = "speech.start"


@dataclass(frozen=True, slots=True)
class StillSpeaking:
    """A source still hears somebody; sent every 10 s of a long utterance."""

    source: Source
    participant: ParticipantId | None = None
    ago_ms: int = 0
    observed_at: int | None = None
    sent_at: int | None = None
    do: Literal["speech.still"] = "speech.still"


@dataclass(frozen=True, slots=True)
class StopSpeech:
    """A source hears somebody stop; without a participant a tap stops everybody whom this actor tapped."""

    source: Source
    participant: ParticipantId | None = None
    ago_ms: int = 0
    observed_at: int | None = None
    sent_at: int | None = None
    do: Literal["speech.stop"] = "speech.stop"


@dataclass(frozen=True, slots=True)
class Utterance:
    """One complete stretch of speech, by a source's clock."""

    participant: ParticipantId
    from_at: int
    to_at: int


@dataclass(frozen=True, slots=True)
class ReportSpeech:
    """A batch of complete utterances of the source `api`, live or late (integrators)."""

    utterances: tuple[Utterance, ...]
    sent_at: int | None = None
    do: Literal["speech.report"] = "speech.report"


@dataclass(frozen=True, slots=True)
class SetCoverage:
    """A source listens to these people (none named: to everybody here), or no longer does."""

    source: Source
    on: bool
    participants: tuple[ParticipantId, ...] = ()
    do: Literal["coverage.set"] = "coverage.set"


@dataclass(frozen=True, slots=True)
class CorrectSpeech:
    """What was heard from `from_at` to `to_at` was not `participant` (but `instead`, if named) (facilitators)."""

    from_at: int
    to_at: int
    participant: ParticipantId | None = None
    instead: ParticipantId | None = None
    do: Literal["speech.correct"] = "speech.correct"


@dataclass(frozen=True, slots=True)
class WithdrawCorrection:
    """Take a correction back (facilitators)."""

    correction: CorrectionId
    do: Literal["speech.withdraw_correction"] = "speech.withdraw_correction"


# ---- nudges


@dataclass(frozen=True, slots=True)
class ActOnNudge:
    """Do what a nudge proposes: `ask_privately`, `offer_floor`, `by_voice` … (who it was addressed to)."""

    nudge: NudgeId
    action: str
    do: Literal["nudge.act"] = "nudge.act"


@dataclass(frozen=True, slots=True)
class DismissNudge:
    """"Leave it": close a nudge, or put it off for a while with `snooze_ms`."""

    nudge: NudgeId
    snooze_ms: int = 0
    do: Literal["nudge.dismiss"] = "nudge.dismiss"


@dataclass(frozen=True, slots=True)
class AnswerInvitation:
    """Answer a private invitation; every answer is fine."""

    nudge: NudgeId
    answer: Literal["speak_next", "not_now", "not_today"]
    do: Literal["invitation.answer"] = "invitation.answer"


@dataclass(frozen=True, slots=True)
class HushNudges:
    """No new nudges to facilitators for a while (0: nudge again)."""

    for_ms: int
    do: Literal["nudges.hush"] = "nudges.hush"


@dataclass(frozen=True, slots=True)
class SetNudging:
    """'Don't ask me today": never be the subject of a quiet-voice nudge in this session, or again."""

    nudged: bool
    participant: ParticipantId | None = None
    do: Literal["participant.set_nudging"] = "participant.set_nudging"


Command = (
    CreateSession
    | OpenSession
    | EndSession
    | ReopenSession
    | AdvanceClock
    | ClockReached
    | Join
    | Seat
    | Rename
    | Move
    | SetRole
    | Remove
    | LetIn
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
    | StartSpeech
    | StillSpeaking
    | StopSpeech
    | ReportSpeech
    | SetCoverage
    | CorrectSpeech
    | WithdrawCorrection
    | ActOnNudge
    | DismissNudge
    | AnswerInvitation
    | HushNudges
    | SetNudging
)
