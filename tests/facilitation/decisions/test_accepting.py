"""A decision is accepted by a check, provisional for 48 hours, and never edited."""

import pytest

from app.facilitation import decider
from app.facilitation.actors import Server
from app.facilitation.commands import (
    AcceptDecision,
    AnswerCheck,
    AnswerLate,
    CloseCheck,
    CloseConnection,
    Command,
    DiscardDecision,
    DraftDecision,
    EndSession,
    KeepDissent,
    OpenCheck,
    ReviewDecision,
    SayLate,
    SaySure,
    SetDecision,
    SettleObjection,
    TallyCheck,
)
from app.facilitation.decisions.accepting import LATE_MS
from app.facilitation.ids import CameOut, CheckId, CheckKind, LateWordId, ObjectionId, OptionId, Role, Stance
from tests.facilitation.decisions.deciding import Deciding


def test_it_cannot_be_accepted_with_blanks_unless_they_are_marked_as_open() -> None:
    d = Deciding()
    decision = d.draft()
    check = d.check(5, 4, 4)
    assert d.s.refused(AcceptDecision(decision, check)).code == "open_points"
    d.s.send(AcceptDecision(decision, check, with_open_points=True))
    shown = d.shown(decision)
    assert shown["state"] == "provisional"
    assert {point["what"] for point in shown["open_points"]} == {"gap", "costs", "affected", "risk", "review"}


def test_people_agree_to_what_they_could_read() -> None:
    d = Deciding()
    decision = d.draft()
    d.fill(decision)
    check = d.check(5, 4, 4)
    d.s.send(SetDecision(decision, costs=("£90,000 a year",)), after=1_000)
    assert d.s.refused(AcceptDecision(decision, check)).code == "stale"
    d.s.send(AcceptDecision(decision, d.check(5, 4, 4)))
    assert d.shown(decision)["accepted"]["agreed"] == 3


@pytest.mark.parametrize(
    ("what", "answers", "fixed", "code"),
    [
        (CheckKind.fist, (5, 4, 1), {}, "not_agreed"),
        (CheckKind.fist, (5, 4, 1), {"threshold": 66}, None),
        (CheckKind.fist, (5, 4), {}, "not_agreed"),
        (CheckKind.fist, (5, 4), {"named": True}, None),
        (CheckKind.fist, (5, 4, 4), {"quorum": 4}, "not_agreed"),
        (CheckKind.gradients, (1, 2, 2), {}, None),
        (CheckKind.gradients, (4, 4, 6), {}, "not_agreed"),
        (CheckKind.consent, (1, 1, 0), {}, "not_agreed"),
        (CheckKind.consent, (1, 1, 1), {}, None),
        (CheckKind.temperature, (2, 2, 2), {}, "not_agreed"),
    ],
)
def test_a_check_accepts_where_it_says_that_people_agree(
    what: CheckKind, answers: tuple[int, ...], fixed: dict[str, int], code: str | None
) -> None:
    d = Deciding()
    decision = d.draft()
    d.fill(decision)
    accept = AcceptDecision(decision, d.check(*answers, what=what, **fixed))
    if code is None:
        d.s.send(accept)
        assert d.shown(decision)["state"] == "provisional"
    else:
        assert d.s.refused(accept).code == code


def test_an_objection_that_was_overruled_by_a_rule_lets_it_go_on() -> None:
    d = Deciding()
    decision = d.draft()
    d.fill(decision)
    check = d.check(1, 1, 0, what=CheckKind.consent)
    [objection] = [each.objection for each in d.s.state.checks.by_id[check].given if each.objection]
    d.s.send(SettleObjection(check, ObjectionId(objection), "overruled", "Two of three, as we said"))
    d.s.send(AcceptDecision(decision, check))
    assert (d.shown(decision)["accepted"]["agreed"], d.shown(decision)["accepted"]["answered"]) == (2, 3)


def test_a_single_answer_beside_paper_decides_nothing_for_that_would_show_it() -> None:
    """Who typed the papers knows them, and what came of it would be what the one said."""
    d = Deciding()
    decision = d.draft()
    d.fill(decision)
    check = CheckId(str(d.s.send(OpenCheck(CheckKind.consent, "Do we do this?"), after=1_000).made))
    d.s.send(TallyCheck(check, (0, 3)))
    d.s.send(AnswerCheck(check, 1), d.ana)
    d.s.send(CloseCheck(check))
    assert d.s.refused(AcceptDecision(decision, check)).code == "not_agreed"


def test_a_check_that_is_open_or_unknown_accepts_nothing() -> None:
    d = Deciding()
    decision = d.draft()
    assert d.s.refused(AcceptDecision(decision, CheckId("none"))).code == "stale"


def test_more_resistance_than_leaving_things_as_they_are_takes_a_written_reason() -> None:
    d = Deciding()
    d.resist((8, 2), (7, 3), (9, 1))
    decision = d.draft()
    d.fill(decision)
    assert d.shown(decision)["over_the_limit"]
    accept = AcceptDecision(decision, d.check(5, 4, 4), with_open_points=True)
    assert d.s.refused(accept).code == "needs_reason"
    d.s.send(SetDecision(decision, limit_reason="The law asks for it by May"))
    d.s.send(AcceptDecision(decision, d.check(5, 4, 4), with_open_points=True))
    assert d.shown(decision)["over_the_limit"]
    assert d.shown(decision)["limit_reason"] == "The law asks for it by May"


def test_it_is_provisional_for_48_hours_and_then_stands_also_when_the_session_is_over() -> None:
    d = Deciding()
    decision = d.accepted()
    d.s.send(EndSession())
    d.s.wait(LATE_MS - 2)
    assert d.shown(decision)["state"] == "provisional"
    d.s.wait(2)
    assert d.shown(decision)["state"] == "standing"
    assert d.s.refused(SayLate(decision, Stance.agree), d.bo).code == "too_late"


def test_a_late_word_counts_once_for_each_person_and_after_the_session() -> None:
    d = Deciding()
    decision = d.accepted()
    d.s.send(EndSession())
    d.s.send(SayLate(decision, Stance.worry, "Who pays?"), d.bo, after=3_600_000)
    d.s.send(SayLate(decision, Stance.agree, "I slept on it", named=True), d.bo, after=3_600_000)
    d.s.send(SayLate(decision, Stance.agree), d.cy)
    late = d.shown(decision)["late"]
    assert (late["agree"], late["worry"], late["object"]) == (2, 0, 0)
    [word] = late["by_id"].values()
    assert word == {"stance": "agree", "text": "I slept on it", "by": d.bo.participant}
    assert d.own(d.bo)["said"][decision]["late"]["text"] == "I slept on it"


def test_a_late_objection_holds_it_until_it_is_answered() -> None:
    d = Deciding()
    decision = d.accepted()
    assert d.s.refused(SayLate(decision, Stance.object), d.cy).code == "text_empty"
    d.s.send(SayLate(decision, Stance.object, "My stop is not on the list"), d.cy)
    d.s.wait(LATE_MS + 1)
    assert d.shown(decision)["state"] == "provisional"
    [word] = d.shown(decision)["late"]["order"]
    assert d.s.refused(AnswerLate(decision, LateWordId("none"), "Next year")).code == "stale"
    d.s.send(AnswerLate(decision, word, "Next year, with a date"))
    d.s.wait(1)
    shown = d.shown(decision)
    assert shown["state"] == "standing"
    assert shown["late"]["by_id"][word]["answer"] == "Next year, with a date"
    assert "by" not in shown["late"]["by_id"][word]


def test_dissent_is_kept_in_its_own_words_and_named_only_if_its_owner_says_so() -> None:
    d = Deciding()
    decision = d.draft()
    d.s.send(KeepDissent(decision, "Six stops is a trial", "A date for the rest"), d.ana)
    d.s.send(KeepDissent(decision, "Nobody has signed", named=True), d.bo)
    d.s.send(KeepDissent(decision, "Never mind"), d.cy)
    d.s.send(KeepDissent(decision, ""), d.cy)
    kept = {one["text"]: one for one in d.shown(decision)["dissents"]["by_id"].values()}
    assert kept == {
        "Six stops is a trial": {"text": "Six stops is a trial", "needs": "A date for the rest"},
        "Nobody has signed": {"text": "Nobody has signed", "needs": "", "by": d.bo.participant},
    }
    assert d.s.refused(KeepDissent(decision, "I chair")).code == "not_allowed"
    d.fill(decision)
    d.s.send(AcceptDecision(decision, d.check(5, 4, 4)))
    assert d.s.refused(KeepDissent(decision, "Too late"), d.cy).code == "stale"
    assert len(d.shown(decision)["dissents"]["order"]) == 2


def test_a_new_version_takes_the_place_of_the_old_one_which_stays_as_it_was() -> None:
    d = Deciding()
    first = d.accepted()
    before = d.decision(first).record
    assert d.s.refused(SetDecision(first, statement="Else")).code == "stale"
    made = d.s.send(DraftDecision(supersedes=first, statement="With arms")).made
    assert made is not None
    second = type(first)(made)
    assert d.shown(second)["version"] == 2
    assert d.shown(second)["gaps"] == d.shown(first)["gaps"]
    assert d.shown(first)["state"] == "provisional"
    d.s.send(AcceptDecision(second, d.check(5, 5, 5), with_open_points=True))
    assert d.shown(first)["state"] == "superseded"
    assert d.shown(first)["superseded_by"] == second
    assert d.decision(first).record == before
    assert d.s.refused(DraftDecision(supersedes=first)).code == "stale"
    d.s.wait(LATE_MS + 1)
    assert d.shown(first)["state"] == "superseded"


def test_a_new_version_keeps_a_day_to_look_again_that_is_to_come_and_no_other() -> None:
    d = Deciding()
    first = d.draft()
    d.fill(first)
    day = d.s.now + 3_600_000
    d.s.send(SetDecision(first, review_at=day))
    d.s.send(AcceptDecision(first, d.check(5, 5, 5)))
    again = type(first)(str(d.s.send(DraftDecision(supersedes=first)).made))
    assert d.shown(again)["review_at"] == day
    # And it can be taken away.
    d.s.send(SetDecision(again, review_at=0))
    assert "review_at" not in d.shown(again)
    d.s.send(DiscardDecision(again))
    d.s.wait(day - d.s.now)
    late = type(first)(str(d.s.send(DraftDecision(supersedes=first)).made))
    assert "review_at" not in d.shown(late)
    assert {"what": "review"} in d.shown(late)["open_points"]
    assert d.shown(first)["review_at"] == day


def test_how_sure_people_were_is_shown_at_the_review_and_not_before() -> None:
    d = Deciding()
    decision = d.draft()
    for who, percent in ((d.ana, 40), (d.bo, 90), (d.cy, 60)):
        d.s.send(SaySure(decision, percent), who)
    assert d.s.refused(SaySure(decision, 101), d.cy).code == "off_scale"
    d.fill(decision)
    d.s.send(AcceptDecision(decision, d.check(5, 4, 4)))
    assert d.shown(decision)["sure"] == {"answered": 3}
    assert d.own(d.bo)["said"][decision]["sure"] == 90
    d.s.send(EndSession())
    d.s.wait(365 * 86_400_000)
    d.s.send(ReviewDecision(decision, CameOut.better, "Two of six speak at night"))
    assert d.shown(decision)["sure"] == {"answered": 3, "lowest": 40, "middle": 60, "highest": 90}
    assert d.shown(decision)["reviews"][0]["came"] == "better"


def test_how_sure_two_people_were_is_not_shown() -> None:
    d = Deciding()
    decision = d.draft()
    for who, percent in ((d.ana, 40), (d.bo, 90)):
        d.s.send(SaySure(decision, percent), who)
    d.fill(decision)
    d.s.send(AcceptDecision(decision, d.check(5, 4, 4)))
    d.s.send(ReviewDecision(decision, CameOut.worse, "Broken by June"))
    assert d.shown(decision)["sure"] == {"answered": 2}


def test_facilitators_write_and_participants_speak() -> None:
    d = Deciding()
    watcher = d.s.join("Wim", Role.observer)
    decision = d.draft()
    steering: list[Command] = [
        DraftDecision(OptionId(d.bench)),
        SetDecision(decision, statement="Mine"),
        AcceptDecision(decision, CheckId("c")),
        AnswerLate(decision, LateWordId("w"), "No"),
    ]
    for command in steering:
        assert d.s.refused(command, d.ana).code == "not_allowed"
    spoken: list[Command] = [
        KeepDissent(decision, "No"),
        SaySure(decision, 10),
        SayLate(decision, Stance.agree),
    ]
    for command in spoken:
        assert d.s.refused(command, watcher).code == "not_allowed"
    for_bo: list[Command] = [
        KeepDissent(decision, "No", participant=d.bo.participant),
        SaySure(decision, 10, d.bo.participant),
        SayLate(decision, Stance.agree, participant=d.bo.participant),
    ]
    # Neither a neighbour nor a facilitator speaks for somebody who has a device.
    for command in for_bo:
        assert d.s.refused(command, d.ana).code == "not_allowed"
        assert d.s.refused(command).code in {"not_allowed", "too_late"}


def test_nobody_types_over_the_word_of_somebody_whose_own_device_is_gone() -> None:
    """An unnamed reason that vanishes when something is typed for Bo would be Bo's."""
    d = Deciding()
    decision = d.draft()
    d.s.send(KeepDissent(decision, "It is too far"), d.bo)
    connection = d.s.connection_of(d.bo)
    assert connection is not None
    d.s.send(CloseConnection(connection, d.s.now), Server())
    assert d.s.refused(KeepDissent(decision, "No", participant=d.bo.participant)).code == "not_allowed"
    d.s.send(KeepDissent(decision, "No", participant=d.room.w.dee))
    assert {each["text"] for each in d.shown(decision)["dissents"]["by_id"].values()} == {
        "It is too far",
        "No",
    }


def test_a_log_leads_to_the_same_ledger() -> None:
    d = Deciding()
    d.resist((2, 8), (3, 6), (1, 7), needs="A date")
    decision = d.draft()
    d.s.send(KeepDissent(decision, "No"), d.ana)
    d.fill(decision)
    d.s.send(AcceptDecision(decision, d.check(5, 4, 4), with_open_points=True))
    d.s.send(SayLate(decision, Stance.object, "Wait"), d.bo)
    assert decider.replay(d.s.log) == d.s.state
