"""Hands, turns, and what can be taken back."""

from app.facilitation.commands import (
    EndTurn,
    ExtendTurn,
    GiveFloor,
    LowerHand,
    MoveHand,
    NextTurn,
    PutBack,
    RaiseHand,
    Remove,
    Rename,
    SetMode,
    SetPolicy,
    SetReady,
    Undo,
)
from app.facilitation.ids import CommandId, Mode, Policy, Role, TurnId
from tests.facilitation.sitting import Sitting, sitting


def talked(s: Sitting, turns: list[tuple[str, int]]) -> None:
    """Give the floor to people by name, for so many seconds each."""
    ids = {p.name: p.id for p in s.state.people.by_id.values()}
    for name, seconds in turns:
        turn = s.state.floor.turn
        s.send(GiveFloor(ids[name], turn.id if turn else None))
        s.wait(seconds * 1000)
    turn = s.state.floor.turn
    assert turn is not None
    s.send(EndTurn(turn.id))


def test_who_was_heard_least_goes_first_and_only_facilitators_see_why() -> None:
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    talked(s, [("Ann", 60), ("Bo", 20)])
    s.send(RaiseHand(ann))
    s.send(RaiseHand(bo), after=1_000)
    assert s.names(s.state.queue.order) == "Bo Ann"
    assert s.state.queue.whys[bo] == "heard_least"


def test_the_order_stands_still_while_people_talk() -> None:
    s = sitting()
    s.seat("Ann", "Bo", "Cy")
    talked(s, [("Ann", 60)])
    ids = {p.name: p.id for p in s.state.people.by_id.values()}
    s.send(GiveFloor(ids["Bo"]))
    s.send(RaiseHand(ids["Ann"]))
    s.send(RaiseHand(ids["Cy"]))
    before = s.state.queue.order
    s.wait(600_000)
    s.send(Rename(ids["Ann"], "Anna"))
    assert s.state.queue.order == before


def test_two_facilitators_who_click_next_together_get_one_turn_and_one_clear_sentence() -> None:
    s = sitting()
    gil = s.join("Gil", Role.facilitator)
    ann, bo = s.seat("Ann", "Bo")
    s.send(RaiseHand(ann))
    s.send(RaiseHand(bo))
    s.send(NextTurn())
    s.send(NextTurn(TurnId("t1")))
    refusal = s.refused(NextTurn(TurnId("t1")), gil)
    assert refusal.code == "stale"
    assert refusal.message == "That turn already ended: Bo has the floor now."


def test_an_override_is_shown_as_such_and_overtakes_nobody() -> None:
    s = sitting(policy=Policy.fifo)
    ann, bo = s.seat("Ann", "Bo")
    s.send(RaiseHand(ann))
    s.send(RaiseHand(bo))
    s.send(GiveFloor(bo))
    assert s.state.floor.turn is not None and s.state.floor.turn.override
    assert s.state.queue.hands[ann].overtaken == 0


def test_being_passed_by_the_policy_is_counted() -> None:
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    talked(s, [("Ann", 60), ("Bo", 10)])
    s.send(RaiseHand(ann))
    s.send(RaiseHand(bo), after=5)
    s.send(NextTurn())
    assert s.state.floor.turn is not None and s.state.floor.turn.participant == bo
    assert s.state.queue.hands[ann].overtaken == 1


def test_who_is_put_back_waits_as_long_as_before_and_is_asked_when_ready() -> None:
    s = sitting(policy=Policy.fifo)
    ann, bo = s.seat("Ann", "Bo")
    s.send(RaiseHand(ann))
    asked_at = s.now
    s.send(RaiseHand(bo), after=9_000)
    s.send(NextTurn())
    s.send(PutBack(TurnId("t1")))
    assert s.names(s.state.queue.order) == "Bo Ann"
    assert s.state.queue.whys[ann] == "not_ready"
    s.send(SetReady(True, ann))
    assert s.names(s.state.queue.order) == "Ann Bo"
    assert s.state.queue.hands[ann].asked_at == asked_at


def test_a_lost_connection_keeps_the_hand_and_its_place() -> None:
    from app.facilitation.actors import Server
    from app.facilitation.commands import CloseConnection

    s = sitting(policy=Policy.fifo)
    ann = s.join("Ann")
    (bo,) = s.seat("Bo")
    s.send(RaiseHand(), ann)
    s.send(RaiseHand(bo), after=10)
    connection = next(iter(s.state.people.by_id[ann.participant].connections))
    s.send(CloseConnection(connection, s.now), Server())
    assert s.names(s.state.queue.order) == "Bo Ann"
    s.connect(ann, "again")
    assert s.names(s.state.queue.order) == "Ann Bo"


def test_a_place_by_hand_holds_until_it_is_served() -> None:
    s = sitting(policy=Policy.fifo)
    ann, bo, cy = s.seat("Ann", "Bo", "Cy")
    for who in (ann, bo, cy):
        s.send(RaiseHand(who), after=10)
    s.send(MoveHand(cy, 1))
    assert s.names(s.state.queue.order) == "Ann Cy Bo"
    s.send(NextTurn())
    assert s.names(s.state.queue.order) == "Cy Bo"
    s.send(NextTurn(TurnId("t1")))
    assert s.state.floor.turn is not None and s.state.floor.turn.override
    assert s.state.queue.hands[bo].overtaken == 0


def test_a_speaker_ends_their_own_turn_and_takes_more_time_once() -> None:
    s = sitting()
    ann, bo = s.join("Ann"), s.join("Bo")
    s.send(RaiseHand(), ann)
    s.send(NextTurn())
    turn = TurnId("t1")
    assert s.refused(EndTurn(turn), bo).code == "not_your_turn"
    s.send(ExtendTurn(turn), ann)
    assert s.refused(ExtendTurn(turn), ann).code == "not_allowed"
    s.send(EndTurn(turn), ann)
    assert s.state.floor.turn is None
    assert s.refused(EndTurn(turn), ann).code == "stale"


def test_next_with_nobody_waiting_says_so() -> None:
    s = sitting()
    assert s.refused(NextTurn()).code == "empty_queue"


def test_taking_back_next_gives_the_floor_back_as_if_it_had_never_ended() -> None:
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    s.send(RaiseHand(ann))
    s.send(RaiseHand(bo), after=10)
    s.send(NextTurn())
    s.wait(20_000)
    s.send(NextTurn(TurnId("t1")), id="oops")
    s.wait(5_000)
    s.send(Undo(CommandId("oops")))
    assert s.state.floor.turn is not None and s.state.floor.turn.participant == ann
    assert s.names(s.state.queue.order) == "Bo"
    s.wait(5_000)
    s.send(EndTurn(TurnId("t1")))
    s.wait(1_000)
    figures = s.state.speech.figures(s.now).people
    assert figures[ann].talk_ms == 30_000
    assert figures[bo].talk_ms == 0


def test_only_the_last_action_of_a_kind_can_be_taken_back_and_only_once() -> None:
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    s.send(Rename(ann, "Anna"), id="one")
    s.send(Remove(bo), id="two")
    s.send(Undo(CommandId("two")))
    assert not s.state.people.by_id[bo].removed
    s.send(Undo(CommandId("one")))
    assert s.state.people.by_id[ann].name == "Ann"
    assert s.refused(Undo(CommandId("one"))).code == "undo_gone"


def test_a_lowered_hand_comes_back_with_its_asking_time() -> None:
    s = sitting()
    (ann,) = s.seat("Ann")
    s.send(RaiseHand(ann))
    asked_at = s.now
    s.send(LowerHand(ann), after=5_000, id="slip")
    s.send(Undo(CommandId("slip")), after=1_000)
    assert s.state.queue.hands[ann].asked_at == asked_at


def test_a_change_of_policy_orders_anew_and_a_change_of_mode_ends_the_turn() -> None:
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    talked(s, [("Ann", 60), ("Bo", 10)])
    s.send(RaiseHand(ann))
    s.send(RaiseHand(bo), after=10)
    s.send(SetPolicy(Policy.fifo))
    assert s.names(s.state.queue.order) == "Ann Bo"
    s.send(NextTurn())
    s.send(SetMode(Mode.open))
    assert s.state.floor.turn is None


def test_a_resend_is_applied_once_and_answered_the_same() -> None:
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    s.send(RaiseHand(ann))
    s.send(RaiseHand(bo))
    first = s.send(NextTurn(), id="click")
    events = len(s.log)
    assert s.send(NextTurn(), id="click") == first
    assert len(s.log) == events
