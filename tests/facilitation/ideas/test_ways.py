"""Several ways to meet one need, and papers that bear no name."""

from app.facilitation.commands import (
    CollectIdeas,
    OpenScoring,
    PublishIdeas,
    ShortlistIdeas,
    SplitIdea,
    WriteIdea,
)
from app.facilitation.ids import CollectionId, IdeaId
from app.facilitation.views import ROOM, render, you_view
from tests.facilitation.ideas.writing import NEED, PROPOSAL, Workshop, workshop


def one_way_each(w: Workshop) -> tuple[IdeaId, IdeaId]:
    """A need with one proposal, shown among others."""
    collection = w.collect()
    need = w.write("Waiting is hard", w.ana, NEED)
    way = w.write("A bench", w.ana, PROPOSAL, need)
    w.write("A roof", w.bo)
    w.write("Light", w.cy, NEED)
    w.s.send(PublishIdeas(collection))
    return need, way


def ask_for_ways(w: Workshop, need: IdeaId) -> CollectionId:
    """All are asked for other ways."""
    made = w.s.send(CollectIdeas(need=need)).made
    assert made is not None
    return CollectionId(made)


def test_a_need_with_one_way_asks_for_others_before_it_is_scored() -> None:
    w = workshop()
    need, way = one_way_each(w)
    w.s.send(ShortlistIdeas((way,)))
    assert w.s.refused(OpenScoring()).code == "one_way"
    collection = ask_for_ways(w, need)
    view = render(ROOM, w.s.state).view["ideas"]
    assert isinstance(view, dict)
    assert view["collecting"] == {"id": collection, "asks": "", "opened_at": w.s.now, "need": need}
    for text, who in (("Seats", w.ana), ("Rails to lean on", w.bo), ("Folding seats", w.cy)):
        w.write(text, who, PROPOSAL, need)
    w.s.send(PublishIdeas(collection))
    w.s.send(OpenScoring())


def test_who_was_asked_for_other_ways_and_had_none_may_score_the_one() -> None:
    w = workshop()
    need, way = one_way_each(w)
    ask_for_ways(w, need)
    w.s.send(OpenScoring((way,)))


def test_other_ways_are_not_asked_for_where_the_need_is_not_on_the_screens_any_more() -> None:
    w = workshop()
    need, way = one_way_each(w)
    w.s.send(SplitIdea(need, ("Waiting in the rain is hard", "Standing long is hard")))
    w.s.send(OpenScoring((way,)))


def test_one_way_is_scored_even_so_where_a_facilitator_says_so() -> None:
    w = workshop()
    _, way = one_way_each(w)
    w.s.send(OpenScoring((way,), even_so=True))


def test_an_idea_without_a_need_is_compared_with_what_else_is_scored() -> None:
    w = workshop()
    ideas = w.three()
    w.s.send(OpenScoring((ideas[0],)))


def test_other_ways_are_asked_for_to_meet_a_need() -> None:
    w = workshop()
    _, way = one_way_each(w)
    assert w.s.refused(CollectIdeas(need=way)).code == "not_alike"


def test_papers_without_a_name_are_shown_with_the_rest_and_are_nobodys() -> None:
    w = workshop()
    collection = w.collect()
    w.write("A roof", w.bo)
    papers = []
    for text in ("A bench", "Light"):
        made = w.s.send(WriteIdea(PROPOSAL, text, paper=True)).made
        assert made is not None
        papers.append(IdeaId(made))
    assert [w.idea(paper).author for paper in papers] == [None, None]
    facilitator = w.idea(papers[0]).typed_by
    assert facilitator is not None
    own = you_view(w.s.state, facilitator)["ideas"]
    assert own["by_id"][papers[0]] == {  # type: ignore[index, call-overload]
        "what": "proposal",
        "state": "masked",
        "text": "A bench",
        "paper": True,
    }
    w.s.send(PublishIdeas(collection))
    assert len(w.s.state.ideas.order) == 3


def test_only_a_facilitator_types_from_paper() -> None:
    w = workshop()
    w.collect()
    assert w.s.refused(WriteIdea(PROPOSAL, "A bench", paper=True), w.ana).code == "not_allowed"
    assert w.s.refused(WriteIdea(PROPOSAL, "A bench", None, w.dee, paper=True)).code == "not_allowed"
