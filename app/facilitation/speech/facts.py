"""What was said about one person's presence and speech: facts only, nothing derived.

Records of this package are named tuples where one is made for each event: they are as immutable and typed as
frozen dataclasses and made four times as fast.
"""

from collections.abc import Mapping
from operator import itemgetter
from types import MappingProxyType
from typing import NamedTuple

from app.facilitation.ids import CorrectionId, ParticipantId
from app.facilitation.speech.appended import Appended
from app.facilitation.speech.definitions import NEVER
from app.facilitation.speech.one_voice import NOTHING_AIRED, Aired
from app.facilitation.speech.sources import BEST_FIRST, RANK, Source
from app.facilitation.speech.spans import Span, Spans, normal, union, without
from app.facilitation.speech.switch import OFF, Switch


class Track(NamedTuple):
    """What one source said about one person."""

    cover: Switch = OFF
    """When the source listened to the person."""
    spoken: Appended[Span] = Appended.of()
    """What it heard of them and is over: sorted and disjoint."""

    def plus(self, spans: Spans) -> "Track":
        """The track with more stretches of speech (sorted and disjoint), wherever they lie."""
        spoken = self.spoken
        if not len(spoken) or spoken[-1][1] < spans[0][0]:
            more = spoken.append(spans[0]) if len(spans) == 1 else spoken.extend(list(spans))
            return Track(self.cover, more)
        if len(spans) > 1:
            return Track(self.cover, Appended.of(normal([*spoken, *spans])))
        start, end = spans[0]
        first, behind = spoken.before(start, _END), spoken.up_to(end, _START)
        if first < behind:
            start, end = min(start, spoken[first][0]), max(end, spoken[behind - 1][1])
        return Track(self.cover, Appended.of([*spoken.slice(0, first), (start, end), *spoken.slice(behind)]))

    def spoken_within(self, start: int, end: int) -> Spans:
        """What it heard and is over, cut to [start, end)."""
        spoken = self.spoken
        found = spoken.newest(_FEW)
        if not found or found[-1][1] <= start:
            return ()
        if found[0][1] > start and len(found) == _FEW:
            found = spoken.slice(spoken.up_to(start, _END), spoken.before(end, _START))
        else:
            found = [span for span in found if span[1] > start and span[0] < end]
        if found:
            if found[0][0] < start:
                found[0] = (start, found[0][1])
            if found[-1][1] > end:
                found[-1] = (found[-1][0], end)
        return tuple(found)


_FEW = 4
"""Since the checkpoint somebody began to speak so often at most, mostly; then nothing is searched for."""

_START = itemgetter(0)
_END = itemgetter(1)

EMPTY_TRACK = Track()


class Running(NamedTuple):
    """A source hears a person since `since_at`, and did so for certain until `heard_at`."""

    since_at: int
    heard_at: int
    level: int | None = None
    """How loud (dB of full scale) a device hears them that hears others, too; see `one_voice`."""


class Correction(NamedTuple):
    """A facilitator's word on one person and one span: they did speak in all of it, or in none of it."""

    correction: CorrectionId
    start: int
    end: int
    spoke: bool

    @property
    def made(self) -> int:
        """Which of the session's corrections it was."""
        return int(self.correction[1:])


class Person(NamedTuple):
    """Everything that was said about one person, apart from what is being heard of them now."""

    present: Switch = OFF
    """When the person took part and was here: what makes them count if a source covers them."""
    counts: Switch = OFF
    """When their role was one that has a share (a participant's); others are heard without being counted."""
    tracks: tuple[Track, ...] = (EMPTY_TRACK,) * len(BEST_FIRST)
    """What each source said, best source first."""
    corrections: tuple[Correction, ...] = ()
    """In the order in which they were made: a later one stands above an earlier one."""
    changed_at: int = NEVER
    """The last moment at which any of these facts changes anything."""

    def covered_at(self, moment: int) -> bool:
        """Whether a source listens to the person at a moment, or a correction speaks of it."""
        for track in self.tracks:
            if track is not EMPTY_TRACK and track.cover.at(moment):
                return True
        return any(entry.start <= moment < entry.end for entry in self.corrections)

    def counts_anyway(self, everybody_covered: bool) -> bool:
        """Whether by what was said last it makes no difference for who is counted that the person talks: they
        are here and covered, or their role has no share."""
        if self.counts.since is None:
            return True
        if self.present.since is None:
            return False
        return everybody_covered or self.covered_by_itself

    @property
    def covered_by_itself(self) -> bool:
        """Whether by what was said last some source listens to this person in particular."""
        return any(track.cover.since is not None for track in self.tracks)

    def with_track(self, source: Source, track: Track, changed_at: int) -> "Person":
        """The person with another track of a source, by something that changes up to `changed_at`."""
        rank, tracks = RANK[source], self.tracks
        return Person(
            self.present,
            self.counts,
            (*tracks[:rank], track, *tracks[rank + 1 :]),
            self.corrections,
            changed_at if changed_at > self.changed_at else self.changed_at,
        )

    def and_also(self, other: "Person") -> "Person":
        """Both as one: here while either was, heard when either was; corrections in the order in which they
        were made, which their ids tell."""
        tracks = tuple(
            Track(
                one.cover.either(also.cover),
                Appended.of(normal([*one.spoken, *also.spoken])) if len(also.spoken) else one.spoken,
            )
            for one, also in zip(self.tracks, other.tracks, strict=True)
        )
        corrections = sorted(
            (*self.corrections, *other.corrections), key=lambda each: (each.made, each.spoke)
        )
        return Person(
            self.present.either(other.present),
            self.counts.either(other.counts),
            tracks,
            tuple(corrections),
            max(self.changed_at, other.changed_at),
        )


NOBODY = Person()


class Facts(NamedTuple):
    """Everything that was said in a session about who is here and who speaks."""

    active: Switch = OFF
    """When the session is under way: begun, not ended, no break."""
    everybody: tuple[Switch, ...] = (OFF,) * len(BEST_FIRST)
    """For each source, best first, when it covers all people."""
    people: Mapping[ParticipantId, Person] = MappingProxyType({})
    """What was said about each person who was ever introduced or heard."""
    running: Mapping[tuple[ParticipantId, Source], Running] = MappingProxyType({})
    """Who is being heard by which source."""
    room_changed_at: int = NEVER
    """The last moment at which `active` or `everybody` changes."""
    aired: Appended[Aired] = NOTHING_AIRED
    """What devices heard where others are near, by its end."""

    @property
    def corrected(self) -> bool:
        """Whether a facilitator said of anybody that they spoke, or did not."""
        return any(person.corrections for person in self.people.values())

    def begun_at(self, now: int) -> int:
        """When the session began (`now`, if it did not before)."""
        spans, since = self.active
        first = spans[0][0] if spans else since
        return now if first is None or first > now else first


NOTHING_SAID = Facts()


Hears = dict[int, int]
"""Which sources (by rank) hear a person now, and since when."""

NOTHING_HEARD: Hears = {}

_MIC = RANK[Source.mic]


def heard(
    person: Person, hears: Hears, everybody: Mapping[int, Spans], start: int, end: int, copied: Spans = ()
) -> tuple[Spans, Spans]:
    """What counts as heard of a person in [start, end), and when they were listened to: at each moment the
    best covering source, its silence included.

    `everybody` says of sources (by rank) when in the stretch they cover all people; `copied` when their
    microphone heard somebody else's voice, which is as good as their silence. A source covers a person
    while it says that it listens and at least while it reports their speech. Corrections stand above all
    sources.
    """
    speech: Spans = ()
    better: Spans = ()
    for rank, track in enumerate(person.tracks):
        if track is EMPTY_TRACK and rank not in hears and rank not in everybody:
            continue
        spoken: Spans = ()
        covered: Spans = ()
        if track is not EMPTY_TRACK:
            spoken = track.spoken_within(start, end)
            covered = track.cover.within(start, end)
        if rank in hears and hears[rank] < end:
            spoken = union(spoken, ((max(hears[rank], start), end),))
        if rank in everybody:
            covered = union(covered, everybody[rank])
        if spoken:
            own = without(spoken, copied) if copied and rank == _MIC else spoken
            speech = union(speech, without(own, better)) if better else own
        if covered == ((start, end),):
            better = covered
            break
        if spoken:
            covered = union(covered, spoken)
        better = union(better, covered)
    for _, a, b, spoke in person.corrections:
        if b > start and a < end:
            span = ((max(a, start), min(b, end)),)
            speech = union(speech, span) if spoke else without(speech, span)
            better = union(better, span)
    return speech, better
