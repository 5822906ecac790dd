"""Two people who were one all along: figures as if nobody had ever told them apart."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation.ids import CorrectionId, ParticipantId
from app.facilitation.speech import CutOff, Hearing, Source
from app.facilitation.speech.merging import merged
from app.facilitation.speech.switch import Switch

ANN, TWIN, BO, CY = (ParticipantId(name) for name in ("ann", "ann_again", "bo", "cy"))
CUT = CutOff(3_000, 1_000, 3_000, 5_000)

who = st.sampled_from((ANN, ANN, TWIN, TWIN, BO, CY))
sources = st.sampled_from((Source.mic, Source.mic, Source.tap, Source.api))
short, long = st.integers(0, 4_000), st.integers(0, 90_000)
steps = st.one_of(
    st.tuples(st.just("pass"), long),
    st.tuples(st.just("speak"), who, sources, short, st.sampled_from((None, -30, -24, -18))),
    st.tuples(st.just("speak"), who, sources, long, st.none()),
    st.tuples(st.just("begin"), who, sources),
    st.tuples(st.just("end"), who, sources),
    st.tuples(st.just("late"), who, sources, long, long),
    st.tuples(st.just("correct"), who, long, short, st.booleans()),
    st.tuples(st.just("away"), who, long),
    st.tuples(st.just("cover"), who, sources),
    st.tuples(st.just("advance")),
)


class Told:
    """A meeting as it was heard with Ann standing twice in it, and as it was with her once."""

    def __init__(self) -> None:
        self.now, self.corrections = 2_000, 0
        self.twice, self.once = Hearing().begin(1_000), Hearing().begin(1_000)
        self.heard: dict[tuple[ParticipantId, Source], ParticipantId] = {}
        """Of each person and source that hears them: as whom."""
        self.stands: tuple[ParticipantId, ...] = (ANN, TWIN)
        """As whom Ann stands in the meeting."""
        for each in (ANN, TWIN, BO, CY):
            self.both("counts", each, 1_000, True)
            self.both("present", each, 1_000, True)
        for each in (ANN, BO, CY):
            self.both("cover", each, Source.mic, 1_000, True)

    def both(self, what: str, person: ParticipantId, *rest: object) -> None:
        self.twice = getattr(self.twice, what)(person, *rest)
        self.once = getattr(self.once, what)(ANN if person == TWIN else person, *rest)

    def begin(self, person: ParticipantId, source: Source, level: int | None = None) -> None:
        known = self.heard.setdefault((ANN if person == TWIN else person, source), person)
        self.both("start", known, source, self.now, level)

    def end(self, person: ParticipantId, source: Source, level: int | None = None) -> None:
        known = self.heard.pop((ANN if person == TWIN else person, source), person)
        self.both("stop", known, source, self.now, level)

    def take(self, step: tuple[object, ...]) -> None:
        match step:
            case ("pass", int(ms)):
                self.now += ms
            case ("speak", str(name), Source() as source, int(ms), level):
                assert level is None or isinstance(level, int)
                self.begin(ParticipantId(name), source, level)
                self.now += ms
                self.end(ParticipantId(name), source, level)
            case ("begin", str(name), Source() as source):
                self.begin(ParticipantId(name), source)
            case ("end", str(name), Source() as source):
                self.end(ParticipantId(name), source)
            case ("late", str(name), Source() as source, int(ago), int(ms)):
                start = max(1_000, self.now - ago)
                span = (start, min(start + ms, self.now))
                self.twice = self.twice.add(source, [(ParticipantId(name), *span)])
                self.once = self.once.add(source, [(ANN if name == TWIN else ParticipantId(name), *span)])
            case ("correct", str(name), int(ago), int(ms), bool(spoke)):
                start, self.corrections = max(1_000, self.now - ago), self.corrections + 1
                made, person = CorrectionId(f"c{self.corrections}"), ParticipantId(name)
                end = min(start + ms, self.now)
                self.twice = self.twice.correct(made, person, start, end, spoke)
                self.once = self.once.correct(made, ANN if person == TWIN else person, start, end, spoke)
            case ("away", str(name), int(ms)):
                for on in (False, True):
                    for each in self.stands if name in self.stands else (ParticipantId(name),):
                        self.both("present", each, self.now, on)
                    self.now += ms
            case ("cover", str(name), Source() as source):
                self.both("cover", ParticipantId(name), source, self.now, True)
            case ("advance",):
                self.twice, self.once = self.twice.advance(self.now), self.once.advance(self.now)

    def agree(self, of: Hearing) -> None:
        once, now = self.once, self.now
        assert of.figures(now) == once.figures(now)
        assert of.figures(now, now // 2) == once.figures(now, now // 2)
        assert of.figures(now // 2) == once.figures(now // 2)
        assert of.lanes(1_000, now) == once.lanes(1_000, now)
        assert of.between(1_000, now // 2, now) == once.between(1_000, now // 2, now)
        assert of.standings(now, (ANN, BO)) == once.standings(now, (ANN, BO))
        assert of.cut_off(1_000, now, CUT) == once.cut_off(1_000, now, CUT)
        assert {one.participant for one in of.speaking(now)} == {
            one.participant for one in once.speaking(now)
        }
        assert TWIN not in of.facts.people


@settings(max_examples=150)
@given(st.lists(steps, max_size=40), st.lists(steps, max_size=15))
def test_figures_of_one_who_stood_twice_are_those_of_one_person_all_along(
    before: list[tuple[object, ...]], after: list[tuple[object, ...]]
) -> None:
    told = Told()
    for step in before:
        told.take(step)
    told.twice, told.stands = merged(told.twice, ANN, TWIN), (ANN,)
    told.agree(told.twice)
    told.heard = {key: ANN if as_whom == TWIN else as_whom for key, as_whom in told.heard.items()}
    for step in after:
        told.take(tuple(ANN if part == TWIN else part for part in step))
    told.agree(told.twice)


@given(
    st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=8),
    st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=8),
)
def test_either_of_two_switches_is_on_where_one_of_them_is(
    one: list[tuple[int, bool]], also: list[tuple[int, bool]]
) -> None:
    a, b = Switch(), Switch()
    for at, on in one:
        a = a.set(at, on)
    for at, on in also:
        b = b.set(at, on)
    both = a.either(b)
    assert [both.at(t) for t in range(40)] == [a.at(t) or b.at(t) for t in range(40)]
    assert both.set(35, False).at(36) is False
