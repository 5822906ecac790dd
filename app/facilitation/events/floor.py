"""What came of the floor and the queue."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import (
    CommandId,
    Mode,
    ParticipantId,
    Policy,
    TurnId,
)


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
    """The floor is `participant`'s; `overtaken` asked before and still waits. `override`: against the
    order.
    """

    turn: TurnId
    participant: ParticipantId
    limit_ms: int
    override: bool
    overtaken: tuple[ParticipantId, ...]
    kind: Literal["turn.started"] = "turn.started"


@dataclass(frozen=True, slots=True)
class TurnEnded:
    """How: `done` (the speaker), `thanked` (a facilitator), `put_back`, `session` (ended), `mode` or
    `gone`.
    """

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
