"""A decision of an earlier session, looked at again from the room's next one, over REST."""

import asyncio
from typing import Any

import pytest

from app.facilitation.decisions.accepting import LATE_MS
from app.facilitation.ids import SessionId
from tests.api.house import House, Room, Seat, refusal
from tests.api.test_ledger import Meeting


class Again:
    """The room's next session, and the decision of the one before."""

    def __init__(self, first: Meeting, decision: str, kim: Seat, people: list[Seat]) -> None:
        self.first, self.home = first, first.home
        self.decision = decision
        self.kim, self.people = kim, people

    def url(self, path: str) -> str:
        return f"/api/v1/sessions/{self.kim.session}{path}"

    async def read(self, path: str, who: Seat | None = None) -> Any:
        answer = await self.home.client.get(self.url(path), headers=(who or self.kim).headers)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def bring(self, who: Seat | None = None, **other: str) -> Any:
        asked = {"session_id": self.first.room.session, "decision": self.decision, **other}
        headers = (who or self.kim).headers
        return await self.home.client.post(self.url("/earlier-decisions"), json=asked, headers=headers)

    async def told(self) -> Any:
        """The decision where it was taken, as soon as that has been told."""
        session = SessionId(self.first.room.session)
        entries = await self.home.context.log.read(session)
        async with asyncio.timeout(30):
            while entries[-1].kind != "decision.followed":
                entries = await self.home.context.log.read(session)
        await (await self.home.context.rooms.actor(session)).reach(entries[-1].seq)
        return (await self.first.read("/decisions"))["by_id"][self.decision]

    async def agreed(self, asks: str) -> str:
        check = str((await self.home.done(self.kim, "check.open", what="consent", asks=asks))["made"])
        for who in self.people:
            await self.home.done(who, "check.answer", check=check, answer=1)
        await self.home.done(self.kim, "check.close", check=check)
        return check


@pytest.fixture
async def again(home: House) -> Again:
    room = await home.room(clock={"kind": "driven"})
    kim = await home.facilitator(room)
    await home.done(kim, "session.open")
    first = Meeting(home, room, kim, [await home.join(room, name) for name in ("Ana", "Bo Larsen", "Cy")])
    decision = await decided(first, statement="Six stops get a bench")
    await home.done(kim, "session.end")
    return Again(first, decision, *await next_session(home, room, kim))


async def decided(first: Meeting, **begun: str) -> str:
    """A decision that stands, its day past, with a dissent and how sure people were."""
    home, kim = first.home, first.kim
    decision = str((await home.done(kim, "decision.draft", **begun))["made"])
    await home.done(kim, "decision.set", decision=decision, review_at=1_000, costs=["Bo Larsen's budget"])
    await home.done(first.bo, "decision.dissent", decision=decision, text="Nobody has signed", named=True)
    for who, percent in zip(first.people, (40, 90, 60), strict=True):
        await home.done(who, "decision.say_sure", decision=decision, percent=percent)
    await first.later()
    check = (await home.done(kim, "check.open", what="consent", asks="Benches?"))["made"]
    for who in first.people:
        await home.done(who, "check.answer", check=check, answer=1)
    await home.done(kim, "check.close", check=check)
    await home.done(kim, "decision.accept", decision=decision, check=check, with_open_points=True)
    await first.later(LATE_MS + 1)
    return decision


async def next_session(home: House, room: Room, kim: Seat) -> tuple[Seat, list[Seat]]:
    """The room's next session, open, with people in it."""
    made = await home.client.post(f"/api/v1/rooms/{room.id}/sessions", json={}, headers=kim.headers)
    assert made.status_code == 201, made.text
    got = made.json()["seat"]
    seat = Seat(got["session_id"], got["participant_id"], got["token"], "")
    await home.done(seat, "session.open")
    return seat, [await home.join(room, name) for name in ("Dee", "Eli", "Flo")]


async def test_a_decision_whose_day_has_come_is_reviewed_from_the_next_meeting(again: Again) -> None:
    [listed] = (await again.read("/earlier-decisions"))["decisions"]
    assert (listed["number"], listed["due"], listed["here"]) == (1, True, False)
    assert listed["decision_id"] == again.decision
    # Who led it reads who disagreed, then as now; how sure they were is for the review.
    [dissent] = listed["decision"]["dissents"]["by_id"].values()
    assert (dissent["text"], dissent["name"]) == ("Nobody has signed", "Bo Larsen")
    assert listed["decision"]["sure"] == {"answered": 3}
    assert (await again.bring()).json()["made"] == again.decision
    # Everybody of the new meeting reads it, by the way that they read its own decisions.
    here = (await again.read("/decisions", again.people[0]))["by_id"][again.decision]
    assert (here["state"], here["origin"]["number"]) == ("standing", 1)
    await again.home.done(
        again.kim, "decision.review", decision=again.decision, came="worse", text="Two are broken"
    )
    there = await again.told()
    assert there["sure"] == {"answered": 3, "lowest": 40, "middle": 60, "highest": 90}
    assert there["reviews"][0]["number"] == 2
    # The page that people got the link to a year ago says it, too.
    page = await again.first.read("/you-said")
    assert page["by_id"][again.decision]["reviews"][0]["text"] == "Two are broken"
    later = await again.read("/you-said")
    assert later["by_id"][again.decision]["costs"] == ["[…]'s budget"]
    [listed] = (await again.read("/earlier-decisions"))["decisions"]
    assert listed["here"] is True
    text = (await again.home.client.get(again.url("/decisions.md"), headers=again.kim.headers)).text
    assert "- Decided in meeting 1 of this room" in text
    assert "Worse than hoped. Two are broken" in text


async def test_a_new_version_in_the_next_meeting_takes_the_place_of_the_old_one_where_that_was_taken(
    again: Again,
) -> None:
    await again.bring()
    drafted = await again.home.done(again.kim, "decision.draft", supersedes=again.decision, statement="Eight")
    check = await again.agreed("Eight stops?")
    await again.home.done(
        again.kim, "decision.accept", decision=drafted["made"], check=check, with_open_points=True
    )
    there = await again.told()
    assert (there["state"], there["superseded_by"], there["superseded_in"]) == (
        "superseded",
        drafted["made"],
        2,
    )
    assert (await again.read("/earlier-decisions"))["decisions"] == []
    assert refusal(await again.bring()) == (409, "stale")
    # Words that are none of its own may go from that meeting: the old version keeps what it has in this one.
    await again.home.done(again.first.kim, "words.redact", at_seq=2)
    await again.home.context.rooms.told()
    costs = (await again.read("/decisions"))["by_id"][again.decision]["costs"]
    assert costs == there["costs"]
    assert costs


async def test_what_was_not_told_when_the_server_went_is_told_when_the_session_is_loaded(
    again: Again,
) -> None:
    rooms = again.home.context.rooms
    await again.bring()
    later = await rooms.actor(SessionId(again.kim.session))
    later.decided = None
    await again.home.done(
        again.kim, "decision.review", decision=again.decision, came="worse", text="Two are broken"
    )
    assert (await again.first.read("/decisions"))["by_id"][again.decision]["reviews"] == []
    rooms._let_go(later)
    await later.stop()
    await again.read("/decisions")
    assert (await again.told())["reviews"][0]["came"] == "worse"


@pytest.mark.parametrize("by", ["receipt", "command", "words"])
async def test_words_that_are_erased_go_from_the_later_meeting_too(again: Again, by: str) -> None:
    """A risk that stands there is a concern in the words of who had it."""
    home, first = again.home, again.first
    await home.done(first.kim, "session.reopen")
    collection = (await home.done(first.kim, "idea.collect"))["made"]
    ideas = [
        (await home.done(who, "idea.write", what="proposal", text=f"A bench, {number}"))["made"]
        for number, who in enumerate(first.people)
    ]
    await home.done(first.kim, "idea.publish", collection=collection)
    idea = str(ideas[0])
    await home.done(first.bo, "idea.remark", idea=idea, what="concern", text="Who mends what Bo built?")
    again.decision = await decided(first, chosen=idea)
    assert (await again.bring()).status_code == 200
    here = (await again.read("/decisions"))["by_id"][again.decision]
    [risk] = here["risks"]["by_id"].values()
    assert (risk["text"], here["statement"]) == ("Who mends what Bo built?", "A bench, 0")
    if by == "receipt":
        url = first.room.url(f"/participants/{first.bo.participant}/erase")
        assert (await home.client.post(url, headers=first.kim.headers)).status_code == 200
    elif by == "command":
        await home.done(first.kim, "person.erase", participant=first.bo.participant)
    else:
        search = {"words": "what Bo built"}
        found = await home.client.post(first.room.url("/mentions"), json=search, headers=first.kim.headers)
        for each in found.json()["mentions"]:
            await home.done(first.kim, "words.redact", at_seq=each["at_seq"])
    await home.context.rooms.told()
    here = (await again.read("/decisions"))["by_id"][again.decision]
    [risk] = here["risks"]["by_id"].values()
    assert (risk["text"], here["statement"]) == ("", "A bench, 0")
    stored = await home.context.log.read(again.kim.session)
    assert not any("what Bo built" in entry.body for entry in stored)


async def test_only_facilitators_look_again_and_only_at_their_own_room(again: Again) -> None:
    home = again.home
    assert refusal(await again.bring(again.people[0])) == (403, "not_allowed")
    answer = await home.client.get(again.url("/earlier-decisions"), headers=again.people[0].headers)
    assert refusal(answer) == (403, "not_allowed")
    other = await home.room()
    assert refusal(await again.bring(session_id=other.session)) == (404, "unknown_session")
    assert refusal(await again.bring(session_id=again.kim.session)) == (404, "unknown_session")
    assert refusal(await again.bring(decision="none")) == (404, "unknown_decision")
    key = await home.key("sessions:read", "sessions:run")
    listed = await home.client.get(again.url("/earlier-decisions"), headers=key)
    assert [one["decision_id"] for one in listed.json()["decisions"]] == [again.decision]
