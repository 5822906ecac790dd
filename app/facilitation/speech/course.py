"""One person's way through a stretch of time: what was heard of them, when they counted, and their sums at
its end."""

from typing import NamedTuple

from app.facilitation.ids import ParticipantId
from app.facilitation.speech.checkpoint import Settled, Stay, Talk, Tally
from app.facilitation.speech.definitions import JOIN_GAP_MS
from app.facilitation.speech.facts import Person
from app.facilitation.speech.spans import Span, Spans, clipped, common, joined, union


class Went(NamedTuple):
    """One person in the stretch: their sums at its end, and what is new on their timeline."""

    tally: Tally
    since: int | None
    talk: list[Talk]
    stays: list[Stay]
    turns: list[int]
    backchannels: list[Span]


class Course:
    """Made for each person whom a stretch touches, filled step by step by the sweep."""

    __slots__ = (
        "backchannels",
        "counted",
        "covered",
        "known",
        "person",
        "role",
        "talk",
        "turns",
        "utterances",
        "who",
    )

    def __init__(
        self, who: ParticipantId, person: Person, known: Settled, speech: Spans, covered: Spans, start: int
    ) -> None:
        """`speech` and `covered`: what was heard in the stretch, and when they were listened to."""
        self.who = who
        self.person = person
        self.known = known
        self.covered = covered
        if known.since is not None:
            speech = ((known.since, start), *speech)
        self.utterances = joined(speech, JOIN_GAP_MS) if len(speech) > 1 else speech
        """Joined, the first perhaps to one from before the stretch."""
        self.talk: list[Span] = []
        self.turns: list[int] = []
        self.backchannels: list[Span] = []
        self.role: Spans = ()
        """When their role counts."""
        self.counted: Spans = ()

    def count(self, whole: Spans, active: Spans) -> None:
        """When the person is counted: their role counts, the session is under way, and they talk or are here
        and covered. `whole` is the stretch as a single span."""
        start, until = whole[0]
        person = self.person
        # Mostly a role counts, and somebody is here, all the time.
        role, since = person.counts, person.counts.since
        self.role = counts = whole if since is not None and since <= start else role.within(start, until)
        if self.talk and active != whole:
            self.talk = list(common(tuple(self.talk), active))
        if not counts or not active:
            return
        present, since = person.present, person.present.since
        here = whole if since is not None and since <= start else present.within(start, until)
        covered = self.covered
        if here == whole and covered and covered[0][0] <= start and covered[0][1] >= until:
            self.counted = counts if active == whole else common(counts, active)
            return
        here = union(common(here, clipped(covered, start, until)), tuple(self.talk))
        self.counted = common(common(counts, active), here)

    def edges(self, steps: dict[int, list[int]], whole: Spans) -> None:
        """Add what this person changes in n and k at each moment."""
        start, until = whole[0]
        tally = self.known.tally
        if not (tally.counted and self.counted == whole):
            _edges(steps, 0, self.counted, tally.counted, start, until)
        if self.talk or tally.talking_counts:
            talk = self.talk if self.role == whole else common(tuple(self.talk), self.role)
            _edges(steps, 1, talk, tally.talking_counts, start, until)

    def went(self, due_at: dict[int, int], start: int, until: int) -> Went:
        """Carry the person's sums through the stretch; `due_at` is the room's running fair share at each
        edge."""
        was, counted = self.known.tally, self.counted
        since = None
        if self.utterances and self.utterances[-1][1] > until:
            since = next((a for a, b in reversed(self.utterances) if a < until < b), None)
        if (
            not (self.talk or was.talking or self.backchannels)
            and was.counted
            and counted == ((start, until),)
        ):
            return Went(was, since, [], [], [], [])
        due = was.due_offset + due_at[start] if was.counted else was.due_offset
        clock = was.clock_offset + start if was.counted else was.clock_offset

        always = self.role == ((start, until),)
        pieces = [(a, b, True) for a, b in self.talk] if always else _by_role(self.talk, self.role)
        talk: list[Talk] = []
        talk_ms, counted_talk_ms = was.talk_ms, was.counted_talk_ms
        quiet_from_ms, longest_quiet_ms = was.quiet_from_ms, was.longest_quiet_ms
        upcoming, before = 0, clock
        for begun, end, counts in pieces:
            while upcoming < len(counted) and counted[upcoming][1] <= begun:
                before += counted[upcoming][1] - counted[upcoming][0]
                upcoming += 1
            begun_clock = before
            if upcoming < len(counted) and counted[upcoming][0] < begun:
                begun_clock += begun - counted[upcoming][0]
            quiet_ms = begun_clock - quiet_from_ms
            longest_quiet_ms = quiet_ms if quiet_ms > longest_quiet_ms else longest_quiet_ms
            talk.append(Talk(begun, end, talk_ms, counted_talk_ms, counts, begun_clock))
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
        talking = bool(pieces) and pieces[-1][1] == until
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
            talking and pieces[-1][2],
            was.turns + len(self.turns),
            was.backchannels + len(self.backchannels),
        )
        return Went(tally, since, talk, stays, self.turns, self.backchannels)


def _by_role(talk: list[Span], counts: Spans) -> list[tuple[int, int, bool]]:
    """Talk, cut where the role begins or ceases to count, and whether it counts."""
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
