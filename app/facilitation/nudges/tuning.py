"""What a room may change of nudging, and within which bounds: a tool that nags is switched off, and what
should never speak can be switched off by its kind.
"""

from dataclasses import replace
from typing import NamedTuple

from app.facilitation.nudges.settings import HOUR_MS, MINUTE_MS, THRESHOLDS, Thresholds


class Bounds(NamedTuple):
    """The least and the most that a setting may be, and the kind whose it is (empty: of all)."""

    kind: str
    least: float
    most: float


SETTINGS: dict[str, Bounds] = {
    "quiet_least_ms": Bounds("quiet_voice", 2 * MINUTE_MS, 15 * MINUTE_MS),
    "quiet_each_ms": Bounds("quiet_voice", MINUTE_MS // 2, 3 * MINUTE_MS),
    "quiet_most_ms": Bounds("quiet_voice", 5 * MINUTE_MS, HOUR_MS // 2),
    "quiet_ratio": Bounds("quiet_voice", 0.2, 0.8),
    "dominant_talk_ms": Bounds("dominant_voice", MINUTE_MS, 8 * MINUTE_MS),
    "dominant_two": Bounds("dominant_voice", 0.55, 0.9),
    "dominant_three": Bounds("dominant_voice", 0.4, 0.9),
    "dominant_least": Bounds("dominant_voice", 0.2, 0.9),
    "long_turn_ms": Bounds("long_turn", MINUTE_MS, 15 * MINUTE_MS),
    "waiting_open_ms": Bounds("hand_waiting", MINUTE_MS, 15 * MINUTE_MS),
    "waiting_queue_ms": Bounds("hand_waiting", 2 * MINUTE_MS, HOUR_MS),
    "cut_off_times": Bounds("interrupted", 2, 12),
    "group_ratio": Bounds("group_unheard", 0.2, 0.8),
    "dead_air_ms": Bounds("dead_air", 10_000, 5 * MINUTE_MS),
    "pushing_times": Bounds("pushing", 2, 6),
    "item_grace_ms": Bounds("agenda_over", 0, 15 * MINUTE_MS),
    "chair_share": Bounds("chair_talk", 0.1, 0.9),
    "break_ms": Bounds("break_due", 20 * MINUTE_MS, 3 * HOUR_MS),
    "break_supported_ms": Bounds("break_due", 15 * MINUTE_MS, HOUR_MS),
    "facilitators_an_hour": Bounds("", 1, THRESHOLDS.facilitators_an_hour),
    "apart_ms": Bounds("", THRESHOLDS.apart_ms, 15 * MINUTE_MS),
}
"""The dose can only be made smaller."""


def tuned(thresholds: Thresholds, name: str, value: float) -> Thresholds:
    """The thresholds with one of them changed; whole numbers stay whole."""
    if name not in SETTINGS:
        return thresholds
    whole = isinstance(getattr(thresholds, name), int)
    changed = {name: round(value) if whole else value}
    return replace(thresholds, **changed)  # type: ignore[arg-type]  # its names are those of SETTINGS
