"""What the clock says: silence, an item over its time, a break that is due; and facilitators' own talk."""

from app.facilitation.actors import Person
from app.facilitation.commands import (
    ActOnNudge,
    EndBreak,
    EndSession,
    NextItem,
    ReopenSession,
    SetAgenda,
    SetComposing,
    SetCoverage,
    SetMode,
    SetRole,
    StartBreak,
    Undo,
)
from app.facilitation.ids import CommandId, Mode, Role
from app.facilitation.nudges.timing import FIRST_MS, next_check
from app.facilitation.speech import Source
from tests.facilitation.nudges.gathering import MINUTE, SECOND, Gathering
from tests.facilitation.sitting import KEY


def test_speech_is_looked_at_only_once_anybody_was_heard() -> None:
    g = Gathering("Ann", "Ben", mode=Mode.queue)
    first_at = g.opened_at + FIRST_MS
    before = next_check(g.sitting.state)
    assert before is None or before > first_at
    g.start("Ann")
    assert next_check(g.sitting.state) == first_at


def test_twenty_seconds_of_silence_in_open_mode_are_told_once() -> None:
    g = Gathering("Ann", "Ben")
    g.talk("Ann", 5 * SECOND)
    g.wait(19 * SECOND)
    assert g.nudges() == []
    g.wait(30 * MINUTE)
    [nudge] = g.nudges("dead_air")
    assert nudge.raised_at == g.opened_at + 25 * SECOND
    g.talk("Ann", 5 * SECOND)
    g.wait(25 * SECOND)
    assert len(g.nudges("dead_air")) == 2


def test_silence_is_no_silence_in_a_queue_nor_while_somebody_prepares_nor_where_few_are_heard() -> None:
    g = Gathering("Ann", "Ben", mode=Mode.queue)
    g.wait(10 * MINUTE)
    assert g.nudges("dead_air") == []
    g = Gathering("Ann", "Ben")
    g.sitting.send(SetComposing(True), Person(g.of["Ann"]))
    g.wait(10 * MINUTE)
    assert g.nudges("dead_air") == []
    g = Gathering("Ann", "Ben", "Cy")
    g.sitting.send(SetCoverage(Source.api, False, (g.of["Ann"],)), KEY)
    g.wait(10 * MINUTE)
    assert g.nudges("dead_air") == []


def test_silence_is_counted_from_when_anybody_may_speak() -> None:
    g = Gathering("Ann", "Ben", mode=Mode.queue)
    g.wait(10 * MINUTE)
    g.sitting.send(SetMode(Mode.open))
    g.wait(19 * SECOND)
    assert g.nudges("dead_air") == []
    g.wait(2 * SECOND)
    assert len(g.nudges("dead_air")) == 1


def over() -> Gathering:
    """The first item of two is over its time."""
    g = Gathering("Ann", "Ben", mode=Mode.queue)
    g.sitting.send(SetAgenda(("4 Welcome", "30 Talk (open)")))
    g.sitting.send(NextItem(None))
    g.wait(4 * MINUTE)
    return g


def test_an_item_over_its_time_is_told_even_while_all_listen_and_not_in_a_break() -> None:
    g = over()
    [nudge] = g.nudges("agenda_over")
    assert (nudge.about, dict(nudge.facts)) == ("i1", {"over_ms": 0, "length_ms": 4 * MINUTE})
    g = Gathering("Ann", "Ben", mode=Mode.queue)
    g.sitting.send(SetAgenda(("4 A story (listening)", "30 Talk")))
    g.sitting.send(NextItem(None))
    g.sitting.send(StartBreak())
    g.wait(10 * MINUTE)
    g.sitting.send(EndBreak())
    g.wait(4 * MINUTE - SECOND)
    assert g.nudges("agenda_over") == []
    g.wait(SECOND)
    assert len(g.nudges("agenda_over")) == 1


def test_moving_on_and_five_more_minutes_do_it_and_undo_undoes_it() -> None:
    g = over()
    [nudge] = g.nudges("agenda_over")
    before = g.sitting.state
    g.sitting.send(ActOnNudge(nudge.id, "next_item"), id="on")
    state = g.sitting.state
    assert (state.agenda.current, state.floor.mode) == ("i2", Mode.open)
    g.sitting.send(Undo(CommandId("on")), after=5 * SECOND)
    state = g.sitting.state
    assert (state.agenda, state.floor.mode) == (before.agenda, Mode.queue)
    g.sitting.send(ActOnNudge(nudge.id, "five_more"), id="more")
    assert g.sitting.state.agenda.items[before.agenda.order[0]].extended_ms == 5 * MINUTE
    g.sitting.send(Undo(CommandId("more")))
    assert g.sitting.state.agenda == before.agenda


def test_undo_of_moving_on_is_gone_once_the_agenda_went_further() -> None:
    g = over()
    [nudge] = g.nudges("agenda_over")
    g.sitting.send(ActOnNudge(nudge.id, "next_item"), id="on")
    g.sitting.send(NextItem(g.sitting.state.agenda.current), after=SECOND)
    g.sitting.send(SetAgenda(("5 More",)))
    g.sitting.send(NextItem(None), after=SECOND)
    assert g.sitting.refused(Undo(CommandId("on"))).code == "undo_gone"


def test_a_break_is_due_after_three_quarters_of_an_hour_and_sooner_with_an_interpreter() -> None:
    for supported, minutes in ((False, 45), (True, 25)):
        g = Gathering("Ann", "Ben", "Ida", mode=Mode.queue)
        if supported:
            g.sitting.send(SetRole(g.of["Ida"], Role.supporter))
        g.wait(minutes * MINUTE - SECOND)
        assert g.nudges() == []
        g.wait(SECOND)
        [nudge] = g.nudges("break_due")
        assert nudge.raised_at == g.opened_at + minutes * MINUTE


def test_a_break_and_the_time_between_an_end_and_a_reopening_count_as_rest() -> None:
    g = Gathering("Ann", "Ben", mode=Mode.queue)
    g.wait(40 * MINUTE)
    g.sitting.send(StartBreak())
    g.wait(10 * MINUTE)
    g.sitting.send(EndBreak())
    g.wait(44 * MINUTE)
    assert g.nudges("break_due") == []
    g.sitting.send(EndSession())
    g.wait(24 * 60 * MINUTE)
    g.sitting.send(ReopenSession())
    g.wait(44 * MINUTE)
    assert g.nudges("break_due") == []
    g.wait(MINUTE)
    assert len(g.nudges("break_due")) == 1


def test_a_break_taken_back_was_none() -> None:
    g = Gathering("Ann", "Ben", mode=Mode.queue)
    g.wait(45 * MINUTE)
    [nudge] = g.nudges("break_due")
    g.sitting.send(ActOnNudge(nudge.id, "start_break"), id="break")
    rest = g.sitting.state.floor.rest
    assert rest is not None and rest.until_at == g.sitting.now + 10 * MINUTE
    g.sitting.send(Undo(CommandId("break")), after=SECOND)
    state = g.sitting.state
    assert (state.floor.rest, state.floor.rested_at) == (None, None)
    g.wait(SECOND)
    assert g.nudge(nudge.id).life == "new"


def test_a_quarter_of_the_talk_by_facilitators_is_told_to_them_and_not_before_ten_minutes() -> None:
    g = Gathering("Gil", "Ann", "Ben")
    g.sitting.send(SetRole(g.of["Gil"], Role.facilitator))
    g.round(14, "Ann", "Ben", "Gil", each=30 * SECOND)
    [nudge] = g.nudges("chair_talk")
    facts = dict(nudge.facts)
    assert (nudge.subject, nudge.raised_at) == (None, g.opened_at + 10 * MINUTE)
    assert 0.25 < facts["share"] < 0.4
    assert facts["chairs"] == 2


def test_less_than_a_quarter_is_theirs_to_have() -> None:
    g = Gathering("Gil", "Ann", "Ben")
    g.sitting.send(SetRole(g.of["Gil"], Role.facilitator))
    g.round(20, "Ann", "Ben", "Ann", "Ben", "Ann", "Ben", "Gil", each=20 * SECOND)
    assert g.nudges("chair_talk") == []
