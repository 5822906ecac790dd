"""Commands about nudges and invitations."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import (
    NudgeId,
)


@dataclass(frozen=True, slots=True)
class ActOnNudge:
    """Do what a nudge proposes: `ask_privately`, `offer_floor`, `by_voice` … (who it was addressed to)."""

    nudge: NudgeId
    action: str
    do: Literal["nudge.act"] = "nudge.act"


@dataclass(frozen=True, slots=True)
class DismissNudge:
    """ "Leave it": close a nudge, or put it off for a while with `snooze_ms`."""

    nudge: NudgeId
    snooze_ms: int = 0
    do: Literal["nudge.dismiss"] = "nudge.dismiss"


@dataclass(frozen=True, slots=True)
class AnswerInvitation:
    """Answer a private invitation; every answer is fine."""

    nudge: NudgeId
    answer: Literal["speak_next", "not_now", "not_today"]
    do: Literal["invitation.answer"] = "invitation.answer"


@dataclass(frozen=True, slots=True)
class HushNudges:
    """No new nudges to facilitators for a while (0: nudge again)."""

    for_ms: int
    do: Literal["nudges.hush"] = "nudges.hush"
