"""The programs on the integrators' page, taken from it and run against a real server."""

import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest

from app.facilitation.rights import SCOPES
from tests.api.serving import Running, running

PAGE = Path(__file__).resolve().parents[1] / "docs" / "integrators.md"
WITHIN_S = 60


def program(name: str, folder: Path) -> Path:
    """A program of the page, saved as its reader would."""
    found = re.search(
        rf"<!-- {re.escape(name)} -->\n```python\n(.*?)```\n", PAGE.read_text(encoding="utf-8"), re.DOTALL
    )
    assert found is not None, f"{name} is not on the page"
    file = folder / name
    file.write_text(found[1], encoding="utf-8")
    return file


def environment(server: Running) -> dict[str, str]:
    """What the reader was told to set."""
    own = {
        "EVENFLOOR_URL": server.url,
        "EVENFLOOR_KEY": server.key(*SCOPES),
        "NO_PROXY": "*",
        "no_proxy": "*",
    }
    return {**os.environ, **own}


def test_a_program_reports_speech_and_reads_the_quiet_ones_nudge(tmp_path: Path) -> None:
    file = program("report.py", tmp_path)
    with running(tmp_path / "data") as server:
        done = subprocess.run(
            [sys.executable, file],
            env=environment(server),
            capture_output=True,
            text=True,
            timeout=WITHIN_S,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    assert said[1].startswith("Ann 324 s, ratio 1.5")
    assert said[2].startswith("Ben 324 s, ratio 1.5")
    assert said[3].startswith("Tom 0 s, ratio 0.0")
    assert [line for line in said if line.startswith("nudge quiet_voice Tom")]


def test_a_program_of_thirty_lines_follows_a_session(tmp_path: Path) -> None:
    file = program("follow.py", tmp_path)
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    assert len(lines) <= 36, "it grew out of its promise"
    with running(tmp_path / "data") as server:
        env = environment(server)
        key = {"authorization": f"Bearer {env['EVENFLOOR_KEY']}"}
        with httpx.Client(base_url=f"{server.url}/api/v1", headers=key) as client:
            room = {
                "name": "Bus stops",
                "purpose": "decide",
                "setting": "mixed",
                "people": [{"name": "Ann"}, {"name": "Ben"}],
            }
            session = client.post("/rooms", json=room).json()["session"]["id"]
            people = client.get(f"/sessions/{session}/participants").json()["participants"]
            ids = {person["name"]: person["id"] for person in people}
            following = subprocess.Popen(
                [sys.executable, file, session],
                env=env,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            watchdog = threading.Timer(WITHIN_S, following.kill)
            watchdog.start()
            try:
                assert following.stdout is not None
                seen = following.stdout

                def tell(**command: str) -> None:
                    answer = client.post(f"/sessions/{session}/commands", json=command)
                    assert answer.status_code == 200, answer.text

                def hear(line: str) -> None:
                    for said in seen:
                        if said.strip() == line:
                            return
                    assert following.stderr is not None
                    pytest.fail(f"it never said {line!r}: {following.stderr.read()}")

                hear("planned | floor: nobody | waiting:")
                tell(do="session.open")
                tell(do="hand.raise", participant=ids["Ann"])
                tell(do="hand.raise", participant=ids["Ben"])
                hear("open | floor: nobody | waiting: Ann Ben")
                tell(do="turn.next")
                hear("open | floor: Ann | waiting: Ben")
                tell(do="session.end")
                hear("ended | floor: nobody | waiting: Ben")
            finally:
                watchdog.cancel()
                following.kill()
                following.communicate()
