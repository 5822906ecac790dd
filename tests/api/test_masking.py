"""Who had which idea and who said what of it, looked for in every byte that a running server sends: to every
socket, over REST, and in its log lines.
"""

import asyncio
import json
import logging
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.facilitation.ideas.record import Ideas
from app.facilitation.jsonable import JsonDict
from app.facilitation.views import desk as desk_views
from tests.api.serving import Running, running
from tests.rooms.follower import Follower, Json

ROOM = {"name": "Bus stops", "purpose": "decide", "setting": "mixed", "people": [{"name": "Dee"}]}
READ = (
    "",
    "/participants",
    "/queue",
    "/floor",
    "/ideas",
    "/ideas/alike",
    "/scores",
    "/resistance",
    "/picks",
    "/checks",
    "/knowledge",
    "/decisions",
    "/decisions.md",
    "/risks.csv",
    "/you-said",
    "/earlier-decisions",
    "/balance",
    "/my-time",
    "/nudges",
    "/lanes",
    "/report",
)


SECTIONS = ("ideas", "scoring", "picks", "resistance", "checks", "knowledge")
"""Parts of a layer that never hold a person."""
WEIGHING = (
    "idea",
    "collection",
    "scoring",
    "resistance",
    "ask",
    "pick",
    "check",
    "objection",
    "knowledge",
    "unclear",
)
"""How notices of them begin."""


@dataclass
class Written:
    """An idea as only its author, whoever typed it, and the log may know it."""

    id: str
    words: list[str]
    knows: set[str]
    """Names of the seats that know of it."""


@dataclass
class Person:
    """Somebody with a socket, and everything that they were ever sent."""

    name: str
    participant: str
    token: str
    socket: Follower
    sent: list[str] = field(default_factory=list)


@dataclass
class Evidence:
    """What was found where it should not be."""

    leaks: list[str] = field(default_factory=list)

    def search(self, where: str, text: str, ideas: list[Written], who: str) -> None:
        """No word and no id of somebody else's idea stands in this text."""
        for idea in ideas:
            if who not in idea.knows:
                self.leaks += [f"{where}: {needle}" for needle in (idea.id, *idea.words) if needle in text]


class Workshop:
    """Six people at random, on a real server."""

    def __init__(self, server: Running, seed: int, caplog: pytest.LogCaptureFixture) -> None:
        self.server, self.lot, self.caplog = server, random.Random(seed), caplog
        self.people: list[Person] = []
        self.written: list[Written] = []
        self.found = Evidence()
        self.session = self.seated = ""

    async def begin(self) -> None:
        """A room with two facilitators, four participants, and Dee, who has no device."""
        async with httpx.AsyncClient(base_url=f"{self.server.url}/api/v1") as client:
            made = (await client.post("/rooms", json=ROOM)).json()
            self.session = made["session"]["id"]
            secret = made["facilitator_link"].partition("#")[2]
            for name in ("Fay", "Gus", "Ana", "Bo", "Cy", "Eve"):
                chair = name in {"Fay", "Gus"}
                door = (
                    {"room_id": made["room"]["id"], "secret": secret}
                    if chair
                    else {"code": made["room"]["code"]}
                )
                body = {**door, "name": name, **({} if chair else {"place": "phone"})}
                seat = (await client.post("/access/facilitator" if chair else "/join", json=body)).json()
                url = f"ws{self.server.url.removeprefix('http')}/api/v1/sessions/{self.session}/live"
                socket = Follower(url, seat["token"])
                await socket.open()
                self.people.append(Person(name, seat["participant_id"], seat["token"], socket))
        await self.done("Fay", "session.open")
        by_id = self.person("Fay").socket.layers["room"]["people"]["by_id"]
        self.seated = next(each for each, person in by_id.items() if person["name"] == "Dee")

    def person(self, name: str) -> Person:
        return next(person for person in self.people if person.name == name)

    async def done(self, name: str, do: str, **fields: Any) -> Json:
        """A command that must be taken."""
        answer = await self.person(name).socket.do(do, **fields)
        assert "ok" in answer, answer
        return answer

    def words(self) -> str:
        return "".join(self.lot.choice("bcdfghjklmnpqrstvwxz") for _ in range(14))

    async def quiet(self, knows: set[str], doing: str) -> None:
        """Whoever may not know of the last command has been sent nothing since, but the answer to a question
        of their own.
        """
        for person in self.people:
            await person.socket.do("watch.time", on=False)
            since = person.socket.frames[self.marks[person.name] :]
            unasked = [frame for frame in since if "re" not in frame]
            if person.name not in knows and unasked:
                self.found.leaks.append(f"{person.name} was sent {unasked} by {doing}")

    async def mark(self) -> None:
        """From here on frames are counted; everybody has had what came before."""
        self.marks = {}
        for person in self.people:
            await person.socket.do("watch.time", on=False)
        for person in self.people:
            self.marks[person.name] = len(person.socket.frames)

    async def write(self) -> None:
        """Somebody writes; or Fay types what Dee says."""
        name = self.lot.choice(["Ana", "Bo", "Cy", "Eve", "Fay"])
        text = self.words()
        fields: Json = {"what": self.lot.choice(["need", "proposal"]), "text": text}
        if name == "Fay":
            fields["participant"] = self.seated
        await self.mark()
        made = (await self.done(name, "idea.write", **fields))["made"]
        idea = Written(made, [text], {name})
        self.written.append(idea)
        await self.quiet(idea.knows, "idea.write")

    async def revise(self) -> None:
        """Somebody finds better words, or takes the idea back."""
        if not self.written:
            return
        idea = self.lot.choice(self.written)
        [name] = idea.knows
        await self.mark()
        if self.lot.random() < 0.25:
            await self.done(name, "idea.withdraw", idea=idea.id)
            await self.quiet(idea.knows, "idea.withdraw")
            self.written.remove(idea)
            self.gone.append(idea)
            return
        idea.words.append(self.words())
        await self.done(name, "idea.revise", idea=idea.id, text=idea.words[-1])
        await self.quiet(idea.knows, "idea.revise")

    async def hand(self) -> None:
        """Something that all see, in between."""
        name = self.lot.choice(["Ana", "Bo", "Cy", "Eve"])
        await self.done(name, self.lot.choice(["hand.raise", "hand.lower"]))

    async def probe(self) -> None:
        """Somebody tries what is not theirs; the refusal says nothing of it."""
        if self.written:
            idea = self.lot.choice(self.written)
            name = self.lot.choice([p.name for p in self.people if p.name not in idea.knows])
            answer = await self.person(name).socket.do("idea.revise", idea=idea.id, text="mine")
            other = await self.person(name).socket.do("idea.revise", idea="nowhere", text="mine")
            if answer["error"] != other["error"]:
                self.found.leaks.append(f"a refusal tells: {answer['error']}")

    async def read_everything(self, when: str, ideas: list[Written]) -> None:
        """All that REST gives, to everybody and to a key."""
        key = await asyncio.to_thread(self.server.key, "sessions:read")
        readers = [(person.name, person.token) for person in self.people] + [("a key", key)]
        async with httpx.AsyncClient(base_url=f"{self.server.url}/api/v1/sessions/{self.session}") as client:
            for name, token in readers:
                for path in READ:
                    got = await client.get(path, headers={"authorization": f"Bearer {token}"})
                    self.found.search(f"{name} reads {path} {when}", got.text, ideas, name)
            found = await client.get("/report")
            self.found.search(f"anybody reads the report {when}", found.text, ideas, "anybody")

    async def play(self) -> "Evidence":
        """Collect, show, talk; then look at everything that was sent."""
        self.gone: list[Written] = []
        await self.begin()
        collection = (await self.done("Fay", "idea.collect", asks="What would be easier?"))["made"]
        for name in ("Ana", "Bo", "Cy"):
            text = self.words()
            made = (await self.done(name, "idea.write", what="proposal", text=text))["made"]
            self.written.append(Written(made, [text], {name}))
        for _ in range(25):
            [step] = self.lot.choices([self.write, self.revise, self.hand, self.probe], [5, 3, 2, 1])
            await step()
        for name in ("Eve", "Bo", "Cy"):
            text = self.words()
            made = (await self.done(name, "idea.write", what="proposal", text=text))["made"]
            self.written.append(Written(made, [text], {name}))
        everything = [*self.written, *self.gone]
        await self.read_everything("while they are written", everything)
        for person in self.people:
            text = json.dumps(person.socket.frames)
            self.found.search(f"{person.name} was sent", text, everything, person.name)
        await self.done("Gus", "idea.publish", collection=collection)
        await self.weighing()
        await self.after()
        for line in self.caplog.messages:
            self.found.search(f"the log says {line}", line, everything, "the log")
        for person in self.people:
            await person.socket.close()
        return self.found

    async def weighing(self) -> None:
        """Scores, resistance and a check: asked one after the other."""
        pick = self.lot.choice
        ideas = self.person("Fay").socket.layers["room"]["ideas"]["order"][:3]
        questions = ["suitable", "feasible", "acceptable", "beneficial"]
        await self.asked(
            ("scoring", "score.open", {"ideas": ideas}),
            ("score.give", "round", "reason"),
            lambda: {"idea": pick(ideas), "question": pick(questions), "score": pick([1, 2, 3, 4, 5, None])},
            "score.close",
        )
        await self.chosen()
        await self.asked(
            ("resistance", "resistance.open", {"ideas": ideas}),
            ("resistance.give", "survey", "needs"),
            lambda: {"option": pick([*ideas, "leave"]), "level": pick(range(11))},
            "resistance.close",
        )
        await self.asked(
            ("checks", "check.open", {"what": "consent", "asks": "Shall we?"}),
            ("check.answer", "check", "reason"),
            lambda: {"answer": pick([0, 1])},
            "check.close",
        )

    async def chosen(self) -> None:
        """Everybody marks what they want to talk about: the same law as for answers in words."""
        ideas = self.person("Fay").socket.layers["room"]["ideas"]["order"]
        pick = (await self.done("Fay", "pick.open"))["made"]
        told: set[str] = set()
        proposals = self.person("Fay").socket.layers["room"]["picks"]["open"]["ideas"]
        for name in self.lot.sample(["Ana", "Bo", "Cy", "Eve"] * 2, 8):
            await self.mark()
            await self.done(
                name, "pick.give", pick=pick, ideas=self.lot.sample(proposals, self.lot.randint(0, 3))
            )
            await self.counted_or_quiet(name, "picks", "pick.give", first=name not in told)
            told.add(name)
        assert set(proposals) <= set(ideas)
        await self.done("Gus", "pick.close", pick=pick)

    async def asked(
        self,
        opening: tuple[str, str, Json],
        giving: tuple[str, str, str],
        an_answer: Callable[[], Json],
        closing: str,
    ) -> None:
        """Everybody answers; nobody is sent more of it than how many have answered, until it closes.

        `opening`: section of the room, command, its fields; `giving`: command, the field that names what is
        asked, the field that holds words.
        """
        section, opens, fields = opening
        gives, names, says = giving
        made = (await self.done("Fay", opens, **fields))["made"]
        words: list[Written] = []
        for name in self.lot.sample(["Ana", "Bo", "Cy", "Eve"] * 3, 12):
            said = Written("no id", [self.words()], {name})
            first = not any(name in each.knows for each in words)
            await self.mark()
            await self.done(name, gives, **{names: made, says: said.words[0], **an_answer()})
            await self.counted_or_quiet(name, section, gives, first=first)
            words.append(said)
        await self.read_everything(f"during {opens}", words)
        for person in self.people:
            text = json.dumps(person.socket.frames)
            self.found.search(f"{person.name} was sent", text, words, person.name)
        await self.done("Gus", closing, **{names: made})

    async def counted_or_quiet(self, name: str, section: str, doing: str, *, first: bool) -> None:
        """A person's first answer shows that one more has answered; any other shows nothing."""
        counts = [{section: {"open": {"answered": answered}}} for answered in range(1, 5)]
        for person in self.people:
            await person.socket.do("watch.time", on=False)
            since = person.socket.frames[self.marks[person.name] :]
            unasked = [frame for frame in since if "re" not in frame]
            if person.name == name:
                continue
            told = [frame for frame in unasked if frame.get("room") not in counts]
            if told or (unasked and not first):
                self.found.leaks.append(f"{person.name} was sent {unasked} by {doing}")

    async def after(self) -> None:
        """Once they are shown: what was never shown is still nobody's, and no idea stands beside a person."""
        ideas = self.person("Fay").socket.layers["room"]["ideas"]
        if list(ideas["order"]) == [idea.id for idea in self.written]:
            self.found.leaks.append("the order is that of writing")
        drafts = [
            Written(idea.id, idea.words[:-1], idea.knows) for idea in self.written if len(idea.words) > 1
        ]
        hidden = [Written("no id", draft.words, draft.knows) for draft in drafts] + self.gone
        some = self.lot.choice(ideas["order"])
        await self.done("Ana", "idea.remark", idea=some, what="question", text=self.words())
        await self.done("Bo", "idea.hear", idea=some, text="To rest")
        await self.done("Fay", "idea.hold_back", idea=some, reason=self.words())
        await self.read_everything("once they are shown", hidden)
        ids = [person.participant for person in self.people] + [self.seated]
        for person in self.people:
            for frame in person.socket.frames:
                self.found.search(f"{person.name} was sent", json.dumps(frame), hidden, person.name)
                shared = [
                    frame.get(layer, {}).get(section) for layer in ("room", "desk") for section in SECTIONS
                ]
                notices = [each for each in frame.get("notices", []) if each["is"].startswith(WEIGHING)]
                text = json.dumps([shared, notices])
                self.found.leaks += [f"{each} beside ideas for {person.name}" for each in ids if each in text]
        for person in self.people:
            own = set(person.socket.layers["you"].get("ideas", {}).get("order", []))
            theirs = {idea.id for idea in [*self.written, *self.gone] if person.name in idea.knows}
            if own != theirs:
                self.found.leaks.append(f"{person.name} has {own - theirs} among their own")


@pytest.mark.parametrize("seed", [11, 12])
async def test_nothing_that_is_sent_says_who_had_which_idea(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, seed: int
) -> None:
    # All that Evenfloor could log, and what the server under it logs as it is run (it dumps frames at DEBUG).
    caplog.set_level(logging.INFO)
    caplog.set_level(logging.DEBUG, "evenfloor")
    with running(tmp_path) as server:
        found = await Workshop(server, seed, caplog).play()
    assert found.leaks == []


async def test_a_leak_that_is_planted_is_found(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def planted(ideas: Ideas) -> JsonDict:
        return {"held_back": {each: {"text": "", "reason": ""} for each in ideas.by_id}}

    monkeypatch.setattr(desk_views, "desk_ideas", planted)
    with running(tmp_path) as server:
        found = await Workshop(server, 11, caplog).play()
    assert any(leak.startswith("Gus was sent") for leak in found.leaks)
    assert not any(leak.startswith(("Ana was sent", "Bo was sent")) for leak in found.leaks)
