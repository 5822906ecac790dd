"""`pushing`: an idea comes back a third time and is no easier to accept; its author alone hears of it."""

import json

from app.facilitation import decider
from app.facilitation.commands import CloseResistance, FocusIdea, GiveResistance, GiveScore, OpenResistance
from app.facilitation.ids import OptionId, SurveyId
from app.facilitation.merit.questions import Question
from app.facilitation.nudges.record import Nudge
from app.facilitation.views import DESK, ROOM, render, you_view
from tests.facilitation.nudges.gathering import MINUTE, SECOND
from tests.facilitation.scoring.scoring_room import ScoringRoom


class Back(ScoringRoom):
    """Ana's idea is weighed, and talked about again and again."""

    def __init__(self) -> None:
        super().__init__()
        self.idea = self.ideas[0]

    def weigh(self, *acceptable: int) -> None:
        """A round in which people say how well they could live with it."""
        self.open([self.idea])
        for who, score in zip(self.people, acceptable, strict=True):
            self.s.send(GiveScore(self.round, self.idea, Question.acceptable, score), who)
        self.close()

    def survey(self, *levels: int) -> None:
        """How hard it is to live with."""
        made = self.s.send(OpenResistance((self.idea,))).made
        assert made is not None
        for who, level in zip(self.people, levels, strict=True):
            self.s.send(GiveResistance(SurveyId(made), OptionId(self.idea), level), who)
        self.s.send(CloseResistance(SurveyId(made)))

    def focus(self, times: int) -> None:
        """It is talked about so many times, another in between, and stays what the talk is about."""
        for time in range(times):
            if time:
                self.s.send(FocusIdea(self.ideas[1]), after=MINUTE)
            self.s.send(FocusIdea(self.idea), after=MINUTE)
        self.s.wait(10 * SECOND)

    def told(self) -> list[Nudge]:
        """What was raised."""
        nudges = self.s.state.nudges
        raised = [nudges.by_id[each] for each in nudges.order]
        return [nudge for nudge in raised if nudge.rule == "pushing"]


def test_the_third_time_without_being_easier_to_accept_is_told_to_its_author_alone() -> None:
    b = Back()
    b.weigh(4, 2, 2)
    b.weigh(5, 2, 2)
    b.focus(3)
    [nudge] = b.told()
    assert nudge.subject == b.people[0].participant
    assert dict(nudge.facts) == {"times": 3, "median": 2, "median_before": 2}
    own = you_view(b.s.state, b.people[0].participant)["invitations"]
    assert "pushing" in json.dumps(own)
    b.s.wait(30 * MINUTE)
    desk = render(DESK, b.s.state).view["nudges"]
    others = [you_view(b.s.state, who.participant) for who in (*b.people[1:], b.s.facilitator)]
    assert "pushing" not in json.dumps([*others, render(ROOM, b.s.state).view, desk])
    assert decider.replay(b.s.log) == b.s.state


def test_the_second_time_nobody_is_told() -> None:
    b = Back()
    b.weigh(4, 2, 2)
    b.weigh(4, 2, 2)
    b.focus(2)
    assert b.told() == []


def test_what_became_easier_to_accept_may_come_back() -> None:
    b = Back()
    b.weigh(4, 2, 2)
    b.weigh(4, 3, 2)
    b.focus(3)
    assert b.told() == []


def test_what_was_weighed_once_is_compared_with_nothing() -> None:
    b = Back()
    b.weigh(1, 1, 1)
    b.survey(9, 9, 9)
    b.focus(3)
    assert b.told() == []


def test_what_became_harder_to_live_with_is_pushed_too() -> None:
    b = Back()
    b.survey(2, 4, 6)
    b.survey(2, 4, 7)
    b.focus(3)
    [nudge] = b.told()
    assert dict(nudge.facts) == {"times": 3, "hard": 4.3333, "hard_before": 4.0}


def test_it_is_over_when_the_talk_goes_on_to_something_else() -> None:
    b = Back()
    b.weigh(4, 2, 2)
    b.weigh(4, 2, 2)
    b.focus(3)
    b.s.send(FocusIdea(b.ideas[1]))
    b.s.wait(10 * SECOND)
    [nudge] = b.told()
    assert nudge.ended_at is not None


def test_what_changes_while_it_is_talked_about_is_seen() -> None:
    b = Back()
    b.weigh(4, 2, 2)
    b.focus(3)
    assert b.told() == []
    b.weigh(4, 2, 2)
    b.s.wait(10 * SECOND)
    assert len(b.told()) == 1
