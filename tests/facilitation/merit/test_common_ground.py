"""Where an idea stands between people: the word says what the figures say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facilitation.merit.bridging import Votes, bridge
from app.facilitation.merit.common_ground import HALF, MOST, Ground, ground

VOTES = st.integers(0, 20).flatmap(lambda n: st.builds(Votes, st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("groups", "cannot", "divided", "stands"),
    [
        ((), 0.0, False, Ground.all),
        ((), 0.1, False, Ground.open),
        ((), 0.4, True, Ground.divides),
        # (5 + 1) / (6 + 2) = .75 and (4 + 1) / (5 + 2) = .71: most of each.
        (((5, 6), (4, 5)), 0.1, False, Ground.all),
        # .75 beside (1 + 1) / (5 + 2) = .29: one group sees it, whether or not the whole is divided.
        (((5, 6), (1, 5)), 0.4, True, Ground.one_group),
        # .75 beside (3 + 1) / (5 + 2) = .57: neither for nor against it.
        (((5, 6), (3, 5)), 0.2, False, Ground.open),
        # Both groups against it: no group sees it, and nobody is divided.
        (((1, 6), (1, 5)), 0.9, False, Ground.open),
    ],
)
def test_the_word_is_the_first_that_fits(
    groups: tuple[tuple[int, int], ...], cannot: float, divided: bool, stands: Ground
) -> None:
    assert ground(bridge(Votes(agree, seen) for agree, seen in groups), cannot, divided) is stands


@given(st.lists(VOTES, min_size=2, max_size=4), st.floats(0, 1), st.booleans())
def test_what_all_can_live_with_has_no_group_below_the_majority(
    votes: list[Votes], cannot: float, divided: bool
) -> None:
    found = bridge(votes)
    assert found is not None
    stands = ground(found, cannot, divided)
    if stands is Ground.all:
        assert min(one.likelihood for one in votes) >= MOST
        assert not divided
    if stands is Ground.one_group:
        assert min(one.likelihood for one in votes) < HALF
        assert max(one.likelihood for one in votes) >= MOST
