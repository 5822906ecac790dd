import copy

from hypothesis import given, settings
from hypothesis import strategies as st

from app.wire.merge import apply, diff, same

keys = st.sampled_from(["a", "b", "c", "order", "by_id"])
leaves = st.booleans() | st.integers(-2, 2) | st.floats(-2, 2, allow_nan=False) | st.text(max_size=2)
trees = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)
views = st.dictionaries(keys, trees, max_size=5)


@settings(max_examples=500)
@given(views, views)
def test_applying_a_difference_gives_the_new_view(was: dict[str, object], now: dict[str, object]) -> None:
    before = copy.deepcopy(was)
    made = apply(diff(was, now), was)
    assert same(made, now)
    assert same(was, before), "the old view was changed in place"


@settings(max_examples=200)
@given(views)
def test_equal_views_differ_by_nothing(view: dict[str, object]) -> None:
    assert diff(view, copy.deepcopy(view)) == {}


@settings(max_examples=200)
@given(views, views)
def test_a_patch_is_empty_only_where_nothing_changed(was: dict[str, object], now: dict[str, object]) -> None:
    assert (diff(was, now) == {}) == same(was, now)


def test_vanished_keys_become_null() -> None:
    assert diff({"turn": {"id": "t1", "late": True}}, {"turn": {"id": "t2"}}) == {
        "turn": {"id": "t2", "late": None}
    }
    assert diff({"a": 1, "b": 2}, {"a": 1}) == {"b": None}


def test_the_same_object_is_not_looked_into() -> None:
    class Untouchable(dict[str, object]):
        def items(self) -> object:  # type: ignore[override]
            raise AssertionError("looked into a section that is the same object")

    section = Untouchable()
    assert diff({"people": section, "seq": 1}, {"people": section, "seq": 2}) == {"seq": 2}


def test_lists_are_replaced_whole() -> None:
    assert diff({"order": ["a", "b"]}, {"order": ["b", "a"]}) == {"order": ["b", "a"]}


def test_true_and_one_are_told_apart() -> None:
    assert diff({"here": True, "of": [1]}, {"here": 1, "of": [True]}) == {"here": 1, "of": [True]}


def test_an_object_takes_the_place_of_a_leaf_and_back() -> None:
    assert apply(diff({"turn": 1}, {"turn": {"id": "t"}}), {"turn": 1}) == {"turn": {"id": "t"}}
    assert apply(diff({"turn": {"id": "t"}}, {"turn": 1}), {"turn": {"id": "t"}}) == {"turn": 1}


def test_an_emptied_object_stays_an_object() -> None:
    was: dict[str, object] = {"hands": {"p1": {"asked_at": 1}}}
    assert apply(diff(was, {"hands": {}}), was) == {"hands": {}}


def test_what_reuses_a_section_keeps_it() -> None:
    people = {"p1": {"name": "Ben"}}
    was: dict[str, object] = {"people": people, "seq": 1}
    assert apply({"seq": 2}, was)["people"] is people
