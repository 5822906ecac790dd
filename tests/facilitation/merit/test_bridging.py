"""Group-informed consensus and what the least happy could live with."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facilitation.merit.bridging import Bridge, Votes, bridge, most_bridging_first, votes_of_scores
from app.facilitation.merit.lowest_third import Bearing, cannot_accept, lowest_third, most_bearable_first
from app.facilitation.merit.tally import tally


# Worked out from the formula of Small et al. 2021, RECERCA 26(2), apart from this code.
def test_consensus_is_the_product_over_groups_and_its_root() -> None:
    found = bridge([Votes(3, 3), Votes(1, 2)])
    assert found is not None
    assert found.product == pytest.approx(0.40)
    assert found.root == pytest.approx(0.632, abs=5e-4)
    assert found.lowest == pytest.approx(0.5)


def test_no_votes_are_not_consensus() -> None:
    assert Votes(0, 0).likelihood == 0.5


def test_three_groups_that_all_agree_do_not_reach_one() -> None:
    found = bridge([Votes(4, 4)] * 3)
    assert found is not None
    assert found.product == pytest.approx(0.5787, abs=5e-5)
    assert found.root == pytest.approx(0.8333, abs=5e-5)


def test_without_groups_there_is_nothing_to_bridge() -> None:
    assert bridge([]) is None


def test_four_and_five_agree_and_cannot_say_has_seen_it() -> None:
    assert votes_of_scores([5, 4, 3, 1, None]) == Votes(2, 5)


groups = st.lists(
    st.integers(0, 50).flatmap(lambda seen: st.integers(0, seen).map(lambda a: Votes(a, seen))),
    min_size=1,
    max_size=5,
)


@given(groups)
def test_the_root_lies_between_the_lowest_group_and_the_highest(votes: list[Votes]) -> None:
    found = bridge(votes)
    assert found is not None
    highest = max(v.likelihood for v in votes)
    assert found.lowest - 1e-12 <= found.root <= highest + 1e-12


@given(groups, st.randoms(use_true_random=False))
def test_the_order_of_groups_changes_nothing(votes: list[Votes], chance: object) -> None:
    shuffled = list(votes)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert bridge(shuffled) == bridge(votes)


def test_what_the_group_that_agrees_least_can_live_with_stands_before_a_better_product() -> None:
    def of(*votes: Votes) -> Bridge:
        found = bridge(votes)
        assert found is not None
        return found

    ideas = {
        "liked by the many": of(Votes(9, 9), Votes(1, 3)),
        "shared": of(Votes(6, 9), Votes(2, 3)),
        "as shared": of(Votes(6, 9), Votes(2, 3)),
        "better shared": of(Votes(8, 9), Votes(2, 3)),
        "middling": of(Votes(5, 9), Votes(3, 3)),
    }
    found = most_bridging_first(ideas)
    assert found == [["better shared"], ["as shared", "shared"], ["middling"], ["liked by the many"]]
    assert ideas["middling"].product > ideas["shared"].product


def test_equal_products_are_a_tie_whatever_a_rounding_makes_of_them() -> None:
    # 1/5 · 1/5 · 4/6 and 1/5 · 2/5 · 2/6 are the same number, and no two floats that were multiplied.
    one = bridge([Votes(0, 3), Votes(0, 3), Votes(3, 4)])
    other = bridge([Votes(0, 3), Votes(1, 3), Votes(1, 4)])
    assert one is not None
    assert other is not None
    assert one.product == other.product
    assert most_bridging_first({"one": one, "other": other}) == [["one", "other"]]


def test_the_lowest_third_is_rounded_up() -> None:
    assert lowest_third(map(Fraction, ("5", "4", "3", "2", "1", "1.5", "4"))) == Fraction("1.5")
    assert lowest_third([Fraction(4)]) == 4
    assert lowest_third([]) is None


def test_can_not_accept_is_a_share_of_ones_and_twos() -> None:
    assert cannot_accept(tally([1, 2, 3, 5])) == 0.5


def test_an_idea_that_fewer_cannot_accept_stands_before_a_better_mean() -> None:
    ideas = {
        "divisive": Bearing(0.33, Fraction("1.8"), Fraction("4.4")),
        "shared": Bearing(0.0, Fraction("3.4"), Fraction("3.6")),
        "as shared": Bearing(0.0, Fraction("3.4"), Fraction("3.6")),
        "plain": Bearing(0.0, Fraction(3), Fraction("3.9")),
    }
    assert most_bearable_first(ideas) == [["as shared", "shared"], ["plain"], ["divisive"]]
