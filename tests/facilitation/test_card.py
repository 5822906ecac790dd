"""How I take part: what is said on a private card acts, and is nobody else's to read."""

from typing import Any

import pytest

from app.facilitation.actors import Person
from app.facilitation.card import MORE_TIME
from app.facilitation.commands import (
    ActOnNudge,
    AnswerCheck,
    ClaimMicrophone,
    CollectIdeas,
    GiveFloor,
    GiveResistance,
    GiveScore,
    OpenCheck,
    OpenResistance,
    OpenScoring,
    PublishIdeas,
    RaiseHand,
    Rename,
    SetCard,
    SetConsent,
    SetMode,
    SetTurnLimit,
    StartSpeech,
    WriteIdea,
)
from app.facilitation.ids import (
    BringIn,
    CheckId,
    CheckKind,
    CollectionId,
    Consent,
    IdeaId,
    IdeaKind,
    Mode,
    ParticipantId,
    Place,
    Role,
    RoundId,
    SurveyId,
)
from app.facilitation.merit.questions import Question
from app.facilitation.nudges.record import Nudge
from app.facilitation.nudges.registry import rule_of
from app.facilitation.resisting.record import LEAVE
from app.facilitation.speech import Source
from app.facilitation.views import DESK, ROOM, render, you_view
from tests.facilitation.nudges.gathering import SECOND, Gathering
from tests.facilitation.sitting import Sitting, sitting

LIMIT_MS = 60_000


def ben(s: Sitting) -> Person:
    return s.join("Ben")


def test_what_is_not_given_stays_as_it_was() -> None:
    s = sitting()
    who = ben(s)
    s.send(SetCard(bring_in=BringIn.call_on_me), who)
    s.send(SetCard(more_time=True), who)
    assert you_view(s.state, who.participant)["card"] == {
        "bring_in": "call_on_me",
        "more_time": True,
        "no_clock": False,
        "no_microphone": False,
    }


def test_the_same_card_again_is_no_news() -> None:
    s = sitting()
    who = ben(s)
    s.send(SetCard(more_time=True), who)
    told = len(s.log)
    s.send(SetCard(more_time=True), who)
    assert len(s.log) == told


def test_nobody_else_reads_it() -> None:
    s = sitting()
    who = ben(s)
    room, desk = render(ROOM, s.state).view, render(DESK, s.state).view
    s.send(SetCard(bring_in=BringIn.call_on_me, more_time=True, no_clock=True, no_microphone=True), who)
    assert render(ROOM, s.state).view == room
    assert render(DESK, s.state).view == desk


def test_a_facilitator_fills_it_in_for_somebody_without_a_device_and_for_nobody_else() -> None:
    s = sitting()
    who, other = ben(s), s.join("Ann")
    [dee] = s.seat("Dee")
    for sender in (other, s.facilitator):
        assert s.refused(SetCard(who.participant, BringIn.please_dont), sender).code == "not_allowed"
    assert s.refused(SetCard(dee, BringIn.please_dont), other).code == "not_allowed"
    s.send(SetCard(dee, BringIn.please_dont))
    assert not s.state.people.by_id[dee].nudged


def test_more_time_and_no_clock_are_the_turns_own() -> None:
    s = sitting()
    who, ann = ben(s), s.join("Ann")
    s.send(SetTurnLimit(LIMIT_MS))
    s.send(SetCard(more_time=True), who)
    s.send(GiveFloor(who.participant))
    assert s.state.floor.turn is not None
    assert s.state.floor.turn.limit_ms == LIMIT_MS * MORE_TIME
    s.send(GiveFloor(ann.participant, s.state.floor.turn.id))
    assert s.state.floor.turn.limit_ms == LIMIT_MS
    s.send(SetCard(no_clock=True), who)
    s.send(GiveFloor(who.participant, s.state.floor.turn.id))
    assert s.state.floor.turn.limit_ms == 0


def test_who_is_hard_for_machines_to_hear_is_covered_by_no_microphone() -> None:
    s = sitting(Mode.open)
    who = ben(s)
    s.send(SetConsent(Consent.microphone, given=True), who)
    s.send(ClaimMicrophone("page", alone=True), who)
    s.send(StartSpeech(Source.mic), who)
    s.send(SetCard(no_microphone=True), who, after=2_000)
    assert who.participant not in s.state.sources.covers.get(Source.mic, frozenset())
    assert (who.participant, Source.mic) not in s.state.sources.open
    assert s.refused(ClaimMicrophone("page", alone=True), who).code == "not_allowed"
    s.send(SetCard(no_microphone=False), who)
    s.send(ClaimMicrophone("page", alone=True), who)


def with_supporter() -> tuple[Sitting, Person, Person]:
    """Ben, and Sam who is there for him."""
    s = sitting(Mode.queue)
    who, sam = ben(s), s.join("Sam", Role.supporter, Place.in_room)
    s.send(SetCard(supporter=sam.participant), who)
    return s, who, sam


def test_a_supporter_acts_for_who_named_them_and_it_counts_for_that_person() -> None:
    s, who, sam = with_supporter()
    assert you_view(s.state, sam.participant)["supports"] == [who.participant]
    s.send(RaiseHand(who.participant), sam)
    assert set(s.state.queue.hands) == {who.participant}
    s.send(StartSpeech(Source.tap, who.participant), sam)
    assert (who.participant, Source.tap) in s.state.sources.open


def test_what_a_supporter_does_is_not_shown_as_a_facilitators() -> None:
    s, who, sam = with_supporter()
    s.send(RaiseHand(who.participant), sam)
    assert not s.state.queue.hands[who.participant].by_facilitator


def test_a_supporters_tap_covers_nobody_but_whom_it_is_for() -> None:
    s, who, sam = with_supporter()
    s.join("Ann")
    s.send(StartSpeech(Source.tap, who.participant), sam)
    assert s.state.sources.covers[Source.tap] == {who.participant}
    assert s.state.sources.everyone == frozenset()


def test_a_supporter_may_not_do_everything_nor_act_for_others() -> None:
    s, who, sam = with_supporter()
    ann = s.join("Ann")
    assert s.refused(RaiseHand(ann.participant), sam).code == "not_allowed"
    assert s.refused(Rename(who.participant, "Benny"), sam).code == "not_allowed"
    s.send(SetCard(supporter=ParticipantId("")), who)
    assert s.refused(RaiseHand(who.participant), sam).code == "not_allowed"
    assert you_view(s.state, sam.participant)["supports"] == []


def test_a_supporter_writes_and_answers_for_who_named_them_even_if_they_have_a_device() -> None:
    s, who, sam = with_supporter()
    ann, cy = s.join("Ann"), s.join("Cy")
    collection = CollectionId(s.send(CollectIdeas()).made or "")
    idea = IdeaId(s.send(WriteIdea(IdeaKind.proposal, "A ramp", participant=who.participant), sam).made or "")
    assert (s.state.ideas.by_id[idea].author, s.state.ideas.by_id[idea].typed_by) == (
        who.participant,
        sam.participant,
    )
    sams: Any = you_view(s.state, sam.participant)
    his: Any = you_view(s.state, who.participant)
    assert sams["ideas"]["by_id"][idea]["for"] == who.participant
    assert idea in his["ideas"]["order"]
    assert "ideas" not in you_view(s.state, s.facilitator.participant)
    for other in (ann, cy):
        s.send(WriteIdea(IdeaKind.proposal, "Benches"), other)
    s.send(PublishIdeas(collection))
    round_ = RoundId(s.send(OpenScoring((idea,))).made or "")
    s.send(GiveScore(round_, idea, Question.feasible, 4, participant=who.participant), sam)
    check = CheckId(s.send(OpenCheck(CheckKind.fist, "Shall we?")).made or "")
    s.send(AnswerCheck(check, 3, participant=who.participant), sam)
    survey = SurveyId(s.send(OpenResistance((idea,))).made or "")
    s.send(GiveResistance(survey, LEAVE, 7, participant=who.participant), sam)
    # It counts for Ben, once, and Sam is asked nothing and counted nowhere.
    room: Any = render(ROOM, s.state).view
    for part in ("scoring", "checks", "resistance"):
        assert (room[part]["open"]["answered"], room[part]["open"]["asked"]) == (1, 3)
    s.send(AnswerCheck(check, 5), who)
    assert s.state.checks.by_id[check].answers[who.participant].answer == 5
    # A facilitator still may not, for he has a device; nor may Sam for who did not name her.
    for command in (
        GiveScore(round_, idea, Question.feasible, 1, participant=who.participant),
        AnswerCheck(check, 0, participant=who.participant),
        GiveResistance(survey, LEAVE, 0, participant=who.participant),
    ):
        assert s.refused(command).code == "not_allowed"
    assert s.refused(AnswerCheck(check, 0, participant=ann.participant), sam).code == "not_allowed"
    assert s.refused(AnswerCheck(check, 0), sam).code == "not_allowed"


def test_only_somebody_who_is_here_as_a_supporter_can_be_named() -> None:
    s = sitting()
    who, ann = ben(s), s.join("Ann")
    for other in (ann, who):
        assert s.refused(SetCard(supporter=other.participant), who).code == "unknown_participant"


def quiet(bring_in: BringIn) -> tuple[Gathering, Person, Nudge]:
    """Tom, whose card says this, has just been called quiet, to facilitators."""
    g = Gathering("Ann", "Ben", "Cy", "Tom")
    tom = Person(g.of["Tom"])
    g.sitting.send(SetCard(bring_in=bring_in), tom)
    g.round(10, "Ann", "Ben", "Cy")
    g.wait(SECOND)
    [nudge] = g.nudges("quiet_voice")
    return g, tom, nudge


@pytest.mark.parametrize(
    ("bring_in", "offered"),
    [
        (BringIn.call_on_me, ("offer_floor", "ask_privately", "go_round", "by_voice")),
        (BringIn.ask_privately, ("ask_privately", "go_round", "by_voice")),
        (BringIn.ill_say, ("ask_privately", "go_round", "by_voice")),
    ],
)
def test_the_floor_is_offered_only_to_who_said_call_on_me(
    bring_in: BringIn, offered: tuple[str, ...]
) -> None:
    g, _, nudge = quiet(bring_in)
    assert rule_of(nudge.rule).actions(g.sitting.state, nudge) == offered


def test_offering_the_floor_puts_them_next() -> None:
    g, tom, nudge = quiet(BringIn.call_on_me)
    g.sitting.send(SetMode(Mode.queue))
    for name in ("Ann", "Ben"):
        g.sitting.send(RaiseHand(), Person(g.of[name]))
    g.sitting.send(ActOnNudge(nudge.id, "offer_floor"))
    assert g.sitting.state.queue.order[0] == tom.participant
    assert g.sitting.state.queue.whys[tom.participant] == "moved"
