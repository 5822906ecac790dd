"""Reading figures from a Hearing: the checkpoint's sums, and a sweep over the little that came after it."""

from collections.abc import Collection, Container, Iterable
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from app.facilitation.ids import ParticipantId
from app.facilitation.speech.checkpoint import (
    NO_SUMS,
    NO_TALLY,
    UNHEARD,
    Checkpoint,
    Moment,
    Settled,
    Sums,
    Talk,
    sums_at,
)
from app.facilitation.speech.definitions import (
    BACKCHANNEL_MS,
    CHECKPOINT_BEHIND_MS,
    DUE_SCALE,
    MIN_EXPECTED_MS,
    TAIL_MS,
)
from app.facilitation.speech.facts import NOBODY
from app.facilitation.speech.figures import Figures, Lane, PersonFigures, Portion, Speaking, in_ms
from app.facilitation.speech.one_voice import copies
from app.facilitation.speech.past import Past, before, settled_up_to
from app.facilitation.speech.sources import BEST_FIRST, Source
from app.facilitation.speech.spans import Span, Spans, clipped, joined
from app.facilitation.speech.sweep import Stretch, courses, sweep
from app.facilitation.speech.utterances import settles_at as utterance_settles_at

if TYPE_CHECKING:
    from app.facilitation.speech.hearing import Hearing

_START = itemgetter(0)
_MIN_DUE = MIN_EXPECTED_MS * DUE_SCALE


class Cut:
    """The sums of the room and of everybody at one moment, as things are known at `now`."""

    __slots__ = ("base", "room", "stretch")

    def __init__(self, hearing: "Hearing", at: int, now: int) -> None:
        past, stretch = tail(hearing, now)
        self.base = past.checkpoint
        self.stretch: Stretch | None = None
        if at <= self.base.room.at:
            self.room: Moment = self.base.room_at(at)
        else:
            self.stretch = (
                stretch if at == now else sweep(hearing.facts, self.base, at, now, near(hearing, self.base))
            )
            self.room = self.stretch.room

    def sums(self, who: ParticipantId) -> Sums:
        """One person's sums."""
        settled = self.base.people.get(who)
        if self.stretch is None:
            return sums_at(settled, self.room) if settled is not None else NO_SUMS
        went = self.stretch.went(who)
        tally = went.tally if went is not None else settled.tally if settled is not None else NO_TALLY
        return Sums(
            tally.talk_ms,
            tally.counted_talk_ms,
            tally.due_at(self.room),
            tally.counted_ms(self.room.at),
            tally.turns,
            tally.backchannels,
        )

    def changes(self) -> int:
        """Changes of speaker before the moment."""
        if self.stretch is None:
            return self.base.changes.before(self.room.at, int)
        return len(self.base.changes) + len(self.stretch.changes)


class Tail(NamedTuple):
    """What is settled at some moment, and what came after it, as it was known at that moment."""

    past: Past
    stretch: Stretch


def near(hearing: "Hearing", base: Checkpoint) -> Collection[ParticipantId]:
    """Everybody of whom something changes after a checkpoint, and perhaps others."""
    return hearing.near if base.room.at >= hearing.past.checkpoint.room.at else hearing.facts.people


def tail(hearing: "Hearing", now: int) -> Tail:
    """What is settled at `now`, and what came after it. Remembered, for the next question and the next
    Hearing."""
    known = hearing.tails.get(now)
    if known is None:
        past = before(hearing.newest(), now)
        if now - past.checkpoint.room.at > TAIL_MS:
            who = near(hearing, past.checkpoint)
            past = settled_up_to(hearing.facts, past, now - CHECKPOINT_BEHIND_MS, who)
        base = past.checkpoint
        known = Tail(past, sweep(hearing.facts, base, now, now, near(hearing, base)))
        hearing.tails.clear()
        hearing.tails[now] = known
    return known


def figures(hearing: "Hearing", now: int, since: int | None, apart: Container[ParticipantId]) -> Figures:
    """See Hearing.figures."""
    past, stretch = tail(hearing, now)
    base = past.checkpoint
    begun = hearing.facts.begun_at(now)
    opening = Cut(hearing, min(since, now), now) if since is not None and since > begun else None
    room, opened = stretch.room, opening.room if opening is not None else None
    talk_ms = room.talk_ms - (opened.talk_ms if opened is not None else 0)
    view = _View(hearing, now)
    people: dict[ParticipantId, PersonFigures] = {}
    candidates = measured_count = 0
    for who in hearing.facts.people:
        own = people[who] = _of_person(view, who, opening, talk_ms)
        if own.candidate:
            candidates += 1
            measured_count += own.measured
    return Figures(
        since_at=begun if opening is None else opening.room.at,
        at=now,
        active_ms=room.active_ms - (opened.active_ms if opened is not None else 0),
        people=people,
        talk_ms=talk_ms,
        overlap_ms=room.overlap_ms - (opened.overlap_ms if opened is not None else 0),
        silence_ms=room.silence_ms - (opened.silence_ms if opened is not None else 0),
        changes=len(base.changes) + len(stretch.changes) - (opening.changes() if opening is not None else 0),
        measured=measured_count,
        candidates=candidates,
        apart=apart,
    )


class _View:
    """What the figures of each person are read from."""

    __slots__ = ("base", "everybody_covered", "facts", "hears", "now", "room", "went")

    def __init__(self, hearing: "Hearing", now: int) -> None:
        past, stretch = tail(hearing, now)
        self.facts = facts = hearing.facts
        self.now = now
        self.base = past.checkpoint.people
        self.room = stretch.room
        self.went = stretch.went
        self.everybody_covered = any(switch.at(now) for switch in facts.everybody)
        self.hears = {who for (who, _), running in facts.running.items() if running.since_at <= now}


def _of_person(view: _View, who: ParticipantId, opening: Cut | None, talk_ms: int) -> PersonFigures:
    """One person's figures: since the opening, or of the whole session. `talk_ms`: all counted talk in it."""
    now, person, went = view.now, view.facts.people[who], view.went(who)
    settled = view.base.get(who, UNHEARD)
    tally = went.tally if went is not None else settled.tally
    sums = NO_SUMS if opening is None else opening.sums(who)
    due = tally.due_at(view.room) - sums.due
    clock = tally.counted_ms(now)
    counted_talk_ms = tally.counted_talk_ms - sums.counted_talk_ms
    quiet_ms = clock - tally.quiet_from_ms
    if opening is None:
        longest_quiet_ms = max(tally.longest_quiet_ms, quiet_ms)
    else:
        fresh = went.talk if went is not None else []
        longest_quiet_ms = _longest_quiet(settled, fresh, opening.room.at, sums.counted_ms, clock)
    candidate = person.counts.at(now) and (tally.talking or person.present.at(now))
    measured = view.everybody_covered or tally.talking or who in view.hears or person.covered_at(now)
    return PersonFigures(
        tally.talk_ms - sums.talk_ms,
        counted_talk_ms,
        in_ms(due) if due else 0,
        counted_talk_ms * DUE_SCALE / due if due >= _MIN_DUE else None,
        counted_talk_ms / talk_ms if talk_ms else 0.0,
        tally.turns - sums.turns,
        tally.backchannels - sums.backchannels,
        quiet_ms,
        longest_quiet_ms,
        clock - sums.counted_ms,
        candidate,
        measured,
        tally.talking,
        due,
    )


def person(hearing: "Hearing", now: int, who: ParticipantId) -> PersonFigures | None:
    """See Hearing.person."""
    if who not in hearing.facts.people:
        return None
    view = _View(hearing, now)
    return _of_person(view, who, None, view.room.talk_ms)


def talked_ms(hearing: "Hearing", who: ParticipantId, since: int, now: int) -> int:
    """See Hearing.talked_ms."""
    if _silent_since(hearing, who, since, now):
        return 0
    first, last = Cut(hearing, min(since, now), now), Cut(hearing, now, now)
    return last.sums(who).talk_ms - first.sums(who).talk_ms


def _silent_since(hearing: "Hearing", who: ParticipantId, since: int, now: int) -> bool:
    """Whether it is plain without a sweep that somebody did not talk from `since` to `now`: nothing was said
    of them after the checkpoint, and nothing up to it ends later."""
    base = before(hearing.newest(), now).checkpoint
    settled = base.people.get(who, UNHEARD)
    talk = settled.talk
    return (
        settled.since is None
        and (not len(talk) or talk[-1].end <= since)
        and who not in near(hearing, base)
        and hearing.silent(who)
    )


def _longest_quiet(settled: Settled, fresh: list[Talk], since: int, clock_since: int, clock: int) -> int:
    """The longest quiet in a window: gaps of counted time between the talk in it, its first and its last
    moment."""
    talk = settled.talk
    if not fresh and (not len(talk) or talk[-1].end <= since):
        return clock - clock_since
    mark, longest = clock_since, 0
    for start, end, _, _, counts, begun in (*talk.slice(max(talk.up_to(since, _START) - 1, 0)), *fresh):
        if end <= since:
            continue
        if start > since and begun - mark > longest:
            longest = begun - mark
        mark = begun + end - start if counts else begun
    return max(longest, clock - mark)


def standings(
    hearing: "Hearing", now: int, who: Iterable[ParticipantId]
) -> dict[ParticipantId, tuple[int, int]]:
    """See Hearing.standings."""
    past, stretch = tail(hearing, now)
    base, room, touched = past.checkpoint.people, stretch.room, stretch.people
    found: dict[ParticipantId, tuple[int, int]] = {}
    for one in who:
        went = stretch.went(one) if one in touched else None
        tally = went.tally if went is not None else base.get(one, UNHEARD).tally
        found[one] = in_ms(tally.due_at(room)) - tally.counted_talk_ms, tally.turns
    return found


def between(
    hearing: "Hearing", since: int, until: int, now: int, among: Iterable[ParticipantId] | None
) -> dict[ParticipantId, Portion]:
    """See Hearing.between."""
    first, last = Cut(hearing, min(since, now), now), Cut(hearing, min(until, now), now)
    found: dict[ParticipantId, Portion] = {}
    for who in hearing.facts.people if among is None else among:
        a, b = first.sums(who), last.sums(who)
        if b.counted_ms > a.counted_ms:
            found[who] = Portion(b.counted_talk_ms - a.counted_talk_ms, in_ms(b.due - a.due))
    return found


def lanes(hearing: "Hearing", since: int, now: int) -> dict[ParticipantId, Lane]:
    """See Hearing.lanes."""
    past, stretch = tail(hearing, now)
    base = past.checkpoint
    found: dict[ParticipantId, Lane] = {}
    for who in hearing.facts.people:
        settled = base.people.get(who, UNHEARD)
        went = stretch.went(who)
        talk: list[Span] = [
            (piece.start, piece.end)
            for piece in settled.talk.slice(max(settled.talk.up_to(since, _START) - 1, 0))
        ]
        heads = settled.backchannels.slice(settled.backchannels.before(since - BACKCHANNEL_MS, _START))
        if went is not None:
            talk += [(piece.start, piece.end) for piece in went.talk]
            heads += went.backchannels
        lane = Lane(
            clipped(joined(talk, 1), since, now),
            clipped(tuple(span for span in heads if span[1] > since), since, now),
        )
        if lane.talk or lane.backchannels:
            found[who] = lane
    return found


def measured(hearing: "Hearing", who: ParticipantId, now: int) -> Source | None:
    """See Hearing.measured."""
    person = hearing.facts.people.get(who, NOBODY)
    for rank, source in enumerate(BEST_FIRST):
        running = hearing.facts.running.get((who, source))
        if (
            hearing.facts.everybody[rank].at(now)
            or person.tracks[rank].cover.at(now)
            or (running is not None and running.since_at <= now)
        ):
            return source
    return None


def speaking(hearing: "Hearing", now: int) -> tuple[Speaking, ...]:
    """See Hearing.speaking."""
    if not hearing.facts.active.at(now):
        return ()
    facts = hearing.facts
    copied = copies(facts.aired, facts.running, now)
    return tuple(
        Speaking(who, running.since_at)
        for (who, source), running in facts.running.items()
        if running.since_at <= now
        and measured(hearing, who, now) is source
        and not (source is Source.mic and any(a <= now < b for a, b in copied.get(who, ())))
    )


def settles_at(hearing: "Hearing", now: int) -> int | None:
    """See Hearing.settles_at."""
    found: int | None = None
    base = tail(hearing, now).past.checkpoint
    for course in courses(hearing.facts, base, now + 1, near(hearing, base)).values():
        if not course.utterances:
            continue
        begun, end = course.utterances[-1]
        at = utterance_settles_at(begun, min(end, now), end > now)
        if begun < now < at and (found is None or at < found):
            found = at
    return found


def window_start(hearing: "Hearing", now: int, length_ms: int) -> int:
    """See Hearing.window_start."""
    spans, since = hearing.facts.active
    left, at = length_ms, now
    runs: Spans = ((since, now),) if since is not None and since < now else ()
    for start, end in reversed((*spans, *runs)):
        if start >= now:
            continue
        length = min(end, now) - start
        if length >= left:
            return min(end, now) - left
        left -= length
        at = start
    return at
