"""Before ideas: cards without a name, and what holds scoring."""

import json
from typing import Any

from app.facilitation import decider
from app.facilitation.commands import (
    AddKnowledge,
    AnswerUnclear,
    OpenScoring,
    ReviseKnowledge,
    SayUnclear,
    SetBrief,
    SettleUnclear,
    TakeBackKnowledge,
)
from app.facilitation.ids import HowSure, KnowledgeId, KnowledgeKind, Role, UnclearId
from app.facilitation.views import DESK, ROOM, render, you_view
from tests.facilitation.ideas.writing import Workshop, workshop

FACT, STORY = KnowledgeKind.fact, KnowledgeKind.story


def shown(w: Workshop) -> Any:
    return render(ROOM, w.s.state).view["knowledge"]


def add(w: Workshop, *given: Any, who: Any = None, **more: Any) -> KnowledgeId:
    made = w.s.send(AddKnowledge(*given, **more), who).made
    assert made is not None
    return KnowledgeId(made)


def unclear(w: Workshop, who: Any, **about: Any) -> UnclearId:
    made = w.s.send(SayUnclear(**about), who).made
    assert made is not None
    return UnclearId(made)


def test_a_fact_has_a_source_and_a_story_needs_no_proof() -> None:
    w = workshop()
    fact = add(w, FACT, "400 people wait here a day", "The council's count", HowSure.sure, who=w.ana)
    story = add(w, STORY, "I stood for an hour in the rain", "none", HowSure.guess, who=w.bo)
    assert shown(w)["order"] == [fact, story]
    assert shown(w)["by_id"] == {
        fact: {
            "what": "fact",
            "text": "400 people wait here a day",
            "source": "The council's count",
            "sure": "sure",
        },
        story: {"what": "story", "text": "I stood for an hour in the rain"},
    }


def test_facts_and_stories_have_the_same_room() -> None:
    w = workshop()
    for what in (FACT, STORY):
        add(w, what, "x" * 300, who=w.ana)
        assert w.s.refused(AddKnowledge(what, "x" * 301), w.ana).code == "text_too_long"


def test_nobody_is_told_whose_a_card_is() -> None:
    w = workshop()
    add(w, STORY, "I fell", who=w.ana)
    card = add(w, STORY, "So did I", participant=w.dee)
    layers = json.dumps([shown(w), render(DESK, w.s.state).view["ideas"]])
    assert w.ana.participant not in layers
    assert w.dee not in layers
    assert you_view(w.s.state, w.bo.participant).get("knowledge") is None
    assert you_view(w.s.state, w.s.facilitator.participant)["knowledge"] == {"cards": [card]}


def test_one_changes_ones_own_and_learns_nothing_of_others() -> None:
    w = workshop()
    card = add(w, FACT, "One bus an hour", who=w.ana)
    w.s.send(ReviseKnowledge(card, "One bus in two hours", "I counted", HowSure.fairly), w.ana)
    assert shown(w)["by_id"][card]["source"] == "I counted"
    for other in (ReviseKnowledge(card, "Mine"), TakeBackKnowledge(card)):
        assert w.s.refused(other, w.bo).code == "unknown_card"
    assert w.s.refused(TakeBackKnowledge(KnowledgeId("none")), w.bo).code == "unknown_card"
    w.s.send(TakeBackKnowledge(card), w.ana)
    assert shown(w)["order"] == []


def test_observers_bring_no_cards() -> None:
    w = workshop()
    watcher = w.s.join("Wim", Role.observer)
    assert w.s.refused(AddKnowledge(FACT, "I saw it"), watcher).code == "not_allowed"


def test_what_somebody_does_not_understand_holds_scoring_until_it_is_answered() -> None:
    w = workshop()
    ideas = w.three()
    asked = unclear(w, w.ana, idea=ideas[0])
    assert w.s.refused(OpenScoring(tuple(ideas))).code == "not_understood"
    assert w.s.refused(AnswerUnclear(asked, "A seat"), w.ana).code == "not_allowed"
    w.s.send(AnswerUnclear(asked, "A seat with arms"))
    w.s.send(OpenScoring(tuple(ideas)))
    assert shown(w)["unclear"]["by_id"][asked] == {
        "text": "",
        "open": False,
        "idea": ideas[0],
        "answer": "A seat with arms",
        "instead": False,
    }


def test_a_facilitator_can_say_why_it_goes_on_without() -> None:
    w = workshop()
    ideas = w.three()
    asked = unclear(w, w.ana, text="What is a kerb?")
    w.s.send(AnswerUnclear(asked, "We look at it after the break", instead=True))
    w.s.send(OpenScoring(tuple(ideas)))
    assert shown(w)["unclear"]["by_id"][asked]["instead"] is True


def test_who_asked_can_say_that_they_understand_and_nobody_is_told_who_it_was() -> None:
    w = workshop()
    ideas = w.three()
    asked = unclear(w, w.ana, text="What is a kerb?")
    assert you_view(w.s.state, w.ana.participant)["knowledge"] == {"unclear": [asked]}
    assert w.s.refused(SettleUnclear(asked), w.bo).code == "stale"
    assert w.s.refused(SettleUnclear(UnclearId("none")), w.bo).code == "stale"
    assert w.ana.participant not in json.dumps(shown(w))
    w.s.send(SettleUnclear(asked), w.ana)
    w.s.send(OpenScoring(tuple(ideas)))
    assert w.s.refused(AnswerUnclear(asked, "A seat")).code == "stale"


def test_the_same_question_of_the_same_person_stands_once() -> None:
    w = workshop()
    unclear(w, w.ana, text="What is a kerb?")
    w.s.send(SayUnclear("What is a kerb?"), w.ana)
    unclear(w, w.bo, text="What is a kerb?")
    assert len(shown(w)["unclear"]["order"]) == 2
    assert w.s.refused(SayUnclear(), w.ana).code == "text_empty"


def test_what_is_fixed_is_said_with_who_fixed_it() -> None:
    w = workshop()
    w.s.send(SetBrief(("", "£40,000", "By May"), ("Where",), ("", "The council")))
    agenda: Any = render(ROOM, w.s.state).view["agenda"]
    assert (agenda["fixed"], agenda["fixed_by"]) == (["£40,000", "By May"], ["The council", ""])
    assert w.s.refused(SetBrief(("One",), (), ("a", "b"))).code == "malformed"


def test_a_log_leads_to_the_same_cards() -> None:
    w = workshop()
    add(w, FACT, "One bus an hour", who=w.ana)
    unclear(w, w.bo, text="What is a kerb?")
    assert decider.replay(w.s.log) == w.s.state
