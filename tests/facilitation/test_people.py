"""Who is in the session."""

from typing import Any

import pytest

from app.facilitation.actors import Person, Server
from app.facilitation.commands import (
    CloseBoot,
    CloseConnection,
    ErasePerson,
    Join,
    LetIn,
    MoveSeat,
    Newcomer,
    OpenConnection,
    RaiseHand,
    Remove,
    Rename,
    Seat,
    SetLocked,
    SetPresence,
    SetRole,
    StartRound,
    Undo,
)
from app.facilitation.ids import BootId, CommandId, ConnectionId, ParticipantId, Place, Role
from app.facilitation.people import LONGEST_NAME
from app.facilitation.presence import GRACE_MS
from app.facilitation.round_order import to_come
from app.facilitation.views import DESK, render
from tests.facilitation.sitting import sitting


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "name_empty"),
        (" \t\n", "name_empty"),
        ("\u200b\u2060", "name_empty"),
        ("\u3164\u2800", "name_empty"),
        ("x" * (LONGEST_NAME + 1), "name_too_long"),
        ("fay", "name_taken"),
        ("Fa\u200by", "name_taken"),
        ("ＦＡＹ", "name_taken"),
        ("Fay\u3164", "name_taken"),
        ("F\ufe0fa\u034fy", "name_taken"),
        ("\u2800 Fay\U000e0101", "name_taken"),
        ("F\u200ca\u200dy", "name_taken"),
        ("\u200c\u200d", "name_empty"),
    ],
)
def test_a_name_that_cannot_stand_is_refused_with_its_reason(name: str, code: str) -> None:
    s = sitting()
    assert s.refused(Join(name, Place.remote), Server()).code == code


@pytest.mark.parametrize("name", ["مریم\u200cخان", "👩\u200d🦽 Ana"])
def test_what_joins_letters_and_pictures_stays(name: str) -> None:
    s = sitting()
    who = s.join(name).participant
    assert s.state.people.by_id[who].name == name


def test_one_bad_line_of_a_pasted_list_seats_nobody() -> None:
    s = sitting()
    people = len(s.state.people.order)
    refusal = s.refused(Seat((Newcomer("Ann"), Newcomer("Bo"), Newcomer("ann"))))
    assert refusal.code == "name_taken" and "ann" in refusal.message
    assert len(s.state.people.order) == people


def test_two_tabs_of_one_person_are_one_person() -> None:
    s = sitting()
    ann = s.join("Ann")
    s.connect(ann, "second tab")
    s.send(CloseConnection(ConnectionId("second tab"), s.now), Server())
    s.wait(2 * GRACE_MS)
    assert s.state.people.by_id[ann.participant].here
    assert len(s.state.people.order) == 2


def test_a_gap_shorter_than_the_grace_is_no_absence() -> None:
    s = sitting()
    ann = s.join("Ann")
    connection = next(iter(s.state.people.by_id[ann.participant].connections))
    s.send(CloseConnection(connection, s.now), Server())
    s.wait(GRACE_MS - 1)
    s.connect(ann, "again")
    s.wait(10 * GRACE_MS)
    assert s.state.people.by_id[ann.participant].here


def test_whoever_does_not_come_back_within_the_grace_is_absent_from_its_end_on() -> None:
    s = sitting()
    ann = s.join("Ann")
    connection = next(iter(s.state.people.by_id[ann.participant].connections))
    s.send(CloseConnection(connection, s.now), Server())
    left_at = s.now
    s.wait(10 * GRACE_MS)
    assert not s.state.people.by_id[ann.participant].here
    counted = s.state.speech.figures(s.now).people[ann.participant].counted_ms
    assert counted == left_at + GRACE_MS - (s.state.session.opened_at or 0)


def test_a_dead_nodes_connections_close_at_its_last_sign_of_life() -> None:
    s = sitting()
    ann = s.join("Ann")
    seen_at = s.now
    s.now += 60_000
    s.send(CloseBoot(BootId("boot"), seen_at), Server())
    s.connect(s.facilitator, "f2", "new")
    assert s.state.people.by_id[ann.participant].connections == frozenset()
    s.wait(1)
    assert not s.state.people.by_id[ann.participant].here


def test_seated_people_are_here_until_a_facilitator_says_otherwise() -> None:
    s = sitting()
    (ben,) = s.seat("Ben")
    s.wait(3_600_000)
    assert s.state.people.by_id[ben].here
    s.send(SetPresence(ben, False))
    assert not s.state.people.by_id[ben].here


def test_somebody_kept_out_cannot_connect_and_can_be_let_in_again() -> None:
    s = sitting()
    ann = s.join("Ann")
    s.send(RaiseHand(), ann)
    s.send(Remove(ann.participant, keep_out=True))
    assert not s.state.queue.hands
    knock = OpenConnection(ConnectionId("c9"), BootId("boot"), ann.participant)
    assert s.refused(knock, Server()).code == "removed"
    assert s.refused(RaiseHand(), ann).code == "removed"
    s.send(LetIn(ann.participant))
    s.send(RaiseHand(), ann)
    assert ann.participant in s.state.queue.hands


def test_the_last_facilitator_stays_one() -> None:
    s = sitting()
    own = s.facilitator.participant
    assert s.refused(SetRole(own, Role.participant)).code == "last_facilitator"
    assert s.refused(Remove(own)).code == "last_facilitator"
    other = s.join("Gil")
    s.send(SetRole(other.participant, Role.facilitator))
    s.send(SetRole(own, Role.participant))
    assert s.state.people.by_id[own].role is Role.participant


def test_people_rename_themselves_and_nobody_else() -> None:
    s = sitting()
    ann, bo = s.join("Ann"), s.join("Bo")
    s.send(Rename(ann.participant, " Ann   Lee "), ann)
    assert s.state.people.by_id[ann.participant].name == "Ann Lee"
    assert s.refused(Rename(bo.participant, "Zed"), ann).code == "not_allowed"
    assert s.refused(Rename(ParticipantId("nobody"), "Zed")).code == "unknown_participant"


def test_a_stranger_with_a_participants_id_of_another_session_can_do_nothing() -> None:
    s = sitting()
    assert s.refused(RaiseHand(), Person(ParticipantId("elsewhere"))).code == "unknown_participant"


def test_who_was_taken_out_stands_among_those_to_let_in_and_who_was_erased_does_not() -> None:
    s = sitting()
    ann, ben = s.join("Ann"), s.join("Ben")
    for who in (ann, ben):
        s.send(Remove(who.participant))
    s.send(ErasePerson(ben.participant))
    people: Any = render(DESK, s.state).view["people"]
    assert [who for who, one in people.items() if one.get("removed")] == [ann.participant]


def test_a_locked_room_takes_nobody_new_by_its_code_and_lets_everybody_back_who_was_in() -> None:
    s = sitting()
    ana = s.join("Ana")
    s.send(SetLocked(True))
    assert s.refused(Join("Ben", Place.remote), Server()).code == "locked"
    s.connect(ana, "again")
    s.seat("Cal")
    s.join("Gil", Role.facilitator)
    assert s.refused(SetLocked(False), ana).code == "not_allowed"
    s.send(SetLocked(False))
    s.join("Ben")


def test_seats_stand_in_the_order_of_the_table_and_rounds_go_in_it() -> None:
    s = sitting()
    ana, ben, cal = s.seat("Ana", "Ben", "Cal")
    numbers = [s.state.people.by_id[who].number for who in (ana, ben, cal)]
    s.send(MoveSeat(cal, 0), id="moved")
    s.send(StartRound())
    assert to_come(s.state) == (cal, ana, ben)
    assert [s.state.people.by_id[who].number for who in (ana, ben, cal)] == numbers
    before = s.state.people.order
    s.send(MoveSeat(ana, 99))
    assert s.state.people.order[-1] == ana
    s.send(Undo(CommandId("cmd-" + str(s.made))))
    assert s.state.people.order == before
    assert s.refused(MoveSeat(ana, 0), s.join("Dee")).code == "not_allowed"
