""" "You said, we did": what anybody may read, and nobody's name who did not say so."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation.commands import (
    AcceptDecision,
    EndNeed,
    KeepDissent,
    Rename,
    SayGap,
    SetDecision,
    SetRisk,
    ShareLedger,
    ShowOwnName,
    UnshareLedger,
)
from app.facilitation.decisions.public import SOMEBODY, public_ledger
from app.facilitation.ids import Column, LinkId, NeedEnd, NeedId
from app.facilitation.views import DESK, render
from tests.facilitation.decisions.deciding import Deciding


def text_of(d: Deciding) -> str:
    return json.dumps(public_ledger(d.s.state), ensure_ascii=False)


def test_it_holds_every_need_and_what_was_accepted_and_no_draft() -> None:
    d = Deciding()
    survey = d.resist((9, 2), (1, 8), (0, 8), needs="A seat with arms")
    [ask] = [
        level.ask
        for levels in d.s.state.surveys.by_id[survey].levels.values()
        for level in levels.values()
        if level.ask
    ]
    decision = d.draft()
    assert public_ledger(d.s.state)["order"] == []
    d.fill(decision)
    d.s.send(AcceptDecision(decision, d.check(5, 4, 4), with_open_points=True))
    page: Any = public_ledger(d.s.state)
    assert page["order"] == [decision]
    assert page["needs"]["by_id"][ask] == {"text": "A seat with arms", "named_as": "ask"}
    d.s.send(EndNeed(NeedId(ask), NeedEnd.taken_up, "In the plan", "The street team", 9))
    page = public_ledger(d.s.state)
    assert page["needs"]["by_id"][ask]["owner"] == "The street team"


def test_names_stand_there_only_where_people_say_so() -> None:
    d = Deciding()
    d.s.send(Rename(d.bo.participant, "Bo Maria Larsen"), d.bo)
    decision = d.draft()
    d.s.send(KeepDissent(decision, "As ANA said, no", named=True), d.bo)
    d.s.send(KeepDissent(decision, "Not with Larsen", "Ask Bo"), d.cy)
    d.s.send(SetRisk(decision, "If Cy leaves", None, 3, 3, "Bo Maria Larsen", "Ask Maria"))
    d.s.send(SetDecision(decision, affected=("Anagrams stay", "ana's sister")))
    d.s.send(AcceptDecision(decision, d.check(5, 4, 4), with_open_points=True))
    text = text_of(d)
    assert "Maria" not in text.replace('"name": "Bo Maria Larsen"', "")
    assert "Not with […]" in text
    assert "As […] said" in text
    assert "If […] leaves" in text
    assert "Anagrams stay" in text
    assert "[…]'s sister" in text
    assert d.bo.participant not in text
    assert '"name": "Bo Maria Larsen"' in text
    d.s.send(ShowOwnName(True), d.bo)
    assert '"owner": "Bo Maria Larsen"' in text_of(d)
    d.s.send(ShowOwnName(False), d.bo)
    assert '"owner": "[…]"' in text_of(d)


def test_a_name_is_let_be_shown_by_its_owner_alone() -> None:
    d = Deciding()
    assert d.s.refused(ShowOwnName(True, d.bo.participant)).code == "not_allowed"
    assert d.s.refused(ShowOwnName(True, d.bo.participant), d.ana).code == "not_allowed"


@settings(max_examples=40, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", categories=("Lu", "Ll")), min_size=3, max_size=12),
    st.sampled_from(["{}", "Ask {}.", "({})", "“{}’s” stop", "{}, and others", "the {} plan"]),
)
def test_whatever_somebody_is_called_their_name_is_in_no_field(name: str, sentence: str) -> None:
    d = Deciding()
    d.s.send(Rename(d.cy.participant, name), d.cy)
    called = d.s.state.people.by_id[d.cy.participant].name
    words = sentence.format(called)
    decision = d.draft(statement=words)
    d.s.send(SetDecision(decision, asks=words, costs=(words,), conditions=(words,), review_how=words))
    d.s.send(SayGap(decision, Column.leave, None, None, words, words, words))
    d.s.send(SetRisk(decision, words, None, 1, 1, words, words))
    d.s.send(KeepDissent(decision, words, words), d.ana)
    d.s.send(AcceptDecision(decision, d.check(5, 4, 4), with_open_points=True))
    page: Any = public_ledger(d.s.state)
    shown = page["by_id"][decision]
    said = [
        shown["statement"], shown["asks"], *shown["costs"], *shown["conditions"], shown["review_how"],
        *(gap[part] for gap in shown["gaps"]["by_id"].values() for part in ("lost", "bears", "asked")),
        *(r[part] for r in shown["risks"]["by_id"].values() for part in ("text", "owner", "mitigation")),
        *(one[part] for one in shown["dissents"]["by_id"].values() for part in ("text", "needs")),
    ]  # fmt: skip
    masked = sentence.format(SOMEBODY)
    assert {text for text in said if text} == {masked, "Who mends it?"}


def test_a_link_can_be_taken_back() -> None:
    d = Deciding()
    link = d.s.send(ShareLedger()).made
    assert link is not None
    assert render(DESK, d.s.state).view["ledger"] == {"links": [link]}
    d.s.send(UnshareLedger(LinkId(link)))
    assert render(DESK, d.s.state).view["ledger"] == {"links": []}
    assert d.s.refused(UnshareLedger(LinkId(link))).code == "stale"
    assert d.s.refused(ShareLedger(), d.ana).code == "not_allowed"
