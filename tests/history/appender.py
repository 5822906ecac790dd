"""A program that appends to several sessions at once and prints each batch when it is acknowledged.

Run to be killed.

python -m tests.history.appender FILE SESSION…
"""

import asyncio
import itertools
import sys
from pathlib import Path

from app.history.entry import Append, Entry
from app.history.sqlite.log import SqliteLog


async def append_for_ever(log: SqliteLog, session_id: str, run: str) -> None:
    seq, _ = (await log.heads([session_id]))[session_id]
    for number in itertools.count():
        batch_id = f"{run}-{session_id}-{number}"
        entries = tuple(
            Entry(seq + extra, seq + extra, "hand.raised", 1, None, batch_id, '{"participant":"p1"}')
            for extra in (1, 2, 3)
        )
        if await log.append(Append(session_id, seq, batch_id, entries)):
            seq += 3
            sys.stdout.write(f"{session_id} {batch_id}\n")
            sys.stdout.flush()


async def main() -> None:
    path, run, *sessions = sys.argv[1:]
    log = await SqliteLog.open(Path(path))
    await asyncio.gather(*(append_for_ever(log, each, run) for each in sessions))


asyncio.run(main())
