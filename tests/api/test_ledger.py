"""Decisions over REST: from the draft to the public page, late words when the session is over, exports."""

import csv
import io
import re
from typing import Any

import pytest

from app.facilitation.decisions.accepting import LATE_MS
from tests.api.house import House, Room, Seat, refusal

BEGIN = 1_764_000_000_000
STEP_MS = 1_000


class Meeting:
    """Kim facilitates, three people decide; the session's clock is driven."""

    def __init__(self, home: House, room: Room, kim: Seat, people: list[Seat]) -> None:
        self.home, self.room, self.kim, self.people = home, room, kim, people
        self.ana, self.bo, self.cy = people
        self.now = 0

    async def later(self, ms: int = STEP_MS) -> None:
        """Let the session's clock go on."""
        if not self.now:
            self.now = (await self.read(""))["now"]
        self.now += ms
        await self.home.done(self.kim, "clock.advance", to_at=self.now)

    async def read(self, path: str, who: Seat | None = None) -> Any:
        answer = await self.home.client.get(self.room.url(path), headers=(who or self.kim).headers)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def decided(self, statement: str = "Six stops get a bench") -> str:
        """A decision with what is typed, accepted with open points."""
        drafted = await self.home.done(self.kim, "decision.draft", statement=statement)
        decision = str(drafted["made"])
        await self.home.done(
            self.kim,
            "decision.set_risk",
            decision=decision,
            text="=HYPERLINK(1)",
            likelihood=4,
            impact=5,
            owner="@Joan",
        )
        await self.home.done(
            self.bo, "decision.dissent", decision=decision, text="Nobody *has* signed", named=True
        )
        await self.home.done(self.cy, "decision.dissent", decision=decision, text="Ask Bo about it")
        await self.later()
        check = (await self.home.done(self.kim, "check.open", what="consent", asks=statement))["made"]
        for who in self.people:
            await self.home.done(who, "check.answer", check=check, answer=1)
        await self.home.done(self.kim, "check.close", check=check)
        await self.home.done(
            self.kim, "decision.accept", decision=decision, check=check, with_open_points=True
        )
        return decision

    async def link(self) -> tuple[str, str]:
        """A public link: its id and its secret."""
        answer = await self.home.client.post(self.room.url("/ledger-links"), headers=self.kim.headers)
        assert answer.status_code == 201, answer.text
        made = answer.json()
        return made["link_id"], made["link"].partition("#")[2]

    async def open_link(self, link: str, secret: str) -> Any:
        return await self.home.client.post("/api/v1/access/ledger", json={"link_id": link, "secret": secret})


@pytest.fixture
async def meeting(home: House) -> Meeting:
    room = await home.room(clock={"kind": "driven"})
    kim = await home.facilitator(room)
    await home.done(kim, "session.open")
    people = [await home.join(room, name) for name in ("Ana", "Bo Larsen", "Cy")]
    return Meeting(home, room, kim, people)


async def test_a_decision_goes_from_draft_to_standing_over_rest(meeting: Meeting) -> None:
    decision = await meeting.decided()
    shown = (await meeting.read("/decisions", meeting.ana))["by_id"][decision]
    assert (shown["state"], shown["version"]) == ("provisional", 1)
    assert {point["what"] for point in shown["open_points"]} == {"costs", "affected", "risk", "review"}
    assert len(shown["dissents"]["order"]) == 2
    await meeting.later(LATE_MS + 1)
    shown = (await meeting.read("/decisions", meeting.ana))["by_id"][decision]
    assert shown["state"] == "standing"
    report = await meeting.read("/report", meeting.ana)
    assert report["decisions"]["order"] == [decision]


async def test_a_late_word_reaches_a_session_that_is_over_by_the_code_and_by_the_own_device(
    meeting: Meeting,
) -> None:
    decision = await meeting.decided()
    home = meeting.home
    await home.done(meeting.kim, "session.end")
    # Ana comes back by her own device, the day after.
    await meeting.later(86_400_000)
    back = await home.client.post("/api/v1/access/return", json={"device_secret": meeting.ana.secret})
    token = {"authorization": f"Bearer {back.json()['token']}"}
    word = {"do": "decision.say_late", "decision": decision, "stance": "worry", "text": "Who pays?"}
    said = await home.client.post(meeting.room.url("/commands"), json=word, headers=token)
    assert said.status_code == 200, said.text
    # Dee could not come, and has the code.
    dee = await home.join(meeting.room, "Dee")
    await home.done(dee, "decision.say_late", decision=decision, stance="object", text="My stop is not on it")
    late = (await meeting.read("/decisions"))["by_id"][decision]["late"]
    assert (late["agree"], late["worry"], late["object"]) == (0, 1, 1)
    [objection] = [each for each in late["order"] if late["by_id"][each]["stance"] == "object"]
    await meeting.later(86_400_000)
    await meeting.later(1)
    assert (await meeting.read("/decisions"))["by_id"][decision]["state"] == "provisional"
    assert refusal(await home.ask_to_join(meeting.room, "Eve"))[1] == "ended"
    await home.done(meeting.kim, "decision.answer_late", decision=decision, word=objection, text="Next year")
    await meeting.later(1)
    assert (await meeting.read("/decisions"))["by_id"][decision]["state"] == "standing"


async def test_you_said_we_did_opens_without_an_account_and_closes_when_it_is_taken_back(
    meeting: Meeting,
) -> None:
    decision = await meeting.decided()
    link, secret = await meeting.link()
    assert len(secret) >= 32
    opened = await meeting.open_link(link, secret)
    assert opened.status_code == 200
    page = opened.json()
    assert page["order"] == [decision]
    assert page == await meeting.read("/you-said", meeting.ana)
    text = opened.text
    # Bo lets the name be shown with Bo's own words, not in those of others.
    assert "Ask […] about it" in text
    assert '"name":"Bo Larsen"' in text
    assert not any(seat.participant in text for seat in meeting.people)
    other, other_secret = await meeting.link()
    assert refusal(await meeting.open_link(link, other_secret)) == (403, "wrong_link")
    assert refusal(await meeting.open_link(link, secret[:-1])) == (403, "wrong_link")
    await meeting.home.done(meeting.kim, "ledger.unshare", link=link)
    assert refusal(await meeting.open_link(link, secret)) == (403, "wrong_link")
    assert (await meeting.open_link(other, other_secret)).status_code == 200


async def test_only_facilitators_make_links(meeting: Meeting) -> None:
    answer = await meeting.home.client.post(meeting.room.url("/ledger-links"), headers=meeting.ana.headers)
    assert refusal(answer) == (403, "not_allowed")


async def test_the_risks_are_a_table_in_which_nothing_is_a_formula(meeting: Meeting) -> None:
    await meeting.decided("+Six stops")
    answer = await meeting.home.client.get(meeting.room.url("/risks.csv"), headers=meeting.ana.headers)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    head, row = csv.reader(io.StringIO(answer.text))
    assert dict(zip(head, row, strict=True)) == {
        "decision": "'+Six stops",
        "version": "1",
        "state": "provisional",
        "risk": "'=HYPERLINK(1)",
        "likelihood": "4",
        "impact": "5",
        "what_to_do": "act",
        "owner": "'@Joan",
        "mitigation": "",
    }


async def test_the_decisions_are_a_text_in_markdown(meeting: Meeting) -> None:
    url = meeting.room.url("/decisions.md")
    before = await meeting.home.client.get(url, headers=meeting.ana.headers)
    assert "\n\nNothing has been written down as a decision." in before.text
    decision = await meeting.decided()
    answer = await meeting.home.client.get(url, headers=meeting.ana.headers)
    assert "Nothing has been" not in answer.text
    assert answer.headers["content-type"] == "text/markdown; charset=utf-8"
    text = answer.text
    for wanted in (
        "# Bus stop redesign: what we decided",
        "## Six stops get a bench",
        "- Status: Agreed, provisional: late words are open.",
        "- Agreed: 3 of 3 who answered",
        r"“Nobody \*has\* signed” (Bo Larsen).",
        "“Ask Bo about it” (name not shown).",
        "### What it costs\n\n_not said yet_",
    ):
        assert wanted in text, text
    assert re.search(r"^- Date: \d{4}-\d\d-\d\d$", text, re.MULTILINE)
    only = await meeting.home.client.get(url, params={"decision": decision}, headers=meeting.ana.headers)
    assert "## Six stops get a bench" in only.text
    none = await meeting.home.client.get(url, params={"decision": "none"}, headers=meeting.ana.headers)
    assert refusal(none) == (404, "unknown_decision")


async def test_what_people_know_is_read_without_whose_it_is(meeting: Meeting) -> None:
    home = meeting.home
    await home.done(meeting.ana, "knowledge.add", what="story", text="I fell here")
    unclear = (await home.done(meeting.bo, "unclear.say", text="What is a kerb?"))["made"]
    answer = await home.client.get(meeting.room.url("/knowledge"), headers=meeting.cy.headers)
    assert answer.json()["unclear"]["by_id"][unclear] == {"text": "What is a kerb?", "open": True}
    assert not any(seat.participant in answer.text for seat in meeting.people)
