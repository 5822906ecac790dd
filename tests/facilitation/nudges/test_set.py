"""What a room sets: kinds that it wants no more of, numbers, wording, and quiet until the next item."""

import pytest

from app.facilitation.actors import Person
from app.facilitation.commands import (
    DismissNudge,
    HushNudges,
    MuteNudges,
    NextItem,
    RaiseHand,
    SetAgenda,
    SetNudgeTone,
    TuneNudges,
    Undo,
)
from app.facilitation.ids import CommandId, Mode, Tone
from app.facilitation.nudges.registry import RULES
from app.facilitation.nudges.settings import THRESHOLDS
from app.facilitation.nudges.tuning import SETTINGS, tuned
from app.facilitation.nudges.views import desk_nudging
from tests.facilitation.nudges.gathering import MINUTE, SECOND, Gathering


def test_not_this_kind_today_leaves_what_stands_and_holds_back_what_would_come() -> None:
    g = Gathering("Ann", "Ben")
    g.wait(21 * SECOND)
    [nudge] = g.nudges("dead_air")
    g.sitting.send(MuteNudges("dead_air"), id="mute")
    assert g.nudge(nudge.id).life == "dismissed"
    g.talk("Ann", 5 * SECOND)
    g.wait(20 * MINUTE)
    assert len(g.nudges("dead_air")) == 1
    g.sitting.send(MuteNudges("dead_air", on=False))
    g.wait(SECOND)
    assert len(g.nudges("dead_air")) == 2
    assert g.sitting.refused(MuteNudges("no_such")).code == "unknown_nudge"


def test_muting_can_be_taken_back() -> None:
    g = Gathering("Ann", "Ben")
    g.wait(21 * SECOND)
    [nudge] = g.nudges("dead_air")
    g.sitting.send(MuteNudges("dead_air"), id="mute")
    g.sitting.send(Undo(CommandId("mute")))
    assert g.sitting.state.nudges.muted == frozenset()
    assert g.nudge(nudge.id).life == "new"


def test_quiet_until_the_next_item_ends_when_it_begins() -> None:
    g = Gathering("Ann", "Ben", mode=Mode.queue)
    assert g.sitting.refused(HushNudges(until_item=True)).code == "unknown_item"
    g.sitting.send(SetAgenda(("4 Welcome", "30 Talk")))
    g.sitting.send(NextItem(None))
    g.sitting.send(HushNudges(until_item=True))
    g.sitting.send(RaiseHand(), Person(g.of["Ann"]))
    g.wait(15 * MINUTE)
    assert g.nudges() == []
    g.sitting.send(NextItem(g.sitting.state.agenda.current))
    g.wait(SECOND)
    assert [nudge.rule for nudge in g.nudges()] == ["hand_waiting"]


def test_a_number_holds_from_when_it_is_set() -> None:
    g = Gathering("Ann", "Ben", mode=Mode.queue)
    g.sitting.send(RaiseHand(), Person(g.of["Ann"]))
    g.wait(4 * MINUTE)
    g.sitting.send(TuneNudges("waiting_queue_ms", 3 * MINUTE))
    g.wait(SECOND)
    assert g.about("hand_waiting") == ["Ann"]


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_has_bounds_around_its_usual_value(name: str) -> None:
    kind, least, most = SETTINGS[name]
    assert kind in {"", *(rule.kind for rule in RULES)}
    assert least <= getattr(THRESHOLDS, name) <= most
    g = Gathering("Ann", "Ben")
    for outside in (least - 1, most + 1):
        assert g.sitting.refused(TuneNudges(name, outside)).code == "malformed"
    for inside in (least, most):
        g.sitting.send(TuneNudges(name, inside))
        assert getattr(g.sitting.state.nudges.thresholds, name) == pytest.approx(inside)
    assert g.sitting.refused(TuneNudges(name, float("nan"))).code == "malformed"


def test_the_dose_can_only_be_made_smaller() -> None:
    assert SETTINGS["facilitators_an_hour"].most == THRESHOLDS.facilitators_an_hour
    assert SETTINGS["apart_ms"].least == THRESHOLDS.apart_ms
    assert tuned(THRESHOLDS, "start_ms", 0) == THRESHOLDS


def test_participants_set_nothing_for_facilitators() -> None:
    g = Gathering("Ann", "Ben")
    ann = Person(g.of["Ann"])
    for command in (TuneNudges("dead_air_ms", 60_000), SetNudgeTone(Tone.brief), MuteNudges("dead_air")):
        assert g.sitting.refused(command, ann).code == "not_allowed"


def test_facilitators_see_how_nudging_is_set() -> None:
    g = Gathering("Ann", "Ben")
    g.sitting.send(SetNudgeTone(Tone.brief))
    g.sitting.send(MuteNudges("chair_talk"))
    view = desk_nudging(g.sitting.state.nudges)
    assert view["tone"] == "brief"
    assert view["order"] == [rule.kind for rule in RULES]
    assert isinstance(view["kinds"], dict)
    assert view["kinds"]["chair_talk"] == {"muted": True}
    assert view["kinds"]["long_turn"] == {"muted": False, "private": True}


def test_a_nudge_that_was_put_off_comes_back() -> None:
    g = Gathering("Ann", "Ben", mode=Mode.queue)
    g.sitting.send(RaiseHand(), Person(g.of["Ann"]))
    g.wait(10 * MINUTE)
    [nudge] = g.nudges("hand_waiting")
    g.sitting.send(DismissNudge(nudge.id, snooze_ms=5 * MINUTE))
    g.wait(4 * MINUTE)
    assert g.nudge(nudge.id).life == "snoozed"
    g.wait(MINUTE)
    assert g.nudge(nudge.id).life == "new"
