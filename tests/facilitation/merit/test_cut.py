"""A list is cut by how often each was marked; of equals that do not all fit none is preferred."""

from hypothesis import given
from hypothesis import strategies as st

from app.facilitation.merit.cut import cut


def test_the_most_marked_are_in_and_what_nobody_marked_is_out() -> None:
    assert cut({"a": 1, "b": 3, "c": 0, "d": 2}, 7) == (("b", "d", "a"), (), 4)


def test_equals_that_do_not_all_fit_are_named_and_none_of_them_is_taken() -> None:
    marks = {"a": 2, "b": 5, "c": 2, "d": 2, "e": 1}
    assert cut(marks, 3) == (("b",), ("a", "c", "d"), 2)
    assert cut(marks, 1) == (("b",), (), 0)
    assert cut({"a": 1, "b": 1}, 1) == ((), ("a", "b"), 1)


@given(st.dictionaries(st.integers(0, 40), st.integers(0, 6)), st.integers(1, 9))
def test_in_any_count_the_places_hold_and_more_marks_come_first(marks: dict[int, int], most: int) -> None:
    chosen, tied, free = cut(marks, most)
    assert len(chosen) + free == most
    assert not tied or len(tied) > free > 0
    out = marks.keys() - set(chosen) - set(tied)
    lowest_in = min((marks[one] for one in (*chosen, *tied)), default=0)
    assert all(marks[one] < lowest_in or marks[one] == 0 for one in out) or free == 0
    assert [marks[one] for one in chosen] == sorted((marks[one] for one in chosen), reverse=True)
    assert all(marks[one] < marks[chosen[-1]] for one in (*tied, *out)) if chosen else True
