"""What came of breakout groups."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.events.floor import (
    AskSet,
    ComposingSet,
    HandLowered,
    HandMoved,
    HandRaised,
    ModeSet,
    QueueOrdered,
    ReadySet,
    TurnEnded,
    TurnExtended,
    TurnPaused,
    TurnReclaimed,
    TurnStarted,
    TurnWentOn,
)
from app.facilitation.events.microphone import MicrophoneClaimed, MicrophoneReleased
from app.facilitation.events.speech import CoverageSet, SpeechContinued, SpeechEnded, SpeechStarted
from app.facilitation.ids import GroupId, ParticipantId
from app.facilitation.words import Contribution, Words

InGroup = (
    HandRaised
    | HandLowered
    | HandMoved
    | AskSet
    | ReadySet
    | ComposingSet
    | QueueOrdered
    | TurnStarted
    | TurnEnded
    | TurnExtended
    | TurnPaused
    | TurnWentOn
    | TurnReclaimed
    | ModeSet
    | SpeechStarted
    | SpeechContinued
    | SpeechEnded
    | CoverageSet
    | MicrophoneClaimed
    | MicrophoneReleased
)
"""What can happen on a group's own floor and in its queue, and be heard in it."""


@dataclass(frozen=True, slots=True)
class GroupMade:
    group: GroupId
    name: Words
    members: tuple[ParticipantId, ...]


@dataclass(frozen=True, slots=True)
class BreakoutStarted:
    groups: tuple[GroupMade, ...]
    kind: Literal["breakout.started"] = "breakout.started"


@dataclass(frozen=True, slots=True)
class GroupHappened:
    """Something of a group's own floor or queue: `event`, with its `kind`, as it would stand by itself."""

    group: GroupId
    event: InGroup
    kind: Literal["group.happened"] = "group.happened"


@dataclass(frozen=True, slots=True)
class GroupJoined:
    participant: ParticipantId
    group: GroupId | None
    kind: Literal["group.joined"] = "group.joined"


@dataclass(frozen=True, slots=True)
class BreakoutCalled:
    until_at: int
    kind: Literal["breakout.called"] = "breakout.called"


@dataclass(frozen=True, slots=True)
class GroupReported:
    group: GroupId
    reported_by: ParticipantId | None
    text: Contribution
    kind: Literal["group.reported"] = "group.reported"


@dataclass(frozen=True, slots=True)
class BreakoutEnded:
    kind: Literal["breakout.ended"] = "breakout.ended"
