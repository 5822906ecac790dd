"""A helper's phone has one job: to raise hands for people, or to take notes that everybody reads."""

from app.facilitation.belonging import without_words
from app.facilitation.commands import (
    ClockReached,
    LowerHand,
    NextItem,
    NextTurn,
    RaiseHand,
    RedactWords,
    SetAgenda,
    SetQueueClosed,
    WithdrawNote,
    WriteNote,
)
from app.facilitation.decider import replay
from app.facilitation.ids import DeviceScope, NoteId
from app.facilitation.noting import MOST_A_MINUTE
from app.facilitation.report import Reader, report
from app.facilitation.views import ROOM, render
from app.facilitation.views.you import device_view
from tests.facilitation.sitting import sitting


def test_a_helper_raises_hands_and_takes_them_down_and_does_nothing_else() -> None:
    s = sitting()
    dee, eli = s.seat("Dee", "Eli")
    helper = s.device(DeviceScope.hands)
    s.send(RaiseHand(dee), helper)
    s.send(RaiseHand(eli), helper, after=1_000)
    s.send(LowerHand(dee), helper)
    assert s.state.queue.order == (eli,)
    assert s.refused(NextTurn(), helper).code == "not_allowed"
    assert s.refused(ClockReached(s.now), helper).code == "not_allowed"
    assert s.refused(WriteNote("No"), helper).code == "not_allowed"
    assert s.refused(RaiseHand(), helper).code == "unknown_participant"
    assert device_view(s.state, helper.device)["rights"] == ["hand.lower", "hand.raise"]


def test_a_queue_that_is_closed_is_closed_to_helpers_too() -> None:
    s = sitting()
    (dee,) = s.seat("Dee")
    helper = s.device(DeviceScope.hands)
    s.send(SetQueueClosed(True))
    assert s.refused(RaiseHand(dee), helper).code == "queue_closed"
    s.send(RaiseHand(dee))


def test_notes_stand_beside_the_item_that_was_on_and_everybody_reads_them() -> None:
    s = sitting()
    helper = s.device(DeviceScope.notes)
    s.send(WriteNote("Before it began"), helper)
    s.send(SetAgenda(("10 Welcome",)))
    s.send(NextItem())
    s.send(WriteNote("The step  is too high."), helper, after=5_000)
    shown = render(ROOM, s.state).view["notes"]
    assert [one.get("item", "") for one in shown["by_id"].values()] == ["i1", ""]  # type: ignore[index, call-overload, union-attr]
    told = report(s.state, s.now, Reader("participant"))["notes"]
    assert [(one["text"], one.get("item")) for one in told] == [  # type: ignore[index, call-overload, union-attr]
        ("Before it began", None),
        ("The step is too high.", "Welcome"),
    ]
    assert "notes" not in report(s.state, s.now, Reader("public"))


def test_a_note_is_taken_back_by_who_wrote_it_or_a_facilitator() -> None:
    s = sitting()
    helper, other = s.device(DeviceScope.notes), s.device(DeviceScope.notes)
    first, second = (NoteId(s.send(WriteNote(text), helper).made or "") for text in ("One", "Two"))
    assert s.refused(WithdrawNote(first), other).code == "not_allowed"
    s.send(WithdrawNote(first), helper)
    s.send(WithdrawNote(second))
    assert not s.state.agenda.notes
    assert s.refused(WithdrawNote(second)).code == "stale"


def test_a_phone_that_runs_wild_does_not_fill_the_notes_and_keeps_nobody_else_from_writing() -> None:
    s = sitting()
    wild, other = s.device(DeviceScope.notes), s.device(DeviceScope.notes)
    for number in range(MOST_A_MINUTE):
        s.send(WriteNote(f"Note {number}"), wild, after=1)
    assert s.refused(WriteNote("One more"), wild).code == "too_many"
    s.send(WriteNote("What was said"), other)
    s.send(WriteNote("What was decided"))
    s.send(WriteNote("Later"), wild, after=60_000)
    assert s.refused(WriteNote("\u2800\u3164"), other).code == "text_empty"


def test_a_note_whose_words_were_erased_is_gone() -> None:
    s = sitting()
    s.send(WriteNote("Dee is ill."), s.device(DeviceScope.notes))
    at = s.log[-1].seq
    s.send(RedactWords(at))
    log = [each._replace(event=without_words(each.event)) if each.seq == at else each for each in s.log]
    assert not replay(log).agenda.notes
