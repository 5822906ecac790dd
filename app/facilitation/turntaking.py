"""The state of turn-taking: hands, the queue they stand in, turns, and the floor."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from app.facilitation import copied
from app.facilitation.ids import (
    Asks,
    Interruption,
    Mode,
    ParticipantId,
    Policy,
    ProcessPoint,
    Sides,
    TurnId,
    WrittenId,
)


@copied.often
class Hand(NamedTuple):
    """Somebody asks to speak."""

    participant: ParticipantId
    asked_at: int
    overtaken: int = 0
    """How often the policy let somebody go before them who asked later."""
    ready: bool = True
    by_facilitator: bool = False
    asks: Asks = Asks.new_point
    to: TurnId | None = None
    """The point that a direct reply is about."""
    lot: int = 0
    """The place by lot, drawn once when the hand was raised."""
    composing: bool = False
    """They prepare what to say, and are not ready meanwhile."""
    unfinished: bool = False
    """They were cut off and come next."""
    written: WrittenId | None = None
    """What they say in writing, where they do."""


class Process(NamedTuple):
    """A point of process that waits for an answer."""

    about: ProcessPoint
    asked_at: int


@copied.often
class Queue(NamedTuple):
    """Who waits, and in which order they go."""

    hands: Mapping[ParticipantId, Hand] = MappingProxyType({})
    order: tuple[ParticipantId, ...] = ()
    whys: Mapping[ParticipantId, str] = MappingProxyType({})
    moved: tuple[tuple[ParticipantId, int], ...] = ()
    """Hands that a facilitator put at a place: (who, index)."""
    closed: bool = False
    """No more hands are taken."""
    process: Mapping[ParticipantId, Process] = MappingProxyType({})
    """Points of process, oldest first."""


@copied.often
class Turn(NamedTuple):
    """One person's time on the floor."""

    id: TurnId
    participant: ParticipantId
    started_at: int
    limit_ms: int
    override: bool
    overtaken: tuple[ParticipantId, ...]
    hand: Hand | None
    """The hand that it answered; an undo puts it back."""
    mode: Mode = Mode.queue
    """The mode that it was given in."""
    extended_ms: int = 0
    ended_at: int | None = None
    how: str | None = None
    asks: Asks = Asks.new_point
    interruption: Interruption | None = None
    """Why it was let in while another had the floor."""
    yielded: bool = False
    """A speaker passed it on by name; it is not passed on so again."""
    paused_at: int | None = None
    """Since when its clock stands."""
    pause: str = ""
    """Why its clock stands: `pause`, `composing`, `break`, or nothing while it is only set aside."""
    paused_ms: int = 0
    """How long it stood before."""
    reclaimed: bool = False
    """ "I wasn't finished" was said of it, or it is what came of that."""
    before: tuple[TurnId | None, int] = (None, 0)
    """The point under discussion and its replies as they were when it began; an undo puts them back."""

    def spent_ms(self, at: int) -> int:
        """How long it has had the floor at a moment, without the time in which its clock stood."""
        end = self.ended_at if self.ended_at is not None else at
        if self.paused_at is not None:
            end = min(end, self.paused_at)
        return max(0, end - self.started_at - self.paused_ms)

    @property
    def written(self) -> WrittenId | None:
        """The contribution that has the floor, where it is one in writing."""
        return self.hand.written if self.hand is not None else None

    @property
    def over_at(self) -> int | None:
        """When its time is up if nothing stops it; None without a clock or while the clock stands."""
        if not self.limit_ms or self.paused_at is not None:
            return None
        return self.started_at + self.paused_ms + self.limit_ms + self.extended_ms


class Given(NamedTuple):
    """What is kept of every turn that was given, for the report."""

    turn: TurnId
    participant: ParticipantId
    waited_ms: int | None
    """From the hand to the floor; None: no hand was up for it, or it was put back."""
    why: str = ""
    """How it came out of order: the sort of an interruption, `unfinished`, or `given` by a facilitator."""


class Gap(NamedTuple):
    """A moment after a turn that is left empty."""

    from_at: int
    until_at: int
    then_next: bool


class Rest(NamedTuple):
    """A break: since when, and until when it was said to last."""

    since_at: int
    until_at: int | None = None


class Round(NamedTuple):
    """Everyone once."""

    order: tuple[ParticipantId, ...]
    by: str
    """`seat` or `lot`."""
    before: Mode
    """The mode that comes back after it."""
    had: frozenset[ParticipantId] = frozenset()
    """Who had their turn, or passed."""
    passed: frozenset[ParticipantId] = frozenset()
    later: tuple[ParticipantId, ...] = ()
    """Who said "come back to me", in the order in which they said it."""
    second: frozenset[ParticipantId] = frozenset()
    """Who ever said so; it can be said once."""


TURN_MODES = frozenset({Mode.queue, Mode.timed, Mode.round})
OUT_OF_BALANCE = frozenset({Mode.listening, Mode.writing})


@copied.often
class Floor(NamedTuple):
    """Who may speak now."""

    mode: Mode = Mode.queue
    policy: Policy = Policy.balanced
    sides: Sides = Sides.place
    """Between whom the policy `alternate` alternates."""
    limit_ms: int = 0
    turn: Turn | None = None
    last: Turn | None = None
    turns: int = 0
    """How many turns were started; numbers them."""
    overrides: int = 0
    """How many of them a facilitator gave against the order; the report says so."""
    given: tuple[Given, ...] = ()
    """Every turn so far, oldest first."""
    aside: tuple[Turn, ...] = ()
    """Turns that wait while something else has the floor; the last goes on first."""
    gap_ms: int = 0
    """How long the floor is left empty after each turn."""
    gap: Gap | None = None
    point: TurnId | None = None
    """The new point that was made last: what a direct reply is about."""
    replies: int = 0
    """How many direct replies to it had the floor."""

    round: Round | None = None
    """The round that is under way; it is kept through other modes."""
    before_round: Mode = Mode.queue
    rest: Rest | None = None
    rested_at: int | None = None
    """When the last break ended."""
    mode_since_at: int = 0
    """When this mode was chosen; 0: at the opening."""
    told: frozenset[ParticipantId] = frozenset()
    """Who had the floor when all others listened last: listeners come first afterwards."""

    @property
    def out_of_balance(self) -> bool:
        """Whether nobody is counted now."""
        return self.rest is not None or self.mode in OUT_OF_BALANCE

    @property
    def by_turns(self) -> bool:
        """Whether the turn itself says who speaks."""
        return self.mode in TURN_MODES

    @property
    def hears(self) -> ParticipantId | None:
        """Whom the floor hears now: who has a turn and speaks, while its clock runs."""
        turn = self.turn
        if turn is None or turn.paused_at is not None or turn.written is not None or not self.by_turns:
            return None
        return turn.participant
