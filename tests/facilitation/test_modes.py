"""Modes, rounds and breaks: one click, and what was under way is kept."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation import decider
from app.facilitation.commands import (
    Command,
    EndBreak,
    EndTurn,
    GiveFloor,
    Interrupt,
    NextTurn,
    PassRound,
    RaiseHand,
    SetAway,
    SetGap,
    SetMode,
    SetTurnLimit,
    StartBreak,
    StartRound,
)
from app.facilitation.decider import Refused
from app.facilitation.ids import Interruption, Mode, ParticipantId, Policy
from app.facilitation.round_order import to_come
from app.facilitation.state import Turn
from tests.facilitation.sitting import Sitting, sitting

SECOND = 1_000


def on(s: Sitting) -> Turn:
    turn = s.state.floor.turn
    assert turn is not None
    return turn


def whole_round(s: Sitting) -> str:
    """Press next until the round is over; who had the floor, in order."""
    had = []
    while s.state.floor.mode is Mode.round:
        turn = s.state.floor.turn
        s.send(NextTurn(turn.id if turn else None), after=SECOND)
        if s.state.floor.turn is not None and s.state.floor.mode is Mode.round:
            had.append(on(s).participant)
    return s.names(tuple(had))


def test_a_turn_goes_on_when_the_queue_gets_a_clock() -> None:
    s = sitting()
    (ann,) = s.seat("Ann")
    s.send(GiveFloor(ann))
    first = on(s).id
    s.send(SetMode(Mode.timed), after=SECOND)
    assert on(s).id == first


def test_in_timed_mode_every_turn_has_a_limit() -> None:
    s = sitting(Mode.timed)
    ann, bo = s.seat("Ann", "Bo")
    s.send(SetTurnLimit(0))
    s.send(GiveFloor(ann))
    assert on(s).limit_ms == 120 * SECOND
    s.send(SetMode(Mode.queue))
    s.send(GiveFloor(bo, on(s).id))
    assert on(s).limit_ms == 0


def test_a_round_asks_everyone_once_in_seat_order_and_gives_the_queue_back() -> None:
    s = sitting(policy=Policy.fifo)
    _, bo, cy = s.seat("Ann", "Bo", "Cy")
    s.send(RaiseHand(cy))
    s.send(GiveFloor(bo))
    s.send(StartRound(first=bo), after=10 * SECOND)
    assert s.state.floor.turn is None
    assert whole_round(s) == "Bo Cy Ann"
    assert s.state.floor.mode is Mode.queue and s.state.floor.round is None
    assert (on(s).participant, on(s).spent_ms(s.now)) == (bo, 10 * SECOND)
    assert s.names(s.state.queue.order) == "Cy", "a turn in a round answers no hand"
    assert s.state.queue.hands[cy].overtaken == 0


def test_by_lot_the_round_has_an_order_of_its_own() -> None:
    orders = set()
    for number in range(8):
        s = sitting()
        people = s.seat("Ann", "Bo", "Cy", "Di", "Eve")
        s.made += number
        s.send(StartRound("lot"))
        assert s.state.floor.round is not None
        assert sorted(s.state.floor.round.order) == sorted(people)
        orders.add(s.names(s.state.floor.round.order))
    assert len(orders) > 1


def test_who_passes_is_not_asked_again_and_who_wants_to_think_is_asked_once_more() -> None:
    s = sitting()
    ann, bo, cy = s.seat("Ann", "Bo", "Cy")
    s.send(StartRound())
    s.send(PassRound(participant=bo))
    s.send(NextTurn())
    s.send(PassRound(later=True, participant=ann))
    assert on(s).participant == cy
    s.send(NextTurn(on(s).id))
    assert on(s).participant == ann
    s.send(PassRound(later=True, participant=ann))
    assert s.state.floor.mode is Mode.queue, "the second chance is the last"


def test_in_a_round_the_next_begins_when_the_speaker_is_done() -> None:
    s = sitting()
    ann, bo = s.join("Ann"), s.join("Bo")
    s.send(StartRound())
    s.send(NextTurn())
    s.send(EndTurn(on(s).id), ann, after=SECOND)
    assert on(s).participant == bo.participant
    s.send(EndTurn(on(s).id), bo, after=SECOND)
    assert s.state.floor.mode is Mode.queue


def test_who_is_away_is_skipped_and_asked_when_they_are_back() -> None:
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    s.send(StartRound())
    s.send(SetAway(True, ann))
    s.send(NextTurn())
    assert on(s).participant == bo
    s.send(SetAway(False, ann))
    s.send(NextTurn(on(s).id))
    assert on(s).participant == ann


def test_a_round_is_kept_while_somebody_tells_a_story() -> None:
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    s.send(StartRound())
    s.send(NextTurn())
    s.send(SetMode(Mode.listening), after=5 * SECOND)
    s.send(GiveFloor(bo))
    s.send(SetMode(Mode.round), after=600 * SECOND)
    assert (on(s).participant, on(s).spent_ms(s.now)) == (ann, 5 * SECOND)
    assert to_come(s.state) == (bo,)


def test_what_is_told_while_all_listen_is_wholly_out_of_balance() -> None:
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    s.send(GiveFloor(ann))
    s.send(SetMode(Mode.listening), after=60 * SECOND)
    s.send(GiveFloor(bo))
    s.wait(900 * SECOND)
    s.send(SetMode(Mode.queue))
    figures = s.state.speech.figures(s.now)
    assert figures.people[bo].talk_ms == 0
    assert figures.active_ms == 60 * SECOND
    assert figures.people[bo].quiet_ms == 60 * SECOND


def test_after_a_story_listeners_come_first() -> None:
    s = sitting(policy=Policy.fifo)
    ann, bo, cy = s.seat("Ann", "Bo", "Cy")
    s.send(SetMode(Mode.listening))
    s.send(GiveFloor(ann))
    s.send(SetMode(Mode.queue), after=60 * SECOND)
    for who in (ann, bo, cy):
        s.send(RaiseHand(who), after=SECOND)
    assert s.names(s.state.queue.order) == "Bo Cy Ann"


def test_in_a_break_nobody_is_counted_and_the_turn_waits() -> None:
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    s.send(GiveFloor(ann))
    s.send(StartBreak(300 * SECOND), after=30 * SECOND)
    assert s.refused(GiveFloor(bo, on(s).id)).code == "on_break"
    s.wait(400 * SECOND)
    assert on(s).spent_ms(s.now) == 30 * SECOND
    s.send(EndBreak())
    s.send(EndTurn(on(s).id), after=10 * SECOND)
    figures = s.state.speech.figures(s.now + SECOND)
    assert (figures.people[ann].talk_ms, figures.active_ms) == (40 * SECOND, 41 * SECOND)


def test_an_interruption_ends_with_the_mode_and_the_turn_behind_it_is_kept() -> None:
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    s.send(GiveFloor(ann))
    s.send(Interrupt(bo, Interruption.clarify, on(s).id), after=10 * SECOND)
    s.send(SetMode(Mode.writing), after=SECOND)
    assert s.state.floor.turn is None
    s.send(SetMode(Mode.timed), after=300 * SECOND)
    assert (on(s).participant, on(s).spent_ms(s.now)) == (ann, 10 * SECOND)


steps = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 3), st.integers(0, 60_000)), max_size=30)


@settings(max_examples=60, deadline=None)
@given(steps)
def test_however_modes_change_nothing_is_counted_in_breaks_listening_and_writing(
    script: list[tuple[int, int, int]],
) -> None:
    s = sitting()
    people = s.seat("Ann", "Bo", "Cy", "Di")
    counted = 0
    for what, index, ms in script:
        if not s.state.floor.out_of_balance:
            counted += ms
        s.wait(ms)
        who: ParticipantId = people[index]
        turn = s.state.floor.turn
        after = turn.id if turn else None
        commands: list[Command] = [
            *(SetMode(mode) for mode in Mode),
            StartBreak(),
            EndBreak(),
            GiveFloor(who, after),
            NextTurn(after),
            StartRound("lot"),
            PassRound(later=index > 1, participant=who),
        ]
        try:
            s.send(commands[what])
        except Refused:
            continue
    figures = s.state.speech.figures(s.now)
    assert figures.active_ms == counted
    assert figures.talk_ms <= counted
    assert decider.replay(s.log) == s.state


def test_no_gap_begins_in_a_break_at_whose_end_somebody_would_get_the_floor() -> None:
    s = sitting()
    ana, ben = s.join("Ana"), s.join("Ben")
    s.send(SetGap(3_000))
    s.send(GiveFloor(ana.participant))
    s.send(RaiseHand(), ben)
    s.send(StartBreak())
    turn = on(s).id
    assert s.refused(NextTurn(turn)).code == "on_break"
    s.send(EndTurn(turn))
    s.wait(60_000)
    assert s.state.floor.turn is None
    s.send(EndBreak())
    s.send(NextTurn())
    assert on(s).participant == ben.participant
