"""The dose: how often nudges may speak, and to whom; attention is short, and a nagging tool is switched off.

Everything here is a pure function of what was raised before, at a moment (session ms).
"""

from collections.abc import Iterator

from app.facilitation.ids import ParticipantId
from app.facilitation.nudges.record import FACILITATORS, Nudge, Nudges
from app.facilitation.nudges.rule import Rule
from app.facilitation.nudges.settings import HOUR_MS, THRESHOLDS

_LONGEST_MS = HOUR_MS + THRESHOLDS.longest_snooze_ms + THRESHOLDS.dominant_cooldown_ms
"""What was raised longer ago cannot have reached anybody within the last hour."""


def lately(nudges: Nudges, at: int) -> Iterator[Nudge]:
    """Everything that may still hold something back, newest first."""
    for nudge_id in reversed(nudges.order):
        nudge = nudges.by_id[nudge_id]
        if nudge.raised_at <= at - _LONGEST_MS:
            return
        yield nudge


def _times(nudges: Nudges, to: str, at: int) -> list[int]:
    """When somebody was reached within the last hour."""
    reached = (nudge.reached(to) for nudge in lately(nudges, at))
    return [one for one in reached if one is not None and one > at - HOUR_MS]


def facilitators_may_hear(nudges: Nudges, at: int) -> bool:
    """Whether facilitators may be told something new now."""
    if at < nudges.hushed_until:
        return False
    times = _times(nudges, FACILITATORS, at)
    return len(times) < THRESHOLDS.facilitators_an_hour and all(
        at - one >= THRESHOLDS.apart_ms for one in times
    )


def person_may_hear(nudges: Nudges, participant: ParticipantId, at: int) -> bool:
    """Whether somebody may be told something privately now."""
    times = _times(nudges, participant, at)
    return len(times) < THRESHOLDS.private_an_hour and all(at - one >= THRESHOLDS.apart_ms for one in times)


def rested(nudges: Nudges, rule: Rule, participant: ParticipantId, at: int) -> bool:
    """Whether this kind about this person is neither open nor in its cooldown."""
    for nudge in lately(nudges, at):
        if nudge.rule == rule.kind and nudge.subject == participant:
            if nudge.life in {"new", "snoozed"} and nudge.ended_at is None:
                return False
            if at - nudge.raised_at < rule.cooldown_ms:
                return False
    return all(
        one.rule != rule.kind or one.subject != participant or at - one.at >= rule.cooldown_ms
        for one in nudges.withheld
    )


def gates(nudges: Nudges, at: int) -> Iterator[int]:
    """The moments after `at` at which time alone lets something pass, ends it or brings it back."""
    times = [nudges.hushed_until]
    times += [one.at + THRESHOLDS.dominant_cooldown_ms for one in nudges.withheld]
    times += [one.at + THRESHOLDS.quiet_cooldown_ms for one in nudges.withheld]
    for nudge in lately(nudges, at):
        for one in nudge.audience:
            times += [one.at_ms + THRESHOLDS.apart_ms, one.at_ms + HOUR_MS]
        times += [
            nudge.raised_at + THRESHOLDS.quiet_cooldown_ms,
            nudge.raised_at + THRESHOLDS.dominant_cooldown_ms,
            nudge.raised_at + THRESHOLDS.dominant_forward_ms,
            nudge.snoozed_until,
        ]
        if nudge.acted_at is not None:
            times += [
                nudge.acted_at + THRESHOLDS.invited_again_ms,
                nudge.acted_at + THRESHOLDS.quiet_cooldown_ms,
            ]
    return (one for one in times if one > at)
