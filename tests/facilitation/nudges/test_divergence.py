"""`divergence`: people of different experience see an idea differently, and facilitators hear of it."""

from typing import Any

from app.facilitation import decider
from app.facilitation.commands import ActOnNudge, GiveScore, SetPerspective, Undo
from app.facilitation.ids import CommandId
from app.facilitation.merit.questions import Question
from app.facilitation.nudges.record import Nudge
from app.facilitation.views import ROOM, render
from tests.facilitation.nudges.gathering import MINUTE, SECOND
from tests.facilitation.scoring.scoring_room import ScoringRoom


class Apart(ScoringRoom):
    """Ten people, five of each kind of experience, weigh two ideas."""

    def __init__(self) -> None:
        super().__init__(more=7)
        for place, who in enumerate(self.people):
            label = "lived_experience" if place % 2 else "professional"
            self.s.send(SetPerspective(label), who)

    def weigh(self, lived: int, professional: int) -> None:
        """A round in which each kind says the same of whether the first idea can be done."""
        self.open(self.ideas[:2])
        for place, who in enumerate(self.people):
            # One of each differs a little, so that there is a spread.
            score = (lived if place % 2 else professional) + (1 if place > 7 else 0)
            self.s.send(GiveScore(self.round, self.ideas[0], Question.feasible, score), who)
            self.s.send(GiveScore(self.round, self.ideas[1], Question.feasible, 3), who)
        self.close()
        self.s.wait(10 * SECOND)

    def told(self) -> list[Nudge]:
        """What was raised."""
        nudges = self.s.state.nudges
        raised = [nudges.by_id[each] for each in nudges.order]
        return [nudge for nudge in raised if nudge.rule == "divergence"]


def test_two_perspectives_that_are_apart_are_told_once_a_round_and_never_to_the_room() -> None:
    a = Apart()
    a.weigh(4, 2)
    [nudge] = a.told()
    assert (nudge.about, nudge.subject) == (a.ideas[0], None)
    labels = a.s.state.perspectives.labels
    facts = dict(nudge.facts)
    assert (labels[int(facts["higher"])], labels[int(facts["lower"])]) == ("lived_experience", "professional")
    assert (facts["question"], facts["apart"]) == (list(Question).index(Question.feasible) + 1, 2.0)
    a.s.wait(40 * MINUTE)
    assert len(a.told()) == 1
    view: Any = render(ROOM, a.s.state).view
    assert "divergence" not in str(view)
    # All read what each side is asked, by what the other one said.
    asked = {"question": "feasible"}
    assert view["scoring"]["rounds"][a.round]["ideas"][a.ideas[0]]["each_way"] == [
        {"asked": "lived_experience", "others": "professional", "more": False, **asked},
        {"asked": "professional", "others": "lived_experience", "more": True, **asked},
    ]
    assert decider.replay(a.s.log) == a.s.state


def test_perspectives_that_see_it_alike_are_not_told() -> None:
    a = Apart()
    a.weigh(3, 3)
    assert a.told() == []


def test_another_round_that_is_apart_is_told_again() -> None:
    a = Apart()
    a.weigh(4, 2)
    a.s.wait(15 * MINUTE)
    a.weigh(4, 1)
    assert len(a.told()) == 2


def test_one_click_puts_the_idea_before_everybody_and_can_be_taken_back() -> None:
    a = Apart()
    a.weigh(4, 2)
    [nudge] = a.told()
    a.s.send(ActOnNudge(nudge.id, "focus_idea"), id="act")
    assert a.s.state.ideas.focus == a.ideas[0]
    a.s.send(Undo(CommandId("act")))
    assert a.s.state.ideas.focus is None
