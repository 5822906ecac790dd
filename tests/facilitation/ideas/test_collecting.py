"""Writing alone, showing together."""

import pytest

from app.facilitation.commands import (
    CollectIdeas,
    DiscardIdeas,
    EndSession,
    PublishIdeas,
    ReviseIdea,
    WithdrawIdea,
    WriteIdea,
)
from app.facilitation.ideas import collecting
from app.facilitation.ideas.collecting import MOST_EARLIER, MOST_OWN
from app.facilitation.ideas.record import IdeaState
from app.facilitation.ids import CollectionId, IdeaId, Role
from app.facilitation.views import DESK, ROOM, render, you_view
from tests.facilitation.ideas.writing import NEED, PROPOSAL, Workshop, workshop
from tests.facilitation.sitting import KEY, sitting


def room(w: Workshop) -> dict[str, object]:
    """The room's ideas."""
    section = render(ROOM, w.s.state).view["ideas"]
    assert isinstance(section, dict)
    return dict(section)


def test_all_ideas_are_shown_together_without_a_name() -> None:
    w = workshop()
    collection = w.collect("What would be easier, and for whom?")
    assert room(w)["collecting"] == {
        "id": collection,
        "asks": "What would be easier, and for whom?",
        "opened_at": w.s.now,
    }
    ideas = [w.write("Benches", w.ana), w.write("A roof", w.bo), w.write("Light", w.cy, NEED)]
    assert room(w)["order"] == []
    w.s.send(PublishIdeas(collection))
    shown = room(w)
    assert sorted(shown["order"]) == sorted(ideas)  # type: ignore[call-overload]
    assert shown["by_id"] == {
        ideas[0]: {"what": "proposal", "state": "published", "text": "Benches"},
        ideas[1]: {"what": "proposal", "state": "published", "text": "A roof"},
        ideas[2]: {"what": "need", "state": "published", "text": "Light"},
    }
    assert "collecting" not in shown


def test_fewer_than_three_authors_are_not_shown_and_the_collection_stays_open() -> None:
    w = workshop()
    collection = w.collect()
    w.write("One", w.ana)
    w.write("Two", w.ana)
    w.write("Three", w.bo)
    assert w.s.refused(PublishIdeas(collection)).code == "too_few_authors"
    w.write("Four", author=w.dee)
    w.s.send(PublishIdeas(collection))
    assert len(w.s.state.ideas.order) == 4


def test_a_withdrawn_idea_has_no_author_who_counts() -> None:
    w = workshop()
    collection = w.collect()
    w.write("One", w.ana)
    w.write("Two", w.bo)
    third = w.write("Three", w.cy)
    w.s.send(WithdrawIdea(third), w.cy)
    assert w.s.refused(PublishIdeas(collection)).code == "too_few_authors"


def test_what_is_discarded_is_shown_to_nobody_and_stays_its_authors() -> None:
    w = workshop()
    idea = w.collect() and w.write("One", w.ana)
    now = w.s.state.ideas.collecting
    assert now is not None
    w.s.send(DiscardIdeas(now.id))
    assert room(w)["order"] == []
    own = you_view(w.s.state, w.ana.participant)["ideas"]
    assert own == {
        "order": [idea],
        "by_id": {idea: {"what": "proposal", "state": "discarded", "text": "One"}},
    }


def test_a_facilitator_types_for_somebody_and_both_can_read_it() -> None:
    w = workshop()
    w.collect()
    idea = w.write("A lower step", author=w.dee)
    assert w.idea(idea).author == w.dee
    assert w.idea(idea).typed_by == w.s.facilitator.participant
    typed = you_view(w.s.state, w.s.facilitator.participant)["ideas"]
    assert typed == {
        "order": [idea],
        "by_id": {
            idea: {"what": "proposal", "state": "masked", "text": "A lower step", "for": w.dee},
        },
    }
    w.s.send(ReviseIdea(idea, "A lower kerb"))
    assert w.idea(idea).text == "A lower kerb"


def test_nobody_writes_for_somebody_else_but_a_facilitator() -> None:
    w = workshop()
    w.collect()
    assert w.s.refused(WriteIdea(PROPOSAL, "x", participant=w.dee), w.ana).code == "not_allowed"


def test_observers_write_nothing() -> None:
    w = workshop()
    w.collect()
    watcher = w.s.join("Wim", Role.observer)
    assert w.s.refused(WriteIdea(PROPOSAL, "x"), watcher).code == "not_allowed"
    assert w.s.refused(WriteIdea(PROPOSAL, "x", participant=watcher.participant)).code == "not_allowed"


def test_a_key_needs_to_say_for_whom_it_writes() -> None:
    w = workshop()
    w.collect()
    assert w.s.refused(WriteIdea(PROPOSAL, "x"), KEY).code == "unknown_participant"
    made = w.s.send(WriteIdea(PROPOSAL, "x", participant=w.dee), KEY).made
    assert made is not None
    assert w.idea(IdeaId(made)).author == w.dee


def test_somebody_elses_masked_idea_is_as_unknown_as_one_that_is_not_there() -> None:
    w = workshop()
    w.collect()
    idea = w.write("Secret", w.ana)
    for actor in (w.bo, w.s.facilitator, KEY):
        there = w.s.refused(ReviseIdea(idea, "Mine now"), actor)
        nowhere = w.s.refused(ReviseIdea(IdeaId("nowhere"), "Mine now"), actor)
        assert (there.code, there.message) == (nowhere.code, nowhere.message)
    assert w.s.refused(WriteIdea(PROPOSAL, "For hers", need=idea), w.bo).code == "unknown_idea"


def test_a_proposal_is_for_a_need_that_is_shown_or_ones_own() -> None:
    w = workshop()
    collection = w.collect()
    need = w.write("I can't stand for long", w.ana, NEED)
    own = w.write("Benches", w.ana, need=need)
    w.write("A roof", w.bo)
    w.write("Light", w.cy)
    w.s.send(PublishIdeas(collection))
    w.collect()
    other = w.write("Seats along the way", w.bo, need=need)
    assert (w.idea(own).need, w.idea(other).need) == (need, need)
    assert w.s.refused(WriteIdea(NEED, "A need", need), w.cy).code == "not_alike"
    assert w.s.refused(WriteIdea(PROPOSAL, "For a proposal", own), w.cy).code == "not_alike"


def test_a_proposal_whose_need_is_withdrawn_stands_alone() -> None:
    w = workshop()
    w.collect()
    need = w.write("I can't stand for long", w.ana, NEED)
    own = w.write("Benches", w.ana, need=need)
    w.s.send(WithdrawIdea(need), w.ana)
    assert w.idea(own).need is None


def test_a_draft_leaves_no_earlier_words_and_a_shown_idea_does() -> None:
    w = workshop()
    collection = w.collect()
    idea = w.write("Benches", w.ana)
    w.s.send(ReviseIdea(idea, "Benches with backs"), w.ana)
    assert w.idea(idea).earlier == ()
    w.write("A roof", w.bo)
    w.write("Light", w.cy)
    w.s.send(PublishIdeas(collection))
    w.s.send(ReviseIdea(idea, "Benches with arms"), w.ana)
    w.s.send(ReviseIdea(idea, "Seats with arms"))
    assert w.idea(idea).earlier == ("Benches with backs", "Benches with arms")
    assert w.s.refused(ReviseIdea(idea, "Mine"), w.bo).code == "not_allowed"
    assert w.s.refused(WithdrawIdea(idea), w.ana).code == "stale"


def test_an_idea_is_not_revised_without_end() -> None:
    w = workshop()
    collection = w.collect()
    idea = w.write("Benches", w.ana)
    for number in range(MOST_EARLIER + 1):
        w.s.send(ReviseIdea(idea, f"Benches, draft {number}"), w.ana)
    w.write("A roof", w.bo)
    w.write("Light", w.cy)
    w.s.send(PublishIdeas(collection))
    for number in range(MOST_EARLIER):
        w.s.send(ReviseIdea(idea, f"Benches with {number} arms"), w.ana)
    assert w.s.refused(ReviseIdea(idea, "Benches"), w.ana).code == "too_many"


def test_one_collection_at_a_time_and_a_closed_one_is_stale() -> None:
    w = workshop()
    assert w.s.refused(WriteIdea(PROPOSAL, "x"), w.ana).code == "not_collecting"
    first = w.collect()
    assert w.s.refused(CollectIdeas()).code == "collecting"
    w.s.send(DiscardIdeas(first))
    w.collect()
    assert w.s.refused(PublishIdeas(first)).code == "stale"
    assert w.s.refused(DiscardIdeas(CollectionId("other"))).code == "stale"


def test_ideas_are_written_while_the_session_is_open() -> None:
    planned = sitting(opened=False)
    assert planned.refused(CollectIdeas()).code == "not_open"
    w = workshop()
    w.collect()
    w.s.send(EndSession())
    assert w.s.refused(WriteIdea(PROPOSAL, "x"), w.ana).code == "ended"


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u2060"])
def test_an_idea_needs_words(text: str) -> None:
    w = workshop()
    w.collect()
    assert w.s.refused(WriteIdea(PROPOSAL, text), w.ana).code == "text_empty"


def test_an_idea_has_300_characters_at_most() -> None:
    w = workshop()
    w.collect()
    w.write("é" * 300, w.ana)
    assert w.s.refused(WriteIdea(PROPOSAL, "é" * 301), w.ana).code == "text_too_long"


def test_line_breaks_become_spaces_and_unseen_characters_go() -> None:
    w = workshop()
    w.collect()
    idea = w.write("  Benches\r\n\tat\u202e every stop ", w.ana)
    assert w.idea(idea).text == "Benches at every stop"


def test_one_person_has_a_bounded_number_of_ideas() -> None:
    w = workshop()
    w.collect()
    for number in range(MOST_OWN):
        w.write(f"Idea {number}", w.ana)
    assert w.s.refused(WriteIdea(PROPOSAL, "One more"), w.ana).code == "too_many"
    w.write("Another's", w.bo)


def test_what_was_taken_back_takes_nobodys_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collecting, "MOST_IDEAS", 2)
    w = workshop()
    w.collect()
    w.write("One", w.ana)
    gone = w.write("Two", w.ana)
    assert w.s.refused(WriteIdea(PROPOSAL, "Three"), w.bo).code == "too_many"
    w.s.send(WithdrawIdea(gone), w.ana)
    w.write("Three", w.bo)


def test_only_facilitators_steer_and_the_desk_learns_no_more_than_the_room() -> None:
    w = workshop()
    collection = w.collect()
    for command in (PublishIdeas(collection), DiscardIdeas(collection), CollectIdeas()):
        assert w.s.refused(command, w.ana).code == "not_allowed"
    w.write("Benches", w.ana)
    assert render(DESK, w.s.state).view["ideas"] == {"held_back": {}}
    assert w.idea(next(iter(w.s.state.ideas.by_id))).state is IdeaState.masked
