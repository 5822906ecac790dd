"""How a group comes to lead itself, what it may do then, and how facilitators take over again."""

import json

import pytest

from app.facilitation import decider
from app.facilitation.actors import Person, Server
from app.facilitation.commands import (
    AcceptLead,
    CloseConnection,
    Command,
    EndBreak,
    EndSession,
    EndTurn,
    GiveFloor,
    HandOver,
    MoveHand,
    NextItem,
    NextTurn,
    OpenSession,
    RaiseHand,
    Remove,
    ReopenSession,
    SetAgenda,
    SetMode,
    SetMoveOn,
    SetRole,
    StartBreak,
    StartRound,
    TakeOver,
    Undo,
)
from app.facilitation.events import LeadHandedOver, LeadOffered
from app.facilitation.ids import CommandId, ConnectionId, Mode, ParticipantId, Role, TurnId
from app.facilitation.report import Reader, report
from app.facilitation.rights import may
from app.facilitation.state import State
from app.facilitation.views import ROOM, render, you_view
from tests.facilitation.sitting import KEY, Sitting, sitting

MINUTE = 60_000


def fay_goes(s: Sitting) -> None:
    """The facilitator's only socket goes away."""
    s.send(CloseConnection(ConnectionId(f"c-{s.facilitator.participant}"), s.now), Server())


def fay_comes_back(s: Sitting) -> None:
    s.connect(s.facilitator, "c-back")


def room_lead(s: Sitting) -> object:
    return render(ROOM, s.state).view["lead"]


def offers(s: Sitting) -> list[int]:
    """When it was offered, from the start of the session on."""
    return [r.at for r in s.log if isinstance(r.event, LeadOffered)]


def test_two_minutes_without_a_facilitator_everybody_is_asked_once_and_nothing_else_changes() -> None:
    s = sitting()
    ana, *_ = (s.join(name) for name in ("Ana", "Ben", "Cal"))
    gone_at = s.now
    fay_goes(s)
    s.wait(2 * MINUTE - 1)
    assert room_lead(s) == {}
    s.wait(1)
    assert offers(s) == [gone_at + 2 * MINUTE]
    assert room_lead(s) == {"offered_at": s.now, "accepted": 0, "needed": 2}
    s.wait(60 * MINUTE)
    assert len(offers(s)) == 1
    assert not s.state.lead.by_group
    assert s.refused(NextTurn(), ana).code == "not_allowed"


@pytest.mark.parametrize("away_ms", [1, 2 * MINUTE - 1])
def test_a_facilitator_who_is_back_in_time_is_missed_by_nobody(away_ms: int) -> None:
    s = sitting()
    s.join("Ana")
    fay_goes(s)
    s.wait(away_ms)
    fay_comes_back(s)
    s.wait(10 * MINUTE)
    assert offers(s) == []


def test_who_comes_back_ends_the_question_and_what_was_said_to_it() -> None:
    s = sitting()
    ana, ben, cal = (s.join(name) for name in ("Ana", "Ben", "Cal"))
    fay_goes(s)
    s.wait(3 * MINUTE)
    s.send(AcceptLead(), ana)
    fay_comes_back(s)
    assert room_lead(s) == {}
    assert s.refused(AcceptLead(), ben).code == "stale"
    s.send(CloseConnection(ConnectionId("c-back"), s.now), Server())
    s.wait(2 * MINUTE)
    assert room_lead(s) == {"offered_at": s.now, "accepted": 0, "needed": 2}
    s.send(AcceptLead(), cal)
    assert not s.state.lead.by_group


def test_where_another_facilitator_is_here_nobody_is_asked() -> None:
    s = sitting()
    gil = s.join("Gil", Role.facilitator)
    fay_goes(s)
    s.wait(10 * MINUTE)
    assert offers(s) == []
    s.send(SetRole(gil.participant, Role.participant), KEY)
    s.wait(2 * MINUTE)
    assert len(offers(s)) == 1


def test_nobody_is_asked_where_nobody_is_connected_nor_before_the_opening_nor_after_the_end() -> None:
    s = sitting()
    fay_goes(s)
    s.wait(60 * MINUTE)
    assert offers(s) == []
    assert decider.next_deadline(s.state) is None
    s.join("Ana")
    s.wait(0)
    assert len(offers(s)) == 1
    s.send(EndSession(), KEY)
    assert room_lead(s) == {}
    s.wait(10 * MINUTE)
    assert len(offers(s)) == 1
    s.send(ReopenSession(), KEY)
    s.wait(2 * MINUTE)
    assert len(offers(s)) == 2
    planned = sitting(opened=False)
    planned.join("Ana")
    fay_goes(planned)
    planned.wait(10 * MINUTE)
    assert offers(planned) == []


@pytest.mark.parametrize(("people", "needed"), [(1, 1), (2, 1), (3, 2), (9, 2)])
def test_two_different_people_say_yes_and_where_there_are_two_to_ask_one(people: int, needed: int) -> None:
    s = sitting()
    crowd = [s.join(f"P{n}") for n in range(people)]
    s.seat("Without a device", "Nor one")
    fay_goes(s)
    s.wait(2 * MINUTE)
    for yes, person in enumerate(crowd[:needed], 1):
        s.send(AcceptLead(), person)
        s.send(AcceptLead(), person)
        assert s.state.lead.by_group is (yes == needed)
    assert [r.event.by for r in s.log if isinstance(r.event, LeadHandedOver)] == ["group"]


def test_who_said_yes_knows_it_and_the_room_knows_only_how_many() -> None:
    s = sitting()
    ana, ben, _ = (s.join(name) for name in ("Ana", "Ben", "Cal"))
    fay_goes(s)
    s.wait(2 * MINUTE)
    s.send(AcceptLead(), ana)
    assert room_lead(s) == {"offered_at": s.now, "accepted": 1, "needed": 2}
    assert you_view(s.state, ana.participant)["accepted_lead"] is True
    assert "accepted_lead" not in you_view(s.state, ben.participant)


def test_facilitators_supporters_and_observers_do_not_say_yes_for_the_group() -> None:
    s = sitting()
    s.join("Ana")
    sue, oz = s.join("Sue", Role.supporter), s.join("Oz", Role.observer)
    fay_goes(s)
    s.wait(2 * MINUTE)
    for one in (sue, oz, s.facilitator):
        assert s.refused(AcceptLead(), one).code == "not_allowed"


def led(mode: Mode = Mode.queue) -> tuple[Sitting, Person, Person, Person]:
    """A session that Fay handed over, and that goes on without her."""
    s = sitting(mode)
    ana, ben, cal = (s.join(name) for name in ("Ana", "Ben", "Cal"))
    s.send(HandOver(), after=1_000)
    fay_goes(s)
    return s, ana, ben, cal


def on(s: Sitting) -> TurnId:
    assert s.state.floor.turn is not None
    return s.state.floor.turn.id


def test_anybody_of_a_group_that_leads_itself_keeps_the_meeting_going() -> None:
    s, ana, ben, cal = led()
    s.send(RaiseHand(), ana)
    s.send(RaiseHand(), ben)
    s.send(NextTurn(), cal)
    s.send(NextTurn(on(s)), cal)
    assert s.names((s.state.floor.turn.participant,) if s.state.floor.turn else ()) == "Ben"
    s.send(EndTurn(on(s)), ana)
    assert s.state.floor.turn is None
    s.send(StartRound(), ben)
    assert s.state.floor.mode is Mode.round
    s.send(SetMode(Mode.open), ben)
    s.send(StartBreak(600_000), cal)
    s.send(EndBreak(), ana)
    assert s.state.floor.rest is None
    assert {"turn.next", "mode.set", "round.start", "break.start"} <= set(may(s.state, ana.participant))


def test_what_takes_away_or_sets_for_good_stays_with_facilitators() -> None:
    s, ana, ben, _ = led()
    s.send(RaiseHand(), ben)
    refused: list[Command] = [
        Remove(ben.participant),
        SetRole(ana.participant, Role.facilitator),
        GiveFloor(ana.participant),
        MoveHand(ben.participant, 0),
        SetAgenda(("5 Mine",)),
        EndSession(),
        HandOver(),
        TakeOver(),
    ]
    assert [s.refused(command, ana).code for command in refused] == ["not_allowed"] * len(refused)


def test_supporters_and_observers_lead_nothing() -> None:
    s, *_ = led()
    sue, oz = s.join("Sue", Role.supporter), s.join("Oz", Role.observer)
    for one in (sue, oz):
        assert s.refused(NextTurn(), one).code == "not_allowed"
        assert "turn.next" not in may(s.state, one.participant)


def test_half_of_the_group_moves_the_agenda_on_where_the_room_set_no_share() -> None:
    s = sitting()
    ana, ben, cal = (s.join(name) for name in ("Ana", "Ben", "Cal"))
    s.send(SetAgenda(("5 Welcome", "10 Talk")))
    s.send(NextItem())
    first = s.state.agenda.current
    assert first is not None
    for one in (ana, ben, cal):
        s.send(SetMoveOn(first, True), one)
    assert s.state.agenda.current == first
    for one in (ana, ben, cal):
        s.send(SetMoveOn(first, False), one)
    s.send(HandOver())
    s.send(SetMoveOn(first, True), ana)
    assert s.state.agenda.current == first
    s.send(SetMoveOn(first, True), ben)
    assert s.state.agenda.item is not None and s.state.agenda.item.title == "Talk"


def test_a_group_begins_its_agenda_and_nobody_alone_moves_it_on() -> None:
    s, ana, *_ = led()
    s.send(SetAgenda(("5 Welcome", "10 Talk")), KEY)
    s.send(NextItem(), ana)
    first = s.state.agenda.current
    assert first is not None
    assert s.refused(NextItem(first), ana).code == "not_allowed"


def unchanged(state: State) -> object:
    """What must not jump."""
    return state.floor, state.queue, state.agenda, state.speech, state.people, state.session


def test_a_facilitator_takes_over_without_a_jump() -> None:
    s, ana, ben, _ = led()
    s.send(RaiseHand(), ana)
    s.send(NextTurn(), ben)
    s.send(RaiseHand(), ben)
    s.wait(40_000)
    fay_comes_back(s)
    before, room = unchanged(s.state), render(ROOM, s.state).view
    agenda = room["agenda"]
    assert isinstance(agenda, dict)
    s.send(TakeOver(), after=1_000)
    assert unchanged(s.state) == before
    assert render(ROOM, s.state).view == {**room, "lead": {}, "agenda": {**agenda, "share": 0.0}}
    assert s.refused(NextTurn(on(s)), ben).code == "not_allowed"
    assert decider.replay(s.log) == s.state


def test_what_the_group_did_on_the_floor_is_not_taken_back_under_a_facilitators_hands() -> None:
    s, ana, _, _ = led()
    s.send(RaiseHand(), ana)
    s.send(NextTurn(), ana, id="mine")
    s.send(TakeOver(), KEY)
    assert s.refused(Undo(CommandId("mine")), ana).code == "undo_gone"


def test_a_session_may_be_the_groups_from_its_opening_on() -> None:
    s = sitting(opened=False)
    ana = s.join("Ana")
    s.send(HandOver())
    assert s.refused(NextTurn(), ana).code == "not_open"
    s.send(OpenSession(), after=5_000)
    s.send(RaiseHand(), ana)
    s.send(NextTurn(), ana)
    assert s.state.floor.turn is not None
    s.wait(10 * MINUTE)
    assert "led" in report(s.state, s.now, Reader("public"))


def test_handing_over_and_taking_over_twice_is_once() -> None:
    s, *_ = led()
    length = len(s.log)
    s.send(HandOver(), KEY)
    s.send(TakeOver(), KEY)
    s.send(TakeOver(), KEY)
    assert [r.event.kind for r in s.log[length:]] == ["lead.taken_over"]
    s.send(EndSession(), KEY)
    assert s.refused(HandOver(), KEY).code == "ended"


def test_a_log_that_two_nodes_wrote_holds_one_offer() -> None:
    s = sitting()
    s.join("Ana")
    fay_goes(s)
    s.wait(MINUTE)
    due = decider.next_deadline(s.state)
    assert due is not None
    first = decider.clock_reached(s.state, due)
    second = decider.clock_reached(first.state, due)
    assert [r.event.kind for r in first.recorded] == ["lead.offered"]
    assert second.recorded == ()


def test_the_report_says_from_when_to_when_the_group_led() -> None:
    s, *_ = led()
    from_at = s.now
    s.wait(10 * MINUTE)
    s.send(TakeOver(), KEY)
    until_at = s.now
    s.wait(MINUTE)
    s.send(HandOver(), KEY)
    again_at = s.now
    s.wait(MINUTE)
    s.send(EndSession(), KEY)
    for kind in ("facilitator", "participant", "public"):
        view = report(s.state, s.now + MINUTE, Reader(kind, ParticipantId("")))
        assert view["led"] == [
            {"from_at": from_at, "until_at": until_at},
            {"from_at": again_at, "until_at": s.now},
        ]
    assert "led" not in report(sitting().state, s.now, Reader("public"))


def test_nobody_is_named_by_who_leads() -> None:
    s, *_ = led()
    assert "Ana" not in json.dumps(room_lead(s))
