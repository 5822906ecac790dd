"""What the signs of other nodes say about the database: who is dead may not be judged by a pause of it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.history.nodes import Look, Sign
from app.rooms.neighbours import PAUSE_MS, reached_since

NOW = 1_000_000


def look(*ago_ms: int) -> Look:
    """At `NOW`, with others whose last signs lie so far back."""
    signs = (Sign(f"boot {number}", NOW - ago, "key", frozenset()) for number, ago in enumerate(ago_ms))
    return Look(NOW, tuple(signs))


def test_a_node_by_itself_knows_of_no_moment_before_its_own() -> None:
    assert reached_since(look()) == NOW


def test_signs_that_follow_one_another_say_that_each_could_have_given_one() -> None:
    assert reached_since(look(7_500, 2_000, 4_800)) == NOW - 7_500


def test_whoever_was_silent_before_a_pause_may_have_been_cut_off_with_all_others() -> None:
    assert reached_since(look(PAUSE_MS + 1, PAUSE_MS + 2)) == NOW
    assert reached_since(look(1_000, 1_000 + PAUSE_MS + 1)) == NOW - 1_000


@given(st.lists(st.integers(0, 60_000)))
def test_no_pause_lies_between_then_and_now(ago_ms: list[int]) -> None:
    seen = look(*ago_ms)
    since = reached_since(seen)
    moments = sorted({NOW, since, *(sign.last_sign_at for sign in seen.others if sign.last_sign_at >= since)})
    assert all(later - sooner <= PAUSE_MS for sooner, later in pairwise(moments))
