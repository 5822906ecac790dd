"""The clock of a turn, interruptions, passing on, and the gap between turns."""

from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation import decider
from app.facilitation.commands import (
    EndTurn,
    ExtendTurn,
    GiveFloor,
    GoOn,
    Interrupt,
    NextTurn,
    PauseTurn,
    RaiseHand,
    Remove,
    SetComposing,
    SetGap,
    Unclock,
    Undo,
    YieldTurn,
)
from app.facilitation.decider import Refused
from app.facilitation.ids import CommandId, Interruption, ParticipantId, Policy, TurnId
from app.facilitation.state import State, Turn
from tests.facilitation.sitting import Sitting, sitting

SECOND = 1_000


def on(s: Sitting) -> Turn:
    turn = s.state.floor.turn
    assert turn is not None
    return turn


def talk_ms(s: Sitting, who: ParticipantId) -> int:
    """Settled talk up to now: whoever the floor hears goes on for the second in which it settles."""
    goes_on = SECOND if s.state.floor.hears == who else 0
    return s.state.speech.figures(s.now + SECOND).people[who].talk_ms - goes_on


def test_pausing_stops_the_clock_and_the_talk() -> None:
    s = sitting()
    (ann,) = s.seat("Ann")
    s.send(GiveFloor(ann))
    s.send(PauseTurn(on(s).id), after=20 * SECOND)
    s.wait(300 * SECOND)
    assert on(s).spent_ms(s.now) == 20 * SECOND
    assert talk_ms(s, ann) == 20 * SECOND
    s.send(GoOn(on(s).id))
    s.send(EndTurn(on(s).id), after=10 * SECOND)
    assert talk_ms(s, ann) == 30 * SECOND
    assert s.state.floor.last is not None and s.state.floor.last.spent_ms(s.now) == 30 * SECOND


def test_a_turn_of_which_the_clock_stood_ends_as_paused_and_can_be_taken_back() -> None:
    s = sitting()
    (ann,) = s.seat("Ann")
    s.send(GiveFloor(ann))
    s.send(PauseTurn(on(s).id), after=20 * SECOND)
    s.send(EndTurn(on(s).id), after=30 * SECOND, id="slip")
    s.send(Undo(CommandId("slip")), after=5 * SECOND)
    assert on(s).spent_ms(s.now) == 20 * SECOND
    assert talk_ms(s, ann) == 20 * SECOND


def test_preparing_on_the_floor_has_no_clock_and_is_no_talk() -> None:
    s = sitting()
    ann = s.join("Ann")
    s.send(GiveFloor(ann.participant))
    s.send(SetComposing(composing=True), ann, after=SECOND)
    assert on(s).over_at is None
    s.send(SetComposing(composing=False), ann, after=600 * SECOND)
    s.wait(4 * SECOND)
    assert on(s).spent_ms(s.now) == 5 * SECOND
    assert talk_ms(s, ann.participant) == 5 * SECOND


def test_no_clock_takes_the_limit_off_one_turn() -> None:
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    s.send(GiveFloor(ann))
    s.send(Unclock(on(s).id))
    assert on(s).limit_ms == 0
    s.send(GiveFloor(bo, on(s).id))
    assert on(s).limit_ms == 120 * SECOND


def test_an_interruption_is_short_logged_and_gives_the_floor_back() -> None:
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    s.send(GiveFloor(ann))
    first = on(s).id
    s.send(Interrupt(bo, Interruption.correct, first), after=40 * SECOND)
    assert (on(s).participant, on(s).limit_ms, on(s).override) == (bo, 30 * SECOND, True)
    assert s.refused(Interrupt(ann, Interruption.correct, on(s).id)).code == "not_allowed"
    s.wait(31 * SECOND)
    assert (on(s).id, on(s).spent_ms(s.now)) == (first, 41 * SECOND)
    assert s.state.floor.last is not None and s.state.floor.last.how == "over"
    assert s.state.floor.last.spent_ms(s.now) == 30 * SECOND
    assert (talk_ms(s, ann), talk_ms(s, bo)) == (41 * SECOND, 30 * SECOND)


def test_next_ends_an_interruption_and_nothing_else() -> None:
    s = sitting()
    ann, bo, cy = s.seat("Ann", "Bo", "Cy")
    s.send(RaiseHand(cy))
    s.send(GiveFloor(ann))
    first = on(s).id
    s.send(Interrupt(bo, Interruption.clarify, first), after=SECOND)
    s.send(NextTurn(on(s).id), after=SECOND)
    assert on(s).id == first
    assert s.names(s.state.queue.order) == "Cy"


def test_an_interruption_that_is_taken_back_never_was() -> None:
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    s.send(RaiseHand(bo))
    s.send(GiveFloor(ann))
    first = on(s).id
    s.send(Interrupt(bo, Interruption.urgent, first), after=SECOND, id="slip")
    assert bo in s.state.queue.hands, "an interruption answers no hand"
    s.send(Undo(CommandId("slip")), after=SECOND)
    assert on(s).id == first
    assert talk_ms(s, bo) == 0


def test_who_was_interrupted_and_leaves_does_not_get_the_floor_back() -> None:
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    s.send(GiveFloor(ann))
    s.send(Interrupt(bo, Interruption.clarify, on(s).id))
    s.send(Remove(ann))
    s.send(EndTurn(on(s).id))
    assert s.state.floor.turn is None and s.state.floor.aside == ()


def test_the_speaker_passes_the_floor_to_the_next_or_to_one_who_waits() -> None:
    s = sitting(policy=Policy.fifo)
    ann = s.join("Ann")
    bo, cy, di = s.seat("Bo", "Cy", "Di")
    s.send(GiveFloor(ann.participant))
    for who in (bo, cy):
        s.send(RaiseHand(who), after=10 * SECOND)
    refusal = s.refused(YieldTurn(on(s).id, di), ann)
    assert refusal.message == "Di is not waiting to speak. Pass on to somebody who is."
    s.send(YieldTurn(on(s).id, cy), ann, after=10 * SECOND)
    assert (on(s).participant, on(s).limit_ms, on(s).override) == (cy, 90 * SECOND, True)
    assert s.state.queue.hands[bo].overtaken == 0
    assert s.refused(YieldTurn(on(s).id, bo)).code == "not_allowed"
    s.send(YieldTurn(on(s).id))
    assert on(s).participant == bo


def test_in_the_gap_after_a_turn_hands_count_as_raised_together() -> None:
    s = sitting(policy=Policy.fifo)
    ann, bo, cy = s.seat("Ann", "Bo", "Cy")
    s.send(SetGap(5 * SECOND))
    s.send(GiveFloor(ann))
    s.send(EndTurn(on(s).id), after=SECOND)
    ended_at = s.now
    for who in (cy, bo):
        s.send(RaiseHand(who), after=2 * SECOND)
    assert {h.asked_at for h in s.state.queue.hands.values()} == {ended_at}
    s.wait(2 * SECOND)
    assert s.state.floor.gap is None and s.state.floor.turn is None
    s.send(NextTurn())
    assert all(hand.overtaken == 0 for hand in s.state.queue.hands.values())


def test_next_leaves_the_gap_and_then_gives_the_floor_dated_by_its_end() -> None:
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    s.send(SetGap(10 * SECOND))
    s.send(RaiseHand(bo))
    s.send(GiveFloor(ann))
    s.send(NextTurn(on(s).id), after=5 * SECOND)
    assert s.state.floor.turn is None
    ended_at = s.now
    s.now += 60 * SECOND
    s.send(SetGap(0))
    assert (on(s).participant, on(s).started_at) == (bo, ended_at + 10 * SECOND)


def test_next_in_the_gap_does_not_wait_for_its_end() -> None:
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    s.send(SetGap(10 * SECOND))
    s.send(RaiseHand(bo))
    s.send(GiveFloor(ann))
    s.send(NextTurn(on(s).id), after=SECOND)
    s.send(NextTurn(), after=SECOND)
    assert on(s).participant == bo and s.state.floor.gap is None


def test_a_turn_that_is_taken_back_takes_its_gap_with_it() -> None:
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    s.send(SetGap(3 * SECOND))
    s.send(RaiseHand(bo))
    s.send(GiveFloor(ann))
    s.send(NextTurn(on(s).id), after=SECOND, id="slip")
    s.send(Undo(CommandId("slip")), after=SECOND)
    s.wait(60 * SECOND)
    assert on(s).participant == ann


moves = st.lists(
    st.tuples(
        st.sampled_from(["pause", "go_on", "composing", "ready", "extend", "interrupt", "end", "wait"]),
        st.integers(0, 90 * SECOND),
    ),
    max_size=25,
)


@settings(max_examples=60, deadline=None)
@given(moves)
def test_the_clock_of_a_turn_is_the_talk_that_it_stands_for(script: list[tuple[str, int]]) -> None:
    """However it is stopped, what a turn has spent is what is heard of its speaker, in every replay."""
    s = sitting()
    ann, bo = s.seat("Ann", "Bo")
    s.send(GiveFloor(ann))
    for what, ms in script:
        turn = s.state.floor.turn
        s.wait(ms)
        if turn is None:
            break
        try:
            match what:
                case "pause":
                    s.send(PauseTurn(turn.id))
                case "go_on":
                    s.send(GoOn(turn.id))
                case "composing" | "ready":
                    s.send(SetComposing(what == "composing", ann))
                case "extend":
                    s.send(ExtendTurn(turn.id))
                case "interrupt":
                    s.send(Interrupt(bo, Interruption.clarify, turn.id))
                case "end":
                    s.send(EndTurn(TurnId(turn.id)))
                case _:
                    before = turn.spent_ms(s.now) if turn.paused_at is not None else None
                    s.wait(7 * SECOND)
                    now = s.state.floor.turn
                    assert before is None or (now is not None and now.spent_ms(s.now) == before)
        except Refused:
            continue
    floor = s.state.floor
    spent = {ann: 0, bo: 0}
    for turn in _turns(s):
        spent[turn.participant] += turn.spent_ms(s.now)
    heard = s.state.speech.figures(s.now + 5 * SECOND).people
    until = {floor.hears: 5 * SECOND}
    for who, ms in spent.items():
        if ms >= SECOND:
            assert heard[who].talk_ms - until.get(who, 0) in range(ms - 500, ms + 501 + 500 * len(script))
    assert decider.replay(s.log) == s.state


def _turns(s: Sitting) -> list[Turn]:
    turns: dict[TurnId, Turn] = {}
    state = State.empty()
    for recorded in s.log:
        state = decider.evolve(state, recorded)
        for turn in (state.floor.turn, state.floor.last, *state.floor.aside):
            if turn is not None:
                turns[turn.id] = turn
    return list(turns.values())
