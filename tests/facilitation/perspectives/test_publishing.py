"""The balance by perspective: when it is made, of what, and that it stands still in between."""

from app.facilitation.actors import Person
from app.facilitation.commands import EndSession, GiveFloor, NextItem, SetAgenda, SetPerspective
from app.facilitation.events import BalancePublished
from app.facilitation.ids import PerspectiveUse
from app.facilitation.perspectives.publishing import EVERY_MS, SHORTEST_MS
from app.facilitation.report import Reader, report
from app.facilitation.views import DESK, render
from tests.facilitation.sitting import START, Sitting, sitting


def gathered(lived: int = 3, professional: int = 3) -> tuple[Sitting, list[Person]]:
    s = sitting()
    people = [s.join(f"P{n}") for n in range(lived + professional)]
    for n, person in enumerate(people):
        s.send(SetPerspective("lived_experience" if n < lived else "professional"), person)
    return s, people


def talk(s: Sitting, person: Person, ms: int) -> None:
    turn = s.state.floor.turn
    s.send(GiveFloor(person.participant, turn.id if turn else None))
    s.wait(ms)


def published(s: Sitting) -> list[BalancePublished]:
    return [one.event for one in s.log if isinstance(one.event, BalancePublished)]


def test_it_is_made_every_ten_minutes_in_tens_of_a_hundred() -> None:
    s, people = gathered()
    talk(s, people[0], 130_000)
    talk(s, people[3], 200_000)
    talk(s, people[4], 300_000)
    (one,) = published(s)
    assert (one.since_at, one.until_at) == (START, START + EVERY_MS)
    # 130 of 600 s is 21.7 per cent; six people of whom three have each label.
    assert {g.label: (g.talk, g.fair) for g in one.groups} == {
        "lived_experience": (20, 50),
        "professional": (80, 50),
    }
    desk = render(DESK, s.state).view["perspectives"]
    assert desk == {
        "since_at": one.since_at,
        "until_at": one.until_at,
        "groups": {"lived_experience": {"talk": 20, "fair": 50}, "professional": {"talk": 80, "fair": 50}},
    }


def test_between_two_of_them_nobodys_talk_moves_anything() -> None:
    s, people = gathered()
    for person in people[:3]:
        talk(s, person, 210_000)
    before = render(DESK, s.state).view["perspectives"]
    talk(s, people[5], 120_000)
    assert render(DESK, s.state).view["perspectives"] == before != {}


def test_an_items_end_makes_one_and_not_so_soon_after_the_last() -> None:
    s, people = gathered()
    s.send(SetAgenda(("10 One", "10 Two", "10 Three")))
    s.send(NextItem())
    for person in people[:3]:
        talk(s, person, SHORTEST_MS // 3)
    s.send(NextItem(s.state.agenda.current))
    s.wait(0)
    assert [one.until_at for one in published(s)] == [START + SHORTEST_MS]
    talk(s, people[4], 60_000)
    s.send(NextItem(s.state.agenda.current))
    s.wait(0)
    assert len(published(s)) == 1


def test_a_span_in_which_two_people_talk_shows_nothing() -> None:
    s, people = gathered()
    talk(s, people[0], 300_000)
    talk(s, people[4], 300_000)
    assert [one.groups for one in published(s)] == [()]
    assert render(DESK, s.state).view["perspectives"] == {}


def test_two_of_a_kind_are_no_group_and_show_no_other_either() -> None:
    s, people = gathered(lived=2, professional=4)
    for person in people[:3]:
        talk(s, person, 200_000)
    assert [one.groups for one in published(s)] == [()]


def test_two_who_said_it_for_totals_are_not_added_to_three_whose_label_is_known() -> None:
    s, people = gathered(lived=5, professional=4)
    s.join("Undeclared")
    for person in people[:3]:
        s.send(SetPerspective("lived_experience", PerspectiveUse.beside_name), person)
    for person in (people[0], people[3], people[5]):
        talk(s, person, 200_000)
    (one,) = published(s)
    shown = {g.label: (g.talk, g.fair) for g in one.groups}
    # Of ten people three have the label beside their names; one of them had a third of the talk.
    assert shown["lived_experience"] == (30, 30)


def test_a_session_that_nobody_speaks_in_publishes_nothing_and_sleeps() -> None:
    s, _ = gathered()
    s.wait(8 * 3_600_000)
    assert published(s) == []


def test_what_was_said_last_is_published_at_the_end_and_reported_to_all() -> None:
    s, people = gathered()
    for person in people[:3]:
        talk(s, person, 100_000)
    s.send(EndSession())
    s.wait(1_000)
    assert [one.until_at for one in published(s)] == [START + 300_000]
    for reader in (Reader("facilitator"), Reader("participant", people[0].participant), Reader("public")):
        assert report(s.state, s.now, reader)["perspectives"] == [
            {
                "since_at": START,
                "until_at": START + 300_000,
                "groups": {
                    "lived_experience": {"talk": 100, "fair": 50},
                    "professional": {"talk": 0, "fair": 50},
                },
            }
        ]
