"""One person who stands twice in the room becomes one, with all that either did."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation.actors import Person, Server
from app.facilitation.commands import (
    AnswerCheck,
    ClaimMicrophone,
    CloseCheck,
    CloseScoring,
    CollectIdeas,
    EndSession,
    EndTurn,
    GiveFloor,
    GiveScore,
    MergePeople,
    OpenCheck,
    OpenConnection,
    OpenScoring,
    PublishIdeas,
    RaiseHand,
    Remove,
    Rename,
    SetCard,
    SetConsent,
    SetMode,
    SetRole,
    SettleObjection,
    StartBreakout,
    StartSpeech,
    StopSpeech,
    Undo,
    WriteIdea,
)
from app.facilitation.decider import replay
from app.facilitation.ids import (
    BootId,
    CheckId,
    CheckKind,
    CollectionId,
    CommandId,
    ConnectionId,
    Consent,
    IdeaKind,
    Mode,
    ObjectionId,
    ParticipantId,
    Role,
    RoundId,
)
from app.facilitation.merit.questions import Question
from app.facilitation.report import Reader, report
from app.facilitation.speech import Source
from app.facilitation.views import DESK, ROOM, render
from app.facilitation.views.you import you_view
from tests.facilitation.sitting import Sitting, sitting

NAMES = ("Ann", "Bo", "Cy", "Di")


class Twice:
    """The same meeting with Ann once in it, or twice: on a phone, and seated from a list."""

    def __init__(self, *, twice: bool) -> None:
        self.s = sitting(Mode.open)
        self.who = {name: self.s.join(name).participant for name in NAMES}
        (again,) = self.s.seat("Ann from the list")
        self.again = again if twice else self.who["Ann"]
        # Where she is in it once, the other leaves at once; so all else is numbered alike.
        self.s.send(SetRole(again, Role.participant) if twice else Remove(again))
        self.twice = twice

    def id(self, name: str, again: bool) -> ParticipantId:
        return self.again if again and name == "Ann" else self.who[name]

    def talk(self, who: ParticipantId, ms: int) -> None:
        self.s.send(StartSpeech(Source.tap, who))
        self.s.wait(ms)
        self.s.send(StopSpeech(Source.tap, who))

    def turn(self, who: ParticipantId, ms: int) -> None:
        self.s.send(GiveFloor(who))
        self.s.wait(ms)
        turn = self.s.state.floor.turn
        assert turn is not None
        self.s.send(EndTurn(turn.id))

    def merge(self) -> None:
        if self.twice:
            self.s.send(MergePeople(self.who["Ann"], self.again))

    def told(self) -> Any:
        """The whole report for facilitators in which people stand by their names, but for nudges: those
        were raised while Ann was two.
        """
        text = json.dumps(report(self.s.state, self.s.now, Reader("facilitator")))
        for person in self.s.state.people.by_id.values():
            text = text.replace(f'"{person.id}"', f'"{person.name}"')
        told = json.loads(text)
        assert "nudges" in told
        return {part: told[part] for part in told if part != "nudges"}


said = st.tuples(
    st.sampled_from(("talk", "turn", "wait")),
    st.sampled_from((*NAMES, "Ann", "Ann")),
    st.booleans(),
    st.integers(0, 40_000),
)
again = st.booleans()


@settings(max_examples=25)
@given(st.lists(said, max_size=10), st.lists(said, max_size=4), st.lists(again, min_size=5, max_size=5))
def test_what_is_told_of_who_stood_twice_is_what_one_person_all_along_would_be_told(
    before: list[tuple[str, str, bool, int]], after: list[tuple[str, str, bool, int]], as_whom: list[bool]
) -> None:
    told = []
    for twice in (False, True):
        m = Twice(twice=twice)
        steps(m, before)
        deliberate(m, as_whom)
        m.merge()
        steps(m, after)
        m.s.send(EndSession())
        told.append(m.told())
        assert replay(m.s.log) == m.s.state
    assert told[0] == told[1]


def steps(m: Twice, script: list[tuple[str, str, bool, int]]) -> None:
    for what, name, again, ms in script:
        who = m.id(name, again and not m.s.state.people.merged)
        if what == "wait":
            m.s.wait(ms)
        elif what == "talk":
            m.s.send(SetMode(Mode.open))
            m.talk(who, ms)
        else:
            m.s.send(SetMode(Mode.queue))
            m.turn(who, ms)


def deliberate(m: Twice, as_whom: list[bool]) -> None:
    """Ideas, scores and a check by name, each of Ann's given as one of the two."""
    s = m.s
    collection = CollectionId(s.send(CollectIdeas("What would help?")).made or "")
    for number, name in enumerate(("Bo", "Cy", "Ann", "Ann")):
        who = m.id(name, as_whom[number])
        s.send(WriteIdea(IdeaKind.proposal, f"Idea {number}", participant=who), Person(who))
    s.send(PublishIdeas(collection))
    ideas = tuple(sorted(s.state.ideas.order, key=lambda idea: s.state.ideas.by_id[idea].text))
    scored = RoundId(s.send(OpenScoring(ideas, even_so=True)).made or "")
    for place, idea in enumerate(ideas):
        for number, name in enumerate(NAMES):
            for question in (Question.suitable, Question.acceptable):
                who = m.id(name, as_whom[place])
                s.send(GiveScore(scored, idea, question, 1 + (place + number) % 5), Person(who))
    s.send(CloseScoring(scored))
    check = CheckId(s.send(OpenCheck(CheckKind.fist, "Shall we?", named=True)).made or "")
    for number, name in enumerate(NAMES[:3]):
        who = m.id(name, as_whom[4])
        s.send(AnswerCheck(check, number), Person(who))
    s.send(CloseCheck(check))


def two() -> tuple[Sitting, Person, ParticipantId]:
    """Ann on a phone, who was also seated from a list; somebody else."""
    s = sitting()
    ann = s.join("Ann")
    (listed,) = s.seat("Ann from the list")
    s.join("Bo")
    return s, ann, listed


def test_nobody_is_left_of_the_second_one_and_the_views_know_one_person() -> None:
    s, ann, listed = two()
    s.send(MergePeople(ann.participant, listed))
    shown = json.dumps([render(ROOM, s.state).view, render(DESK, s.state).view])
    assert listed not in shown
    assert render(ROOM, s.state).view["people"]["counts"]["here"] == 3  # type: ignore[index, call-overload]
    assert s.state.people.by_id[ann.participant].seated
    newcomer = s.join("Cy").participant
    assert s.state.people.by_id[newcomer].number == 5


def test_of_two_hands_the_one_that_was_up_first_stays() -> None:
    s, ann, listed = two()
    s.send(RaiseHand(listed))
    first_at = s.now
    s.send(RaiseHand(), ann, after=5_000)
    s.send(MergePeople(ann.participant, listed), after=1_000)
    assert s.state.queue.order == (ann.participant,)
    assert s.state.queue.hands[ann.participant].asked_at == first_at


def test_both_links_lead_to_the_one_who_stays() -> None:
    s = sitting()
    ann, second = s.join("Ann"), s.join("Ann on the train")
    both_say_so(s, ann, second)
    s.send(RaiseHand(), second, id="raised")
    s.send(MergePeople(ann.participant, second.participant))
    again = s.send(RaiseHand(), second, id="raised")
    assert s.state.queue.order == (ann.participant,), "sent again, it is one hand"
    assert again.seq < s.state.seq
    s.send(OpenConnection(ConnectionId("new"), BootId("boot"), second.participant), Server())
    assert ConnectionId("new") in s.state.people.by_id[ann.participant].connections
    s.send(Rename(second.participant, "Ann Lee"), second)
    assert s.state.people.by_id[ann.participant].name == "Ann Lee"


def test_who_went_into_one_who_goes_into_a_third_is_the_third() -> None:
    s, ann, listed = two()
    third = s.join("Ann at home")
    s.send(MergePeople(ann.participant, listed))
    both_say_so(s, ann, third)
    s.send(MergePeople(third.participant, ann.participant))
    assert s.state.people.stands(listed) == s.state.people.stands(ann.participant) == third.participant
    s.send(RaiseHand(listed))
    assert s.state.queue.order == (third.participant,)


def test_a_microphone_and_a_supporter_go_with_whom_they_are_of() -> None:
    s, ann, listed = two()
    help_ = s.join("Sue", Role.supporter)
    s.send(SetCard(participant=listed, supporter=help_.participant))
    s.send(SetConsent(Consent.microphone, True), ann)
    s.send(ClaimMicrophone("phone", alone=True), ann)
    s.send(MergePeople(listed, ann.participant))
    assert set(s.state.sources.microphones) == {listed}
    assert s.state.people.by_id[listed].card.supporter == help_.participant
    assert you_view(s.state, help_.participant)["supports"] == [listed]


def test_it_is_not_taken_back_and_nothing_that_was_theirs_alone_is() -> None:
    s, ann, listed = two()
    s.send(Rename(listed, "Anna"), id="renamed")
    s.send(MergePeople(ann.participant, listed), id="merged")
    for command in ("renamed", "merged"):
        assert s.refused(Undo(CommandId(command))).code == "undo_gone"


def test_nobody_gets_what_somebody_told_their_own_device_unless_both_devices_say_that_they_are_one() -> None:
    s, ann, listed = two()
    spy = s.join("Ann too")
    (filler,) = s.seat("Filler")
    s.send(SetConsent(Consent.one_person, True), spy)
    s.send(MergePeople(ann.participant, listed))
    for one, other in ((ann, spy), (spy, ann)):
        assert s.refused(MergePeople(one.participant, other.participant)).code == "no_consent"
    s.send(MergePeople(filler, spy.participant))
    assert s.refused(MergePeople(ann.participant, filler)).code == "no_consent", "a detour is none"
    s.send(SetConsent(Consent.one_person, True), ann)
    assert s.refused(MergePeople(ann.participant, filler)).code == "no_consent", "said once, it is used once"
    s.send(SetConsent(Consent.one_person, True), spy)
    s.send(MergePeople(ann.participant, filler))
    assert Consent.one_person not in s.state.people.by_id[ann.participant].consents


def test_what_somebody_without_a_device_answered_without_a_name_stays_off_anybodys_device() -> None:
    s, ann, listed = two()
    check = CheckId(s.send(OpenCheck(CheckKind.fist, "Shall we?")).made or "")
    s.send(AnswerCheck(check, 1, participant=listed))
    assert s.refused(MergePeople(ann.participant, listed)).code == "stale"
    s.send(CloseCheck(check))
    s.send(MergePeople(ann.participant, listed))
    assert "check" not in you_view(s.state, ann.participant)


def test_an_objection_that_was_written_down_for_somebody_is_theirs_to_settle_on_their_own_device() -> None:
    s, ann, listed = two()
    check = CheckId(s.send(OpenCheck(CheckKind.consent, "Shall we?", named=True)).made or "")
    s.send(AnswerCheck(check, 0, reason="It takes the Sunday bus", participant=listed))
    s.send(CloseCheck(check))
    assert "check" not in you_view(s.state, ann.participant)
    s.send(MergePeople(ann.participant, listed))
    own: Any = you_view(s.state, ann.participant)["check"]
    [objection] = own["objections"]
    s.send(SettleObjection(check, ObjectionId(objection), "integrated"), ann)


def both_say_so(s: Sitting, *people: Person) -> None:
    for one in people:
        s.send(SetConsent(Consent.one_person, True), one)


def test_only_two_with_one_part_become_one_and_not_while_they_are_in_groups() -> None:
    s, ann, listed = two()
    assert s.refused(MergePeople(ann.participant, ann.participant)).code == "stale"
    assert s.refused(MergePeople(ann.participant, s.facilitator.participant)).code == "not_one"
    s.send(StartBreakout(2))
    assert s.refused(MergePeople(ann.participant, listed)).code == "stale"
