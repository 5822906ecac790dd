"""Patches lead where a fresh welcome leads, whatever happened."""

import asyncio
import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.facilitation.commands import ClockSpec
from app.facilitation.decider import evolve, replay
from app.facilitation.ids import ParticipantId, Role, SessionId
from app.facilitation.state import State
from app.facilitation.views import DESK, ROOM, render, you_changed, you_view
from app.history.entries import all_from, from_entry
from app.rooms import hub
from app.rooms.clock import RatedTime
from app.rooms.touched import touched
from app.wire.codec import encode
from app.wire.merge import apply, diff
from tests.history.golden.reading import entries_of, logs
from tests.rooms.follower import Follower, Json
from tests.rooms.node import Node, node

COMMANDS: list[tuple[str, dict[str, Any]]] = [
    ("hand.raise", {}),
    ("hand.lower", {}),
    ("hand.set_ready", {"ready": False}),
    ("hand.set_ready", {"ready": True}),
    ("consent.set", {"to": "microphone", "given": True}),
    ("consent.set", {"to": "microphone", "given": False}),
    ("microphone.claim", {"listener": "phone", "alone": True}),
    ("microphone.claim", {"listener": "laptop"}),
    ("microphone.release", {"listener": "phone"}),
    ("speech.start", {"source": "mic"}),
    ("speech.stop", {"source": "mic"}),
    ("participant.set_listening", {"listening": True}),
    ("participant.set_away", {"away": True}),
    ("participant.set_away", {"away": False}),
    ("card.set", {"bring_in": "please_dont", "more_time": True}),
    ("card.set", {"no_microphone": True}),
    ("card.set", {"bring_in": "call_on_me", "no_microphone": False}),
    ("participant.move", {"place": "in_room"}),
    ("idea.write", {"what": "need", "text": "To sit down on the way"}),
    ("idea.write", {"what": "proposal", "text": "A bench at every stop"}),
]


class Meeting:
    """People who do at random what people do, and what they should not."""

    def __init__(self, live: Node, session: SessionId, seed: int) -> None:
        self.live = live
        self.session = session
        self.random = random.Random(seed)
        self.people: list[ParticipantId] = []
        self.chair = ParticipantId("")
        self.followers: list[Follower] = []
        self.followed: list[ParticipantId] = []

    async def begin(self, people: int) -> None:
        self.chair = await self.live.person(self.session, Role.facilitator)
        self.people = [await self.live.person(self.session) for _ in range(people)]
        self.followed = [self.chair, self.chair, *self.people, self.people[0]]
        for who in self.followed:
            follower = self.live.follow(self.session, who)
            await follower.open()
            self.followers.append(follower)

    async def act(self) -> None:
        """One thing happens, to anybody."""
        pick = self.random.choice
        kind = self.random.random()
        follower = pick(self.followers)
        if kind < 0.06:
            await follower.vanish()
            await follower.open()
            return
        if kind < 0.1:
            await follower.do("token.renew")
            return
        if kind < 0.55:
            do, fields = pick(
                [
                    *COMMANDS,
                    ("score.give", self.a_score(follower)),
                    ("check.answer", self.an_answer(follower)),
                    ("resistance.give", self.a_level(follower)),
                    ("pick.give", self.a_pick(follower)),
                ]
            )
            await follower.do(do, **fields)
            return
        await self.steer(pick(self.followers[:2]))

    def a_score(self, follower: Follower) -> dict[str, Any]:
        """Some answer to what is asked now."""
        now = follower.layers["room"]["scoring"].get("open", {"id": "none", "ideas": ["none"]})
        question = self.random.choice(["suitable", "feasible", "acceptable", "beneficial"])
        idea, score = self.random.choice(now["ideas"]), self.random.choice([1, 3, 5, None])
        return {"round": now["id"], "idea": idea, "question": question, "score": score}

    def an_answer(self, follower: Follower) -> dict[str, Any]:
        """Some answer to the check that is open."""
        now = follower.layers["room"]["checks"].get("open", {"id": "none"})
        answer = self.random.choice([0, 1, 3])
        return {"check": now["id"], "answer": answer, "reason": "It is far" if answer == 0 else ""}

    def a_level(self, follower: Follower) -> dict[str, Any]:
        """Some resistance to what is asked about now."""
        now = follower.layers["room"]["resistance"].get("open", {"id": "none"})
        return {
            "survey": now["id"],
            "option": "leave",
            "level": self.random.choice([0, 9]),
            "needs": "A lift",
        }

    def a_pick(self, follower: Follower) -> dict[str, Any]:
        """Some idea to talk about."""
        now = follower.layers["room"]["picks"].get("open", {"id": "none", "ideas": ["none"]})
        return {"pick": now["id"], "ideas": [self.random.choice(now["ideas"])]}

    async def steer(self, chairs: Follower) -> None:
        turn = chairs.layers["room"]["floor"].get("turn", {}).get("id")
        after = {"after": turn} if turn else {}
        who = self.random.choice(self.people)
        ideas = chairs.layers["room"]["ideas"]
        idea = self.random.choice([*ideas["order"], "none"])
        score, checked = self.a_score(chairs), self.an_answer(chairs)
        collection = ideas.get("collecting", {}).get("id", "none")
        steps: list[tuple[str, dict[str, Any]]] = [
            ("turn.next", after),
            ("turn.next", after),
            ("turn.give", {"participant": who, **after}),
            ("turn.end", {"turn": turn or "none"}),
            ("turn.extend", {"turn": turn or "none", "by_ms": 1_000}),
            ("turn.put_back", {"turn": turn or "none"}),
            ("hand.raise", {"participant": who}),
            ("hand.move", {"participant": who, "to": 0}),
            ("mode.set", {"mode": self.random.choice(["open", "queue"])}),
            ("policy.set", {"policy": self.random.choice(["fifo", "balanced"])}),
            ("limit.set", {"limit_ms": 30_000}),
            ("participant.rename", {"participant": who, "name": f"Name {self.random.randrange(9)}"}),
            ("participant.set_role", {"participant": who, "role": "facilitator"}),
            ("participant.set_role", {"participant": who, "role": "participant"}),
            ("participant.seat", {"people": [{"name": f"Guest {self.random.randrange(99)}"}]}),
            ("speech.start", {"source": "tap", "participant": who, "only": True}),
            ("speech.stop", {"source": "tap", "participant": who}),
            ("coverage.set", {"source": "tap", "on": self.random.random() < 0.5}),
            ("signal.send", {"signal": self.random.choice(["slower", "dont_follow"])}),
            ("signal.answer", {"signal": "slower"}),
            ("device.add", {"scope": "screen", "name": "Wall"}),
            ("idea.collect", {"asks": "What would be easier?"}),
            ("idea.write", {"what": "proposal", "text": "A lower kerb", "participant": who}),
            ("idea.publish", {"collection": collection}),
            ("idea.hold_back", {"idea": idea, "reason": "It names somebody"}),
            ("idea.show_again", {"idea": idea}),
            ("idea.focus", {"idea": idea}),
            ("idea.hear", {"idea": idea, "text": "To rest"}),
            ("idea.remark", {"idea": idea, "what": "question", "text": "How many?"}),
            ("idea.split", {"idea": idea, "texts": ["A bench", "A roof"]}),
            ("check.open", {"what": self.random.choice(["fist", "consent"]), "asks": "Shall we?"}),
            ("check.answer", {**checked, "participant": who}),
            ("check.tally", {"check": checked["check"], "counts": [0, 0, 0, 1, 1, 1]}),
            ("check.close", {"check": checked["check"]}),
            ("resistance.open", {"ideas": [idea]}),
            ("resistance.give", {**self.a_level(chairs), "participant": who}),
            ("resistance.close", {"survey": self.a_level(chairs)["survey"]}),
            ("pick.open", {}),
            ("pick.give", {**self.a_pick(chairs), "participant": who}),
            ("pick.close", {"pick": self.a_pick(chairs)["pick"]}),
            ("score.open", {"ideas": [idea]}),
            ("score.give", {**score, "participant": who}),
            ("score.close", {"round": score["round"]}),
            ("session.end", {}),
            ("session.reopen", {}),
            ("session.reopen", {}),
        ]
        do, fields = self.random.choice(steps)
        command_id = f"step-{self.random.randrange(10**9)}"
        answer = await chairs.do(do, command_id, **fields)
        if "ok" in answer and self.random.random() < 0.15:
            await chairs.do("undo", command=command_id)

    async def settled(self) -> None:
        """Wait until everybody has what is committed now."""
        mark = await self.followers[0].do("hand.raise", participant=self.people[0])
        mark = await self.followers[0].do("hand.lower", participant=self.people[0])
        assert "re" in mark
        for follower in self.followers:
            await follower.do("watch.time", on=False)


def fresh(state: State, who: ParticipantId) -> Json:
    """What a welcome rendered from nothing but the state would hold."""
    layers: Json = {"room": render(ROOM, state).view, "you": you_view(state, who)}
    if state.people.by_id[who].role is Role.facilitator:
        layers["desk"] = render(DESK, state).view
    decoded: Json = json.loads(json.dumps(layers))
    return decoded


@pytest.mark.parametrize("seed", [1, 2, 3])
async def test_after_a_random_session_all_layers_equal_a_fresh_welcome(live: Node, seed: int) -> None:
    session = await live.session()
    meeting = Meeting(live, session, seed)
    await meeting.begin(5)
    for _ in range(200):
        await meeting.act()
    await meeting.settled()
    state = await live.rooms.state(session)
    folded = replay([from_entry(entry) for entry in await live.log.read(session)])
    assert folded == state
    for follower, who in zip(meeting.followers, meeting.followed, strict=True):
        assert follower.layers == fresh(state, who)
    await asyncio.gather(*(follower.close() for follower in meeting.followers))


@pytest.mark.parametrize("log", logs(), ids=lambda log: str(log.stem))
def test_what_follows_a_log_event_by_event_sees_what_a_fresh_view_of_each_state_shows(log: Path) -> None:
    was = State.empty()
    room, desk = render(ROOM, was), render(DESK, was)
    for recorded in all_from(entries_of(log)):
        now = evolve(was, recorded)
        room, desk = render(ROOM, now, room), render(DESK, now, desk)
        assert room.view == render(ROOM, now).view, recorded
        assert desk.view == render(DESK, now).view, recorded
        found = touched(was, now)
        # Who turned out to be somebody else who is here has no layer of their own any more.
        for who in was.people.by_id.keys() & now.people.by_id.keys():
            before, after = you_changed(now, who, was) if who in found else ({}, {})
            assert apply(diff(before, after), you_view(was, who)) == you_view(now, who), recorded
        was = now


async def test_arrivals_in_a_large_room_are_gathered_and_end_in_the_same_layers(
    live: Node, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub, "GATHER_S", 0.2)
    session = await live.session()
    chair = await live.person(session, Role.facilitator)
    people = [await live.person(session) for _ in range(105)]
    async with live.follow(session, chair) as chairs:
        followers = [live.follow(session, who) for who in people[:40]]
        for follower in followers:
            await follower.open()
        here = 41
        await chairs.until(lambda: chairs.layers["room"]["people"]["counts"]["here"] == here)
        patches = [
            frame for frame in chairs.frames if "seq" in frame and "room" in frame and "is" not in frame
        ]
        assert len(patches) < 20
        assert (await followers[0].do("hand.raise"))["ok"]
        for follower in followers:
            await follower.until(lambda f=follower: f.layers["room"]["queue"]["order"] == [people[0]])
            assert follower.layers["room"] == chairs.layers["room"]
        await asyncio.gather(*(follower.close() for follower in followers))


async def test_a_storm_of_welcomes_encodes_the_room_once(live: Node, monkeypatch: pytest.MonkeyPatch) -> None:
    session = await live.session()
    chair = await live.person(session, Role.facilitator)
    for _ in range(105):
        await live.person(session)
    encoded: list[int] = []

    def counted(value: object) -> bytes:
        if isinstance(value, dict) and "floor" in value:
            encoded.append(1)
        return encode(value)

    monkeypatch.setattr(hub, "encode", counted)
    monkeypatch.setattr(hub, "GATHER_S", 60.0)
    followers = [live.follow(session, chair) for _ in range(30)]
    await asyncio.gather(*(follower.open() for follower in followers))
    assert len(encoded) == 1
    await asyncio.gather(*(follower.close() for follower in followers))


async def test_a_practice_session_runs_on_its_own_clock(path: Path) -> None:
    async with node(path) as live:
        session = await live.session(clock=ClockSpec("rated", 5_000_000, 60.0))
        ana = await live.person(session)
        async with live.follow(session, ana) as hers:
            welcome = hers.frames[0]
            assert welcome["rate"] == 60.0
            assert 5_000_000 <= welcome["now"] < 5_000_000 + 60 * 20_000


@dataclass(frozen=True)
class Standing:
    """A wall clock that stands still."""

    at: int

    def now_ms(self) -> int:
        return self.at


def test_of_two_clocks_with_a_rate_the_one_that_is_behind_goes_by_the_log() -> None:
    clock = RatedTime(Standing(100_000), since_ms=100_000, start_at=5_000_000, rate=60.0)
    clock.reached(5_000_000 - 1)
    assert clock.now_ms() == 5_000_000
    clock.reached(5_600_000)
    assert clock.now_ms() == 5_600_000
    assert clock.wall_s_until(5_660_000) == 1.0
