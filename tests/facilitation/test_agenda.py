"""The agenda: lines, items in time, moving on together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facilitation import decider
from app.facilitation.agenda import planned
from app.facilitation.commands import (
    EndBreak,
    EndSession,
    EndTurn,
    ExtendItem,
    GiveFloor,
    LowerHand,
    MoveItem,
    NextItem,
    NextTurn,
    RaiseHand,
    SetAgenda,
    SetBrief,
    SetMoveOn,
    SetShare,
    SkipItem,
    StartBreak,
    StartItem,
)
from app.facilitation.ids import ItemId, Mode, ParticipantId
from app.facilitation.refusals import Refused
from app.facilitation.round_order import to_come
from app.facilitation.views import ROOM, render, you_view
from tests.facilitation.sitting import Sitting, sitting

MIN = 60_000


def titles(s: Sitting) -> str:
    agenda = s.state.agenda
    return " ".join(agenda.items[one].title for one in agenda.order)


def current(s: Sitting) -> ItemId:
    assert s.state.agenda.current is not None
    return s.state.agenda.current


@pytest.mark.parametrize(
    ("line", "title", "minutes", "mode", "owner"),
    [
        ("10 Welcome", "Welcome", 10, None, ""),
        ("Welcome", "Welcome", 0, None, ""),
        (
            "20 min What makes waiting hard? (round) / Amina Yusuf",
            "What makes waiting hard?",
            20,
            Mode.round,
            "Amina Yusuf",
        ),
        ("5  Any   other business (soon)", "Any other business (soon)", 5, None, ""),
        ("10 minutes Minutes of last time", "Minutes of last time", 10, None, ""),
        ("1 minute: silence", "silence", 1, None, ""),
        ("15m Maps", "Maps", 15, None, ""),
        ("10: Welcome", "Welcome", 10, None, ""),
        ("10 - Welcome", "Welcome", 10, None, ""),
        ("5-10 people tell", "5-10 people tell", 0, None, ""),
        ("10:30 Welcome", "10:30 Welcome", 0, None, ""),
        ("5 M & S", "M & S", 5, None, ""),
        ("2030 plan / Ben", "plan", 2030, None, "Ben"),
    ],
)
def test_a_line_says_minutes_title_mode_and_owner(
    line: str, title: str, minutes: int, mode: Mode | None, owner: str
) -> None:
    if minutes > 24 * 60:
        with pytest.raises(Refused, match=title):
            planned(line, ItemId("i1"))
        return
    item = planned(line, ItemId("i1"))
    assert (item.title, item.length_ms, item.mode, item.owner) == (title, minutes * MIN, mode, owner)


@given(st.text(max_size=150))
def test_any_line_is_an_item_or_is_refused(line: str) -> None:
    try:
        item = planned(line, ItemId("i1"))
    except Refused:
        return
    assert item.title and item.length_ms >= 0


def test_an_item_brings_its_mode_and_the_next_one_follows() -> None:
    s = sitting()
    s.send(SetAgenda(("5 Welcome (open)", "", "20 Ideas (round)", "10 Next steps")))
    s.seat("Ann", "Bo")
    s.send(NextItem())
    assert s.state.floor.mode is Mode.open
    s.send(NextItem(current(s)), after=6 * MIN)
    assert (s.state.floor.mode, titles(s)) == (Mode.round, "Welcome Ideas Next steps")
    refusal = s.refused(NextItem(ItemId("i1")))
    assert refusal.message == 'The agenda has moved on. It is "Ideas" now.'
    s.send(NextItem(current(s)))
    s.send(NextItem(current(s)))
    assert s.state.agenda.item is None
    assert s.refused(NextItem()).code == "unknown_item"


def test_an_item_that_is_a_round_asks_everybody_anew_and_leaves_the_queue() -> None:
    s = sitting()
    s.send(SetAgenda(("5 What we know (listening)", "5 What happened (round)", "5 Last words (round)")))
    ann, bo = s.seat("Ann", "Bo")
    s.send(NextItem())
    s.send(NextItem(current(s)))
    assert pass_floor_on(s) == ann
    s.send(NextItem(current(s)))
    assert to_come(s.state) == (ann, bo), "the round before was not done, and this is another"
    assert [pass_floor_on(s), pass_floor_on(s), pass_floor_on(s)] == [ann, bo, None]
    assert (s.state.floor.mode, s.state.floor.round) == (Mode.queue, None)


def pass_floor_on(s: Sitting) -> ParticipantId | None:
    """Who has the floor after a press on next."""
    turn = s.state.floor.turn
    s.send(NextTurn(turn.id if turn else None))
    turn = s.state.floor.turn
    return turn.participant if turn else None


def test_items_to_come_are_moved_skipped_and_written_anew_while_those_begun_stay() -> None:
    s = sitting()
    s.send(SetAgenda(("One", "Two", "Three", "Four")))
    one, two, three, four = s.state.agenda.order
    s.send(NextItem())
    s.send(MoveItem(four, 1))
    s.send(SkipItem(two))
    assert titles(s) == "One Four Two Three"
    assert s.refused(SkipItem(one)).code == "stale"
    s.send(NextItem(one))
    s.send(NextItem(four))
    assert current(s) == three
    s.send(SetAgenda(("Five",)))
    assert titles(s) == "One Four Three Five"


def test_a_break_is_no_time_of_the_item() -> None:
    s = sitting()
    s.send(SetAgenda(("10 One",)))
    s.send(NextItem())
    s.send(StartBreak(), after=2 * MIN)
    s.send(EndBreak(), after=15 * MIN)
    s.send(ExtendItem(current(s)))
    item = s.state.agenda.item
    assert item is not None and (item.rested_ms, item.extended_ms) == (15 * MIN, 5 * MIN)


def test_enough_who_are_ready_move_on_when_nobody_is_cut_short() -> None:
    s = sitting()
    ann, bo, cy = s.join("Ann"), s.join("Bo"), s.join("Cy")
    s.send(SetAgenda(("One", "Two", "Three")))
    s.send(SetShare(0.6))
    s.send(NextItem())
    one = current(s)
    s.send(SetMoveOn(one, ready=True), ann)
    assert current(s) == one
    assert you_view(s.state, ann.participant)["ready_to_move_on"] is True
    view = render(ROOM, s.state).view["agenda"]
    assert isinstance(view, dict) and view["ready"] == 1
    assert ann.participant not in str(view)
    s.send(SetMoveOn(one, ready=True), bo)
    assert current(s) != one and s.state.agenda.ready == frozenset()
    two = current(s)
    assert s.refused(SetMoveOn(one, ready=True), cy).code == "stale"
    s.send(GiveFloor(cy.participant))
    s.send(SetMoveOn(two, ready=True), ann)
    s.send(SetMoveOn(two, ready=True), bo)
    assert current(s) == two, "somebody has the floor"
    s.send(RaiseHand(), bo)
    turn = s.state.floor.turn
    assert turn is not None
    s.send(EndTurn(turn.id))
    s.wait(0)
    assert current(s) == two, "somebody wants the floor"
    s.send(LowerHand(), bo)
    s.wait(0)
    item = s.state.agenda.item
    assert item is not None and item.title == "Three", "nobody has to say it again"
    assert decider.replay(s.log) == s.state


def test_without_a_share_readiness_is_only_counted() -> None:
    s = sitting()
    ann = s.join("Ann")
    s.send(SetAgenda(("One", "Two")))
    s.send(NextItem())
    s.send(SetMoveOn(current(s), ready=True), ann)
    assert s.state.agenda.item is not None and s.state.agenda.item.title == "One"


def test_what_is_fixed_and_what_can_change_stands_in_the_room() -> None:
    s = sitting(opened=False)
    s.send(SetBrief(("The  budget", " "), ("The route",)))
    view = render(ROOM, s.state).view["agenda"]
    assert isinstance(view, dict)
    assert (view["fixed"], view["can_change"]) == (["The budget"], ["The route"])


def test_the_end_of_the_session_ends_the_item_and_a_replay_gives_the_same() -> None:
    s = sitting()
    s.send(SetAgenda(("One", "Two")))
    s.send(StartItem(s.state.agenda.order[1]))
    s.send(EndSession(), after=MIN)
    assert s.state.agenda.current is None
    assert s.state.agenda.items[s.state.agenda.order[1]].ended_at == s.now
    assert decider.replay(s.log) == s.state
