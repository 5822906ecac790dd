"""The order in which waiting people go."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from app.facilitation.ids import Asks, ParticipantId, Policy
from app.facilitation.ordering import LAG_CAP_MS, MOST_OVERTAKEN, Waiting, order, overtakes, with_moved


def person(
    name: str,
    asked_at: int,
    lag_ms: int = 0,
    overtaken: int = 0,
    asks: Asks = Asks.new_point,
    lot: int = 0,
    side: str = "",
) -> Waiting:
    return Waiting(ParticipantId(name), asked_at, overtaken, lag_ms, True, asks, lot, side)


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


def test_questions_come_before_replies_and_replies_before_new_points() -> None:
    waiting = [person("N", 1), person("R", 2, asks=Asks.reply), person("Q", 3, asks=Asks.question)]
    for policy in Policy:
        assert order(policy, waiting) == (
            ("Q", "question"),
            ("R", "reply"),
            ("N", order(policy, waiting)[2][1]),
        )


def test_whoever_was_overtaken_three_times_goes_before_every_class() -> None:
    waiting = [person("N", 1, overtaken=MOST_OVERTAKEN), person("Q", 2, asks=Asks.question)]
    for policy in Policy:
        assert order(policy, waiting) == (("N", "overtaken"), ("Q", "question"))


def test_room_and_online_take_turns_each_in_the_order_in_which_they_asked() -> None:
    waiting = [
        person("A", 1, side="room"),
        person("B", 2, side="room"),
        person("C", 3, side="online"),
        person("D", 4, side="room"),
        person("E", 5, side="online"),
    ]
    assert names(order(Policy.alternate, waiting, "online")) == "A C B E D"
    assert names(order(Policy.alternate, waiting, "room")) == "C A E B D"


def test_by_lot_the_lot_decides() -> None:
    waiting = [person("A", 1, lot=9), person("B", 2, lot=4), person("C", 3, lot=7)]
    assert names(order(Policy.random, waiting)) == "B C A"


def test_hands_that_were_raised_together_overtake_nobody_of_each_other() -> None:
    together = [person("A", 1), person("B", 1), person("C", 2)]
    assert overtakes(together[1], together) == ()
    assert overtakes(together[2], together) == ("A", "B")


@dataclass
class Line:
    """A queue that is served by the policy, counting overtakes as the floor does."""

    waiting: dict[str, Waiting] = field(default_factory=dict)
    policy: Policy = Policy.balanced
    side: str = ""

    def serve(self) -> str:
        first, _ = order(self.policy, list(self.waiting.values()), self.side)[0]
        served = self.waiting.pop(first)
        self.side = served.side
        for passed in overtakes(served, list(self.waiting.values())):
            w = self.waiting[passed]
            self.waiting[passed] = w._replace(overtaken=w.overtaken + 1)
        return first


asking = st.tuples(
    st.integers(-400_000, 400_000),
    st.sampled_from(list(Asks)),
    st.integers(0, 9),
    st.sampled_from(["room", "online"]),
)
policies = st.sampled_from(list(Policy))


@given(st.lists(st.one_of(st.none(), asking, policies), max_size=60))
def test_nobody_is_overtaken_more_than_three_times(
    script: list[tuple[int, Asks, int, str] | Policy | None],
) -> None:
    """Over all classes and policies: somebody asks, the policy changes, or (None) one person is served."""
    line = Line()
    ahead: dict[str, int] = {}
    waited: dict[str, int] = {}
    for asked_at, step in enumerate(script):
        if isinstance(step, Policy):
            line.policy = step
        elif step is not None:
            name = f"p{asked_at:03}"
            lag, asks, lot, side = step
            ahead[name] = len(line.waiting)
            waited[name] = 0
            line.waiting[name] = person(name, asked_at, lag, 0, asks, lot, side)
        elif line.waiting:
            served = line.serve()
            for name in line.waiting:
                waited[name] += 1
            assert waited[served] <= ahead[served] + MOST_OVERTAKEN
        assert all(w.overtaken <= MOST_OVERTAKEN for w in line.waiting.values())


@given(
    policies,
    st.lists(
        st.tuples(st.integers(0, 5), st.integers(0, 3), asking),
        min_size=1,
        max_size=70,
    ),
)
def test_the_shown_order_is_the_order_in_which_they_are_served(
    policy: Policy, people: list[tuple[int, int, tuple[int, Asks, int, str]]]
) -> None:
    waiting = [
        person(f"p{i:02}", asked, lag, count, asks, lot, side)
        for i, (asked, count, (lag, asks, lot, side)) in enumerate(people)
    ]
    line = Line({w.participant: w for w in waiting}, policy, "room")
    shown = [participant for participant, _ in order(policy, waiting, "room")]
    assert sorted(shown) == sorted(line.waiting)
    assert shown[:50] == [line.serve() for _ in range(min(50, len(people)))]
