"""After an erasure the person is in no byte of the database, no answer, export or cache, and the log replays.

Their name is a canary of 16 random letters, their command ids hold it too, and others wrote it as well.
"""

import asyncio
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.access.limits import PROGRAM
from app.facilitation.decider import replay
from app.facilitation.ids import SessionId
from app.history import projection
from app.history.entries import all_from
from app.rooms import pace
from tests.api.serving import Running, running
from tests.privacy.memory import held_in_memory
from tests.rooms.follower import Follower

NAME = "QwXzKvJpTrBnMdGf"
OTHER = "Ben Somebody"


@pytest.fixture(autouse=True)
def _a_machine_sends_faster_than_people(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "PERSON", PROGRAM)


class Table:
    """A session over REST: who is in it, and what they do."""

    def __init__(self, server: Running, client: httpx.Client) -> None:
        self.server = server
        self.client = client
        self.made = self.post(
            "/rooms", {"name": f"The plan of {NAME}", "purpose": "decide", "setting": "mixed"}
        )
        self.session = self.made["session"]["id"]
        self.code = self.made["room"]["code"]
        secret = self.made["facilitator_link"].partition("#")[2]
        door = {"room_id": self.made["room"]["id"], "secret": secret, "name": "Kim"}
        self.kim = self.post("/access/facilitator", door)
        self.ana = self.join(f"{NAME} Smith")
        self.ben = self.join(OTHER)

    def post(self, path: str, body: Any, token: str = "", **headers: str) -> Any:
        shown = {"authorization": f"Bearer {token}"} if token else {}
        answer = self.client.post(path, json=body, headers={**shown, **headers})
        assert answer.status_code < 300, answer.text
        return answer.json()

    def get(self, path: str, token: str) -> str:
        return self.client.get(path, headers={"authorization": f"Bearer {token}"}).text

    def join(self, name: str) -> Any:
        return self.post("/join", {"code": self.code, "name": name, "place": "phone"})

    def do(self, seat: Any, do: str, **fields: Any) -> Any:
        body = {"do": do, **fields}
        return self.post(f"/sessions/{self.session}/commands", body, seat["token"])

    def fill(self, turns: int = 5) -> None:
        """Let things happen in which the name stands, and enough of others that pages are split and moved."""
        ana = self.ana["participant_id"]
        self.do(self.kim, "session.open")
        for turn in range(turns):
            self.do(self.ana, "hand.raise", id=f"{NAME}-{turn}a")
            self.do(self.ana, "hand.lower", id=f"{NAME}-{turn}b")
            self.do(
                self.ana,
                "participant.rename",
                participant=ana,
                name=f"{NAME} {turn}",
                id=f"{NAME}-{turn}c",
            )
            self.do(
                self.ben,
                "participant.rename",
                participant=self.ben["participant_id"],
                name=f"Ben {turn}",
            )
        self.do(self.ana, "undo", command=f"{NAME}-{turns - 1}c", id=f"{NAME}-undo")
        self.do(self.kim, "device.add", scope="screen", name=f"For {NAME}")
        self.do(
            self.ben, "participant.rename", participant=self.ben["participant_id"], name=f"{NAME}'s friend"
        )
        self.do(self.ana, "hand.raise", id=f"{NAME}-last")

    def erase(self, token: str) -> Any:
        path = f"/sessions/{self.session}/participants/{self.ana['participant_id']}/erase"
        return self.post(path, {}, token)

    def answers(self) -> str:
        """All that anybody can read of the session."""
        session = f"/sessions/{self.session}"
        key = self.server.key("sessions:read", "sessions:run")
        reads = (
            "",
            "/participants",
            "/queue",
            "/floor",
            "/balance",
            "/nudges",
            "/lanes",
            "/report",
            "/knowledge",
            "/decisions",
            "/decisions.md",
            "/risks.csv",
            "/you-said",
            "/my-data",
        )
        tokens = (self.kim["token"], self.ben["token"], self.ana["token"], key)
        got = [self.get(f"{session}{path}", token) for path in reads for token in tokens]
        got += [self.get(path, key) for path in ("/rooms", "/sessions")]
        return "\n".join([*got, self.client.get(f"/join/{self.code}").text])


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Running]:
    with running(tmp_path) as made:
        yield made


@pytest.fixture
def table(server: Running) -> Iterator[Table]:
    with httpx.Client(base_url=f"{server.url}/api/v1", timeout=30) as client:
        yield Table(server, client)


def bytes_of(folder: Path) -> bytes:
    """Every byte of the database and of what lies beside it."""
    return b"".join(file.read_bytes() for file in sorted(folder.glob("evenfloor.sqlite3*")))


def redact_all(table: Table) -> None:
    """Take away every hit of a search for the name."""
    while found := table.post(f"/sessions/{table.session}/mentions", {"words": NAME}, table.kim["token"])[
        "mentions"
    ]:
        for each in found:
            table.do(table.kim, "words.redact", at_seq=each["at_seq"])


@pytest.mark.parametrize("by", ["ana", "kim"])
def test_somebody_who_was_erased_is_in_no_byte_and_no_answer(
    table: Table, server: Running, tmp_path: Path, by: str
) -> None:
    table.fill(turns=40)
    server.run(projection.catch_up(server.context.database, table.session))
    assert NAME in table.answers()
    assert NAME.encode() in bytes_of(tmp_path)
    assert held_in_memory(NAME, server.context)
    receipt = table.erase(getattr(table, by)["token"])
    assert receipt["found"]["count"] == 3
    texts = {each["text"] for each in receipt["found"].get("mentions", [])}
    assert texts == ({f"The plan of {NAME}", f"For {NAME}", f"{NAME}'s friend"} if by == "kim" else set())
    assert receipt["pseudonym"] == "Person 2"
    redact_all(table)
    assert NAME not in table.answers()
    assert NAME.encode() not in bytes_of(tmp_path)
    assert held_in_memory(NAME, server.context) == []
    entries = server.run(server.context.log.read(table.session))
    state = server.run(server.context.rooms.state(SessionId(table.session)))
    assert replay(all_from(entries))._replace(seq=0) == state._replace(seq=0)
    rows = server.run(projection.participants(server.context.database, table.session))
    assert [row.name for row in rows] == ["Kim", "Person 2", "Person 3"]
    # What is not theirs is still there, and so is the order of what happened.
    assert "Ben 7" in "".join(entry.body for entry in entries)
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))


def test_an_export_and_a_backup_made_afterwards_know_nothing(table: Table, tmp_path: Path) -> None:
    table.fill()
    table.erase(table.ana["token"])
    redact_all(table)
    words = {"export": [table.session], "backup": [str(tmp_path / "copy.db")]}
    for word, more in words.items():
        done = subprocess.run(
            [sys.executable, "-m", "app.cli", word, *more],
            env={**os.environ, "EVENFLOOR_DATA_DIR": str(tmp_path)},
            capture_output=True,
            check=True,
        )
        assert NAME.encode() not in done.stdout + done.stderr
    assert NAME.encode() not in (tmp_path / "copy.db").read_bytes()
    with sqlite3.connect(tmp_path / "copy.db") as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_an_erased_phone_is_sent_away_and_knows_nobody_any_more(table: Table, server: Running) -> None:
    table.fill()
    url = f"ws{server.url.removeprefix('http')}/api/v1/sessions/{table.session}/live"

    async def follow() -> None:
        async with Follower(url, table.ana["token"]) as hers, Follower(url, table.ben["token"]) as his:
            erased = asyncio.to_thread(table.erase, table.ana["token"])
            await erased
            await hers.until(lambda: hers.closed is not None)
            assert hers.bye == {"is": "bye", "why": "erased"}
            await his.until(lambda: his.welcomes == 2)
            people = his.layers["room"]["people"]["by_id"]
            assert table.ana["participant_id"] not in people
            assert (await his.do("hand.raise"))["ok"]

    asyncio.run(follow())
    back = table.client.post("/access/return", json={"device_secret": table.ana["device_secret"]})
    assert back.json()["code"] == "wrong_link"
    late = table.client.post(
        f"/sessions/{table.session}/commands",
        json={"do": "hand.raise"},
        headers={"authorization": f"Bearer {table.ana['token']}"},
    )
    assert late.json()["code"] == "removed"
    for do in ("participant.rename", "participant.let_in"):
        fields = {"name": "Back"} if do == "participant.rename" else {}
        body = {"do": do, "participant": table.ana["participant_id"], **fields}
        shown = {"authorization": f"Bearer {table.kim['token']}"}
        again = table.client.post(f"/sessions/{table.session}/commands", json=body, headers=shown)
        assert again.json()["code"] == "unknown_participant"


def test_an_erasure_that_is_sent_again_is_one(table: Table, server: Running) -> None:
    table.fill()
    path = f"/sessions/{table.session}/participants/{table.ana['participant_id']}/erase"
    for _ in range(2):
        table.post(path, {}, table.kim["token"], **{"idempotency-key": "e-1"})
    table.post(path, {}, table.ana["token"])
    entries = server.run(server.context.log.read(table.session))
    assert [entry.kind for entry in entries].count("person.erased") == 1


def test_nobody_erases_somebody_else(table: Table, server: Running) -> None:
    path = f"/sessions/{table.session}/participants/{table.ana['participant_id']}/erase"
    shown = {"authorization": f"Bearer {table.ben['token']}"}
    assert table.client.post(path, headers=shown).json()["code"] == "not_allowed"
    assert NAME in table.answers()


def test_ones_own_data_is_whole_and_has_nobody_else_in_it(table: Table, server: Running) -> None:
    table.fill()
    table.do(table.kim, "turn.give", participant=table.ana["participant_id"])
    ben = table.ben["participant_id"]
    table.do(table.kim, "participant.set_role", participant=ben, role="supporter")
    table.do(table.ana, "card.set", supporter=ben)
    mine = json.loads(table.get(f"/sessions/{table.session}/my-data", table.ana["token"]))
    whats = [each["what"] for each in mine["kept"]]
    assert whats.count("participant.renamed") == 6
    assert {"participant.joined", "hand.raised", "turn.started"} <= set(whats)
    assert mine["participant"]["name"] == f"{NAME} 3"
    text = json.dumps(mine)
    for other in (table.ben, table.kim):
        assert other["participant_id"] not in text
    assert OTHER not in text
    assert '"supporter": "somebody"' in text


def test_the_epoch_rises_with_each_redaction(table: Table, server: Running) -> None:
    table.fill()
    ids = (table.session,)
    before = server.run(server.context.log.heads(ids))[table.session]
    table.erase(table.ana["token"])
    after = server.run(server.context.log.heads(ids))[table.session]
    assert after[1] == before[1] + 1
    assert after[0] > before[0]
