"""What nudges say to a group that leads itself: the same rules and dose, nobody named, no figure; and what
was said privately stays where it was said.
"""

import json
from itertools import pairwise

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.facilitation import decider
from app.facilitation.actors import Person
from app.facilitation.commands import (
    ActOnNudge,
    DismissNudge,
    HandOver,
    HushNudges,
    MuteNudges,
    NextItem,
    RaiseHand,
    SetAgenda,
    SetCard,
    TakeOver,
    Undo,
)
from app.facilitation.events import NudgeForwarded, NudgeRaised
from app.facilitation.ids import BringIn, CommandId, Mode
from app.facilitation.nudges.registry import RULES
from app.facilitation.nudges.views import desk_nudges
from app.facilitation.report import Reader, report
from app.facilitation.state import State
from app.facilitation.views import DESK, ROOM, render, you_view
from tests.facilitation.nudges.gathering import MINUTE, SECOND, Gathering
from tests.facilitation.nudges.random_meetings import Meeting, Said, meetings
from tests.facilitation.nudges.test_dominant_voice import led_by_ann
from tests.facilitation.sitting import KEY

FIVE = ("Ann", "Ben", "Cy", "Di", "Tom")
TO_GROUP = {"quiet_voice", "hand_waiting", "break_due", "agenda_over", "dead_air"}


def asked(g: Gathering) -> dict[str, object]:
    """What everybody's screens show of the nudges to the group."""
    view = render(ROOM, g.sitting.state).view["lead"]
    assert isinstance(view, dict)
    nudges = view.get("nudges", {"by_id": {}})
    assert isinstance(nudges, dict)
    return dict(nudges["by_id"])  # type: ignore[arg-type]  # its shape is the view's


def without_tom(*, names: tuple[str, ...] = FIVE, led_from: int = 0) -> Gathering:
    """All but Tom share the talk for 13 minutes; after `led_from` of them the group leads itself."""
    g = Gathering(*names)
    if led_from:
        g.round(led_from, *(name for name in names if name != "Tom"))
    g.sitting.send(HandOver(), KEY)
    g.round(13 - led_from, *(name for name in names if name != "Tom"))
    return g


def test_a_quiet_voice_is_asked_for_among_all_and_named_to_nobody() -> None:
    g = without_tom()
    assert asked(g) == {"g1": {"rule": "quiet_voice", "actions": ["go_round", "by_voice"]}}
    [nudge] = g.nudges("quiet_voice")
    assert (nudge.subject, nudge.facts, nudge.about) == (None, (), "")
    assert nudge.raised_at == g.opened_at + 10 * MINUTE
    layers = (render(layer, g.sitting.state).view for layer in (ROOM, DESK))
    everything = json.dumps([view.get("nudges", view.get("lead")) for view in layers])
    assert not any(name in everything for name in (*FIVE, *g.of.values()))
    for who in g.of.values():
        assert you_view(g.sitting.state, who)["invitations"] == {"order": [], "by_id": {}}


def test_among_four_nobody_is_asked_for_since_all_would_know_who_is_meant() -> None:
    g = without_tom(names=("Ann", "Ben", "Cy", "Tom"))
    assert g.nudges("quiet_voice") == []


def test_once_a_quiet_voice_has_spoken_or_few_are_left_it_is_over() -> None:
    g = without_tom()
    g.talk("Tom", 40 * SECOND)
    g.wait(2 * SECOND)
    assert asked(g) == {}
    g = without_tom()
    g.sitting.send(SetCard(g.of["Tom"], BringIn.please_dont), Person(g.of["Tom"]))
    g.wait(2 * SECOND)
    assert asked(g) == {}


def test_anybody_of_the_group_does_what_it_asks_says_that_it_is_done_or_leaves_it() -> None:
    for command, life in (
        (ActOnNudge, "go_round"),
        (ActOnNudge, "by_voice"),
        (DismissNudge, ""),
    ):
        g = without_tom()
        nudge = g.nudges("quiet_voice")[0].id
        ann = Person(g.of["Ann"])
        g.sitting.send(command(nudge, life) if life else command(nudge), ann, id="done")  # type: ignore[call-arg, arg-type]
        assert asked(g) == {}
        assert (g.sitting.state.floor.mode is Mode.round) == (life == "go_round")
        g.sitting.send(Undo(CommandId("done")), ann, after=1_000)
        assert (list(asked(g)), g.sitting.state.floor.mode) == ([nudge], Mode.open)


def test_a_group_extends_its_item_with_one_tap_and_moves_on_by_its_share_alone() -> None:
    g = Gathering(*FIVE, mode=Mode.queue)
    g.sitting.send(SetAgenda(("3 Welcome", "20 Talk")))
    g.sitting.send(NextItem())
    g.sitting.send(HandOver())
    g.wait(4 * MINUTE)
    first = g.sitting.state.agenda.current
    assert asked(g) == {"g1": {"rule": "agenda_over", "actions": ["five_more", "by_voice"], "about": first}}
    ann = Person(g.of["Ann"])
    refusal = g.sitting.refused(ActOnNudge(g.nudges()[0].id, "next_item"), ann)
    assert refusal.code == "not_allowed"
    g.sitting.send(ActOnNudge(g.nudges()[0].id, "five_more"), ann)
    item = g.sitting.state.agenda.item
    assert item is not None and item.extended_ms == 5 * MINUTE


def test_a_hand_that_waits_is_said_without_whose_it_is_and_once() -> None:
    g = Gathering(*FIVE, mode=Mode.queue)
    g.sitting.send(HandOver())
    g.sitting.send(RaiseHand(), Person(g.of["Ben"]))
    g.wait(11 * MINUTE)
    assert asked(g) == {"g1": {"rule": "hand_waiting", "actions": ["by_voice"]}}
    g.wait(60 * MINUTE)
    assert len(g.nudges("hand_waiting")) == 1


def test_a_silence_and_a_break_that_is_due_are_said_to_the_group() -> None:
    g = Gathering(*FIVE)
    g.sitting.send(HandOver())
    g.talk("Ann", 5 * SECOND)
    g.wait(30 * SECOND)
    assert asked(g) == {"g1": {"rule": "dead_air", "actions": ["go_round", "by_voice"]}}
    g.round(45, *FIVE)
    assert {"rule": "break_due", "actions": ["start_break", "by_voice"]} in asked(g).values()


def test_the_report_says_to_who_was_there_what_was_asked_of_all_and_what_they_did() -> None:
    g = without_tom()
    [nudge] = g.nudges("quiet_voice")
    g.sitting.send(ActOnNudge(nudge.id, "by_voice"), Person(g.of["Ann"]))
    asked_of_all = [
        {"rule": "quiet_voice", "raised_at": nudge.raised_at, "state": "acted", "action": "by_voice"}
    ]
    for reader in (Reader("facilitator"), Reader("participant", g.of["Ann"])):
        assert report(g.sitting.state, g.sitting.now, reader)["asked_of_all"] == asked_of_all
    assert "asked_of_all" not in report(g.sitting.state, g.sitting.now, Reader("public"))


def test_only_these_kinds_have_words_for_the_group() -> None:
    assert {rule.kind for rule in RULES if rule.for_group is not None} == TO_GROUP
    assert not any(rule.for_group is not None and rule.private_first for rule in RULES)


def test_who_talks_most_hears_of_it_alone_and_nobody_ever_after() -> None:
    g = Gathering("Ann", "Ben", "Cy", "Di")
    g.sitting.send(HandOver())
    led_by_ann(11, g)
    [nudge] = g.nudges("dominant_voice")
    assert [one.to for one in nudge.audience] == [g.of["Ann"]]
    led_by_ann(3, g)
    g.sitting.send(TakeOver())
    led_by_ann(5, g)
    assert [one.to for one in g.nudge(nudge.id).audience] == [g.of["Ann"]]
    assert asked(g) == {}


def test_what_was_said_privately_before_is_not_handed_on_to_who_leads_next() -> None:
    g = led_by_ann(11)
    [nudge] = g.nudges("dominant_voice")
    g.sitting.send(HandOver())
    led_by_ann(1, g)
    g.sitting.send(TakeOver())
    led_by_ann(5, g)
    assert [one.to for one in g.nudge(nudge.id).audience] == [g.of["Ann"]]


def test_whom_facilitators_were_told_of_the_group_is_not_told_of() -> None:
    g = without_tom(led_from=11)
    [nudge] = g.nudges("quiet_voice")
    assert nudge.subject == g.of["Tom"] and nudge.reached("facilitators") is not None
    g.round(6, *FIVE[:4])
    assert asked(g) == {}


def test_a_facilitator_who_takes_over_finds_no_name_for_what_was_said_to_all() -> None:
    g = without_tom()
    assert asked(g)
    g.sitting.send(TakeOver())
    assert asked(g) == {}
    g.round(6, *FIVE[:4])
    assert len(g.nudges("quiet_voice")) == 1
    assert desk_nudges(g.sitting.state)["order"] == []
    g.round(4, *FIVE[:4])
    # A silence that goes on for the kind's ten minutes is a new one, and now theirs to hear of.
    assert [nudge.subject for nudge in g.nudges("quiet_voice")[1:]] == [g.of["Tom"]]


def test_what_facilitators_want_no_more_of_today_the_group_does_not_hear_either() -> None:
    g = Gathering(*FIVE)
    g.sitting.send(MuteNudges("quiet_voice"))
    g.sitting.send(HandOver())
    g.round(13, *FIVE[:4])
    assert asked(g) == {}
    g = Gathering(*FIVE)
    g.sitting.send(HushNudges(60 * MINUTE))
    g.sitting.send(HandOver())
    g.round(13, *FIVE[:4])
    assert asked(g) == {}


def test_the_numbers_of_nudges_tell_nobody_how_many_were_private() -> None:
    g = Gathering(*FIVE)
    g.sitting.send(HandOver())
    led_by_ann(11, g)
    g.round(6, *FIVE[:2])
    ids = [nudge.id for nudge in g.nudges() if nudge.to_group]
    assert len(g.nudges()) > len(ids) > 0
    assert ids == [f"g{n}" for n in range(1, len(ids) + 1)]


laws = settings(max_examples=4, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
handed = st.lists(st.integers(0, 60), max_size=4)
LONG: list[Said] = [("talk", 0, 150), ("talk", 1, 30)] * 30


def play(told: list[Said], at: list[int], *, anew: bool = False) -> Meeting:
    """A meeting in which the lead goes over and back at these places of what is told; `anew`: each thing is
    done by a node that has just read the log.
    """
    meeting = Meeting()
    for number, (kind, one, two) in enumerate(told):
        for _ in range(at.count(number)):
            by_group = meeting.g.sitting.state.lead.by_group
            meeting.g.sitting.send(TakeOver() if by_group else HandOver(), KEY)
        meeting._move(kind, one, two)
        if anew:
            meeting.g.sitting.state = decider.replay(meeting.log)
    return meeting.play([])


@laws
@example(LONG, [0])
@example(LONG, [0, 20, 40])
@given(meetings, handed)
def test_who_leads_hears_in_one_dose_and_nothing_said_is_said_to_others(
    told: list[Said], at: list[int]
) -> None:
    meeting = play(told, at)
    leaders: list[int] = []
    by_group, state = False, State.empty()
    for recorded in meeting.log:
        match recorded.event:
            case NudgeRaised(_, rule, subject, audience, facts, raised_at):
                [one] = audience
                if one.to == "group":
                    assert by_group and rule in TO_GROUP
                    assert subject is None and facts == ()
                assert not (by_group and one.to == "facilitators")
                if one.to in {"group", "facilitators"}:
                    leaders.append(raised_at)
            case NudgeForwarded(_, at_ms):
                assert not by_group
                leaders.append(at_ms)
            case _:
                pass
        state = decider.evolve(state, recorded)
        by_group = state.lead.by_group
        if recorded.event.kind.startswith(("nudge", "lead", "invitation")):
            shown = json.dumps(render(ROOM, state).view["lead"])
            assert not any(who in shown for who in state.people.order)
            desk = desk_nudges(state)["order"]
            assert isinstance(desk, list) and not any(str(one).startswith("g") for one in desk)
            for nudge in state.nudges.by_id.values():
                reached = [one.to for one in nudge.audience]
                assert not ("group" in reached and len(reached) > 1)
    leaders.sort()
    assert all(b - a >= 90 * SECOND for a, b in pairwise(leaders))
    assert all(sum(a <= t < a + 60 * MINUTE for t in leaders) <= 8 for a in leaders)
    assert decider.replay(meeting.log) == meeting.g.sitting.state


@laws
@example(LONG[:30], LONG[1:24])
@given(meetings, meetings)
def test_of_what_was_said_the_room_tells_a_group_that_leads_itself_only_what_is_asked(
    told: list[Said], instead: list[Said]
) -> None:
    """The law of `tests.facilitation.test_laws` (the same bytes for everybody, whatever was said before) with
    its one exception on purpose: which kinds of nudges stand. Beside a kind stand words of closed lists
    alone.
    """
    rooms = []
    for said in (told, instead):
        g = play([one for one in said if one[0] in {"talk", "silence", "over"}], [0]).g
        view = render(ROOM, g.sitting.state).view
        lead = view["lead"]
        assert isinstance(lead, dict)
        for one in asked(g).values():
            assert isinstance(one, dict)
            assert one.keys() == {"rule", "actions"}
            assert one["rule"] in TO_GROUP
            assert set(one["actions"]) <= {"go_round", "by_voice", "start_break"}
        rooms.append(json.dumps({**view, "lead": {**lead, "nudges": ""}}))
    assert rooms[0] == rooms[1]


def test_a_node_that_loads_the_log_after_each_thing_finds_the_same() -> None:
    told: list[Said] = [*LONG[:24], ("silence", 0, 100), *LONG[:6], ("hand", 2, 0), *LONG[:12]]
    whole, loaded = play(told, [5, 30, 35]), play(told, [5, 30, 35], anew=True)
    assert [r.event for r in loaded.log] == [r.event for r in whole.log]
    assert any(isinstance(r.event, NudgeRaised) and r.event.audience[0].to == "group" for r in whole.log)
