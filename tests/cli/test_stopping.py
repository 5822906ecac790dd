"""A server that was told to stop ends, whatever hangs in it."""

import subprocess
import sys
from pathlib import Path

from tests.cli.conftest import environment

HANGS = """
import asyncio, signal
from app.cli import serving
from app.settings import Settings

serving.LAST_S = 0.1

async def hang():
    serving.Serving(Settings()).handle_exit(signal.SIGTERM, None)
    await asyncio.Event().wait()

asyncio.run(hang())
"""


def test_a_server_that_hangs_after_it_was_told_to_stop_is_ended_and_says_where(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", HANGS],
        env=environment(tmp_path),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 1
    assert "Timeout (" in ended.stderr and "run_forever" in ended.stderr
