"""A progress bar on a terminal; on anything else a line at each tenth, so that a log stays readable."""

import shutil
import sys
from typing import Self, TextIO

WIDEST = 40


class Bar:
    """How much of `total_ms` has been told."""

    def __init__(self, total_ms: int, out: TextIO = sys.stderr) -> None:
        self._total_ms = max(1, total_ms)
        self._out = out
        self._alive = out.isatty()
        self._shown = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._alive and self._shown >= 0:
            self._out.write("\n")
            self._out.flush()

    def show(self, done_ms: int) -> None:
        """Say how far it is; nothing is written when that would look the same."""
        share = min(1.0, done_ms / self._total_ms)
        step = done_ms // 1000 if self._alive else int(share * 10)
        if step == self._shown:
            return
        self._shown = step
        if self._alive:
            room = max(10, min(WIDEST, shutil.get_terminal_size().columns - 24))
            filled = round(share * room)
            bar = "#" * filled + "-" * (room - filled)
            self._out.write(f"\r[{bar}] {clock(done_ms)} of {clock(self._total_ms)}")
        else:
            self._out.write(f"{clock(done_ms)} of {clock(self._total_ms)}\n")
        self._out.flush()


def clock(ms: int) -> str:
    """A duration as minutes and seconds."""
    return f"{ms // 60_000}:{ms // 1000 % 60:02d}"
