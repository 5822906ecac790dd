"""An erasure on one node is one on all: none keeps in memory what the log no longer holds."""

import json
from functools import partial
from pathlib import Path

import pytest

from app.api.housekeeping import forget
from app.facilitation.decider import replay
from app.facilitation.ids import Role
from app.history import deleting
from app.history.entries import all_from
from app.history.errors import UnknownSession
from tests.privacy.memory import held_in_memory
from tests.rooms.node import Node, node
from tests.rooms.serving import until
from tests.rooms.test_replicas import new_bus, pair

__all__ = ["new_bus", "pair"]

NAME = "QwXzKvJpTrBnMdGf"


async def test_every_node_reads_the_session_anew(pair: tuple[Node, Node]) -> None:
    one, other = pair
    session = await one.session()
    chair = await one.person(session, Role.facilitator)
    ana, ben = await one.person(session, name=NAME), await one.person(session)
    async with one.follow(session, chair) as chairs, other.follow(session, ben) as his:
        assert NAME in json.dumps(his.layers)
        assert held_in_memory(NAME, other.rooms)
        assert (await chairs.do("person.erase", participant=ana))["ok"]
        assert NAME not in json.dumps(chairs.layers)
        # Where news was lost, the next command finds out.
        assert (await his.do("hand.raise"))["ok"]
        await his.until(lambda: NAME not in json.dumps(his.layers))
        for live in (one, other):
            state = await live.rooms.state(session)
            entries = await live.log.read(session, 0)
            assert state == replay(all_from(entry for entry in entries if entry.seq <= state.seq))
            assert held_in_memory(NAME, live.rooms) == []
        assert (await chairs.do("hand.raise"))["ok"]


async def test_what_waits_with_an_erasure_in_one_batch_is_answered(path: Path) -> None:
    async with node(path) as live:
        session = await live.session()
        chair, ana = await live.person(session, Role.facilitator), await live.person(session, name=NAME)
        async with live.follow(session, chair) as chairs:
            sent = [await chairs.post("hand.raise"), await chairs.post("person.erase", participant=ana)]
            sent += [
                await chairs.post("hand.lower"),
                await chairs.post("participant.remove", participant=ana),
            ]
            answers = [await each for each in sent]
            assert [answer.get("ok", answer.get("error", {}).get("code")) for answer in answers] == [
                True, True, True, "unknown_participant"
            ]  # fmt: skip
            assert chairs.layers["room"]["queue"]["order"] == []
            assert held_in_memory(NAME, live.rooms) == []


async def test_what_was_deleted_on_one_node_is_forgotten_by_all(pair: tuple[Node, Node]) -> None:
    one, other = pair
    session = await one.session()
    ana, ben = await one.person(session, name=NAME), await one.person(session)
    async with one.follow(session, ana) as hers, other.follow(session, ben) as his:
        assert held_in_memory(NAME, other.rooms)
        forget(one.rooms, await deleting.delete_session(one.storage.database, session))
        for each in (hers, his):
            await each.until(lambda each=each: each.closed is not None)
            assert each.bye == {"is": "bye", "why": "deleted"}
    for live in (one, other):
        with pytest.raises(UnknownSession):
            await live.rooms.state(session)
        await until(partial(forgotten, live))


async def test_a_node_that_was_not_told_of_a_deletion_gives_no_answer_from_memory(
    pair: tuple[Node, Node],
) -> None:
    one, other = pair
    session = await one.session()
    await one.person(session, name=NAME)
    assert (await other.rooms.state(session)).people.order
    await deleting.delete_session(one.storage.database, session)
    with pytest.raises(UnknownSession):
        await other.rooms.state(session)
    await until(partial(forgotten, other))
    with pytest.raises(UnknownSession):
        await other.rooms.actor(session)


def forgotten(live: Node) -> bool:
    return held_in_memory(NAME, live.rooms) == []
