"""The operator's commands on a real database, beside a running server or without one."""

import csv
import json
import sqlite3
import threading
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from app.integrations.client import Api, Declined
from tests.cli.conftest import Evenfloor, Server

ROOM = {"name": "Bus stop redesign", "purpose": "decide", "setting": "mixed", "people": [{"name": "Chloe"}]}


@pytest.fixture
def room(server: Server) -> dict[str, str]:
    """A room that was made on the running server: its id, code, session and facilitator link."""
    made = Api(server.url).call("POST", "/rooms", ROOM)
    return {
        "id": made["room"]["id"],  # type: ignore[index]
        "code": made["room"]["code"],  # type: ignore[index]
        "session": made["session"]["id"],  # type: ignore[index]
        "link": str(made["facilitator_link"]),
    }


def enter(server: Server, link: str) -> None:
    """Through the facilitator's door. Raises Declined."""
    room_id, _, secret = link.rpartition("/f/")[2].partition("#")
    Api(server.url).call("POST", "/access/facilitator", {"room_id": room_id, "secret": secret, "name": "Fay"})


def test_a_key_is_shown_once_listed_and_revoked_while_the_server_runs(
    evenfloor: Evenfloor, server: Server
) -> None:
    key = evenfloor("key", "create", "a recorder", "--scope", "sessions:read").stdout.strip()
    api = Api(server.url, key)
    assert api.call("GET", "/rooms") == {"rooms": []}
    listed = evenfloor("key", "list").stdout
    assert "a recorder" in listed
    assert "sessions:read" in listed
    assert key not in listed
    assert evenfloor("key", "revoke", listed.split()[0]).returncode == 0
    assert "revoked" in evenfloor("key", "list").stdout
    with pytest.raises(Declined) as refused:
        api.call("GET", "/rooms")
    assert refused.value.code == "bad_key"


def test_a_lost_facilitator_gets_back_in_by_a_new_link_and_the_old_one_is_dead(
    evenfloor: Evenfloor, server: Server, room: dict[str, str]
) -> None:
    enter(server, room["link"])
    port = server.url.rpartition(":")[2]
    new = evenfloor("link", room["code"].lower(), "--port", port).stdout.strip()
    assert new.startswith(f"{server.url}/f/")
    enter(server, new)
    with pytest.raises(Declined) as refused:
        enter(server, room["link"])
    assert refused.value.code == "wrong_link"
    assert evenfloor("link", "ZZZZ-ZZZZ").returncode == 1


def test_a_session_is_exported_as_its_report(
    evenfloor: Evenfloor, room: dict[str, str], tmp_path: Path
) -> None:
    by_id = json.loads(evenfloor("export", room["session"]).stdout)
    assert by_id["session"]["name"] == "Bus stop redesign"
    file = tmp_path / "report.json"
    assert evenfloor("export", room["code"], "--to", file).returncode == 0
    assert json.loads(file.read_text()) == by_id
    assert evenfloor("export", room["code"], "--to", file).returncode == 1


def test_what_a_room_decided_is_taken_along_as_text_as_data_and_as_a_table(
    evenfloor: Evenfloor, server: Server, room: dict[str, str], tmp_path: Path
) -> None:
    api = Api(server.url, evenfloor("key", "create", "a recorder", "--scope", "sessions:run").stdout.strip())
    commands = f"/sessions/{room['session']}/commands"
    api.call("POST", commands, {"do": "session.open"})
    made = api.call("POST", commands, {"do": "decision.draft", "statement": "Benches at six stops"})
    decision = made["made"]
    risk = {"do": "decision.set_risk", "decision": decision, "text": "=SUM(A1) goes up", "owner": "Chloe"}
    api.call("POST", commands, {**risk, "likelihood": 3, "impact": 4})
    text = evenfloor("decisions", room["code"]).stdout
    assert "Benches at six stops" in text
    assert "Chloe" in text
    assert evenfloor("decisions", room["session"], "--format", "md").stdout == text
    [kept] = json.loads(evenfloor("decisions", room["code"].lower(), "--format", "json").stdout)["sessions"]
    assert kept["session"] == {"id": room["session"], "number": 1, "name": "Bus stop redesign"}
    assert kept["by_id"][decision]["statement"] == "Benches at six stops"
    file = tmp_path / "risks.csv"
    assert evenfloor("decisions", room["code"], "--format", "csv", "--to", file).returncode == 0
    [row] = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    assert (row["risk"], row["owner"], row["impact"]) == ("'=SUM(A1) goes up", "Chloe", "4")
    # What a public link shows holds no draft.
    public = evenfloor("decisions", room["code"], "--format", "json", "--public").stdout
    assert json.loads(public)["sessions"][0]["order"] == []
    assert evenfloor("decisions", "ZZZZ-ZZZZ").returncode == 1


def test_what_was_backed_up_comes_back_after_everything_is_lost(
    evenfloor: Evenfloor,
    start: Callable[[], Server],
    server: Server,
    room: dict[str, str],
    folder: Path,
    tmp_path: Path,
) -> None:
    copy = tmp_path / "copy.sqlite3"
    assert "rooms 1, sessions 1" in evenfloor("backup", copy).stdout
    assert evenfloor("restore", copy, "--replace").returncode == 1, "a server uses the database"
    assert server.stop() == 0
    for file in folder.glob("evenfloor.sqlite3*"):
        file.unlink()
    assert evenfloor("restore", copy).returncode == 0
    enter(start(), room["link"])


def test_rebuild_makes_the_tables_anew_from_the_log(
    evenfloor: Evenfloor, room: dict[str, str], folder: Path
) -> None:
    assert "1 sessions" in evenfloor("rebuild").stdout
    with sqlite3.connect(folder / "evenfloor.sqlite3") as database:
        names = "SELECT name FROM participant WHERE session_id = ?"
        assert [name for (name,) in database.execute(names, (room["session"],))] == ["Chloe"]
    database.close()


def test_health_says_whether_a_server_is_well(evenfloor: Evenfloor, server: Server) -> None:
    port = server.url.rpartition(":")[2]
    with urllib.request.urlopen(f"{server.url}/healthz") as answer:
        version = json.load(answer)["version"]
    assert version in evenfloor("health", EVENFLOOR_PORT=port).stdout
    assert server.stop() == 0
    assert evenfloor("health", EVENFLOOR_PORT=port).returncode == 1


def declined_within(seconds: float, api: Api, path: str) -> str:
    """The code with which a server refuses what it gave a moment ago."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            api.call("GET", path)
        except Declined as declined:
            return declined.code
        threading.Event().wait(0.05)
    return "never"


def test_a_session_and_a_room_are_deleted_by_hand_and_a_running_server_notices(
    evenfloor: Evenfloor, server: Server, room: dict[str, str]
) -> None:
    api = Api(server.url, evenfloor("key", "create", "a recorder").stdout.strip())
    only_told = evenfloor("delete", "session", room["session"])
    assert only_told.returncode == 1
    assert "--yes" in only_told.stderr
    assert evenfloor("keep", room["code"], "90").stdout.endswith("for 90 days after they end.\n")
    assert evenfloor("keep", room["code"], "0").returncode == 1
    assert api.call("GET", f"/rooms/{room['id']}")["keep_days"] == 90
    assert evenfloor("delete", "due").stdout.startswith("Deleted: 0 sessions")
    gone = evenfloor("delete", "session", room["session"], "--yes")
    assert gone.stdout.startswith("Deleted: 1 sessions")
    # A server that has it in memory lets go of it when it next looks.
    assert declined_within(10, api, f"/sessions/{room['session']}/participants") == "unknown_session"
    assert evenfloor("delete", "room", room["code"].lower(), "--yes").returncode == 0
    assert api.call("GET", "/rooms") == {"rooms": []}
