"""Opinion groups of imported votes, and what all groups agree on."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.integrations.found_groups import find_groups, silhouettes
from app.integrations.opinions import CLEAR, Grouping, opinions
from app.integrations.polis import Conversation, PolisError, Voter

Votes = tuple[int | None, ...]


def camps(sizes: tuple[int, ...], statements: int = 20, seen: float = 0.7, seed: int = 1) -> Conversation:
    """People in camps: each camp agrees with every len(sizes)-th statement, one vote in eight is by chance;
    the last statement has everybody's agreement.
    """
    chance = Random(seed)
    voters = []
    for camp, size in enumerate(sizes):
        for person in range(size):
            votes: list[int | None] = []
            for statement in range(statements):
                own = 1 if statement == statements - 1 or statement % len(sizes) == camp else -1
                vote = own if chance.random() < 0.875 else chance.choice((1, 0, -1))
                votes.append(vote if chance.random() < seen else None)
            voters.append(Voter(f"p{camp}-{person:03}", f"g{camp}", tuple(votes)))
    return Conversation(tuple(str(i) for i in range(statements)), tuple(voters))


def test_given_groups_are_those_of_the_file_and_who_has_none_is_in_none() -> None:
    people = (
        Voter("1", "b", (1, 1)),
        Voter("2", "a", (1, -1)),
        Voter("3", "a", (1, None)),
        Voter("4", "a", (1, 0)),
        Voter("5", "", (-1, -1)),
    )
    said = opinions(Conversation(("7", "9"), people), "given")
    assert said["groups"] == {"a": ["2", "3", "4"], "b": ["1"]}
    first = said["figures"]["7"]
    assert first["group_informed_consensus"] == pytest.approx(4 / 5 * 2 / 3, abs=1e-6)
    assert first["root"] == pytest.approx((4 / 5 * 2 / 3) ** 0.5, abs=1e-6)
    assert first["lowest_group"] == pytest.approx(2 / 3, abs=1e-6)
    assert said["figures"]["9"]["groups"]["a"] == {"agree": 0, "disagree": 1, "seen": 2}
    assert said["ranking"] == ["7", "9"]


def test_a_statement_that_nobody_saw_is_neither_agreed_nor_an_error() -> None:
    people = tuple(Voter(v.participant, v.group, (*v.votes, None)) for v in camps((9, 9)).voters)
    said = opinions(Conversation((*map(str, range(20)), "99"), people), "found")
    assert said["figures"]["99"]["group_informed_consensus"] == 0.25


def test_without_given_groups_that_is_said() -> None:
    with pytest.raises(PolisError, match="which group"):
        opinions(Conversation(("0",), (Voter("1", "", (1,)),)), "given")


@pytest.mark.parametrize("sizes", [(40, 25), (30, 20, 12), (25, 20, 15, 10), (9, 8)])
def test_camps_are_found_and_numbered_by_size(sizes: tuple[int, ...]) -> None:
    said = opinions(camps(sizes), "found")
    assert [len(members) for members in said["groups"].values()] == list(sizes)
    for camp, members in enumerate(said["groups"].values()):
        assert {who.split("-")[0] for who in members} == {f"p{camp}"}
    assert said["ranking"][0] == "19"


def test_groups_in_noise_are_said_to_be_unclear() -> None:
    chance = Random(5)
    voters = tuple(Voter(str(i), "", tuple(chance.choice((1, 0, -1)) for _ in range(30))) for i in range(200))
    noise = opinions(Conversation(tuple(map(str, range(30))), voters), "found")
    assert noise["silhouette"] < CLEAR
    assert opinions(camps((40, 25)), "found")["silhouette"] > CLEAR


def test_who_voted_on_fewer_than_seven_is_in_no_group() -> None:
    whole = camps((20, 20))
    few = Voter("few", "", tuple([1] * 6 + [None] * 14))
    enough = Voter("enough", "", tuple([1] * 7 + [None] * 13))
    said = opinions(Conversation(whole.statements, (*whole.voters, few, enough)), "found")
    placed = {who for members in said["groups"].values() for who in members}
    assert "few" not in placed
    assert "enough" in placed


@pytest.mark.parametrize("people", [1, 2, 5, 14])
def test_in_a_small_group_everybody_who_voted_is_placed(people: int) -> None:
    chance = Random(people)
    voters = tuple(
        Voter(str(i), "", (chance.choice((1, 0, -1)), None, None, None, None, None, None, None))
        for i in range(people)
    )
    absent = Voter("absent", "", (None,) * 8)
    said = opinions(Conversation(tuple(map(str, range(8))), (*voters, absent)), "found")
    assert sorted(who for members in said["groups"].values() for who in members) == sorted(
        voter.participant for voter in voters
    )


def test_people_who_all_say_the_same_are_one_group() -> None:
    voters = tuple(Voter(str(i), "", (1, -1, 0) * 3) for i in range(30))
    assert len(opinions(Conversation(tuple(map(str, range(9))), voters), "found")["groups"]) == 1


def test_two_who_see_it_otherwise_are_no_group() -> None:
    conversation = camps((30, 2), seen=1.0)
    said = opinions(conversation, "found")
    assert all(len(members) >= 3 for members in said["groups"].values())


@pytest.mark.parametrize("groups", ["given", "found"])
def test_where_nobody_voted_that_is_said(groups: Grouping) -> None:
    with pytest.raises(PolisError, match="Nobody in the file voted"):
        opinions(Conversation(("0",), (Voter("1", "0", (None,)),)), groups)


@settings(max_examples=20)
@given(st.integers(0, 1000), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(seed: int, chance: Random) -> None:
    conversation = camps((14, 11, 8), seen=0.5, seed=seed)
    voters = list(conversation.voters)
    chance.shuffle(voters)
    said = opinions(conversation, "found")
    other = opinions(Conversation(conversation.statements, tuple(voters)), "found")
    assert other["figures"] == said["figures"]
    assert other["ranking"] == said["ranking"]
    assert {g: set(m) for g, m in other["groups"].items()} == {g: set(m) for g, m in said["groups"].items()}


def test_a_silhouette_is_that_of_a_worked_example() -> None:
    import numpy as np

    # On a line: 0, 1 and 10, 12. For 0: a = 1, b = 11; for 1: 1, 10; for 10: 2, 9.5; for 12: 2, 11.5.
    rows = np.array([[0.0], [1.0], [10.0], [12.0]])
    expected = ((11 - 1) / 11 + (10 - 1) / 10 + (9.5 - 2) / 9.5 + (11.5 - 2) / 11.5) / 4
    assert silhouettes(rows, [np.array([0, 0, 1, 1])]) == [pytest.approx(expected)]


def test_blanks_count_as_the_mean_of_their_column() -> None:
    votes: list[Votes] = [(1, 1), (1, -1), (None, -1), (-1, None)]
    found = find_groups(votes)
    assert found.labels == (0, 0, 0, 0)
    assert found.silhouette == 0.0
