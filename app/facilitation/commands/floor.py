"""Commands about the floor and the queue."""

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
    """Ready to speak, or not yet: who is not ready keeps their asking time and is overtaken by nobody
    (skip).
    """

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
    """Give the floor to somebody, in the queue or not (facilitators); `after` is the turn that was on, if
    any.
    """

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
    """ "I'm done", or a facilitator's thanks without a next."""

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
