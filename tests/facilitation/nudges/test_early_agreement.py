"""`early_agreement`: people are asked to agree while what was said against it has no answer."""

import pytest

from app.facilitation import decider
from app.facilitation.commands import AnswerAsk, AnswerCheck, CloseCheck, OpenCheck, SettleObjection
from app.facilitation.ids import CheckId, CheckKind, DecisionId, ObjectionId
from app.facilitation.nudges.record import Nudge
from app.facilitation.views import DESK, ROOM, render
from tests.facilitation.decisions.deciding import Deciding
from tests.facilitation.nudges.gathering import SECOND


def ask(d: Deciding, what: CheckKind = CheckKind.fist) -> CheckId:
    """The group is asked to agree."""
    options = ("Yes", "No") if what is CheckKind.ranked else ()
    made = d.s.send(OpenCheck(what, "Do we do this?", options), after=SECOND).made
    assert made is not None
    d.s.wait(10 * SECOND)
    return CheckId(made)


def told(d: Deciding) -> list[Nudge]:
    """What was raised."""
    nudges = d.s.state.nudges
    raised = [nudges.by_id[each] for each in nudges.order]
    return [nudge for nudge in raised if nudge.rule == "early_agreement"]


def needing() -> tuple[Deciding, DecisionId]:
    """Ana said what she would need to come along with the bench, and nobody has answered."""
    d = Deciding()
    d.resist((8, 5), (2, 5), (1, 5), needs="A back to lean on")
    return d, d.draft()


def test_a_need_without_an_answer_is_told_to_facilitators_while_people_are_asked() -> None:
    d, decision = needing()
    d.s.wait(60 * SECOND)
    assert told(d) == []
    check = ask(d)
    [nudge] = told(d)
    assert (nudge.about, nudge.subject) == (decision, None)
    assert dict(nudge.facts) == {"objections": 0, "needs": 1, "groups": 0}
    desk = render(DESK, d.s.state).view["nudges"]
    assert "early_agreement" in str(desk)
    assert "early_agreement" not in str(render(ROOM, d.s.state).view)
    d.s.send(CloseCheck(check))
    d.s.wait(10 * SECOND)
    assert told(d)[0].ended_at is not None
    assert decider.replay(d.s.log) == d.s.state


def test_once_it_is_answered_nobody_is_told() -> None:
    d, _ = needing()
    [survey] = d.s.state.surveys.by_id.values()
    [need] = [level.ask for levels in survey.levels.values() for level in levels.values() if level.ask]
    d.s.send(AnswerAsk(survey.id, need, "Every second one"))
    ask(d)
    assert told(d) == []


@pytest.mark.parametrize("what", [CheckKind.temperature, CheckKind.ranked])
def test_where_nothing_is_decided_nobody_is_told(what: CheckKind) -> None:
    d, _ = needing()
    ask(d, what)
    assert told(d) == []


def test_an_objection_that_is_open_is_told_until_it_is_met() -> None:
    d = Deciding()
    d.draft()
    first = ask(d, CheckKind.consent)
    d.s.send(AnswerCheck(first, 0, reason="It blocks the pavement"), d.ana)
    for who in (d.bo, d.cy):
        d.s.send(AnswerCheck(first, 1), who)
    d.s.send(CloseCheck(first))
    again = ask(d, CheckKind.consent)
    [nudge] = told(d)
    assert dict(nudge.facts)["objections"] == 1
    d.s.send(CloseCheck(again))
    [objection] = objections(d, first)
    d.s.send(SettleObjection(first, objection, "overruled", "Two thirds, as said at the start"))
    ask(d, CheckKind.consent)
    assert len(told(d)) == 1


def objections(d: Deciding, check: CheckId) -> list[ObjectionId]:
    """The ids under which all read them."""
    return [given.objection for given in d.s.state.checks.by_id[check].given if given.objection]
