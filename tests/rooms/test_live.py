"""A session over real sockets: welcome, frames, answers, refusals."""

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
