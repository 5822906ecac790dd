"""Copies of the state's records."""

from typing import NamedTuple

import pytest

from app.facilitation import copied
from app.facilitation.state import State


@copied.often
class Mark(NamedTuple):
    """A record that is copied often."""

    who: str
    hands: int = 0
    at: int | None = None


def test_a_copy_has_what_is_new_and_all_else_as_it_was() -> None:
    first = Mark("Ann", 3)
    second = first._replace(at=7, hands=4)
    assert (first, second) == (Mark("Ann", 3, None), Mark("Ann", 4, 7))
    assert type(second) is Mark


def test_a_name_that_is_no_field_is_refused() -> None:
    with pytest.raises(KeyError):
        Mark("Ann")._replace(colour="red")  # type: ignore[call-arg]


def test_a_copy_of_the_state_shares_the_sections_that_did_not_change() -> None:
    state = State.empty()
    floor = state.floor._replace(turns=2)
    after = state._replace(floor=floor)
    assert after.floor is floor
    assert all(
        new is old for name, new, old in zip(State._fields, after, state, strict=True) if name != "floor"
    )
