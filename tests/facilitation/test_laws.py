"""Laws that hold through any session, tried on random ones."""

import contextlib
import json
import random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.facilitation import commands as c
from app.facilitation import decider
from app.facilitation.actors import Actor, Person, Server
from app.facilitation.decider import Refused
from app.facilitation.events import QueueOrdered, TurnStarted
from app.facilitation.ids import (
    Asks,
    BootId,
    CommandId,
    ConnectionId,
    Consent,
    DeviceScope,
    GroupId,
    Interruption,
    Mode,
    ParticipantId,
    PerspectiveUse,
    Place,
    Policy,
    ProcessPoint,
    Role,
    Sides,
    TurnId,
    WrittenHow,
    WrittenId,
)
from app.facilitation.ordering import MOST_OVERTAKEN
from app.facilitation.perspectives.record import USUAL
from app.facilitation.speech import Source
from app.facilitation.views import DESK, ROOM, Rendered, render, you_view
from app.wire.merge import apply, diff
from tests.facilitation.sitting import KEY, Sitting, sitting

SOURCES = (Source.mic, Source.api, Source.tap)
MICROPHONE = Consent.microphone


def any_of_the_turn(
    who: ParticipantId, on: TurnId | None, lot: random.Random, fay: Actor
) -> list[tuple[c.Command, Actor]]:
    """One of the commands about the turn that is on, if one is, and about what goes without one."""
    turn = on or TurnId("t0")
    about_turn: list[c.Command] = [
        c.PauseTurn(turn),
        c.GoOn(turn),
        c.Unclock(turn),
        c.EndTurn(turn),
        c.ExtendTurn(turn),
        c.NotFinished(turn, who),
    ]
    besides: list[c.Command] = [
        c.SetGap(lot.choice([0, 3_000, 10_000])),
        c.SetQueueClosed(lot.random() < 0.3),
        c.RaiseProcess(lot.choice(list(ProcessPoint)), who),
        c.ClearProcess(who),
    ]
    rests: list[c.Command] = [c.StartBreak(), c.EndBreak(), c.EndBreak()]
    return [
        (lot.choice(about_turn), fay),
        (lot.choice(about_turn), fay),
        (lot.choice(besides), fay),
        (c.YieldTurn(turn, who if lot.random() < 0.5 else None), fay),
        (c.Interrupt(who, lot.choice(list(Interruption)), turn), fay),
        (c.SetComposing(lot.random() < 0.5, who), fay),
        (c.StartRound(lot.choice(["seat", "lot"])), fay),
        (c.PassRound(lot.random() < 0.5, who), fay),
        (lot.choice(rests), fay),
    ]


def any_of_the_groups(who: ParticipantId, lot: random.Random, fay: Actor) -> list[tuple[c.Command, Actor]]:
    """One of the commands about groups; seldom the one that begins them, or all is said in them."""
    group = lot.choice([GroupId("g1"), GroupId("g2"), None])
    others: list[tuple[c.Command, Actor]] = [
        (c.EndBreakout(), fay),
        (c.CallBack(lot.choice([0, 20_000])), fay),
        (c.MoveToGroup(who, group), fay),
        (c.ReportGroup("Found", group), fay),
        (c.NextTurn(lot.choice([None, TurnId("t1"), TurnId("t2")])), Person(who)),
        (c.RaiseHand(), Person(who)),
        (c.EndTurn(TurnId("t1")), Person(who)),
    ]
    starts: tuple[c.Command, Actor] = (c.StartBreakout(2, lot.choice(["lot", "mixed"])), fay)
    return [starts if lot.random() < 0.3 else lot.choice(others), lot.choice(others)]


def any_command(s: Sitting, lot: random.Random) -> tuple[c.Command, Actor]:
    """A command that could come in now: most make sense, some are stale, forbidden or nonsense."""
    people = s.state.people.order
    who = lot.choice(people)
    turn = s.state.floor.turn
    on = turn.id if turn and lot.random() < 0.9 else None
    fay: Actor = s.facilitator
    known = [CommandId(f"cmd-{s.made - back}") for back in range(4)]
    connections = list(s.state.people.connections)
    choices: list[tuple[c.Command, Actor]] = [
        (c.RaiseHand(who), fay),
        (c.RaiseHand(who, lot.choice(list(Asks))), fay),
        (c.RaiseHand(who, lot.choice(list(Asks))), fay),
        (c.LowerHand(who), fay),
        (c.NextTurn(on), fay),
        (c.NextTurn(on), fay),
        (c.GiveFloor(who, on), fay),
        *any_of_the_turn(who, on, lot, fay),
        (c.SetReady(lot.random() < 0.6, who), fay),
        (c.MoveHand(who, lot.randrange(4)), fay),
        (c.Undo(lot.choice(known)), fay),
        (c.SetPolicy(lot.choice(list(Policy)), lot.choice(list(Sides))), fay),
        (c.SendWritten("Words", lot.choice(list(WrittenHow)), None, who), fay),
        (c.ShowWritten(lot.choice([*s.state.writings.by_id, WrittenId("none")])), fay),
        (c.AnswerWritten(lot.choice([*s.state.writings.by_id, WrittenId("none")]), "Answer"), fay),
        *any_of_the_groups(who, lot, fay),
        (c.SetPerspective(lot.choice([*USUAL, ""]), lot.choice(list(PerspectiveUse))), Person(who)),
        (c.SetMode(lot.choice([Mode.queue, Mode.queue, *Mode])), fay),
        (c.Rename(who, lot.choice(["Ann", "Bo", "Zoe", ""])), fay),
        (c.Move(who, lot.choice(list(Place))), fay),
        (c.Remove(who, lot.random() < 0.5), fay),
        (c.LetIn(who), fay),
        (c.SetAway(lot.random() < 0.5, who), fay),
        (c.SetListening(lot.random() < 0.5, who), fay),
        (c.SetPresence(who, lot.random() < 0.7), fay),
        (c.SetRole(who, lot.choice([Role.participant, Role.observer, Role.facilitator])), fay),
        (c.Seat((c.Newcomer(f"P{s.made}"),)), fay),
        (c.AddDevice(lot.choice(list(DeviceScope))), fay),
        (c.SetConsent(MICROPHONE, lot.random() < 0.8), Person(who)),
        (c.ClaimMicrophone(lot.choice(["phone", "laptop"]), alone=lot.random() < 0.7), Person(who)),
        (c.ReleaseMicrophone(lot.choice(["phone", "laptop"]), lot.choice([0, 900])), Person(who)),
        (c.StartSpeech(Source.mic, ago_ms=lot.choice([0, 300, 4_000])), Person(who)),
        (c.StopSpeech(Source.mic, ago_ms=lot.choice([0, 900])), Person(who)),
        (c.StartSpeech(lot.choice(SOURCES), who, ago_ms=lot.choice([0, 0, 300, 4_000])), KEY),
        (c.StartSpeech(Source.tap, who, only=lot.random() < 0.5), fay),
        (c.StopSpeech(lot.choice(SOURCES), who, ago_ms=lot.choice([0, 0, 900])), KEY),
        (c.StillSpeaking(lot.choice(SOURCES), who), KEY),
        (c.SetCoverage(lot.choice(SOURCES), lot.random() < 0.6, (who,) if lot.random() < 0.7 else ()), KEY),
        (
            c.CorrectSpeech(
                s.now - lot.randrange(60_000), s.now - lot.randrange(9_000), who, lot.choice(people)
            ),
            fay,
        ),
        (c.ReportSpeech((c.Utterance(who, s.now - 90_000, s.now - 88_000),), sent_at=s.now), KEY),
        (c.OpenConnection(ConnectionId(f"c{s.made}"), BootId("b"), who), Server()),
        (c.EndSession(), fay),
        (c.ReopenSession(), fay),
        (c.ReopenSession(), fay),
    ]
    if connections:
        choices.append((c.CloseConnection(lot.choice(connections), s.now - 500), Server()))
    return lot.choice(choices)


def run(seed: int, length: int) -> Sitting:
    """A random session of that many commands, with the layers patched along the way."""
    lot = random.Random(seed)
    s = sitting(lot.choice(list(Mode)), lot.choice(list(Policy)))
    s.seat("Ann", "Bo", "Cy", "Di")
    layers = [(layer, render(layer, s.state)) for layer in (ROOM, DESK)]
    held: list[dict[str, object]] = [dict(rendered.view) for _, rendered in layers]
    for _ in range(length):
        s.wait(lot.choice([0, 40, 700, 3_000, 20_000, 90_000]))
        command, actor = any_command(s, lot)
        before = s.state
        try:
            s.send(command, actor)
        except Refused:
            assert s.state is before
        for number, (layer, was) in enumerate(layers):
            now: Rendered = render(layer, s.state, was)
            held[number] = apply(diff(was.view, now.view), held[number])
            assert held[number] == render(layer, s.state).view
            layers[number] = (layer, now)
    return s


@settings(max_examples=40)
@given(st.integers(0, 2**32), st.integers(1, 60))
def test_a_replay_of_the_log_gives_the_same_state(seed: int, length: int) -> None:
    s = run(seed, length)
    assert decider.replay(s.log) == s.state


@settings(max_examples=20)
@given(st.integers(0, 2**32))
def test_the_log_is_numbered_without_gaps_and_time_never_goes_back(seed: int) -> None:
    s = run(seed, 50)
    assert [r.seq for r in s.log] == list(range(1, len(s.log) + 1))
    times = [r.at for r in s.log]
    assert times == sorted(times)


@settings(max_examples=20)
@given(st.integers(0, 2**32))
def test_expected_times_of_all_sum_to_the_talk_of_all(seed: int) -> None:
    s = run(seed, 50)
    figures = s.state.speech.figures(s.now)
    people = figures.people.values()
    assert sum(p.counted_talk_ms for p in people) == figures.talk_ms
    assert abs(sum(p.expected_ms for p in people) - figures.talk_ms) <= len(figures.people)


@settings(max_examples=20)
@given(st.integers(0, 2**32))
def test_no_hand_is_ever_overtaken_more_than_three_times(seed: int) -> None:
    s = run(seed, 60)
    assert all(hand.overtaken <= MOST_OVERTAKEN for hand in s.state.queue.hands.values())


def _seen(s: Sitting) -> list[object]:
    """Who had the floor, and in which orders people stood."""
    seen: list[object] = []
    for recorded in s.log:
        match recorded.event:
            case QueueOrdered(order):
                seen.append(order)
            case TurnStarted(_, participant):
                seen.append(participant)
            case _:
                pass
    return seen


steering = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 3), st.integers(0, 40_000)), max_size=25)
talk = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 60)), max_size=6)


def steered(script: list[tuple[int, int, int]], said: list[tuple[int, int]], policy: Policy) -> Sitting:
    """A session in which `said` (who, seconds) was heard before all else that is done in it."""
    s = sitting(policy=policy)
    people = s.seat("Ann", "Bo", "Cy", "Di")
    s.send(c.SetCoverage(Source.api, on=True), KEY)
    s.wait(600_000)
    for number in range(6):
        spoken = said[number : number + 1]
        start = s.now - 600_000 + number * 90_000
        s.send(
            c.ReportSpeech(
                tuple(c.Utterance(people[who], start, start + length * 1_000) for who, length in spoken),
                sent_at=s.now,
            ),
            KEY,
        )
    for what, index, ms in script:
        s.wait(ms)
        who = people[index]
        turn = s.state.floor.turn
        on = turn.id if turn else None
        commands: list[c.Command] = [
            c.RaiseHand(who, Asks.new_point),
            c.RaiseHand(who, Asks.question),
            c.RaiseHand(who, Asks.reply),
            c.NextTurn(on),
            c.NextTurn(on),
            c.SetReady(index > 1, who),
            c.SetComposing(index > 1, who),
            c.Interrupt(who, Interruption.clarify, on or TurnId("t0")),
            c.RaiseProcess(ProcessPoint.cant_hear, who),
            c.NotFinished(TurnId(f"t{s.state.floor.turns}"), who),
            c.PauseTurn(on or TurnId("t0")),
            c.SetGap(3_000),
        ]
        with contextlib.suppress(Refused):
            s.send(commands[what])
    return s


@settings(max_examples=60, deadline=None)
@given(steering, talk, talk, st.sampled_from(list(Policy)))
def test_the_room_says_nothing_of_what_was_said_before(
    script: list[tuple[int, int, int]],
    said: list[tuple[int, int]],
    said_instead: list[tuple[int, int]],
    policy: Policy,
) -> None:
    """The same roster, floor and order of the queue: the same bytes for everybody, whoever talked before."""
    one, other = steered(script, said, policy), steered(script, said_instead, policy)
    if policy is Policy.balanced:
        assume(_seen(one) == _seen(other))
    assert json.dumps(render(ROOM, one.state).view) == json.dumps(render(ROOM, other.state).view)


def test_everybodys_own_view_can_be_made_at_any_time() -> None:
    s = run(7, 120)
    for participant in s.state.people.order:
        assert you_view(s.state, ParticipantId(participant))["participant"] == participant
