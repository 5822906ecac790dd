"""The types of the floor and the queue as the server shows them (see `views`)."""

from typing import Literal, NotRequired, TypedDict

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

Reason = Literal[
    "heard_least",
    "first_time",
    "asked_first",
    "alternate",
    "lot",
    "question",
    "reply",
    "overtaken",
    "moved",
    "unfinished",
    "not_ready",
    "composing",
]
"""Why somebody has their place in the queue, as only they and facilitators are told."""


class SpeakingView(TypedDict):
    """Somebody who is heard now (provisional: nothing is decided by it)."""

    since_at: int


class TurnView(TypedDict):
    """The turn that is on. `override`: given against the order; `paused_at`: since when its clock stands, and
    `paused_ms` how long it stood before; `written`: it is one in writing (see `room.written`);
    `interruption`: it is short, and the turn set aside goes on after.
    """

    id: TurnId
    participant: ParticipantId
    started_at: int
    limit_ms: int
    extended_ms: int
    override: bool
    asks: Asks
    paused_ms: int
    paused_at: NotRequired[int]
    pause: NotRequired[Literal["pause", "composing", "break"]]
    interruption: NotRequired[Interruption]
    written: NotRequired[WrittenId]


class AsideView(TypedDict):
    """The turn that waits while something else has the floor, and goes on after."""

    id: TurnId
    participant: ParticipantId


class LastTurnView(TypedDict):
    """The turn before."""

    id: TurnId
    participant: ParticipantId
    ended_at: int
    how: str


class RestView(TypedDict):
    """A break; `until_at`: how long it was said to last."""

    since_at: int
    until_at: NotRequired[int]


class RoundView(TypedDict):
    """Everyone once: who is to come next (the first 50), how many are `left` `of` all."""

    by: Literal["seat", "lot"]
    next: list[ParticipantId]
    left: int
    of: int


class FloorView(TypedDict):
    """Who may speak now. Until `gap_until` the floor is left empty after a turn; `sides`: between whom the
    policy `alternate` alternates."""

    mode: Mode
    policy: Policy
    limit_ms: int
    sides: NotRequired[Sides]
    gap_ms: int
    gap_until: NotRequired[int]
    aside: NotRequired[AsideView]
    rest: NotRequired[RestView]
    round: NotRequired[RoundView]
    turn: NotRequired[TurnView]
    last_turn: NotRequired[LastTurnView]


class HandView(TypedDict):
    """Somebody who waits, and which rule put them there; the rule names nobody as quiet. `written`: they
    say it in writing."""

    asked_at: int
    ready: bool
    moved: bool
    why: Literal["fair", "asked_first", "alternate", "lot", "moved", "unfinished", "not_ready", "composing"]
    asks: Asks
    written: NotRequired[bool]


class ProcessView(TypedDict):
    """A point of process that waits for an answer."""

    about: ProcessPoint
    asked_at: int


class ProcessesView(TypedDict):
    """Points of process, oldest first."""

    order: list[ParticipantId]
    by_id: dict[str, ProcessView]


class QueueView(TypedDict):
    """Who waits, in the order in which they go; `closed`: no more hands are taken."""

    order: list[ParticipantId]
    more: int
    hands: dict[str, HandView]
    closed: bool
    process: ProcessesView
