"""A draft is filled from the session's own data, and asks for what is lost."""

from typing import Any

import pytest

from app.facilitation.actors import Person
from app.facilitation.commands import (
    CollectIdeas,
    DiscardDecision,
    DraftDecision,
    EndNeed,
    HoldBackIdea,
    MakeRemark,
    MergeIdeas,
    PublishIdeas,
    RemoveLine,
    ReviseIdea,
    SayGap,
    SetColumn,
    SetDecision,
    SetPerspective,
    SetRisk,
    SplitIdea,
    Taken,
    WriteIdea,
)
from app.facilitation.decisions.views import risk_word
from app.facilitation.ids import (
    CollectionId,
    Column,
    GapId,
    GapPart,
    IdeaId,
    IdeaKind,
    NeedEnd,
    NeedId,
    OptionId,
    RemarkKind,
)
from app.facilitation.views import ROOM, render
from tests.facilitation.decisions.deciding import Deciding
from tests.facilitation.scoring.scoring_room import ScoringRoom


def test_the_columns_are_filled_from_the_scores() -> None:
    d = Deciding()
    columns = d.shown(d.draft())["columns"]
    assert columns["chosen"] == {
        "text": "Idea 0",
        "option": d.bench,
        "marks": [4, 3, 4, 4],
        "basis": "chosen",
    }
    assert (columns["to_run"]["option"], columns["to_run"]["marks"]) == (d.print, [2, 5, 3, 2])
    assert columns["to_live_with"]["option"] == d.shelter
    assert columns["to_run"]["basis"] == columns["to_live_with"]["basis"] == "answers"
    assert columns["leave"] == {"text": "", "option": "leave", "marks": [], "basis": "said"}


def test_a_round_that_was_closed_too_early_takes_nothing_from_the_one_before() -> None:
    d = Deciding()
    d.room.open()
    d.room.score(d.ana, d.bench, 1, 1, 1, 1)
    d.room.close()
    columns = d.shown(d.draft())["columns"]
    assert columns["chosen"]["marks"] == [4, 3, 4, 4]
    assert (columns["to_run"]["option"], columns["to_live_with"]["option"]) == (d.print, d.shelter)


def test_a_gap_stands_where_the_option_chosen_is_behind() -> None:
    d = Deciding()
    gaps = d.shown(d.draft())["gaps"]["by_id"].values()
    assert [(gap["against"], gap.get("question")) for gap in gaps] == [
        ("to_run", "feasible"),
        ("to_live_with", "suitable"),
        ("to_live_with", "beneficial"),
        ("leave", None),
    ]


def test_concerns_about_the_option_chosen_are_risks_in_their_authors_words() -> None:
    d = Deciding()
    decision = d.draft()
    [risk] = d.decision(decision).record.risks.values()
    assert d.shown(decision)["risks"]["by_id"][risk.id]["text"] == "Who mends it?"
    d.s.send(SetRisk(decision, "", risk.id, 3, 4, "Joan"))
    shown = d.shown(decision)["risks"]["by_id"][risk.id]
    assert (shown["text"], shown["owner"], shown["word"]) == ("Who mends it?", "Joan", "watch")
    assert "Who mends it?" not in str([one for one in d.s.log if "decision" in one.event.kind])
    d.s.send(HoldBackIdea(d.bench, "Not now"))
    assert d.shown(decision)["risks"]["by_id"][risk.id]["text"] == ""


def test_a_synthesis_has_the_concerns_about_what_it_was_put_together_from() -> None:
    d = Deciding()
    parts = (Taken(d.bench, "The bench"), Taken(d.print, "The print"))
    made = IdeaId(str(d.s.send(MergeIdeas(parts, "A bench with a timetable")).made))
    d.s.send(MakeRemark(made, RemarkKind.concern, "Who reads it at night?"), d.ana)
    decision = d.draft(made)
    risks = [one["text"] for one in d.shown(decision)["risks"]["by_id"].values()]
    assert risks == ["Who reads it at night?", "Who mends it?"]


def test_resistance_stands_beside_each_option_that_was_asked_about() -> None:
    d = Deciding()
    d.resist((2, 8), (3, 6), (1, 7))
    columns = d.shown(d.draft())["columns"]
    assert (columns["chosen"]["acceptance"], columns["leave"]["acceptance"]) == (80.0, 30.0)


def test_another_option_asks_anew_and_keeps_what_somebody_wrote() -> None:
    d = Deciding()
    decision = d.draft()
    [first, *_] = d.decision(decision).record.gaps
    d.s.send(SayGap(decision, Column.to_run, first, lost="It takes longer"))
    d.s.send(SetColumn(decision, Column.chosen, OptionId(d.shelter)))
    gaps = d.shown(decision)["gaps"]["by_id"]
    assert gaps[first]["lost"] == "It takes longer"
    assert {(gap["against"], gap.get("question")) for gap in gaps.values()} == {
        ("to_run", None),
        ("to_run", "feasible"),
        ("leave", None),
    }


def test_a_column_takes_words_and_marks_of_its_own() -> None:
    d = Deciding()
    decision = d.draft()
    wanted = SetColumn(decision, Column.leave, OptionId("leave"), "Nothing changes", (1, 5, 2, 1))
    d.s.send(wanted)
    assert d.shown(decision)["columns"]["leave"]["marks"] == [1, 5, 2, 1]
    assert {gap.get("question") for gap in d.shown(decision)["gaps"]["by_id"].values()} >= {"feasible"}
    for marks in ((1, 2), (1, 2, 3, 6)):
        assert d.s.refused(SetColumn(decision, Column.leave, marks=marks)).code == "off_scale"


def test_we_dont_know_is_an_answer_and_blank_is_not() -> None:
    d = Deciding()
    decision = d.draft()
    assert set(d.open_parts(decision)) == {"gap", "costs", "affected", "risk", "review"}
    for gap in d.decision(decision).record.gaps.values():
        d.s.send(SayGap(decision, gap.against, gap.id, gap.question, unknown=tuple(GapPart)))
    d.s.send(SetDecision(decision, costs_unknown=True, affected_unknown=True))
    assert set(d.open_parts(decision)) == {"risk", "review"}
    d.fill(decision)
    assert d.open_parts(decision) == []


def test_the_needs_that_an_option_is_for_have_to_be_answered() -> None:
    d = Deciding()
    survey = d.resist((9, 2), (1, 8), (0, 8), needs="A seat with arms")
    decision = d.draft()
    ask = d.s.state.surveys.by_id[survey].levels[OptionId(d.bench)][d.ana.participant].ask
    assert d.shown(decision)["needs"] == [ask]
    assert "need" in d.open_parts(decision)
    d.s.send(EndNeed(NeedId(ask), NeedEnd.partly, "Arms on half of them", "Joan"))
    assert "need" not in d.open_parts(decision)
    assert d.s.refused(EndNeed(NeedId("none"), NeedEnd.no, "No")).code == "unknown_idea"


def test_a_need_that_was_put_together_or_split_meanwhile_has_to_be_answered_all_the_same() -> None:
    d = Deciding()
    collection = CollectionId(str(d.s.send(CollectIdeas()).made))

    def written(who: Person, what: IdeaKind, text: str, need: IdeaId | None = None) -> IdeaId:
        return IdeaId(str(d.s.send(WriteIdea(what, text, need), who).made))

    sit, lean = written(d.ana, IdeaKind.need, "To sit"), written(d.bo, IdeaKind.need, "To lean")
    seat = written(d.ana, IdeaKind.proposal, "A seat", sit)
    both = written(d.cy, IdeaKind.need, "To see and to hear")
    board = written(d.cy, IdeaKind.proposal, "A board that talks", both)
    d.s.send(PublishIdeas(collection))
    rest = str(d.s.send(MergeIdeas((Taken(sit, "a seat"), Taken(lean, "a rail")), "To rest")).made)
    decision = d.draft(seat)
    assert d.shown(decision)["needs"] == [rest]
    d.s.send(DiscardDecision(decision))
    d.s.send(SplitIdea(both, ("To see", "To hear")))
    parts = [each.id for each in d.s.state.ideas.by_id.values() if (both, "") in each.parents]
    assert sorted(d.shown(d.draft(board))["needs"]) == sorted(parts)


def test_words_of_a_column_are_those_of_the_idea_then() -> None:
    d = Deciding()
    decision = d.draft()
    d.s.send(ReviseIdea(d.bench, "A bench with arms"))
    assert d.shown(decision)["statement"] == "Idea 0"
    d.s.send(SetColumn(decision, Column.chosen, OptionId(d.bench)))
    assert d.shown(decision)["statement"] == "A bench with arms"


def test_a_synthesis_can_be_chosen_though_nobody_scored_it() -> None:
    d = Deciding()
    made = d.s.send(MergeIdeas((Taken(d.bench, "a seat"), Taken(d.shelter, "a roof")), "Both")).made
    assert made is not None
    decision = d.draft(IdeaId(made), statement="We build both")
    shown = d.shown(decision)
    assert (shown["statement"], shown["columns"]["chosen"]["marks"]) == ("We build both", [])


def test_one_draft_at_a_time_and_only_a_draft_is_written_in() -> None:
    d = Deciding()
    decision = d.draft()
    assert d.s.refused(DraftDecision()).code == "drafting"
    d.s.send(DiscardDecision(decision))
    assert d.s.refused(SetDecision(decision, statement="Else")).code == "stale"
    again = d.draft()
    assert d.s.refused(SayGap(again, Column.to_run, GapId("none"))).code == "unknown_decision"
    assert d.s.refused(RemoveLine(again, gap=GapId("none"))).code == "unknown_decision"


@pytest.mark.parametrize(
    ("likelihood", "impact", "word"),
    [
        (0, 5, "not_said"),
        (4, 4, "act"),
        (2, 5, "act"),
        (1, 5, "watch"),
        (5, 3, "watch"),
        (3, 2, "watch"),
        (2, 2, "accept"),
    ],
)
def test_a_risk_has_a_word_and_no_product(likelihood: int, impact: int, word: str) -> None:
    assert risk_word(likelihood, impact) == word


def test_what_to_act_on_never_stands_beside_what_to_accept() -> None:
    words = {(a, b): risk_word(a, b) for a in range(1, 6) for b in range(1, 6)}
    beside = [
        {words[a, b], words[c, d]} for a, b in words for c, d in words if max(abs(a - c), abs(b - d)) == 1
    ]
    assert {"act", "accept"} not in beside


def _of_two_kinds(professionals: int) -> ScoringRoom:
    """Six people score: those who would run it like the first idea, those who live with it the second."""
    room = ScoringRoom(more=3)
    kinds = ["professional"] * professionals + ["lived_experience"] * (6 - professionals)
    for who, kind in zip(room.people, kinds, strict=True):
        room.s.send(SetPerspective(kind), who)
    room.open(room.ideas[:2])
    for who, kind in zip(room.people, kinds, strict=True):
        mine, other = (0, 1) if kind == "professional" else (1, 0)
        room.score(who, room.ideas[mine], 4, 4, 4, 4)
        room.score(who, room.ideas[other], 3, 3, 3, 3)
    room.close()
    return room


@pytest.mark.parametrize(("professionals", "basis"), [(3, "people"), (2, "answers")])
def test_those_who_would_run_it_and_those_who_live_with_it_say_what_is_best_where_they_are_enough(
    professionals: int, basis: str
) -> None:
    room = _of_two_kinds(professionals)
    made = room.s.send(DraftDecision(OptionId(room.ideas[0]))).made
    view: Any = render(ROOM, room.s.state).view["decisions"]
    columns = view["by_id"][made]["columns"]
    assert (columns["to_run"]["basis"], columns["to_live_with"]["basis"]) == (basis, basis)
    if basis == "people":
        assert columns["to_run"]["option"] == room.ideas[0]
        assert columns["to_live_with"]["option"] == room.ideas[1]
