"""Groups that are hardly heard, and that small ones are never looked at."""

import json

from app.facilitation.actors import Person
from app.facilitation.commands import ActOnNudge, Move, SetListening, SetPerspective, Undo
from app.facilitation.ids import CommandId, Mode, Place
from app.facilitation.nudges.views import desk_nudges
from tests.facilitation.nudges.gathering import MINUTE, SECOND, Gathering

ROOM, ONLINE = ("Ann", "Ben", "Cy"), ("Di", "Ed", "Flo")


def hybrid(*online: str) -> Gathering:
    """Three in the room, the others online."""
    g = Gathering(*ROOM, *(online or ONLINE))
    for name in ROOM:
        g.sitting.send(Move(g.of[name], Place.in_room), Person(g.of[name]))
    return g


def unheard(g: Gathering, minutes: int = 11) -> None:
    """Those in the room talk; each of the others says a word now and then."""
    others = [name for name in g.of if name not in ROOM]
    until = g.sitting.now + minutes * MINUTE
    while g.sitting.now < until:
        for name in ROOM:
            g.talk(name, 20 * SECOND)
        for name in others:
            g.talk(name, 2 * SECOND)


def test_a_place_under_half_of_its_share_of_ten_minutes_is_told_to_facilitators() -> None:
    g = hybrid()
    unheard(g)
    [nudge] = g.nudges("group_unheard")
    facts = dict(nudge.facts)
    assert (nudge.subject, nudge.about) == (None, "place:remote")
    assert (facts["members"], facts["people"]) == (3, 6)
    assert facts["ratio"] < 0.25
    assert nudge.raised_at - g.opened_at >= 10 * MINUTE
    assert [one.to for one in nudge.audience] == ["facilitators"]
    assert '"about": "place:remote"' in json.dumps(desk_nudges(g.sitting.state))


def test_a_group_of_two_and_one_with_two_outside_are_never_told_of() -> None:
    g = hybrid("Di", "Ed")
    unheard(g)
    assert g.nudges("group_unheard") == []
    g = hybrid()
    g.sitting.send(Move(g.of["Ann"], Place.phone), Person(g.of["Ann"]))
    g.sitting.send(Move(g.of["Ben"], Place.phone), Person(g.of["Ben"]))
    g.sitting.send(Move(g.of["Di"], Place.in_room), Person(g.of["Di"]))
    g.sitting.send(Move(g.of["Ed"], Place.in_room), Person(g.of["Ed"]))
    unheard(g)
    assert g.nudges("group_unheard") == []


def test_who_chose_to_listen_is_no_part_of_a_group() -> None:
    g = hybrid()
    g.sitting.send(SetListening(True), Person(g.of["Di"]))
    unheard(g)
    assert g.nudges("group_unheard") == []


def test_an_even_meeting_has_none() -> None:
    g = hybrid()
    g.round(14, *ROOM, *ONLINE)
    assert g.nudges("group_unheard") == []


def test_a_round_is_one_click_and_undo_brings_the_mode_before_back() -> None:
    g = hybrid()
    unheard(g)
    [nudge] = g.nudges("group_unheard")
    g.sitting.send(ActOnNudge(nudge.id, "go_round"), id="round")
    assert g.sitting.state.floor.mode is Mode.round
    assert len(g.sitting.state.floor.round.order if g.sitting.state.floor.round else ()) == 6
    g.sitting.send(Undo(CommandId("round")))
    assert (g.sitting.state.floor.mode, g.sitting.state.floor.round) == (Mode.open, None)
    assert g.nudge(nudge.id).life == "new"


def bringing(*lived: str) -> Gathering:
    """All in one place; some work with it, these live with it, and all said so for totals only."""
    g = Gathering(*ROOM, *ONLINE)
    for name in g.of:
        if name in ROOM or name in lived:
            label = "lived_experience" if name in lived else "professional"
            g.sitting.send(SetPerspective(label), Person(g.of[name]))
    return g


def test_a_perspective_under_half_of_its_share_is_told_to_facilitators_once_that_is_public() -> None:
    g = bringing(*ONLINE)
    unheard(g, 22)
    nudge = g.nudges("group_unheard")[0]
    lived = g.sitting.state.perspectives.labels.index("lived_experience")
    assert (nudge.subject, nudge.about) == (None, f"perspective:{lived}")
    published = g.sitting.state.perspectives.published[0]
    [part] = [one for one in published.groups if one.label == "lived_experience"]
    assert dict(nudge.facts) == {"talk_percent": part.talk, "fair_percent": part.fair}
    assert nudge.raised_at >= published.until_at
    assert [one.to for one in nudge.audience] == ["facilitators"]


def test_a_perspective_of_two_is_never_told_of() -> None:
    g = bringing("Di", "Ed")
    unheard(g, 22)
    assert g.nudges("group_unheard") == []
