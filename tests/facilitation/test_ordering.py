"""The order in which waiting people go."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from app.facilitation.ids import ParticipantId, Policy
from app.facilitation.ordering import LAG_CAP_MS, MOST_OVERTAKEN, Waiting, order, overtakes, with_moved


def person(name: str, asked_at: int, lag_ms: int = 0, overtaken: int = 0) -> Waiting:
    return Waiting(ParticipantId(name), asked_at, overtaken, lag_ms, spoke=True)


def names(entries: tuple[tuple[ParticipantId, str], ...]) -> str:
    return " ".join(participant for participant, _ in entries)


def test_the_worked_example_of_fair_scheduling() -> None:
    """600 s of talk, 300/150/100/50 by four people: lags -150/0/+50/+100 s; a newcomer has lag 0 (EEVDF)."""
    four = [
        person("A", 1, -150_000),
        person("B", 2, 0),
        person("C", 3, 50_000),
        person("D", 4, 100_000),
    ]
    assert names(order(Policy.balanced, four)) == "D C B A"
    assert names(order(Policy.balanced, [*four, person("E", 5, 0)])) == "D C B A E"
    assert (
        names(order(Policy.balanced, [*four[1:], person("A", 6, -150_000), person("E", 5, 0)])) == "D C B E A"
    )


def test_first_come_first_served_looks_at_nothing_but_the_asking_time() -> None:
    assert names(order(Policy.fifo, [person("B", 2, 900_000), person("A", 1, -900_000)])) == "A B"


def test_whoever_was_overtaken_three_times_goes_next() -> None:
    entries = order(
        Policy.balanced, [person("A", 1, -60_000, overtaken=MOST_OVERTAKEN), person("B", 2, 60_000)]
    )
    assert entries == (("A", "overtaken"), ("B", "heard_least"))


def test_a_long_silence_is_no_blank_cheque() -> None:
    """Beyond the cap two people count as equally unheard, and who asked first goes first."""
    waiting = [person("A", 1, LAG_CAP_MS + 1), person("B", 2, LAG_CAP_MS * 5)]
    assert names(order(Policy.balanced, waiting)) == "A B"


def test_a_place_given_by_hand_stands_above_the_policy() -> None:
    ordered = order(Policy.fifo, [person("A", 1), person("B", 2), person("C", 3)])
    moved = with_moved(ordered, [(ParticipantId("C"), 0)])
    assert moved == (("C", "moved"), ("A", "asked_first"), ("B", "asked_first"))


@dataclass
class Line:
    """A queue that is served by the policy, counting overtakes as the floor does."""

    waiting: dict[str, Waiting] = field(default_factory=dict)

    def serve(self) -> str:
        first, _ = order(Policy.balanced, list(self.waiting.values()))[0]
        served = self.waiting.pop(first)
        for passed in overtakes(served, list(self.waiting.values())):
            w = self.waiting[passed]
            self.waiting[passed] = Waiting(w.participant, w.asked_at, w.overtaken + 1, w.lag_ms, w.spoke)
        return first


@given(st.lists(st.one_of(st.none(), st.integers(-400_000, 400_000)), max_size=60))
def test_nobody_is_overtaken_more_than_three_times(script: list[int | None]) -> None:
    """A number is somebody who asks with that lag; None serves one person."""
    line = Line()
    ahead: dict[str, int] = {}
    waited: dict[str, int] = {}
    for asked_at, lag in enumerate(script):
        if lag is not None:
            name = f"p{asked_at:03}"
            ahead[name] = len(line.waiting)
            waited[name] = 0
            line.waiting[name] = person(name, asked_at, lag)
        elif line.waiting:
            served = line.serve()
            for name in line.waiting:
                waited[name] += 1
            assert waited[served] <= ahead[served] + MOST_OVERTAKEN
        assert all(w.overtaken <= MOST_OVERTAKEN for w in line.waiting.values())


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(-9, 9), st.integers(0, 3)), min_size=1, max_size=70))
def test_the_shown_order_is_the_order_in_which_they_are_served(people: list[tuple[int, int, int]]) -> None:
    waiting = [person(f"p{i:02}", asked, lag * 40_000, count) for i, (asked, lag, count) in enumerate(people)]
    line = Line({w.participant: w for w in waiting})
    shown = [participant for participant, _ in order(Policy.balanced, waiting)]
    assert sorted(shown) == sorted(line.waiting)
    assert shown[:50] == [line.serve() for _ in range(min(50, len(people)))]
