"""Signals: said at once, without a floor, a queue or a name to the room."""

from app.facilitation.actors import Person
from app.facilitation.commands import AnswerSignal, GiveFloor, SendSignal, StartSpeech
from app.facilitation.ids import Mode, ParticipantId, Role, SignalKind
from app.facilitation.report import Reader, report
from app.facilitation.signals import MOST_SHOWN, SHOWN_MS
from app.facilitation.speech import Source
from app.facilitation.views import DESK, ROOM, render, you_view
from tests.facilitation.sitting import Sitting, sitting

SLOWER, DONT_FOLLOW, MINUTE = SignalKind.slower, SignalKind.dont_follow, SignalKind.minute


def talk() -> tuple[Sitting, Person, Person]:
    """Ann has the floor, Bo listens."""
    s = sitting(Mode.queue)
    ann, bo = s.join("Ann"), s.join("Bo")
    s.send(GiveFloor(ann.participant))
    return s, ann, bo


def desk(s: Sitting) -> object:
    return render(DESK, s.state).view["signals"]


def test_facilitators_and_whoever_speaks_learn_at_once_and_nobody_learns_who_asked() -> None:
    s, ann, bo = talk()
    room = render(ROOM, s.state).view
    s.send(SendSignal(SLOWER), bo)
    assert desk(s) == {"asked": {"slower": 1}, "minutes": {}}
    assert you_view(s.state, ann.participant)["asked_of_me"] == {"slower": 1}
    assert bo.participant not in str(you_view(s.state, ann.participant))
    assert render(ROOM, s.state).view == room


def test_on_an_open_floor_everybody_who_is_heard_is_asked() -> None:
    s = sitting(Mode.open)
    ann, bo, cy = s.join("Ann"), s.join("Bo"), s.join("Cy")
    for who in (ann, bo):
        s.send(StartSpeech(Source.tap, who.participant))
    s.send(SendSignal(DONT_FOLLOW), cy)
    assert [p for p in (ann, bo, cy) if "asked_of_me" in you_view(s.state, p.participant)] == [ann, bo]


def test_the_same_person_is_counted_once_and_two_people_twice() -> None:
    s, _, bo = talk()
    cy = s.join("Cy")
    for who in (bo, bo, cy):
        s.send(SendSignal(SLOWER), who)
    assert desk(s) == {"asked": {"slower": 2}, "minutes": {}}


def test_a_card_on_paper_has_no_name() -> None:
    s, ann, _ = talk()
    s.send(SendSignal(DONT_FOLLOW))
    assert s.state.signals.asked[0].by is None
    assert you_view(s.state, ann.participant)["asked_of_me"] == {"dont_follow": 1}


def test_a_minute_is_told_to_facilitators_by_name_and_to_nobody_else() -> None:
    s, ann, bo = talk()
    s.send(SendSignal(MINUTE), bo)
    assert desk(s) == {"asked": {}, "minutes": {bo.participant: s.now}}
    assert "asked_of_me" not in you_view(s.state, ann.participant)
    assert you_view(s.state, bo.participant)["signals"] == ["minute"]


def test_a_minute_needs_somebody_whose_it_is() -> None:
    s, _, _ = talk()
    assert s.refused(SendSignal(MINUTE)).code == "unknown_participant"


def test_what_nobody_answers_fades_but_a_minute_stays() -> None:
    s, _, bo = talk()
    s.send(SendSignal(SLOWER), bo)
    s.send(SendSignal(MINUTE), bo)
    s.wait(SHOWN_MS - 1)
    assert desk(s) == {"asked": {"slower": 1}, "minutes": {bo.participant: s.now - SHOWN_MS + 1}}
    s.wait(1)
    assert desk(s) == {"asked": {}, "minutes": {bo.participant: s.now - SHOWN_MS}}
    s.send(AnswerSignal(MINUTE, bo.participant))
    assert desk(s) == {"asked": {}, "minutes": {}}


def test_who_speaks_may_answer_what_reached_them_and_others_may_not() -> None:
    s, ann, bo = talk()
    cy = s.join("Cy")
    s.send(SendSignal(SLOWER), bo)
    s.send(AnswerSignal(SLOWER), cy)
    assert desk(s) == {"asked": {"slower": 1}, "minutes": {}}
    s.send(AnswerSignal(SLOWER), ann)
    assert desk(s) == {"asked": {}, "minutes": {}}


def test_nobody_signals_for_somebody_else_but_a_facilitator() -> None:
    s, ann, bo = talk()
    assert s.refused(SendSignal(MINUTE, ann.participant), bo).code == "not_allowed"
    s.send(SendSignal(MINUTE, ann.participant))
    assert desk(s) == {"asked": {}, "minutes": {ann.participant: s.now}}


def test_an_observer_watches() -> None:
    s, _, _ = talk()
    observer = s.join("Ola", Role.observer)
    assert s.refused(SendSignal(SLOWER), observer).code == "not_allowed"


def test_a_flood_of_cards_shows_no_more_than_anybody_reads() -> None:
    s, _, _ = talk()
    for _ in range(MOST_SHOWN + 5):
        s.send(SendSignal(SLOWER))
    assert desk(s) == {"asked": {"slower": MOST_SHOWN}, "minutes": {}}


def test_minutes_that_nobody_has_seen_to_swallow_no_other_signal() -> None:
    s, _, bo = talk()
    for who in s.seat(*(f"Guest {n}" for n in range(MOST_SHOWN))):
        s.send(SendSignal(MINUTE, who))
    s.send(SendSignal(SLOWER), bo)
    assert s.state.signals.asked[-1].signal is SLOWER


def test_the_report_counts_them_without_names() -> None:
    s, _, bo = talk()
    s.send(SendSignal(SLOWER), bo)
    s.send(AnswerSignal(SLOWER))
    s.send(SendSignal(SLOWER), bo)
    told = report(s.state, s.now, Reader("public"))
    assert told["signals"] == {"slower": 2, "dont_follow": 0, "minute": 0}
    assert ParticipantId(bo.participant) not in str(told["signals"])


def minutes_of(s: Sitting, who: Person) -> object:
    return you_view(s.state, who.participant).get("minutes_of", {})


def test_a_minute_that_is_told_to_one_person_is_seen_by_that_person_only() -> None:
    s, ann, bo = talk()
    sue, kim = s.join("Sue", Role.supporter), s.join("Kim", Role.facilitator)
    everybody = (s.facilitator, ann, bo, kim)
    shown = [render(ROOM, s.state).view, desk(s), *(you_view(s.state, one.participant) for one in (ann, kim))]
    s.send(SendSignal(MINUTE, to=sue.participant), bo)
    assert minutes_of(s, sue) == {bo.participant: s.now}
    after = [render(ROOM, s.state).view, desk(s), *(you_view(s.state, one.participant) for one in (ann, kim))]
    assert after == shown
    for one in everybody:
        s.send(AnswerSignal(MINUTE, bo.participant if one in (s.facilitator, kim) else None), one)
        assert minutes_of(s, sue), "nobody else answers it"
    s.send(AnswerSignal(MINUTE), sue)
    assert not s.state.signals.asked
    assert report(s.state, s.now, Reader("public"))["signals"] == {"slower": 0, "dont_follow": 0, "minute": 0}


def test_a_minute_is_told_to_a_supporter_or_a_facilitator_who_is_here_and_may_be_told_to_another() -> None:
    s, ann, bo = talk()
    sue, kim = s.join("Sue", Role.supporter), s.join("Kim", Role.facilitator)
    for to in (ann, bo):
        assert s.refused(SendSignal(MINUTE, to=to.participant), bo).code == "stale"
    assert s.refused(SendSignal(SLOWER, to=sue.participant), bo).code == "not_one"
    s.send(SendSignal(MINUTE, to=sue.participant), bo)
    s.send(SendSignal(MINUTE, to=kim.participant), bo)
    assert (minutes_of(s, sue), list(minutes_of(s, kim))) == ({}, [bo.participant])  # type: ignore[call-overload]
    s.send(SendSignal(MINUTE), bo)
    assert minutes_of(s, kim) == {}
    assert list(desk(s)["minutes"]) == [bo.participant]  # type: ignore[index]
