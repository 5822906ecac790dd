"""A node of a test: what `evenfloor serve` runs, in a process that can be asked for its state.

    python -m benchmarks.node

Settings come from the environment. Prints its boot once it is up; then answers each line that names a
session: at which seq it holds it, and whether its state is the one that the log leads to. Ends when nobody
asks any more.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys

from app.api.context import Context
from app.cli.serving import Serving, bound_socket, start_logging, with_port
from app.facilitation.decider import replay
from app.facilitation.ids import SessionId
from app.history.entries import all_from
from app.settings import Settings
from benchmarks.limits import raise_file_limit


async def main() -> None:
    raise_file_limit()
    settings = Settings()
    start_logging(settings)
    taken = bound_socket(settings)
    server = Serving(with_port(settings, taken))
    serving = asyncio.create_task(server.serve(sockets=[taken]))
    up = asyncio.create_task(server.up.wait())
    await asyncio.wait({serving, up}, return_when=asyncio.FIRST_COMPLETED)
    if serving.done():
        raise SystemExit("the node did not start")
    context: Context = server.app.state.context
    print(context.rooms.boot, flush=True)
    lines = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    asking = asyncio.create_task(answer(lines, context))
    await asyncio.wait({asking, serving}, return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    asking.cancel()
    await serving
    with contextlib.suppress(asyncio.CancelledError):
        await asking


async def answer(lines: asyncio.StreamReader, context: Context) -> None:
    while line := await lines.readline():
        # What it holds, not what it would read if a client asked.
        live = await context.rooms.actor(SessionId(line.decode().strip()))
        held = live.state
        stored = await context.log.read(live.session)
        agrees = held == replay(all_from(entry for entry in stored if entry.seq <= held.seq))
        print(held.seq, agrees, flush=True)


if __name__ == "__main__":
    asyncio.run(main())
