"""How the meeting is steered can be taken back, until the next of its kind."""

import pytest

from app.facilitation.actors import Person
from app.facilitation.commands import (
    EndBreak,
    EndSession,
    ExtendItem,
    GiveFloor,
    MoveHand,
    MoveItem,
    NextItem,
    NextTurn,
    PassRound,
    RaiseHand,
    SetAgenda,
    SetGap,
    SetMode,
    SetMoveOn,
    SetPolicy,
    SetShare,
    SetTurnLimit,
    SkipItem,
    StartBreak,
    StartBreakout,
    StartItem,
    StartRound,
    Undo,
)
from app.facilitation.decider import replay
from app.facilitation.ids import CommandId, ItemId, Mode, Policy, Role
from app.facilitation.round_order import to_come
from app.facilitation.views import you_view
from tests.facilitation.sitting import Sitting, sitting


def meeting() -> tuple[Sitting, Person, Person, Person]:
    s = sitting()
    return s, s.join("Ana"), s.join("Ben"), s.join("Cy")


def undo(s: Sitting, id: str = "slip") -> None:
    s.send(Undo(CommandId(id)), after=1_000)
    assert replay(s.log) == s.state


def gone(s: Sitting, id: str = "slip") -> bool:
    return s.refused(Undo(CommandId(id))).code == "undo_gone"


@pytest.mark.parametrize("mode", [Mode.open, Mode.timed, Mode.round, Mode.listening, Mode.writing])
def test_another_mode_is_taken_back_and_the_turn_that_was_on_goes_on(mode: Mode) -> None:
    s, ana, _, _ = meeting()
    s.send(GiveFloor(ana.participant))
    s.send(SetMode(mode), id="slip", after=1_000)
    undo(s)
    floor = s.state.floor
    assert (floor.mode, floor.round, floor.aside) == (Mode.queue, None, ())
    assert floor.turn is not None
    assert floor.turn.participant == ana.participant
    assert gone(s)


def test_a_mode_is_taken_back_until_the_next_one_is_chosen_whoever_chooses_it() -> None:
    s, *_ = meeting()
    lee = s.join("Lee", Role.facilitator)
    s.send(SetMode(Mode.open), id="slip")
    s.send(SetMode(Mode.listening), lee, id="hers")
    assert gone(s)
    assert s.refused(Undo(CommandId("hers"))).code == "undo_gone"
    s.send(Undo(CommandId("hers")), lee)
    assert s.state.floor.mode is Mode.open


def test_a_round_that_was_begun_by_mistake_is_none() -> None:
    s, ana, ben, _ = meeting()
    s.send(GiveFloor(ana.participant))
    s.send(StartRound(first=ben.participant), id="slip", after=1_000)
    s.send(NextTurn(None), after=1_000)
    undo(s)
    floor = s.state.floor
    assert (floor.mode, floor.round) == (Mode.queue, None)
    assert floor.turn is not None
    assert floor.turn.participant == ana.participant


def test_a_round_that_was_begun_anew_by_mistake_goes_on_where_it_was() -> None:
    s, ana, ben, cy = meeting()
    s.send(StartRound())
    s.send(NextTurn(None))
    s.send(PassRound(later=True, participant=ben.participant), after=1_000)
    before = s.state.floor
    s.send(StartRound(by="lot"), id="slip", after=1_000)
    undo(s)
    assert s.state.floor.round == before.round
    assert s.state.floor.turn == before.turn
    assert to_come(s.state) == (cy.participant, ben.participant)
    assert before.turn is not None
    assert before.turn.participant == ana.participant


def test_who_was_asked_too_soon_in_a_round_is_asked_again() -> None:
    s, ana, ben, cy = meeting()
    s.send(StartRound())
    s.send(NextTurn(None))
    on = s.state.floor.turn
    assert on is not None
    s.send(NextTurn(on.id), id="slip", after=1_000)
    assert s.state.floor.round is not None
    undo(s)
    assert s.state.floor.turn is not None
    assert s.state.floor.turn.participant == ana.participant
    assert to_come(s.state) == (ben.participant, cy.participant)


def test_what_others_did_in_the_round_since_stands() -> None:
    s, ana, ben, cy = meeting()
    s.send(StartRound())
    s.send(NextTurn(None), id="slip")
    s.send(PassRound(), cy, after=1_000)
    undo(s)
    assert to_come(s.state) == (ana.participant, ben.participant)


def test_a_pass_that_was_a_slip_is_none() -> None:
    s, ana, ben, cy = meeting()
    s.send(StartRound())
    s.send(NextTurn(None))
    s.send(PassRound(participant=ana.participant), id="slip", after=1_000)
    undo(s)
    assert s.state.floor.turn is not None
    assert s.state.floor.turn.participant == ana.participant
    s.send(PassRound(), ben, id="own", after=1_000)
    s.send(Undo(CommandId("own")), ben)
    assert to_come(s.state) == (ben.participant, cy.participant)


def test_the_last_turn_of_a_round_is_taken_back_with_the_round() -> None:
    s, *_ = meeting()
    s.send(StartRound())
    for _ in range(3):
        on = s.state.floor.turn
        s.send(NextTurn(on.id if on else None), after=1_000)
    last = s.state.floor
    assert last.turn is not None
    s.send(NextTurn(last.turn.id), id="slip", after=1_000)
    assert s.state.floor.mode is Mode.queue
    undo(s)
    assert (s.state.floor.mode, s.state.floor.round) == (Mode.round, last.round)
    assert s.state.floor.turn is not None
    assert s.state.floor.turn.id == last.turn.id


LINES = ("5 Welcome (open)", "20 Ideas (round)", "10 Next steps")


def with_agenda() -> tuple[Sitting, ItemId, ItemId, ItemId]:
    s, *_ = meeting()
    s.send(SetAgenda(LINES))
    one, two, three = s.state.agenda.order
    return s, one, two, three


def test_going_on_to_the_next_item_is_taken_back_with_its_mode() -> None:
    s, one, two, _ = with_agenda()
    s.send(NextItem(None))
    before = s.state.agenda
    s.send(NextItem(one), id="slip", after=9_000)
    begun = s.state
    assert (current(s), begun.floor.mode) == (two, Mode.round)
    undo(s)
    assert (s.state.agenda, s.state.floor.mode) == (before, Mode.open)
    s.send(NextItem(one), after=9_000)
    assert current(s) == two


def current(s: Sitting) -> ItemId | None:
    return s.state.agenda.current


def test_an_item_taken_back_leaves_no_round_behind() -> None:
    s, one, _, _ = with_agenda()
    s.send(NextItem(None))
    s.send(NextItem(one), id="slip")
    undo(s)
    assert s.state.floor.round is None


def test_the_first_and_the_last_item_are_taken_back_too() -> None:
    s, one, _, three = with_agenda()
    before = s.state.agenda
    s.send(NextItem(None), id="slip")
    undo(s)
    assert s.state.agenda == before
    s.send(StartItem(three), after=1_000)
    s.send(NextItem(three), id="end", after=1_000)
    assert current(s) is None
    undo(s, "end")
    assert current(s) == three
    assert s.state.agenda.items[three].ended_at is None
    assert s.state.agenda.items[one].started_at is None


def test_an_item_to_which_one_went_back_by_mistake_stays_as_it_was() -> None:
    s, one, two, _ = with_agenda()
    s.send(NextItem(None))
    s.send(NextItem(one), after=60_000)
    was = s.state.agenda.items[one]
    s.send(StartItem(one, two), id="slip", after=1_000)
    undo(s)
    assert s.state.agenda.items[one] == was
    assert s.state.agenda.current == two


def test_moving_leaving_out_and_more_time_are_taken_back_each_by_itself() -> None:
    s, one, _, three = with_agenda()
    s.send(NextItem(None))
    before = s.state.agenda
    s.send(MoveItem(three, 1), id="moved")
    s.send(SkipItem(three), id="skipped")
    s.send(ExtendItem(one), id="longer")
    for each in ("moved", "longer", "skipped"):
        undo(s, each)
    assert s.state.agenda == before


def test_it_is_gone_once_the_agenda_went_further_or_the_meeting_is_over() -> None:
    s, one, two, _ = with_agenda()
    s.send(NextItem(None), id="first")
    s.send(NextItem(one), id="second")
    assert gone(s, "first")
    s.send(SetAgenda(("5 More",)))
    assert gone(s, "second")
    s.send(NextItem(two), id="third")
    s.send(SetMode(Mode.open), id="mode")
    s.send(EndSession())
    assert gone(s, "third")
    assert gone(s, "mode")


def test_who_was_the_last_to_be_ready_does_not_take_the_agenda_back_alone() -> None:
    s, one, two, _ = with_agenda()
    s.send(SetShare(0.3))
    s.send(NextItem(None))
    ana = next(p for p in s.state.people.by_id.values() if p.name == "Ana")
    s.send(SetMoveOn(one, True), Person(ana.id), id="ready")
    assert s.state.agenda.current == two
    assert s.refused(Undo(CommandId("ready")), Person(ana.id)).code == "undo_gone"
    assert "undo" not in you_view(s.state, ana.id)


def test_an_item_with_a_round_begins_one() -> None:
    s, one, _, _ = with_agenda()
    s.send(NextItem(None))
    s.send(NextItem(one))
    assert s.state.floor.round is not None
    assert len(to_come(s.state)) == 3


def test_an_agenda_that_was_written_over_stands_again_as_it_was() -> None:
    s, *_ = meeting()
    s.send(SetAgenda(("10 Welcome", "20 The stop", "5 Goodbye")))
    s.send(SkipItem(ItemId("i3"), True))
    s.send(ExtendItem(ItemId("i2"), 60_000))
    before = s.state.agenda
    s.send(SetAgenda(("30 Something else",)), id="slip")
    undo(s)
    assert (s.state.agenda.order, s.state.agenda.items) == (before.order, before.items)
    assert gone(s)


def test_what_was_begun_of_an_agenda_that_is_taken_back_stays_begun() -> None:
    s, *_ = meeting()
    s.send(SetAgenda(("10 Welcome", "20 The stop")))
    s.send(SetAgenda(("30 Something else",)), id="slip")
    s.send(NextItem())
    undo(s)
    agenda = s.state.agenda
    assert [agenda.items[one].title for one in agenda.order] == ["Something else", "Welcome", "The stop"]
    assert agenda.current == agenda.order[0]


def test_a_break_that_was_begun_or_ended_by_mistake_is_none_or_goes_on() -> None:
    s, ana, *_ = meeting()
    s.send(GiveFloor(ana.participant))
    s.send(StartBreak(600_000), id="slip", after=5_000)
    ends_at = s.now + 600_000
    undo(s)
    floor = s.state.floor
    assert (floor.rest, floor.turn and floor.turn.paused_at) == (None, None)
    assert floor.turn is not None
    s.send(StartBreak(600_000))
    s.send(EndBreak(), id="back", after=1_000)
    undo(s, "back")
    rest, turn = s.state.floor.rest, s.state.floor.turn
    assert rest is not None
    assert rest.until_at == ends_at + 1_000
    assert turn is not None
    assert turn.pause == "break"


def test_an_order_a_limit_and_a_gap_are_taken_back_until_the_next_one() -> None:
    s, ana, ben, cy = meeting()
    for who in (ana, ben, cy):
        s.send(RaiseHand(), who, after=1_000)
    s.send(MoveHand(cy.participant, 0))
    before = s.state.queue.order
    s.send(SetPolicy(Policy.fifo), id="slip")
    assert s.state.queue.order != before
    undo(s)
    assert (s.state.floor.policy, s.state.queue.order) == (Policy.balanced, before)
    s.send(SetTurnLimit(60_000))
    s.send(SetTurnLimit(90_000), id="limit")
    s.send(SetGap(5_000), id="gap")
    undo(s, "limit")
    undo(s, "gap")
    assert (s.state.floor.limit_ms, s.state.floor.gap_ms) == (60_000, 0)


def test_a_break_for_groups_is_not_taken_back_alone() -> None:
    s, *_ = meeting()
    s.send(StartBreakout(2), id="slip")
    assert gone(s)
