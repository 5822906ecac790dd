"""Commands about breakout groups."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import GroupId, ParticipantId
from app.facilitation.words import Contribution


@dataclass(frozen=True, slots=True)
class StartBreakout:
    """Send everybody who is here into groups (facilitators): `count` of them, 2 to 12, by lot, or `mixed` by
    place and by the perspectives beside names; or by hand into `groups`. The meeting of all has a break.

    In a group commands about hands and turns, and taps of who speaks, are about its own floor and queue.
    Everybody in it may send `turn.next`, and `mode.set` to `queue` or `open`.
    """

    count: int = 0
    by: Literal["lot", "mixed", "hand"] = "lot"
    groups: tuple[tuple[ParticipantId, ...], ...] = ()
    do: Literal["breakout.start"] = "breakout.start"


@dataclass(frozen=True, slots=True)
class MoveToGroup:
    """Put somebody into a group, or (null) out of all (facilitators)."""

    participant: ParticipantId
    group: GroupId | None
    do: Literal["breakout.move"] = "breakout.move"


@dataclass(frozen=True, slots=True)
class CallBack:
    """Call the groups back in so long (facilitators), 10 minutes at most; then it ends by itself."""

    in_ms: int = 60_000
    do: Literal["breakout.call_back"] = "breakout.call_back"


@dataclass(frozen=True, slots=True)
class EndBreakout:
    """All are together again at once (facilitators)."""

    do: Literal["breakout.end"] = "breakout.end"


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """Say what one's group found; facilitators for a `group`."""

    text: Contribution
    group: GroupId | None = None
    do: Literal["breakout.report"] = "breakout.report"
