"""Whoever knocks at a locked room is nobody of it until a facilitator lets them in."""

from app.facilitation.actors import Person, Server
from app.facilitation.commands import (
    AnswerKnock,
    ClockSpec,
    ErasePerson,
    Join,
    Knock,
    SayWatching,
    SetLocked,
    SetRole,
)
from app.facilitation.ids import ParticipantId, Place, Role
from app.facilitation.knocking import LASTS_MS, MOST_WAITING
from app.facilitation.views import DESK, ROOM, render
from app.history.entries import to_entry
from app.history.redaction import rewritten
from tests.facilitation.sitting import START, Sitting, sitting


def locked() -> Sitting:
    s = sitting()
    s.send(SetLocked(True))
    return s


def knocks(s: Sitting, name: str, watches: str = "") -> ParticipantId:
    return ParticipantId(str(s.send(Knock(name, Place.remote, watches), Server()).made))


def people(s: Sitting) -> list[str]:
    return [one.name for one in s.state.people.by_id.values()]


def test_facilitators_see_who_would_like_to_come_in_and_nobody_else_does() -> None:
    s = locked()
    before, desk = render(ROOM, s.state), render(DESK, s.state)
    ben = knocks(s, "Ben")
    assert render(ROOM, s.state, before).anew == ()
    waiting = render(DESK, s.state, desk).view["knocks"]
    assert waiting == {"order": [ben], "by_id": {ben: {"name": "Ben", "place": "remote", "at": s.now}}}
    assert s.state.person(ben) is None


def test_who_is_let_in_is_who_knocked() -> None:
    s = locked()
    ben = knocks(s, "Ben")
    s.send(AnswerKnock(ben, let_in=True))
    person = s.state.people.by_id[ben]
    assert (person.name, person.role, person.place) == ("Ben", Role.participant, Place.remote)
    assert not s.state.knocks


def test_who_is_not_let_in_is_nobody_here_and_may_knock_again() -> None:
    s = locked()
    ben = knocks(s, "Ben")
    s.send(AnswerKnock(ben, let_in=False))
    assert s.state.person(ben) is None
    assert knocks(s, "Ben") != ben


def test_two_facilitators_who_answer_together_let_one_person_in() -> None:
    s = locked()
    ben = knocks(s, "Ben")
    s.send(AnswerKnock(ben, let_in=True))
    assert s.refused(AnswerKnock(ben, let_in=False)).code == "stale"
    assert people(s).count("Ben") == 1


def test_a_knock_that_nobody_answers_is_over_after_five_minutes() -> None:
    s = locked()
    ben = knocks(s, "Ben")
    s.wait(60_000)
    cy = knocks(s, "Cy")
    s.wait(LASTS_MS - 60_000)
    assert list(s.state.knocks) == [cy]
    assert s.refused(AnswerKnock(ben, let_in=True)).code == "stale"


def test_in_a_session_that_runs_faster_a_knock_waits_as_long_on_the_wall() -> None:
    s = sitting(clock=ClockSpec("rated", START, rate=20.0))
    s.send(SetLocked(True))
    ben = knocks(s, "Ben")
    s.wait(20 * LASTS_MS - 1)
    assert list(s.state.knocks) == [ben]
    s.wait(1)
    assert not s.state.knocks


def test_opening_the_room_lets_in_who_waits() -> None:
    s = locked()
    knocks(s, "Ben")
    s.send(SetLocked(False))
    assert "Ben" in people(s)
    assert not s.state.knocks
    assert s.refused(Knock("Cy", Place.remote), Server()).code == "stale"


def test_opening_the_room_stays_possible_when_somebody_has_the_name_of_who_waits() -> None:
    s = locked()
    knocks(s, "Ben")
    s.seat("Ben")
    s.send(SetLocked(False))
    assert people(s).count("Ben") == 1
    assert not s.state.knocks


def test_so_many_wait_and_each_under_a_name_that_is_free() -> None:
    s = locked()
    s.seat("Ana")
    for n in range(MOST_WAITING):
        knocks(s, f"Person {n}")
    assert s.refused(Knock("One more", Place.remote), Server()).code == "too_many"
    for taken in ("Ana", "PERSON 3"):
        assert s.refused(Knock(taken, Place.remote), Server()).code == "name_taken"


def test_only_facilitators_answer_a_knock() -> None:
    s = sitting()
    ana = s.join("Ana")
    s.send(SetLocked(True))
    assert s.refused(AnswerKnock(knocks(s, "Ben"), let_in=True), ana).code == "not_allowed"


def test_erasing_who_was_let_in_erases_the_name_under_which_they_knocked() -> None:
    s = locked()
    ben = knocks(s, "Ben Somebody", "I am curious")
    s.send(AnswerKnock(ben, let_in=True))
    before = s.state.seq
    s.send(ErasePerson(), Person(ben))
    log = [to_entry(each) for each in s.log]
    gone = {entry.seq: entry for entry in rewritten(log, [e for e in log if e.seq > before]).entries}
    left = "".join(gone.get(entry.seq, entry).body for entry in log)
    assert "Somebody" not in left
    assert "curious" not in left


def test_why_an_observer_is_here_stands_beside_their_name_for_all() -> None:
    s = sitting()
    made = s.send(Join("Oz", Place.remote, Role.observer, " I study  groups "), Server()).made
    oz = ParticipantId(str(made))

    def shown() -> object:
        view = render(ROOM, s.state).view["people"]
        assert isinstance(view, dict)
        by_id = view["by_id"]
        assert isinstance(by_id, dict)
        return by_id[oz].get("watches")  # type: ignore[union-attr]

    assert shown() == "I study groups"
    s.send(SayWatching(oz, "I take notes"), Person(oz))
    assert shown() == "I take notes"
    s.send(SetRole(oz, Role.participant))
    assert shown() is None
    assert s.refused(SayWatching(oz, "I take notes"), Person(oz)).code == "stale"
    s.send(SetRole(oz, Role.observer, "Back to watching"))
    assert shown() == "Back to watching"


def test_an_observer_who_knocked_is_let_in_as_one() -> None:
    s = locked()
    oz = knocks(s, "Oz", "I study groups")
    s.send(AnswerKnock(oz, let_in=True))
    assert (s.state.people.by_id[oz].role, s.state.people.by_id[oz].watches) == (
        Role.observer,
        "I study groups",
    )
