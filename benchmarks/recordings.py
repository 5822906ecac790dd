"""Recorded meetings through the core, side by side with figures that somebody computed without our code.

    python -m benchmarks.recordings DIR

DIR holds `*.rttm` and `reference.json`, a list of meetings with the figures that `evenfloor replay --instant
--json` prints. Ends with 1 when any figure is further from the reference than 1 %, 20 ms or 1 turn.
"""

import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.integrations.instant import replay_instantly
from app.integrations.outcome import Outcome
from app.integrations.rttm import read_rttm

SHARE, MS, TURNS = 0.01, 20, 1
"""How far a figure may be from the reference: a share of it, or so many ms or turns, whichever is more."""

INDEX = 0.0005
"""The same for indices near 0, where a share means nothing."""


def differences(ours: Outcome, theirs: dict[str, object]) -> Iterator[tuple[str, float, float, bool]]:
    """Each figure: its name, ours, theirs, and whether they agree."""
    room: dict[str, object] = {**ours}
    for name in ("gini", "entropy"):
        yield _compared(name, room[name], theirs[name], INDEX)
    for name in ("duration_ms", "overlap_ms", "silence_ms"):
        yield _compared(name, room[name], theirs[name], MS)
    speakers = theirs["speakers"]
    if not isinstance(speakers, dict) or speakers.keys() != ours["speakers"].keys():
        raise SystemExit(f"{ours['meeting']}: not the same speakers")
    slack = {"ratio": INDEX, "turns": TURNS, "backchannels": TURNS}
    for who, one in ours["speakers"].items():
        for name, value in one.items():
            yield _compared(f"{who} {name}", value, speakers[who][name], slack.get(name, MS))


def _compared(name: str, ours: object, theirs: object, slack: float) -> tuple[str, float, float, bool]:
    if not isinstance(ours, int | float) or not isinstance(theirs, int | float):
        return name, float("nan"), float("nan"), ours == theirs
    return name, ours, theirs, abs(ours - theirs) <= max(slack, SHARE * abs(theirs))


def main() -> None:
    """Print a line a meeting, and every figure that does not agree."""
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "reference.json").is_file():
        raise SystemExit("Usage: python -m benchmarks.recordings DIR (with *.rttm and reference.json)")
    folder = Path(sys.argv[1])
    wrong = 0
    print(
        f"{'meeting':9}{'people':>7}{'min':>7}{'Gini':>9}{'ref.':>9}{'entropy':>9}{'ref.':>9}{'overlap':>11}"
        f"{'ref.':>8}{'turns':>7}{'ref.':>6}{'talk, at most ms off':>22}{'nudges':>8}{'took s':>8}"
    )
    for theirs in json.loads((folder / "reference.json").read_text()):
        began = time.perf_counter()
        ours = replay_instantly(read_rttm(folder / f"{theirs['meeting']}.rttm"))
        print(line(ours, theirs, time.perf_counter() - began))
        for name, mine, reference, agree in differences(ours, theirs):
            if not agree:
                wrong += 1
                print(f"  {name}: {mine:g}, reference {reference:g}")
    print(
        f"\n{wrong} figures differ by more than 1 %, {MS} ms or {TURNS} turn"
        if wrong
        else "\nAll figures agree."
    )
    raise SystemExit(wrong > 0)


def line(ours: Outcome, theirs: dict[str, Any], took_s: float) -> str:
    """One meeting, ours and theirs side by side."""
    mine, speakers = ours["speakers"], theirs["speakers"]
    turns = sum(one["turns"] for one in mine.values()), sum(one["turns"] for one in speakers.values())
    off_ms = max(abs(one["talk_ms"] - speakers[who]["talk_ms"]) for who, one in mine.items())
    overlap_s = ours["overlap_ms"] / 1000, theirs["overlap_ms"] / 1000
    return (
        f"{ours['meeting']:9}{ours['people']:>7}{ours['duration_ms'] / 60_000:>7.1f}"
        f"{_shown(ours['gini'])}{theirs['gini']:>9.5f}{_shown(ours['entropy'])}{theirs['entropy']:>9.5f}"
        f"{overlap_s[0]:>11.2f}{overlap_s[1]:>8.2f}{turns[0]:>7}{turns[1]:>6}{off_ms:>22}"
        f"{len(ours['nudges']):>8}{took_s:>8.1f}"
    )


def _shown(index: float | None) -> str:
    return f"{'none':>9}" if index is None else f"{index:>9.5f}"


if __name__ == "__main__":
    main()
