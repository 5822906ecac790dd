"""Scoring: each alone, all results at once, both rounds kept."""

import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation import decider
from app.facilitation.commands import CloseScoring, GiveScore, OpenScoring, ShortlistIdeas
from app.facilitation.ids import IdeaId, Role, RoundId, Scale
from app.facilitation.merit.questions import Question
from app.facilitation.scoring import rounds
from app.facilitation.views import DESK, ROOM, render
from tests.facilitation.ideas.searching import caused
from tests.facilitation.scoring.scoring_room import ScoringRoom

Q = Question


def test_nobody_sees_a_score_before_the_round_closes() -> None:
    r = ScoringRoom()
    r.open()
    r.score(r.people[0], r.ideas[0], 5, 4, 3, 2, reason="it rains")
    now = r.shown()["open"]
    assert (now["answered"], now["asked"]) == (1, 5)
    assert r.shown()["order"] == []
    text = json.dumps([render(ROOM, r.s.state).view, render(DESK, r.s.state).view])
    assert "it rains" not in text
    assert r.own(r.people[1])["given"] == {}
    assert r.own(r.people[0])["given"][r.ideas[0]]["suitable"] == {
        "score": 5,
        "reason": "it rains",
    }


def test_a_score_is_told_to_its_giver_and_to_others_only_that_one_more_has_answered() -> None:
    r = ScoringRoom()
    r.open()
    r.score(r.people[0], r.ideas[0], 5)
    was = r.s.state
    r.s.log.clear()
    r.score(r.people[0], r.ideas[0], None, 4)
    assert caused(was, r.s.state, r.s.log) == {r.people[0].participant}


def test_the_figures_are_those_of_the_measures() -> None:
    r = ScoringRoom()
    r.open()
    for who, scores in zip(r.people, [(5, 4, 4, 5), (4, 4, 2, 5), (4, None, 1, 5)], strict=True):
        r.score(who, r.ideas[0], *scores)
    r.close()
    closed = r.shown()["rounds"][r.round]
    assert (closed["asked"], closed["answered"]) == (5, 3)
    questions = closed["ideas"][r.ideas[0]]["questions"]
    assert questions["suitable"] == {
        "answered": 3,
        "too_few": False,
        "cannot_say": 0,
        "counts": [0, 0, 0, 2, 1],
        "median": 4,
        "mean": pytest.approx(13 / 3, abs=1e-4),
        "agreement": pytest.approx(0.8286, abs=1e-4),
        "divided": False,
        "agreed": True,
        "red_flag": False,
        "reasons": [],
    }
    assert questions["feasible"] == {"answered": 2, "too_few": True}
    assert questions["acceptable"]["red_flag"]
    assert closed["ideas"][r.ideas[0]]["red_flags"] == ["acceptable"]
    assert "merit" not in closed["ideas"][r.ideas[0]]
    assert closed["by_merit"] == []


def test_ideas_are_ranked_by_merit_and_by_what_all_can_live_with() -> None:
    r = ScoringRoom()
    r.open(r.ideas[:2])
    divisive, shared = r.ideas[:2]
    for who, acceptable in zip(r.people, (5, 5, 1), strict=True):
        r.score(who, divisive, 5, 5, acceptable, 5)
        r.score(who, shared, 4, 4, 4, 4)
    r.close()
    closed = r.shown()["rounds"][r.round]
    assert closed["by_merit"] == [[divisive], [shared]]
    assert closed["by_bearing"] == [[shared], [divisive]]
    assert closed["ideas"][divisive]["cannot_accept"] == pytest.approx(1 / 3, abs=1e-4)


def test_a_changed_answer_counts_once() -> None:
    r = ScoringRoom()
    r.open(r.ideas[:1])
    for who in r.people:
        r.score(who, r.ideas[0], 1)
        r.score(who, r.ideas[0], 5)
    before = r.s.state.seq
    r.score(r.people[0], r.ideas[0], 5)
    assert r.s.state.seq == before
    r.close()
    question = r.shown()["rounds"][r.round]["ideas"][r.ideas[0]]["questions"]["suitable"]
    assert question["counts"] == [0, 0, 0, 0, 3]


def test_a_second_round_keeps_the_first() -> None:
    r = ScoringRoom()
    first = r.open(r.ideas[:1])
    for who in r.people:
        r.score(who, r.ideas[0], 2, 2, 2, 2)
    r.close()
    kept = r.shown()["rounds"][first]
    second = r.open(r.ideas[:1])
    assert r.shown()["open"]["number"] == 2
    assert r.own(r.people[0])["given"] == {}
    for who in r.people:
        r.score(who, r.ideas[0], 4, 4, 4, 4)
    r.close()
    assert r.shown()["order"] == [first, second]
    assert r.shown()["rounds"][first] == kept
    assert r.shown()["rounds"][second]["ideas"][r.ideas[0]]["merit"] == 4.0


def test_everybody_has_an_order_of_their_own() -> None:
    r = ScoringRoom(more=9, ideas=6)
    r.open()
    orders = {tuple(r.own(who)["order"]) for who in r.people}
    assert len(orders) > 6
    assert all(sorted(order) == sorted(r.ideas) for order in orders)


def test_reasons_are_shown_without_a_name_and_not_in_the_order_of_writing() -> None:
    r = ScoringRoom(more=5)
    r.open(r.ideas[:1])
    for number, who in enumerate(r.people):
        r.score(who, r.ideas[0], 3, reason=f"reason {number}")
    r.close()
    reasons = r.shown()["rounds"][r.round]["ideas"][r.ideas[0]]["questions"]["suitable"]["reasons"]
    assert sorted(reasons) == [f"reason {n}" for n in range(8)]
    assert reasons != sorted(reasons)


def test_three_faces_take_three_scores() -> None:
    r = ScoringRoom()
    r.open(scale=Scale.faces)
    r.score(r.people[0], r.ideas[0], 1, 3, 5, None)
    for wrong in (2, 4, 0, 6):
        refusal = r.s.refused(GiveScore(r.round, r.ideas[0], Q.suitable, wrong), r.people[0])
        assert refusal.code == "off_scale"


def test_participants_score_and_nobody_else() -> None:
    r = ScoringRoom()
    r.open()
    watcher = r.s.join("Wim", Role.observer)
    command = GiveScore(r.round, r.ideas[0], Q.suitable, 3)
    for other in (r.s.facilitator, watcher):
        assert r.s.refused(command, other).code == "not_allowed"
    r.s.send(GiveScore(r.round, r.ideas[0], Q.suitable, 3, participant=r.w.dee))
    assert r.shown()["open"]["answered"] == 1
    for_dee = GiveScore(r.round, r.ideas[0], Q.suitable, 3, participant=r.w.dee)
    assert r.s.refused(for_dee, r.people[0]).code == "not_allowed"


def test_the_short_list_is_scored_where_nothing_else_is_said() -> None:
    r = ScoringRoom()
    assert r.s.refused(OpenScoring()).code == "unknown_idea"
    r.s.send(ShortlistIdeas((r.ideas[1],)))
    r.s.send(OpenScoring())
    assert r.shown()["open"]["ideas"] == [r.ideas[1]]
    assert r.s.refused(OpenScoring(tuple(r.ideas))).code == "scoring"


def test_what_is_closed_or_not_asked_is_not_scored() -> None:
    r = ScoringRoom()
    r.open(r.ideas[:1])
    assert r.s.refused(GiveScore(r.round, r.ideas[1], Q.suitable, 3), r.people[0]).code == "unknown_idea"
    r.close()
    assert r.s.refused(GiveScore(r.round, r.ideas[0], Q.suitable, 3), r.people[0]).code == "stale"
    assert r.s.refused(CloseScoring(RoundId("none"))).code == "stale"
    assert r.own(r.people[0]) is None


def camps(r: ScoringRoom) -> None:
    """Two camps: the first five like the first half of the ideas, the others the rest; all like the last."""
    for number, who in enumerate(r.people):
        for place, idea in enumerate(r.ideas):
            like = place == len(r.ideas) - 1 or (number < 5) == (place < len(r.ideas) // 2)
            r.score(who, idea, *([5, 4, 5, 4] if like else [1, 2, 1, 2]))


def test_opinion_groups_are_found_at_closing_and_shown_as_counts() -> None:
    r = ScoringRoom(more=6, ideas=5)
    r.open()
    camps(r)
    r.close()
    closed = r.shown()["rounds"][r.round]
    assert (closed["groups"], closed["sought"]) == ([5, 4], True)
    assert closed["ideas"][r.ideas[4]]["bridge"]["lowest"] == pytest.approx(5 / 6, abs=1e-4)
    assert closed["ideas"][r.ideas[0]]["bridge"]["lowest"] == pytest.approx(1 / 6, abs=1e-4)
    text = json.dumps(closed)
    assert not any(f'"{who.participant}"' in text for who in r.people)


def test_where_there_are_groups_the_one_that_agrees_least_says_what_all_can_live_with() -> None:
    r = ScoringRoom(more=6, ideas=5)
    r.open()
    camps(r)
    # The first: of the smaller camp nobody is for it, and one alone could not live with it. The last: two of
    # each camp could not.
    for who, acceptable in zip(r.people[5:], (3, 3, 3, 1), strict=True):
        r.score(who, r.ideas[0], 1, 2, acceptable, 2)
    for who in (*r.people[:2], *r.people[5:7]):
        r.score(who, r.ideas[4], 5, 4, 2, 4)
    r.close()
    closed = r.shown()["rounds"][r.round]
    first, last = closed["ideas"][r.ideas[0]], closed["ideas"][r.ideas[4]]
    assert closed["groups"] == [5, 4]
    assert first["cannot_accept"] < last["cannot_accept"]
    assert first["bridge"]["lowest"] < last["bridge"]["lowest"]
    assert closed["by_bearing"][0] == [r.ideas[4]]


def test_figures_of_groups_do_not_tell_what_one_or_two_outside_them_said() -> None:
    r = ScoringRoom(more=7, ideas=5)
    r.open()
    *inside, alone = r.people
    r.people[:] = inside
    camps(r)
    r.score(alone, r.ideas[4], None, None, 1, None)
    r.close()
    closed = r.shown()["rounds"][r.round]
    assert (closed["groups"], closed["answered"]) == ([5, 4], 10)
    # What all said of the last idea less what the groups did would be what the tenth did.
    assert [idea for idea in r.ideas if "bridge" not in closed["ideas"][idea]] == [r.ideas[4]]
    assert closed["by_bearing"][0] == [r.ideas[4]]
    assert closed["ideas"][r.ideas[4]]["ground"] == "all"


def test_groups_are_not_sought_among_more_people_than_a_meeting_can_wait_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rounds, "MOST_IN_GROUPS", 8)
    r = ScoringRoom(more=6, ideas=5)
    r.open()
    camps(r)
    r.close()
    closed = r.shown()["rounds"][r.round]
    assert (closed["groups"], closed["sought"]) == ([], False)


def test_without_clear_groups_there_is_no_bridge() -> None:
    r = ScoringRoom(more=6)
    r.open()
    for who in r.people:
        r.score(who, r.ideas[0], 4, 4, 4, 4)
    r.close()
    closed = r.shown()["rounds"][r.round]
    assert closed["groups"] == []
    assert "bridge" not in closed["ideas"][r.ideas[0]]


def _scored(answers: list[tuple[int, int, int, int | None]], order: list[int]) -> ScoringRoom:
    r = ScoringRoom(more=6)
    r.open()
    for place in order:
        who, idea, question, score = answers[place]
        command = GiveScore(r.round, r.ideas[idea], list(Question)[question], score, f"r{place}")
        r.s.send(command, r.people[who], id=f"a{place}")
    r.close()
    return r


answers = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 2), st.integers(0, 3), st.none() | st.integers(1, 5)),
    min_size=30,
    max_size=60,
    unique_by=lambda one: one[:3],
)


@settings(max_examples=25, deadline=None)
@given(answers, st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(
    given_: list[tuple[int, int, int, int | None]], chance: Random
) -> None:
    shuffled = list(range(len(given_)))
    chance.shuffle(shuffled)
    one, other = _scored(given_, list(range(len(given_)))), _scored(given_, shuffled)
    assert one.shown()["rounds"][one.round] == other.shown()["rounds"][other.round]


@settings(max_examples=25, deadline=None)
@given(answers, st.permutations(range(9)))
def test_what_all_see_is_the_same_whoever_gave_which_score(
    given_: list[tuple[int, int, int, int | None]], swapped: list[int]
) -> None:
    everybody = list(range(len(given_)))
    one = _scored(given_, everybody)
    other = _scored([(swapped[who], *rest) for who, *rest in given_], everybody)  # type: ignore[misc]
    assert one.shown()["rounds"][one.round] == other.shown()["rounds"][other.round]


def test_a_log_leads_to_the_same_results() -> None:
    r = ScoringRoom(more=6, ideas=5)
    r.open()
    camps(r)
    r.close()
    assert decider.replay(r.s.log) == r.s.state


def test_an_idea_that_is_held_back_cannot_be_scored() -> None:
    r = ScoringRoom()
    assert r.s.refused(OpenScoring((IdeaId("none"),))).code == "unknown_idea"
