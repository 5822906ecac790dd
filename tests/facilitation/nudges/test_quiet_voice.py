"""When a voice is called quiet, and when it is left in peace."""

from collections.abc import Callable

import pytest

from app.facilitation.actors import Person
from app.facilitation.commands import (
    ActOnNudge,
    Command,
    NextTurn,
    RaiseHand,
    Remove,
    SetAway,
    SetCard,
    SetCoverage,
    SetListening,
    SetPresence,
)
from app.facilitation.ids import BringIn, Mode, ParticipantId
from app.facilitation.speech import Source
from tests.facilitation.nudges.gathering import MINUTE, SECOND, Gathering
from tests.facilitation.sitting import KEY


def quiet_tom() -> Gathering:
    """Three who share the talk and Tom, who said something once, six minutes in."""
    g = Gathering("Ann", "Ben", "Cy", "Tom")
    g.round(5, "Ann", "Ben", "Cy")
    g.talk("Tom", 20 * SECOND)
    return g


def test_after_four_minutes_and_half_a_share_a_voice_in_a_small_group_is_quiet() -> None:
    g = quiet_tom()
    g.round(5, "Ann", "Ben", "Cy")
    [nudge] = g.nudges("quiet_voice")
    facts = dict(nudge.facts)
    assert g.name(nudge.subject) == "Tom"
    assert nudge.raised_at == g.opened_at + 10 * MINUTE
    assert facts["quiet_ms"] == 10 * MINUTE - 5 * MINUTE - 20 * SECOND
    assert facts["threshold_ms"] == 4 * MINUTE
    assert facts["people"] == 4
    assert facts["talk_ms"] == 20 * SECOND
    assert facts["expected_ms"] == 150 * SECOND
    assert facts["ratio"] == round(20 / 150, 4)
    assert [one.to for one in nudge.audience] == ["facilitators"]


def test_nobody_is_nudged_in_the_first_ten_minutes() -> None:
    g = Gathering("Ann", "Ben", "Cy", "Tom")
    g.round(10, "Ann", "Ben", "Cy")
    assert [n.raised_at for n in g.nudges() if n.raised_at < g.opened_at + 10 * MINUTE] == []


def test_in_a_larger_group_quiet_is_a_minute_for_each() -> None:
    g = Gathering("Ann", "Ben", "Cy", "Di", "Ed", "Flo", "Tom")
    g.talk("Tom", 10 * SECOND)
    g.round(5, "Ann", "Ben", "Cy", "Di", "Ed", "Flo")
    g.talk("Tom", 2 * SECOND)
    g.round(6, "Ann", "Ben", "Cy", "Di", "Ed", "Flo")
    assert g.about("quiet_voice") == []
    g.round(2, "Ann", "Ben", "Cy", "Di", "Ed", "Flo")
    assert g.about("quiet_voice") == ["Tom"]
    assert dict(g.nudges("quiet_voice")[0].facts)["threshold_ms"] == 7 * MINUTE


def test_who_had_half_a_fair_share_is_not_quiet() -> None:
    g = Gathering("Ann", "Ben", "Cy", "Tom")
    g.talk("Tom", 4 * MINUTE)
    g.round(10, "Ann", "Ben", "Cy")
    assert g.about("quiet_voice") == []


def test_a_backchannel_is_no_talk() -> None:
    g = quiet_tom()
    g.round(3, "Ann", "Ben", "Cy")
    g.start("Ann")
    g.wait(5 * SECOND)
    g.talk("Tom", 600)
    g.wait(5 * SECOND)
    g.stop("Ann")
    g.round(3, "Ben", "Cy")
    assert g.about("quiet_voice") == ["Tom"]


def test_of_two_the_furthest_behind_is_asked_first_and_the_other_ninety_seconds_later() -> None:
    g = Gathering("Ann", "Ben", "Tom", "Uma")
    g.talk("Tom", 30 * SECOND)
    g.talk("Uma", 10 * SECOND)
    g.round(12, "Ann", "Ben")
    first, second = g.nudges("quiet_voice")
    assert [g.name(first.subject), g.name(second.subject)] == ["Uma", "Tom"]
    assert second.raised_at - first.raised_at == 90 * SECOND


@pytest.mark.parametrize(
    "word",
    [
        lambda tom: SetListening(True, tom),
        lambda tom: SetAway(True, tom),
        RaiseHand,
        Remove,
        lambda tom: SetCoverage(Source.api, False, (tom,)),
    ],
    ids=["listening", "away", "hand_up", "removed", "not_measured"],
)
def test_who_is_left_in_peace(word: Callable[[ParticipantId], Command]) -> None:
    g = quiet_tom()
    g.sitting.send(word(g.of["Tom"]), KEY)
    g.round(8, "Ann", "Ben", "Cy")
    assert g.about("quiet_voice") == []


def test_who_asks_on_their_card_not_to_be_brought_in_is_left_in_peace() -> None:
    g = quiet_tom()
    g.sitting.send(SetCard(bring_in=BringIn.please_dont), Person(g.of["Tom"]))
    g.round(8, "Ann", "Ben", "Cy")
    assert g.about("quiet_voice") == []


def test_nobody_is_called_quiet_while_fewer_than_eight_of_ten_are_heard() -> None:
    g = Gathering("Ann", "Ben", "Cy", "Tom")
    g.sitting.send(SetCoverage(Source.api, False, (g.of["Ann"],)), KEY)
    g.round(12, "Ben", "Cy")
    assert g.nudges() == []
    g.sitting.send(SetCoverage(Source.api, True, (g.of["Ann"],)), KEY)
    g.wait(2 * SECOND)
    assert "Tom" in g.about("quiet_voice")


def test_time_away_is_no_quiet() -> None:
    g = Gathering("Ann", "Ben", "Cy", "Di", "Ed", seated=("Tom",))
    g.round(1, "Ann", "Ben", "Cy", "Di", "Ed")
    g.sitting.send(SetPresence(g.of["Tom"], here=False))
    g.round(11, "Ann", "Ben", "Cy", "Di", "Ed")
    g.sitting.send(SetPresence(g.of["Tom"], here=True))
    g.round(4, "Ann", "Ben", "Cy", "Di", "Ed")
    assert g.about("quiet_voice") == []
    g.round(1, "Ann", "Ben", "Cy", "Di", "Ed")
    g.wait(SECOND)
    assert g.about("quiet_voice") == ["Tom"]


def test_who_was_asked_is_left_in_peace_for_twenty_minutes_and_then_may_be_asked_again() -> None:
    g = quiet_tom()
    g.round(5, "Ann", "Ben", "Cy")
    [first] = g.nudges("quiet_voice")
    acted_at = g.sitting.now
    g.sitting.send(ActOnNudge(first.id, "by_voice"))
    g.round(22, "Ann", "Ben", "Cy")
    [_, again] = g.nudges("quiet_voice")
    assert again.raised_at == -(-(acted_at + 20 * MINUTE - g.opened_at) // SECOND) * SECOND + g.opened_at


def test_who_was_not_asked_is_brought_up_again_after_ten_minutes() -> None:
    g = quiet_tom()
    g.round(16, "Ann", "Ben", "Cy")
    first, second = g.nudges("quiet_voice")
    assert first.life == "expired"
    assert second.raised_at - first.raised_at == 10 * MINUTE


def test_a_nudge_is_over_when_its_person_speaks() -> None:
    g = quiet_tom()
    g.round(6, "Ann", "Ben", "Cy")
    [nudge] = g.nudges("quiet_voice")
    assert nudge.life == "new"
    g.talk("Tom", 3 * SECOND)
    assert g.nudge(nudge.id).life == "expired"


def test_in_queue_mode_the_turns_are_what_is_heard() -> None:
    g = Gathering("Ann", "Ben", "Tom", mode=Mode.queue, heard=False)
    for _ in range(14):
        for name in ("Ann", "Ben"):
            person = Person(g.of[name])
            g.sitting.send(RaiseHand(), person)
            turn = g.sitting.state.floor.turn
            g.sitting.send(NextTurn(turn.id if turn else None))
            g.wait(30 * SECOND)
    assert g.about("quiet_voice") == ["Tom"]


def test_a_silent_room_is_never_nudged_about_a_voice_nor_twice_about_its_silence() -> None:
    g = Gathering("Ann", "Ben", "Tom")
    g.wait(120 * MINUTE)
    assert [nudge.rule for nudge in g.nudges()] == ["dead_air", "break_due"]
