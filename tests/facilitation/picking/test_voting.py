"""Which should we talk about? Marked alone, shown to all at once, cut to seven, and ties left to people."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation.actors import Person
from app.facilitation.commands import (
    ClosePick,
    GivePick,
    HoldBackIdea,
    MergeIdeas,
    OpenPick,
    OpenScoring,
    Taken,
)
from app.facilitation.ids import IdeaId, PickId, Role
from app.facilitation.views import DESK, ROOM, render, you_view
from tests.facilitation.scoring.scoring_room import ScoringRoom


class Choice(ScoringRoom):
    """Nine ideas, five people with devices, two without."""

    def __init__(self, ideas: int = 9) -> None:
        super().__init__(more=2, ideas=ideas)
        self.pick = PickId(self.s.send(OpenPick()).made or "")

    def mark(self, who: Person, *numbers: int) -> None:
        self.s.send(GivePick(self.pick, tuple(self.ideas[n] for n in numbers)), who)

    def end(self) -> Any:
        """What all see of it then."""
        self.s.send(ClosePick(self.pick))
        return self.all_see()["by_id"][self.pick]

    def all_see(self) -> Any:
        return render(ROOM, self.s.state).view["picks"]


def test_nobody_is_asked_to_cut_what_needs_no_cutting() -> None:
    room = ScoringRoom(ideas=7)
    assert room.s.refused(OpenPick()).code == "few_enough"
    assert Choice(8).s.refused(OpenPick()).code == "picking"


def test_marks_are_seen_by_nobody_else_until_it_closes_and_then_how_many_and_not_whose() -> None:
    c = Choice()
    c.mark(c.w.ana, 0, 1)
    c.mark(c.w.ana, 2, 3, 4)
    c.mark(c.w.bo, 2)
    c.mark(c.w.cy)
    own: Any = you_view(c.s.state, c.w.ana.participant)
    assert own["pick"] == {"ideas": [c.ideas[2], c.ideas[3], c.ideas[4]]}
    now = c.all_see()
    assert (now["open"]["answered"], now["open"]["asked"], now["open"]["most"]) == (3, 7, 3)
    assert set(now["open"]["ideas"]) == set(c.ideas)
    assert "marks" not in json.dumps([now, render(DESK, c.s.state).view])
    result = c.end()
    assert result["marks"][c.ideas[2]] == 2
    assert result["marks"][c.ideas[0]] == 0
    assert (result["answered"], result["early"], result["too_few"]) == (3, True, False)
    everything = json.dumps([c.all_see(), render(DESK, c.s.state).view])
    assert not any(who.participant in json.dumps(c.all_see()) for who in c.people)
    assert everything
    assert "pick" not in you_view(c.s.state, c.w.ana.participant)


def test_the_seven_are_what_scoring_asks() -> None:
    c = Choice()
    for who, marks in zip(c.people, ((0, 1, 2), (0, 1, 3), (0, 4, 5), (2, 6, 1), (0, 3)), strict=True):
        c.mark(who, *marks)
    result = c.end()
    assert result["chosen"][:2] == [c.ideas[0], c.ideas[1]]
    assert set(result["chosen"]) == set(c.ideas[:7])
    assert (result["tied"], result["free"]) == ([], 0)
    assert list(c.s.state.ideas.shortlist) == result["chosen"]
    c.s.send(OpenScoring())
    assert c.s.state.scores.now is not None
    assert list(c.s.state.scores.now.ideas) == result["chosen"]


def test_those_that_are_tied_over_the_last_places_are_named_and_people_decide() -> None:
    c = Choice()
    for who, marks in zip(c.people, ((0, 1, 2), (0, 3, 4), (5, 6, 7), (0, 1, 8), ()), strict=True):
        c.mark(who, *marks)
    result = c.end()
    assert result["chosen"] == [c.ideas[0], c.ideas[1]]
    assert set(result["tied"]) == set(c.ideas[2:9])
    assert result["free"] == 5


def test_of_one_or_two_nothing_is_shown_and_nothing_is_cut_by_them() -> None:
    c = Choice()
    c.mark(c.w.ana, 0)
    c.mark(c.w.bo, 0)
    result = c.end()
    assert (result["too_few"], result["marks"], result["chosen"]) == (True, {}, [])
    assert c.s.state.ideas.shortlist == ()


def test_what_is_no_longer_there_is_not_chosen() -> None:
    c = Choice()
    for who in c.people[:3]:
        c.mark(who, 0, 1, 2)
    c.s.send(HoldBackIdea(c.ideas[0], "It names somebody"))
    c.s.send(MergeIdeas((Taken(c.ideas[1], "to sit"), Taken(c.ideas[3], "to wait")), "Both"))
    assert c.end()["chosen"] == [c.ideas[2]]


def test_who_may_mark_for_whom_and_how_many() -> None:
    c = Choice()
    first = c.ideas[0]
    assert c.s.refused(GivePick(c.pick, tuple(c.ideas[:4])), c.w.ana).code == "too_many"
    assert c.s.refused(GivePick(c.pick, (IdeaId("none"),)), c.w.ana).code == "unknown_idea"
    assert c.s.refused(GivePick(c.pick, (first,))).code == "not_allowed"
    assert c.s.refused(GivePick(c.pick, (first,), c.w.ana.participant)).code == "not_allowed"
    c.s.send(GivePick(c.pick, (first,), c.w.dee))
    c.s.send(GivePick(c.pick, (first, first), c.w.dee))
    assert c.s.state.picks.by_id[c.pick].marks == {c.w.dee: (first,)}
    watcher = c.s.join("Wim", Role.observer)
    assert c.s.refused(GivePick(c.pick, (first,)), watcher).code == "not_allowed"
    c.end()
    assert c.s.refused(GivePick(c.pick, (first,)), c.w.ana).code == "stale"
    assert c.s.refused(ClosePick(c.pick)).code == "stale"


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(5)), st.lists(st.sets(st.integers(0, 8), max_size=3), min_size=5, max_size=5))
def test_the_order_of_arrival_changes_nothing_and_a_changed_answer_counts_once(
    order: list[int], marks: list[set[int]]
) -> None:
    results = []
    for arrivals in (range(5), [*order, *order]):
        c = Choice()
        for n in arrivals:
            c.mark(c.people[n], *sorted(marks[n]))
        shown = c.end()
        names = {idea: n for n, idea in enumerate(c.ideas)}
        results.append(
            (
                {names[idea]: n for idea, n in shown["marks"].items()},
                {names[idea] for idea in shown["chosen"]},
                {names[idea] for idea in shown["tied"]},
                shown["answered"],
            )
        )
    assert results[0] == results[1]
