"""Breakout groups: each has the meeting's rules in small, and what was under way is kept."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation import decider
from app.facilitation.actors import Person
from app.facilitation.breakouts.dealing import dealt
from app.facilitation.commands import (
    CallBack,
    Command,
    EndBreak,
    EndBreakout,
    EndTurn,
    GiveFloor,
    LowerHand,
    MoveToGroup,
    NextTurn,
    RaiseHand,
    Remove,
    Rename,
    ReportGroup,
    SetMode,
    SetPerspective,
    StartBreakout,
    StartSpeech,
    StopSpeech,
)
from app.facilitation.ids import GroupId, Mode, ParticipantId, PerspectiveUse, Place, Role, TurnId
from app.facilitation.report import Reader, report
from app.facilitation.speaking import SILENT_SOURCE_MS
from app.facilitation.speech import Source
from app.facilitation.views import DESK, ROOM, render, you_view
from tests.facilitation.sitting import Sitting, sitting

G1, G2 = GroupId("g1"), GroupId("g2")


def room(s: Sitting) -> Any:
    return render(ROOM, s.state).view


def parted() -> tuple[Sitting, list[Person]]:
    """Ana and Ben in one group, Cal and Dee in the other, with Eli, who has no device, at Ana's table."""
    s = sitting()
    people = [s.join(name) for name in ("Ana", "Ben", "Cal", "Dee")]
    eli = s.seat("Eli")[0]
    ids = [person.participant for person in people]
    s.send(StartBreakout(by="hand", groups=((ids[0], ids[1], eli), (ids[2], ids[3]))), after=5_000)
    return s, people


def test_each_group_has_a_floor_and_a_queue_of_its_own() -> None:
    s, (ana, ben, cal, _) = parted()
    s.send(RaiseHand(), ana)
    s.send(RaiseHand(), cal)
    s.send(NextTurn(), ben)
    s.send(NextTurn(), cal, after=2_000)
    groups = room(s)["breakout"]["groups"]
    assert groups[G1]["floor"]["turn"]["participant"] == ana.participant
    assert groups[G2]["floor"]["turn"]["participant"] == cal.participant
    assert room(s)["queue"]["order"] == [] and "turn" not in room(s)["floor"]
    assert s.refused(NextTurn(TurnId("t9")), ben).code == "stale"


def test_whose_turn_comes_next_in_a_group_follows_what_was_said_in_the_group() -> None:
    s, (ana, ben, cal, _) = parted()
    s.send(RaiseHand(), ana)
    s.send(NextTurn(), ana)
    s.send(RaiseHand(), ben, after=60_000)
    s.send(EndTurn(TurnId("t1")), ana)
    s.send(RaiseHand(), ana)
    assert s.names(s.state.breakout.groups[G1].state.queue.order) == "Ben Ana"
    desk: Any = render(DESK, s.state).view["breakout"]
    assert desk[G1][ana.participant] == {"talk_ms": 60_000, "turns": 1}
    assert desk[G2][cal.participant] == {"talk_ms": 0, "turns": 0}


def test_ones_own_hand_and_place_are_those_in_the_group() -> None:
    s, (ana, ben, _, _) = parted()
    s.send(RaiseHand(), ana)
    assert you_view(s.state, ana.participant)["group"] == G1
    assert "hand" in you_view(s.state, ana.participant)
    assert "hand" not in you_view(s.state, ben.participant)


def test_a_neighbour_or_a_facilitator_raises_the_hand_of_whoever_has_no_device() -> None:
    s, (ana, _, cal, _) = parted()
    eli = s.state.people.order[-1]
    s.send(RaiseHand(participant=eli), ana)
    assert eli in s.state.breakout.groups[G1].state.queue.hands
    s.send(LowerHand(eli))
    assert s.refused(RaiseHand(participant=eli), cal).code == "not_allowed"
    assert s.refused(RaiseHand(participant=ana.participant), cal).code == "not_allowed"


def test_a_group_talks_freely_when_anybody_in_it_says_so_and_the_others_go_on_by_turns() -> None:
    s, (ana, ben, cal, _) = parted()
    s.send(RaiseHand(), ana)
    s.send(NextTurn(), ana)
    s.send(SetMode(Mode.open), ben, after=2_000)
    groups = room(s)["breakout"]["groups"]
    assert (groups[G1]["floor"]["mode"], groups[G2]["floor"]["mode"]) == ("open", "queue")
    assert "turn" not in groups[G1]["floor"]
    assert room(s)["floor"]["mode"] == "queue"
    s.send(StartSpeech(Source.tap), ben)
    assert list(room(s)["breakout"]["groups"][G1]["speaking"]) == [ben.participant]
    assert room(s)["speaking"] == {}
    s.send(StopSpeech(Source.tap), ben, after=9_000)
    desk: Any = render(DESK, s.state).view["breakout"]
    assert desk[G1][ben.participant]["talk_ms"] == 9_000
    s.send(SetMode(Mode.queue), ana)
    assert s.state.breakout.groups[G1].state.floor.mode is Mode.queue
    assert s.refused(SetMode(Mode.listening), cal).code == "not_allowed"
    assert s.refused(SetMode(Mode.open), s.join("Late")).code == "not_allowed"


def test_a_tap_in_a_group_that_is_not_heard_of_any_more_has_ended() -> None:
    s, (ana, *_) = parted()
    s.send(SetMode(Mode.open), ana)
    s.send(StartSpeech(Source.tap), ana)
    s.wait(SILENT_SOURCE_MS)
    assert "speaking" not in room(s)["breakout"]["groups"][G1]


def test_who_speaks_freely_and_goes_to_another_group_speaks_in_neither() -> None:
    s, (ana, *_) = parted()
    s.send(SetMode(Mode.open), ana)
    s.send(StartSpeech(Source.tap), ana)
    s.send(MoveToGroup(ana.participant, G2), after=3_000)
    groups = room(s)["breakout"]["groups"]
    assert "speaking" not in groups[G1]
    assert "speaking" not in groups[G2]
    s.wait(2 * SILENT_SOURCE_MS)
    assert decider.replay(s.log) == s.state


def test_meanwhile_the_meeting_of_all_rests_and_goes_on_where_it_stood() -> None:
    s = sitting()
    ana, ben = s.join("Ana"), s.join("Ben")
    s.send(GiveFloor(ana.participant))
    s.wait(20_000)
    s.send(RaiseHand(), ben)
    s.send(StartBreakout(count=2))
    before = s.state.speech.figures(s.now).people[ana.participant].talk_ms
    for _ in range(3):
        s.wait(100_000)
    assert s.state.speech.figures(s.now).people[ana.participant].talk_ms == before == 20_000
    assert s.refused(EndBreak()).code == "on_break"
    s.send(EndBreakout())
    turn = s.state.floor.turn
    assert turn is not None and turn.participant == ana.participant and turn.paused_at is None
    assert turn.spent_ms(s.now) == 20_000
    assert s.names(s.state.queue.order) == "Ben"


def test_called_back_they_are_together_by_themselves_when_the_countdown_is_over() -> None:
    s, (ana, _, _, _) = parted()
    s.send(CallBack(60_000))
    assert room(s)["breakout"]["until_at"] == s.now + 60_000
    s.wait(59_000)
    assert "group" in you_view(s.state, ana.participant)
    s.wait(1_000)
    assert "group" not in you_view(s.state, ana.participant)
    assert s.state.floor.rest is None


def test_what_each_group_found_is_kept_in_its_words_and_reported() -> None:
    s, (ana, _, cal, _) = parted()
    assert s.refused(ReportGroup("Ours", G2), ana).code == "not_allowed"
    s.send(ReportGroup("Benches come first."), ana)
    s.send(RaiseHand(), cal)
    s.send(NextTurn(), cal)
    s.wait(30_000)
    s.send(EndBreakout())
    assert room(s)["breakout"]["reports"] == [{"name": "Group 1", "text": "Benches come first."}]
    assert report(s.state, s.now, Reader("public"))["breakouts"] == [
        {"name": "Group 1", "people": 3, "spoke": 0, "turns": 0, "report": "Benches come first."},
        {"name": "Group 2", "people": 2, "spoke": 1, "turns": 1, "report": ""},
    ]


def test_who_moves_leaves_hand_and_turn_behind_and_is_counted_in_the_other_group() -> None:
    s, (_, ben, cal, _) = parted()
    s.send(RaiseHand(), cal)
    s.send(NextTurn(), cal)
    s.send(MoveToGroup(cal.participant, G1), after=10_000)
    assert s.state.breakout.groups[G2].state.floor.turn is None
    s.send(RaiseHand(), cal)
    assert s.names(s.state.breakout.groups[G1].state.queue.order) == "Cal"
    s.send(MoveToGroup(ben.participant, None))
    assert "group" not in you_view(s.state, ben.participant)


def test_who_is_called_otherwise_or_taken_out_is_so_in_the_group() -> None:
    s, (ana, ben, _, _) = parted()
    s.send(Rename(ben.participant, "Benedict"))
    assert s.state.breakout.groups[G1].state.people.by_id[ben.participant].name == "Benedict"
    s.send(RaiseHand(), ana)
    s.send(NextTurn(), ana)
    s.send(Remove(ana.participant))
    inner = s.state.breakout.groups[G1].state
    assert ana.participant not in inner.people.by_id and inner.floor.turn is None


@pytest.mark.parametrize("count", [0, 1, 3, 13])
def test_there_are_two_to_twelve_groups_and_none_is_empty(count: int) -> None:
    s = sitting()
    s.join("Ana")
    s.join("Ben")
    assert s.refused(StartBreakout(count=count)).code == "bad_groups"


def test_by_hand_nobody_is_in_two_groups_and_facilitators_are_in_none() -> None:
    s = sitting()
    ana, ben = s.join("Ana").participant, s.join("Ben").participant
    assert s.refused(StartBreakout(by="hand", groups=((ana,), (ana, ben)))).code == "bad_groups"
    fay = s.facilitator.participant
    assert s.refused(StartBreakout(by="hand", groups=((ana,), (ben, fay)))).code == "not_allowed"


@given(st.data())
def test_mixed_groups_have_as_many_of_each_kind_or_one_more(data: st.DataObject) -> None:
    s = sitting()
    people = []
    for n in range(data.draw(st.integers(2, 14))):
        person = s.join(f"P{n}", Role.participant, data.draw(st.sampled_from(Place)))
        label = data.draw(st.sampled_from(["", "professional", "both"]))
        if label:
            s.send(SetPerspective(label, PerspectiveUse.beside_name), person)
        people.append(s.state.people.by_id[person.participant])
    count = data.draw(st.integers(2, len(people)))
    groups = dealt(people, count, data.draw(st.integers(0, 2**32)), mixed=True)
    assert sorted(who for group in groups for who in group) == sorted(p.id for p in people)
    kinds: dict[ParticipantId, object] = {
        p.id: (p.place is Place.in_room, p.perspective.label if p.perspective else "") for p in people
    }
    for kind in set(kinds.values()):
        each = [sum(kinds[who] == kind for who in group) for group in groups]
        assert max(each) - min(each) <= 1
    assert max(map(len, groups)) - min(map(len, groups)) <= 1


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_any_course_of_groups_replays_to_the_same_state(data: st.DataObject) -> None:
    s, people = parted()
    for _ in range(data.draw(st.integers(0, 25))):
        who = data.draw(st.sampled_from(people))
        group = s.state.breakout.of(who.participant)
        turn = group.state.floor.turn if group is not None else s.state.floor.turn
        believed = turn.id if turn is not None else None
        commands: list[Command] = [
            RaiseHand(),
            LowerHand(),
            NextTurn(believed),
            SetMode(data.draw(st.sampled_from([Mode.open, Mode.queue]))),
            StartSpeech(Source.tap),
            StopSpeech(Source.tap),
            MoveToGroup(who.participant, data.draw(st.sampled_from([G1, G2, None]))),
            Rename(who.participant, f"N{s.made}"),
            CallBack(5_000),
            StartBreakout(count=2, by="mixed"),
            EndBreakout(),
        ]
        command = data.draw(st.sampled_from(commands))
        in_it = RaiseHand | LowerHand | NextTurn | SetMode | StartSpeech | StopSpeech
        by_all = isinstance(command, in_it)
        try:
            s.send(command, who if by_all else None)
        except decider.Refused:
            continue
        finally:
            s.wait(data.draw(st.sampled_from([0, 800, 20_000])))
    assert decider.replay(s.log) == s.state
