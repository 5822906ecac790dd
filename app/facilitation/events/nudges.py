"""What nudges were raised, and what came of them."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import (
    NudgeId,
    ParticipantId,
    Tone,
)


@dataclass(frozen=True, slots=True)
class Audience:
    """To whom a nudge goes (`facilitators` or a participant's id), and when."""

    to: str
    at_ms: int


@dataclass(frozen=True, slots=True)
class NudgeRaised:
    """`raised_at` is the rule's date, not the timer's; `facts` are the figures that caused it (name,
    value).
    """

    nudge: NudgeId
    rule: str
    subject: ParticipantId | None
    audience: tuple[Audience, ...]
    facts: tuple[tuple[str, int | float], ...]
    raised_at: int
    about: str = ""
    """What it is about, where that is nobody: an agenda item's id, or a group (`place:remote`)."""
    kind: Literal["nudge.raised"] = "nudge.raised"


@dataclass(frozen=True, slots=True)
class NudgeForwarded:
    """What was said to a person privately still holds: facilitators see it now."""

    nudge: NudgeId
    forwarded_at: int
    kind: Literal["nudge.forwarded"] = "nudge.forwarded"


@dataclass(frozen=True, slots=True)
class NudgeActed:
    """`was`: what the act found, for taking it back."""

    nudge: NudgeId
    action: str
    was: str = ""
    kind: Literal["nudge.acted"] = "nudge.acted"


@dataclass(frozen=True, slots=True)
class NudgeDismissed:
    nudge: NudgeId
    snoozed_until: int
    kind: Literal["nudge.dismissed"] = "nudge.dismissed"


@dataclass(frozen=True, slots=True)
class NudgeExpired:
    nudge: NudgeId
    expired_at: int
    kind: Literal["nudge.expired"] = "nudge.expired"


@dataclass(frozen=True, slots=True)
class NudgeReopened:
    """An undo: the nudge stands as before it was acted on or dismissed."""

    nudge: NudgeId
    kind: Literal["nudge.reopened"] = "nudge.reopened"


@dataclass(frozen=True, slots=True)
class NudgeWithheld:
    """A rule held only by speech that was reported late: nothing is raised, for as long as its cooldown."""

    rule: str
    subject: ParticipantId | None
    withheld_at: int
    about: str = ""
    kind: Literal["nudge.withheld"] = "nudge.withheld"


@dataclass(frozen=True, slots=True)
class InvitationAnswered:
    nudge: NudgeId
    answer: Literal["speak_next", "write", "not_now", "not_today"]
    kind: Literal["invitation.answered"] = "invitation.answered"


@dataclass(frozen=True, slots=True)
class EffectMeasured:
    """Whether the subject asked for the floor or spoke within `within_ms` of the act (or the raising)."""

    nudge: NudgeId
    within_ms: int
    came: bool
    kind: Literal["nudge.effect_measured"] = "nudge.effect_measured"


@dataclass(frozen=True, slots=True)
class QuietCrossed:
    """Somebody whom no nudge reached became as quiet as a quiet-voice nudge asks (or what else the `rule`
    asks): a case of the un-nudged rate.
    """

    participant: ParticipantId
    crossed_at: int
    rule: str = "quiet_voice"
    kind: Literal["quiet.crossed"] = "quiet.crossed"


@dataclass(frozen=True, slots=True)
class QuietFollowed:
    """What came of such a case within `within_ms`, without a nudge."""

    participant: ParticipantId
    crossed_at: int
    within_ms: int
    came: bool
    rule: str = "quiet_voice"
    kind: Literal["quiet.followed"] = "quiet.followed"


@dataclass(frozen=True, slots=True)
class NudgesHushed:
    """`for_item`: it ends with the next agenda item, if that begins sooner."""

    until_at: int
    for_item: bool = False
    kind: Literal["nudges.hushed"] = "nudges.hushed"


@dataclass(frozen=True, slots=True)
class NudgeKindMuted:
    """A kind is heard of no more in this session, or again: by facilitators, or by one person privately."""

    rule: str
    to: str
    on: bool
    kind: Literal["nudges.muted"] = "nudges.muted"


@dataclass(frozen=True, slots=True)
class NudgesTuned:
    """A setting of the rules has another value from now on."""

    name: str
    value: float
    kind: Literal["nudges.tuned"] = "nudges.tuned"


@dataclass(frozen=True, slots=True)
class NudgeToneSet:
    tone: Tone
    kind: Literal["nudges.tone_set"] = "nudges.tone_set"
