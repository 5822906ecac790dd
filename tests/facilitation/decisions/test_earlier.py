"""A decision of an earlier sitting is looked at again in a later one, and both tell what came of it."""

from typing import Any

import pytest

from app.facilitation.actors import Server
from app.facilitation.commands import (
    AcceptDecision,
    AnswerCheck,
    BringDecision,
    CloseCheck,
    DraftDecision,
    EndSession,
    OpenCheck,
    ReviewDecision,
    SayLate,
    SaySure,
    SetColumn,
    SetDecision,
    ShowOwnName,
)
from app.facilitation.decisions.accepting import LATE_MS
from app.facilitation.decisions.earlier import earlier_decision, told_back
from app.facilitation.decisions.public import public_ledger
from app.facilitation.ids import CameOut, CheckId, CheckKind, Column, DecisionId, Stance
from app.facilitation.refusals import Refused
from app.facilitation.state import State
from app.facilitation.views import ROOM, render
from tests.facilitation.decisions.deciding import Deciding
from tests.facilitation.sitting import Sitting, sitting


class Twice:
    """A decision that stands, and the room's second sitting."""

    def __init__(self) -> None:
        self.before = Deciding()
        self.decision = self.before.draft()
        for who, percent in ((self.before.ana, 40), (self.before.bo, 90), (self.before.cy, 60)):
            self.before.s.send(SaySure(self.decision, percent), who)
        self.before.fill(self.decision)
        self.before.s.send(SetDecision(self.decision, conditions=("Cy calls the council",)))
        self.before.s.send(AcceptDecision(self.decision, self.before.check(5, 4, 4)))
        self.before.s.wait(LATE_MS)
        self.before.s.send(EndSession())
        self.s = sitting(number=2)
        self.people = [self.s.join(name) for name in ("Dee", "Eli", "Flo")]

    def bring(self) -> None:
        earlier = earlier_decision(self.before.s.state, self.decision, self.before.s.now)
        self.s.send(BringDecision(earlier), Server())

    def shown(self, s: Sitting, decision: DecisionId) -> Any:
        ledger: Any = render(ROOM, s.state).view["decisions"]
        return ledger["by_id"][decision]

    def here(self) -> Any:
        return self.shown(self.s, self.decision)

    def there(self) -> Any:
        return self.shown(self.before.s, self.decision)

    def tell(self, was: State | None = None) -> None:
        """What the shell does after the later sitting has changed its ledger."""
        for session, command in told_back(was or State.empty(), self.s.state):
            assert session == self.before.s.state.session.id
            self.before.s.send(command, Server())

    def accept(self, decision: DecisionId) -> None:
        check = CheckId(str(self.s.send(OpenCheck(CheckKind.fist, "Again?"), after=1_000).made))
        for who in self.people:
            self.s.send(AnswerCheck(check, 4), who)
        self.s.send(CloseCheck(check))
        self.s.send(AcceptDecision(decision, check, with_open_points=True))


def test_it_stands_in_the_later_sitting_as_it_was_agreed_to_without_what_single_people_said() -> None:
    t = Twice()
    t.bring()
    here, there = t.here(), t.there()
    for part in (
        "version",
        "costs",
        "affected",
        "conditions",
        "gaps",
        "accepted",
        "open_points",
        "review_at",
    ):
        assert here[part] == there[part]
    assert (here["state"], here["statement"]) == ("standing", "Idea 0")
    assert (here["origin"]["session"], here["origin"]["number"]) == ("s1", 1)
    assert here["columns"]["to_run"]["text"] == there["columns"]["to_run"]["text"] == "Idea 1"
    # The concern that a risk came from is an idea's: here it is words.
    assert [one["text"] for one in here["risks"]["by_id"].values()] == ["Who mends it?"]
    assert here["sure"] == {"answered": 3}
    assert t.s.refused(SayLate(t.decision, Stance.agree), t.people[0]).code == "too_late"


def test_a_review_in_the_later_sitting_shows_how_sure_people_were_in_both() -> None:
    t = Twice()
    t.bring()
    t.s.send(ReviewDecision(t.decision, CameOut.worse, "Two of six are broken"))
    was = t.s.state
    t.tell()
    spread = {"answered": 3, "lowest": 40, "middle": 60, "highest": 90}
    assert t.here()["sure"] == spread
    assert t.there()["sure"] == spread
    said = {"at": t.s.now, "came": "worse", "text": "Two of six are broken"}
    assert t.here()["reviews"] == [said]
    assert t.there()["reviews"] == [{**said, "number": 2}]
    # Told again it is told once; with another review it is told of both.
    before = t.before.s.state
    t.tell()
    assert t.before.s.state.decisions == before.decisions
    t.s.send(ReviewDecision(t.decision, CameOut.better, "They are mended"), after=1_000)
    t.tell(was)
    assert [one["came"] for one in t.there()["reviews"]] == ["worse", "better"]


def test_a_new_version_takes_its_place_in_both() -> None:
    t = Twice()
    t.bring()
    again = DecisionId(str(t.s.send(DraftDecision(supersedes=t.decision, statement="With arms")).made))
    t.s.send(SetColumn(again, Column.chosen, text="A bench with arms"))
    assert not list(told_back(State.empty(), t.s.state))
    t.accept(again)
    t.tell()
    assert t.shown(t.s, again)["version"] == 2
    assert (t.here()["state"], t.here()["superseded_by"]) == ("superseded", again)
    there = t.there()
    assert (there["state"], there["superseded_by"], there["superseded_in"]) == ("superseded", again, 2)
    # And the version that is out of place is not looked at a second time.
    with pytest.raises(Refused, match="stands"):
        t.bring()


def test_only_what_stands_can_be_looked_at_again_and_bringing_it_twice_changes_nothing() -> None:
    t = Twice()
    first = Deciding()
    provisional = first.accepted()
    with pytest.raises(Refused, match="takes no late words"):
        earlier_decision(first.s.state, provisional, first.s.now)
    # When nobody was there to see it, late words are over all the same.
    assert earlier_decision(first.s.state, provisional, first.s.now + LATE_MS).decision == provisional
    with pytest.raises(Refused, match="no such decision"):
        earlier_decision(first.s.state, DecisionId("none"), first.s.now)
    t.bring()
    before = t.s.state.decisions
    t.s.send(ReviewDecision(t.decision, CameOut.worse, "Broken"))
    t.tell()
    t.bring()
    t.bring()
    assert len(t.here()["reviews"]) == 1
    assert t.s.state.decisions.by_id[t.decision].origin == before.by_id[t.decision].origin
    # What this sitting was brought, it does not hand on as its own.
    with pytest.raises(Refused, match="stands"):
        earlier_decision(t.s.state, t.decision, t.s.now)
    with pytest.raises(Refused):
        t.s.send(BringDecision(earlier_decision(t.before.s.state, t.decision, t.before.s.now)))


def test_the_public_page_of_the_later_sitting_hides_the_names_of_the_earlier_one() -> None:
    t = Twice()
    t.bring()
    assert t.here()["conditions"] == ["Cy calls the council"]
    page: Any = public_ledger(t.s.state)["by_id"]
    assert page[t.decision]["conditions"] == ["[…] calls the council"]
    again = Twice()
    again.before.s.send(ShowOwnName(True), again.before.cy)
    again.bring()
    page = public_ledger(again.s.state)["by_id"]
    assert page[again.decision]["conditions"] == ["Cy calls the council"]
