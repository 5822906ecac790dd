"""The one sweep: from a checkpoint over everything said since, up to a moment, as things are known at `now`.

It is what moves the checkpoint (then `until` lies seven seconds before `now`) and what makes figures at `now`
(then both are the same), so both follow the same definitions by construction. Only people whose facts touch
the stretch are looked at; everybody else's sums move with the room's.
"""

from collections.abc import Mapping
from typing import NamedTuple

from app.facilitation.ids import ParticipantId
from app.facilitation.speech.checkpoint import (
    NO_TALLY,
    UNHEARD,
    Checkpoint,
    Moment,
    Settled,
    Stay,
    Talk,
    Tally,
)
from app.facilitation.speech.definitions import DUE_SCALE, JOIN_GAP_MS
from app.facilitation.speech.facts import NOBODY, Person, Running, heard
from app.facilitation.speech.sources import Source
from app.facilitation.speech.spans import Span, Spans, clipped, common, joined, union
from app.facilitation.speech.switch import Switch
from app.facilitation.speech.utterances import settled


class Facts(NamedTuple):
    """What the sweep reads."""

    active: Switch
    everybody: tuple[Switch, ...]
    people: Mapping[ParticipantId, Person]
    running: Mapping[tuple[ParticipantId, Source], Running]
    room_changed_at: int
    """The last change of `active` or `everybody`."""


class Went(NamedTuple):
    """One person in the stretch: their sums at its end, and what is new on their timeline."""

    tally: Tally
    since: int | None
    talk: list[Talk]
    stays: list[Stay]
    turns: list[int]
    backchannels: list[Span]


class Stretch(NamedTuple):
    """What the sweep found."""

    room: Moment
    moments: list[Moment]
    last_speaker: ParticipantId | None
    changes: list[int]
    people: dict[ParticipantId, Went]
    """Those whom the stretch touches."""


def touched(facts: Facts, start: int) -> dict[ParticipantId, Person]:
    """Everybody of whom something changes at `start` or later, or is heard now."""
    people = facts.people
    if facts.room_changed_at >= start:
        found = dict(people)
    else:
        found = {who: person for who, person in people.items() if person.changed_at >= start}
    for who, _ in facts.running:
        if who not in found:
            found[who] = people.get(who, NOBODY)
    return found


def sweep(facts: Facts, base: Checkpoint, until: int, now: int) -> Stretch:
    """The stretch from the checkpoint to `until`, classified by what is known at `now` (`base.room.at <=
    until <= now`)."""
    start = base.room.at
    if until <= start:
        return Stretch(base.room, [], base.last_speaker, [], {})
    known = base.people
    people = touched(facts, start)
    active = facts.active.within(start, now)
    always_active = active == ((start, now),)

    utterances: dict[ParticipantId, Spans] = {}
    covered: dict[ParticipantId, Spans] = {}
    for who, person in people.items():
        speech, covered[who] = heard(who, person, facts.everybody, facts.running, start, now)
        if not always_active:
            speech = common(speech, active)
        since = known[who].since if who in known else None
        if since is not None:
            speech = ((since, start), *speech)
        if speech:
            utterances[who] = joined(speech, JOIN_GAP_MS)

    talk: dict[ParticipantId, list[Span]] = {}
    turns: dict[ParticipantId, list[int]] = {}
    backchannels: dict[ParticipantId, list[Span]] = {}
    changes: list[int] = []
    last_speaker = base.last_speaker
    for begun, _, who, end, backchannel in settled(utterances, now) if utterances else ():
        if begun >= until:
            break
        if backchannel:
            if begun >= start:
                backchannels.setdefault(who, []).append((begun, end))
            continue
        if end > start:
            talk.setdefault(who, []).append((max(begun, start), min(end, until)))
        if begun >= start and who != last_speaker:
            turns.setdefault(who, []).append(begun)
            if last_speaker is not None:
                changes.append(begun)
            last_speaker = who

    if not always_active:
        talk = {who: list(common(tuple(spans), active)) for who, spans in talk.items()}
    active = clipped(active, start, until)

    steps: dict[int, list[int]] = {}
    counted: dict[ParticipantId, Spans] = {}
    counting: dict[ParticipantId, list[tuple[int, int, bool]]] = {}
    for who, person in people.items():
        tally = known[who].tally if who in known else NO_TALLY
        own = tuple(talk.get(who, ()))
        counted[who] = _counted(person, covered[who], own, active, start, until)
        counting[who] = _by_role(person, own, start, until)
        _edges(steps, 0, counted[who], tally.counted, start, until)
        _edges(
            steps, 1, [(a, b) for a, b, counts in counting[who] if counts], tally.talking_counts, start, until
        )

    room, moments, due = _room(base.room, steps, active, until)
    went: dict[ParticipantId, Went] = {}
    for who in people:
        went[who] = _went(
            known.get(who, UNHEARD),
            counted[who],
            counting[who],
            turns.get(who, []),
            backchannels.get(who, []),
            next((a for a, b in reversed(utterances.get(who, ())) if a < until < b), None),
            due,
            start,
            until,
        )
    return Stretch(room, moments, last_speaker, changes, went)


def _counted(person: Person, covered: Spans, talk: Spans, active: Spans, start: int, until: int) -> Spans:
    """When a person is counted: their role counts, the session is under way, and they talk, or are here and
    covered."""
    counts = person.counts.within(start, until)
    if not counts or not active:
        return ()
    here = union(common(person.present.within(start, until), clipped(covered, start, until)), talk)
    return common(common(counts, active), here)


def _by_role(person: Person, talk: Spans, start: int, until: int) -> list[tuple[int, int, bool]]:
    """Talk cut where the person's role begins or ceases to count."""
    if not talk:
        return []
    counts = person.counts.within(start, until)
    if counts == ((start, until),):
        return [(a, b, True) for a, b in talk]
    pieces: list[tuple[int, int, bool]] = []
    for a, b in talk:
        at = a
        for x, y in clipped(counts, a, b):
            if at < x:
                pieces.append((at, x, False))
            pieces.append((x, y, True))
            at = y
        if at < b:
            pieces.append((at, b, False))
    return pieces


def _edges(
    steps: dict[int, list[int]],
    which: int,
    spans: Spans | list[Span],
    was: bool,
    start: int,
    until: int,
) -> None:
    """Add what spans change in a count (0: n, 1: k) at each moment; `was` is whether it held before
    `start`."""
    if was and not (spans and spans[0][0] == start):
        steps.setdefault(start, [0, 0])[which] -= 1
    for a, b in spans:
        if a > start or not was:
            steps.setdefault(a, [0, 0])[which] += 1
        if b < until:
            steps.setdefault(b, [0, 0])[which] -= 1


def _room(
    base: Moment, steps: dict[int, list[int]], active: Spans, until: int
) -> tuple[Moment, list[Moment], dict[int, int]]:
    """Run through all changes: the room at the end, at each change, and its running fair share at each moment
    of change."""
    at, on, n, k, talk_ms, due, overlap_ms, silence_ms, active_ms = base
    moments: list[Moment] = []
    due_at = {at: due}
    toggles: dict[int, bool] = {}
    if not (len(active) == 1 and active[0] == (at, until) and on):
        if on and not (active and active[0][0] == at):
            toggles[at] = False
        for a, b in active:
            if a > at or not on:
                toggles[a] = True
            if b < until:
                toggles[b] = False
    for moment in sorted({*steps, *toggles}) if toggles else sorted(steps):
        elapsed = moment - at
        if elapsed:
            if on:
                active_ms += elapsed
                if k:
                    talk_ms += k * elapsed
                    due += k * elapsed * (DUE_SCALE // n)
                    if k >= 2:
                        overlap_ms += elapsed
                else:
                    silence_ms += elapsed
            at = moment
        due_at[moment] = due
        more_n, more_k = steps.get(moment, (0, 0))
        if not (more_n or more_k or moment in toggles):
            continue
        n += more_n
        k += more_k
        on = toggles.get(moment, on)
        moments.append(Moment(at, on, n, k, talk_ms, due, overlap_ms, silence_ms, active_ms))
    room = Moment(at, on, n, k, talk_ms, due, overlap_ms, silence_ms, active_ms).until(until)
    due_at[until] = room.due
    return room, moments, due_at


def _went(
    known: Settled,
    counted: Spans,
    talk: list[tuple[int, int, bool]],
    turns: list[int],
    backchannels: list[Span],
    since: int | None,
    due_at: dict[int, int],
    start: int,
    until: int,
) -> Went:
    """Carry one person's sums through the stretch."""
    was = known.tally
    due = was.due_offset + due_at[start] if was.counted else was.due_offset
    clock = was.clock_offset + start if was.counted else was.clock_offset

    pieces: list[Talk] = []
    talk_ms, counted_talk_ms = was.talk_ms, was.counted_talk_ms
    quiet_from_ms, longest_quiet_ms = was.quiet_from_ms, was.longest_quiet_ms
    upcoming, before = 0, clock
    for begun, end, counts in talk:
        while upcoming < len(counted) and counted[upcoming][1] <= begun:
            before += counted[upcoming][1] - counted[upcoming][0]
            upcoming += 1
        begun_clock = before
        if upcoming < len(counted) and counted[upcoming][0] < begun:
            begun_clock += begun - counted[upcoming][0]
        longest_quiet_ms = max(longest_quiet_ms, begun_clock - quiet_from_ms)
        pieces.append(Talk(begun, end, talk_ms, counted_talk_ms, counts, begun_clock))
        talk_ms += end - begun
        quiet_from_ms = begun_clock
        if counts:
            counted_talk_ms += end - begun
            quiet_from_ms += end - begun

    stays: list[Stay] = []
    is_counted, counted_from = was.counted, was.counted_from
    due_offset, clock_offset = was.due_offset, was.clock_offset
    if is_counted and not (counted and counted[0][0] == start):
        stays.append(Stay(counted_from, start, due_offset, due, clock_offset, clock))
        is_counted = False
    for a, b in counted:
        if not is_counted:
            counted_from, due_offset, clock_offset = a, due - due_at[a], clock - a
        is_counted = b == until
        if not is_counted:
            due, clock = due_offset + due_at[b], clock_offset + b
            stays.append(Stay(counted_from, b, due_offset, due, clock_offset, clock))
    if not is_counted:
        counted_from, due_offset, clock_offset = 0, due, clock
    talking = bool(talk) and talk[-1][1] == until
    tally = Tally(
        talk_ms,
        counted_talk_ms,
        is_counted,
        counted_from,
        due_offset,
        clock_offset,
        quiet_from_ms,
        longest_quiet_ms,
        talking,
        talking and talk[-1][2],
        was.turns + len(turns),
        was.backchannels + len(backchannels),
    )
    return Went(tally, since, pieces, stays, turns, backchannels)
