"""An equal share of the floor for each perspective, where the room declared it."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation.actors import Person
from app.facilitation.commands import (
    GiveFloor,
    OfferPerspectives,
    OpenSession,
    RaiseHand,
    SetAway,
    SetPerspective,
)
from app.facilitation.ids import PerspectiveUse
from app.facilitation.live import desk_figures, own_figures
from app.facilitation.perspectives import equal_share
from app.facilitation.perspectives.record import USUAL
from app.facilitation.speech import DUE_SCALE
from app.facilitation.speech.figures import in_ms
from tests.facilitation.sitting import Sitting, sitting

LIVED, PROFESSIONAL = "lived_experience", "professional"
BESIDE = PerspectiveUse.beside_name


def room(*labels: str, use: PerspectiveUse = BESIDE, equal: bool = True) -> tuple[Sitting, list[Person]]:
    """Whose people have these labels ("": none), where perspectives share the floor equally."""
    s = sitting(opened=False)
    s.send(OfferPerspectives(USUAL, equal_share=equal))
    people = [s.join(f"P{n}") for n in range(len(labels))]
    for person, label in zip(people, labels, strict=True):
        if label:
            s.send(SetPerspective(label, use), person)
    s.send(OpenSession())
    return s, people


def talk(s: Sitting, person: Person, ms: int) -> None:
    turn = s.state.floor.turn
    s.send(GiveFloor(person.participant, turn.id if turn else None))
    s.wait(ms)


def expected(s: Sitting) -> list[int]:
    figures = equal_share.figures(s.state, s.now + 500)
    return [figures.people[who].expected_ms for who in s.state.people.order[1:]]


def test_eight_professionals_and_two_with_lived_experience_have_half_the_floor_each() -> None:
    s, people = room(*[PROFESSIONAL] * 8, *[LIVED] * 2)
    talk(s, people[0], 160_000)
    talk(s, people[9], 0)
    assert expected(s) == [10_000] * 8 + [40_000] * 2


def test_who_has_no_label_beside_their_name_is_due_what_they_are_due_anywhere() -> None:
    """12 s by six people: the two undeclared 2 s each; of the other 8 s three have a half, one the other."""
    s, people = room(PROFESSIONAL, PROFESSIONAL, PROFESSIONAL, LIVED, "", "")
    s.send(SetPerspective(LIVED, PerspectiveUse.totals), people[5])
    talk(s, people[0], 12_000)
    talk(s, people[4], 0)
    assert expected(s) == [1_333, 1_333, 1_333, 4_000, 2_000, 2_000]


def test_a_room_that_did_not_say_so_knows_only_heads() -> None:
    s, people = room(PROFESSIONAL, PROFESSIONAL, LIVED, equal=False)
    talk(s, people[0], 9_000)
    talk(s, people[1], 0)
    assert expected(s) == [3_000, 3_000, 3_000]


def test_the_balanced_queue_and_every_figure_of_a_person_follow_it() -> None:
    s, people = room(*[PROFESSIONAL] * 4, LIVED, "")
    talk(s, people[0], 60_000)
    talk(s, people[4], 12_000)
    talk(s, people[5], 12_000)
    talk(s, people[0], 0)
    for person in (people[5], people[4]):
        s.send(RaiseHand(), person)
    # Of 84 s the one with lived experience is due 35, the undeclared 14: 23 behind against 2.
    assert s.names(s.state.queue.order) == "P4 P5"
    s.wait(600)
    figures = desk_figures(s.state, s.now)["people"]
    who = people[4].participant
    assert figures[who]["ratio"] == round(12 / 35, 3)  # type: ignore[index, call-overload]
    assert own_figures(s.state, who, s.now)["ratio"] == round(12 / 35, 2)


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_dues_are_those_of_a_sweep_in_exact_fractions_and_sum_to_the_talk(data: st.DataObject) -> None:
    """Against an independent sum: between two commands nothing changes."""
    s, people = room(
        *data.draw(st.lists(st.sampled_from(["", LIVED, PROFESSIONAL, "both"]), min_size=2, max_size=6))
    )
    due = {person.participant: Fraction() for person in people}
    for _ in range(data.draw(st.integers(1, 14))):
        person = data.draw(st.sampled_from(people))
        match data.draw(st.integers(0, 3)):
            case 0 | 1:
                if not s.state.people.by_id[person.participant].away:
                    talk(s, person, 0)
            case 2:
                speaks = s.state.floor.turn is not None and s.state.floor.turn.participant
                if speaks != person.participant:
                    s.send(SetAway(data.draw(st.booleans())), person)
            case 3:
                use = data.draw(st.sampled_from(PerspectiveUse))
                s.send(SetPerspective(data.draw(st.sampled_from(["", *USUAL])), use), person)
        ms = 1_000 * data.draw(st.integers(1, 400))
        s.wait(ms)
        if s.state.floor.turn is None:
            continue
        here = [s.state.people.by_id[p.participant] for p in people]
        here = [p for p in here if not p.away]
        labels = [p.perspective.public if p.perspective else "" for p in here]
        with_label = [label for label in labels if label]
        for p, label in zip(here, labels, strict=True):
            share = Fraction(len(with_label), len(set(with_label)) * labels.count(label)) if label else 1
            due[p.id] += Fraction(ms * share, len(here))
    found = equal_share.weighed(s.state, s.now)
    for who, exact in due.items():
        assert abs(Fraction(found.get(who, 0), DUE_SCALE) - exact) < Fraction(1, 1_000_000)
    talked = s.state.speech.figures(s.now).talk_ms
    assert abs(in_ms(sum(found.values())) - talked) <= 1
