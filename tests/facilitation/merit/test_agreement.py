"""Agreement and division against worked examples, and their laws."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facilitation.merit.agreement import agreement
from app.facilitation.merit.division import divided, division, split
from app.facilitation.merit.tally import tally

# (scores per step, Cns, Split): Cns after Tastle & Wierman 2007, Int. J. Approximate Reasoning 45(3):531-545;
# Split is 4·pL·pH (Montalvo & Reynal-Querol 2005 for two groups). Worked out apart from this code.
EXAMPLES = [
    ((0, 0, 0, 0, 5), 1.0, 0.0),
    ((0, 0, 0, 5, 0), 1.0, 0.0),
    ((5, 0, 0, 0, 5), 0.0, 1.0),
    ((1, 1, 1, 1, 1), 0.4340, 0.64),
    ((0, 0, 0, 3, 3), 0.8074, 0.0),
    ((0, 3, 0, 3, 0), 0.5850, 1.0),
    ((1, 0, 0, 0, 4), 0.2781, 0.64),
    ((0, 0, 1, 2, 3), 0.7291, 0.0),
    ((1, 2, 4, 2, 1), 0.6340, 0.36),
    ((3, 1, 0, 1, 3), 0.1462, 1.0),
    ((2, 1, 1, 1, 2), 0.3100, 0.7347),
    ((0, 1, 2, 4, 3), 0.6797, 0.28),
]
scores = st.lists(st.integers(1, 5), min_size=1, max_size=30)


@pytest.mark.parametrize(("counts", "cns", "_"), EXAMPLES)
def test_agreement_is_that_of_the_worked_examples(counts: tuple[int, ...], cns: float, _: float) -> None:
    assert agreement(counts) == pytest.approx(cns, abs=5e-5)


def test_agreement_on_seven_steps_is_that_of_the_published_example() -> None:
    # The example of R's agrmt::consensus for a scale of seven.
    assert agreement((30, 40, 210, 130, 530, 50, 10)) == pytest.approx(0.7256876, abs=5e-8)


@pytest.mark.parametrize(("counts", "_", "expected"), EXAMPLES)
def test_division_is_that_of_the_worked_examples(counts: tuple[int, ...], _: float, expected: float) -> None:
    assert split(counts) == pytest.approx(expected, abs=5e-5)


def test_below_five_answers_there_is_no_division() -> None:
    assert division((2, 0, 0, 0, 2)) is None
    assert division((2, 0, 1, 0, 2)) is not None


def test_nobody_agrees_or_is_divided_where_nobody_answered() -> None:
    nobody = (0, 0, 0, 0, 0)
    assert agreement(nobody) is None
    assert division(nobody) is None
    assert not divided(nobody)


def test_one_person_is_no_camp() -> None:
    assert split((1, 0, 0, 0, 2)) > 0.75
    assert not divided((1, 0, 0, 0, 4))
    assert divided((2, 0, 0, 0, 3))


def test_divided_begins_at_three_quarters() -> None:
    assert split((2, 0, 2, 1, 3)) == pytest.approx(0.5)
    assert not divided((2, 0, 2, 1, 3))
    assert split((2, 1, 0, 3, 6)) == pytest.approx(0.75)
    assert divided((2, 1, 0, 3, 6))


@given(scores)
def test_agreement_lies_between_none_and_whole(given_: list[int]) -> None:
    found = agreement(tally(given_))
    assert found is not None
    assert 0 <= found <= 1
    assert (found == 1) == (len(set(given_)) == 1)


@given(scores, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(given_: list[int], chance: object) -> None:
    shuffled = list(given_)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert tally(shuffled) == tally(given_)


@given(scores)
def test_a_scale_turned_round_agrees_and_divides_alike(given_: list[int]) -> None:
    counts = tally(given_)
    assert agreement(counts[::-1]) == pytest.approx(agreement(counts))
    assert split(counts[::-1]) == pytest.approx(split(counts))
    assert divided(counts[::-1]) == divided(counts)


def test_a_score_off_the_scale_is_an_error() -> None:
    with pytest.raises(ValueError, match="6 is not on the scale"):
        tally([6])
