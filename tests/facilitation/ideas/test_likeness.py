"""Ideas that sound alike are suggested, and what only shares small words is not."""

from hypothesis import given
from hypothesis import strategies as st

from app.facilitation.commands import HoldBackIdea, PublishIdeas
from app.facilitation.ideas.likeness import MOST_PAIRS, alike, alike_ideas, likeness, trigrams
from app.facilitation.ids import IdeaId
from tests.facilitation.ideas.writing import NEED, workshop

IDEAS = {
    IdeaId("bench"): "A bench, and a timetable you can hear, at six stops.",
    IdeaId("roof"): "A roof at each stop",
    IdeaId("late"): "Buses until eleven in the evening.",
    IdeaId("seats"): "Benches at the six stops, and a voice that reads the timetable.",
    IdeaId("wait"): "Let drivers wait until everyone is seated",
    IdeaId("evening"): "Evening buses until eleven",
}


def test_the_same_in_other_words_is_suggested_and_what_only_shares_small_words_is_not() -> None:
    assert alike(IDEAS) == [("late", "evening"), ("bench", "seats")]


def test_the_same_text_is_wholly_alike_and_no_letters_are_like_nothing() -> None:
    bench = trigrams("A bench at six stops")
    assert abs(likeness(bench, trigrams("a BENCH  at six stops!")) - 1) < 1e-9
    assert likeness(bench, trigrams("?!")) == 0


@given(st.text(max_size=60), st.text(max_size=60))
def test_likeness_is_the_same_both_ways_and_a_share(one: str, other: str) -> None:
    near = likeness(trigrams(one), trigrams(other))
    assert near == likeness(trigrams(other), trigrams(one))
    assert 0 <= near <= 1 + 1e-9


def test_no_more_pairs_are_suggested_than_are_looked_at() -> None:
    assert len(alike({IdeaId(str(n)): "A bench at six stops" for n in range(9)})) == MOST_PAIRS


def test_only_what_stands_on_the_screens_is_compared_and_needs_with_needs_alone() -> None:
    w = workshop()
    collection = w.collect()
    one = w.write("A bench at six stops", w.ana)
    other = w.write("A bench at the six stops", w.bo)
    w.write("A bench at six stops", w.cy, NEED)
    assert alike_ideas(w.s.state.ideas) == []
    w.s.send(PublishIdeas(collection))
    [pair] = alike_ideas(w.s.state.ideas)
    assert set(pair) == {one, other}
    w.s.send(HoldBackIdea(one, "It names a neighbour."))
    assert alike_ideas(w.s.state.ideas) == []
