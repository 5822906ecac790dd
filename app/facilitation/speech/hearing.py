"""Everything that was said about who is here and who speaks in a session, as one immutable value."""

from collections.abc import Container, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from app.facilitation.ids import CorrectionId, ParticipantId
from app.facilitation.speech import exchanging, reading, watching
from app.facilitation.speech.appended import Appended
from app.facilitation.speech.crossing import NOT_CROSSED, Crossed, crosses
from app.facilitation.speech.definitions import (
    ALWAYS,
    CHECKPOINT_BEHIND_MS,
    JOIN_GAP_MS,
    NEVER,
    STRIDE_MS,
)
from app.facilitation.speech.exchanging import Alone, CutOff
from app.facilitation.speech.facts import NOBODY, NOTHING_SAID, Correction, Facts, Person, Running, Track
from app.facilitation.speech.figures import Figures, Lane, PersonFigures, Portion, Speaking
from app.facilitation.speech.ground import Ground, Standing
from app.facilitation.speech.one_voice import AROUND_MS, Aired, over
from app.facilitation.speech.past import NOTHING_SETTLED, Past, before, settled_up_to
from app.facilitation.speech.reading import Tail
from app.facilitation.speech.said import with_spoken, without_correction
from app.facilitation.speech.sources import RANK, Source
from app.facilitation.speech.spans import Span
from app.facilitation.speech.switch import OFF, Switch
from app.facilitation.speech.watching import Prospects, Quiet

NO_GROUND = Ground(NEVER, everybody_covered=False)


class Hearing:
    """The facts of presence and speech so far, and a checkpoint of what is settled of them.

    Every method that says something returns a new Hearing and leaves this one as it was. All `at` are ms of
    the session's clock and may lie in the past. Two are equal when their facts are; all else is a cache of
    them.
    """

    __slots__ = ("crossed", "facts", "ground", "heard_until", "near", "past", "tails", "told_ms")

    def __init__(
        self,
        facts: Facts = NOTHING_SAID,
        past: Past = NOTHING_SETTLED,
        ground: Ground = NO_GROUND,
        near: Mapping[ParticipantId, None] = MappingProxyType({}),
        told_ms: int = 0,
        heard_until: int = NEVER,
        crossed: Crossed = NOT_CROSSED,
    ) -> None:
        self.facts: Final = facts
        self.past: Final = past
        """What is settled, up to a checkpoint."""
        self.tails: Final[dict[int, Tail]] = {}
        """What came after the checkpoint, as last asked for."""
        self.ground: Final = ground
        """What stands however people talk on; see there for what makes a new one."""
        self.near: Final = near
        """Everybody of whom something changes after the checkpoint of `past` (and perhaps others), so that a
        sweep need not look at all. Made anew when `past` goes back, thinned out when it goes on."""
        self.told_ms: Final = told_ms
        """Length of all speech that is over, each stretch of each source with the longest gap that could join
        it to the next: at least the talk that can come of it."""
        self.heard_until: Final = heard_until
        """Up to when a source heard somebody, as far as that is over."""
        self.crossed: Final = crossed
        """How often somebody may have begun while another spoke: a bound, for who looks for interruptions."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hearing) and self.facts == other.facts

    def __hash__(self) -> int:
        return hash((self.facts.active, self.facts.room_changed_at))

    def __repr__(self) -> str:
        return f"Hearing({self.facts!r})"

    # ---- the session

    def begin(self, at: int) -> "Hearing":
        """The session opens: from now on people are counted."""
        return self._room(at, self.facts.active.set(at, True), self.facts.everybody)

    def suspend(self, at: int, on: bool) -> "Hearing":
        """The session ends or pauses (`on`), or goes on: nothing is counted meanwhile and balance stands."""
        return self._room(at, self.facts.active.set(at, not on), self.facts.everybody)

    def cover_everybody(self, source: Source, at: int, on: bool) -> "Hearing":
        """A source listens to all people, whoever comes, or no longer does."""
        rank, switches = RANK[source], self.facts.everybody
        changed = (*switches[:rank], switches[rank].set(at, on), *switches[rank + 1 :])
        return self._room(at, self.facts.active, changed)

    def floor_covers_all(self, at: int, on: bool) -> "Hearing":
        """In the modes with turns the turn itself says who speaks, so that everybody is measured."""
        return self.cover_everybody(Source.floor, at, on)

    # ---- people

    def counts(self, who: ParticipantId, at: int, on: bool) -> "Hearing":
        """From `at` on the person's role is one that has a share (`on`), or one that is heard without being
        counted."""
        person = self.facts.people.get(who, NOBODY)
        changed = person._replace(counts=person.counts.set(at, on), changed_at=max(at, person.changed_at))
        return self._person(who, changed, at)

    def present(self, who: ParticipantId, at: int, on: bool) -> "Hearing":
        """From `at` on the person takes part and is here (or not: left, away); may be said afterwards."""
        person = self.facts.people.get(who, NOBODY)
        changed = person._replace(present=person.present.set(at, on), changed_at=max(at, person.changed_at))
        return self._person(who, changed, at)

    def cover(self, who: ParticipantId, source: Source, at: int, on: bool) -> "Hearing":
        """From `at` on a source listens to the person, or no longer does."""
        person = self.facts.people.get(who, NOBODY)
        track = person.tracks[RANK[source]]
        return self._person(
            who, person.with_track(source, Track(track.cover.set(at, on), track.spoken), at), at
        )

    # ---- speech

    def start(self, who: ParticipantId, source: Source, at: int, level: int | None = None) -> "Hearing":
        """A source begins to hear the person (nothing changes but `heard_at` if it heard them already).
        `level`: how loud, in dB, where what it hears may be another's voice; see `one_voice`."""
        key = (who, source)
        _, _, people, running, _, _ = self.facts
        known = running.get(key)
        if known is not None:
            if at <= known.heard_at:
                return self
            return self._since(
                ALWAYS, people, {**running, key: Running(known.since_at, at, known.level)}, (who,)
            )
        if who not in people:
            people = {**people, who: NOBODY}
        crossed = self.crossed
        if (running or at < self.heard_until) and crosses(self.facts, self.heard_until, who, source, at):
            crossed = crossed.again(at)
        running = {**running, key: Running(at, at, level)}
        from_at = at if level is None else at - AROUND_MS
        return self._since(from_at, people, running, (who,), crossed=crossed)

    def still(self, who: ParticipantId, source: Source, at: int) -> "Hearing":
        """A source still hears the person; begins at `at` if it did not hear them before."""
        return self.start(who, source, at)

    def stop(self, who: ParticipantId, source: Source, at: int, level: int | None = None) -> "Hearing":
        """A source no longer hears the person since `at`; without effect if it did not hear them. `level`:
        how loud it was over all of it."""
        key = (who, source)
        _, _, people, running, _, aired = self.facts
        known = running.get(key)
        if known is None:
            return self
        left = dict(running)
        del left[key]
        since_at = known.since_at
        if at <= since_at:
            from_at = since_at if known.level is None else since_at - AROUND_MS
            return self._since(from_at, people, left, (who,))
        person = people[who]
        track = person.tracks[RANK[source]].plus(((since_at, at),))
        people = {**people, who: person.with_track(source, track, at)}
        aired, from_at = over(aired, who, known, at, level)
        told_ms = at - since_at + JOIN_GAP_MS
        return self._since(from_at, people, left, (who,), told_ms, heard_until=at, aired=aired)

    def add(self, source: Source, batch: Iterable[tuple[ParticipantId, int, int]]) -> "Hearing":
        """Complete stretches of speech (who, from, to) that a source heard, of any age; empty ones go."""
        spans: dict[ParticipantId, list[Span]] = {}
        for who, start, end in batch:
            if start < end:
                spans.setdefault(who, []).append((start, end))
        if not spans:
            return self
        people = with_spoken(self.facts.people, source, spans)
        told_ms = sum(end - start + JOIN_GAP_MS for own in spans.values() for start, end in own)
        first_at = min(start for own in spans.values() for start, _ in own)
        last_at = max(end for own in spans.values() for _, end in own)
        crossed = self.crossed.again(last_at, sum(map(len, spans.values())))
        return self._since(
            first_at, people, self.facts.running, spans, told_ms, heard_until=last_at, crossed=crossed
        )

    # ---- corrections

    def correct(
        self, correction: CorrectionId, who: ParticipantId, start: int, end: int, spoke: bool
    ) -> "Hearing":
        """A facilitator's word, above all sources: in [start, end) the person spoke all the time, or never.

        One correction may say several things (not Ann but Bo): call it once for each.
        """
        if start >= end:
            return self
        person = self.facts.people.get(who, NOBODY)
        corrections = (*person.corrections, Correction(correction, start, end, spoke))
        return self._person(
            who,
            person._replace(corrections=corrections, changed_at=max(end, person.changed_at)),
            start,
            end,
        )

    def withdraw(self, correction: CorrectionId) -> "Hearing":
        """A correction is taken back as if it had never been made."""
        people, touched_at = without_correction(self.facts.people, correction)
        if touched_at is None:
            return self
        ground = Ground(self.ground.at, self.ground.everybody_covered)
        return self._since(touched_at, people, self.facts.running, people, ground=ground)

    # ---- the checkpoint

    def advance(self, now: int) -> "Hearing":
        """Settle what no live fact can change any more; called with each event's time, cheap when there is
        nothing to do. Figures are the same with and without it, only faster."""
        if now - self.past.checkpoint.room.at < STRIDE_MS or self.facts.active is OFF:
            return self
        past = settled_up_to(self.facts, self.newest(), now - CHECKPOINT_BEHIND_MS, self.near)
        return self._made(
            self.facts, past, self.ground, self.near, self.told_ms, self.heard_until, self.crossed
        )

    # ---- figures

    def figures(
        self, now: int, since: int | None = None, apart: Container[ParticipantId] = frozenset()
    ) -> Figures:
        """The figures of the session so far, or from `since` on, as they are settled at `now`.

        `apart` are people left out of the room's indices (who said that they listen), and of nothing else.
        """
        return reading.figures(self, now, since, apart)

    def standings(self, now: int, who: Iterable[ParticipantId]) -> dict[ParticipantId, tuple[int, int]]:
        """For each of these people how far they are behind their fair share, in ms, and how many turns they
        had: the order of a queue asks for few of many, and for nothing else."""
        return reading.standings(self, now, who)

    def between(
        self, since: int, until: int, now: int, among: Iterable[ParticipantId] | None = None
    ) -> dict[ParticipantId, Portion]:
        """Talk and fair share of everybody (or of some) counted in [since, until): one step of a curve over
        time.
        """
        return reading.between(self, since, until, now, among)

    def lanes(self, since: int, now: int) -> dict[ParticipantId, Lane]:
        """Who spoke when from `since` to `now`, settled; people without speech in it are left out."""
        return reading.lanes(self, since, now)

    def speaking(self, now: int) -> tuple[Speaking, ...]:
        """Who is heard at this moment and since when, by their best source; provisional, for screens."""
        return reading.speaking(self, now)

    def settles_at(self, now: int) -> int | None:
        """When the next utterance that is not settled at `now` is, if nothing else is said; None: none is."""
        return reading.settles_at(self, now)

    def window_start(self, now: int, length_ms: int) -> int:
        """Since when it was under way for `length_ms` in all up to `now` (or its begin; `now` if none)."""
        return reading.window_start(self, now, length_ms)

    def person(self, now: int, who: ParticipantId) -> PersonFigures | None:
        """One person's figures of the session so far; None for who was never introduced nor heard."""
        return reading.person(self, now, who)

    def counted(self, now: int, who: ParticipantId) -> bool:
        """Whether somebody is counted, by their figures."""
        return watching.counted(self, now, who)

    def talked_ms(self, who: ParticipantId, since: int, now: int) -> int:
        """One person's talk from `since` to `now`, counted or not."""
        return reading.talked_ms(self, who, since, now)

    def standing(self, now: int) -> Standing:
        """How many people could be compared, and how many of them are measured, as in `figures`."""
        return watching.standing(self, now)

    def quiet_for(self, now: int, least_ms: int, ratio: float) -> dict[ParticipantId, Quiet]:
        """Who was quiet for so long or longer and, but for rounding, had under this ratio of their share."""
        return watching.quiet_for(self, now, least_ms, ratio)

    def grown_quiet(
        self, now: int, least_ms: int, new_ms: int, among: Iterable[ParticipantId]
    ) -> list[ParticipantId]:
        """Which of these were quiet for so long, and not for `new_ms` longer."""
        return watching.grown_quiet(self, now, least_ms, new_ms, among)

    def talked_over(self, since: int, now: int, least_ms: int) -> list[ParticipantId]:
        """Who talked for longer than this from `since` on (talk that counts)."""
        return watching.talked_over(self, since, now, least_ms)

    def prospects(self, now: int) -> Prospects:
        """Bounds of what figures can become after `now`; see there."""
        return watching.prospects(self, now)

    def alone(self, now: int, gap_ms: int) -> Alone | None:
        """Who talks, or did less than `gap_ms` ago, without another's talk, and since when; None: nobody."""
        return exchanging.alone(self, now, gap_ms)

    def cut_off(
        self, since: int, now: int, cut: CutOff
    ) -> dict[ParticipantId, list[tuple[int, ParticipantId]]]:
        """Who was cut off when, and by whom, from `since` to `now`; see `CutOff`."""
        return exchanging.cut_off(self, since, now, cut)

    def all_talk(
        self, since: int, now: int, among: Iterable[ParticipantId] | None = None
    ) -> dict[ParticipantId, int]:
        """The talk of everybody (or of some) from `since` to `now`, counted or not, but of who had none."""
        return exchanging.all_talk(self, since, now, among)

    def silent(self, who: ParticipantId) -> bool:
        """Whether no source hears the person."""
        return all(heard != who for heard, _ in self.facts.running)

    def most_talk_ms(self, now: int) -> int:
        """A sum that grows by at least as much as the talk of all, whatever comes of what was said: so the
        growth of it bounds the growth of everybody's talk together. Sums are comparable on one `ground`."""
        running = self.facts.running.values()
        return self.told_ms + sum([now - one.since_at + JOIN_GAP_MS for one in running])

    def measured(self, who: ParticipantId, now: int) -> Source | None:
        """The best source that covers the person at this moment; None: they are not measured."""
        return reading.measured(self, who, now)

    # ---- making the next one

    def _since(
        self,
        at: int,
        people: Mapping[ParticipantId, Person],
        running: Mapping[tuple[ParticipantId, Source], Running],
        about: Iterable[ParticipantId],
        told_ms: int = 0,
        ground: Ground | None = None,
        heard_until: int = NEVER,
        crossed: Crossed | None = None,
        aired: Appended[Aired] | None = None,
    ) -> "Hearing":
        """The next Hearing after something about these people that changes figures from `at` on; `ground`:
        a new one, where it is more than live speech."""
        active, everybody, _, _, changed_at, known_aired = self.facts
        newest, near, known = self.newest(), self.near, self.ground
        past = before(newest, at)
        for who in about:
            if who not in near:
                near = {**near, who: None}
            if ground is None and not people[who].counts_anyway(known.everybody_covered):
                ground = Ground(known.at, known.everybody_covered)
        if ground is None:
            ground = known if past is newest else Ground(known.at, known.everybody_covered)
        facts = Facts(active, everybody, people, running, changed_at, aired or known_aired)
        heard_until = max(heard_until, self.heard_until)
        told_ms += self.told_ms
        return self._made(facts, past, ground, near, told_ms, heard_until, crossed or self.crossed)

    def _made(
        self,
        facts: Facts,
        past: Past,
        ground: Ground,
        near: Mapping[ParticipantId, None],
        told_ms: int,
        heard_until: int,
        crossed: Crossed,
    ) -> "Hearing":
        known, is_at = self.past.checkpoint.room.at, past.checkpoint.room.at
        if is_at < known:
            near = dict.fromkeys(facts.people)
        elif is_at > known:
            people = facts.people
            near = {who: None for who in near if people[who].changed_at >= is_at}
        return Hearing(facts, past, ground, near, told_ms, heard_until, crossed)

    def newest(self) -> Past:
        """What is settled, as far as somebody asked: the next question need not sweep it again."""
        newest = self.past
        for tail in self.tails.values():
            if tail.past.checkpoint.room.at > newest.checkpoint.room.at:
                newest = tail.past
        return newest

    def _person(self, who: ParticipantId, person: Person, at: int, until: int = NEVER) -> "Hearing":
        people = {**self.facts.people, who: person}
        ground = Ground(max(at, until, self.ground.at), self.ground.everybody_covered)
        return self._since(at, people, self.facts.running, (who,), ground=ground)

    def _room(self, at: int, active: Switch, everybody: tuple[Switch, ...]) -> "Hearing":
        _, _, people, running, changed_at, aired = self.facts
        facts = Facts(active, everybody, people, running, max(at, changed_at), aired)
        ground = Ground(max(at, self.ground.at), any(switch.since is not None for switch in everybody))
        past = before(self.newest(), at)
        return self._made(facts, past, ground, self.near, self.told_ms, self.heard_until, self.crossed)
