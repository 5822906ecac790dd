"""What a round says of an idea, and what no weights may hide."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facilitation.merit.perspectives import lens_merit
from app.facilitation.merit.questions import Question
from app.facilitation.merit.tally import tally
from app.facilitation.merit.verdict import Sheet, best_first, verdicts

Q = Question


def sheet(*scores: int | None) -> Sheet:
    """One person's four answers."""
    return dict(zip(Question, scores, strict=True))


def test_can_not_say_is_left_out_of_the_count_and_counted_apart() -> None:
    round_ = {"i": {"a": sheet(5, None, 4, 4), "b": sheet(5, 3, 4, 4), "c": sheet(5, 3, 4, 4)}}
    feasible = verdicts(round_, asked=3)["i"].questions[Q.feasible]
    assert feasible.counts == (0, 0, 2, 0, 0)
    assert feasible.cannot_say == 1
    assert feasible.too_few


def test_merit_is_the_mean_of_the_four_shrunken_means() -> None:
    # One idea alone: what is usual is its own mean, so nothing shrinks.
    found = verdicts({"i": {w: sheet(5, 4, 3, 4) for w in "abc"}}, asked=3)["i"]
    assert found.merit == pytest.approx(4.0)
    assert found.lowest_median == 3
    assert found.red_flags == ()


def test_an_idea_that_few_scored_well_does_not_overtake_one_that_all_did() -> None:
    few = {w: sheet(5, 5, 5, 5) for w in "abc"}
    many = {w: sheet(5, 5, 5, 4) for w in "abcdefghij"}
    poor = {w: sheet(2, 2, 2, 2) for w in "abcdefghij"}
    found = verdicts({"few": few, "many": many, "poor": poor}, asked=6)
    assert best_first(found)[0] == ["many"]


@pytest.mark.parametrize("people", range(5, 15))
def test_ideas_that_are_equal_stand_side_by_side_whatever_a_rounding_makes_of_them(people: int) -> None:
    # The same scores on other questions: the sums over the questions are equal, their terms are not.
    scored = {"one": (5, 4, 3, 4), "other": (4, 3, 4, 5), "third": (3, 3, 5, 2)}
    round_ = {idea: {str(who): sheet(*scores) for who in range(people)} for idea, scores in scored.items()}
    assert best_first(verdicts(round_, people)) == [["one", "other"], ["third"]]


def test_too_few_to_say_is_not_ranked_and_raises_no_flag() -> None:
    found = verdicts({"i": {"a": sheet(1, 1, 1, 1), "b": sheet(1, 1, 1, 1)}}, asked=2)["i"]
    assert found.merit is None
    assert found.bearing is None
    assert found.red_flags == ()
    assert best_first({"i": found}) == []


answers = st.one_of(st.none(), st.integers(1, 5))
sheets = st.fixed_dictionaries(dict.fromkeys(Question, answers))
rounds = st.dictionaries(
    st.sampled_from(["i1", "i2", "i3"]),
    st.dictionaries(st.sampled_from("abcdefgh"), sheets, min_size=3),
    min_size=1,
)


@given(rounds, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(round_: dict[str, dict[str, Sheet]], chance: Random) -> None:
    other = {}
    for idea in chance.sample(sorted(round_), len(round_)):
        people = chance.sample(sorted(round_[idea]), len(round_[idea]))
        other[idea] = {who: round_[idea][who] for who in people}
    assert verdicts(other, 8) == verdicts(round_, 8)


@given(
    st.lists(st.integers(1, 5), min_size=6, max_size=6),
    st.dictionaries(st.sampled_from(["run", "live"]), st.floats(0.5, 2.0)),
    st.sampled_from(list(Question)),
)
def test_a_red_flag_survives_any_weights(
    others: list[int], weights: dict[str, float], hard: Question
) -> None:
    def scores(question: Question, who: int) -> int:
        return 1 if question is hard and who in (0, 3) else others[who] if question is hard else 5

    round_ = {"i": {str(who): {q: scores(q, who) for q in Question} for who in range(6)}}
    by_perspective = {
        q: {"run": tally(scores(q, w) for w in (0, 1, 2)), "live": tally(scores(q, w) for w in (3, 4, 5))}
        for q in Question
    }
    assert lens_merit(by_perspective, {hard: weights}) is not None
    found = verdicts(round_, 6)["i"]
    assert hard in found.red_flags
    assert found.merit is not None
