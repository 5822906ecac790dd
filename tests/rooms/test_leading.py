"""A meeting whose facilitator is gone, over real sockets: the group is asked, leads itself, and is taken
over."""

import json

from app.facilitation.actors import Integrator
from app.facilitation.commands import ClockSpec
from app.facilitation.ids import KeyId, Mode, Role
from app.facilitation.rights import SCOPES
from tests.rooms.node import Node

START = 5_000_000
CHUNK_MS = 20_000
KEY = Integrator(KeyId("k1"), frozenset(SCOPES))


async def test_a_group_goes_on_without_its_facilitator_who_takes_over_without_a_jump(
    live: Node,
) -> None:
    session = await live.session(clock=ClockSpec("driven", START), mode=Mode.open)
    fay = await live.person(session, Role.facilitator, "Fay")
    ana, ben, cal, dee, tom = [
        await live.person(session, name=n) for n in ("Ana", "Ben", "Cal", "Dee", "Tom")
    ]
    chair = live.follow(session, fay)
    await chair.open()
    async with (
        live.follow(session, KEY) as program,
        live.follow(session, ana) as hers,
        live.follow(session, ben) as his,
        live.follow(session, tom) as quiet,
        live.follow(session, cal),
        live.follow(session, dee),
    ):
        now = START

        async def passes(ms: int) -> None:
            nonlocal now
            now += ms
            assert (await program.do("clock.advance", to_at=now))["ok"]

        await program.do("coverage.set", source="api", on=True, participants=[ana, ben, cal, dee, tom])
        assert "turn.next" not in hers.layers["you"]["rights"]
        assert (await hers.do("lead.accept"))["error"]["code"] == "stale"

        await chair.vanish()
        await program.until(lambda: not program.layers["desk"]["people"][fay]["connected"])
        await passes(120_000)
        await hers.until(lambda: hers.layers["room"]["lead"].get("needed") == 2)
        assert (await hers.do("lead.accept"))["ok"]
        assert hers.layers["you"]["accepted_lead"] is True
        assert (await hers.do("turn.next"))["error"]["code"] == "not_allowed"
        assert (await his.do("lead.accept"))["ok"]
        await hers.until(lambda: "turn.next" in hers.layers["you"]["rights"])

        speakers = [ana, ben, cal, dee]
        for chunk in range(40):
            await passes(CHUNK_MS)
            said = {"participant": speakers[chunk % 4], "from_at": now - CHUNK_MS, "to_at": now}
            assert (await program.do("speech.report", utterances=[said], sent_at=now))["ok"]
        asks = {"g1": {"rule": "quiet_voice", "actions": ["go_round", "by_voice"]}}
        await hers.until(lambda: hers.layers["room"]["lead"]["nudges"]["by_id"] == asks)
        await quiet.until(lambda: quiet.layers["room"] == hers.layers["room"])
        assert quiet.layers["you"]["invitations"]["order"] == []
        told = program.layers["desk"]["nudges"]["by_id"]
        assert [one["rule"] for one in told.values()] == ["dead_air"]
        assert tom not in json.dumps(hers.layers["room"]["lead"])

        assert (await his.do("nudge.act", nudge="g1", action="go_round"))["ok"]
        assert (await hers.do("turn.next"))["ok"]
        await hers.until(lambda: hers.layers["room"]["floor"].get("turn", {}).get("participant") == ana)

        back = live.follow(session, fay)
        await back.open()
        assert back.layers["room"]["lead"]["since_at"] == START + 120_000
        await hers.until(lambda: hers.layers["room"] == back.layers["room"])
        before = hers.layers["room"]
        assert (await back.do("lead.take_over"))["ok"]
        await hers.until(lambda: hers.layers["room"]["lead"] == {})
        assert {**hers.layers["room"], "lead": before["lead"], "agenda": before["agenda"]} == before
        assert back.layers["desk"]["nudges"]["by_id"] == told
        refused = await his.do("turn.next", after=before["floor"]["turn"]["id"])
        assert refused["error"]["code"] == "not_allowed"
        await back.close()
