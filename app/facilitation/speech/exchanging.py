"""How people take the floor from each other where anyone may speak: who talks alone and for how long, and who
was cut off by whom. Each reads settled talk; backchannels break nothing.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from app.facilitation.ids import ParticipantId
from app.facilitation.speech.checkpoint import UNHEARD
from app.facilitation.speech.course import Went
from app.facilitation.speech.definitions import BACKCHANNEL_MS, NEVER
from app.facilitation.speech.reading import Cut, tail

if TYPE_CHECKING:
    from app.facilitation.speech.checkpoint import Settled, Talk
    from app.facilitation.speech.hearing import Hearing


class Alone(NamedTuple):
    """Somebody talks, and nobody else does."""

    who: ParticipantId
    since_at: int
    """Since when nobody else's talk, nor a longer gap, broke it."""
    until_at: int
    """Up to when it is settled that they talked."""


class CutOff(NamedTuple):
    """What is called cutting off, times in ms. B starts when A has talked for `into_ms`, A stops within
    `within_ms`, B goes on for `on_ms` from then, and A is silent for `silent_ms`.

    No timing definition is agreed on; this one is found 19 times an hour in 12 meetings of the AMI corpus, a
    looser one (a second in, within 2 s) 102 times.
    """

    into_ms: int
    within_ms: int
    on_ms: int
    silent_ms: int


def _last_end(settled: "Settled", went: Went | None) -> int:
    if went is not None and went.talk:
        return went.talk[-1].end
    talk = settled.talk
    return talk[-1].end if len(talk) else NEVER


def alone(hearing: "Hearing", now: int, gap_ms: int) -> Alone | None:
    """See Hearing.alone."""
    past, stretch = tail(hearing, now)
    return alone_at(hearing.facts.people, past.checkpoint.people, stretch.went, now, gap_ms)


def alone_at(
    everybody: Iterable[ParticipantId],
    base: "Mapping[ParticipantId, Settled]",
    fresh: Callable[[ParticipantId], Went | None],
    now: int,
    gap_ms: int,
) -> Alone | None:
    """The same, from a checkpoint and what came after it."""
    last: ParticipantId | None = None
    last_at = others_at = NEVER
    for who in everybody:
        end = _last_end(base.get(who, UNHEARD), fresh(who))
        if end > last_at:
            last, last_at, others_at = who, end, last_at
        elif end > others_at:
            others_at = end
    if last is None or now - last_at > gap_ms or others_at == last_at:
        return None
    since_at = last_at
    for piece in _newest_first(base.get(last, UNHEARD), fresh(last)):
        if since_at - piece.end > gap_ms or since_at <= others_at:
            break
        since_at = piece.start
    return Alone(last, max(since_at, others_at), last_at)


def _newest_first(settled: "Settled", went: Went | None) -> "Iterator[Talk]":
    if went is not None:
        yield from reversed(went.talk)
    talk = settled.talk
    for index in range(len(talk) - 1, -1, -1):
        yield talk[index]


def cut_off(
    hearing: "Hearing", since: int, now: int, cut: CutOff
) -> dict[ParticipantId, list[tuple[int, ParticipantId]]]:
    """See Hearing.cut_off."""
    lanes = hearing.lanes(since - cut.into_ms, now)
    starts = sorted((start, end, who) for who, lane in lanes.items() for start, end in lane.talk)
    found: dict[ParticipantId, list[tuple[int, ParticipantId]]] = {}
    for who, lane in lanes.items():
        for index, (start, stopped_at) in enumerate(lane.talk):
            # Whoever has come back less than a second ago is not settled yet.
            back_at = lane.talk[index + 1][0] if index + 1 < len(lane.talk) else now - BACKCHANNEL_MS
            if stopped_at < since or back_at - stopped_at < cut.silent_ms:
                continue
            first = bisect_left(starts, (max(start + cut.into_ms, stopped_at - cut.within_ms),))
            for begun, end, by in starts[first:]:
                if begun >= stopped_at:
                    break
                if by != who and end - stopped_at >= cut.on_ms:
                    found.setdefault(who, []).append((stopped_at, by))
                    break
    return found


def all_talk(
    hearing: "Hearing", since: int, now: int, among: Iterable[ParticipantId] | None
) -> dict[ParticipantId, int]:
    """See Hearing.all_talk."""
    first, last = Cut(hearing, min(since, now), now), Cut(hearing, now, now)
    found: dict[ParticipantId, int] = {}
    for who in hearing.facts.people if among is None else among:
        talk_ms = last.sums(who).talk_ms - first.sums(who).talk_ms
        if talk_ms:
            found[who] = talk_ms
    return found
