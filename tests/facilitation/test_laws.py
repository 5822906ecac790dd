"""Laws that hold through any session, tried on random ones."""

import contextlib
import json
import random
from collections import Counter

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.facilitation import commands as c
from app.facilitation import decider
from app.facilitation.actors import Actor, Person, Server
from app.facilitation.decider import Refused
from app.facilitation.events import (
    ComposingSet,
    HandLowered,
    HandRaised,
    HandRestored,
    QueueOrdered,
    ReadySet,
    TurnStarted,
)
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


def sessions(most: int) -> st.SearchStrategy[list[int]]:
    """A number for each command of a session, so that one that fails is told by its fewest commands."""
    numbers = st.integers(0, 2**16)
    return st.integers(1, most).flatmap(lambda n: st.lists(numbers, min_size=n, max_size=n))


def run(numbers: list[int]) -> Sitting:
    """A random session, each command by its number, with the layers patched along the way."""
    lot = random.Random(numbers[0])
    s = sitting(lot.choice(list(Mode)), lot.choice(list(Policy)))
    s.seat("Ann", "Bo", "Cy", "Di")
    layers = [(layer, render(layer, s.state)) for layer in (ROOM, DESK)]
    held: list[dict[str, object]] = [dict(rendered.view) for _, rendered in layers]
    for number in numbers:
        lot = random.Random(number)
        s.wait(lot.choice([0, 40, 700, 3_000, 20_000, 90_000]))
        command, actor = any_command(s, lot)
        before = s.state
        try:
            s.send(command, actor)
        except Refused:
            assert s.state is before
        for at, (layer, was) in enumerate(layers):
            now: Rendered = render(layer, s.state, was)
            held[at] = apply(diff(was.view, now.view), held[at])
            assert held[at] == render(layer, s.state).view
            layers[at] = (layer, now)
    return s


@settings(max_examples=40)
@given(sessions(60))
def test_a_replay_of_the_log_gives_the_same_state(numbers: list[int]) -> None:
    s = run(numbers)
    assert decider.replay(s.log) == s.state


@settings(max_examples=20)
@given(sessions(100))
def test_the_log_is_numbered_without_gaps_and_time_never_goes_back(numbers: list[int]) -> None:
    s = run(numbers)
    assert [r.seq for r in s.log] == list(range(1, len(s.log) + 1))
    times = [r.at for r in s.log]
    assert times == sorted(times)


@settings(max_examples=20)
@given(sessions(100))
def test_expected_times_of_all_sum_to_the_talk_of_all(numbers: list[int]) -> None:
    s = run(numbers)
    figures = s.state.speech.figures(s.now)
    people = figures.people.values()
    assert sum(p.counted_talk_ms for p in people) == figures.talk_ms
    assert abs(sum(p.expected_ms for p in people) - figures.talk_ms) <= len(figures.people)


WAITERS = 8
Queued = tuple[int, int, Asks, int]
queueing = st.tuples(
    st.integers(0, 15), st.integers(0, WAITERS - 1), st.sampled_from(Asks), st.sampled_from([1_000, 20_000])
)


def queued(policy: Policy, script: list[Queued]) -> Sitting:
    """A queue in which people ask for all there is, are not ready, take hands down, and are served."""
    s = sitting(policy=policy)
    people = s.seat(*(f"P{n}" for n in range(WAITERS)))
    for who in people[::2]:
        s.send(c.Move(who, Place.remote))
    for what, index, asks, ms in script:
        s.wait(ms)
        turn, who = s.state.floor.turn, people[index]
        on = turn.id if turn else None
        others: list[c.Command] = [
            c.LowerHand(who),
            c.SetReady(asks is Asks.question, who),
            c.SetComposing(asks is Asks.question, who),
            c.SetPolicy(list(Policy)[index % len(Policy)]),
            c.YieldTurn(on or TurnId("t0")),
            c.PutBack(on or TurnId("t0")),
        ]
        ask: c.Command = c.RaiseHand(who, asks) if what < 7 else c.NextTurn(on)
        with contextlib.suppress(Refused):
            s.send(others[what - 10] if what >= 10 else ask)
    return s


@settings(max_examples=60)
@given(
    st.sampled_from(Policy),
    st.integers(1, 120).flatmap(lambda n: st.lists(queueing, min_size=n, max_size=n)),
)
def test_nobody_who_waits_is_overtaken_more_than_three_times(policy: Policy, script: list[Queued]) -> None:
    """Counted from who put a hand up when, and who was served: not from what the queue says of it."""
    asked_at: dict[str, int] = {}
    away: set[tuple[str, str]] = set()
    passed: Counter[str] = Counter()
    for recorded in queued(policy, script).log:
        match recorded.event:
            case HandRaised(who, asked_at=at):
                asked_at[who], passed[who] = recorded.at if at is None else at, 0
            case HandLowered(who):
                asked_at.pop(who, None)
            case HandRestored(who, at, _, ready, composing=composing):
                asked_at[who] = at
                _say(away, (who, "not ready"), not ready)
                _say(away, (who, "composing"), composing)
            case ReadySet(who, ready):
                _say(away, (who, "not ready"), not ready)
            case ComposingSet(who, composing):
                _say(away, (who, "composing"), composing)
            case TurnStarted(_, who, override=False) if who in asked_at:
                at = asked_at.pop(who)
                for other, earlier in asked_at.items():
                    if earlier < at and not away & {(other, "not ready"), (other, "composing")}:
                        passed[other] += 1
                assert max(passed.values(), default=0) <= 3
            case _:
                pass
        away = {one for one in away if one[0] in asked_at}


def _say(away: set[tuple[str, str]], what: tuple[str, str], on: bool) -> None:
    (away.add if on else away.discard)(what)


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
    s = run(list(range(120)))
    for participant in s.state.people.order:
        assert you_view(s.state, ParticipantId(participant))["participant"] == participant
