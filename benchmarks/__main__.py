"""All measurements, one after the other: what `make bench` runs. About five minutes.

    python -m benchmarks [--json]

Each runs in a process of its own, on loopback, bounded in count and in time. Figures of different machines do
not compare; the ratios, within one run, do. Run it while the machine has nothing else to do.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from benchmarks.processes import ROOT

LONGEST_S = 600
"""A measurement that takes longer than this hangs."""


@dataclass(frozen=True)
class Measurement:
    """One of them: how it is run, what it is about, and its figures in words."""

    module: str
    arguments: tuple[str, ...]
    about: str
    lines: Callable[[Any], list[str]]


def fanout_lines(rows: list[dict[str, Any]]) -> list[str]:
    """Two lines a shape: the ratios, and how busy the load was."""
    lines = []
    for row in rows:
        rate, size = row["per_cpu_second"]["evenfloor"], row["frame_bytes"]
        load = ", ".join(f"{kind} {busy:.0%}" for kind, busy in row["load_busy"].items())
        lines += [
            f"{row['shape']:>10}: {row['to_bare']} of the bare loop, {row['to_naive']} of the naive server",
            f"{'':>12}{rate:,} frames of {size} bytes for a second of processor time; load busy: {load}",
        ]
    return lines


def core_lines(figures: dict[str, float]) -> list[str]:
    """Rates, and what they are of the calibration loop."""
    return [
        f"{figures['commands']:>9,} commands a second: {figures['commands_to_calibration']:.4f} of the loop",
        f"{figures['events']:>9,} events a second of SQL: {figures['events_to_calibration']:.4f} of the loop",
        f"{figures['calibration']:>9,} turns of the loop a second",
    ]


def growth_lines(costs: dict[str, float]) -> list[str]:
    """A line a meeting."""
    return [
        f"{name:>20}: {cost:>7} µs a command, {costs[f'{name}, times the first']:.2f} times the first"
        for name, cost in costs.items()
        if f"{name}, times the first" in costs
    ]


def idle_lines(figures: dict[str, float]) -> list[str]:
    """The one figure."""
    sessions, share, seconds = figures["sessions"], figures["percent_of_a_core"], figures["seconds"]
    return [f"{sessions:,} idle sessions: {share} % of a core over {seconds:.0f} s"]


MEASUREMENTS = (
    Measurement(
        "benchmarks.fanout",
        (),
        "Fan-out: a command of one, decided, on the disk, and at everybody in the room. Beside a bare loop"
        " around send() and a FastAPI that awaits send_text for each; both do no work, for frames as long.",
        fanout_lines,
    ),
    Measurement(
        "benchmarks.core",
        (),
        "Core: a lively queue of thirty, without a server; and its log, read from SQLite and folded to the"
        " state. Beside a loop that replaces small objects in dictionaries.",
        core_lines,
    ),
    Measurement(
        "benchmarks.core",
        ("--growth",),
        "Growth: what a command costs with ten times the people, and after eight hours.",
        growth_lines,
    ),
    Measurement(
        "benchmarks.idle",
        (),
        "Idle: open sessions with people in them and nobody connected, for a minute.",
        idle_lines,
    ),
)


def figures_of(measurement: Measurement) -> Any:
    """What it printed as JSON. Ends the run where it failed or took too long."""
    command = [sys.executable, "-m", measurement.module, *measurement.arguments, "--json"]
    try:
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, timeout=LONGEST_S, check=True)
    except subprocess.TimeoutExpired:
        raise SystemExit(f"{measurement.module} took longer than {LONGEST_S} s") from None
    except subprocess.CalledProcessError as failed:
        raise SystemExit(f"{measurement.module} failed ({failed.returncode})") from None
    return json.loads(done.stdout)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="all figures as one object, and nothing else")
    options = parser.parse_args()
    everything = {}
    for measurement in MEASUREMENTS:
        if not options.json:
            print(f"\n{measurement.about}", flush=True)
        figures = figures_of(measurement)
        everything[" ".join((measurement.module, *measurement.arguments))] = figures
        if not options.json:
            print("\n".join(measurement.lines(figures)), flush=True)
    if options.json:
        print(json.dumps(everything))


if __name__ == "__main__":
    main()
