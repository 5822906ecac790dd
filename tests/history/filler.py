"""A program that may write only so many bytes to a file, and appends until the disk refuses; then it says how
it went.

python -m tests.history.filler FILE SESSION BYTES
"""

import asyncio
import resource
import sys
from pathlib import Path

from app.history.entry import Append, Entry
from app.history.errors import LogUnavailable
from app.history.sqlite.log import SqliteLog


async def main() -> None:
    path, session_id, limit = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    log = await SqliteLog.open(path)
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    seq = 0
    body = '{"name":"' + "x" * 1_000 + '"}'

    def batch(size: int) -> Append:
        entries = tuple(Entry(seq + n, seq + n, "k", 1, None, None, body) for n in range(1, size + 1))
        return Append(session_id, seq, f"b{seq}-{size}", entries)

    while True:
        try:
            await log.append(batch(8))
        except LogUnavailable as refusal:
            sys.stdout.write(f"refused {seq} {refusal.message}\n")
            break
        seq += 8
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    appended = await log.append(batch(1))
    head_seq, _ = (await log.heads([session_id]))[session_id]
    sys.stdout.write(f"appended {appended} {seq + 1} {head_seq}\n")
    await log.close()


asyncio.run(main())
