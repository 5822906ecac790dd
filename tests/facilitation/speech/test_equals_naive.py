"""The law of the engine: its figures equal a simulation of every cell of time, whatever came in whatever
order."""

from collections.abc import Iterator
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation.ids import CorrectionId, ParticipantId
from app.facilitation.speech import DUE_SCALE, Figures, Hearing, Source, hearing, past, reading
from app.facilitation.speech.definitions import CHECKPOINT_BEHIND_MS
from tests.facilitation.speech.naive import CELL, Naive, NaiveFigures


@pytest.fixture(scope="module", autouse=True)
def checkpoints_as_close_as_may_be() -> Iterator[None]:
    """Move the checkpoint with every event and question, and thin old ones often: all that could go wrong by
    it does."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(reading, "TAIL_MS", CHECKPOINT_BEHIND_MS)
        patched.setattr(hearing, "STRIDE_MS", CHECKPOINT_BEHIND_MS)
        patched.setattr(past, "STRIDE_MS", 10_000)
        patched.setattr(past, "MOST_OLDER", 4)
        yield


PEOPLE = [ParticipantId(name) for name in ("ann", "bo", "cy", "di")]

people = st.sampled_from(PEOPLE)
sources = st.sampled_from(list(Source))
levels = st.sampled_from([-30, -27, -24, -18])
short = st.integers(0, 15).map(lambda cells: cells * CELL)
lengths = st.one_of(
    short, st.integers(0, 40).map(lambda cells: cells * CELL), st.integers(0, 200).map(lambda n: n * CELL)
)
agos = st.one_of(st.just(0), short, lengths, st.integers(0, 1200).map(lambda cells: cells * CELL))

steps = st.one_of(
    st.tuples(st.just("pass"), lengths),
    st.tuples(st.just("pass"), lengths),
    st.tuples(st.just("start"), people, sources, agos),
    st.tuples(st.just("start"), people, st.just(Source.mic), short),
    st.tuples(st.just("stop"), people, sources, agos),
    st.tuples(st.just("stop"), people, st.just(Source.mic), short),
    st.tuples(st.just("still"), people, sources, short),
    st.tuples(st.just("start"), people, st.just(Source.mic), short, levels),
    st.tuples(st.just("start"), people, st.just(Source.mic), agos, levels),
    st.tuples(st.just("stop"), people, st.just(Source.mic), short, levels),
    st.tuples(st.just("utter"), people, sources, lengths),
    st.tuples(st.just("utter"), people, st.just(Source.mic), lengths),
    st.tuples(st.just("batch"), sources, st.lists(st.tuples(people, agos, lengths), max_size=6)),
    st.tuples(st.just("correct"), st.sampled_from("xyz"), people, agos, lengths, st.booleans()),
    st.tuples(st.just("withdraw"), st.sampled_from("xyz")),
    st.tuples(st.just("present"), people, agos, st.booleans()),
    st.tuples(st.just("counts"), people, agos, st.booleans()),
    st.tuples(st.just("cover"), people, sources, agos, st.booleans()),
    st.tuples(st.just("everybody"), sources, agos, st.booleans()),
    st.tuples(st.just("suspend"), agos, st.booleans()),
    st.tuples(st.just("advance")),
    st.tuples(st.just("look"), agos),
)


class Both:
    """A Hearing and the simulation, told the same."""

    def __init__(self, *, advancing: bool) -> None:
        self.now = 2_000
        self.advancing = advancing
        self.hearing = Hearing().begin(1_000)
        self.naive = Naive()
        self.naive.people = list(PEOPLE)
        self.naive.say(("active",), 1_000, True)
        for who in PEOPLE:
            self.hearing = self.hearing.counts(who, 0, who != "di").present(who, 0, True)
            self.hearing = self.hearing.cover(who, Source.mic, 0, True)
            self.naive.say(("counts", who), 0, who != "di")
            self.naive.say(("present", who), 0, True)
            self.naive.say(("cover", who, "mic"), 0, True)

    def ago(self, ms: int) -> int:
        return max(0, self.now - ms)

    def take(self, step: tuple[object, ...]) -> None:  # noqa: C901  one case for each thing one can say
        hearing, naive = self.hearing, self.naive
        match step:
            case ("pass", int(ms)):
                self.now += ms
            case ("start", str(who), Source() as source, int(ago)):
                hearing = hearing.start(ParticipantId(who), source, self.ago(ago))
                naive.start(who, source.value, self.ago(ago))
            case ("start", str(who), Source() as source, int(ago), int(level)):
                hearing = hearing.start(ParticipantId(who), source, self.ago(ago), level)
                naive.start(who, source.value, self.ago(ago), level)
            case ("stop", str(who), Source() as source, int(ago), int(level)):
                hearing = hearing.stop(ParticipantId(who), source, self.ago(ago), level)
                naive.stop(who, source.value, self.ago(ago), level)
            case ("still", str(who), Source() as source, int(ago)):
                hearing = hearing.still(ParticipantId(who), source, self.ago(ago))
                naive.start(who, source.value, self.ago(ago))
            case ("stop", str(who), Source() as source, int(ago)):
                hearing = hearing.stop(ParticipantId(who), source, self.ago(ago))
                naive.stop(who, source.value, self.ago(ago))
            case ("utter", str(who), Source() as source, int(ms)):
                hearing = hearing.start(ParticipantId(who), source, self.now)
                naive.start(who, source.value, self.now)
                self.now += ms
                hearing = hearing.stop(ParticipantId(who), source, self.now)
                naive.stop(who, source.value, self.now)
            case ("batch", Source() as source, list(batch)):
                spans = [(who, self.ago(ago), min(self.ago(ago) + ms, self.now)) for who, ago, ms in batch]
                hearing = hearing.add(source, spans)
                naive.spans += [(who, source.value, start, end) for who, start, end in spans]
            case ("correct", str(name), str(who), int(ago), int(ms), bool(spoke)):
                start, end = self.ago(ago), min(self.ago(ago) + ms, self.now)
                hearing = hearing.correct(CorrectionId(name), ParticipantId(who), start, end, spoke)
                naive.corrections.append((name, who, start, end, spoke))
            case ("withdraw", str(name)):
                hearing = hearing.withdraw(CorrectionId(name))
                naive.corrections = [one for one in naive.corrections if one[0] != name]
            case ("present", str(who), int(ago), bool(on)):
                hearing = hearing.present(ParticipantId(who), self.ago(ago), on)
                naive.say(("present", who), self.ago(ago), on)
            case ("counts", str(who), int(ago), bool(on)):
                hearing = hearing.counts(ParticipantId(who), self.ago(ago), on)
                naive.say(("counts", who), self.ago(ago), on)
            case ("cover", str(who), Source() as source, int(ago), bool(on)):
                hearing = hearing.cover(ParticipantId(who), source, self.ago(ago), on)
                naive.say(("cover", who, source.value), self.ago(ago), on)
            case ("everybody", Source() as source, int(ago), bool(on)):
                hearing = hearing.cover_everybody(source, self.ago(ago), on)
                naive.say(("everybody", source.value), self.ago(ago), on)
            case ("suspend", int(ago), bool(on)):
                hearing = hearing.suspend(self.ago(ago), on)
                naive.say(("active",), self.ago(ago), not on)
            case ("advance",):
                hearing = hearing.advance(self.now)
            case ("look", int(ago)):
                self.compare(self.ago(ago))
        self.hearing = hearing.advance(self.now) if self.advancing else hearing

    def compare(self, since: int) -> None:
        self.compare_unswept()
        agree(self.hearing.figures(self.now), self.naive.figures(self.now))
        begun = self.hearing.figures(self.now).since_at
        window = self.hearing.figures(self.now, since)
        agree(window, self.naive.figures(self.now, max(since, begun)))
        assert (window.measured, window.candidates) == self.naive.measured(self.now)
        self.compare_watching(max(since, begun), window)

    def compare_unswept(self) -> None:
        """What is read of one person before any sweep says what it says after one."""
        least_ms, new_ms = 3 * CELL, 2 * CELL
        unswept = {}
        for who in self.hearing.facts.people:
            self.hearing.tails.clear()
            counts = self.hearing.counted(self.now, who)
            self.hearing.tails.clear()
            grown = self.hearing.grown_quiet(self.now, least_ms, new_ms, [who])
            unswept[who] = counts, bool(grown)
        self.hearing.tails.clear()
        standing = self.hearing.standing(self.now)
        figures = self.hearing.figures(self.now)
        assert standing == (figures.candidates, figures.measured)
        for who, own in figures.people.items():
            grown_quiet = least_ms <= own.quiet_ms < least_ms + new_ms
            assert unswept[who] == (own.counted, grown_quiet), who

    def compare_watching(self, since: int, window: Figures) -> None:
        """What nudging reads of many people at once says what their figures say."""
        least_ms, new_ms, ratio = 3 * CELL, 2 * CELL, 0.5
        talked = [who for who, own in window.people.items() if own.counted_talk_ms > least_ms]
        assert self.hearing.talked_over(since, self.now, least_ms) == talked
        quiet = self.hearing.quiet_for(self.now, least_ms, ratio)
        people = self.hearing.figures(self.now).people
        for who, own in people.items():
            if who in quiet:
                assert quiet[who] == (own.quiet_ms, own.counted_talk_ms, own.expected_ms)
            else:
                assert own.quiet_ms < least_ms or own.counted_talk_ms >= ratio * own.expected_ms
        grown = [who for who, own in people.items() if least_ms <= own.quiet_ms < least_ms + new_ms]
        assert self.hearing.grown_quiet(self.now, least_ms, new_ms, people) == grown


def agree(ours: Figures, theirs: NaiveFigures) -> None:
    for name in ("active_ms", "talk_ms", "overlap_ms", "silence_ms", "changes"):
        assert getattr(ours, name) == getattr(theirs, name), name
    assert set(ours.people) == set(theirs.people)
    for who, person in ours.people.items():
        other = theirs.people[who]
        for name in (
            "talk_ms",
            "counted_talk_ms",
            "turns",
            "backchannels",
            "quiet_ms",
            "longest_quiet_ms",
            "counted_ms",
            "talking",
        ):
            assert getattr(person, name) == getattr(other, name), f"{who} {name}"
        assert Fraction(person.due, DUE_SCALE) == other.expected, f"{who} expected"
        assert abs(person.expected_ms - other.expected) <= Fraction(1, 2)
    assert sum(person.due for person in ours.people.values()) == ours.talk_ms * DUE_SCALE


def prefixes(script: list[tuple[object, ...]], *, advancing: bool) -> Iterator[Both]:
    both = Both(advancing=advancing)
    for step in script:
        both.take(step)
        yield both


@settings(max_examples=150)
@given(st.lists(steps, max_size=50), agos, st.booleans())
def test_figures_equal_the_simulation_of_every_cell(
    script: list[tuple[object, ...]], since_ago: int, advancing: bool
) -> None:
    both = Both(advancing=advancing)
    for step in script:
        both.take(step)
    both.compare(both.ago(since_ago))
    both.take(("pass", 40_000))
    both.compare(both.ago(since_ago))


@settings(max_examples=60)
@given(st.lists(steps, min_size=10, max_size=60), agos)
def test_chopping_time_into_checkpoints_changes_no_figure(
    script: list[tuple[object, ...]], since_ago: int
) -> None:
    whole, chopped = Both(advancing=False), Both(advancing=True)
    for step in script:
        if step[0] not in ("look", "advance"):
            whole.take(step)
            chopped.take(step)
    since = whole.ago(since_ago)
    assert whole.hearing == chopped.hearing
    assert whole.hearing.figures(whole.now) == chopped.hearing.figures(whole.now)
    assert whole.hearing.figures(whole.now, since) == chopped.hearing.figures(whole.now, since)
    assert whole.hearing.lanes(since, whole.now) == chopped.hearing.lanes(since, whole.now)
    assert whole.hearing.between(since, whole.now, whole.now) == chopped.hearing.between(
        since, whole.now, whole.now
    )
    assert whole.hearing.standings(whole.now, PEOPLE) == chopped.hearing.standings(whole.now, PEOPLE)
    assert whole.hearing.figures(since) == chopped.hearing.figures(since)


@settings(max_examples=60)
@given(st.lists(steps, min_size=5, max_size=40))
def test_saying_more_never_changes_an_older_hearing(script: list[tuple[object, ...]]) -> None:
    both = Both(advancing=True)
    seen: list[tuple[Hearing, int, Figures]] = []
    for step in script:
        both.take(step)
        seen.append((both.hearing, both.now, both.hearing.figures(both.now)))
    for older, now, figures in seen:
        assert older.figures(now) == figures


@settings(max_examples=60)
@given(
    st.lists(st.tuples(people, sources, agos, lengths), min_size=1, max_size=25),
    st.randoms(use_true_random=False),
    agos,
)
def test_the_order_of_arrival_of_speech_changes_no_figure(
    spans: list[tuple[ParticipantId, Source, int, int]], chance: object, since_ago: int
) -> None:
    now = 130_000
    said = [(who, source, now - ago, min(now - ago + ms, now)) for who, source, ago, ms in spans]
    shuffled = list(said)
    getattr(chance, "shuffle")(shuffled)  # noqa: B009  hypothesis' Random has no public type
    one, other = Both(advancing=True).hearing, Both(advancing=True).hearing.advance(now)
    for who, source, start, end in said:
        one = one.add(source, [(who, start, end)])
    for who, source, start, end in shuffled:
        other = other.add(source, [(who, start, end)]).advance(now)
    assert one.figures(now) == other.figures(now)
    assert one.figures(now, now - since_ago) == other.figures(now, now - since_ago)


@settings(max_examples=80)
@given(st.lists(steps, max_size=30))
def test_pictures_and_the_next_settling_equal_the_simulation(script: list[tuple[object, ...]]) -> None:
    both = Both(advancing=True)
    for step in script:
        both.take(step)
    now, since = both.now, both.ago(60_000)
    theirs = both.naive.figures(now, since)
    lanes = both.hearing.lanes(since, now)
    for who in PEOPLE:
        drawn = lanes.get(who)
        assert list(drawn.talk if drawn else ()) == theirs.talk_spans[who]
        assert list(drawn.backchannels if drawn else ()) == theirs.backchannel_spans[who]
    at = both.hearing.settles_at(now)
    talk, backchannels = both.naive.classified(now)
    known = {(who, start) for kind in (talk, backchannels) for who in PEOPLE for start, _ in kind[who]}
    for later in range(now, (at or now + 2_000) + CELL, CELL):
        talk, backchannels = both.naive.classified(later)
        new = {
            (who, start)
            for kind in (talk, backchannels)
            for who in PEOPLE
            for start, _ in kind[who]
            if start < now
        } - known
        assert bool(new) == (at is not None and later >= at)
