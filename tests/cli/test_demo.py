"""The demo: a server and a meeting under way by one command, its report at the end, nothing left behind."""

import json
import os
import re
import signal
import subprocess
from pathlib import Path

from app.integrations.instant import replay_instantly
from app.integrations.rttm import read_rttm
from tests.cli.conftest import PROGRAM, Evenfloor, environment
from tests.cli.test_words import IB4004

DEMO = ("demo", "--no-browser", "--port", "0")


def test_the_demo_tells_the_whole_meeting_and_says_where_its_report_is(
    evenfloor: Evenfloor, folder: Path
) -> None:
    ran = evenfloor(*DEMO, "--rate", "1000", "--exit-at-end", "--data-dir", folder)
    assert ran.returncode == 0, ran.stderr
    assert re.search(r"console +http://localhost:\d+/f/\w+#\S{20,}", ran.stdout)
    assert re.search(r"Code +[0-9A-Z]{4}-[0-9A-Z]{4}", ran.stdout)
    found = re.search(r"/r/(\w+)", ran.stdout)
    assert found
    report = json.loads(evenfloor("export", found.group(1)).stdout)
    at_once = replay_instantly(read_rttm(IB4004))
    talk = sorted(one["talk_ms"] for one in report["balance"].values())
    assert talk == sorted(one["talk_ms"] for one in at_once["speakers"].values())
    assert report["session"]["status"] == "ended"


def test_ctrl_c_in_the_middle_ends_the_demo_in_good_order(tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    with subprocess.Popen(
        [*PROGRAM, *DEMO],
        env={**environment(tmp_path / "unused"), "TMPDIR": os.fspath(temporary)},
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as demo:
        assert demo.stdout is not None
        assert demo.stderr is not None
        for line in demo.stdout:
            if "Code" in line:
                break
        demo.stderr.readline()  # the first progress: the meeting is being told
        demo.send_signal(signal.SIGINT)
        assert demo.wait(20) == 0
        assert "Traceback" not in demo.stderr.read()
    assert list(temporary.iterdir()) == []
