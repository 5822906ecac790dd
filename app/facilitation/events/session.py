"""What came of the sitting itself."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.commands import ClockSpec
from app.facilitation.ids import (
    Mode,
    Policy,
    Purpose,
    SessionId,
    Setting,
)
from app.facilitation.words import Words


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
    practice: int = 0
    """How many of its people are simulated, for a facilitator to practise with."""
    kind: Literal["session.created"] = "session.created"


@dataclass(frozen=True, slots=True)
class SessionOpened:
    kind: Literal["session.opened"] = "session.opened"


@dataclass(frozen=True, slots=True)
class SessionEnded:
    kind: Literal["session.ended"] = "session.ended"


@dataclass(frozen=True, slots=True)
class LockedSet:
    locked: bool
    kind: Literal["session.locked_set"] = "session.locked_set"


@dataclass(frozen=True, slots=True)
class SessionReopened:
    kind: Literal["session.reopened"] = "session.reopened"
