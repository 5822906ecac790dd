"""The dose: how often nudges may speak, and to whom; attention is short, and a nagging tool is switched off.

Everything here is a pure function of what was raised before, at a moment (session ms).
"""

from collections.abc import Iterator

from app.facilitation.nudges.record import FACILITATORS, GROUP, Nudge, Nudges
from app.facilitation.nudges.rule import Key, Rule
from app.facilitation.nudges.settings import HOUR_MS, THRESHOLDS

VOICES = frozenset({"quiet_voice", "dominant_voice"})
"""The kinds that may fill the whole hour's dose. All others together have half of it, so that somebody who is
not heard always finds room."""
YIELDING = frozenset({"long_turn", "interrupted", "chair_talk", "dead_air"})
"""The kinds that give way besides: they speak while less than half of the hour's dose is used, and not for so
long after a nudge about a voice, which is what people should look at then."""
YIELD_MS = THRESHOLDS.dominant_cooldown_ms

_LONGEST_MS = HOUR_MS + THRESHOLDS.longest_snooze_ms + THRESHOLDS.dominant_cooldown_ms
"""What was raised longer ago cannot have reached anybody within the last hour."""


def lately(nudges: Nudges, at: int) -> Iterator[Nudge]:
    """Everything that may still hold something back, newest first."""
    for nudge_id in reversed(nudges.order):
        nudge = nudges.by_id[nudge_id]
        if nudge.raised_at <= at - _LONGEST_MS:
            return
        yield nudge


def _reached(nudges: Nudges, to: str, at: int) -> list[tuple[int, str]]:
    """When somebody was reached within the last hour, and by which kind. What was said to the group while it
    led is part of the facilitators' dose, and theirs of its: that the lead is handed on opens no dose anew.
    """
    found = []
    whom = (FACILITATORS, GROUP) if to == FACILITATORS else (to,)
    for nudge in lately(nudges, at):
        for one in nudge.audience:
            if one.to in whom:
                if one.at_ms > at - HOUR_MS:
                    found.append((one.at_ms, nudge.rule))
                break
    return found


def _fits(nudges: Nudges, to: str, kind: str, most: int, at: int) -> bool:
    reached = _reached(nudges, to, at)
    if len(reached) >= most or any(at - one < nudges.thresholds.apart_ms for one, _ in reached):
        return False
    if kind in VOICES:
        return True
    half = max(1, most // 2)
    if sum(other not in VOICES for _, other in reached) >= half:
        return False
    return kind not in YIELDING or (len(reached) < half and not _voice_lately(nudges, to, at))


def _voice_lately(nudges: Nudges, to: str, at: int) -> bool:
    """Whether somebody was told of a voice not long ago, or facilitators may still be told of one."""
    return any(
        nudge.rule in VOICES
        and at - nudge.raised_at < YIELD_MS
        and (to == FACILITATORS or nudge.reached(to) is not None)
        for nudge in lately(nudges, at)
    )


def facilitators_may_hear(nudges: Nudges, at: int, kind: str) -> bool:
    """Whether facilitators, or the group while it leads itself, may be told something new of a kind now."""
    if at < nudges.hushed_until or (FACILITATORS, kind) in nudges.muted:
        return False
    return _fits(nudges, FACILITATORS, kind, nudges.thresholds.facilitators_an_hour, at)


def person_may_hear(nudges: Nudges, participant: str, at: int, kind: str) -> bool:
    """Whether somebody may be told something of a kind privately now."""
    if (participant, kind) in nudges.muted:
        return False
    return _fits(nudges, participant, kind, nudges.thresholds.private_an_hour, at)


def may_hear(nudges: Nudges, rule: Rule, key: Key, at: int) -> bool:
    """Whether whoever hears of a kind first may hear of this now."""
    subject, _ = key
    if rule.private_first:
        return subject is not None and person_may_hear(nudges, subject, at, rule.kind)
    if nudges.to_group and rule.for_group is None:
        return False
    return facilitators_may_hear(nudges, at, rule.kind)


def rested(nudges: Nudges, rule: Rule, key: Key, at: int) -> bool:
    """Whether this kind about this person or thing is neither open nor in its cooldown."""
    for nudge in lately(nudges, at):
        if nudge.rule == rule.kind and nudge.concerns(*key):
            if nudge.life in {"new", "snoozed"} and nudge.ended_at is None:
                return False
            if at - nudge.raised_at < rule.cooldown_ms:
                return False
    return all(
        one.rule != rule.kind or (one.subject, one.about) != key or at - one.at >= rule.cooldown_ms
        for one in nudges.withheld
    )


def gates(nudges: Nudges, at: int) -> Iterator[int]:
    """The moments after `at` at which time alone lets something pass, ends it or brings it back."""
    times = [nudges.hushed_until]
    times += [one.at + THRESHOLDS.dominant_cooldown_ms for one in nudges.withheld]
    times += [one.at + THRESHOLDS.quiet_cooldown_ms for one in nudges.withheld]
    for nudge in lately(nudges, at):
        for one in nudge.audience:
            times += [one.at_ms + nudges.thresholds.apart_ms, one.at_ms + HOUR_MS]
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
