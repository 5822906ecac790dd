"""Commands about nudges and invitations."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import (
    NudgeId,
    Tone,
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
    """Answer a private invitation; every answer is fine. `write`: to say it in writing, for which a place in
    the queue is kept.
    """

    nudge: NudgeId
    answer: Literal["speak_next", "write", "not_now", "not_today"]
    do: Literal["invitation.answer"] = "invitation.answer"


@dataclass(frozen=True, slots=True)
class HushNudges:
    """No new nudges to facilitators for a while (0: nudge again), or until the next agenda item begins."""

    for_ms: int = 0
    until_item: bool = False
    do: Literal["nudges.hush"] = "nudges.hush"


@dataclass(frozen=True, slots=True)
class MuteNudges:
    """ "Not this kind today": no new ones of this `kind` in this session (`on`), or again. A facilitator says
    it of the cards that all facilitators see, anybody of the private notes to themselves.
    """

    kind: str
    on: bool = True
    do: Literal["nudges.mute"] = "nudges.mute"


@dataclass(frozen=True, slots=True)
class TuneNudges:
    """Another value for a setting of the rules, within its bounds."""

    name: str
    value: float
    do: Literal["nudges.tune"] = "nudges.tune"


@dataclass(frozen=True, slots=True)
class SetNudgeTone:
    """How nudges are worded in this room."""

    tone: Tone
    do: Literal["nudges.tone"] = "nudges.tone"
