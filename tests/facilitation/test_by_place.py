"""How each place is heard: as it is for facilitators, and for all others so that nobody is found out."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.facilitation.actors import Person
from app.facilitation.by_place import by_place, by_place_for_all
from app.facilitation.commands import EndSession, GiveFloor, NextTurn
from app.facilitation.ids import Place, Role
from app.facilitation.live import desk_figures
from app.facilitation.report import Reader, report
from tests.facilitation.sitting import Sitting, sitting

ROOM, ONLINE, CALL = Place.in_room, Place.remote, Place.phone


def meeting(*places: Place) -> tuple[Sitting, list[Person]]:
    s = sitting()
    return s, [s.join(f"P{n}", Role.participant, place) for n, place in enumerate(places)]


def speaks(s: Sitting, who: Person, ms: int) -> None:
    turn = s.state.floor.turn
    s.send(GiveFloor(who.participant, turn.id if turn else None))
    for _ in range(ms // 10_000):
        s.wait(10_000)
    turn = s.state.floor.turn
    assert turn is not None
    s.send(NextTurn(turn.id))


def test_facilitators_read_each_place_beside_its_fair_share() -> None:
    s, (ana, ben, cal, _) = meeting(ROOM, ROOM, ONLINE, CALL)
    speaks(s, ana, 60_000)
    speaks(s, ben, 30_000)
    speaks(s, cal, 30_000)
    expected = {
        "in_room": {"people": 2, "talk": 75, "fair": 50},
        "remote": {"people": 1, "talk": 25, "fair": 25},
        "phone": {"people": 1, "talk": 0, "fair": 25},
    }
    assert desk_figures(s.state, s.now)["places"] == expected
    assert report(s.state, s.now, Reader("facilitator"))["by_place"] == expected


def test_there_is_nothing_to_say_of_one_place_or_in_the_first_minute() -> None:
    s, (ana, *_) = meeting(ROOM, ROOM)
    speaks(s, ana, 90_000)
    assert desk_figures(s.state, s.now)["places"] == {}
    s, (ana, _) = meeting(ROOM, ONLINE)
    speaks(s, ana, 50_000)
    assert desk_figures(s.state, s.now)["places"] == {}


def test_all_others_read_it_once_the_session_is_over_rounded_and_of_three_or_more() -> None:
    s, people = meeting(ROOM, ROOM, ROOM, ROOM, ONLINE, ONLINE, ONLINE)
    speaks(s, people[0], 70_000)
    speaks(s, people[5], 30_000)
    for reader in (Reader("public"), Reader("participant", people[0].participant)):
        assert "by_place" not in report(s.state, s.now, reader)
    s.send(EndSession())
    shown = {
        "in_room": {"people": 4, "talk": 70, "fair": 60},
        "remote": {"people": 3, "talk": 30, "fair": 40},
    }
    for reader in (Reader("public"), Reader("participant", people[0].participant)):
        assert report(s.state, s.now, reader)["by_place"] == shown


@given(st.lists(st.sampled_from([ROOM, ONLINE, CALL]), min_size=1, max_size=12), st.data())
def test_no_figure_of_one_or_two_people_can_be_had_by_subtraction(
    places: list[Place], data: st.DataObject
) -> None:
    s, people = meeting(*places)
    speaks(s, data.draw(st.sampled_from(people)), 70_000)
    figures = s.state.speech.figures(s.now)
    shown: Any = by_place_for_all(s.state, figures)
    whole: Any = by_place(s.state, figures)
    sizes = [part["people"] for part in shown.values()]
    assert all(size >= 3 for size in sizes)
    left = len(places) - sum(sizes)
    assert not shown or left == 0 or left >= 3
    assert all(part["talk"] % 10 == part["fair"] % 10 == 0 for part in shown.values())
    assert set(shown) <= set(whole)
    assert not whole or sum(part["people"] for part in whole.values()) == len(places)
