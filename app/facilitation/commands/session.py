"""Commands about the sitting and its clock."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import (
    Mode,
    Policy,
    Purpose,
    SessionId,
    Setting,
)


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
    practice: int = 0
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
class SetLocked:
    """Nobody new comes in by the code ("only us"), or they do again (facilitators). Who was in comes back;
    facilitators still seat people and come in by their own link.
    """

    locked: bool
    do: Literal["session.set_locked"] = "session.set_locked"


@dataclass(frozen=True, slots=True)
class AdvanceClock:
    """Drive a driven clock forward: everything up to `to_at` has been reported. It never goes back."""

    to_at: int
    do: Literal["clock.advance"] = "clock.advance"


@dataclass(frozen=True, slots=True)
class ClockReached:
    """The timer: something of the session was due at `deadline`."""

    deadline: int
    do: Literal["clock.reached"] = "clock.reached"
