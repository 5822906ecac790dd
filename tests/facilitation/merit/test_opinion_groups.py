"""Opinion groups: found where they are, not found where they are not."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation.merit.opinion_groups import common, opinion_groups, silhouette

Scores = dict[str, dict[str, int]]
COLUMNS = [f"c{i:02}" for i in range(12)]


def camps(sizes: tuple[int, ...], apart: float, seed: int, columns: int = 12) -> Scores:
    """People in camps that differ by `apart` on every column, with noise of sd .9 and personal leniency of sd
    .4.
    """
    chance = Random(seed)
    scores: Scores = {}
    for camp, size in enumerate(sizes):
        for person in range(size):
            lenient = chance.gauss(0, 0.4)
            row = {}
            for column in range(columns):
                side = 1 if (column * 7 + column // 3) % max(2, len(sizes)) == camp else -1
                level = 3 + side * apart / 2 * (len(sizes) > 1) + lenient + chance.gauss(0, 0.9)
                row[f"c{column:02}"] = min(5, max(1, round(level)))
            scores[f"p{camp}-{person:02}"] = row
    return scores


def test_two_camps_two_points_apart_are_found_whole() -> None:
    for seed in range(20):
        found = opinion_groups(camps((7, 5), 2.0, seed))
        assert found is not None
        assert [{who[:2] for who in members} for members in found.members] == [{"p0"}, {"p1"}]


def test_three_camps_are_looked_for_from_24_people_on() -> None:
    found = opinion_groups(camps((9, 8, 8), 3.0, 1))
    assert found is not None
    assert [len(members) for members in found.members] == [9, 8, 8]
    assert [{who[:2] for who in members} for members in found.members] == [{"p0"}, {"p1"}, {"p2"}]


def test_noise_alone_makes_no_groups_in_99_of_100() -> None:
    alarms = sum(opinion_groups(camps((12,), 0.0, seed)) is not None for seed in range(200))
    assert alarms <= 2


def test_seven_people_are_too_few() -> None:
    assert opinion_groups(camps((4, 3), 3.0, 1)) is None
    assert opinion_groups(camps((4, 4), 3.0, 1)) is not None


def test_eleven_columns_are_too_few() -> None:
    assert opinion_groups(camps((6, 6), 3.0, 1, columns=11)) is None


def test_two_people_are_no_group() -> None:
    assert opinion_groups(camps((10, 2), 4.0, 1)) is None


def test_lenient_and_strict_people_are_not_camps() -> None:
    pattern = [1, 2, 3, 2, 1, 3, 2, 1, 2, 3, 1, 2]
    strict = {f"s{i}": dict(zip(COLUMNS, pattern, strict=True)) for i in range(6)}
    lenient = {f"l{i}": {c: v + 2 for c, v in strict["s0"].items()} for i in range(6)}
    assert opinion_groups({**strict, **lenient}) is None


def test_who_stopped_early_does_not_undo_the_groups_of_the_rest() -> None:
    scores = camps((6, 6), 2.5, 3)
    found = opinion_groups(scores)
    stopped = opinion_groups({**scores, "early": {"c03": 4, "c04": 1}})
    assert found is not None
    assert stopped == found


def test_common_columns_are_those_that_all_of_them_scored() -> None:
    more = camps((8,), 0, 1, columns=16)
    fewer = {f"q{i}": dict.fromkeys(COLUMNS, 3) for i in range(4)}
    people, columns = common({**more, **fewer})
    assert people == sorted([*more, *fewer])
    assert columns == COLUMNS


@settings(max_examples=25)
@given(st.integers(0, 1000), st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(seed: int, chance: Random) -> None:
    scores = camps((9, 9, 8), 2.0, seed)
    people = list(scores)
    chance.shuffle(people)
    other = {}
    for who in people:
        columns = list(scores[who])
        chance.shuffle(columns)
        other[who] = {column: scores[who][column] for column in columns}
    assert opinion_groups(other) == opinion_groups(scores)


def test_silhouette_is_that_of_a_worked_example() -> None:
    # On a line: 0, 1 and 10, 12. For 0: a = 1, b = 11; for 1: 1, 10; for 10: 2, 9.5; for 12: 2, 11.5.
    rows = [(0.0,), (1.0,), (10.0,), (12.0,)]
    expected = ((11 - 1) / 11 + (10 - 1) / 10 + (9.5 - 2) / 9.5 + (11.5 - 2) / 11.5) / 4
    assert silhouette(rows, [0, 0, 1, 1]) == pytest.approx(expected)
