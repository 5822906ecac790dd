"""Commands about the floor and the queue."""

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
)


@dataclass(frozen=True, slots=True)
class SetMode:
    """Change how the floor is shared."""

    mode: Mode
    do: Literal["mode.set"] = "mode.set"


@dataclass(frozen=True, slots=True)
class StartRound:
    """Everyone once, by seat (begun at `first`) or by lot; the mode before comes back after it."""

    by: Literal["seat", "lot"] = "seat"
    first: ParticipantId | None = None
    do: Literal["round.start"] = "round.start"


@dataclass(frozen=True, slots=True)
class PassRound:
    """Pass in a round, before one's turn or in it; `later` is "come back to me", once."""

    later: bool = False
    participant: ParticipantId | None = None
    do: Literal["round.pass"] = "round.pass"


@dataclass(frozen=True, slots=True)
class StartBreak:
    """A break: nobody is counted, nothing nudges, and what was under way waits. `length_ms` 0: open-ended."""

    length_ms: int = 0
    do: Literal["break.start"] = "break.start"


@dataclass(frozen=True, slots=True)
class EndBreak:
    """On with what was under way."""

    do: Literal["break.end"] = "break.end"


@dataclass(frozen=True, slots=True)
class SetPolicy:
    """Change how waiting people are ordered. `sides`: between whom `alternate` alternates."""

    policy: Policy
    sides: Sides = Sides.place
    do: Literal["policy.set"] = "policy.set"


@dataclass(frozen=True, slots=True)
class SetTurnLimit:
    """Change the limit of the turns to come; 0 is no clock."""

    limit_ms: int
    do: Literal["limit.set"] = "limit.set"


@dataclass(frozen=True, slots=True)
class RaiseHand:
    """Ask to speak, oneself or (facilitators) for somebody; a hand that is up asks for this from now on.

    A third direct reply to one point is taken as a new point.
    """

    participant: ParticipantId | None = None
    asks: Asks = Asks.new_point
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
class SetComposing:
    """Preparing what to say, typing it, or using a speech aid: the place and the topic are kept meanwhile,
    and on the floor the clock stands. Without a hand up it raises one.
    """

    composing: bool
    participant: ParticipantId | None = None
    do: Literal["hand.set_composing"] = "hand.set_composing"


@dataclass(frozen=True, slots=True)
class NotFinished:
    """ "I wasn't finished": who was cut off gets the floor back next, once a turn; `turn` is the one that
    ended.
    """

    turn: TurnId
    participant: ParticipantId | None = None
    do: Literal["hand.not_finished"] = "hand.not_finished"


@dataclass(frozen=True, slots=True)
class SetQueueClosed:
    """Take no more hands, or take them again (facilitators); those that are up stay up."""

    closed: bool
    do: Literal["queue.set_closed"] = "queue.set_closed"


@dataclass(frozen=True, slots=True)
class RaiseProcess:
    """A point of process ("can't hear"): facilitators answer it without a turn."""

    about: ProcessPoint
    participant: ParticipantId | None = None
    do: Literal["process.raise"] = "process.raise"


@dataclass(frozen=True, slots=True)
class ClearProcess:
    """A point of process was answered (facilitators), or is taken back by who raised it."""

    participant: ParticipantId | None = None
    do: Literal["process.clear"] = "process.clear"


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
class PauseTurn:
    """Stop the clock of this turn, for all (facilitators)."""

    turn: TurnId
    do: Literal["turn.pause"] = "turn.pause"


@dataclass(frozen=True, slots=True)
class GoOn:
    """Let a turn that stands go on (facilitators)."""

    turn: TurnId
    do: Literal["turn.go_on"] = "turn.go_on"


@dataclass(frozen=True, slots=True)
class Unclock:
    """ "No clock": take the limit off this turn (facilitators)."""

    turn: TurnId
    do: Literal["turn.no_clock"] = "turn.no_clock"


@dataclass(frozen=True, slots=True)
class YieldTurn:
    """The speaker passes the floor on: to the next in the order, or `to` somebody who waits, for the rest of
    their time.
    """

    turn: TurnId
    to: ParticipantId | None = None
    do: Literal["turn.yield"] = "turn.yield"


@dataclass(frozen=True, slots=True)
class Interrupt:
    """Let somebody in for a moment (facilitators): the turn that is on waits and goes on after."""

    participant: ParticipantId
    sort: Interruption
    after: TurnId
    do: Literal["turn.interrupt"] = "turn.interrupt"


@dataclass(frozen=True, slots=True)
class SetGap:
    """Leave a gap after each turn (3, 5 or 10 s on the screens; 0: none): for interpreters and for those who
    think first.
    """

    gap_ms: int
    do: Literal["gap.set"] = "gap.set"


@dataclass(frozen=True, slots=True)
class Undo:
    """Take back one's own action with this command id; until the next of its kind."""

    command: CommandId
    do: Literal["undo"] = "undo"
