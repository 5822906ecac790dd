"""`idea_unheard`: an idea that nearly nobody scored or talked about, while others were."""

from app.facilitation import decider
from app.facilitation.commands import FocusIdea, HoldBackIdea, MakeRemark, NextItem, SetAgenda
from app.facilitation.ids import RemarkKind
from app.facilitation.nudges.record import Nudge
from tests.facilitation.nudges.gathering import MINUTE, SECOND
from tests.facilitation.scoring.scoring_room import ScoringRoom


def told(r: ScoringRoom) -> list[Nudge]:
    """What was raised."""
    nudges = r.s.state.nudges
    raised = [nudges.by_id[each] for each in nudges.order]
    return [nudge for nudge in raised if nudge.rule == "idea_unheard"]


def scored(*scorers: int) -> ScoringRoom:
    """Five people weigh three ideas; so many of them each."""
    r = ScoringRoom(more=2)
    r.open()
    for idea, many in zip(r.ideas, scorers, strict=True):
        for who in r.people[:many]:
            r.score(who, idea, 4, 4, 4, 4)
    r.close()
    r.s.wait(10 * SECOND)
    return r


def test_an_idea_that_nearly_nobody_scored_is_told_once_when_scoring_closes() -> None:
    r = scored(5, 1, 5)
    [nudge] = told(r)
    assert (nudge.about, nudge.subject) == (r.ideas[1], None)
    assert dict(nudge.facts) == {"scored": 1, "scorers": 5}
    r.s.wait(40 * MINUTE)
    assert len(told(r)) == 1
    assert decider.replay(r.s.log) == r.s.state


def test_ideas_that_were_scored_alike_are_not_told() -> None:
    assert told(scored(5, 4, 5)) == []
    assert told(scored(1, 1, 1)) == []


def test_an_idea_that_is_held_back_is_not_told() -> None:
    r = ScoringRoom(more=2)
    r.open()
    for idea in r.ideas[1:]:
        for who in r.people:
            r.score(who, idea, 4)
    r.s.send(HoldBackIdea(r.ideas[0], "It names a neighbour."))
    r.close()
    r.s.wait(10 * SECOND)
    assert told(r) == []


def talked(*places: int) -> ScoringRoom:
    """An agenda item in which the talk comes to these of four ideas, the last by a remark alone."""
    r = ScoringRoom(ideas=4)
    r.s.send(SetAgenda(("10 Ideas", "10 More")))
    r.s.send(NextItem(None))
    for place in places[:-1]:
        r.s.send(FocusIdea(r.ideas[place]), after=MINUTE)
    r.s.send(MakeRemark(r.ideas[places[-1]], RemarkKind.question, "What does it cost?"), r.people[0])
    r.s.wait(10 * SECOND)
    assert told(r) == []
    r.s.send(NextItem(r.s.state.agenda.current))
    r.s.wait(10 * SECOND)
    return r


def test_an_idea_that_nobody_talked_about_is_told_when_the_item_ends() -> None:
    r = talked(0, 1, 3)
    [nudge] = told(r)
    assert nudge.about == r.ideas[2]
    assert dict(nudge.facts) == {"others": 3}


def test_where_one_idea_alone_was_talked_about_no_other_is_told() -> None:
    assert told(talked(1, 1)) == []
