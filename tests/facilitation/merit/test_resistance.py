"""Resistance against a published table, and its laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facilitation.merit.resistance import comparable, gain, least_first, resistance

PEOPLE = ("ann", "bob", "cem", "dee")


def of(*levels: int) -> dict[str, int]:
    """One option's answers of the four."""
    return dict(zip(PEOPLE, levels, strict=True))


# The worked table of systemic consensing at metagovernment.org, after Visotschnig & Schrotta 2005.
TABLE = {"a": of(8, 3, 0, 1), "b": of(4, 7, 9, 0), "c": of(2, 4, 6, 2), "d": of(1, 6, 3, 0)}


@pytest.mark.parametrize(
    ("option", "total", "acceptance"), [("a", 12, 70.0), ("b", 20, 50.0), ("c", 14, 65.0), ("d", 10, 75.0)]
)
def test_resistance_is_that_of_the_published_table(option: str, total: int, acceptance: float) -> None:
    met = resistance(TABLE[option])
    assert met is not None
    assert met.total == total
    assert met.acceptance == pytest.approx(acceptance)


def test_least_resistance_stands_first() -> None:
    assert least_first(TABLE) == [["d"], ["a"], ["c"], ["b"]]


def test_leaving_things_as_they_are_is_the_limit() -> None:
    assert gain(TABLE["d"], TABLE["a"]) == pytest.approx(5.0)
    assert gain(TABLE["b"], TABLE["a"]) == pytest.approx(-20.0)
    assert gain(TABLE["a"], {}) is None


def test_equal_resistance_goes_to_the_smaller_highest_answer_then_to_fewer_hard_ones() -> None:
    options = {"peak": of(9, 1, 1, 1), "flat": of(3, 3, 3, 3), "level": of(3, 3, 3, 3)}
    assert least_first(options) == [["flat", "level"], ["peak"]]
    assert least_first({"two": of(8, 8, 0, 0), "one": of(8, 4, 4, 0)}) == [["one"], ["two"]]


def test_one_who_cannot_live_with_it_needs_an_answer_even_in_a_winner() -> None:
    met = resistance(of(9, 0, 0, 0))
    assert met is not None
    assert met.needs_answer == 1


def test_options_are_compared_where_four_fifths_answered_both() -> None:
    five = {**of(1, 1, 1, 1), "eli": 1}
    assert comparable(five, of(9, 9, 9, 9))
    assert not comparable({**five, "fay": 1}, of(9, 9, 9, 9))
    assert least_first({"all": {**five, "fay": 1}, "few": {"ann": 0}}) == [["all"]]


def test_an_answer_off_the_scale_is_an_error() -> None:
    with pytest.raises(ValueError, match="11 is not on the scale"):
        resistance({"ann": 11})


answers = st.lists(st.integers(0, 10), min_size=4, max_size=4).map(lambda levels: of(*levels))


@given(st.dictionaries(st.sampled_from("abcdef"), answers, min_size=1), st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(options: dict[str, dict[str, int]], chance: object) -> None:
    names = list(options)
    chance.shuffle(names)  # type: ignore[attr-defined]
    turned = {name: dict(reversed(options[name].items())) for name in names}
    assert least_first(turned) == least_first(options)
    assert [resistance(turned[n]) for n in options] == [resistance(options[n]) for n in options]


@given(st.dictionaries(st.sampled_from("abcdef"), answers, min_size=1))
def test_every_option_stands_once_and_never_before_one_of_less_resistance(
    options: dict[str, dict[str, int]],
) -> None:
    places = least_first(options)
    assert sorted(option for place in places for option in place) == sorted(options)
    totals = [sum(options[option].values()) for place in places for option in place]
    assert totals == sorted(totals)
