"""Consensus checks: asked, answered, closed, and what becomes of objections."""

import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation import decider
from app.facilitation.actors import Person
from app.facilitation.commands import (
    AnswerCheck,
    CloseCheck,
    EndSession,
    OpenCheck,
    RankedPapers,
    ReopenSession,
    SettleObjection,
    TallyCheck,
)
from app.facilitation.ids import CheckId, CheckKind, ObjectionId, Role
from app.facilitation.views import DESK, ROOM, render, you_view
from tests.facilitation.ideas.searching import caused
from tests.facilitation.sitting import sitting

K = CheckKind


class Asked:
    """A check that is open, and six people with devices."""

    def __init__(self, what: CheckKind, options: Sequence[str] = (), **fixed: Any) -> None:
        self.s = sitting()
        self.people = [self.s.join(name) for name in ("Ana", "Bo", "Cy", "Dee", "Eli", "Flo")]
        made = self.s.send(OpenCheck(what, "Shall we?", tuple(options), **fixed)).made
        assert made is not None
        self.id = CheckId(made)

    def answer(self, *answers: int) -> None:
        """The first people answer."""
        for who, answer in zip(self.people, answers, strict=False):
            self.s.send(AnswerCheck(self.id, answer), who)

    def object(self, who: Person, reason: str) -> ObjectionId:
        """Somebody objects."""
        self.s.send(AnswerCheck(self.id, 0, reason=reason), who)
        return self.s.state.checks.by_id[self.id].answers[who.participant].objection

    def close(self) -> Any:
        """The result, as all see it."""
        self.s.send(CloseCheck(self.id))
        return self.shown()

    def shown(self) -> Any:
        view: Any = render(ROOM, self.s.state).view["checks"]
        return view["by_id"].get(self.id, view.get("open"))


def test_nobody_sees_an_answer_before_the_check_closes() -> None:
    a = Asked(K.gradients)
    a.answer(8)
    assert (a.shown()["answered"], a.shown()["asked"]) == (1, 6)
    was = a.s.state
    a.s.log.clear()
    a.answer(1)
    assert caused(was, a.s.state, a.s.log) == {a.people[0].participant}
    assert you_view(a.s.state, a.people[0].participant)["check"] == {"answer": 1, "ranking": []}
    assert "check" not in you_view(a.s.state, a.people[1].participant)


def test_a_changed_answer_counts_once() -> None:
    a = Asked(K.fist)
    a.answer(1, 1, 1)
    a.answer(5, 4, 4)
    closed = a.close()
    assert closed["counts"] == [0, 0, 0, 0, 2, 1]
    assert (closed["outcome"], closed["answered"]) == ("consensus", 3)


def test_a_check_that_is_open_when_the_meeting_ends_closes_with_it_and_is_mixed() -> None:
    a = Asked(K.fist)
    a.answer(5, 4, 4)
    a.s.send(EndSession())
    a.s.wait(0)
    closed = a.shown()
    assert (closed["counts"], closed["asked"], closed["early"]) == ([0, 0, 0, 0, 2, 1], 6, True)
    assert a.s.state.checks.by_id[a.id].answers == {}
    assert a.s.state.checks.open is None
    # It is not taken up again with the meeting: all have seen what came of it.
    a.s.send(ReopenSession())
    assert a.s.refused(AnswerCheck(a.id, 1), a.people[0]).code == "stale"


@pytest.mark.parametrize(
    ("what", "answers", "outcome", "support"),
    [
        (K.gradients, (1, 1, 2, 2, 3, 8), "blocked", 5),
        (K.gradients, (1, 1, 2, 2, 3, 3), "enthusiastic", 6),
        (K.fist, (3, 3, 3, 5), "weak", 4),
        (K.fist, (5, 5, 5, 2), "concerns", 3),
        (K.consent, (1, 1, 1), "consent", 3),
        (K.score, (4, 4, 5, 3), "agreed", 3),
        (K.score, (1, 1, 2, 5, 5, 4), "divided", 3),
        (K.score, (3, 3, 4, 4), "mixed", 2),
    ],
)
def test_a_result_is_a_word_and_counts(
    what: CheckKind, answers: tuple[int, ...], outcome: str, support: int
) -> None:
    a = Asked(what)
    a.answer(*answers)
    closed = a.close()
    assert (closed["outcome"], closed["support"]) == (outcome, support)


def test_a_temperature_has_counts_and_neither_word_nor_threshold() -> None:
    a = Asked(K.temperature)
    a.answer(0, 1, 2, 2)
    closed = a.close()
    assert closed["counts"] == [1, 1, 2]
    assert not closed.keys() & {"outcome", "support", "reached"}


@pytest.mark.parametrize(
    ("quorum", "threshold", "reached"), [(0, 0, True), (4, 75, True), (5, 75, False), (4, 76, False)]
)
def test_quorum_and_threshold_are_fixed_at_opening_and_decide(
    quorum: int, threshold: int, reached: bool
) -> None:
    a = Asked(K.fist, quorum=quorum, threshold=threshold)
    a.answer(3, 4, 5, 1)
    closed = a.close()
    assert (closed["quorum"], closed["threshold"]) == (quorum, threshold)
    assert closed["reached"] is reached


def test_a_ranked_check_states_its_ties() -> None:
    a = Asked(K.ranked, ("Bus", "Tram", "Taxi"))
    for who, ranking in zip(a.people, [((0, 1), (2,)), ((0,), (1,)), ((1,), (0,))], strict=False):
        a.s.send(AnswerCheck(a.id, ranking=ranking), who)
    assert a.close()["places"] == [[0, 1], [2]]


@pytest.mark.parametrize("ranking", [(), ((),), ((0,), (0,)), ((3,),)])
def test_a_ballot_names_each_option_once(ranking: tuple[tuple[int, ...], ...]) -> None:
    a = Asked(K.ranked, ("Bus", "Tram", "Taxi"))
    assert a.s.refused(AnswerCheck(a.id, ranking=ranking), a.people[0]).code == "bad_answer"


@pytest.mark.parametrize(
    ("what", "wrong"), [(K.temperature, 3), (K.fist, 6), (K.gradients, 0), (K.gradients, 9), (K.consent, 2)]
)
def test_an_answer_off_the_scale_is_refused(what: CheckKind, wrong: int) -> None:
    a = Asked(what)
    assert a.s.refused(AnswerCheck(a.id, wrong), a.people[0]).code == "bad_answer"


def test_a_score_has_its_middle_one_and_no_mean() -> None:
    a = Asked(K.score)
    a.answer(5, 4, 2, 2)
    closed = a.close()
    assert (closed["median"], closed["counts"]) == (2, [0, 2, 0, 1, 1])
    assert "mean" not in closed


def test_a_ranking_says_how_many_put_one_before_another() -> None:
    a = Asked(K.ranked, ("Bus", "Tram", "Taxi"))
    for who, ranking in zip(a.people, [((0,), (1,)), ((0,), (1,)), ((1,), (2,), (0,))], strict=False):
        a.s.send(AnswerCheck(a.id, ranking=ranking), who)
    assert a.close()["beats"] == [[0, 2, 2], [1, 0, 3], [1, 0, 0]]


def test_what_people_need_is_shown_once_it_is_closed_and_not_whose_it_is() -> None:
    a = Asked(K.fist)
    a.answer(3, 4)
    a.s.send(AnswerCheck(a.id, 1, needs="A lift"), a.people[2])
    assert you_view(a.s.state, a.people[2].participant)["check"] == {
        "answer": 1,
        "ranking": [],
        "needs": "A lift",
    }
    assert "A lift" not in json.dumps([render(layer, a.s.state).view for layer in (ROOM, DESK)])
    assert a.close()["needs"] == ["A lift"]


def test_it_says_who_is_not_asked_and_that_it_was_closed_early() -> None:
    a = Asked(K.fist)
    [ida] = a.s.seat("Ida")
    a.s.join("Wim", Role.observer)
    assert render(DESK, a.s.state).view["by_hand"] == {"order": [ida]}
    a.answer(3, 4, 5)
    assert a.shown()["left_out"] == len({"the facilitator", "Wim"})
    closed = a.close()
    assert (closed["answered"], closed["asked"], closed["left_out"], closed["early"]) == (3, 7, 2, True)
    assert render(DESK, a.s.state).view["by_hand"] == {"order": []}
    all_in = Asked(K.fist)
    all_in.answer(3, 3, 3, 3, 3, 3)
    assert not all_in.close()["early"]


def test_an_objection_says_what_would_have_to_change() -> None:
    a = Asked(K.consent)
    a.answer(1, 1, 1)
    a.s.send(AnswerCheck(a.id, 0, reason="No step-free way", needs="A ramp"), a.people[3])
    [objection] = a.close()["objections"]["by_id"].values()
    assert objection == {"reason": "No step-free way", "needs": "A ramp", "state": "open"}


def test_who_objected_without_a_device_says_through_a_facilitator_that_it_is_met() -> None:
    a = Asked(K.consent, named=True)
    a.answer(1, 1, 1)
    [ida] = a.s.seat("Ida")
    a.s.send(AnswerCheck(a.id, 0, reason="It would shut the night bus", participant=ida))
    [objection] = a.close()["objections"]["order"]
    ana = a.people[0].participant
    assert a.s.refused(SettleObjection(a.id, objection, "integrated", participant=ana)).code == "not_allowed"
    a.s.send(SettleObjection(a.id, objection, "integrated", participant=ida))
    assert a.shown()["outcome"] == "consent"


def test_names_are_shown_only_where_that_was_said_at_opening() -> None:
    named, unnamed = Asked(K.fist, named=True), Asked(K.fist)
    for one in (named, unnamed):
        one.answer(5, 4, 3)
    assert named.close()["by_name"] == {
        w.participant: n for w, n in zip(named.people, (5, 4, 3), strict=False)
    }
    closed = json.dumps([unnamed.close(), render(DESK, unnamed.s.state).view["ideas"]])
    assert not any(f'"{who.participant}"' in closed for who in unnamed.people)


def test_fewer_than_three_answers_without_names_are_too_few_to_show() -> None:
    a = Asked(K.fist)
    a.answer(5, 0)
    closed = a.close()
    assert closed["too_few"]
    assert "counts" not in closed


def test_paper_counts_as_a_tally_and_a_single_answer_beside_it_is_not_shown() -> None:
    a = Asked(K.fist)
    a.s.send(TallyCheck(a.id, (0, 0, 0, 1, 1, 1)))
    a.s.send(TallyCheck(a.id, (0, 0, 0, 1, 2, 1)))
    a.answer(0)
    closed = a.close()
    assert (closed["on_paper"], closed["answered"], closed["too_few"]) == (4, 5, True)
    b = Asked(K.fist)
    b.s.send(TallyCheck(b.id, (0, 0, 0, 1, 2, 1)))
    b.answer(5, 5, 5)
    assert b.close()["counts"] == [0, 0, 0, 1, 2, 4]


def test_rankings_on_paper_count_as_if_each_had_been_given_and_stand_beside_nobody() -> None:
    options = ("Bus", "Tram", "Taxi")
    alone = Asked(K.ranked, options)
    orders = [((0, 1), (2,)), ((0, 1), (2,)), ((1,),), ((2,), (0,))]
    for who, ranking in zip(alone.people, orders, strict=False):
        alone.s.send(AnswerCheck(alone.id, ranking=ranking), who)
    paper = Asked(K.ranked, options)
    tally = (RankedPapers(((0, 1), (2,)), 2), RankedPapers(((1,),), 1), RankedPapers(((2,), (0,)), 1))
    paper.s.send(TallyCheck(paper.id, rankings=tally))
    assert (paper.shown()["answered"], paper.shown()["on_paper"]) == (4, 4)
    one, other = alone.close(), paper.close()
    assert (other["places"], other["beats"]) == (one["places"], one["beats"])
    assert (other["answered"], other["on_paper"], other["too_few"]) == (4, 4, False)


def test_the_same_order_typed_twice_is_one_and_a_new_tally_replaces_the_old() -> None:
    a = Asked(K.ranked, ("Bus", "Tram"))
    a.s.send(TallyCheck(a.id, rankings=(RankedPapers(((0,), (1,)), 4),)))
    a.s.send(TallyCheck(a.id, rankings=(RankedPapers(((0,), (1,)), 1), RankedPapers(((0,), (1,)), 2))))
    [kept] = a.s.state.checks.by_id[a.id].ranked_papers
    assert (kept.ranking, kept.papers) == (((0,), (1,)), 3)
    assert a.close()["on_paper"] == 3


def test_rankings_on_paper_are_three_or_more_and_each_names_an_option_once() -> None:
    a = Asked(K.ranked, ("Bus", "Tram", "Taxi"))
    for wrong in (
        TallyCheck(a.id, rankings=(RankedPapers(((0,),), 2),)),
        TallyCheck(a.id, rankings=(RankedPapers(((0,),), 3), RankedPapers(((1,),), 0))),
        TallyCheck(a.id, rankings=(RankedPapers(((0, 0),), 3),)),
        TallyCheck(a.id, rankings=(RankedPapers(((3,),), 3),)),
        TallyCheck(a.id, (1, 1, 1)),
        TallyCheck(a.id),
    ):
        assert a.s.refused(wrong).code == "bad_answer"
    assert a.s.refused(TallyCheck(a.id, rankings=(RankedPapers(((0,),), 99),))).code == "too_many"
    scale = Asked(K.fist)
    assert scale.s.refused(TallyCheck(scale.id, rankings=(RankedPapers(((0,),), 3),))).code == "bad_answer"


def test_a_single_ranking_beside_paper_is_not_shown() -> None:
    a = Asked(K.ranked, ("Bus", "Tram"))
    a.s.send(TallyCheck(a.id, rankings=(RankedPapers(((0,), (1,)), 3),)))
    a.s.send(AnswerCheck(a.id, ranking=((1,), (0,))), a.people[0])
    closed = a.close()
    assert closed["too_few"]
    assert "places" not in closed


def test_a_tally_is_of_three_or_more_and_of_no_more_people_than_there_are() -> None:
    a = Asked(K.fist)
    assert a.s.refused(TallyCheck(a.id, (0, 0, 0, 1, 1, 0))).code == "bad_answer"
    assert a.s.refused(TallyCheck(a.id, (1, 1, 1))).code == "bad_answer"
    assert a.s.refused(TallyCheck(a.id, (0, 0, 0, 0, 0, 99))).code == "too_many"
    consent = Asked(K.consent)
    assert consent.s.refused(TallyCheck(consent.id, (1, 4))).code == "bad_answer"
    consent.s.send(TallyCheck(consent.id, (0, 4)))
    assert consent.close()["support"] == 4


def test_an_objection_has_a_reason_and_no_name() -> None:
    a = Asked(K.consent)
    assert a.s.refused(AnswerCheck(a.id, 0), a.people[0]).code == "text_empty"
    a.answer(1, 1, 1)
    objection = a.object(a.people[3], "It would shut the night bus")
    closed = a.close()
    assert closed["outcome"] == "objections_open"
    assert closed["objections"] == {
        "order": [objection],
        "by_id": {objection: {"reason": "It would shut the night bus", "state": "open"}},
    }


def test_only_who_objected_can_say_that_it_is_met() -> None:
    a = Asked(K.consent, named=True)
    a.answer(1, 1, 1)
    objection = a.object(a.people[3], "It would shut the night bus")
    met = SettleObjection(a.id, objection, "integrated")
    assert a.s.refused(met, a.people[3]).code == "checking"
    a.close()
    for other in (a.people[0], a.s.facilitator):
        assert a.s.refused(met, other).code == "not_allowed"
    assert you_view(a.s.state, a.people[3].participant)["check"] == {"objections": [objection]}
    a.s.send(met, a.people[3])
    assert a.shown()["outcome"] == "consent"
    assert a.shown()["objections"]["by_id"][objection]["state"] == "integrated"
    assert a.s.refused(met, a.people[3]).code == "stale"


def test_an_objection_without_a_name_is_nobodys_once_the_check_is_closed() -> None:
    a = Asked(K.consent)
    a.answer(1, 1, 1)
    objection = a.object(a.people[3], "It would shut the night bus")
    a.close()
    assert a.s.state.checks.by_id[a.id].answers == {}
    assert "check" not in you_view(a.s.state, a.people[3].participant)
    for who in (a.people[3], a.s.facilitator):
        assert a.s.refused(SettleObjection(a.id, objection, "integrated"), who).code == "not_allowed"
    assert a.shown()["outcome"] == "objections_open"


def test_an_overruled_objection_keeps_its_reason_and_the_rule_and_is_no_consent() -> None:
    a = Asked(K.consent)
    a.answer(1, 1, 1)
    objection = a.object(a.people[3], "It would shut the night bus")
    a.close()
    bare = SettleObjection(a.id, objection, "overruled")
    assert a.s.refused(bare).code == "text_empty"
    by_rule = SettleObjection(a.id, objection, "overruled", "Two thirds, as said at the start")
    assert a.s.refused(by_rule, a.people[0]).code == "not_allowed"
    a.s.send(by_rule)
    assert a.shown()["outcome"] == "overruled"
    assert a.shown()["objections"]["by_id"][objection] == {
        "reason": "It would shut the night bus",
        "state": "overruled",
        "rule": "Two thirds, as said at the start",
    }


def test_silence_is_not_consent() -> None:
    a = Asked(K.consent, quorum=4)
    a.answer(1, 1, 1)
    closed = a.close()
    assert (closed["outcome"], closed["asked"]) == ("unanswered", 6)


def test_participants_answer_and_facilitators_for_who_has_no_device() -> None:
    a = Asked(K.fist)
    [ida] = a.s.seat("Ida")
    watcher = a.s.join("Wim", Role.observer)
    for other in (a.s.facilitator, watcher):
        assert a.s.refused(AnswerCheck(a.id, 3), other).code == "not_allowed"
    a.s.send(AnswerCheck(a.id, 3, participant=ida))
    assert a.shown()["answered"] == 1
    assert a.s.refused(AnswerCheck(a.id, 3, participant=ida), a.people[0]).code == "not_allowed"


def test_one_check_at_a_time_and_a_closed_one_is_stale() -> None:
    a = Asked(K.fist)
    assert a.s.refused(OpenCheck(K.fist, "Again?")).code == "checking"
    a.close()
    for command in (AnswerCheck(a.id, 3), CloseCheck(a.id), TallyCheck(a.id, (0, 0, 0, 1, 1, 1))):
        actor = a.people[0] if isinstance(command, AnswerCheck) else None
        assert a.s.refused(command, actor).code == "stale"
    assert a.s.refused(SettleObjection(a.id, ObjectionId("x"), "withdrawn"), a.people[0]).code == "stale"


@pytest.mark.parametrize(("what", "options"), [(K.ranked, 0), (K.ranked, 1), (K.ranked, 11), (K.fist, 2)])
def test_only_a_ranked_check_has_options(what: CheckKind, options: int) -> None:
    s = sitting()
    command = OpenCheck(what, "Which?", tuple(f"Option {n}" for n in range(options)))
    assert s.refused(command).code == "bad_answer"


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from([K.temperature, K.fist, K.gradients]),
    st.lists(st.integers(1, 2), min_size=3, max_size=6),
    st.randoms(use_true_random=False),
)
def test_neither_who_answers_nor_when_changes_what_all_see(
    what: CheckKind, answers: list[int], chance: Any
) -> None:
    def result(order: list[int], who: list[int]) -> Any:
        a = Asked(what)
        for place in order:
            a.s.send(AnswerCheck(a.id, answers[place]), a.people[who[place]])
        return a.close()

    plain = list(range(len(answers)))
    order, who = list(plain), list(range(6))
    chance.shuffle(order)
    chance.shuffle(who)
    assert result(plain, plain) == result(order, who)


def test_a_log_leads_to_the_same_result() -> None:
    a = Asked(K.consent)
    a.answer(1, 1, 1)
    a.object(a.people[3], "It would shut the night bus")
    a.close()
    assert decider.replay(a.s.log) == a.s.state
