"""Nobody gets a word or a figure that is not theirs to read: in any byte of a socket, an answer, an export or
a line of the log. What is theirs stands in `allowed`, written by hand; the program's own table is not asked.
"""

import asyncio
import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.access import limits
from app.access.limits import PROGRAM
from app.cli.serving import quieten
from app.facilitation import events, visibility
from app.facilitation.state import Participant, State
from app.facilitation.views import room as room_layer
from app.facilitation.views import you_changed
from app.rooms import hub, live, pace
from tests.api.serving import running
from tests.privacy.allowed import ALLOWED, TO_EVERYBODY, TO_THE_CONTACT, TO_THE_DESK
from tests.privacy.gathering import CONTACT, DESK, READS, Gathering, Heard, LogKept, fields_of, gather


@pytest.fixture(autouse=True)
def log(monkeypatch: pytest.MonkeyPatch) -> Iterator[LogKept]:
    """All that is logged, from the lowest level on; and room for a machine that sends faster than people."""
    monkeypatch.setattr(pace, "PERSON", PROGRAM)
    monkeypatch.setattr(limits, "REQUEST_S", 120.0)
    kept, root = LogKept(), logging.getLogger()
    before = root.level

    root.addHandler(kept)
    root.setLevel(logging.DEBUG)
    # What this very test says and hears as a client is no line of the server's.
    own = [
        logging.getLogger(name)
        for name in ("httpx", "httpcore", "websockets.client", "uvicorn.error", "websockets", "alembic")
    ]
    levels = [each.level for each in own]
    quieten()
    for each in own[:3]:
        each.setLevel(logging.CRITICAL)
    yield kept
    root.removeHandler(kept)
    root.setLevel(before)
    for each, level in zip(own, levels, strict=True):
        each.setLevel(level)


def meeting(folder: Path, seed: int, steps: int) -> Gathering:
    """A random session, and its exports afterwards."""
    with running(folder) as server:
        gathered = asyncio.run(gather(server, seed, steps))
    session = next(json.loads(h.text)["session"]["id"] for h in gathered.heard if h.on == "GET")
    for reader, more in (("an operator", []), ("anybody", ["--public"])):
        done = subprocess.run(
            [sys.executable, "-m", "app.cli", "export", session, *more],
            env={**os.environ, "EVENFLOOR_DATA_DIR": str(folder)},
            capture_output=True,
            text=True,
            check=True,
        )
        gathered.heard.append(Heard(reader, DESK if not more else "device", "GET /report", done.stdout))
        gathered.heard.append(Heard(reader, "log", "stderr", done.stderr))
    return gathered


def leaks(gathered: Gathering, log: LogKept) -> list[str]:
    """Every word and every figure that reached somebody whom it is not for."""
    found = set()
    lines = "\n".join([*log.lines, *(h.text for h in gathered.heard if h.kind == "log")])
    for each in gathered.heard:
        if each.kind != "log":
            allowed = ALLOWED[each.kind]
            found |= {
                f"{each.kind} gets the field {path}"
                for path in fields_of(each)
                if path not in allowed
                and not any(one.startswith((f"{path}.", f"{path}[")) for one in allowed)
                and not _below(path, allowed)
            }
    for canary in gathered.canaries:
        if canary.text in lines:
            found.add(f"a line of the log holds {canary.field} of {canary.do}")
        for each in gathered.heard:
            if canary.text in each.text and not may_read(canary, each):
                found.add(f"{each.by} ({each.kind}) reads {canary.field} of {canary.do}, on {each.on}")
    if any(secret in lines for secret in gathered.secrets):
        found.add("a line of the log holds a secret")
    others = {each.by for each in gathered.heard for secret in gathered.secrets if secret in each.text}
    return sorted(found | {f"{who} is sent a secret" for who in others})


def _below(path: str, allowed: frozenset[str]) -> bool:
    """Whether a field stands below one whose fields are free: a nudge's facts, what is kept of oneself."""
    at, _, _ = path.rpartition(".")
    free = f"{path.partition('[]')[0]}[].**"
    return (at.endswith(".facts") and f"{at}.*" in allowed) or free in allowed


def may_read(canary: Any, heard: Heard) -> bool:
    """Whether words may stand in what somebody got."""
    if heard.by == canary.sender and heard.kind != "log":
        return True
    what = (canary.do, canary.field)
    if heard.kind == CONTACT:
        return what in TO_THE_CONTACT
    return canary.taken and (what in TO_EVERYBODY or (what in TO_THE_DESK and heard.kind == DESK))


def test_nobody_gets_what_is_not_theirs_in_two_random_sessions(tmp_path: Path, log: LogKept) -> None:
    sessions = [meeting(tmp_path / str(seed), seed, 200) for seed in (2, 3)]
    assert [leaks(each, log) for each in sessions] == [[], []]
    # Each address was read by those whom it answers: a new one is in this test by being in the table.
    answered = {each.on for session in sessions for each in session.heard if '"type"' not in each.text[:9]}
    assert {f"GET {path}".rstrip() for path in READS} <= answered
    # They were meetings: people took the floor, were heard, were nudged, and read each other's names.
    heard = [each for session in sessions for each in session.heard if each.kind != "log"]
    fields = {path for each in heard for path in fields_of(each)}
    assert {"room.floor.turn.participant", "room.speaking.*.since_at", "desk.nudges.by_id.*.rule"} <= fields
    canaries = [canary for session in sessions for canary in session.canaries]
    read = {c.text for c in canaries if c.taken and (c.do, c.field) in TO_EVERYBODY}
    got = "".join(each.text for each in heard if each.by == "Ben")
    assert sum(text in got for text in read) > len(read) / 2
    to_the_contact = [each.text for each in heard if each.kind == CONTACT]
    concerns = [canary.text for canary in canaries if canary.do == "concern.raise" and canary.taken]
    assert len(concerns) >= 4
    assert all(any(text in page for page in to_the_contact) for text in concerns[:2])
    assert log.lines


def _figure(monkeypatch: pytest.MonkeyPatch) -> str:
    whole = room_layer._person

    def leaking(person: Participant) -> Any:
        return {**whole(person), "nudged": person.nudged}

    monkeypatch.setattr(room_layer, "_person", leaking)
    return "person gets the field room.people.by_id.*.nudged"


def _notice(monkeypatch: pytest.MonkeyPatch) -> str:
    telling = visibility.Telling(room=("name",))
    monkeypatch.setitem(visibility.VISIBILITY, events.DeviceAdded, telling)
    return "Ana (person) reads name of device.add, on socket"


def _log_line(monkeypatch: pytest.MonkeyPatch) -> str:
    receive = live.Client.receive

    def telling(client: live.Client, text: str) -> None:
        logging.getLogger("evenfloor.rooms").debug("came: %s", text)
        receive(client, text)

    monkeypatch.setattr(live.Client, "receive", telling)
    return "a line of the log holds id of"


def _somebody_elses(monkeypatch: pytest.MonkeyPatch) -> str:
    own = you_changed

    def leaking(state: State, participant: Any, was: State) -> Any:
        before, after = own(state, participant, was)
        others = " ".join(u.command for u in state.undo.values())
        return before, {**after, "undo": {"command": others, "what": "all"}} if others else after

    monkeypatch.setattr(hub, "you_changed", leaking)
    return "(person) reads id of"


@pytest.mark.parametrize("plant", [_figure, _notice, _log_line, _somebody_elses])
def test_a_leak_that_is_planted_is_found(
    tmp_path: Path, log: LogKept, monkeypatch: pytest.MonkeyPatch, plant: Callable[[pytest.MonkeyPatch], str]
) -> None:
    expected = plant(monkeypatch)
    found = leaks(meeting(tmp_path, 7, 60), log)
    assert any(expected in each for each in found), found
