"""What people do with nudges: ask, answer, leave, put off, take back."""

import pytest

from app.facilitation.actors import Person
from app.facilitation.commands import (
    ActOnNudge,
    AnswerInvitation,
    AnswerWritten,
    DismissNudge,
    GiveFloor,
    HushNudges,
    RaiseHand,
    SendWritten,
    SetCard,
    SetListening,
    SetMode,
    Undo,
)
from app.facilitation.ids import BringIn, CommandId, Mode, NudgeId, WrittenHow
from app.facilitation.nudges.record import Nudge
from tests.facilitation.nudges.gathering import MINUTE, SECOND, Gathering


def quiet(*, seated: bool = False) -> tuple[Gathering, Nudge]:
    """A meeting in which Tom has just been called quiet, to facilitators."""
    g = Gathering("Ann", "Ben", "Cy", seated=("Tom",)) if seated else Gathering("Ann", "Ben", "Cy", "Tom")
    g.round(10, "Ann", "Ben", "Cy")
    g.wait(SECOND)
    [nudge] = g.nudges("quiet_voice")
    return g, nudge


def asked() -> tuple[Gathering, Nudge, Person]:
    """The same, and Tom was asked privately."""
    g, nudge = quiet()
    g.sitting.send(ActOnNudge(nudge.id, "ask_privately"), id="ask")
    return g, g.nudge(nudge.id), Person(g.of["Tom"])


def test_asking_privately_reaches_the_person() -> None:
    g, nudge, tom = asked()
    assert (nudge.life, nudge.action, nudge.acted_at) == ("acted", "ask_privately", g.sitting.now)
    assert nudge.reached(tom.participant) == g.sitting.now


def test_speak_next_puts_the_hand_first_in_the_queue_as_an_override() -> None:
    g, nudge, tom = asked()
    g.sitting.send(SetMode(Mode.queue))
    for name in ("Ben", "Cy"):
        g.sitting.send(RaiseHand(), Person(g.of[name]))
    g.sitting.send(AnswerInvitation(nudge.id, "speak_next"), tom)
    queue = g.sitting.state.queue
    assert queue.order[0] == tom.participant
    assert queue.whys[tom.participant] == "moved"


def test_who_was_promised_to_speak_next_first_stays_before_who_was_promised_it_later() -> None:
    g = Gathering("Ann", "Ben", "Tom", "Uma")
    g.talk("Tom", 10 * SECOND)
    g.round(10, "Ann", "Ben")
    g.wait(92 * SECOND)
    g.sitting.send(SetMode(Mode.queue))
    for nudge in g.nudges("quiet_voice"):
        g.sitting.send(ActOnNudge(nudge.id, "ask_privately"))
        assert nudge.subject is not None
        g.sitting.send(AnswerInvitation(nudge.id, "speak_next"), Person(nudge.subject))
    assert g.sitting.names(g.sitting.state.queue.order) == "Uma Tom"


def test_speak_next_in_open_mode_raises_the_hand() -> None:
    g, nudge, tom = asked()
    g.sitting.send(AnswerInvitation(nudge.id, "speak_next"), tom)
    assert tom.participant in g.sitting.state.queue.hands
    assert g.sitting.state.queue.moved == ()


def test_who_would_rather_write_has_a_place_kept_and_is_counted_as_having_come() -> None:
    g, nudge, tom = asked()
    g.sitting.send(AnswerInvitation(nudge.id, "write"), tom)
    hand = g.sitting.state.queue.hands[tom.participant]
    assert hand.composing
    g.sitting.send(SendWritten("After nine the bus is full.", WrittenHow.answer), tom, after=5 * SECOND)
    written = g.sitting.state.queue.hands[tom.participant].written
    assert written is not None
    g.sitting.send(AnswerWritten(written, "From October on."), after=5 * SECOND)
    g.wait(31 * SECOND)
    assert g.sitting.state.queue.hands == {}
    assert g.nudge(nudge.id).effect == ((30_000, True),)


def test_who_has_the_floor_by_then_keeps_it_and_has_no_hand_up() -> None:
    g, nudge, tom = asked()
    g.sitting.send(SetMode(Mode.queue))
    g.sitting.send(GiveFloor(tom.participant))
    g.sitting.send(AnswerInvitation(nudge.id, "write"), tom)
    assert g.sitting.state.queue.hands == {}
    turn = g.sitting.state.floor.turn
    assert turn is not None and turn.participant == tom.participant


def test_not_now_changes_nothing_else() -> None:
    g, nudge, tom = asked()
    before = g.sitting.state
    g.sitting.send(AnswerInvitation(nudge.id, "not_now"), tom)
    assert g.nudge(nudge.id).answer == "not_now"
    assert g.sitting.state.queue is before.queue
    assert g.sitting.state.people.by_id[tom.participant].nudged


def test_not_today_means_never_again_in_this_session() -> None:
    g, nudge, tom = asked()
    g.sitting.send(AnswerInvitation(nudge.id, "not_today"), tom)
    assert not g.sitting.state.people.by_id[tom.participant].nudged
    g.round(32, "Ann", "Ben", "Cy")
    assert g.about("quiet_voice") == ["Tom"]
    g.sitting.send(SetCard(bring_in=BringIn.ill_say), tom)
    g.wait(SECOND)
    assert g.about("quiet_voice") == ["Tom", "Tom"]


def test_an_answer_is_given_once() -> None:
    g, nudge, tom = asked()
    g.sitting.send(AnswerInvitation(nudge.id, "not_now"), tom)
    assert g.sitting.refused(AnswerInvitation(nudge.id, "speak_next"), tom).code == "stale"


def test_only_who_was_asked_can_answer() -> None:
    g, nudge, _ = asked()
    refusal = g.sitting.refused(AnswerInvitation(nudge.id, "not_now"), Person(g.of["Ann"]))
    assert refusal.code == "unknown_nudge"
    g, nudge = quiet()
    refusal = g.sitting.refused(AnswerInvitation(nudge.id, "not_now"), Person(g.of["Tom"]))
    assert refusal.code == "unknown_nudge"


def test_somebody_without_a_device_is_asked_by_voice_not_by_a_card() -> None:
    g, nudge = quiet(seated=True)
    assert g.sitting.refused(ActOnNudge(nudge.id, "ask_privately")).code == "not_allowed"
    g.sitting.send(ActOnNudge(nudge.id, "by_voice"))
    assert g.nudge(nudge.id).life == "acted"


def test_a_nudge_offers_only_what_it_can_do() -> None:
    g, nudge = quiet()
    for action in ("give_floor", "next_item", "offer_floor", "noted", ""):
        assert g.sitting.refused(ActOnNudge(nudge.id, action)).code == "not_allowed"


def test_a_participant_knows_nothing_of_a_nudge_to_facilitators() -> None:
    g, nudge = quiet()
    for name in ("Ann", "Tom"):
        assert g.sitting.refused(DismissNudge(nudge.id), Person(g.of[name])).code == "unknown_nudge"
        assert g.sitting.refused(ActOnNudge(nudge.id, "by_voice"), Person(g.of[name])).code == "unknown_nudge"


def test_facilitators_know_nothing_of_a_private_note() -> None:
    g = Gathering("Ann", "Ben", "Cy", "Di")
    g.round(11, "Ann", "Ben", "Ann")
    [nudge] = g.nudges("dominant_voice")
    assert g.sitting.refused(DismissNudge(nudge.id)).code == "unknown_nudge"
    g.sitting.send(DismissNudge(nudge.id), Person(g.of["Ann"]))
    assert g.nudge(nudge.id).answer == "noted"


def test_what_was_dealt_with_is_dealt_with() -> None:
    g, nudge = quiet()
    g.sitting.send(DismissNudge(nudge.id))
    assert g.nudge(nudge.id).life == "dismissed"
    assert g.sitting.refused(ActOnNudge(nudge.id, "by_voice")).code == "stale"
    assert g.sitting.refused(DismissNudge(NudgeId("n99"))).code == "unknown_nudge"


def test_what_was_put_off_comes_back_if_it_still_holds() -> None:
    g, nudge = quiet()
    g.sitting.send(DismissNudge(nudge.id, snooze_ms=3 * MINUTE))
    g.round(2, "Ann", "Ben", "Cy")
    assert g.nudge(nudge.id).life == "snoozed"
    g.round(2, "Ann", "Ben", "Cy")
    assert g.nudge(nudge.id).life == "new"


def test_what_was_put_off_does_not_come_back_when_the_person_has_spoken() -> None:
    g, nudge = quiet()
    g.sitting.send(DismissNudge(nudge.id, snooze_ms=3 * MINUTE))
    g.talk("Tom", 10 * SECOND)
    g.round(4, "Ann", "Ben", "Cy")
    assert g.nudge(nudge.id).life == "expired"


@pytest.mark.parametrize("ms", [-1, 3_600_001])
def test_a_nudge_is_put_off_for_an_hour_at_most(ms: int) -> None:
    g, nudge = quiet()
    assert g.sitting.refused(DismissNudge(nudge.id, snooze_ms=ms)).code == "malformed"


def test_a_question_can_be_taken_back_until_it_is_answered() -> None:
    g, nudge, tom = asked()
    g.sitting.send(Undo(CommandId("ask")))
    nudge = g.nudge(nudge.id)
    assert (nudge.life, nudge.action, nudge.acted_at) == ("new", "", None)
    assert nudge.reached(tom.participant) is None
    g, nudge, tom = asked()
    g.sitting.send(AnswerInvitation(nudge.id, "not_now"), tom)
    assert g.sitting.refused(Undo(CommandId("ask"))).code == "undo_gone"


def test_an_invitation_ends_when_its_guest_speaks_and_not_when_others_figures_move() -> None:
    g, nudge, _ = asked()
    g.round(2, "Ann", "Ben", "Cy")
    assert g.nudge(nudge.id).ended_at is None
    g.talk("Tom", 5 * SECOND)
    nudge = g.nudge(nudge.id)
    assert nudge.ended_at is not None
    assert nudge.life == "acted"
    g, nudge, _ = asked()
    g.round(11, "Ann", "Ben", "Cy")
    ended_at = g.nudge(nudge.id).ended_at
    assert ended_at is not None
    assert nudge.acted_at is not None
    assert 0 <= ended_at - (nudge.acted_at + 10 * MINUTE) < SECOND


def test_somebody_who_had_a_private_note_a_moment_ago_is_not_asked_on_top_of_it() -> None:
    g = Gathering("Ann", "Ben", "Cy", "Tom")
    g.round(30, "Ann", "Ben", "Cy")
    for name in ("Ann", "Ben", "Cy"):
        g.sitting.send(SetListening(True), Person(g.of[name]))
    g.talk("Tom", 200 * SECOND)
    g.wait(390 * SECOND)
    g.sitting.send(RaiseHand(), Person(g.of["Ben"]))
    g.wait(15 * SECOND)
    [note] = g.nudges("dominant_voice")
    nudge = g.nudges("quiet_voice")[-1]
    assert [g.name(note.subject), g.name(nudge.subject), nudge.life] == ["Tom", "Tom", "new"]
    assert g.sitting.refused(ActOnNudge(nudge.id, "ask_privately")).code == "too_many"
    g.wait(90 * SECOND)
    g.sitting.send(ActOnNudge(nudge.id, "ask_privately"))


def test_a_hush_holds_back_facilitators_nudges_until_it_ends_or_is_ended() -> None:
    g = Gathering("Ann", "Ben", "Cy", "Tom")
    g.sitting.send(HushNudges(60 * MINUTE))
    g.round(12, "Ann", "Ben", "Cy")
    assert g.about("quiet_voice") == []
    g.sitting.send(HushNudges(0))
    g.wait(SECOND)
    assert g.about("quiet_voice") == ["Tom"]
    assert g.sitting.refused(HushNudges(-1)).code == "malformed"
