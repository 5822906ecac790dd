"""From what was heard of people to utterances: joined, settled, told apart from backchannels."""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

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


class Spoken(Protocol):
    """A person and their utterances so far, in order."""

    who: ParticipantId
    utterances: Spans


def settles_at(start: int, end: int, runs: bool) -> int:
    """From when on an utterance counts, if it goes on (or not) as it does now."""
    if end - start >= BACKCHANNEL_MS:
        return start + BACKCHANNEL_MS
    return start + BACKCHANNEL_MS if runs else end + SETTLE_MS


def settled(people: Iterable[Spoken], now: int) -> list[Utterance]:
    """The utterances of all people that count at `now`, ordered by start (then the shorter first, then by
    person).

    The people's utterances are cut at `now`. An utterance counts when it ended 500 ms ago or is 1 s
    long already; one under 1 s that lies wholly inside one strictly longer utterance of somebody else is a
    backchannel (the longer one may still run).
    """
    out: list[Utterance] = []
    ordered = sorted((a, -b, one.who) for one in people for a, b in one.utterances)
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
