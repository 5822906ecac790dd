"""The Schulze method against its published example, and its published criteria on random profiles."""

from itertools import permutations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.facilitation.merit.ranked import Ranking, schulze

Profile = list[tuple[str, ...]]
LONG = settings(max_examples=300)


def ranked(profile: Profile, options: str = "") -> Ranking:
    """Rank strict ballots."""
    return schulze(sorted(options or profile[0]), [[(option,) for option in ballot] for ballot in profile])


def profiles(options: str = "abcd", most: int = 9) -> st.SearchStrategy[Profile]:
    """Random strict ballots."""
    ballots = [tuple(p) for p in permutations(options)]
    return st.lists(st.sampled_from(ballots), min_size=1, max_size=most)


def test_the_published_example_comes_out_as_published() -> None:
    # Schulze 2011, example of 45 voters and five candidates: E > A > C > B > D.
    votes = {"acbed": 5, "adecb": 5, "bedac": 8, "cabed": 3, "caebd": 7, "cbade": 2, "dceba": 7, "ebadc": 8}
    profile = [tuple(ballot) for ballot, n in votes.items() for _ in range(n)]
    found = ranked(profile)
    assert found.places == (("e",), ("a",), ("c",), ("b",), ("d",))
    assert found.beats["a"]["b"] == 20
    assert found.beats["b"]["a"] == 25


def test_a_tie_is_said() -> None:
    assert ranked([("a", "b"), ("b", "a")]).places == (("a", "b"),)
    circle: Profile = [("a", "b", "c"), ("b", "c", "a"), ("c", "a", "b")]
    assert ranked(circle).places == (("a", "b", "c"),)


def test_options_that_a_ballot_leaves_out_stand_last_on_it_side_by_side() -> None:
    found = schulze(["a", "b", "c"], [[("b",)], [("b", "a")]])
    assert found.beats["b"] == {"a": 1, "c": 2}
    assert found.beats["c"] == {"a": 0, "b": 0}
    assert found.places == (("b",), ("a",), ("c",))


@pytest.mark.parametrize("ballot", [[("a",), ("a",)], [("x",)]])
def test_a_ballot_that_names_an_option_twice_or_a_strange_one_is_an_error(
    ballot: list[tuple[str, ...]],
) -> None:
    with pytest.raises(ValueError, match="ballot"):
        schulze(["a", "b"], [ballot])


def _defeats(found: Ranking, one: str, other: str) -> bool:
    return found.beats[one][other] > found.beats[other][one]


@LONG
@given(profiles())
def test_who_beats_everybody_wins_alone(profile: Profile) -> None:
    found = ranked(profile)
    for option in "abcd":
        if all(_defeats(found, option, other) for other in "abcd" if other != option):
            assert found.winners == (option,)
        if all(_defeats(found, other, option) for other in "abcd" if other != option):
            assert option not in found.winners


@LONG
@given(profiles())
def test_winners_come_from_the_smallest_set_that_beats_all_others(profile: Profile) -> None:
    found = ranked(profile)
    smith = set("abcd")
    for size in range(1, 5):
        sets = [
            set(chosen)
            for chosen in permutations("abcd", size)
            if all(_defeats(found, i, o) for i in chosen for o in set("abcd") - set(chosen))
        ]
        if sets:
            smith = sets[0]
            break
    assert set(found.winners) <= smith


@LONG
@given(profiles())
def test_what_all_prefer_stands_before(profile: Profile) -> None:
    found = ranked(profile)
    place = {option: index for index, tied in enumerate(found.places) for option in tied}
    for one, other in permutations("abcd", 2):
        if found.beats[one][other] == len(profile):
            assert place[one] < place[other]


@LONG
@given(profiles(), st.data())
def test_raising_a_winner_never_harms_it(profile: Profile, data: st.DataObject) -> None:
    winner = data.draw(st.sampled_from(ranked(profile).winners))
    which = data.draw(st.integers(0, len(profile) - 1))
    ballot = profile[which]
    to = data.draw(st.integers(0, ballot.index(winner)))
    rest = [option for option in ballot if option != winner]
    raised = (*rest[:to], winner, *rest[to:])
    assert winner in ranked([*profile[:which], raised, *profile[which + 1 :]]).winners


@LONG
@given(profiles())
def test_with_all_ballots_turned_round_a_sole_winner_does_not_win(profile: Profile) -> None:
    winners = ranked(profile).winners
    assume(len(winners) == 1)
    assert winners[0] not in ranked([ballot[::-1] for ballot in profile]).winners


@LONG
@given(profiles("abc"), st.data())
def test_an_option_much_like_another_changes_nothing_for_the_rest(
    profile: Profile, data: st.DataObject
) -> None:
    before = ranked(profile)
    cloned: Profile = []
    for ballot in profile:
        clones = data.draw(st.permutations(["c", "d"]))
        at = ballot.index("c")
        cloned.append((*ballot[:at], *clones, *ballot[at + 1 :]))
    after = ranked(cloned)
    assert ("a" in before.winners, "b" in before.winners) == ("a" in after.winners, "b" in after.winners)
    assert ("c" in before.winners) == bool({"c", "d"} & set(after.winners))


@LONG
@given(profiles(), st.randoms(use_true_random=False))
def test_the_order_of_ballots_and_of_options_changes_nothing(profile: Profile, chance: object) -> None:
    shuffled = list(profile)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    ballots = [[(option,) for option in ballot] for ballot in shuffled]
    assert schulze("dcba", ballots) == ranked(profile)


@LONG
@given(profiles(), st.permutations("abcd"))
def test_no_option_is_favoured_for_its_name(profile: Profile, names: list[str]) -> None:
    called = dict(zip("abcd", names, strict=True))
    renamed = ranked([tuple(called[option] for option in ballot) for ballot in profile])
    expected = [sorted(called[option] for option in tied) for tied in ranked(profile).places]
    assert [list(tied) for tied in renamed.places] == expected
