"""A server as people start it: a process of its own on a free port, with a data folder of its own."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.integrations.client import Api

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (sys.executable, "-m", "app.cli")
STOP_S = 20


@dataclass(frozen=True)
class Server:
    """A running server."""

    url: str
    api: Api
    """With a key that may do everything."""


@contextmanager
def running_server(folder: Path) -> Iterator[Server]:
    """A server with its data in this folder, until the end of the block."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("EVENFLOOR_")}
    environment = {
        **kept,
        "EVENFLOOR_DATA_DIR": str(folder),
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
    }
    made = subprocess.run(
        [*PROGRAM, "key", "create", "tour"],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    with subprocess.Popen(
        [*PROGRAM, "serve", "--port", "0"], env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            said = process.stdout.readline()
            found = re.search(r"http://\S+(?=,)", said)
            if not found:
                raise SystemExit(f"The server did not start: {said!r}")
            yield Server(found.group(), Api(found.group(), made.stdout.strip()))
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(STOP_S)
            except subprocess.TimeoutExpired:
                process.kill()
