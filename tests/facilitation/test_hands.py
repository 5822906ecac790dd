"""What hands ask for, when they are taken, and what is done without a turn."""

from app.facilitation.commands import (
    ClearProcess,
    EndTurn,
    GiveFloor,
    LowerHand,
    Move,
    NextTurn,
    NotFinished,
    RaiseHand,
    RaiseProcess,
    Remove,
    SetComposing,
    SetPolicy,
    SetQueueClosed,
    SetReady,
    Undo,
)
from app.facilitation.ids import Asks, CommandId, Place, Policy, ProcessPoint, TurnId
from app.facilitation.views import ROOM, render, you_view
from tests.facilitation.sitting import Sitting, sitting


def turn(s: Sitting) -> TurnId:
    on = s.state.floor.turn
    assert on is not None
    return on.id


def queue_of(s: Sitting) -> str:
    return s.names(s.state.queue.order)


def test_a_third_reply_to_one_point_is_a_new_point() -> None:
    s = sitting(policy=Policy.fifo)
    ann, bo, cy, di, eve = s.seat("Ann", "Bo", "Cy", "Di", "Eve")
    s.send(RaiseHand(ann, Asks.reply))
    assert s.state.queue.hands[ann].asks is Asks.new_point, "there is no point to reply to yet"
    s.send(NextTurn())
    s.send(RaiseHand(bo))
    s.send(RaiseHand(cy, Asks.reply))
    s.send(NextTurn(turn(s)))
    assert s.state.floor.turn is not None and s.state.floor.turn.participant == cy
    s.send(RaiseHand(di, Asks.reply))
    s.send(RaiseHand(eve, Asks.reply))
    asked = {who: s.state.queue.hands[who].asks for who in (bo, di, eve)}
    assert asked == {bo: Asks.new_point, di: Asks.reply, eve: Asks.new_point}
    assert queue_of(s) == "Di Bo Eve"


def test_the_next_new_point_may_be_replied_to_twice_again() -> None:
    s = sitting(policy=Policy.fifo)
    ann, bo, cy = s.seat("Ann", "Bo", "Cy")
    for who in (ann, bo):
        s.send(GiveFloor(who, turn(s) if s.state.floor.turn else None))
    s.send(RaiseHand(cy, Asks.reply))
    assert (s.state.queue.hands[cy].asks, s.state.queue.hands[cy].to) == (Asks.reply, turn(s))


def test_a_second_hand_is_the_same_hand_that_asks_for_something_else() -> None:
    s = sitting(policy=Policy.fifo)
    ann, bo = s.seat("Ann", "Bo")
    s.send(RaiseHand(ann))
    asked_at = s.now
    s.send(RaiseHand(bo), after=10)
    s.send(RaiseHand(ann, Asks.question), after=10)
    assert queue_of(s) == "Ann Bo"
    assert s.state.queue.hands[ann].asked_at == asked_at
    events = len(s.log)
    s.send(RaiseHand(ann, Asks.question))
    assert len(s.log) == events


def test_a_closed_queue_takes_hands_from_facilitators_only() -> None:
    s = sitting()
    ann = s.join("Ann")
    (bo,) = s.seat("Bo")
    s.send(SetQueueClosed(closed=True))
    assert s.refused(RaiseHand(), ann).code == "queue_closed"
    s.send(RaiseHand(bo))
    s.send(SetQueueClosed(closed=False))
    s.send(RaiseHand(), ann)
    assert sorted(queue_of(s).split()) == ["Ann", "Bo"]


def test_who_waits_when_the_queue_closes_stays_and_may_change_what_they_ask_for() -> None:
    s = sitting()
    ann = s.join("Ann")
    s.send(RaiseHand(), ann)
    s.send(SetQueueClosed(closed=True))
    s.send(RaiseHand(asks=Asks.question), ann)
    assert s.state.queue.hands[ann.participant].asks is Asks.question


def test_a_point_of_process_is_answered_without_a_turn() -> None:
    s = sitting()
    ann = s.join("Ann")
    s.send(SetQueueClosed(closed=True))
    s.send(RaiseProcess(ProcessPoint.cant_hear), ann)
    view = render(ROOM, s.state).view["queue"]
    assert isinstance(view, dict) and view["process"] == {
        "order": [ann.participant],
        "by_id": {ann.participant: {"about": "cant_hear", "asked_at": s.now}},
    }
    s.send(ClearProcess(ann.participant))
    assert s.state.queue.process == {} and s.state.floor.turn is None
    assert s.state.queue.hands == {}


def test_who_is_taken_out_leaves_no_point_of_process_behind() -> None:
    s = sitting()
    ann = s.join("Ann")
    s.send(RaiseProcess(ProcessPoint.other), ann)
    s.send(Remove(ann.participant))
    assert s.state.queue.process == {}


def test_who_prepares_keeps_the_place_and_is_overtaken_by_nobody() -> None:
    s = sitting(policy=Policy.fifo)
    ann, bo = s.join("Ann"), s.join("Bo")
    s.send(SetComposing(composing=True), ann)
    asked_at = s.now
    s.send(RaiseHand(), bo, after=1_000)
    assert queue_of(s) == "Bo Ann"
    s.send(NextTurn())
    assert s.state.queue.hands[ann.participant].overtaken == 0
    s.send(RaiseHand(s.facilitator.participant), after=1_000)
    s.send(SetComposing(composing=False), ann, after=1_000)
    assert queue_of(s) == "Ann Fay"
    assert s.state.queue.hands[ann.participant].asked_at == asked_at


def test_ready_again_is_ready_with_what_one_prepared() -> None:
    s = sitting()
    ann = s.join("Ann")
    s.send(SetComposing(composing=True), ann)
    s.send(SetReady(ready=True), ann)
    assert not s.state.queue.hands[ann.participant].composing


def test_who_was_cut_off_comes_next_once_a_turn() -> None:
    s = sitting(policy=Policy.fifo)
    ann, bo = s.join("Ann"), s.join("Bo")
    cy = s.join("Cy")
    for who in (ann, bo, cy):
        s.send(RaiseHand(), who, after=10)
    s.send(NextTurn())
    first = turn(s)
    assert s.refused(NotFinished(first), ann).code == "stale"
    s.send(NextTurn(first), after=9_000)
    assert you_view(s.state, ann.participant)["may_reclaim"] == first
    s.send(NotFinished(first), ann)
    assert queue_of(s) == "Ann Cy"
    view = render(ROOM, s.state).view["queue"]
    assert isinstance(view, dict) and isinstance(view["hands"], dict)
    hand = view["hands"][ann.participant]
    assert isinstance(hand, dict) and (hand["why"], hand["moved"]) == ("unfinished", True)
    s.send(NextTurn(turn(s)), after=5_000)
    on = s.state.floor.turn
    assert on is not None and on.participant == ann.participant and on.override
    assert s.state.queue.hands[cy.participant].overtaken == 0
    s.send(NextTurn(on.id), after=5_000)
    assert s.refused(NotFinished(on.id), ann).code == "not_allowed"


def test_who_said_that_they_were_done_was_not_cut_off() -> None:
    s = sitting()
    ann = s.join("Ann")
    s.send(GiveFloor(ann.participant))
    first = turn(s)
    s.send(EndTurn(first), ann)
    assert s.refused(NotFinished(first), ann).code == "not_allowed"
    assert "may_reclaim" not in you_view(s.state, ann.participant)


def test_room_and_online_take_turns_from_who_spoke_last() -> None:
    s = sitting(policy=Policy.alternate)
    ann, bo, cy, di = s.seat("Ann", "Bo", "Cy", "Di")
    for online in (cy, di):
        s.send(Move(online, Place.remote))
    for who in (ann, bo, cy, di):
        s.send(RaiseHand(who), after=10)
    assert queue_of(s) == "Ann Cy Bo Di"
    s.send(NextTurn())
    assert queue_of(s) == "Cy Bo Di"


def test_by_lot_the_order_stands_still_until_somebody_comes() -> None:
    s = sitting(policy=Policy.random)
    people = s.seat("Ann", "Bo", "Cy")
    for who in people:
        s.send(RaiseHand(who), after=10)
    before = s.state.queue.order
    s.wait(60_000)
    s.send(SetPolicy(Policy.fifo))
    s.send(SetPolicy(Policy.random))
    assert s.state.queue.order == before


def test_a_hand_that_is_put_back_up_asks_for_the_same() -> None:
    s = sitting()
    (ann,) = s.seat("Ann")
    s.send(RaiseHand(ann, Asks.question))
    hand = s.state.queue.hands[ann]
    s.send(LowerHand(ann), id="slip")
    s.send(Undo(CommandId("slip")))
    assert s.state.queue.hands[ann] == hand
