"""The indices on worked examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facilitation.speech.indices import effective_voices, evenness, gini, gini_corrected


@pytest.mark.parametrize(
    ("values", "plain", "corrected", "even", "voices"),
    [
        ([1, 1, 1, 1], 0, 0, 1, 4),
        ([4, 0, 0, 0], 0.75, 1, 0, 1),
        ([3, 1, 0, 0], 0.625, 0.8333, 0.4056, 1.755),
        ([2, 1, 1, 0], 0.375, 0.5, 0.75, 2.828),
        ([2, 1.5, 0.5, 0], 0.4375, 0.5833, 0.7028, 2.649),
    ],
)
def test_worked_examples(
    values: list[float], plain: float, corrected: float, even: float, voices: float
) -> None:
    assert gini(values) == pytest.approx(plain, abs=5e-5)
    assert gini_corrected(values) == pytest.approx(corrected, abs=5e-5)
    assert evenness(values) == pytest.approx(even, abs=5e-5)
    assert effective_voices(values) == pytest.approx(voices, abs=5e-4)


@pytest.mark.parametrize("values", [[], [3.0], [0.0, 0.0, 0.0]])
def test_one_person_or_no_talk_has_no_index(values: list[float]) -> None:
    assert {gini(values), gini_corrected(values), evenness(values), effective_voices(values)} == {None}


@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=30).filter(lambda values: sum(values) > 1))
def test_the_order_of_people_changes_no_index(values: list[float]) -> None:
    for index in (gini, gini_corrected, evenness, effective_voices):
        assert index(values) == index(values[::-1])
