"""A check without names that closes on one node is mixed on all, at once, and nobody's page starts anew."""

import json
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from app.facilitation.decider import replay
from app.facilitation.ids import ParticipantId, Role, SessionId
from app.history.entries import all_from
from app.history.entry import Append
from app.history.opening import open_log
from tests.history.conftest import new_session
from tests.history.golden.reading import FOLDER, entries_of
from tests.privacy.memory import held_in_memory
from tests.rooms.follower import Follower
from tests.rooms.node import Node, node
from tests.rooms.serving import until
from tests.rooms.test_replicas import new_bus, pair

__all__ = ["new_bus", "pair"]

ID = "QwXzKvJpTrBnMdGf"
"""How the ids of those commands begin by which people answer."""


async def table(one: Node, other: Node) -> tuple[SessionId, Follower, list[Follower]]:
    """A facilitator on one node, and people on both."""
    session = await one.session()
    chair = one.follow(session, await one.person(session, Role.facilitator))
    people = [(one, other)[place % 2].follow(session, await one.person(session)) for place in range(4)]
    for each in (chair, *people):
        await each.open()
    return session, chair, people


def remembers(live: Node) -> bool:
    return len(held_in_memory(ID, live.rooms)) > 0


def shown(screen: Follower) -> Any:
    return screen.layers["room"]["checks"]


async def test_no_node_remembers_whose_an_answer_was(pair: tuple[Node, Node]) -> None:
    one, other = pair
    session, chair, people = await table(one, other)
    check = (await chair.do("check.open", what="fist", asks="Shall we?"))["made"]
    for number, (each, answer) in enumerate(zip(people, (5, 4, 3, 0), strict=True)):
        await each.until(lambda each=each: "open" in shown(each))
        assert (await each.do("check.answer", f"{ID}-{number}", check=check, answer=answer))["ok"]
        assert each.layers["you"]["check"]["answer"] == answer
    for live in (one, other):
        await until(partial(remembers, live))
    closed = await chair.do("check.close", check=check)
    assert closed["ok"]
    for each in (chair, *people):
        await each.until(lambda each=each: check in shown(each)["by_id"])
        assert shown(each)["by_id"][check]["counts"] == [1, 0, 0, 1, 1, 1]
        assert "check" not in each.layers["you"]
        assert each.welcomes == 1
    for live in (one, other):
        state = await live.rooms.state(session)
        entries = await live.log.read(session)
        assert state == replay(all_from(entry for entry in entries if entry.seq <= state.seq))
        assert state.checks.by_id[check].answers == {}
        await until(lambda: not remembers(one) and not remembers(other))
    late = await people[0].do("check.answer", f"{ID}-0", check=check, answer=5)
    assert late["error"]["code"] == "stale"
    for each in (chair, *people):
        await each.close()


async def test_two_who_close_at_once_close_once(pair: tuple[Node, Node]) -> None:
    one, other = pair
    session, chair, people = await table(one, other)
    second = other.follow(session, await one.person(session, Role.facilitator))
    await second.open()
    check = (await chair.do("check.open", what="fist", asks="Shall we?"))["made"]
    await second.until(lambda: "open" in shown(second))
    sent = [await each.post("check.answer", check=check, answer=5) for each in people]
    sent += [await each.post("check.close", check=check) for each in (chair, second)]
    answers = [await each for each in sent]
    assert sorted("ok" in answer for answer in answers[-2:]) == [False, True]
    entries = await one.log.read(session)
    assert [entry.kind for entry in entries].count("ballots.mixed") <= 1
    given = [json.loads(entry.body) for entry in entries if entry.kind == "check.answered"]
    assert not any(body.get("voter") for body in given)
    # Whoever was taken before the check closed is among the ballots, and nobody else.
    ballots = (await one.rooms.state(session)).checks.by_id[check].ballots
    assert len(ballots) == ["ok" in answer for answer in answers[:4]].count(True)
    for each in (chair, second, *people):
        await each.close()


@dataclass(frozen=True)
class Stopped:
    """A clock that stands where a log ends."""

    at: int

    def now_ms(self) -> int:
        return self.at


async def test_a_log_of_before_is_mixed_by_whoever_loads_it(path: Path) -> None:
    storage = await open_log(path)
    session = SessionId(await new_session(storage))
    entries = entries_of(FOLDER / "0.1" / "checks.jsonl")
    await storage.append(Append(session, 0, "old", tuple(entries)))
    await storage.close()
    async with node(path, clock=Stopped(entries[-1].at + 1)) as live:
        before = replay(all_from(entries))
        unnamed = [check for check in before.checks.by_id.values() if not check.named]
        assert all(check.answers for check in unnamed)
        await live.rooms.state(session)
        actor = await live.rooms.actor(session)
        await until(lambda: not actor.state.checks.to_mix)
        after = await live.log.read(session)
        assert actor.state == replay(all_from(after))
        assert [entry.kind for entry in after].count("ballots.mixed") == len(unnamed)
        for check in unnamed:
            now = actor.state.checks.by_id[check.id]
            assert (now.answers, len(now.ballots)) == ({}, len(check.answers))
            assert now.counts() == check.counts() if check.what != "ranked" else True
        settled = [entry for entry in after if entry.kind == "objection.settled"]
        assert sorted(bool(entry.actor) for entry in settled) == [False, True]
        somebody = ParticipantId(before.people.order[1])
        assert actor.state.people.by_id[somebody].name == before.people.by_id[somebody].name
