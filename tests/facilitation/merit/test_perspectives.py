"""The lens and divergence: perspectives are weighed or set apart, people never."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facilitation.merit.perspectives import (
    Divergence,
    EachWay,
    divergence,
    each_way,
    lens_disagrees,
    lens_mean,
    lens_merit,
)
from app.facilitation.merit.questions import Question
from app.facilitation.merit.tally import tally


def test_numbers_in_a_perspective_do_not_weigh_twice() -> None:
    many, few = tally([2] * 20), tally([4] * 3)
    assert lens_mean({"professional": many, "lived_experience": few}, {}) == 3.0


def test_a_weight_of_two_counts_a_perspective_twice() -> None:
    both = {"professional": tally([2, 2, 2]), "lived_experience": tally([5, 5, 5])}
    assert lens_mean(both, {"lived_experience": 2.0}) == pytest.approx((2 + 2 * 5) / 3)


def test_a_perspective_under_three_is_not_weighed_and_one_alone_is_no_lens() -> None:
    assert lens_mean({"a": tally([2, 2, 2]), "b": tally([5, 5])}, {}) is None
    three = {"a": tally([2, 2, 2]), "b": tally([4, 4, 4]), "c": tally([5, 5])}
    assert lens_mean(three, {"c": 2.0}) == 3.0


@pytest.mark.parametrize("weight", [0.4, 2.1, 0.0])
def test_a_lens_leans_and_does_not_silence(weight: float) -> None:
    with pytest.raises(ValueError, match="weighs"):
        lens_mean({"a": tally([2, 2, 2]), "b": tally([4, 4, 4])}, {"a": weight})


def test_a_lens_that_is_off_on_one_question_is_off_for_the_idea() -> None:
    both = {"a": tally([2, 2, 2]), "b": tally([4, 4, 4])}
    whole = dict.fromkeys(Question, both)
    assert lens_merit(whole, {}) == 3.0
    assert lens_merit({**whole, Question.feasible: {"a": tally([2, 2, 2])}}, {}) is None


def test_disagreement_is_another_idea_on_top_or_a_rank_moved_by_two() -> None:
    equal = {"a": Fraction(4), "b": Fraction("3.9"), "c": Fraction(3), "d": Fraction(2)}
    assert lens_disagrees(equal, equal) == frozenset()
    assert lens_disagrees(equal, {**equal, "b": Fraction("4.1")}) == {"a", "b"}
    assert lens_disagrees(equal, {**equal, "d": Fraction("3.95")}) == {"d"}
    assert lens_disagrees(equal, {"c": Fraction(5), "d": Fraction(1)}) == frozenset()


def test_perspectives_diverge_a_point_and_two_errors_apart() -> None:
    apart = {"run": tally([1, 2, 2, 2, 3]), "live": tally([4, 4, 5, 5, 4])}
    found = divergence(apart)
    assert found is not None
    assert (found.higher, found.lower) == ("live", "run")
    assert found.apart == pytest.approx(2.4)
    assert divergence({**apart, "live": tally([3, 3, 3, 2, 2])}) is None


def test_a_point_apart_is_a_point_apart_whatever_a_rounding_makes_of_it() -> None:
    # 2.8 and 1.8: as floats they are .9999999999999998 apart.
    found = divergence({"a": tally([2, 3, 3, 3, 3]), "b": tally([1, 2, 2, 2, 2])})
    assert found is not None
    assert found.apart == 1
    # 3 and 4, variances 1 and 1 with 8 scorers each: two standard errors are a point as well.
    wide = [2, 2, 3, 3, 3, 4, 4]
    assert divergence({"a": tally([*wide, 3]), "b": tally([one + 1 for one in (*wide, 3)])}) is not None


def test_a_point_apart_within_two_errors_is_chance() -> None:
    # Means 2 and 3, variances 2 and 2: two standard errors are 2 · sqrt(2/5 + 2/5) = 1.79.
    assert divergence({"a": tally([1, 1, 1, 3, 4]), "b": tally([2, 2, 2, 4, 5])}) is None


def test_four_scorers_are_too_few_to_diverge() -> None:
    assert divergence({"a": tally([1] * 4), "b": tally([5] * 9)}) is None
    assert divergence({"a": tally([1] * 5), "b": tally([5] * 9)}) is not None


perspective = st.lists(st.integers(1, 5), min_size=3, max_size=12).map(tally)


@given(
    st.dictionaries(st.sampled_from("abcd"), perspective, min_size=2), st.floats(0.5, 2), st.floats(0.5, 2)
)
def test_a_lens_stays_among_the_means_of_its_perspectives(
    perspectives: dict[str, tuple[int, ...]], one: float, other: float
) -> None:
    found = lens_mean(perspectives, {"a": one, "b": other})
    means = [sum(step * n for step, n in enumerate(c, 1)) / sum(c) for c in perspectives.values()]
    assert found is not None
    assert min(means) - 1e-9 <= found <= max(means) + 1e-9


def test_each_side_is_asked_about_what_the_other_side_said() -> None:
    """Who would run it finds it hard to do; who would live with it says that it helps most."""
    run, live = "run", "live"
    one = {Question.feasible: Divergence(live, run, Fraction("1.8"))}
    assert each_way(one) == (
        EachWay(live, run, Question.feasible, more=False),
        EachWay(run, live, Question.feasible, more=True),
    )
    # Each has a doubt: each is asked about the other's, though one lies further apart.
    both = {**one, Question.beneficial: Divergence(run, live, Fraction("1.2"))}
    assert each_way(both) == (
        EachWay(live, run, Question.feasible, more=False),
        EachWay(run, live, Question.beneficial, more=False),
    )
    # Others, who lie less far apart, are not asked: one question each way, and no more.
    third = {**one, Question.acceptable: Divergence("both", run, Fraction("1.1"))}
    assert each_way(third) == each_way(one)
    assert each_way({}) == ()
