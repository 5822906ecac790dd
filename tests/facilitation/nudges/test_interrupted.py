"""Who is cut off again and again."""

from app.facilitation.commands import ActOnNudge, MuteNudges, Undo
from app.facilitation.ids import CommandId
from app.facilitation.nudges.effect import baseline
from tests.facilitation.nudges.gathering import MINUTE, SECOND, Gathering


def cut_off(
    g: Gathering, times: int, *, into: int = 3_500, within: int = 700, on: int = 3_500, silent: int = 6_000
) -> None:
    """Ben begins while Ann speaks, she stops, he goes on, and she is silent for a while."""
    for _ in range(times):
        g.start("Ann")
        g.wait(into)
        g.start("Ben")
        g.wait(within)
        g.stop("Ann")
        g.wait(on)
        g.stop("Ben")
        g.wait(max(0, silent - on))


def test_four_times_in_ten_minutes_is_told_to_facilitators_within_ten_seconds() -> None:
    g = Gathering("Ann", "Ben", "Cy")
    cut_off(g, 3)
    g.wait(15 * SECOND)
    assert g.nudges("interrupted") == []
    cut_off(g, 1)
    known_at = g.sitting.now
    g.wait(20 * SECOND)
    [nudge] = g.nudges("interrupted")
    assert g.name(nudge.subject) == "Ann"
    assert dict(nudge.facts) == {"times": 4, "by": 1, "limit_times": 4, "window_ms": 10 * MINUTE}
    assert -SECOND <= nudge.raised_at - known_at <= 10 * SECOND


def test_what_is_no_cutting_off_is_not_counted() -> None:
    for other in ({"into": 2_500}, {"within": 1_200}, {"on": 2_500}, {"silent": 3_600}):
        g = Gathering("Ann", "Ben", "Cy")
        cut_off(g, 6, **other)
        g.wait(30 * SECOND)
        assert g.nudges("interrupted") == [], other


def test_four_times_in_more_than_ten_minutes_are_not_often() -> None:
    g = Gathering("Ann", "Ben", "Cy")
    for _ in range(8):
        cut_off(g, 1)
        g.wait(200 * SECOND)
    assert g.nudges("interrupted") == []


def test_the_floor_back_is_one_click_and_can_be_taken_back() -> None:
    g = Gathering("Ann", "Ben", "Cy")
    cut_off(g, 4)
    g.wait(12 * SECOND)
    [nudge] = g.nudges("interrupted")
    g.sitting.send(ActOnNudge(nudge.id, "give_floor"), id="back")
    turn = g.sitting.state.floor.turn
    assert turn is not None and turn.participant == g.of["Ann"]
    g.sitting.send(Undo(CommandId("back")))
    assert g.sitting.state.floor.turn is None


def test_right_after_a_nudge_about_a_voice_it_waits() -> None:
    g = Gathering("Ann", "Ben", "Tom")
    g.round(11, "Ann", "Ben")
    assert g.about("quiet_voice") == ["Tom"]
    cut_off(g, 4)
    g.wait(15 * SECOND)
    assert g.nudges("interrupted") == []


def test_who_is_cut_off_as_often_while_facilitators_want_quiet_is_what_an_effect_is_set_beside() -> None:
    g = Gathering("Ann", "Ben", "Cy")
    g.sitting.send(MuteNudges("interrupted"))
    cut_off(g, 4)
    g.wait(20 * SECOND)
    assert g.nudges("interrupted") == []
    [case] = [case for case in g.sitting.state.nudges.cases if case.rule == "interrupted"]
    assert g.name(case.participant) == "Ann"
    g.wait(4 * MINUTE)
    cut_off(g, 1)
    g.wait(20 * SECOND)
    assert not [case for case in g.sitting.state.nudges.cases if case.rule == "interrupted"], "not anew"
    assert baseline(g.sitting.state, "interrupted") == {30_000: (0, 1), 180_000: (0, 1)}
