"""The vector that only grows: every version stays what it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facilitation.speech.appended import Appended


@given(st.lists(st.tuples(st.integers(0, 20), st.lists(st.integers(), max_size=4))))
def test_every_version_keeps_its_items_whichever_version_grows(
    script: list[tuple[int, list[int]]],
) -> None:
    versions: list[tuple[Appended[int], list[int]]] = [(Appended.of(), [])]
    for which, more in script:
        vector, items = versions[which % len(versions)]
        versions.append((vector.extend(more), items + more))
        versions.append((vector.append(which), [*items, which]))
    for vector, items in versions:
        assert list(vector) == items
        assert len(vector) == len(items)
        assert vector == Appended.of(items)
        assert vector.slice(1) == items[1:]


def test_appending_to_the_newest_version_copies_nothing() -> None:
    first = Appended.of([1])
    second = first.append(2)
    assert second._shared is first._shared
    assert first.append(3)._shared is not first._shared


def test_sessions_share_no_buffer_of_the_empty_vector() -> None:
    empty: Appended[int] = Appended.of()
    assert empty.append(1)._shared is not empty._shared


def test_nothing_behind_the_end_of_a_version_can_be_seen() -> None:
    first = Appended.of([1, 3])
    first.append(5)
    assert (first[-1], first.before(9, int), first.up_to(9, int)) == (3, 2, 2)
    with pytest.raises(IndexError):
        first[2]


def test_places_are_found_by_bisection() -> None:
    vector = Appended.of([1, 3, 3, 5])
    assert (vector.before(3, int), vector.up_to(3, int)) == (1, 3)
