"""Devices that hear one another's people: a voice is one person's, whichever devices it reaches."""

from itertools import chain

from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation.ids import ParticipantId
from app.facilitation.speech import Hearing, Source
from tests.facilitation.speech.naive import CELL
from tests.facilitation.speech.test_equals_naive import Both, agos, checkpoints_as_close_as_may_be

__all__ = ["checkpoints_as_close_as_may_be"]

ANN, BO, CY = (ParticipantId(name) for name in ("ann", "bo", "cy"))

three = st.sampled_from([ANN, BO, CY])
lately = st.integers(0, 50).map(lambda cells: cells * CELL)
often = st.integers(1, 60).map(lambda cells: cells * CELL)
levels = st.sampled_from([-33, -30, -27, -24])
told = st.one_of(
    st.tuples(st.just("pass"), often),
    st.tuples(st.just("start"), three, st.just(Source.mic), lately, levels),
    st.tuples(st.just("start"), three, st.just(Source.mic), lately, levels),
    st.tuples(st.just("stop"), three, st.just(Source.mic), lately, levels),
    st.tuples(st.just("stop"), three, st.just(Source.mic), lately),
    st.tuples(st.just("utter"), three, st.just(Source.tap), often),
    st.tuples(st.just("correct"), st.sampled_from("xy"), three, lately, often, st.booleans()),
)


@st.composite
def one_voice_at_two_devices(draw: st.DrawFn) -> list[tuple[object, ...]]:
    """Two devices begin to hear it, and later, in any order, say that it is over and how loud it was."""
    devices = draw(st.permutations([ANN, BO, CY]))[:2]
    begins: list[tuple[object, ...]] = [
        ("start", who, Source.mic, draw(lately), draw(levels)) for who in devices
    ]
    ends: list[tuple[object, ...]] = []
    for who in draw(st.permutations(devices)):
        ends += [("pass", draw(often)), ("stop", who, Source.mic, draw(lately), draw(levels))]
    return [*begins, ("pass", draw(often)), ("look", draw(lately)), *ends]


scripts = st.lists(st.one_of(one_voice_at_two_devices(), told.map(lambda step: [step])), max_size=14)


@settings(max_examples=150)
@given(scripts, agos)
def test_however_late_it_is_told_whose_voice_it_was_the_figures_equal_the_simulation(
    scripts: list[list[tuple[object, ...]]], since_ago: int
) -> None:
    both = Both(advancing=True)
    for step in chain.from_iterable(scripts):
        both.take(step)
    both.compare(both.ago(since_ago))


class Table:
    """Three people at one table, whose devices all listen."""

    def __init__(self) -> None:
        self.hearing = Hearing().begin(0)
        for who in (ANN, BO, CY):
            self.hearing = self.hearing.counts(who, 0, True).present(who, 0, True)
            self.hearing = self.hearing.cover(who, Source.mic, 0, True)

    def hears(self, who: ParticipantId, start: int, end: int, level: int | None) -> "Table":
        """A device hears a voice; told when it is over."""
        self.hearing = self.hearing.start(who, Source.mic, start, level).stop(who, Source.mic, end, level)
        return self

    def talk(self, now: int = 60_000) -> dict[str, tuple[tuple[int, int], ...]]:
        return {str(who): tuple(lane.talk) for who, lane in self.hearing.lanes(0, now).items()}


def test_a_voice_that_three_devices_hear_is_whose_device_hears_it_loudest() -> None:
    table = Table().hears(ANN, 10_050, 15_100, -33).hears(BO, 10_000, 15_000, -24)
    assert table.hears(CY, 10_100, 15_250, -30).talk() == {"bo": ((10_000, 15_000),)}


def test_heard_as_loud_by_two_it_is_whose_device_heard_it_first() -> None:
    assert Table().hears(ANN, 10_120, 15_000, -24).hears(BO, 10_000, 15_000, -24).talk() == {
        "bo": ((10_000, 15_000),)
    }


def test_a_copy_is_no_talk_no_overlap_no_turn_and_no_backchannel() -> None:
    table = Table().hears(ANN, 10_000, 15_000, -24).hears(BO, 10_100, 15_100, -30)
    table.hears(ANN, 20_000, 20_600, -24).hears(BO, 20_050, 20_700, -30)
    figures = table.hearing.figures(60_000)
    assert (figures.overlap_ms, figures.changes, figures.talk_ms) == (0, 0, 5_600)
    assert figures.people[BO].turns == figures.people[BO].backchannels == figures.people[BO].talk_ms == 0
    assert figures.people[BO].measured


def test_when_the_voice_changes_each_keeps_their_own_part() -> None:
    table = Table().hears(ANN, 10_000, 15_000, -24).hears(ANN, 15_000, 20_000, -30)
    table.hears(BO, 10_050, 15_000, -30).hears(BO, 15_000, 20_050, -24)
    assert table.talk() == {"ann": ((10_000, 15_000),), "bo": ((15_000, 20_050),)}


def test_who_joins_in_as_loud_as_who_talks_is_heard_too() -> None:
    table = Table().hears(ANN, 10_000, 15_000, -24).hears(BO, 12_000, 17_000, -24)
    assert table.talk() == {"ann": ((10_000, 15_000),), "bo": ((12_000, 17_000),)}
    assert table.hearing.figures(60_000).overlap_ms == 3_000


def test_devices_whose_people_sit_alone_are_left_as_they_are() -> None:
    table = Table().hears(ANN, 10_000, 15_000, None).hears(BO, 10_000, 15_000, -60)
    assert set(table.talk()) == {"ann", "bo"}


def test_a_correction_stands_above_whose_voice_it_seemed_to_be() -> None:
    table = Table().hears(ANN, 10_000, 15_000, -24).hears(BO, 10_000, 15_000, -30)
    hearing = table.hearing
    for who, spoke in ((ANN, False), (BO, True)):
        hearing = hearing.correct("c1", who, 10_000, 15_000, spoke)  # type: ignore[arg-type]
    table.hearing = hearing
    assert table.talk() == {"bo": ((10_000, 15_000),)}


def test_a_tap_stands_below_a_device_that_hears_another_voice() -> None:
    table = Table().hears(ANN, 10_000, 15_000, -24).hears(BO, 10_000, 15_000, -30)
    table.hearing = table.hearing.start(BO, Source.tap, 11_000).stop(BO, Source.tap, 14_000)
    assert set(table.talk()) == {"ann"}


def test_who_is_heard_just_now_on_screens_is_whose_voice_it_is() -> None:
    hearing = Table().hearing.start(ANN, Source.mic, 10_000, -24).start(BO, Source.mic, 10_100, -30)
    assert [one.participant for one in hearing.speaking(11_000)] == [ANN]
    hearing = hearing.stop(ANN, Source.mic, 12_000, -24)
    assert [one.participant for one in hearing.speaking(12_200)] == []
    assert [one.participant for one in hearing.speaking(12_400)] == [BO]


def test_the_order_in_which_devices_tell_changes_nothing() -> None:
    one = Table().hears(ANN, 10_000, 15_000, -24).hears(BO, 10_000, 12_000, -18).hears(CY, 9_000, 30_000, -27)
    other = (
        Table().hears(CY, 9_000, 30_000, -27).hears(BO, 10_000, 12_000, -18).hears(ANN, 10_000, 15_000, -24)
    )
    assert one.hearing == other.hearing
    assert one.talk() == other.talk()


def test_a_level_that_was_louder_all_in_all_gives_the_voice_back_from_its_beginning() -> None:
    hearing = Table().hearing.start(ANN, Source.mic, 10_000, -30).start(BO, Source.mic, 10_000, -27)
    assert set(hearing.lanes(0, 30_000)) == {BO}
    hearing = hearing.stop(BO, Source.mic, 31_000, -33).stop(ANN, Source.mic, 31_000, -24)
    assert set(hearing.lanes(0, 60_000)) == {ANN}
