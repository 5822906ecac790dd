"""Algebra of spans and switches against sets of moments."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.facilitation.speech.facts import Track
from app.facilitation.speech.spans import (
    Span,
    Spans,
    clipped,
    common,
    joined,
    normal,
    total_ms,
    union,
    without,
)
from app.facilitation.speech.switch import Switch

loose = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8)


def moments(spans: list[Span] | Spans) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}


def is_normal(spans: Spans) -> bool:
    return all(a < b for a, b in spans) and all(one[1] < other[0] for one, other in pairwise(spans))


@given(loose, loose, st.integers(0, 40), st.integers(0, 40))
def test_spans_behave_like_sets_of_moments(a: list[Span], b: list[Span], start: int, end: int) -> None:
    one, other = normal(a), normal(b)
    assert is_normal(one)
    assert moments(one) == moments(a)
    assert total_ms(one) == len(moments(one))
    for result, expected in (
        (union(one, other), moments(one) | moments(other)),
        (common(one, other), moments(one) & moments(other)),
        (without(one, other), moments(one) - moments(other)),
    ):
        assert moments(result) == expected
        assert is_normal(result)
    assert moments(clipped(one, start, end)) == {at for at in moments(one) if start <= at < end}


def test_a_gap_of_exactly_the_limit_is_not_joined() -> None:
    assert joined([(0, 10), (15, 20), (24, 30)], 5) == ((0, 10), (15, 30))


@given(st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=12), st.integers(0, 30))
def test_a_switch_is_at_each_moment_what_was_said_last_for_it(
    said: list[tuple[int, bool]], start: int
) -> None:
    switch = Switch()
    for at, on in said:
        switch = switch.set(at, on)
    expected = {
        moment for moment in range(40) if next((on for at, on in reversed(said) if at <= moment), False)
    }
    assert moments(switch.within(0, 40)) == expected
    assert {moment for moment in range(40) if switch.at(moment)} == expected
    assert moments(switch.within(start, 40)) == {at for at in expected if at >= start}
    assert is_normal(switch.within(0, 40))


@given(st.lists(loose, max_size=8), st.integers(0, 40), st.integers(0, 40))
def test_a_track_keeps_what_was_heard_whenever_it_was_told(
    told: list[list[Span]], start: int, end: int
) -> None:
    track = Track()
    for batch in told:
        if normal(batch):
            track = track.plus(normal(batch))
    heard = moments([span for batch in told for span in batch])
    assert tuple(track.spoken) == normal([span for batch in told for span in batch])
    if start < end:
        assert moments(track.spoken_within(start, end)) == {at for at in heard if start <= at < end}
