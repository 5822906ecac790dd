"""What came of the floor and the queue."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import (
    Asks,
    CommandId,
    Interruption,
    Mode,
    ParticipantId,
    Policy,
    ProcessPoint,
    Sides,
    TurnId,
    WrittenId,
)


@dataclass(frozen=True, slots=True)
class ModeSet:
    mode: Mode
    kind: Literal["mode.set"] = "mode.set"


@dataclass(frozen=True, slots=True)
class RoundStarted:
    """`before`: the mode that comes back after it. The rest, where one that had begun is taken up again: who
    had their turn, who passed, who comes later, and who ever asked for that.
    """

    order: tuple[ParticipantId, ...]
    by: Literal["seat", "lot"]
    before: Mode
    had: tuple[ParticipantId, ...] = ()
    passed: tuple[ParticipantId, ...] = ()
    later: tuple[ParticipantId, ...] = ()
    second: tuple[ParticipantId, ...] = ()
    kind: Literal["round.started"] = "round.started"


@dataclass(frozen=True, slots=True)
class RoundPassed:
    """`later`: they are asked once more at the end."""

    participant: ParticipantId
    later: bool
    kind: Literal["round.passed"] = "round.passed"


@dataclass(frozen=True, slots=True)
class RoundEnded:
    kind: Literal["round.ended"] = "round.ended"


@dataclass(frozen=True, slots=True)
class BreakStarted:
    until_at: int | None
    kind: Literal["break.started"] = "break.started"


@dataclass(frozen=True, slots=True)
class BreakEnded:
    """`taken_back`: it was begun by mistake, and counts as none."""

    taken_back: bool = False
    kind: Literal["break.ended"] = "break.ended"


@dataclass(frozen=True, slots=True)
class PolicySet:
    policy: Policy
    sides: Sides = Sides.place
    kind: Literal["policy.set"] = "policy.set"


@dataclass(frozen=True, slots=True)
class TurnLimitSet:
    limit_ms: int
    kind: Literal["limit.set"] = "limit.set"


@dataclass(frozen=True, slots=True)
class HandRaised:
    """`to`: the point that a reply is about; `asked_at`: since when it counts as raised, where that is not
    the event's time; `lot`: its place by lot.
    """

    participant: ParticipantId
    by_facilitator: bool
    asks: Asks = Asks.new_point
    to: TurnId | None = None
    asked_at: int | None = None
    lot: int = 0
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
    asks: Asks = Asks.new_point
    to: TurnId | None = None
    lot: int = 0
    composing: bool = False
    unfinished: bool = False
    by_facilitator: bool = False
    written: WrittenId | None = None
    kind: Literal["hand.restored"] = "hand.restored"


@dataclass(frozen=True, slots=True)
class AskSet:
    """A hand that is up asks for something else, at its old time."""

    participant: ParticipantId
    asks: Asks
    to: TurnId | None
    kind: Literal["hand.ask_set"] = "hand.ask_set"


@dataclass(frozen=True, slots=True)
class ComposingSet:
    """Somebody who waits prepares what to say, or is ready with it."""

    participant: ParticipantId
    composing: bool
    kind: Literal["hand.composing_set"] = "hand.composing_set"


@dataclass(frozen=True, slots=True)
class TurnReclaimed:
    """ "I wasn't finished": the turn that ended was cut off, and its hand comes next."""

    turn: TurnId
    participant: ParticipantId
    kind: Literal["turn.reclaimed"] = "turn.reclaimed"


@dataclass(frozen=True, slots=True)
class QueueClosedSet:
    closed: bool
    kind: Literal["queue.closed_set"] = "queue.closed_set"


@dataclass(frozen=True, slots=True)
class ProcessRaised:
    participant: ParticipantId
    about: ProcessPoint
    kind: Literal["process.raised"] = "process.raised"


@dataclass(frozen=True, slots=True)
class ProcessCleared:
    """`answered`: by a facilitator; else its owner took it back."""

    participant: ParticipantId
    answered: bool
    kind: Literal["process.cleared"] = "process.cleared"


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
class HandReturned:
    """A place that was given by hand is taken back: the policy orders it again."""

    participant: ParticipantId
    kind: Literal["hand.returned"] = "hand.returned"


@dataclass(frozen=True, slots=True)
class QueueOrdered:
    """The order that the policy gives from now on; `whys` says for each person which rule put them there."""

    order: tuple[ParticipantId, ...]
    whys: tuple[str, ...]
    kind: Literal["queue.ordered"] = "queue.ordered"


@dataclass(frozen=True, slots=True)
class TurnStarted:
    """The floor is `participant`'s; `overtaken` asked before and still waits. `override`: against the
    order. `started_at`: its date, where that is not the event's time.
    """

    turn: TurnId
    participant: ParticipantId
    limit_ms: int
    override: bool
    overtaken: tuple[ParticipantId, ...]
    asks: Asks = Asks.new_point
    started_at: int | None = None
    interruption: Interruption | None = None
    yielded: bool = False
    kind: Literal["turn.started"] = "turn.started"


@dataclass(frozen=True, slots=True)
class TurnEnded:
    """How: `done` (the speaker), `thanked` (a facilitator), `put_back`, `session` (ended), `mode`, `gone`,
    `passed` (in a round), `yielded` (passed on by the speaker) or `over` (an interruption whose time was up).
    """

    turn: TurnId
    how: Literal["done", "thanked", "put_back", "session", "mode", "gone", "yielded", "over", "passed"]
    ended_at: int | None = None
    kind: Literal["turn.ended"] = "turn.ended"


@dataclass(frozen=True, slots=True)
class TurnExtended:
    turn: TurnId
    by_ms: int
    kind: Literal["turn.extended"] = "turn.extended"


@dataclass(frozen=True, slots=True)
class TurnPaused:
    """The clock of the turn stands, and nobody is heard by it: `pause` (a facilitator), `composing` or
    `break`.
    """

    turn: TurnId
    why: Literal["pause", "composing", "break"]
    kind: Literal["turn.paused"] = "turn.paused"


@dataclass(frozen=True, slots=True)
class TurnWentOn:
    turn: TurnId
    kind: Literal["turn.went_on"] = "turn.went_on"


@dataclass(frozen=True, slots=True)
class TurnUnclocked:
    turn: TurnId
    kind: Literal["turn.unclocked"] = "turn.unclocked"


@dataclass(frozen=True, slots=True)
class TurnSetAside:
    """The turn waits while something else has the floor, and is taken up where it stood."""

    turn: TurnId
    kind: Literal["turn.set_aside"] = "turn.set_aside"


@dataclass(frozen=True, slots=True)
class TurnTakenUp:
    turn: TurnId
    taken_up_at: int
    kind: Literal["turn.taken_up"] = "turn.taken_up"


@dataclass(frozen=True, slots=True)
class GapSet:
    gap_ms: int
    kind: Literal["gap.set"] = "gap.set"


@dataclass(frozen=True, slots=True)
class GapBegan:
    """Until then the floor is left empty; `then_next`: after it the floor goes to whom the order says."""

    from_at: int
    until_at: int
    then_next: bool
    kind: Literal["gap.began"] = "gap.began"


@dataclass(frozen=True, slots=True)
class GapEnded:
    kind: Literal["gap.ended"] = "gap.ended"


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
