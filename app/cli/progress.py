"""A progress bar on a terminal; on anything else a line at each tenth, so that a log stays readable."""

import shutil
import sys
from collections.abc import Callable
from typing import Self, TextIO

WIDEST = 40


class Bar:
    """How much of `total` is done; `say` writes an amount for people."""

    def __init__(self, total: int, say: Callable[[int], str], out: TextIO = sys.stderr) -> None:
        self._total = max(1, total)
        self._say = say
        self._out = out
        self._alive = out.isatty()
        self._shown = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._alive and self._shown >= 0:
            self._out.write("\n")
            self._out.flush()

    def show(self, done: int) -> None:
        """Say how far it is; nothing is written when that would look the same."""
        share = min(1.0, done / self._total)
        step = int(share * (1_000 if self._alive else 10))
        if step == self._shown:
            return
        self._shown = step
        amount = f"{self._say(done)} of {self._say(self._total)}"
        if self._alive:
            room = max(10, min(WIDEST, shutil.get_terminal_size().columns - 24))
            filled = round(share * room)
            self._out.write(f"\r[{'#' * filled}{'-' * (room - filled)}] {amount}")
        else:
            self._out.write(f"{amount}\n")
        self._out.flush()


def clock(ms: int) -> str:
    """A duration as minutes and seconds."""
    return f"{ms // 60_000}:{ms // 1000 % 60:02d}"
