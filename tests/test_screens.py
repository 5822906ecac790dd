"""The screens' own tests: their logic, the catalogue, and that vendored files are what their record says."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NODE = shutil.which("node")


@pytest.mark.skipif(
    NODE is None, reason="Node is not on this machine; the screens run without it, their own tests do not."
)
def test_the_logic_of_the_screens_holds() -> None:
    assert NODE is not None
    done = subprocess.run(
        [NODE, "--test", "frontend/tests/"],
        check=False,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr
