"""The command line as people use it: a process, its words, its exit code."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (sys.executable, "-m", "app.cli")
START_S = 30

Ran = subprocess.CompletedProcess[str]
Evenfloor = Callable[..., Ran]


def environment(folder: Path) -> dict[str, str]:
    """This process's environment, with a data folder of its own and none of its settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("EVENFLOOR_")}
    return {**kept, "EVENFLOOR_DATA_DIR": str(folder), "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}


@dataclass(frozen=True)
class Server:
    """A server that runs in a process of its own."""

    url: str
    process: subprocess.Popen[str]

    def stop(self) -> int:
        """As Ctrl-C does; the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data folder."""
    return tmp_path / "data"


@pytest.fixture
def evenfloor(folder: Path) -> Evenfloor:
    """Run `evenfloor` with these words."""

    def run(*words: str | Path, **more: str) -> Ran:
        return subprocess.run(
            [*PROGRAM, *map(str, words)],
            env={**environment(folder), **more},
            cwd=folder.parent,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def start(folder: Path) -> Iterator[Callable[[], Server]]:
    """Start servers on the data folder; those that still run are stopped at the end."""
    running: list[Server] = []

    def begin() -> Server:
        process = subprocess.Popen(
            [*PROGRAM, "serve", "--port", "0"],
            env=environment(folder),
            cwd=folder.parent,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        said = process.stdout.readline()
        found = re.search(r"http://\S+(?=,)", said)
        assert found, f"the server said {said!r}"
        running.append(Server(found.group(), process))
        return running[-1]

    yield begin
    for server in running:
        if server.process.poll() is None:
            server.stop()
        if server.process.stdout is not None:
            server.process.stdout.close()


@pytest.fixture
def server(start: Callable[[], Server]) -> Server:
    """A running server."""
    return start()


@pytest.fixture
def key(evenfloor: Evenfloor) -> str:
    """An API key with all scopes."""
    made = evenfloor("key", "create", "tests")
    assert made.returncode == 0, made.stderr
    return made.stdout.strip()
