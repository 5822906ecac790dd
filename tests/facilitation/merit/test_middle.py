"""Median, shrunken mean, red flag and "too few to say" against worked examples."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facilitation.merit.median import lower_median
from app.facilitation.merit.shrunken_mean import shrunken_mean, usual
from app.facilitation.merit.tally import mean, tally
from app.facilitation.merit.warnings import red_flag, too_few

scores = st.lists(st.integers(1, 5), min_size=1, max_size=30)


# Balinski & Laraki 2007, PNAS 104(21):8720-8725: the lower of the two middle ones.
@pytest.mark.parametrize(
    ("given_", "middle"), [([3, 4], 3), ([2, 4, 5], 4), ([1, 1, 5, 5], 1), ([4, 4, 5, 5], 4), ([5], 5)]
)
def test_the_middle_is_the_lower_of_two(given_: list[int], middle: int) -> None:
    assert lower_median(tally(given_)) == middle


@given(scores)
def test_the_middle_is_a_score_that_somebody_gave(given_: list[int]) -> None:
    assert lower_median(tally(given_)) == sorted(given_)[(len(given_) - 1) // 2]


# Bayesian average with m = 3 and the weight of three answers.
@pytest.mark.parametrize(("given_", "expected"), [([5], 3.5), ([5, 5, 5], 4.0), ([4] * 10, 3.7692)])
def test_few_answers_stay_near_what_is_usual(given_: list[int], expected: float) -> None:
    assert shrunken_mean(tally(given_), Fraction(3)) == pytest.approx(expected, abs=5e-5)


def test_no_answer_is_no_mean_and_not_a_middling_one() -> None:
    nobody = tally([])
    assert shrunken_mean(nobody, Fraction(3)) is None
    assert lower_median(nobody) is None
    assert mean(nobody) is None


def test_what_is_usual_is_the_mean_of_the_rounds_scores() -> None:
    assert usual([tally([5, 5, 5]), tally([1])]) == 4.0
    assert usual([tally([])]) == 3.0


@given(st.lists(st.lists(st.integers(1, 5), min_size=4, max_size=4), min_size=2, max_size=6))
def test_where_all_score_all_the_order_is_that_of_the_means(ideas: list[list[int]]) -> None:
    tallies = [tally(one) for one in ideas]
    m = usual(tallies)
    plain = sorted(range(len(ideas)), key=lambda i: (sum(ideas[i]), i))
    shrunken = sorted(range(len(ideas)), key=lambda i: (shrunken_mean(tallies[i], m), i))
    assert plain == shrunken


@pytest.mark.parametrize(
    ("given_", "flagged"),
    [
        ([2, 2, 5], True),  # the median is 2
        ([3, 3, 5], False),
        ([1, 1, 5, 5, 5, 5, 5, 5, 5, 5], True),  # two people, a fifth
        ([1, 1, 5, 5, 5, 5, 5, 5, 5, 5, 5], False),  # two people, less than a fifth
        ([1, 5, 5, 5, 5], False),  # a fifth, one person
        ([], False),
    ],
)
def test_a_red_flag_is_a_low_middle_or_two_people_and_a_fifth_at_one(
    given_: list[int], flagged: bool
) -> None:
    assert red_flag(tally(given_)) is flagged


@pytest.mark.parametrize(
    ("given_", "asked", "few"), [(2, 2, True), (3, 6, False), (3, 7, True), (4, 7, False), (0, 0, True)]
)
def test_under_three_or_under_half_of_those_asked_is_too_few(given_: int, asked: int, few: bool) -> None:
    assert too_few(tally([4] * given_), asked) is few
