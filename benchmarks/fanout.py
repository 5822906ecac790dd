"""Deliveries per second of the server's CPU time, in one big room and in many small ones.

Three servers are asked the same way by the same load: a bare loop around `send`, FastAPI with `await
send_text` for each, and Evenfloor's whole durable way (a client's command, decided, committed to SQLite,
published). The first two do no work and send frames of the mean size that Evenfloor's had. Rounds are
interleaved; the median counts.

A delivery is a frame of a batch that reached one member. What Evenfloor sends besides is in none of the
figures, but costs it time: the sender's answer and own layer, and the facilitator's layer. After each round
the log is read: every command that was sent has to stand in it, once.

    python -m benchmarks.fanout [--rounds 3] [--seconds 4] [--json]
"""

from __future__ import annotations

import argparse
import json
import signal
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass

from benchmarks.processes import cpu_seconds, end, line_of, start, tell

COMMANDS = [
    '{"do":"hand.raise"}',
    '{"do":"hand.lower"}',
]
"""What people do one after the other, again and again; each changes the queue that all see."""

SHAPES = {"1 x 1,000": (1, 1000), "200 x 8": (200, 8)}


@dataclass(frozen=True)
class Measured:
    """One stretch: what arrived, and what it cost on both sides."""

    per_cpu_second: float
    frame_bytes: float
    server_busy: float
    load_busy: float
    commands_per_second: float
    refused: int
    answers_per_command: float
    sent: int
    """Commands of the whole run, warming up included."""


@dataclass(frozen=True)
class Kept:
    """What the log holds of the load's commands."""

    commands: int
    batches: int
    events: int


def kept_in(folder: str) -> Kept:
    """Read what was committed, by a connection of its own."""
    with closing(sqlite3.connect(f"file:{folder}/evenfloor.sqlite3?mode=ro", uri=True)) as connection:
        row = connection.execute(
            "SELECT COUNT(DISTINCT session_id || command_id), COUNT(DISTINCT batch_id), COUNT(*) FROM event "
            "WHERE command_id LIKE 'load-%'"
        ).fetchone()
    return Kept(*row)


def plain_plan(port: int, rooms: int, members: int) -> dict[str, object]:
    room = {"hellos": [""] * members, "commands": ['{"do":"hand.raise"}']}
    return {"port": port, "path": "/SESSION", "rooms": [{**room, "session": f"r{i}"} for i in range(rooms)]}


def measure(
    server: subprocess.Popen[str],
    plan: dict[str, object],
    seconds: float,
    members: int,
    *,
    ages: bool = False,
) -> Measured:
    load = start("benchmarks.load")
    try:
        tell(load, json.dumps({**plan, "warm_up_s": 1.0, "measure_s": seconds}))
        line_of(load)
        if ages:
            server.send_signal(signal.SIGUSR1)
        tell(load, "measure")
        line_of(load)
        before = cpu_seconds(server.pid)
        counted = json.loads(line_of(load))
        spent = cpu_seconds(server.pid) - before
        tell(load, "stop")
        sent = json.loads(line_of(load))["commands"]
        load.wait(30)
    finally:
        end(load)
    if counted["refused"]:
        print("refused:", counted["first_refusal"], file=sys.stderr)
    return Measured(
        per_cpu_second=counted["deliveries"] / spent,
        frame_bytes=counted["payload_bytes"] / max(1, counted["deliveries"]),
        server_busy=spent / counted["wall_s"],
        load_busy=counted["cpu_s"] / counted["wall_s"],
        commands_per_second=counted["deliveries"] / members / counted["wall_s"],
        refused=counted["refused"],
        answers_per_command=counted["answers"] / (counted["deliveries"] / members),
        sent=sent,
    )


def run_plain(kind: str, size: int, rooms: int, members: int, seconds: float) -> Measured:
    server = start("benchmarks.servers", kind, str(size))
    try:
        port = int(line_of(server))
        return measure(server, plain_plan(port, rooms, members), seconds, members)
    finally:
        end(server)


def run_evenfloor(rooms: int, members: int, seconds: float) -> tuple[Measured, Kept]:
    with tempfile.TemporaryDirectory(prefix="evenfloor-bench-") as folder:
        server = start("benchmarks.evenfloor", folder, str(rooms), str(members))
        try:
            told = json.loads(line_of(server))
            plan = {
                "port": told["port"],
                "path": "/api/v1/sessions/SESSION/live",
                "rooms": [
                    {
                        "session": meeting["session"],
                        "hellos": [
                            json.dumps({"is": "hello", "token": token}) for token in meeting["tokens"]
                        ],
                        "commands": COMMANDS,
                    }
                    for meeting in told["meetings"]
                ],
            }
            measured = measure(server, plan, seconds, members, ages=True)
            kept = kept_in(folder)
        finally:
            end(server)
    if measured.refused or kept.commands != measured.sent:
        raise SystemExit(f"{measured.refused} refused, {measured.sent} sent, {kept.commands} in the log")
    return measured, kept


def run(options: argparse.Namespace) -> list[dict[str, object]]:
    """All shapes; a row for each, with the medians and the ratios to the bare loop."""
    rows: list[dict[str, object]] = []
    for shape, (rooms, members) in SHAPES.items():
        rounds: dict[str, list[Measured]] = {"evenfloor": [], "bare": [], "naive": []}
        logs: list[Kept] = []
        for _ in range(options.rounds):
            own, kept = run_evenfloor(rooms, members, options.seconds)
            rounds["evenfloor"].append(own)
            logs.append(kept)
            for kind in ("bare", "naive"):
                rounds[kind].append(run_plain(kind, round(own.frame_bytes), rooms, members, options.seconds))
        rates = {kind: statistics.median(m.per_cpu_second for m in found) for kind, found in rounds.items()}
        rows.append(
            {
                "shape": shape,
                "frame_bytes": round(statistics.median(m.frame_bytes for m in rounds["evenfloor"])),
                "per_cpu_second": {kind: round(rate) for kind, rate in rates.items()},
                "to_bare": round(rates["evenfloor"] / rates["bare"], 2),
                "to_naive": round(rates["evenfloor"] / rates["naive"], 2),
                "commands_a_second": round(
                    statistics.median(m.commands_per_second for m in rounds["evenfloor"])
                ),
                "commands_in_the_log": sum(kept.commands for kept in logs),
                "batches_in_the_log": sum(kept.batches for kept in logs),
                "events_in_the_log": sum(kept.events for kept in logs),
                "answers_a_command": round(
                    statistics.median(m.answers_per_command for m in rounds["evenfloor"]), 2
                ),
                "microseconds_a_command": {
                    kind: round(statistics.median(members * 1e6 / m.per_cpu_second for m in found))
                    for kind, found in rounds.items()
                },
                "server_busy": {
                    kind: round(statistics.median(m.server_busy for m in found), 2)
                    for kind, found in rounds.items()
                },
                "load_busy": {
                    kind: round(statistics.median(m.load_busy for m in found), 2)
                    for kind, found in rounds.items()
                },
            }
        )
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=4.0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    rows = run(options)
    if options.json:
        print(json.dumps(rows))
        return
    for row in rows:
        print(json.dumps(row, indent=2))


if __name__ == "__main__":
    main()
