"""What a thousand idle sessions cost: CPU time of the server over a minute in which nobody is connected.

    python -m benchmarks.idle [--seconds 60] [--sessions 1000] [--json]

The sessions are open, with five people seated in each, and have just been made: the minute holds their timers
and that they are let go, and the share of a server that has nothing to do.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path

from app.api.context import Context
from app.cli.serving import Serving, bound_socket, with_port
from app.facilitation.commands import CreateSession, Newcomer, OpenSession, Seat
from app.facilitation.ids import Purpose, SessionId, Setting
from app.history import catalogue
from benchmarks.evenfloor import new_settings
from benchmarks.processes import cpu_seconds, end, line_of, start

SEATED = 5


async def serve(folder: Path, sessions: int) -> None:
    """The server, with its sessions; says a line when they are there."""
    settings = new_settings(folder)
    taken = bound_socket(settings)
    server = Serving(with_port(settings, taken))
    serving = asyncio.create_task(server.serve(sockets=[taken]))
    await server.up.wait()
    context: Context = server.app.state.context
    people = tuple(Newcomer(f"Person {number}") for number in range(SEATED))
    for number in range(sessions):
        now = context.now()
        made = await catalogue.create_room(
            context.database, name=f"Room {number}", purpose="decide", hearing="one_room", now=now
        )
        row = await catalogue.create_session(context.database, made.room.id, now=now)
        session = SessionId(row.id)
        await context.rooms.serve(
            session,
            CreateSession(session, made.room.code, made.room.name, Purpose.decide, Setting.one_room),
        )
        await context.rooms.serve(session, Seat(people))
        await context.rooms.serve(session, OpenSession())
    print("there", flush=True)
    await serving


def run(seconds: float, sessions: int) -> dict[str, float]:
    """The share of one core, in percent."""
    with tempfile.TemporaryDirectory(prefix="evenfloor-bench-") as folder:
        server = start("benchmarks.idle", "serve", folder, str(sessions))
        try:
            line_of(server)
            time.sleep(2)
            before = cpu_seconds(server.pid)
            time.sleep(seconds)
            spent = cpu_seconds(server.pid) - before
        finally:
            end(server)
    return {"sessions": sessions, "seconds": seconds, "percent_of_a_core": round(100 * spent / seconds, 2)}


def main() -> None:
    if sys.argv[1:2] == ["serve"]:
        asyncio.run(serve(Path(sys.argv[2]), int(sys.argv[3])))
        return
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--sessions", type=int, default=1_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = run(options.seconds, options.sessions)
    if options.json:
        print(json.dumps(figures))
        return
    print(f"{options.sessions:,} idle sessions: {figures['percent_of_a_core']} % of a core")


if __name__ == "__main__":
    main()
