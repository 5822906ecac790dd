"""Everything that was said about who is here and who speaks in a session, as one immutable value."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field

from app.facilitation.ids import CorrectionId, ParticipantId
from app.facilitation.speech import reading
from app.facilitation.speech.checkpoint import START, Checkpoint
from app.facilitation.speech.definitions import (
    CHECKPOINT_BEHIND_MS,
    CHECKPOINT_STEP_MS,
    FINAL_AFTER_MS,
    NEVER,
)
from app.facilitation.speech.facts import NOBODY, Correction, Person, Running, Track
from app.facilitation.speech.figures import Figures, Lane, Portion, Speaking
from app.facilitation.speech.past import newest_before, settled_up_to
from app.facilitation.speech.sources import RANK, Source
from app.facilitation.speech.spans import Span, normal
from app.facilitation.speech.sweep import Facts
from app.facilitation.speech.switch import OFF, Switch

_OFF_FOR_ALL: tuple[Switch, ...] = (OFF, OFF, OFF, OFF)


@dataclass(frozen=True, slots=True)
class Hearing:
    """The facts of presence and speech so far, and a checkpoint of what is settled of them.

    Every method that says something returns a new Hearing and leaves this one as it was. All `at` are ms of
    the session's clock and may lie in the past. Two are equal when their facts are; the checkpoint is a cache
    of them.
    """

    active: Switch = OFF
    """When the session is under way: begun, not ended, no break."""
    everybody: tuple[Switch, ...] = _OFF_FOR_ALL
    """For each source, best first, when it covers all people."""
    people: Mapping[ParticipantId, Person] = field(default_factory=dict)
    """What was said about each person who was ever introduced or heard."""
    running: Mapping[tuple[ParticipantId, Source], Running] = field(default_factory=dict)
    """Who is being heard by which source."""
    room_changed_at: int = NEVER
    """The last moment at which `active` or `everybody` changes."""
    checkpoint: Checkpoint = field(default=START, compare=False, repr=False)
    past: tuple[Checkpoint, ...] = field(default=(), compare=False, repr=False)
    """Older checkpoints, oldest first, ever further apart: where to start again when a late fact touches the
    settled past."""

    @property
    def facts(self) -> Facts:
        """What the sweep reads."""
        return Facts(self.active, self.everybody, self.people, self.running, self.room_changed_at)

    # ---- the session

    def begin(self, at: int) -> "Hearing":
        """The session opens: from now on people are counted."""
        return self._room(at, self.active.set(at, True), self.everybody)

    def suspend(self, at: int, on: bool) -> "Hearing":
        """The session ends or pauses (`on`), or goes on: nothing is counted meanwhile and balance stands."""
        return self._room(at, self.active.set(at, not on), self.everybody)

    def cover_everybody(self, source: Source, at: int, on: bool) -> "Hearing":
        """A source listens to all people, whoever comes, or no longer does."""
        rank = RANK[source]
        switches = self.everybody
        return self._room(
            at, self.active, (*switches[:rank], switches[rank].set(at, on), *switches[rank + 1 :])
        )

    def floor_covers_all(self, at: int, on: bool) -> "Hearing":
        """In the modes with turns the turn itself says who speaks, so that everybody is measured."""
        return self.cover_everybody(Source.floor, at, on)

    # ---- people

    def counts(self, who: ParticipantId, at: int, on: bool) -> "Hearing":
        """From `at` on the person's role is one that has a share (`on`), or one that is heard without being
        counted."""
        person = self.people.get(who, NOBODY)
        return self._person(
            who,
            person._replace(counts=person.counts.set(at, on), changed_at=max(at, person.changed_at)),
            at,
        )

    def present(self, who: ParticipantId, at: int, on: bool) -> "Hearing":
        """From `at` on the person takes part and is here (or not: left, away); may be said afterwards."""
        person = self.people.get(who, NOBODY)
        return self._person(
            who,
            person._replace(present=person.present.set(at, on), changed_at=max(at, person.changed_at)),
            at,
        )

    def cover(self, who: ParticipantId, source: Source, at: int, on: bool) -> "Hearing":
        """From `at` on a source listens to the person, or no longer does."""
        person = self.people.get(who, NOBODY)
        track = person.tracks[RANK[source]]
        return self._person(
            who,
            _with_track(person, source, Track(track.cover.set(at, on), track.spoken), at),
            at,
        )

    # ---- speech

    def start(self, who: ParticipantId, source: Source, at: int) -> "Hearing":
        """A source begins to hear the person (nothing changes but `heard_at` if it heard them already)."""
        key = (who, source)
        known = self.running.get(key)
        if known is not None:
            if at <= known.heard_at:
                return self
            return self._with(
                self.people, {**self.running, key: Running(known.since_at, at)}, self.checkpoint, self.past
            )
        running = {**self.running, key: Running(at, at)}
        people = self.people if who in self.people else {**self.people, who: NOBODY}
        return self._since(at, people, running)

    def still(self, who: ParticipantId, source: Source, at: int) -> "Hearing":
        """A source still hears the person; begins at `at` if it did not hear them before."""
        return self.start(who, source, at)

    def stop(self, who: ParticipantId, source: Source, at: int) -> "Hearing":
        """A source no longer hears the person since `at`; without effect if it did not hear them."""
        key = (who, source)
        known = self.running.get(key)
        if known is None:
            return self
        running = dict(self.running)
        del running[key]
        if at <= known.since_at:
            return self._since(known.since_at, self.people, running)
        person = self.people[who]
        track = person.tracks[RANK[source]].plus((known.since_at, at))
        people = {**self.people, who: _with_track(person, source, track, at)}
        return self._since(at, people, running)

    def add(self, source: Source, batch: Iterable[tuple[ParticipantId, int, int]]) -> "Hearing":
        """Complete stretches of speech (who, from, to) that a source heard, of any age; empty ones are left
        out."""
        spans: dict[ParticipantId, list[Span]] = {}
        for who, start, end in batch:
            if start < end:
                spans.setdefault(who, []).append((start, end))
        if not spans:
            return self
        people = dict(self.people)
        for who, own in spans.items():
            person = people.get(who, NOBODY)
            track = person.tracks[RANK[source]]
            for span in own if len(own) == 1 else normal(own):
                track = track.plus(span)
            people[who] = _with_track(person, source, track, max(end for _, end in own))
        return self._since(min(start for own in spans.values() for start, _ in own), people, self.running)

    # ---- corrections

    def correct(
        self, correction: CorrectionId, who: ParticipantId, start: int, end: int, spoke: bool
    ) -> "Hearing":
        """A facilitator's word, above all sources: in [start, end) the person spoke all the time, or never.

        One correction may say several things (not Ann but Bo): call it once for each.
        """
        if start >= end:
            return self
        person = self.people.get(who, NOBODY)
        corrections = (*person.corrections, Correction(correction, start, end, spoke))
        return self._person(
            who,
            person._replace(corrections=corrections, changed_at=max(end, person.changed_at)),
            start,
        )

    def withdraw(self, correction: CorrectionId) -> "Hearing":
        """A correction is taken back as if it had never been made."""
        people = dict(self.people)
        touched_at = None
        for who, person in self.people.items():
            dropped = [entry.start for entry in person.corrections if entry.correction == correction]
            if dropped:
                kept = tuple(entry for entry in person.corrections if entry.correction != correction)
                people[who] = person._replace(corrections=kept)
                touched_at = min(dropped) if touched_at is None else min(touched_at, *dropped)
        return self if touched_at is None else self._since(touched_at, people, self.running)

    # ---- the checkpoint

    def advance(self, now: int) -> "Hearing":
        """Settle what no live fact can change any more; called with each event's time, cheap when there is
        nothing to do.

        Figures are the same with and without it, only faster.
        """
        if now - self.checkpoint.room.at < CHECKPOINT_STEP_MS or self.active is OFF:
            return self
        checkpoint, past = settled_up_to(self.facts, self.checkpoint, self.past, now - CHECKPOINT_BEHIND_MS)
        return self._with(self.people, self.running, checkpoint, past)

    # ---- figures

    def figures(
        self, now: int, since: int | None = None, apart: Container[ParticipantId] = frozenset()
    ) -> Figures:
        """The figures of the session so far, or from `since` on, as they are settled at `now`.

        `apart` are people who are left out of the room's indices (who said that they listen), and of nothing
        else.
        """
        return reading.figures(self, now, since, apart)

    def lags(self, now: int, who: Iterable[ParticipantId]) -> dict[ParticipantId, int]:
        """How far each of these people is behind their fair share, in ms: what the balanced queue orders
        by."""
        return reading.lags(self, now, who)

    def between(self, since: int, until: int, now: int) -> dict[ParticipantId, Portion]:
        """Talk and fair share of everybody counted in [since, until): one step of a curve over time."""
        return reading.between(self, since, until, now)

    def lanes(self, since: int, now: int) -> dict[ParticipantId, Lane]:
        """Who spoke when from `since` to `now`, settled; people without speech in it are left out."""
        return reading.lanes(self, since, now)

    def speaking(self, now: int) -> tuple[Speaking, ...]:
        """Who is heard at this moment and since when, by their best source; provisional, for screens."""
        return reading.speaking(self, now)

    def settles_at(self, now: int) -> int | None:
        """When the next utterance that is not settled at `now` will be, if nothing else is said; None: none
        is."""
        return reading.settles_at(self, now)

    def window_start(self, now: int, length_ms: int) -> int:
        """Since when the session was under way for `length_ms` up to `now`, suspended time cut out (its
        begin, if it was not for so long; `now` if it did not begin)."""
        return reading.window_start(self, now, length_ms)

    def measured(self, who: ParticipantId, now: int) -> Source | None:
        """The best source that covers the person at this moment; None: they are not measured."""
        return reading.measured(self, who, now)

    # ---- making the next one

    def _with(
        self,
        people: Mapping[ParticipantId, Person],
        running: Mapping[tuple[ParticipantId, Source], Running],
        checkpoint: Checkpoint,
        past: tuple[Checkpoint, ...],
    ) -> "Hearing":
        return Hearing(self.active, self.everybody, people, running, self.room_changed_at, checkpoint, past)

    def _since(
        self,
        at: int,
        people: Mapping[ParticipantId, Person],
        running: Mapping[tuple[ParticipantId, Source], Running],
    ) -> "Hearing":
        """The next Hearing after something that changes figures from `at` on."""
        if at >= self.checkpoint.room.at + FINAL_AFTER_MS:
            return self._with(people, running, self.checkpoint, self.past)
        checkpoint, past = newest_before(self.checkpoint, self.past, at)
        return self._with(people, running, checkpoint, past)

    def _person(self, who: ParticipantId, person: Person, at: int) -> "Hearing":
        return self._since(at, {**self.people, who: person}, self.running)

    def _room(self, at: int, active: Switch, everybody: tuple[Switch, ...]) -> "Hearing":
        checkpoint, past = newest_before(self.checkpoint, self.past, at)
        changed_at = max(at, self.room_changed_at)
        return Hearing(active, everybody, self.people, self.running, changed_at, checkpoint, past)


def _with_track(person: Person, source: Source, track: Track, at: int) -> Person:
    rank = RANK[source]
    mic, api, tap, floor = (track if index == rank else known for index, known in enumerate(person.tracks))
    return Person(
        person.present, person.counts, (mic, api, tap, floor), person.corrections, max(at, person.changed_at)
    )
