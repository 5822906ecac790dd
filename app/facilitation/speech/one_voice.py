"""Devices in one place hear one voice: it is given to the person whose device hears it loudest, or first.

Where devices are near each other a voice reaches several of them, and each takes it for its own person's. Two
stretches of two people's devices that overlap are compared. If they begin together they are one voice, and it
is its whose device hears it louder (if equal: earlier). If not, the quieter one is the other's voice where it
is quieter by a step of the level or more; else both people talk. What is taken for another's voice counts as
nothing for its device's person while the other is heard, and for a moment around that: devices notice an end
at different moments.

Only stretches that came with a level take part: those of devices whose people said that others are near.
"""

from collections.abc import Mapping
from operator import itemgetter
from typing import NamedTuple, Protocol

from app.facilitation.ids import ParticipantId
from app.facilitation.speech.appended import Appended
from app.facilitation.speech.definitions import ALWAYS
from app.facilitation.speech.sources import Source
from app.facilitation.speech.spans import Span, Spans, normal

TOGETHER_MS = 300
"""Stretches that begin within this time are one voice."""
AROUND_MS = 300
"""For so long before and after a voice is heard on its own device, others may hear it on theirs."""
QUIETER_DB = 3
"""By so much or more another's voice is quieter on a device than on its own."""


class Aired(NamedTuple):
    """A stretch that a device heard where others are near, and how loud it was."""

    end: int
    start: int
    who: ParticipantId
    level: int


_END = itemgetter(0)

NOTHING_AIRED: Appended[Aired] = Appended.of()


class Hears(Protocol):
    """A source that hears somebody now."""

    @property
    def since_at(self) -> int: ...
    @property
    def level(self) -> int | None: ...


def over(
    aired: Appended[Aired], who: ParticipantId, heard: Hears, at: int, level: int | None
) -> tuple[Appended[Aired], int]:
    """With what was heard of somebody until `at`, and from when on that it is over changes anything. `level`:
    of all of it, if that is known by now."""
    if heard.level is None:
        return aired, at
    one = Aired(at, heard.since_at, who, heard.level if level is None else level)
    in_order = not len(aired) or aired[-1] <= one
    aired = aired.append(one) if in_order else Appended.of(sorted((*aired, one)))
    return aired, (at if one.level == heard.level else one.start) - AROUND_MS


def copies(
    aired: Appended[Aired], running: Mapping[tuple[ParticipantId, Source], Hears], start: int
) -> dict[ParticipantId, Spans]:
    """When, from `start` on, what a person's device hears is somebody else's voice."""
    near = aired.slice(aired.up_to(start - AROUND_MS, _END)) if len(aired) else []
    for (who, _), hears in running.items():
        if hears.level is not None:
            near.append(Aired(ALWAYS, hears.since_at, who, hears.level))
    if len(near) < 2:
        return {}
    found: dict[ParticipantId, list[Span]] = {}
    around: list[Aired] = []
    for one in sorted(near, key=itemgetter(1, 2)):
        around = [other for other in around if other.end > one.start]
        for other in around:
            if other.who != one.who:
                _compare(other, one, found)
        around.append(one)
    return {who: normal(spans) for who, spans in found.items()}


def _compare(earlier: Aired, later: Aired, found: dict[ParticipantId, list[Span]]) -> None:
    louder_by = later.level - earlier.level
    if later.start - earlier.start <= TOGETHER_MS or abs(louder_by) >= QUIETER_DB:
        voice, copy = (later, earlier) if louder_by > 0 else (earlier, later)
    else:
        return
    first, last = max(copy.start, voice.start - AROUND_MS), min(copy.end, voice.end + AROUND_MS)
    found.setdefault(copy.who, []).append((first, last))
