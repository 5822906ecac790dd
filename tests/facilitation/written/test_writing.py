"""Writing instead of speaking: in the same queue, by the same rule, and a voice like the others."""

import json
from typing import Any

import pytest

from app.facilitation.actors import Person
from app.facilitation.commands import (
    AnswerWritten,
    EndTurn,
    ErasePerson,
    LowerHand,
    NextTurn,
    PutBack,
    RaiseHand,
    SendWritten,
    SetCard,
    SetComposing,
    SetQueueClosed,
    SetTurnLimit,
    ShowWritten,
    Undo,
    WithdrawWritten,
)
from app.facilitation.ids import CommandId, Policy, Role, WrittenHow, WrittenId
from app.facilitation.live import desk_figures, own_figures
from app.facilitation.report import Reader, report
from app.facilitation.state import Turn
from app.facilitation.views import DESK, ROOM, render, you_view
from tests.facilitation.sitting import Sitting, sitting

WORDS = "The night bus is full by nine."


def on(s: Sitting) -> Turn:
    turn = s.state.floor.turn
    assert turn is not None
    return turn


def room(s: Sitting) -> Any:
    return render(ROOM, s.state).view


def sends(s: Sitting, who: Person, text: str = WORDS, how: WrittenHow = WrittenHow.show) -> WrittenId:
    return WrittenId(s.send(SendWritten(text, how), who, after=1_000).made or "")


def test_it_waits_in_the_queue_by_the_same_rule_and_only_its_author_and_facilitators_read_it() -> None:
    s = sitting(policy=Policy.fifo)
    ana, ben, cal = (s.join(name) for name in ("Ana", "Ben", "Cal"))
    s.send(RaiseHand(), ben)
    written = sends(s, ana)
    s.send(RaiseHand(), cal, after=1_000)
    assert s.names(s.state.queue.order) == "Ben Ana Cal"
    shown = room(s)
    assert shown["queue"]["hands"][ana.participant]["written"] is True
    assert WORDS not in json.dumps(shown)
    assert WORDS not in json.dumps(you_view(s.state, ben.participant))
    waiting = {"id": written, "text": WORDS, "how": "show"}
    assert you_view(s.state, ana.participant)["written"] == waiting
    assert render(DESK, s.state).view["written"] == {ana.participant: waiting}


def test_in_its_turn_it_has_the_floor_without_a_clock_and_nobody_is_heard_by_it() -> None:
    s = sitting()
    s.send(SetTurnLimit(60_000))
    ana, sam = s.join("Ana"), s.join("Sam")
    made = s.send(SendWritten(WORDS, WrittenHow.read, sam.participant), ana).made
    s.send(NextTurn(), after=1_000)
    s.wait(90_000)
    shown = room(s)
    assert (shown["floor"]["turn"]["written"], shown["floor"]["turn"]["limit_ms"]) == (made, 0)
    assert shown["written"]["by_id"][made] == {
        "text": WORDS,
        "how": "read",
        "reader": sam.participant,
        "participant": ana.participant,
        "shown_at": s.now - 90_000,
    }
    s.send(EndTurn(on(s).id))
    figures = s.state.speech.figures(s.now + 1_000).people
    assert figures[ana.participant].talk_ms == figures[sam.participant].talk_ms == 0


def test_composing_keeps_the_place_until_the_words_are_there() -> None:
    s = sitting(policy=Policy.fifo)
    ana, ben = s.join("Ana"), s.join("Ben")
    s.send(SetComposing(True), ana)
    s.send(RaiseHand(), ben, after=5_000)
    assert s.names(s.state.queue.order) == "Ben Ana"
    sends(s, ana)
    assert s.names(s.state.queue.order) == "Ana Ben"


def test_sent_again_it_has_other_words_and_the_same_place() -> None:
    s = sitting(policy=Policy.fifo)
    ana, ben = s.join("Ana"), s.join("Ben")
    first = sends(s, ana)
    s.send(RaiseHand(), ben)
    assert sends(s, ana, "By half past nine.") == first
    assert s.names(s.state.queue.order) == "Ana Ben"
    assert you_view(s.state, ana.participant)["written"]["text"] == "By half past nine."  # type: ignore[index, call-overload]


def test_it_is_answered_or_shown_without_a_turn() -> None:
    s = sitting()
    ana = s.join("Ana")
    asked = sends(s, ana, "Is the hall warm?", WrittenHow.answer)
    s.send(AnswerWritten(asked, "From October on."))
    assert room(s)["written"]["by_id"][asked]["answer"] == "From October on."
    at_once = sends(s, ana)
    s.send(ShowWritten(at_once), after=2_000)
    assert room(s)["written"]["order"] == [at_once, asked]
    assert s.state.queue.hands == {}
    assert s.refused(ShowWritten(at_once)).code == "stale"


def test_it_counts_as_a_voice_beside_speech() -> None:
    s = sitting()
    ana, cal = s.join("Ana"), s.join("Cal")
    sam = s.join("Sam", Role.supporter)
    s.send(SetCard(supporter=sam.participant), cal)
    sends(s, ana)
    s.send(SendWritten("And I walk.", participant=cal.participant), sam)
    assert "written" not in desk_figures(s.state, s.now)["people"][ana.participant]  # type: ignore[index, call-overload, operator]
    for one in list(s.state.writings.by_id):
        s.send(ShowWritten(one))
    assert desk_figures(s.state, s.now)["people"][ana.participant]["written"] == 1  # type: ignore[index, call-overload]
    assert own_figures(s.state, cal.participant, s.now)["written"] == 1
    assert report(s.state, s.now, Reader("public"))["written"] == {
        "total": 2,
        "people": 2,
        "for_others": 1,
        "answered": 0,
    }


def test_taken_back_or_lowered_it_is_read_by_nobody() -> None:
    s = sitting()
    ana, ben = s.join("Ana"), s.join("Ben")
    first = sends(s, ana)
    assert s.refused(WithdrawWritten(first), ben).code == "not_allowed"
    s.send(WithdrawWritten(first), ana)
    second = sends(s, ana)
    s.send(LowerHand(), ana)
    assert s.refused(ShowWritten(second)).code == "stale"
    assert room(s)["written"]["order"] == []


def test_what_is_undone_or_put_back_waits_again_with_its_words() -> None:
    s = sitting()
    ana = s.join("Ana")
    written = sends(s, ana)
    s.send(LowerHand(ana.participant), id="lowered")
    s.send(Undo(CommandId("lowered")))
    assert you_view(s.state, ana.participant)["written"]["id"] == written  # type: ignore[index, call-overload]
    s.send(NextTurn(), id="next")
    s.send(Undo(CommandId("next")))
    assert (s.state.writings.by_id[written].state, room(s)["written"]["order"]) == ("waiting", [])
    s.send(NextTurn())
    s.send(PutBack(on(s).id))
    assert s.state.writings.by_id[written].state == "waiting"


def test_a_closed_queue_takes_no_writing_and_a_reader_is_somebody_else_who_is_here() -> None:
    s = sitting()
    ana = s.join("Ana")
    own = SendWritten(WORDS, WrittenHow.read, ana.participant)
    assert s.refused(own, ana).code == "unknown_participant"
    s.send(SetQueueClosed(True))
    assert s.refused(SendWritten(WORDS), ana).code == "queue_closed"


@pytest.mark.parametrize(("text", "code"), [("  ", "text_empty"), ("x" * 1_001, "text_too_long")])
def test_it_has_words_and_not_too_many(text: str, code: str) -> None:
    s = sitting()
    assert s.refused(SendWritten(text), s.join("Ana")).code == code


def test_who_is_erased_leaves_nothing_waiting() -> None:
    s = sitting()
    ana = s.join("Ana")
    written = sends(s, ana)
    s.send(ErasePerson(), ana)
    assert s.state.writings.by_id[written].state == "withdrawn"
