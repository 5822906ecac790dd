"""The tables of rights as the documentation shows them, tried by machine on a running server: every command
and every address, by everybody, and with tokens that are not (or no longer) good.
"""

import itertools
import json
import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from app.access.endpoints import ENDPOINTS, PREFIX
from app.access.limits import PROGRAM, DoorKeeper
from app.access.tables import COMMAND_COLUMNS, ENDPOINT_COLUMNS, LED, NO, OWN, OWN_LED, THEIRS, YES
from app.access.tokens import LIFE_MS, Tokens, claims_of
from app.api.openapi import describe
from app.facilitation.actors import Integrator, Person
from app.facilitation.commands import Newcomer, Seat
from app.facilitation.ids import DeviceScope, KeyId, ParticipantId, SessionId
from app.facilitation.rights import RIGHTS, RUN, SCOPES
from app.history import keys
from app.main import create_app
from app.rooms import pace
from app.rooms.live import PATH
from app.settings import Settings
from app.wire.codec import COMMAND_TYPES
from app.wire.schema import PUBLIC_COMMANDS, SERVER_ONLY
from app.wire.shapes import (
    record_of,
)
from tests.api.house import AWAY, House, Room, house
from tests.api.house import Seat as Sitting
from tests.api.sampling import ABOUT, command
from tests.api.serving import running

DOCS = Path(__file__).parents[2] / "docs" / "access.md"

REFUSED_AT_THE_DOOR = {"not_signed_in", "bad_token", "token_expired", "bad_key", "unknown_device", "removed"}
"""What is answered to whoever is not (or no longer) known."""


ROOM = {"name": "Bus stop redesign", "purpose": "decide", "setting": "mixed"}


def documented(name: str) -> dict[str, list[str]]:
    """A table of the page, by the first cell of each row."""
    page = DOCS.read_text(encoding="utf-8")
    found = re.search(rf"<!-- {name}: .*?-->(.*?)<!-- /{name} -->", page, re.DOTALL)
    assert found is not None
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in found[1].strip().splitlines()]
    return {row[0].strip("`"): row[1:] for row in rows[2:]}


RIGHTS_SHOWN = documented("rights")
ENDPOINTS_SHOWN = documented("endpoints")


@dataclass
class Cast:
    """Everybody who could ask, by the headers that they send."""

    home: House
    room: Room
    kim: Sitting
    people: dict[str, Sitting]
    screen: dict[str, str]
    helpers: dict[str, dict[str, str]]
    """By their jobs."""
    keys: dict[str, dict[str, str]]
    numbers: "itertools.count[int]" = field(default_factory=itertools.count)

    def everybody(self) -> list[dict[str, str]]:
        """All of them."""
        return [
            *(s.headers for s in self.people.values()),
            self.screen,
            *self.helpers.values(),
            *self.keys.values(),
        ]

    def nobody_guessed_yet(self) -> None:
        """Forget the wrong keys that were tried: that they are limited is another test's claim."""
        self.home.context.doors = DoorKeeper()

    async def victim(self) -> str:
        """Somebody to do things to."""
        newcomer = Newcomer(f"Somebody {next(self.numbers)}")
        seated = await self.home.context.rooms.serve(SessionId(self.room.session), Seat((newcomer,)))
        assert seated.made is not None
        return seated.made

    async def supported(self) -> str:
        """Somebody who has named the supporter."""
        somebody, supporter = await self.victim(), self.people["supporter"].participant
        await self.home.done(self.kim, "card.set", participant=somebody, supporter=supporter)
        return somebody


def headers(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


async def device(home: House, room: Room, kim: Sitting, scope: str) -> tuple[str, str]:
    """A device's id and token."""
    url = room.url("/devices")
    made = (await home.client.post(url, json={"scope": scope}, headers=kim.headers)).json()
    door = {"device_id": made["device_id"], "secret": made["link"].partition("#")[2]}
    seat = (await home.client.post("/api/v1/access/device", json=door)).json()
    return made["device_id"], seat["token"]


@pytest.fixture
async def cast(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Cast]:
    # A machine asks faster than people.
    monkeypatch.setattr(pace, "PERSON", PROGRAM)
    async with house(tmp_path) as home:
        room = await home.room(clock={"kind": "driven"})
        kim = await home.facilitator(room)
        await home.done(kim, "session.open")
        people = {"facilitator": kim}
        for role in ("participant", "supporter", "observer"):
            people[role] = await home.join(room, role.title())
            await home.done(kim, "participant.set_role", participant=people[role].participant, role=role)
        shown = {each.value: headers((await device(home, room, kim, each.value))[1]) for each in DeviceScope}
        screen = shown.pop("screen")
        made = {scope: await home.key(scope) for scope in SCOPES}
        yield Cast(home, room, kim, people, screen, shown, made)


async def said(cast: Cast, body: Mapping[str, Any], shown: Mapping[str, str]) -> str:
    """The code with which a command is refused; empty where it was not refused for who sent it."""
    answer = await cast.home.client.post(cast.room.url("/commands"), json=body, headers=shown)
    code = "" if answer.status_code == 200 else answer.json()["code"]
    if code == "unknown_device" and body["do"] == "device.revoke":
        return ""  # the device that it names is not there, which only its sender may be told
    assert code not in {"malformed", "unknown_command", "internal"}, (body, answer.text)
    return code if code in {"not_allowed", *REFUSED_AT_THE_DOOR} else ""


def test_the_page_has_every_command_and_every_address() -> None:
    assert set(RIGHTS_SHOWN) == set(PUBLIC_COMMANDS)
    routes = {
        f"{method.upper()} {path}"
        for path, methods in describe(_unstarted(), "0")["paths"].items()
        for method in methods
    }
    assert set(ENDPOINTS_SHOWN) == routes | {f"GET {PATH}"}


def _unstarted() -> FastAPI:
    return create_app(Settings(database_url="sqlite:///unused.sqlite3"))


async def test_a_command_is_taken_from_whom_the_page_says_and_from_nobody_else(cast: Cast) -> None:
    wrong: list[tuple[str, ...]] = []
    now = {LED: NO, OWN_LED: OWN}

    async def look(do: str, who: str, source: str, shown: Mapping[str, str], *, may: bool) -> None:
        """Try it about somebody else."""
        got = await said(cast, command(do, await cast.victim(), source), shown)
        if got != ("" if may else "not_allowed"):
            wrong.append((do, who, got))

    # Who has erased themself can be tried with nothing more, so that comes last.
    for do, cells in sorted(RIGHTS_SHOWN.items(), key=lambda row: row[0] == "person.erase"):
        row = dict(zip(COMMAND_COLUMNS, (now.get(cell, cell) for cell in cells), strict=True))
        about = ABOUT & {each.name for each in record_of(COMMAND_TYPES[do], "do").fields}
        if about:
            of_theirs = command(do, await cast.supported(), "tap")
            got = await said(cast, of_theirs, cast.people["supporter"].headers)
            if got != ("" if row["supporter"] == THEIRS else "not_allowed"):
                wrong.append((do, "supporter", "theirs", got))
        for role, seat in cast.people.items():
            # What says nothing of a person is about its sender; the rule itself knows whose turn it was.
            await look(do, role, "tap", seat.headers, may=row[role] == YES or (row[role] != NO and not about))
            if row[role] != YES:
                got = await said(cast, command(do, seat.participant, "tap"), seat.headers)
                if got != ("not_allowed" if row[role] == NO else ""):
                    wrong.append((do, role, "own", got))
        for job, shown in cast.helpers.items():
            await look(do, f"helper's phone ({job})", "tap", shown, may=f"`{job}`" in row["helper's phone"])
        await look(do, "shared screen", "tap", cast.screen, may=row["shared screen"] == YES)
        for scope, shown in cast.keys.items():
            await look(do, scope, "api", shown, may=f"`{scope}`" in row["API key"])
    assert not wrong


async def test_while_a_group_leads_itself_its_participants_may_what_the_page_says_besides(cast: Cast) -> None:
    wrong = []
    led = {do for do, cells in RIGHTS_SHOWN.items() if set(cells) & {LED, OWN_LED}}
    assert "turn.next" in led
    stays = sorted(do for do, cells in RIGHTS_SHOWN.items() if cells[1] == NO)
    for do in (*sorted(led), *stays):
        await cast.home.done(cast.kim, "lead.hand_over")
        for role in ("participant", "supporter", "observer"):
            may = role == "participant" and do in led
            got = await said(cast, command(do, await cast.victim(), "tap"), cast.people[role].headers)
            # One's own turn is no turn of this session, so who may end it is told whose it is not.
            own = RIGHTS_SHOWN[do][COMMAND_COLUMNS.index(role)] != NO
            if got != ("" if may or own else "not_allowed"):
                wrong.append((do, role, got))
    await cast.home.done(cast.kim, "lead.take_over")
    for do in sorted(led - {"turn.end"}):
        got = await said(cast, command(do, cast.kim.participant, "tap"), cast.people["participant"].headers)
        if got != "not_allowed":
            wrong.append((do, "after it", got))
    assert not wrong


async def test_the_servers_own_commands_are_taken_from_nobody(cast: Cast) -> None:
    for do in sorted(SERVER_ONLY):
        for shown in cast.everybody():
            assert await said(cast, command(do, cast.kim.participant, "tap"), shown) == "not_allowed", do


@dataclass(frozen=True)
class Request:
    """One request to an address of the table, as it has to be to be understood."""

    method: str
    url: str
    body: Any

    async def by(self, client: httpx.AsyncClient, shown: Mapping[str, str]) -> tuple[int, str]:
        """The status, and the code of a refusal."""
        answer = await client.request(self.method, self.url, json=self.body, headers=dict(shown))
        problem = answer.headers["content-type"] == "application/problem+json"
        return answer.status_code, answer.json()["code"] if problem else ""


def requests(cast: Cast) -> dict[str, Request]:
    """A request for each address but the live socket's, about the room and session of the cast."""
    made = {}
    for path, methods in describe(_unstarted(), "0")["paths"].items():
        for method, operation in methods.items():
            content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
            body = content.get("example")
            if isinstance(body, dict):
                body = {**body, **{k: v for k, v in _ids(cast).items() if k in body}}
            url = path.format(**_ids(cast))
            made[f"{method.upper()} {path}"] = Request(method.upper(), url, body)
    return made


def _ids(cast: Cast) -> dict[str, str]:
    return {
        "session_id": cast.room.session,
        "room_id": cast.room.id,
        "code": cast.room.code,
        "secret": cast.room.secret,
        "participant_id": cast.kim.participant,
    }


async def test_an_address_answers_whom_the_page_says_and_nobody_else(cast: Cast) -> None:
    wrong = []
    async with cast.home.from_address(AWAY) as client:
        for name, request in requests(cast).items():
            row = dict(zip(ENDPOINT_COLUMNS, ENDPOINTS_SHOWN[name], strict=True))
            if "as the command" in row.values():
                continue
            shown: dict[str, list[dict[str, str]]] = {
                "without anything": [{}],
                "facilitator": [cast.kim.headers],
                "anybody else of the session": [cast.people[r].headers for r in ("participant", "observer")],
                "device": [cast.screen, *cast.helpers.values()],
            }
            for column, tries in shown.items():
                for each in tries:
                    status, code = await request.by(client, each)
                    may = row[column] not in {NO, "at the machine, or with the create secret"}
                    if may != (code not in {"not_allowed", *REFUSED_AT_THE_DOOR}) or (
                        not may and status < 400
                    ):
                        wrong.append((name, column, status, code))
            for scope, key in cast.keys.items():
                status, code = await request.by(client, key)
                may = row["API key"] == YES or f"`{scope}`" in row["API key"]
                if may != (code not in {"not_allowed", *REFUSED_AT_THE_DOOR}):
                    wrong.append((name, scope, status, code))
    assert not wrong


async def no_longer_good(cast: Cast) -> dict[str, tuple[dict[str, str], set[str]]]:
    """Headers that open nothing, and how that is said."""
    home, context, session = cast.home, cast.home.context, SessionId(cast.room.session)
    removed = await home.join(cast.room, "Out")
    await home.done(cast.kim, "participant.remove", participant=removed.participant)
    gone, gone_token = await device(home, cast.room, cast.kim, "tap")
    await home.done(cast.kim, "device.revoke", device=gone)
    made = await keys.create_key(context.database, name="gone", scopes=SCOPES, now=context.now())
    key = Integrator(KeyId(made.key.id), frozenset(SCOPES))
    token_of_key = context.mint(key, session)
    await keys.revoke_key(context.database, made.key.id, now=context.now())
    await context.keyring.look()
    elsewhere = await home.facilitator(await home.room())
    kim = Person(ParticipantId(cast.kim.participant))
    expired = context.tokens.mint(claims_of(kim, session), context.now() - LIFE_MS)
    forged = Tokens(bytes(32)).mint(claims_of(kim, session), context.now())
    nobody = context.mint(Person(ParticipantId("nobody")), session)
    return {
        "no token": ({}, {"not_signed_in"}),
        "an expired token": (headers(expired), {"token_expired"}),
        "another server's token": (headers(forged), {"bad_token"}),
        "another session's token": (elsewhere.headers, {"bad_token"}),
        "the token of nobody": (headers(nobody), {"bad_token", "unknown_participant"}),
        "the token of who was taken out": (removed.headers, {"removed"}),
        "the token of a revoked device": (headers(gone_token), {"unknown_device"}),
        "a revoked key": (headers(made.secret), {"bad_key"}),
        "the token of a revoked key": (headers(token_of_key), {"bad_key"}),
        "a key that never was": (headers("ef_abc_def"), {"bad_key"}),
    }


async def test_no_address_answers_to_what_is_not_good_any_more(cast: Cast) -> None:
    wrong = []
    bad = await no_longer_good(cast)
    async with cast.home.from_address(AWAY) as client:
        for name, request in requests(cast).items():
            if ENDPOINTS[name.replace(PREFIX, "")].who == {"anyone"}:
                continue
            in_the_session = "{session_id}" in name
            for what, (shown, codes) in bad.items():
                cast.nobody_guessed_yet()
                status, code = await request.by(client, shown)
                # An address of no session tells a person's token from a key before it asks who they are.
                if status < 400 or code not in (codes if in_the_session else codes | {"not_allowed"}):
                    wrong.append((name, what, status, code))
    assert not wrong


async def test_no_command_is_taken_from_who_is_not_known_any_more(cast: Cast) -> None:
    wrong = []
    bad = await no_longer_good(cast)
    for do in PUBLIC_COMMANDS:
        for what, (shown, codes) in bad.items():
            cast.nobody_guessed_yet()
            body = command(do, cast.kim.participant, "tap")
            answer = await cast.home.client.post(cast.room.url("/commands"), json=body, headers=shown)
            if answer.status_code < 400 or answer.json()["code"] not in codes:
                wrong.append((do, what, answer.text))
    assert not wrong


def test_the_live_socket_opens_for_everybody_of_the_session_and_for_nothing_that_is_not_good(
    tmp_path: Path,
) -> None:
    with running(tmp_path) as server:
        made = httpx.post(f"{server.url}/api/v1/rooms", json=ROOM).json()
        session, room = made["session"]["id"], made["room"]

        def enter(path: str, **body: str) -> dict[str, Any]:
            return dict(httpx.post(f"{server.url}/api/v1{path}", json=body).raise_for_status().json())

        secret = made["facilitator_link"].partition("#")[2]
        kim = enter("/access/facilitator", room_id=room["id"], secret=secret, name="Kim")
        tom = enter("/join", code=room["code"], name="Tom", place="phone")
        out = enter("/join", code=room["code"], name="Out", place="phone")
        shown = headers(kim["token"])
        commands = f"{server.url}/api/v1/sessions/{session}/commands"
        remove = {"do": "participant.remove", "participant": out["participant_id"]}
        httpx.post(commands, json=remove, headers=shown).raise_for_status()
        door = {"session_id": session}
        key = {scope: headers(server.key(scope)) for scope in SCOPES}
        of_keys = [
            httpx.post(f"{server.url}/api/v1/access/token", json=door, headers=each).json()["token"]
            for each in key.values()
        ]
        context = server.context
        actor = Person(ParticipantId(kim["participant_id"]))
        old = context.tokens.mint(claims_of(actor, SessionId(session)), context.now() - LIFE_MS)
        false = Tokens(bytes(32)).mint(claims_of(actor, SessionId(session)), context.now())
        foreign = context.tokens.mint(claims_of(actor, SessionId("elsewhere")), context.now())
        expected = {
            kim["token"]: "welcome", tom["token"]: "welcome", **dict.fromkeys(of_keys, "welcome"),
            out["token"]: "removed", old: "token_expired", false: "bad_token", foreign: "bad_token",
        }  # fmt: skip
        url = f"ws{server.url.removeprefix('http')}/api/v1/sessions/{session}/live"
        for token, what in expected.items():
            with connect(url, subprotocols=[Subprotocol("evenfloor.v1")], proxy=None) as socket:
                socket.send(json.dumps({"is": "hello", "token": token}))
                first = json.loads(socket.recv(10))
                got = first.get("why") or first.get("error", {}).get("code") or first["is"]
                assert got == what
                assert ("desk" in first) == (token == kim["token"] or token == of_keys[SCOPES.index(RUN)])


async def test_only_these_read_what_is_not_everybodys() -> None:
    """The policy in a few words, beside the tables that say it row by row."""
    for name, endpoint in ENDPOINTS.items():
        if "anyone" in endpoint.who:
            assert name.split()[1].startswith(("/join", "/access", "/healthz", "/readyz")), name
        if "device" in endpoint.who:
            assert not name.endswith(("/balance", "/nudges", "/lanes", "/my-time", "/alike")), name
    for do, kind in PUBLIC_COMMANDS.items():
        assert "server" not in RIGHTS[kind]
        jobs = {"tap": ("speech.", "coverage."), "hands": ("hand.raise", "hand.lower"), "notes": ("note.",)}
        assert all(do.startswith(jobs[job]) for job in jobs if job in RIGHTS[kind])
    # An observer says who and how they are here, and may turn to the contact; nothing changes the meeting.
    may_observe = {do for do, cells in RIGHTS_SHOWN.items() if cells[3] != NO}
    assert {do.partition(".")[0] for do in may_observe} <= {
        "participant",
        "person",
        "consent",
        "concern",
    }
    assert all(RIGHTS_SHOWN[do][3] == OWN for do in may_observe)
