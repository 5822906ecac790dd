"""Talking about ideas, splitting and merging them."""

import pytest

from app.facilitation.commands import (
    CollectIdeas,
    ConfirmHeard,
    FocusIdea,
    HearNeed,
    HoldBackIdea,
    MakeRemark,
    MergeIdeas,
    PublishIdeas,
    ShortlistIdeas,
    ShowIdeaAgain,
    SplitIdea,
    Taken,
    WriteIdea,
)
from app.facilitation.ideas.talking import MOST_OWN
from app.facilitation.ids import CollectionId, IdeaId, RemarkKind
from app.facilitation.views import DESK, ROOM, render, you_view
from tests.facilitation.ideas.writing import NEED, PROPOSAL, Workshop, workshop
from tests.facilitation.sitting import KEY


def shown(w: Workshop, idea: IdeaId) -> object:
    """The idea as all see it."""
    section = render(ROOM, w.s.state).view["ideas"]
    assert isinstance(section, dict)
    by_id = section["by_id"]
    assert isinstance(by_id, dict)
    return by_id[idea]


def test_of_an_idea_that_is_held_back_all_see_that_and_its_author_why() -> None:
    w = workshop()
    idea = w.three()[0]
    w.s.send(FocusIdea(idea))
    w.s.send(ShortlistIdeas((idea,)))
    w.s.send(HoldBackIdea(idea, "It names a neighbour"))
    assert shown(w, idea) == {"what": "proposal", "state": "held_back"}
    assert w.s.state.ideas.focus is None
    assert w.s.state.ideas.shortlist == ()
    held = {"text": "Benches", "reason": "It names a neighbour"}
    assert render(DESK, w.s.state).view["ideas"] == {"held_back": {idea: held}}
    own = you_view(w.s.state, w.ana.participant)["ideas"]
    assert own == {
        "order": [idea],
        "by_id": {
            idea: {
                "what": "proposal",
                "state": "held_back",
                "text": "Benches",
                "reason": "It names a neighbour",
            }
        },
    }
    assert w.s.refused(FocusIdea(idea)).code == "stale"
    assert w.s.refused(HoldBackIdea(idea, "Again")).code == "stale"
    w.s.send(ShowIdeaAgain(idea))
    assert shown(w, idea) == {"what": "proposal", "state": "published", "text": "Benches"}


def test_the_need_that_is_heard_is_a_guess_until_its_author_says_yes() -> None:
    w = workshop()
    idea = w.three()[0]
    w.s.send(HearNeed(idea, "You need to rest on the way"), w.bo)
    words = "You need to rest on the way"
    said = {"text": words, "right": False}
    assert shown(w, idea) == {"what": "proposal", "state": "published", "text": "Benches", "heard": said}
    for other in (w.bo, w.s.facilitator):
        assert w.s.refused(ConfirmHeard(idea, words, True), other).code == "not_allowed"
    assert w.s.refused(ConfirmHeard(idea, "Something else", True), w.ana).code == "stale"
    w.s.send(ConfirmHeard(idea, words, True), w.ana)
    assert w.idea(idea).heard_right
    assert w.s.refused(HearNeed(idea, "No, this"), w.cy).code == "stale"


def test_a_need_that_is_not_it_goes() -> None:
    w = workshop()
    idea = w.three()[0]
    w.s.send(HearNeed(idea, "You are tired"), w.bo)
    w.s.send(ConfirmHeard(idea, "You are tired", False), w.ana)
    assert w.idea(idea).heard == ""
    w.s.send(HearNeed(idea, "You need to rest"), w.bo)
    assert w.idea(idea).heard == "You need to rest"


def test_who_typed_an_idea_for_its_author_says_for_them_whether_that_is_it() -> None:
    w = workshop()
    collection = w.collect()
    w.write("Benches", w.ana)
    w.write("A roof", w.bo)
    idea = w.write("A lower kerb", author=w.dee)
    w.s.send(PublishIdeas(collection))
    w.s.send(HearNeed(idea, "To get on with wheels"), w.bo)
    w.s.send(ConfirmHeard(idea, "To get on with wheels", True))
    assert w.idea(idea).heard_right


def test_a_paper_without_a_name_is_heard_like_any_other_idea() -> None:
    """A refusal would tell whoever tries it on each idea which ones are from paper, and so whose they are."""
    w = workshop()
    collection = w.collect()
    w.write("Benches", w.ana)
    w.write("A roof", w.bo)
    paper = IdeaId(str(w.s.send(WriteIdea(PROPOSAL, "A lower kerb", paper=True)).made))
    by_program = IdeaId(str(w.s.send(WriteIdea(PROPOSAL, "A ramp", paper=True), KEY).made))
    w.s.send(PublishIdeas(collection))
    w.s.send(HearNeed(by_program, "To get in with a pram"), w.bo)
    w.s.send(HearNeed(paper, "To get on with wheels"), w.bo)
    assert w.s.refused(ConfirmHeard(paper, "To get on with wheels", True), w.ana).code == "not_allowed"
    w.s.send(ConfirmHeard(paper, "To get on with wheels", True))
    assert w.idea(paper).heard_right


def test_what_the_group_made_has_no_author_to_ask_what_the_need_is() -> None:
    w = workshop()
    bench, roof, _ = w.three()
    both = IdeaId(str(w.s.send(MergeIdeas((Taken(bench, "a seat"), Taken(roof, "a roof")), "Both")).made))
    assert w.s.refused(HearNeed(both, "To rest"), w.bo).code == "not_allowed"


def test_remarks_have_a_kind_and_no_name() -> None:
    w = workshop()
    idea = w.three()[0]
    first = w.s.send(MakeRemark(idea, RemarkKind.question, "How many?"), w.bo).made
    second = w.s.send(MakeRemark(idea, RemarkKind.concern, "Who pays?", w.dee)).made
    assert shown(w, idea) == {
        "what": "proposal",
        "state": "published",
        "text": "Benches",
        "remarks": {
            "order": [first, second],
            "by_id": {
                first: {"what": "question", "text": "How many?"},
                second: {"what": "concern", "text": "Who pays?"},
            },
        },
    }


def test_one_person_cannot_fill_an_idea_with_remarks() -> None:
    w = workshop()
    idea, other = w.three()[:2]
    for number in range(MOST_OWN):
        w.s.send(MakeRemark(idea, RemarkKind.question, f"How many? {number}"), w.bo)
    assert w.s.refused(MakeRemark(idea, RemarkKind.question, "And then?"), w.bo).code == "too_many"
    w.s.send(MakeRemark(idea, RemarkKind.question, "And then?"), w.ana)
    w.s.send(MakeRemark(other, RemarkKind.question, "And then?"), w.bo)


def test_at_most_seven_are_weighed_in_one_go() -> None:
    w = workshop()
    collection = w.collect()
    ideas = [w.write(f"Idea {n}", (w.ana, w.bo, w.cy)[n % 3]) for n in range(8)]
    w.s.send(PublishIdeas(collection))
    assert w.s.refused(ShortlistIdeas(tuple(ideas))).code == "too_many"
    w.s.send(ShortlistIdeas(tuple(ideas[:7])))
    assert w.s.state.ideas.shortlist == tuple(ideas[:7])


def test_a_synthesis_keeps_its_parents_and_shows_what_it_took() -> None:
    w = workshop()
    benches, roof, _ = w.three()
    made = w.s.send(MergeIdeas((Taken(benches, "to sit"), Taken(roof, "to stay dry")), "A shelter")).made
    assert made is not None
    assert shown(w, IdeaId(made)) == {
        "what": "proposal",
        "state": "published",
        "text": "A shelter",
        "parents": [{"idea": benches, "took": "to sit"}, {"idea": roof, "took": "to stay dry"}],
    }
    assert shown(w, benches) == {"what": "proposal", "state": "merged", "text": "Benches"}
    assert w.s.state.ideas.order[-1] == made
    assert w.s.refused(FocusIdea(benches)).code == "stale"


def test_a_need_is_not_merged_with_a_proposal_nor_an_idea_with_itself() -> None:
    w = workshop()
    benches, _, light = w.three()
    for parts in (
        (Taken(benches, "a"), Taken(light, "b")),
        (Taken(benches, "a"), Taken(benches, "b")),
        (Taken(benches, "a"),),
    ):
        assert w.s.refused(MergeIdeas(parts, "Both")).code == "not_alike"


def test_the_parts_of_a_split_idea_stand_where_it_stood() -> None:
    w = workshop()
    w.three()
    whole = w.s.state.ideas.order[1]
    after = w.s.state.ideas.order[2]
    w.s.send(FocusIdea(whole))
    w.s.send(SplitIdea(whole, ("This", "That")))
    order = w.s.state.ideas.order
    assert (order[1], order[4]) == (whole, after)
    this, that = (w.idea(idea) for idea in order[2:4])
    assert (this.text, that.text) == ("This", "That")
    assert this.parents == that.parents == ((whole, ""),)
    assert this.author is None
    assert w.s.state.ideas.focus is None
    assert w.s.refused(HearNeed(this.id, "A need"), w.bo).code == "not_allowed"


@pytest.mark.parametrize("parts", [0, 1, 8])
def test_an_idea_is_split_in_two_to_seven(parts: int) -> None:
    w = workshop()
    idea = w.three()[0]
    assert w.s.refused(SplitIdea(idea, ("part",) * parts)).code == "not_alike"


def test_a_second_collection_is_shown_after_the_first() -> None:
    w = workshop()
    first = w.three()
    made = w.s.send(CollectIdeas("Other ways?")).made
    assert made is not None
    second = [w.write(f"Way {n}", who, PROPOSAL) for n, who in enumerate((w.ana, w.bo, w.cy))]
    w.s.send(PublishIdeas(CollectionId(made)))
    assert set(w.s.state.ideas.order[:3]) == set(first)
    assert set(w.s.state.ideas.order[3:]) == set(second)


def test_what_was_proposed_for_needs_is_for_the_need_that_they_are_put_together_to() -> None:
    w = workshop()
    collection = w.collect()
    sit, lean = w.write("To sit", w.ana, NEED), w.write("To lean on something", w.bo, NEED)
    w.write("To see", w.cy, NEED)
    bench = w.write("A bench", w.ana, need=sit)
    rail = w.write("A rail", w.bo, need=lean)
    w.s.send(PublishIdeas(collection))
    w.s.send(CollectIdeas(need=sit))
    rest = IdeaId(str(w.s.send(MergeIdeas((Taken(sit, "a seat"), Taken(lean, "a rail")), "To rest")).made))
    assert {w.idea(way).need for way in (bench, rail)} == {rest}
    # Who is writing another way to meet one of them goes on, and it is for the whole.
    assert w.s.state.ideas.collecting is not None
    assert w.s.state.ideas.collecting.need == rest
    w.write("A low wall", w.cy, need=rest)
    assert rest in w.s.state.ideas.asked_ways
