"""The settled past up to one moment: sums, and the timeline from which any window of it is read by
bisection."""

from collections.abc import Mapping
from operator import itemgetter
from typing import NamedTuple

from app.facilitation.ids import ParticipantId
from app.facilitation.speech.appended import Appended
from app.facilitation.speech.definitions import DUE_SCALE, NEVER
from app.facilitation.speech.spans import Span


class Moment(NamedTuple):
    """The room at `at`: who counts and talks from then on, and what has come together before."""

    at: int
    active: bool
    """Whether the session is under way (begun, not suspended)."""
    n: int
    """Counted people."""
    k: int
    """Counted people who talk."""
    talk_ms: int
    """Sum of k·dt."""
    due: int
    """Sum of k·dt/n in units of 1/DUE_SCALE ms: what a person counted all the time would be due."""
    overlap_ms: int
    silence_ms: int
    active_ms: int

    def until(self, at: int) -> "Moment":
        """The room at a later moment, if nothing changed in between."""
        elapsed = at - self.at
        if not self.active or elapsed <= 0:
            return self._replace(at=at) if elapsed > 0 else self
        n, k = self.n, self.k
        return Moment(
            at,
            True,
            n,
            k,
            self.talk_ms + k * elapsed,
            self.due + k * elapsed * (DUE_SCALE // n) if k else self.due,
            self.overlap_ms + elapsed if k >= 2 else self.overlap_ms,
            self.silence_ms if k else self.silence_ms + elapsed,
            self.active_ms + elapsed,
        )


BEFORE_ALL = Moment(NEVER, False, 0, 0, 0, 0, 0, 0, 0)


class Talk(NamedTuple):
    """A piece of settled talk (cut at checkpoints and where the role changes), with the person's sums at its
    start."""

    start: int
    end: int
    talk_before_ms: int
    counted_before_ms: int
    counts: bool
    """Whether the person's role counts in it."""
    clock_ms: int
    """The person's counted time at its start; in a piece that counts it goes on with the piece, else it
    stands."""


class Stay(NamedTuple):
    """A span in which a person was counted, and how their sums follow from the room's in it: `due + room's
    due`."""

    start: int
    end: int
    due_offset: int
    due_after: int
    clock_offset: int
    clock_after: int


class Tally(NamedTuple):
    """One person's sums at a moment. While `counted` they move with the room without being touched."""

    talk_ms: int
    counted_talk_ms: int
    counted: bool
    counted_from: int
    """When the running stay began; means nothing when not counted."""
    due_offset: int
    """Fair share so far: this, and while counted the room's running sum on top."""
    clock_offset: int
    """Counted time so far: this, and while counted the moment itself on top."""
    quiet_from_ms: int
    """The person's counted time when they last stopped talking."""
    longest_quiet_ms: int
    """Their longest quiet that is over."""
    talking: bool
    talking_counts: bool
    """Whether they talk and are counted, i.e. are one of k."""
    turns: int
    backchannels: int

    def due_at(self, room: Moment) -> int:
        """Fair share up to the room's moment, in units of 1/DUE_SCALE ms."""
        return self.due_offset + room.due if self.counted else self.due_offset

    def counted_ms(self, at: int) -> int:
        """Counted time up to a moment at or after this tally's."""
        return self.clock_offset + at if self.counted else self.clock_offset


NO_TALLY = Tally(0, 0, False, 0, 0, 0, 0, 0, False, False, 0, 0)


class Settled(NamedTuple):
    """One person's settled past."""

    tally: Tally
    since: int | None
    """Start of the utterance that lies across the checkpoint, if one does."""
    talk: Appended[Talk]
    stays: Appended[Stay]
    turns: Appended[int]
    """Starts of turns."""
    backchannels: Appended[Span]


UNHEARD = Settled(NO_TALLY, None, Appended.of(), Appended.of(), Appended.of(), Appended.of())


class Checkpoint(NamedTuple):
    """All of it: what lies before `room.at` is settled."""

    room: Moment
    moments: Appended[Moment]
    """The room at each change, in order."""
    last_speaker: ParticipantId | None
    changes: Appended[int]
    """Starts of the utterances that changed the speaker."""
    people: Mapping[ParticipantId, Settled]

    def room_at(self, at: int) -> Moment:
        """The room at a settled moment (at or before the checkpoint)."""
        index = self.moments.up_to(at, _AT)
        return self.moments[index - 1].until(at) if index else BEFORE_ALL


START = Checkpoint(BEFORE_ALL, Appended.of(), None, Appended.of(), {})

_AT = itemgetter(0)
_START = itemgetter(0)


class Sums(NamedTuple):
    """One person's sums at a settled moment, for the difference of two of them."""

    talk_ms: int
    counted_talk_ms: int
    due: int
    counted_ms: int
    turns: int
    backchannels: int


NO_SUMS = Sums(0, 0, 0, 0, 0, 0)


def sums_at(settled: Settled, room: Moment) -> Sums:
    """A person's sums at the room's moment, which lies at or before the checkpoint."""
    at = room.at
    tally, talk, turns, backchannels = settled.tally, settled.talk, settled.turns, settled.backchannels
    talk_ms, counted_talk_ms = tally.talk_ms, tally.counted_talk_ms
    if len(talk) and talk[-1].end > at:
        talk_ms = counted_talk_ms = 0
        index = talk.up_to(at, _START)
        if index:
            piece = talk[index - 1]
            length = (piece.end if piece.end < at else at) - piece.start
            talk_ms = piece.talk_before_ms + length
            counted_talk_ms = piece.counted_before_ms + (length if piece.counts else 0)
    due = clock = 0
    if tally.counted and tally.counted_from <= at:
        due, clock = tally.due_offset + room.due, tally.clock_offset + at
    else:
        index = settled.stays.up_to(at, _START)
        if index:
            stay = settled.stays[index - 1]
            if at < stay.end:
                due, clock = stay.due_offset + room.due, stay.clock_offset + at
            else:
                due, clock = stay.due_after, stay.clock_after
    turn_count, backchannel_count = len(turns), len(backchannels)
    if turn_count and turns[-1] >= at:
        turn_count = turns.before(at, int)
    if backchannel_count and backchannels[-1][0] >= at:
        backchannel_count = backchannels.before(at, _START)
    return Sums(talk_ms, counted_talk_ms, due, clock, turn_count, backchannel_count)
