"""Laws of nudging over random meetings."""

import json
from collections import defaultdict
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings

from app.facilitation import decider
from app.facilitation.commands import RaiseHand, ReportSpeech, Utterance
from app.facilitation.events import (
    Event,
    NudgeActed,
    NudgeForwarded,
    NudgeKindMuted,
    NudgeRaised,
    NudgesHushed,
    NudgeWithheld,
    SpeechReported,
    TurnStarted,
)
from app.facilitation.floor import limit_of
from app.facilitation.ids import BringIn, Mode, Status
from app.facilitation.nudges import timing
from app.facilitation.nudges.ahead import grid_from
from app.facilitation.nudges.check import Found
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.registry import RULES, rule_of
from app.facilitation.nudges.views import desk_nudges, own_nudges
from app.facilitation.state import Participant, State
from app.facilitation.views import ROOM, render
from tests.facilitation.nudges.gathering import MINUTE, SECOND
from tests.facilitation.nudges.random_meetings import Meeting, Said, meetings
from tests.facilitation.sitting import KEY

laws = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
COOLDOWN = {"dominant_voice": 20 * MINUTE, "break_due": 20 * MINUTE}
VOICES = {"quiet_voice", "dominant_voice"}
BALANCE = {"quiet_voice", "dominant_voice", "group_unheard", "chair_talk"}

LONG: list[Said] = [("talk", 0, 150), ("talk", 1, 30)] * 30
"""Two who talk for an hour and a half, and three who don't."""


def assert_within_dose(times: list[int], an_hour: int) -> None:
    times.sort()
    assert all(b - a >= 90 * SECOND for a, b in pairwise(times))
    assert all(sum(a <= t < a + 60 * MINUTE for t in times) <= an_hour for a in times)


@laws
@example(LONG)
@given(meetings)
def test_doses_are_never_exceeded(told: list[Said]) -> None:
    meeting = Meeting().play(told)
    facilitators: list[int] = []
    others: list[int] = []
    private: defaultdict[str, list[int]] = defaultdict(list)
    about: defaultdict[tuple[str, str | None, str], list[int]] = defaultdict(list)
    subject: dict[str, str | None] = {}
    muted: set[tuple[str, str]] = set()
    hushed_until = 0
    for recorded in meeting.log:
        match recorded.event:
            case NudgesHushed(until_at):
                hushed_until = until_at
            case NudgeKindMuted(rule, to, on):
                (muted.add if on else muted.discard)((to, rule))
            case NudgeRaised(nudge, rule, who, audience, _, raised_at, what):
                assert rule not in BALANCE or raised_at >= meeting.g.opened_at + 10 * MINUTE
                assert (raised_at - meeting.g.opened_at) % SECOND == 0
                subject[nudge] = who
                about[rule, who, what].append(raised_at)
                for one in audience:
                    assert (one.to, rule) not in muted
                    if one.to == "facilitators" and rule not in VOICES:
                        others.append(one.at_ms)
                    if one.to == "facilitators":
                        assert raised_at >= hushed_until
                        facilitators.append(one.at_ms)
                    else:
                        private[one.to].append(one.at_ms)
            case NudgeForwarded(_, forwarded_at):
                assert forwarded_at >= hushed_until
                facilitators.append(forwarded_at)
            case NudgeActed(nudge, "ask_privately"):
                private[str(subject[nudge])].append(recorded.at)
            case _:
                pass
    assert_within_dose(facilitators, 8)
    assert_within_dose(others, 4)
    for times in private.values():
        assert_within_dose(times, 4)
    for (rule, _, _), times in about.items():
        assert all(b - a >= COOLDOWN.get(rule, 10 * MINUTE) for a, b in pairwise(times))


def test_an_hour_and_a_half_of_two_voices_brings_many_nudges_for_the_dose_to_hold_back() -> None:
    meeting = Meeting().play(LONG)
    assert len(meeting.g.nudges()) >= 10
    assert len({nudge.rule for nudge in meeting.g.nudges()}) >= 3


@laws
@example([("nudging", 2, list(BringIn).index(BringIn.please_dont)), *LONG[:30], ("silence", 0, 60)])
@example([("sound", 0, 1), ("mode", 0, list(Mode).index(Mode.timed)), ("hand", 0, 0), ("turn", 0, 0)])
@given(meetings)
def test_nothing_happens_that_somebody_chose_not_to_have(told: list[Said]) -> None:
    state = State.empty()
    for recorded in Meeting().play(told).log:
        event, people = recorded.event, state.people.by_id
        match event:
            case NudgeRaised(rule="quiet_voice", subject=str(who)):
                assert_may_be_asked(state, people[who], event.raised_at)
            case NudgeRaised(rule="long_turn", subject=str(who)):
                assert not people[who].card.no_clock
            case NudgeActed(nudge, action="offer_floor"):
                asked = state.nudges.by_id[nudge].subject
                assert asked is not None and people[asked].card.bring_in is BringIn.call_on_me
            case TurnStarted(_, who, limit_ms):
                card, usual_ms = people[who].card, limit_of(state.floor)
                assert limit_ms == (0 if card.no_clock else usual_ms * (3 if card.more_time else 2) // 2)
            case _:
                pass
        state = decider.evolve(state, recorded)


def assert_may_be_asked(state: State, person: Participant, at: int) -> None:
    """Who is called quiet is here, did not choose to be left in peace, and was not asked lately."""
    assert person.card.bring_in is not BringIn.please_dont
    assert person.nudged and person.here and not person.listening and not person.away
    assert not person.removed
    assert person.id not in state.queue.hands
    invited = (
        nudge.acted_at
        for nudge in state.nudges.by_id.values()
        if nudge.rule == "quiet_voice" and nudge.subject == person.id and nudge.acted_at is not None
    )
    item, since_at = state.agenda.item, at - 20 * MINUTE
    if item is not None and item.started_at is not None:
        since_at = item.started_at
    assert all(asked <= since_at for asked in invited), "not twice in one item, or in 20 minutes without one"
    assert state.floor.by_turns or state.speech.measured(person.id, at)


@laws
@given(meetings)
def test_nobody_is_named_outside_the_audience(told: list[Said]) -> None:
    meeting = Meeting().play(told)
    state = State.empty()
    for recorded in meeting.log:
        state = decider.evolve(state, recorded)
        if not recorded.event.kind.startswith(("nudge", "invitation")):
            continue
        room = json.dumps(render(ROOM, state).view)
        assert not any(rule.kind in room for rule in RULES)
        desk = desk_nudges(state)["order"]
        for nudge in state.nudges.by_id.values():
            reached = {one.to for one in nudge.audience if one.at_ms <= recorded.at}
            assert isinstance(desk, list)
            assert ("facilitators" in reached) == (nudge.id in desk)
            for participant in state.people.order:
                own = own_nudges(state, participant)["order"]
                assert isinstance(own, list)
                if nudge.id in own:
                    assert participant == nudge.subject
                    assert participant in reached


@laws
@example(LONG)
@given(meetings)
def test_a_replay_of_the_log_gives_the_same_state(told: list[Said]) -> None:
    meeting = Meeting().play(told)
    assert decider.replay(meeting.log) == meeting.g.sitting.state


@laws
@example(LONG)
@given(meetings)
def test_a_node_that_slept_finds_the_same_afterwards(told: list[Said]) -> None:
    awake, asleep = Meeting().play(told), Meeting(lazy=True).play(told)
    assert _events(asleep) == _events(awake)


@laws
@example([("over", 0, 18), ("mode", 0, list(Mode).index(Mode.listening)), ("silence", 0, 60)])
@example([("silence", 0, 1), ("hush", 0, 1), ("over", 0, 16)])
@example([("hand", 2, 0), ("talk", 2, 98), ("silence", 0, 56), ("talk", 2, 64), ("tune", 19, 8)])
@given(meetings)
def test_looking_every_second_finds_nothing_that_was_skipped(told: list[Said]) -> None:
    skipping = Meeting().play(told)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            decider,
            "_DEADLINES",
            [
                (_every_second if when is timing.next_check else when, rule)
                for when, rule in decider._DEADLINES
            ],
        )
        patch.setattr(timing, "only_quiet", lambda *_: None)
        looking = Meeting().play(told)
    assert _events(skipping) == _events(looking)


@laws
@given(meetings)
def test_a_crash_and_a_load_from_the_log_change_nothing_that_follows(told: list[Said]) -> None:
    whole, crashed = Meeting().play(told), Meeting()
    for at, (kind, one, two) in enumerate(told):
        crashed._move(kind, one, two)
        if at % 5 == 4:
            crashed.g.sitting.state = decider.replay(crashed.log)
    crashed.play([])
    assert _events(crashed) == _events(whole)


@laws
@example([("talk", 0, 150), ("talk", 1, 50), ("talk", 4, 50)] * 3 + [("late", 2, 0), ("silence", 0, 5)])
@given(meetings)
def test_a_late_batch_fires_nothing(told: list[Said]) -> None:
    meeting = Meeting().play([*told, ("late", 0, 0), ("silence", 0, 5)])
    log, state = meeting.log, State.empty()
    for index, recorded in enumerate(log):
        if isinstance(recorded.event, SpeechReported):
            for later in log[index:]:
                if (
                    isinstance(later.event, NudgeRaised)
                    and 0 <= later.event.raised_at - recorded.at <= SECOND
                ):
                    without = Found(Look(state, later.event.raised_at))
                    found = without.of(rule_of(later.event.rule))
                    assert (later.event.subject, later.event.about) in found
        state = decider.evolve(state, recorded)


def test_what_only_an_import_shows_is_withheld() -> None:
    meeting = Meeting()
    g = meeting.g
    for name in ("Ann", "Ben", "Cy", "Di", "Ed") * 8:
        g.talk(name, 17 * SECOND)
    g.sitting.send(RaiseHand(g.of["Ben"]), KEY)
    now = g.sitting.now
    late = ReportSpeech((Utterance(g.of["Ann"], now - 9 * MINUTE, now - MINUTE),), sent_at=now)
    g.sitting.send(late, KEY)
    assert [r.event.rule for r in g.sitting.log if isinstance(r.event, NudgeWithheld)] == ["dominant_voice"]
    g.wait(5 * MINUTE)
    assert g.nudges("dominant_voice") == []


def _every_second(state: State) -> int | None:
    opened_at = state.session.opened_at
    if opened_at is None or state.session.status is not Status.open:
        return None
    return grid_from(opened_at, state.looked_at + 1)


def _events(meeting: Meeting) -> list[Event]:
    return [recorded.event for recorded in meeting.log]
