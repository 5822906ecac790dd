"""From what was heard of people to utterances: joined, settled, told apart from backchannels."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from app.facilitation.ids import ParticipantId
from app.facilitation.speech.definitions import BACKCHANNEL_MS, SETTLE_MS, TIE_MS
from app.facilitation.speech.spans import Spans


class Utterance(NamedTuple):
    """One stretch of a person's speech. Its end is that of the raw speech so far; it may still go on."""

    start: int
    tie_ms: int
    """Its length up to TIE_MS: who begin in the same millisecond are ordered by it, the shorter first."""
    who: ParticipantId
    end: int
    backchannel: bool


def settles_at(start: int, end: int, runs: bool) -> int:
    """From when on an utterance counts, if it goes on (or not) as it does now."""
    if end - start >= BACKCHANNEL_MS:
        return start + BACKCHANNEL_MS
    return start + BACKCHANNEL_MS if runs else end + SETTLE_MS


def settled(spans: Mapping[ParticipantId, Spans], now: int) -> list[Utterance]:
    """The utterances of all people that count at `now`, ordered by start (then the shorter first, then by
    person).

    `spans` are the utterances by person, cut at `now`. An utterance counts when it ended 500 ms ago or is 1 s
    long already; one under 1 s that lies wholly inside one strictly longer utterance of somebody else is a
    backchannel (the longer one may still run).
    """
    out: list[Utterance] = []
    if len(spans) == 1:
        ((who, own),) = spans.items()
        return [
            Utterance(a, min(b - a, TIE_MS), who, b, False)
            for a, b in own
            if now - b >= SETTLE_MS or b - a >= BACKCHANNEL_MS
        ]
    ordered = sorted((a, -b, who) for who, own in spans.items() for a, b in own)
    around: list[tuple[int, int, ParticipantId]] = []
    for start, minus_end, who in ordered:
        end = -minus_end
        short = end - start < BACKCHANNEL_MS
        if around:
            around = [other for other in around if other[1] > start]
        if not short or now - end >= SETTLE_MS:
            backchannel = short and _inside(start, end, who, around)
            out.append(Utterance(start, min(end - start, TIE_MS), who, end, backchannel))
        around.append((start, end, who))
    out.sort()
    return out


def _inside(
    start: int, end: int, who: ParticipantId, around: Iterable[tuple[int, int, ParticipantId]]
) -> bool:
    return any(
        other_end >= end and other != who and other_end - other_start > end - start
        for other_start, other_end, other in around
    )
