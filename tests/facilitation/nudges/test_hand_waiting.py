"""Hands that are up for long, and giving the floor from a nudge."""

from app.facilitation.actors import Person
from app.facilitation.commands import (
    ActOnNudge,
    EndTurn,
    LowerHand,
    NextTurn,
    RaiseHand,
    SetMode,
    SetReady,
    Undo,
)
from app.facilitation.ids import CommandId, Mode
from app.facilitation.nudges.effect import baseline
from tests.facilitation.nudges.gathering import MINUTE, SECOND, Gathering


def waiting(mode: Mode = Mode.open, *names: str) -> Gathering:
    """Hands go up a second apart; in a queue Di speaks meanwhile."""
    g = Gathering("Ann", "Ben", "Cy", "Di", mode=mode)
    if mode is not Mode.open:
        g.sitting.send(RaiseHand(), Person(g.of["Di"]))
        g.sitting.send(NextTurn())
    for name in names or ("Ann",):
        g.sitting.send(RaiseHand(), Person(g.of[name]), after=SECOND)
    return g


def test_three_minutes_in_open_mode_and_ten_in_a_queue_are_long() -> None:
    for mode, minutes in ((Mode.open, 3), (Mode.queue, 10), (Mode.timed, 10)):
        g = waiting(mode)
        g.wait(minutes * MINUTE - SECOND)
        assert g.nudges("hand_waiting") == []
        g.wait(SECOND)
        [nudge] = g.nudges("hand_waiting")
        assert g.name(nudge.subject) == "Ann"
        assert nudge.raised_at == g.opened_at + SECOND + minutes * MINUTE


def test_a_round_and_a_talk_to_listen_to_are_waited_for_without_a_word() -> None:
    for mode in (Mode.round, Mode.listening, Mode.writing):
        g = waiting()
        g.sitting.send(SetMode(mode))
        g.wait(40 * MINUTE)
        assert g.nudges("hand_waiting") == []


def test_of_several_only_who_waits_longest_is_told_of() -> None:
    g = waiting(Mode.open, "Ann", "Ben", "Cy")
    g.wait(8 * MINUTE)
    assert g.about("hand_waiting") == ["Ann"]


def test_who_is_not_ready_is_not_waited_for() -> None:
    g = waiting()
    g.sitting.send(SetReady(ready=False), Person(g.of["Ann"]))
    g.wait(20 * MINUTE)
    assert g.nudges("hand_waiting") == []


def test_giving_the_floor_gives_it_and_can_be_taken_back() -> None:
    g = waiting()
    g.wait(3 * MINUTE)
    [nudge] = g.nudges("hand_waiting")
    g.sitting.send(ActOnNudge(nudge.id, "give_floor"), id="give")
    turn = g.sitting.state.floor.turn
    assert turn is not None and turn.participant == g.of["Ann"]
    assert not g.sitting.state.queue.hands
    g.sitting.send(Undo(CommandId("give")))
    assert g.sitting.state.floor.turn is None
    assert g.of["Ann"] in g.sitting.state.queue.hands
    assert g.nudge(nudge.id).life == "new"


def test_while_somebody_speaks_it_puts_them_next_and_undo_gives_the_place_back_to_the_policy() -> None:
    g = waiting(Mode.queue, "Ann", "Ben")
    g.wait(10 * MINUTE)
    [nudge] = g.nudges("hand_waiting")
    before = g.sitting.state.queue
    g.sitting.send(ActOnNudge(nudge.id, "give_floor"), id="give")
    queue = g.sitting.state.queue
    assert (queue.order[0], queue.whys[queue.order[0]]) == (g.of["Ann"], "moved")
    g.sitting.send(Undo(CommandId("give")))
    assert g.sitting.state.queue.order == before.order
    assert g.sitting.state.queue.whys == before.whys


def test_it_is_over_when_they_have_the_floor_and_its_effect_is_that_they_came() -> None:
    g = waiting(Mode.queue)
    g.wait(10 * MINUTE)
    turn = g.sitting.state.floor.turn
    assert turn is not None
    g.sitting.send(EndTurn(turn.id))
    g.sitting.send(NextTurn(None), after=SECOND)
    g.wait(4 * MINUTE)
    [nudge] = g.nudges("hand_waiting")
    assert nudge.life == "expired"
    assert nudge.effect == ((30_000, True), (180_000, True))


def test_a_room_that_was_left_alone_does_not_nudge_itself_on_and_on() -> None:
    g = waiting()
    g.wait(8 * 60 * MINUTE)
    assert [nudge.rule for nudge in g.nudges()] == ["dead_air", "hand_waiting", "break_due"]


def cases(g: Gathering, kind: str) -> list[tuple[str, int]]:
    """Who is followed without a nudge, and since when."""
    found = [case for case in g.sitting.state.nudges.cases if case.rule == kind]
    return [(g.name(case.participant), case.crossed_at) for case in found]


def test_who_waits_as_long_without_a_nudge_is_what_an_effect_is_set_beside() -> None:
    g = waiting(Mode.open, "Ann", "Ben", "Cy")
    up_at = g.sitting.now
    g.wait(3 * MINUTE + SECOND)
    assert g.about("hand_waiting") == ["Ann"]
    assert cases(g, "hand_waiting") == [("Ben", up_at - SECOND + 3 * MINUTE), ("Cy", up_at + 3 * MINUTE)]
    g.round(1, "Cy")
    g.wait(4 * MINUTE)
    assert cases(g, "hand_waiting") == []
    assert baseline(g.sitting.state, "hand_waiting") == {30_000: (1, 2), 180_000: (1, 2)}


def test_whose_turn_comes_before_that_is_no_case() -> None:
    g = waiting(Mode.queue, "Ann", "Ben")
    g.wait(9 * MINUTE)
    g.sitting.send(NextTurn(g.sitting.state.floor.turn.id if g.sitting.state.floor.turn else None))
    g.wait(4 * MINUTE)
    assert [name for name, _ in cases(g, "hand_waiting")] == []


def test_who_is_nudged_later_is_a_case_no_more() -> None:
    g = waiting(Mode.open, "Ann", "Ben")
    g.wait(3 * MINUTE + SECOND)
    assert [name for name, _ in cases(g, "hand_waiting")] == ["Ben"]
    g.sitting.send(LowerHand(g.of["Ann"]))
    g.start("Cy")
    g.wait(2 * SECOND)
    g.stop("Cy")
    g.wait(2 * MINUTE)
    assert g.about("hand_waiting") == ["Ann", "Ben"]
    assert cases(g, "hand_waiting") == []
