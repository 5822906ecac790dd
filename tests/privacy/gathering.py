"""A random session through the real server, and every byte that anybody gets of it.

Each field in which a person can write something holds a canary: 16 random characters that stand nowhere else.
"""

from __future__ import annotations

import asyncio
import json
import logging
import random
import secrets
import string
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx

from app.access.endpoints import ENDPOINTS
from app.facilitation.rights import READ, RUN, SCOPES
from app.wire.codec import COMMAND_TYPES
from app.wire.schema import PUBLIC_COMMANDS
from app.wire.shapes import (
    Choice,
    Either,
    Many,
    Number,
    OrNull,
    Record,
    Row,
    Shape,
    Text,
    Truth,
    Whole,
    record_of,
)
from tests.api.serving import Running
from tests.rooms.follower import Follower

STEP_MS = 30_000
"""So far the session's clock goes with each command: nudges and figures come within a few hundred."""

DESK, PERSON, DEVICE, KEY, CONTACT = "desk", "person", "device", "key", "contact"
"""What somebody who reads is, as far as what they may read depends on it."""

OF_A_SESSION = "GET /sessions/{session_id}"

READS = tuple(
    sorted(
        name.removeprefix(OF_A_SESSION)
        for name in ENDPOINTS
        if name.startswith(OF_A_SESSION) and not name.endswith("/live")
    )
)
"""The addresses of a session that answer to GET."""

AS_TEXT = ("/decisions.md", "/risks.csv")
"""Those of them that answer with a page or a table: their words are looked through, fields they have none."""

STAYS = {
    "person.erase",
    "clock.advance",
    "participant.remove",
    "participant.merge",
    "participant.set_role",
    "participant.let_in",
    "device.revoke",
    "session.end",
}
"""Commands that would change who reads what; they are given about those alone whom nobody listens for."""


@dataclass(frozen=True)
class Canary:
    """Words that somebody wrote: in which field of what, who sent it, and whether it was taken."""

    text: str
    do: str
    field: str
    sender: str
    taken: bool


@dataclass(frozen=True)
class Heard:
    """Something that a reader got. `by` is their name, `kind` what they are, `on` where it came from."""

    by: str
    kind: str
    on: str
    text: str


@dataclass
class Gathering:
    """What was written, and what was read, by whom."""

    canaries: list[Canary] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    secrets: list[str] = field(default_factory=list)
    contact: dict[str, str] = field(default_factory=dict)
    """How the contact for concerns reads what was written to them."""

    def concerned(self) -> str:
        """The words of somebody's concern."""
        return next(each.text for each in self.canaries if each.do == "concern.raise")

    taken: set[str] = field(default_factory=set)


class LogKept(logging.Handler):
    """Every line that any logger writes, at whatever level."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


class Random:
    """Random commands about what there is."""

    def __init__(self, seed: int) -> None:
        self.choose = random.Random(seed)
        self.written: list[tuple[str, str]] = []
        # Where the session's clock stands.
        self.now = 0

    def canary(self, where: str) -> str:
        """Sixteen characters that stand nowhere else; remembered with the field that they go into."""
        text = "".join(self.choose.choices(string.ascii_letters, k=16))
        self.written.append((where, text))
        return text

    def command(self, do: str, known: Mapping[str, list[str]]) -> dict[str, Any]:
        """A command of a kind, its ids drawn from those that are known."""
        self.written = []
        return {"do": do, **self._fields(record_of(COMMAND_TYPES[do], "do"), known)}

    def _fields(self, record: Record, known: Mapping[str, list[str]]) -> dict[str, Any]:
        made = {}
        for each in record.fields:
            if each.required or self.choose.random() < 0.5:
                made[each.name] = self._value(each.name, each.shape, known)
        return made

    def _value(self, name: str, shape: Shape, known: Mapping[str, list[str]]) -> Any:
        match shape:
            case Text(_, ""):
                return self.canary(name)
            case Text(_, of):
                return self.choose.choice(known.get(of) or ["none"])
            case Whole() if name.endswith("_at"):
                return self.now - self.choose.choice([0, 500, 3_000, 9_000])
            case Whole():
                return self.choose.choice([0, 1, 500, 3_000, 60_000])
            case Number():
                return self.choose.random()
            case Truth():
                return self.choose.random() < 0.5
            case Choice(values, _) | Either(values):
                return self.choose.choice(values)
            case OrNull(inner):
                return None if self.choose.random() < 0.3 else self._value(name, inner, known)
            case Many(inner):
                return [self._value(name, inner, known) for _ in range(self.choose.randrange(3))]
            case Row(parts):
                return [self._value(name, part, known) for part in parts]
            case Record():
                return self._fields(shape, known)
            case _:
                raise AssertionError(shape)


@dataclass
class Reader:
    """Somebody who listens, and may send."""

    name: str
    kind: str
    token: str
    reads_as: str
    """What they are where they read over REST."""
    ear: Follower


@asynccontextmanager
async def at_table(
    server: Running, seed: int, gathered: Gathering
) -> AsyncIterator[tuple[dict[str, Reader], Any, Random]]:
    """A room with everybody whom a session can have, each on an open socket."""
    draw = Random(seed)

    def written(do: str, name: str, sender: str) -> str:
        text = draw.canary(name)
        gathered.canaries.append(Canary(text, do, name, sender, taken=True))
        return text

    async with AsyncExitStack() as stack:
        client = await stack.enter_async_context(
            httpx.AsyncClient(base_url=f"{server.url}/api/v1", timeout=30)
        )

        async def post(path: str, body: dict[str, Any], token: str = "") -> Any:
            headers = {"authorization": f"Bearer {token}"} if token else {}
            answer = await client.post(path, json=body, headers=headers)
            assert answer.status_code < 300, answer.text
            return answer.json()

        made = await post(
            "/rooms",
            {
                "name": written("rooms", "name", "nobody"),
                "purpose": "decide",
                "setting": "mixed",
                "people": [{"name": written("rooms", "people", "nobody")} for _ in range(3)],
                "clock": {"kind": "driven"},
            },
        )
        session, room = made["session"]["id"], made["room"]
        secret = made["facilitator_link"].partition("#")[2]
        door = {"room_id": room["id"], "secret": secret, "name": written("facilitator", "name", "Kim")}
        seats = {"Kim": await post("/access/facilitator", door)}
        for name, role in {"Ana": "", "Ben": "", "Sue": "supporter", "Oz": "observer"}.items():
            body = {"code": room["code"], "name": written("join", "name", name), "place": "phone"}
            seats[name] = await post("/join", body)
            if role:
                about = {
                    "do": "participant.set_role",
                    "participant": seats[name]["participant_id"],
                    "role": role,
                }
                await post(f"/sessions/{session}/commands", about, seats["Kim"]["token"])
        readers = {}
        url = f"ws{server.url.removeprefix('http')}/api/v1/sessions/{session}/live"

        async def sits(name: str, kind: str, token: str, reads_as: str) -> None:
            ear = await stack.enter_async_context(Follower(url, token))
            readers[name] = Reader(name, kind, token, reads_as, ear)

        for name, seat in seats.items():
            kind = DESK if name == "Kim" else PERSON
            await sits(name, kind, seat["token"], kind)
            gathered.secrets += [seat["token"], seat["device_secret"]]
        for name, scope in {"screen": "screen", "helper": "tap"}.items():
            body = {"scope": scope, "name": written("device.add", "name", "Kim")}
            link = await post(f"/sessions/{session}/devices", body, seats["Kim"]["token"])
            shown = link["link"].partition("#")[2]
            seat = await post("/access/device", {"device_id": link["device_id"], "secret": shown})
            await sits(name, DEVICE, seat["token"], DEVICE)
            gathered.secrets += [shown, seat["token"]]
        for scope in SCOPES:
            key = await asyncio.to_thread(server.key, scope)
            token = (await post("/access/token", {"session_id": session}, key))["token"]
            await sits(scope, DESK if scope == RUN else KEY, token, DESK if scope == READ else KEY)
            gathered.secrets += [key, token]
        gathered.secrets.append(secret)
        gathered.contact = await _contact(post, session, seats, written)
        await post(f"/sessions/{session}/commands", {"do": "session.open"}, seats["Kim"]["token"])
        yield readers, (client, session, room["id"]), draw
        # Everybody has what was sent to them once they have been answered after it.
        for reader in readers.values():
            await reader.ear.do("token.renew")
            gathered.heard += [Heard(reader.name, reader.kind, "socket", text) for text in reader.ear.raw]


async def _contact(
    post: Callable[..., Awaitable[Any]],
    session: str,
    seats: Mapping[str, Any],
    written: Callable[[str, str, str], str],
) -> dict[str, str]:
    """Somebody is named for concerns and has opened their link; two write to them, one without a name."""
    kim = seats["Kim"]["token"]
    name, reach = (written("contact.set", field, "Kim") for field in ("name", "reach"))
    about = {"do": "contact.set", "name": name, "reach": reach}
    await post(f"/sessions/{session}/commands", about, kim)
    link = await post(f"/sessions/{session}/concern-links", {}, kim)
    door = {"link_id": link["link_id"], "own": secrets.token_urlsafe(32)}
    await post("/access/concerns", {**door, "secret": link["link"].partition("#")[2]})
    for who, named in (("Ana", False), ("Oz", True)):
        concern = {"do": "concern.raise", "text": written("concern.raise", "text", who), "named": named}
        await post(f"/sessions/{session}/commands", concern, seats[who]["token"])
    return door


async def gather(server: Running, seed: int, steps: int) -> Gathering:
    """Drive a random session; all that was written in it, and all that anybody got."""
    gathered = Gathering()
    async with at_table(server, seed, gathered) as (readers, (client, session, room), draw):
        senders = list(readers.values())
        commands = sorted(PUBLIC_COMMANDS)
        sent: dict[str, list[str]] = {}
        draw.now = readers["Kim"].ear.layers["room"]["session"]["created_at"]
        for step in range(steps):
            draw.now += STEP_MS
            await readers["Kim"].ear.do("clock.advance", to_at=draw.now)
            if step % 10 == 0:
                await _go_on(readers)
            who = draw.choose.choice(
                senders if draw.choose.random() < 0.4 else [readers["Kim"], readers["Ana"]]
            )
            do = draw.choose.choice(commands)
            known = _known(readers["Kim"].ear, sent.get(who.name, []), watched=do in STAYS, room=readers)
            body = draw.command(do, known)
            if do == "person.erase":
                body["participant"] = draw.choose.choice(known["ParticipantId"] or ["none"])
            if do == "clock.advance" or (do == "session.end" and draw.choose.random() < 0.9):
                continue
            command_id = f"{draw.canary('id')}-{step}"
            if draw.choose.random() < 0.8:
                answer = await who.ear.do(body.pop("do"), command_id, **body)
            else:
                got = await client.post(
                    f"/sessions/{session}/commands", json={"id": command_id, **body}, headers=_shown(who)
                )
                gathered.heard.append(Heard(who.name, who.kind, "answer", got.text))
                answer = got.json()
            taken = answer.get("ok") is True
            gathered.canaries += [Canary(text, do, name, who.name, taken) for name, text in draw.written]
            if taken:
                gathered.taken.add(do)
                sent.setdefault(who.name, []).append(command_id)
            if do == "session.end":
                await readers["Kim"].ear.do("session.reopen")
            if step % 100 == 99 or step == steps - 1:
                page = await client.post("/access/concerns", json=gathered.contact)
                gathered.heard.append(Heard("contact", CONTACT, "GET /concerns", page.text))
                for reader in senders:
                    for path in READS:
                        got = await client.get(f"/sessions/{session}{path}", headers=_shown(reader))
                        on = f"GET {path}".rstrip()
                        gathered.heard.append(Heard(reader.name, reader.reads_as, on, got.text))
                    if reader.kind == DESK:
                        found = await client.post(
                            f"/sessions/{session}/mentions",
                            json={"words": gathered.concerned()},
                            headers=_shown(reader),
                        )
                        gathered.heard.append(Heard(reader.name, DESK, "POST /mentions", found.text))
                    for path in (f"/rooms/{room}", f"/rooms/{room}/sessions", "/rooms", "/sessions"):
                        got = await client.get(path, headers=_shown(reader))
                        gathered.heard.append(Heard(reader.name, reader.reads_as, "GET rooms", got.text))
                    got = await client.get(f"/rooms/{room}/trends", headers=_shown(reader))
                    gathered.heard.append(Heard(reader.name, reader.reads_as, "GET /trends", got.text))
    return gathered


async def _go_on(readers: Mapping[str, Reader]) -> None:
    """Whatever was done at random, Ana has the floor and others wait: so that there is something to see."""
    kim, ana = readers["Kim"].ear, readers["Ana"].ear.layers["you"]["participant"]
    await kim.do("mode.set", mode="queue")
    turn = kim.layers["room"]["floor"].get("turn", {}).get("id")
    await kim.do("turn.give", participant=ana, **({"after": turn} if turn else {}))
    await readers["Ben"].ear.do("hand.raise")


def _shown(reader: Reader) -> dict[str, str]:
    return {"authorization": f"Bearer {reader.token}"}


def _known(
    kim: Follower, sent: list[str], *, watched: bool, room: Mapping[str, Reader]
) -> dict[str, list[str]]:
    """The ids that there are, as a facilitator's screen shows them; `watched`: none of those who listen."""
    layers = kim.layers
    listening = {
        each.ear.layers["you"].get("participant") or each.ear.layers["you"].get("device")
        for each in room.values()
    }
    people = list(layers["room"]["people"]["order"])
    devices = list(layers["desk"]["devices"])
    turn = layers["room"]["floor"].get("turn", {}).get("id", "none")
    if watched:
        people = [each for each in people if each not in listening]
        devices = [each for each in devices if each not in listening]
    return {
        "ParticipantId": people,
        "DeviceId": devices,
        "TurnId": [turn],
        "NudgeId": list(layers["desk"]["nudges"].get("order", [])),
        "DecisionId": [layers["room"]["decisions"].get("draft", "none")],
        "CommandId": sent[-3:],
    }


def paths(value: Any, at: str = "") -> set[str]:
    """The paths of all fields of a JSON value; ids are written `*`, list places `[]`."""
    if isinstance(value, dict):
        found = set()
        for name, inner in value.items():
            found |= paths(inner, f"{at}.{'*' if _is_id(name) else name}".lstrip("."))
        return found or {at}
    if isinstance(value, list):
        return set().union(*(paths(inner, f"{at}[]") for inner in value)) or {at}
    return {at}


def _is_id(name: str) -> bool:
    if (
        name.isdigit()
        or name.startswith("typed_")
        or (name[:1] in {"n", "t", "c", "i", "g"} and name[1:].isdigit())
    ):
        return True
    stem = name.partition("-")[0]
    return len(stem) == 16 and set(stem) <= set("0123456789abcdefghjkmnpqrstvwxyz")


def fields_of(heard: Heard) -> set[str]:
    """The fields that something told: of a frame by its layer, of an answer by its address."""
    if heard.on.removeprefix("GET ") in AS_TEXT and not heard.text.startswith("{"):
        return set()
    value = json.loads(heard.text)
    if heard.on == "answer" or "re" in value:
        return {f"answer.{path}" for path in paths(value)} if "type" not in value else set()
    if heard.on != "socket":
        return {f"{heard.on}.{path}" for path in paths(value)} if "type" not in value else set()
    if value.get("is") == "welcome":
        found = paths(value) - {"is"}
        return {path if path.startswith(("room.", "desk.", "you.")) else f"welcome.{path}" for path in found}
    if value.get("is") == "live":
        return {f"live {path}" if "." in path else f"live.{path}" for path in paths(value) - {"is"}}
    found = set()
    for name, inner in value.items():
        if name == "notices":
            for notice in inner:
                found |= {f"notice {notice['is']}.{path}" for path in paths(notice)}
        elif name in {"room", "desk", "you"}:
            found |= paths(inner, name)
        else:
            found |= paths(inner, f"frame.{name}")
    return found
