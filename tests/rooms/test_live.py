"""A session over real sockets: welcome, frames, answers, and refusals that lose nothing."""

import asyncio
import contextlib
import json
import time

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.frames import Frame, Opcode

from app.access.limits import PERSON
from app.facilitation.actors import Device, Integrator, Person
from app.facilitation.commands import AddDevice, RevokeDevice
from app.facilitation.ids import DeviceId, DeviceScope, KeyId, Role
from tests.rooms.node import Node


async def test_a_hand_reaches_everybody_before_its_answer(live: Node) -> None:
    session = await live.session()
    ana, ben = await live.person(session), await live.person(session)
    async with live.follow(session, ana) as hers, live.follow(session, ben) as his:
        answer = await hers.do("hand.raise")
        assert answer["ok"]
        assert hers.layers["room"]["queue"]["order"] == [ana]
        await his.until(lambda: his.layers["room"]["queue"]["order"] == [ana])
        assert [frame["notices"] for frame in his.frames if "notices" in frame][-1] == [
            {"is": "hand.raised", "participant": ana}
        ]


async def test_a_welcome_has_the_layers_of_the_one_who_is_welcomed(live: Node) -> None:
    session = await live.session()
    ana, chair = await live.person(session), await live.person(session, Role.facilitator)
    async with live.follow(session, ana) as hers, live.follow(session, chair) as chairs:
        assert hers.layers.keys() == {"room", "you"}
        assert chairs.layers.keys() == {"room", "desk", "you"}
        assert hers.layers["you"]["participant"] == ana
        assert hers.socket.subprotocol == "evenfloor.v1"


async def test_only_those_whose_own_facts_changed_get_a_you_frame(live: Node) -> None:
    session = await live.session()
    ana, ben = await live.person(session), await live.person(session)
    async with live.follow(session, ana) as hers, live.follow(session, ben) as his:
        await hers.do("hand.raise")
        await his.until(lambda: his.layers["room"]["queue"]["order"] == [ana])
        assert any("you" in frame for frame in hers.frames if "seq" in frame and "is" not in frame)
        assert not any("you" in frame for frame in his.frames if "seq" in frame and "is" not in frame)


async def test_a_resend_after_a_lost_connection_is_applied_once_and_answered_the_same(live: Node) -> None:
    session = await live.session()
    ana, chair = await live.person(session), await live.person(session, Role.facilitator)
    async with live.follow(session, chair) as chairs:
        first = live.follow(session, ana)
        await first.open()
        await first.do("hand.raise", "mine-1")
        given = await chairs.do("turn.next", "chair-1")
        await first.vanish()
        again = live.follow(session, ana)
        await again.open()
        raised = await again.do("hand.raise", "mine-1")
        assert raised["ok"]
        assert again.layers["room"]["queue"]["order"] == []
        assert await chairs.do("turn.next", "chair-1") == given
        kinds = [entry.kind for entry in await live.log.read(session)]
        assert kinds.count("hand.raised") == 1
        assert kinds.count("turn.started") == 1
        await again.close()


async def test_a_refusal_says_why_and_changes_nothing(live: Node) -> None:
    session = await live.session()
    ana = await live.person(session)
    async with live.follow(session, ana) as hers:
        before = (await live.rooms.state(session)).seq
        answer = await hers.do("session.end")
        assert answer["error"]["code"] == "not_allowed"
        assert answer["error"]["message"].endswith(".")
        assert (await live.rooms.state(session)).seq == before


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ("not json", "malformed"),
        ("[1, 2]", "malformed"),
        ('{"id": "a", "do": "hand.raise", "force": true}', "malformed"),
        ('{"id": "a", "do": "world.end"}', "unknown_command"),
        ('{"id": "a", "do": "limit.set", "limit_ms": 1e999}', "malformed"),
        ('{"id": "a", "do": "limit.set", "limit_ms": NaN}', "malformed"),
        ('{"id": 7, "do": "hand.raise"}', "malformed"),
        ('{"do": "hand.raise"}', "malformed"),
        ('{"id": "a", "do": ' + "[" * 20_000 + "]" * 20_000 + "}", "malformed"),
    ],
)
async def test_what_is_no_command_is_answered_and_the_connection_lives(
    live: Node, frame: str, code: str
) -> None:
    session = await live.session()
    ana = await live.person(session)
    async with live.follow(session, ana) as hers:
        await hers.socket.send(frame)
        await hers.until(lambda: any("error" in received for received in hers.frames))
        assert hers.frames[-1]["error"]["code"] == code
        assert (await hers.do("hand.raise"))["ok"]


async def test_a_binary_frame_is_no_command(live: Node) -> None:
    session = await live.session()
    ana = await live.person(session)
    async with live.follow(session, ana) as hers:
        await hers.socket.send(b'{"id": "a", "do": "hand.raise"}')
        await hers.until(lambda: "error" in hers.frames[-1])
        assert (await hers.do("hand.raise"))["ok"]


async def test_an_oversized_frame_closes_the_connection_and_nothing_else(live: Node) -> None:
    session = await live.session()
    ana, ben = await live.person(session), await live.person(session)
    async with live.follow(session, ana) as hers, live.follow(session, ben) as his:
        await hers.socket.send("x" * 70_000)
        await hers.until(lambda: hers.closed is not None)
        assert hers.closed is not None
        assert hers.closed[0] == 1009
        assert (await his.do("hand.raise"))["ok"]


async def test_commands_in_pieces_and_in_heaps_all_arrive(live: Node) -> None:
    session = await live.session()
    ana = await live.person(session)
    async with live.follow(session, ana) as hers:
        texts = [
            json.dumps({"id": f"heap-{n}", "do": ("hand.raise", "hand.lower")[n % 2]}) for n in range(40)
        ]
        stream = b"".join(Frame(Opcode.TEXT, text.encode()).serialize(mask=True) for text in texts)
        for start in range(0, len(stream), 61):
            hers.socket.transport.write(stream[start : start + 61])
            await asyncio.sleep(0)
        await hers.until(lambda: sum("re" in frame for frame in hers.frames) == 40)
        assert [frame["re"] for frame in hers.frames if "re" in frame] == [f"heap-{n}" for n in range(40)]


async def test_a_token_is_renewed_over_the_socket(live: Node) -> None:
    session = await live.session()
    ana = await live.person(session)
    async with live.follow(session, ana) as hers:
        answer = await hers.do("token.renew")
        claims = live.tokens.read(answer["token"], live.rooms.clock.now_ms())
        assert claims.actor == Person(ana)


async def test_who_is_removed_is_told_and_closed_and_cannot_come_back(live: Node) -> None:
    session = await live.session()
    ana, chair = await live.person(session), await live.person(session, Role.facilitator)
    async with live.follow(session, chair) as chairs:
        hers = live.follow(session, ana)
        await hers.open()
        assert (await chairs.do("participant.remove", participant=ana, keep_out=True))["ok"]
        await hers.until(lambda: hers.closed is not None)
        assert hers.bye == {"is": "bye", "why": "removed"}
        back = live.follow(session, ana)
        await back.open()
        assert (back.welcomes, back.closed and back.closed[0]) == (0, 4003)


async def test_who_turns_out_to_be_somebody_else_here_comes_back_as_that_one(live: Node) -> None:
    session = await live.session()
    ana, twin, chair = [await live.person(session) for _ in range(2)] + [
        await live.person(session, Role.facilitator)
    ]
    async with live.follow(session, chair) as chairs, live.follow(session, ana) as hers:
        other = live.follow(session, twin)
        await other.open()
        for one in (hers, other):
            assert (await one.do("consent.set", to="one_person", given=True))["ok"]
        assert (await chairs.do("participant.merge", participant=ana, other=twin))["ok"]
        await other.until(lambda: other.closed is not None)
        assert other.bye is not None
        assert other.bye["why"] == "restart"
        async with live.follow(session, twin) as back:
            assert back.layers["you"]["participant"] == ana
            assert (await back.do("hand.raise"))["ok"]
            await hers.until(lambda: "hand" in hers.layers["you"])
            renewed = live.tokens.read((await back.do("token.renew"))["token"], live.rooms.clock.now_ms())
            assert renewed.actor == Person(ana)


async def test_a_new_facilitator_gets_the_desk_and_loses_it_again(live: Node) -> None:
    session = await live.session()
    ana, chair = await live.person(session), await live.person(session, Role.facilitator)
    async with live.follow(session, ana) as hers, live.follow(session, chair) as chairs:
        await chairs.do("participant.set_role", participant=ana, role="facilitator")
        await hers.until(lambda: "desk" in hers.layers)
        assert (await hers.do("limit.set", limit_ms=60_000))["ok"]
        await chairs.do("participant.set_role", participant=ana, role="participant")
        await hers.until(lambda: "desk" not in hers.layers)


async def test_a_device_taps_and_a_revoked_one_is_sent_away(live: Node) -> None:
    session = await live.session()
    ana = await live.person(session)
    made = (await live.rooms.serve(session, AddDevice(DeviceScope.tap, "Helper"))).made
    assert made is not None
    tap = Device(DeviceId(made), DeviceScope.tap)
    async with live.follow(session, tap) as helper, live.follow(session, ana) as hers:
        assert helper.layers["you"]["device"] == made
        assert (await helper.do("speech.start", source="tap", participant=ana))["ok"]
        await hers.until(lambda: ana in hers.layers["room"]["speaking"])
        assert "error" in await helper.do("hand.raise")
        await live.rooms.serve(session, RevokeDevice(tap.device))
        await helper.until(lambda: helper.closed is not None)
        assert helper.bye is not None
        assert helper.bye["why"] == "revoked"


async def test_a_key_follows_and_steers_within_its_scopes(live: Node) -> None:
    session = await live.session()
    ana = await live.person(session)
    key = Integrator(KeyId("k"), frozenset({"sessions:run"}))
    reader = Integrator(KeyId("r"), frozenset({"sessions:read"}))
    async with live.follow(session, key) as program, live.follow(session, reader) as watcher:
        assert "desk" in program.layers
        assert "desk" not in watcher.layers
        assert (await program.do("hand.raise", participant=ana))["ok"]
        await watcher.until(lambda: watcher.layers["room"]["queue"]["order"] == [ana])
        assert (await watcher.do("hand.lower", participant=ana))["error"]["code"] == "not_allowed"
        assert (await program.do("token.renew"))["error"]["code"] == "not_allowed"


async def test_two_tabs_of_one_person_are_one_person(live: Node) -> None:
    session = await live.session()
    ana = await live.person(session)
    async with live.follow(session, ana) as one, live.follow(session, ana) as other:
        assert (await one.do("hand.raise"))["ok"]
        await other.until(lambda: "hand" in other.layers["you"])
        assert other.layers["room"]["people"]["counts"]["here"] == 1


async def test_too_many_messages_at_once_are_refused_and_a_flood_is_closed(live: Node) -> None:
    session = await live.session()
    ana, ben = await live.person(session), await live.person(session)
    async with live.follow(session, ana) as hers, live.follow(session, ben) as his:
        with contextlib.suppress(ConnectionClosed):
            for _ in range(4_000):
                await hers.post("hand.raise")
        await hers.until(lambda: hers.closed is not None)
        assert hers.closed is not None
        assert hers.closed[0] == 4429
        codes = [frame["error"]["code"] for frame in hers.frames if "error" in frame]
        assert set(codes) == {"too_fast"}
        assert (await his.do("hand.raise"))["ok"]
        assert [entry.kind for entry in await live.log.read(session)].count("hand.raised") == 2


async def test_a_person_on_many_sockets_sends_no_faster_than_on_one(live: Node) -> None:
    session = await live.session()
    ana = await live.person(session)
    async with contextlib.AsyncExitStack() as stack:
        sockets = [await stack.enter_async_context(live.follow(session, ana)) for _ in range(4)]
        sent = [each.do("hand.raise") for each in sockets for _ in range(PERSON.at_once)]
        answers = await asyncio.gather(*sent)
        assert {answer["error"]["code"] for answer in answers if "error" in answer} == {"too_fast"}


async def test_my_time_comes_at_once_and_the_desk_gets_figures_while_somebody_speaks(live: Node) -> None:
    session = await live.session()
    ana, chair = await live.person(session), await live.person(session, Role.facilitator)
    async with live.follow(session, ana) as hers, live.follow(session, chair) as chairs:
        assert (await hers.do("watch.time", on=True))["ok"]
        await hers.until(lambda: any(f.get("is") == "live" and "you" in f for f in hers.frames))
        assert not any(frame.get("is") == "live" for frame in chairs.frames)
        started = time.monotonic()
        await hers.do("speech.start", source="tap")
        await chairs.until(lambda: sum(f.get("is") == "live" for f in chairs.frames) == 2)
        assert time.monotonic() - started > 1.5
        assert not any(frame.get("is") == "live" and "desk" in frame for frame in hers.frames)
        await hers.do("speech.stop", source="tap")
        await hers.do("watch.time", on=False)


async def test_my_time_of_somebody_who_is_being_sent_away_goes_nowhere(live: Node) -> None:
    session = await live.session()
    ana = await live.person(session)
    async with live.follow(session, ana):
        actor = await live.rooms.actor(session)
        (hers,) = actor.hub.connections()
        # Goodbye has been said, and her device has not answered it yet.
        hers.close("removed")
        actor.figures.watch(hers, on=True)
        assert not hers.is_joined


async def test_a_stopping_server_says_when_to_come_back(live: Node) -> None:
    session = await live.session()
    ana = await live.person(session)
    hers = live.follow(session, ana)
    await hers.open()
    assert live.server is not None
    live.server.should_exit = True
    await hers.until(lambda: hers.closed is not None)
    assert hers.bye == {"is": "bye", "why": "restart", "again_in_ms": 1500}
    assert hers.closed is not None
    assert hers.closed[0] == 1012
