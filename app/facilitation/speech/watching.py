"""What nudging reads again and again: who is quiet, who talks much, and how soon either could come to be.

Each is a loop over people that reads as little as it can; what it says is what `figures` says.
"""

from collections.abc import Iterable
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from app.facilitation.ids import ParticipantId
from app.facilitation.speech.checkpoint import NO_SUMS, UNHEARD, Checkpoint, Settled, Sums, sums_at
from app.facilitation.speech.course import Course
from app.facilitation.speech.definitions import DUE_SCALE, JOIN_GAP_MS, NEVER
from app.facilitation.speech.exchanging import Alone, alone_at
from app.facilitation.speech.facts import EMPTY_TRACK
from app.facilitation.speech.figures import in_ms
from app.facilitation.speech.ground import Standing
from app.facilitation.speech.past import before
from app.facilitation.speech.reading import Cut, near, tail
from app.facilitation.speech.sources import RANK, Source
from app.facilitation.speech.sweep import Stretch

if TYPE_CHECKING:
    from app.facilitation.speech.hearing import Hearing

_START = itemgetter(0)


def _steady(hearing: "Hearing", stretch: Stretch, now: int) -> bool:
    """Whether who counts at `now` depends on nothing but the ground."""
    people, ground = hearing.facts.people, hearing.ground
    if now <= ground.at:
        return False
    covered = ground.everybody_covered
    return all(people[who].counts_anyway(covered) for who in stretch.people)


def _steady_unswept(hearing: "Hearing", now: int) -> bool:
    """Whether that is plain without a sweep: it holds of everybody whom one could touch."""
    facts, ground, base = hearing.facts, hearing.ground, before(hearing.newest(), now).checkpoint
    if now <= ground.at or facts.room_changed_at >= base.room.at:
        return False
    people, covered = facts.people, ground.everybody_covered
    return all(people[who].counts_anyway(covered) for who in near(hearing, base)) and all(
        people[who].counts_anyway(covered) for who, _ in facts.running
    )


def _untouched(hearing: "Hearing", base: Checkpoint, who: ParticipantId) -> bool:
    """Whether it is plain without a sweep that a person's sums only moved on with the room's since a
    checkpoint: they did not talk across it, and nothing was said of them or of all after it."""
    settled = base.people.get(who, UNHEARD)
    return (
        settled.since is None
        and not settled.tally.talking
        and who not in near(hearing, base)
        and hearing.facts.room_changed_at < base.room.at
        and hearing.silent(who)
    )


def counted(hearing: "Hearing", now: int, who: ParticipantId) -> bool:
    """See Hearing.counted."""
    facts = hearing.facts
    if now not in hearing.tails and _untouched(hearing, before(hearing.newest(), now).checkpoint, who):
        person = facts.people.get(who)
        return (
            person is not None
            and person.counts.at(now)
            and person.present.at(now)
            and (any(switch.at(now) for switch in facts.everybody) or person.covered_at(now))
        )
    own = hearing.person(now, who)
    return own is not None and own.counted


def standing(hearing: "Hearing", now: int) -> Standing:
    """See Hearing.standing."""
    if _steady_unswept(hearing, now) or _steady(hearing, tail(hearing, now).stretch, now):
        return hearing.ground.standing(hearing.facts.people.values())
    figures = hearing.figures(now)
    return Standing(figures.candidates, figures.measured)


class Quiet(NamedTuple):
    """Somebody who has not talked for a while, by the names and meanings of `PersonFigures`."""

    quiet_ms: int
    counted_talk_ms: int
    expected_ms: int


def grown_quiet(
    hearing: "Hearing", now: int, least_ms: int, new_ms: int, among: Iterable[ParticipantId]
) -> list[ParticipantId]:
    """See Hearing.grown_quiet."""
    known = hearing.tails.get(now)
    settled = (known.past if known is not None else before(hearing.newest(), now)).checkpoint
    found = []
    for who in among:
        # Most looks are made for one or two people of whom nothing was said for long.
        if known is None and not _untouched(hearing, settled, who):
            known = tail(hearing, now)
            settled = known.past.checkpoint
        went = known.stretch.went(who) if known is not None and who in known.stretch.people else None
        tally = went.tally if went is not None else settled.people.get(who, UNHEARD).tally
        if least_ms <= tally.counted_ms(now) - tally.quiet_from_ms < least_ms + new_ms:
            found.append(who)
    return found


def quiet_for(hearing: "Hearing", now: int, least_ms: int, ratio: float) -> dict[ParticipantId, Quiet]:
    """See Hearing.quiet_for."""
    past, stretch = tail(hearing, now)
    base, room, touched = past.checkpoint.people, stretch.room, stretch.people
    # Nobody is due more than who was counted all the time. A fair share is rounded to whole ms, so that it is
    # less than one more.
    enough_ms = ratio * (room.due / DUE_SCALE + 1)
    found: dict[ParticipantId, Quiet] = {}
    for who in hearing.facts.people:
        went = stretch.went(who) if who in touched else None
        tally = went.tally if went is not None else base.get(who, UNHEARD).tally
        quiet_ms = tally.clock_offset - tally.quiet_from_ms
        if tally.counted:
            quiet_ms += now
        if quiet_ms < least_ms:
            continue
        talk_ms = tally.counted_talk_ms
        if talk_ms < enough_ms:
            due = tally.due_at(room)
            if talk_ms < ratio * (due / DUE_SCALE + 1):
                found[who] = Quiet(quiet_ms, talk_ms, in_ms(due) if due else 0)
    return found


def talked_over(hearing: "Hearing", since: int, now: int, least_ms: int) -> list[ParticipantId]:
    """See Hearing.talked_over."""
    past, stretch = tail(hearing, now)
    base, touched = past.checkpoint.people, stretch.people
    settled_at = past.checkpoint.room.at
    first = Cut(hearing, min(since, now), now) if since > settled_at else None
    found = []
    for who in hearing.facts.people:
        settled = base.get(who, UNHEARD)
        went = stretch.went(who) if who in touched else None
        tally = went.tally if went is not None else settled.tally
        talk_ms = tally.counted_talk_ms
        if talk_ms <= least_ms or tally.counted_ms(now) - tally.quiet_from_ms >= now - since:
            # Whoever was quiet all the time has not talked in it: counted time is never longer than time.
            continue
        before_ms = first.sums(who).counted_talk_ms if first is not None else _counted_talk_ms(settled, since)
        if talk_ms - before_ms > least_ms:
            found.append(who)
    return found


class Prospect(NamedTuple):
    """One counted person, as far as it is certain."""

    participant: ParticipantId
    quiet_ms: int
    """Their quiet if nothing counts that they said since the settled moment: more it cannot be."""
    talk_ms: int
    """Their settled talk that counts."""
    due: int
    """Their settled fair share in units of 1/DUE_SCALE ms."""
    silent: bool
    """Whether they were not heard since the settled moment: their quiet is what it seems."""

    @property
    def expected_ms(self) -> int:
        """Their settled fair share, rounded half up: only asked for while somebody may hear of it."""
        return in_ms(self.due) if self.due else 0


class Prospects(NamedTuple):
    """From what is settled at `settled_at`: figures that live speech can only move one way.

    All of it holds while the Hearing's `ground` is the same.
    """

    settled_at: int
    steady: bool
    """Whether all counted people count by presence and coverage alone. If not, nothing else here bounds
    anything."""
    fewest: int
    """So many people were counted at every moment since the settled one, or one."""
    fresh_ms: int
    """At most this much talk of all has come since; from here on `Hearing.most_talk_ms` grows with it."""
    people: list[Prospect]
    """Everybody who is counted now."""
    checkpoint: Checkpoint

    def talk_since_ms(self, who: ParticipantId, since: int) -> int:
        """A person's settled talk that counts, from `since` on."""
        settled = self.checkpoint.people.get(who, UNHEARD)
        return settled.tally.counted_talk_ms - _counted_talk_ms(settled, since)

    def alone(self, gap_ms: int) -> Alone | None:
        """Who talked without another's talk at the settled moment, and since when."""
        known = self.checkpoint.people
        return alone_at(known, known, _nothing_new, self.settled_at, gap_ms)

    def sums_since(self, who: ParticipantId, since: int) -> Sums:
        """A person's settled sums from `since` on, counted or not."""
        settled, room = self.checkpoint.people.get(who, UNHEARD), self.checkpoint.room
        now = sums_at(settled, room)
        if since >= room.at:
            return NO_SUMS
        then = sums_at(settled, self.checkpoint.room_at(since))
        return Sums(*(a - b for a, b in zip(now, then, strict=True)))

    def room_talk_ms(self, since: int, until: int) -> int:
        """All settled talk that counts, in a span."""
        room = self.checkpoint.room
        last = room if until >= room.at else self.checkpoint.room_at(until)
        return last.talk_ms - self.checkpoint.room_at(since).talk_ms if since < last.at else 0


def _nothing_new(_: ParticipantId) -> None:
    """Nobody's way after the settled moment."""


def _counted_talk_ms(settled: Settled, at: int) -> int:
    """A person's counted talk before a settled moment."""
    talk = settled.talk
    if not len(talk) or talk[-1].end <= at:
        return settled.tally.counted_talk_ms
    index = talk.up_to(at, _START)
    if not index:
        return 0
    piece = talk[index - 1]
    return piece.counted_before_ms + (min(piece.end, at) - piece.start if piece.counts else 0)


def prospects(hearing: "Hearing", now: int) -> Prospects:
    """See Hearing.prospects."""
    past, stretch = tail(hearing, now)
    base = past.checkpoint
    settled_at, known = base.room.at, base.people
    steady = settled_at != NEVER and _steady(hearing, stretch, now)
    if not steady:
        return Prospects(settled_at, False, 1, 0, [], base)
    room_due, touched = base.room.due, stretch.people
    people = []
    for who in hearing.facts.people:
        tally = known.get(who, UNHEARD).tally
        went = stretch.went(who) if who in touched else None
        last = tally if went is None else went.tally
        if last.counted:
            people.append(
                Prospect(
                    who,
                    last.clock_offset + now - tally.quiet_from_ms,
                    tally.counted_talk_ms,
                    tally.due_offset + room_due if tally.counted else tally.due_offset,
                    went is None or _unheard(hearing, stretch.people[who], settled_at, now),
                )
            )
    fewest = max(1, min((base.room.n, stretch.room.n, *(moment.n for moment in stretch.moments))))
    return Prospects(settled_at, True, fewest, _fresh_ms(hearing, base, now), people, base)


def _unheard(hearing: "Hearing", course: Course, since: int, now: int) -> bool:
    """Whether nothing counts as heard of somebody from `since` on, nor will while nothing more is said of
    them: which microphone's voice was another's is known for certain only later."""
    microphone = course.person.tracks[RANK[Source.mic]]
    return not course.utterances and hearing.silent(course.who) and not microphone.spoken_within(since, now)


def _fresh_ms(hearing: "Hearing", base: Checkpoint, now: int) -> int:
    """All that sources heard since the checkpoint, with the gaps that may be joined."""
    settled_at, people, running = base.room.at, hearing.facts.people, hearing.facts.running
    told = sum(now - max(one.since_at, settled_at) + JOIN_GAP_MS for one in running.values())
    for who in dict.fromkeys((*near(hearing, base), *(who for who, _ in running))):
        for track in people[who].tracks:
            if track is not EMPTY_TRACK:
                told += sum(b - a + JOIN_GAP_MS for a, b in track.spoken_within(settled_at, now))
    return told
