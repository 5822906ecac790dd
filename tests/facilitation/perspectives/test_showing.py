"""From any sequence of published figures no group under 3 can be computed."""

import random
from collections.abc import Iterable
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation.actors import Person
from app.facilitation.commands import (
    GiveFloor,
    NextItem,
    Remove,
    SetAgenda,
    SetPerspective,
)
from app.facilitation.decider import Refused
from app.facilitation.events import BalancePublished
from app.facilitation.ids import ParticipantId, PerspectiveUse
from app.facilitation.perspectives.showing import shown
from tests.facilitation.sitting import Sitting, sitting

LABELS = ("lived_experience", "professional", "both")


PRIME = 2**31 - 1
"""Determinants of so few rows of zeros and ones are far smaller, so ranks are the same as in fractions."""


def rank(rows: Iterable[list[int]]) -> int:
    """The rank of a matrix of zeros and ones, by elimination."""
    left, found = [row[:] for row in rows], 0
    for column in range(len(left[0]) if left else 0):
        pivot = next((row for row in left if row[column]), None)
        if pivot is None:
            continue
        found += 1
        left.remove(pivot)
        by = pow(pivot[column], -1, PRIME)
        left = [[(a - row[column] * by * b) % PRIME for a, b in zip(row, pivot, strict=True)] for row in left]
    return found


def computable(figures: Iterable[frozenset[str]], people: Iterable[str], of: tuple[str, ...]) -> bool:
    """Whether some sum over these few people alone follows from the sums over sets that were published.

    A combination of the rows that is nothing outside `of` and something inside exists exactly when leaving
    out these columns lowers the rank.
    """
    order = sorted(people)
    rows = [[int(who in figure) for who in order] for figure in figures]
    outside = [[value for who, value in zip(order, row, strict=True) if who not in of] for row in rows]
    return rank(outside) < rank(rows)


def small_groups(people: Iterable[str]) -> list[tuple[str, ...]]:
    order = sorted(people)
    return [*((one,) for one in order), *combinations(order, 2)]


@settings(deadline=None)
@given(st.lists(st.integers(0, 6), max_size=4), st.integers(0, 5))
def test_no_sum_of_one_or_two_people_follows_from_the_groups_that_are_shown(
    sizes: list[int], undeclared: int
) -> None:
    groups = {
        f"g{n}": frozenset(ParticipantId(f"{n}-{one}") for one in range(size)) for n, size in enumerate(sizes)
    }
    everybody = frozenset().union(*groups.values(), {f"u{one}" for one in range(undeclared)})
    kept = shown(groups, len(everybody))
    figures = [everybody, *kept.values()]
    if len(everybody) >= 3:
        for few in small_groups(everybody):
            assert not computable(figures, everybody, few), (sizes, undeclared, kept)


def test_the_law_would_find_a_group_of_two_by_subtraction() -> None:
    everybody = frozenset("abcdefgh")
    assert computable([everybody, frozenset("abcdef")], everybody, ("g", "h"))
    assert not computable([everybody, frozenset("abcde")], everybody, ("g", "h"))


def test_two_groups_that_leave_two_people_over_are_not_shown_both() -> None:
    groups = {
        "lived_experience": frozenset(map(ParticipantId, "abcde")),
        "professional": frozenset(map(ParticipantId, "fghi")),
        "both": frozenset(map(ParticipantId, "jk")),
    }
    assert set(shown(groups, 11)) == {"lived_experience"}
    assert set(shown(groups, 12)) == {"lived_experience", "professional"}


def test_a_group_of_all_is_not_shown_because_it_tells_of_each() -> None:
    assert shown({"both": frozenset(map(ParticipantId, "abcde"))}, 5) == {}


def meeting(numbers: list[int]) -> Sitting:
    """People come, go, declare, change their mind, speak in turn, and items end, each by its number."""
    lot, s = random.Random(numbers[0]), sitting()
    s.send(SetAgenda(tuple(f"Item {n}" for n in range(30))))
    for n in range(lot.randrange(3, 12)):
        s.join(f"P{n}")
    for number in numbers:
        lot = random.Random(number)
        people = [who for who in s.state.people.order if s.state.people.by_id[who].counted]
        who = lot.choice(people) if people else None
        try:
            match lot.randrange(8):
                case 0 | 1 | 2 if who is not None:
                    turn = s.state.floor.turn
                    s.send(GiveFloor(who, turn.id if turn else None))
                case 3 | 4 if who is not None:
                    use = lot.choice(list(PerspectiveUse))
                    label = lot.choice([*LABELS, *LABELS, ""])
                    s.send(SetPerspective(label, use), Person(who))
                case 5:
                    s.send(NextItem(s.state.agenda.current))
                case 6:
                    s.join(f"N{s.made}")
                case 7 if who is not None and lot.random() < 0.3:
                    s.send(Remove(who))
        except Refused:
            pass
        s.wait(lot.choice([1_000, 20_000, 90_000]))
    return s


@settings(deadline=None, max_examples=25)
@given(
    st.integers(1, 80).flatmap(lambda n: st.lists(st.integers(0, 2**16), min_size=n, max_size=n)),
)
def test_no_sequence_of_published_balances_tells_of_one_or_two(numbers: list[int]) -> None:
    """Each figure is a sum over people in one span; spans never overlap, so those of different spans have no
    unknown in common, and each span is tried by itself. Members are as the log says they were then.
    """
    s = meeting(numbers)
    said: dict[str, tuple[str, PerspectiveUse]] = {}
    last_until = 0
    for recorded in s.log:
        event = recorded.event
        if event.kind == "perspective.set":
            said[event.participant] = (event.label, event.use)
        if not isinstance(event, BalancePublished):
            continue
        assert event.since_at >= last_until and event.until_at - event.since_at >= 300_000
        last_until = event.until_at
        there = set(s.state.speech.between(event.since_at, event.until_at, event.until_at))
        figures = [frozenset(there)]
        for group in event.groups:
            beside = {w for w in there if said.get(w) == (group.label, PerspectiveUse.beside_name)}
            hidden = {w for w in there if said.get(w) == (group.label, PerspectiveUse.totals)}
            members = beside | (hidden if len(hidden) >= 3 else set())
            figures.append(frozenset(members))
            assert group.talk % 10 == 0 and group.fair % 10 == 0
            # Who knows those beside their names is told nothing of one or two others.
            assert len(members - beside) == 0 or len(members - beside) >= 3
        for few in small_groups(there) if event.groups else ():
            assert not computable(figures, there, few)
