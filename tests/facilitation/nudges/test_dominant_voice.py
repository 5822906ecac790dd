"""When one voice takes over, who hears of it, and when."""

from app.facilitation.actors import Person
from app.facilitation.commands import ActOnNudge, HushNudges, RaiseHand, SetListening
from app.facilitation.nudges.views import desk_nudges
from tests.facilitation.nudges.gathering import MINUTE, SECOND, Gathering
from tests.facilitation.sitting import KEY


def led_by_ann(minutes: int, g: Gathering | None = None) -> Gathering:
    """Ann has most of the talk, Ben some, Cy and Di a word now and then: nobody is quiet, two are left
    behind.
    """
    g = g or Gathering("Ann", "Ben", "Cy", "Di")
    until = g.sitting.now + minutes * MINUTE
    while g.sitting.now < until:
        for name, seconds in (("Ann", 30), ("Ben", 15), ("Cy", 3), ("Di", 3)):
            g.talk(name, seconds * SECOND)
    return g


def test_over_half_of_four_people_s_talk_while_somebody_is_left_behind_is_taking_over() -> None:
    g = Gathering("Ann", "Ben", "Cy", "Di")
    g.round(9, "Ann", "Ben", "Cy", "Ann", "Ann")
    g.talk("Di", SECOND * 40)
    g.round(1, "Ann")
    [nudge] = g.nudges("dominant_voice")
    facts = dict(nudge.facts)
    assert g.name(nudge.subject) == "Ann"
    assert nudge.raised_at == g.opened_at + 10 * MINUTE
    assert facts["limit_share"] == 0.5
    assert facts["share"] > 0.5
    assert facts["window_ms"] == 10 * MINUTE
    assert facts["least_ratio"] < 0.5


def test_the_person_hears_first_alone_and_facilitators_two_minutes_later_if_it_held_throughout() -> None:
    g = led_by_ann(11)
    [nudge] = g.nudges("dominant_voice")
    assert [one.to for one in nudge.audience] == [g.of["Ann"]]
    led_by_ann(2, g)
    nudge = g.nudge(nudge.id)
    assert [(one.to, one.at_ms - nudge.raised_at) for one in nudge.audience] == [
        (g.of["Ann"], 0),
        ("facilitators", 2 * MINUTE),
    ]


def test_what_is_mended_within_two_minutes_no_facilitator_hears_of() -> None:
    g = led_by_ann(10)
    g.wait(SECOND)
    [nudge] = g.nudges("dominant_voice")
    g.talk("Di", 100 * SECOND)
    led_by_ann(3, g)
    nudge = g.nudge(nudge.id)
    assert nudge.life == "expired"
    assert [one.to for one in nudge.audience] == [g.of["Ann"]]


def test_the_same_person_hears_it_again_after_twenty_minutes_at_the_earliest() -> None:
    g = Gathering("Ann", "Ben", "Cy", "Di")
    g.round(35, "Ann", "Ben", "Ann")
    first, second = g.nudges("dominant_voice")
    assert second.raised_at - first.raised_at == 20 * MINUTE


def test_of_two_people_it_takes_more_than_seventy_of_a_hundred() -> None:
    g = Gathering("Ann", "Ben")
    g.round(14, "Ann", "Ann", "Ben")
    assert g.about("dominant_voice") == []
    g.round(14, "Ann", "Ann", "Ann", "Ann", "Ben")
    assert g.about("dominant_voice") == ["Ann"]


def test_nobody_takes_over_with_three_minutes_of_talk_or_less() -> None:
    g = Gathering("Ann", "Ben", "Cy", "Di")
    for _ in range(9):
        g.talk("Ann", 19 * SECOND)
        g.talk("Ben", 5 * SECOND)
        g.wait(60 * SECOND)
    assert g.minutes > 12
    assert g.about("dominant_voice") == []


def test_where_nobody_waits_and_all_have_half_a_fair_share_nobody_takes_over() -> None:
    g = Gathering("Ann", "Ben", "Cy", "Di")
    g.round(14, "Ann", "Ben", "Ann", "Cy", "Ann", "Di")
    assert g.about("dominant_voice") == []
    g.sitting.send(RaiseHand(), Person(g.of["Di"]))
    g.talk("Ann", 40 * SECOND)
    assert g.about("dominant_voice") == ["Ann"]
    assert dict(g.nudges("dominant_voice")[0].facts)["waiting"] == 1


def test_who_said_that_they_listen_is_nobody_who_is_talked_over() -> None:
    g = Gathering("Ann", "Ben", "Cy", "Di")
    g.sitting.send(SetListening(True, g.of["Di"]), KEY)
    g.round(14, "Ann", "Ben", "Ann", "Cy")
    assert g.about("dominant_voice") == []


def test_a_note_that_was_read_is_still_forwarded_if_it_goes_on_and_then_new_to_facilitators() -> None:
    g = led_by_ann(11)
    [nudge] = g.nudges("dominant_voice")
    g.sitting.send(ActOnNudge(nudge.id, "noted"), Person(g.of["Ann"]))
    assert g.nudge(nudge.id).life == "acted"
    led_by_ann(2, g)
    nudge = g.nudge(nudge.id)
    assert nudge.forwarded_at == nudge.raised_at + 2 * MINUTE
    assert (nudge.life, nudge.answer) == ("new", "noted")


def test_who_reads_the_note_after_it_was_forwarded_takes_it_from_no_facilitator() -> None:
    g = led_by_ann(13)
    [nudge] = g.nudges("dominant_voice")
    assert nudge.forwarded_at is not None
    before = desk_nudges(g.sitting.state)
    g.sitting.send(ActOnNudge(nudge.id, "noted"), Person(g.of["Ann"]))
    assert desk_nudges(g.sitting.state) == before
    assert g.nudge(nudge.id).answer == "noted"
    g.sitting.send(ActOnNudge(nudge.id, "by_voice"))


def test_a_hush_keeps_it_from_facilitators_not_from_the_person() -> None:
    g = Gathering("Ann", "Ben", "Cy", "Di")
    g.sitting.send(HushNudges(15 * MINUTE))
    hushed_until = g.sitting.state.nudges.hushed_until
    led_by_ann(17, g)
    [nudge] = g.nudges("dominant_voice")
    assert nudge.raised_at == g.opened_at + 10 * MINUTE
    assert nudge.forwarded_at is not None
    assert 0 <= nudge.forwarded_at - hushed_until < SECOND
