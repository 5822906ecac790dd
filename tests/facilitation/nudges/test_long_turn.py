"""When one turn or one stretch of talk is long, and that only its speaker hears of it."""

import json

from app.facilitation.actors import Person
from app.facilitation.commands import (
    DismissNudge,
    ExtendTurn,
    MuteNudges,
    NextTurn,
    RaiseHand,
    SetCard,
    SetComposing,
    SetMode,
    SetTurnLimit,
)
from app.facilitation.ids import Mode, TurnId
from app.facilitation.nudges.views import desk_nudges, own_nudges
from tests.facilitation.nudges.gathering import MINUTE, SECOND, Gathering


def speaks(g: Gathering, limit_ms: int = 60 * SECOND) -> TurnId:
    """Ann has the floor, with a limit."""
    g.sitting.send(SetTurnLimit(limit_ms))
    g.sitting.send(RaiseHand(), Person(g.of["Ann"]))
    g.sitting.send(NextTurn())
    turn = g.sitting.state.floor.turn
    assert turn is not None
    return turn.id


def test_a_turn_over_its_limit_is_told_to_its_speaker_and_to_nobody_else_ever() -> None:
    g = Gathering("Ann", "Ben", mode=Mode.queue)
    speaks(g)
    g.wait(59 * SECOND)
    assert g.nudges() == []
    g.wait(4 * MINUTE)
    [nudge] = g.nudges("long_turn")
    assert nudge.raised_at == g.opened_at + 60 * SECOND
    assert [one.to for one in nudge.audience] == [g.of["Ann"]]
    assert desk_nudges(g.sitting.state)["order"] == []
    own = json.dumps(own_nudges(g.sitting.state, g.of["Ann"]))
    assert json.dumps({"talk_ms": 60 * SECOND, "limit_ms": 60 * SECOND}) in own
    assert own_nudges(g.sitting.state, g.of["Ben"])["order"] == []


def test_it_is_over_when_the_turn_is_or_has_more_time() -> None:
    g = Gathering("Ann", "Ben", mode=Mode.queue)
    turn = speaks(g)
    g.wait(61 * SECOND)
    g.sitting.send(ExtendTurn(turn, 60 * SECOND))
    g.wait(2 * SECOND)
    assert [nudge.life for nudge in g.nudges("long_turn")] == ["expired"]


def test_neither_no_clock_nor_preparing_is_a_long_turn() -> None:
    g = Gathering("Ann", "Ben", mode=Mode.queue)
    g.sitting.send(SetCard(no_clock=True), Person(g.of["Ann"]))
    speaks(g)
    g.wait(10 * MINUTE)
    assert g.nudges("long_turn") == []
    g = Gathering("Ann", "Ben", mode=Mode.queue)
    speaks(g)
    g.sitting.send(SetComposing(True), Person(g.of["Ann"]))
    g.wait(10 * MINUTE)
    assert g.nudges("long_turn") == []


def test_in_open_mode_two_minutes_without_another_s_talk_are_long() -> None:
    g = Gathering("Ann", "Ben")
    g.talk("Ann", 125 * SECOND)
    [nudge] = g.nudges("long_turn")
    assert g.name(nudge.subject) == "Ann"
    assert 0 < nudge.raised_at - (g.opened_at + 2 * MINUTE) <= SECOND


def test_another_s_talk_or_a_longer_gap_begins_a_new_stretch_and_a_word_in_between_does_not() -> None:
    g = Gathering("Ann", "Ben")
    g.talk("Ann", 90 * SECOND)
    g.talk("Ben", 2 * SECOND)
    g.talk("Ann", 90 * SECOND)
    g.wait(4 * SECOND)
    g.talk("Ann", 90 * SECOND)
    assert g.nudges("long_turn") == []
    g.wait(4 * SECOND)
    g.start("Ann")
    for second in range(13):
        g.wait(9_300)
        if second == 6:
            g.talk("Ben", 700)
        g.still("Ann")
    assert g.about("long_turn") == ["Ann"]


def test_who_needs_more_time_has_half_as_much_again_and_who_wants_no_clock_all_they_like() -> None:
    g = Gathering("Ann", "Ben")
    g.sitting.send(SetCard(more_time=True), Person(g.of["Ann"]))
    g.talk("Ann", 175 * SECOND)
    assert g.nudges("long_turn") == []
    g.talk("Ann", 10 * SECOND)
    assert g.about("long_turn") == ["Ann"]
    g = Gathering("Ann", "Ben")
    g.sitting.send(SetCard(no_clock=True), Person(g.of["Ann"]))
    g.talk("Ann", 600 * SECOND)
    assert g.nudges("long_turn") == []


def test_somebody_without_a_device_cannot_be_told_and_is_not() -> None:
    g = Gathering("Ben", seated=("Ann",))
    g.talk("Ann", 300 * SECOND)
    assert g.nudges("long_turn") == []


def test_its_speaker_can_say_not_again_today() -> None:
    g = Gathering("Ann", "Ben")
    g.talk("Ann", 125 * SECOND)
    g.sitting.send(MuteNudges("long_turn"), Person(g.of["Ann"]))
    g.wait(15 * MINUTE)
    g.talk("Ann", 125 * SECOND)
    assert g.about("long_turn") == ["Ann"]
    g.wait(4 * SECOND)
    g.talk("Ben", 125 * SECOND)
    assert g.about("long_turn") == ["Ann", "Ben"]
    refusal = g.sitting.refused(MuteNudges("dominant_voice"), Person(g.of["Ann"]))
    assert refusal.code == "not_allowed"


def test_reading_the_note_is_its_speaker_s_own_affair() -> None:
    g = Gathering("Ann", "Ben")
    g.talk("Ann", 125 * SECOND)
    [nudge] = g.nudges("long_turn")
    assert g.sitting.refused(DismissNudge(nudge.id)).code == "unknown_nudge"
    g.sitting.send(DismissNudge(nudge.id), Person(g.of["Ann"]))
    assert g.nudge(nudge.id).answer == "noted"


def test_what_was_long_where_anyone_may_speak_is_over_when_a_story_begins() -> None:
    g = Gathering("Ann", "Ben")
    g.start("Ann")
    for _ in range(13):
        g.wait(10 * SECOND)
        g.still("Ann")
    assert [nudge.life for nudge in g.nudges("long_turn")] == ["new"]
    g.sitting.send(SetMode(Mode.listening))
    g.wait(2 * SECOND)
    assert [nudge.life for nudge in g.nudges("long_turn")] == ["expired"]
