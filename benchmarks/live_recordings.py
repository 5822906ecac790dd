"""Recorded meetings told to a real server over its sockets, and whether they end as they do at once.

    python -m benchmarks.live_recordings DIR [RATE]

All of DIR's recordings at the same time, each into a session of its own, RATE (60) times as fast as they
were. What came of a session is read from the server's log and must equal what comes of the recording at once:
figures to the millisecond, nudges with their facts. Ends with 1 where anything differs.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.cli.opened import opened, wall_ms
from app.cli.serving import Serving, bound_socket, with_port
from app.facilitation.decider import replay
from app.facilitation.rights import SCOPES
from app.history import keys
from app.history.entries import all_from
from app.history.log import StoredLog
from app.integrations.client import Api, Line
from app.integrations.instant import replay_instantly
from app.integrations.live_replay import Stage, perform, set_stage
from app.integrations.outcome import Outcome, outcome
from app.integrations.rttm import Recording, read_rttm
from app.settings import Settings


@dataclass(frozen=True, slots=True)
class Told:
    """A recording that a server was told, and how long that took."""

    recording: Recording
    stage: Stage
    took_s: float
    reconnections: int


async def main(recordings: Sequence[Recording], rate: float) -> bool:
    """Whether all recordings ended as they do at once."""
    with tempfile.TemporaryDirectory(prefix="evenfloor-bench-") as data:
        settings = Settings(data_dir=Path(data), database_url="", port=0, public_url="", log_level="warning")
        taken = bound_socket(settings)
        settings = with_port(settings, taken)
        async with opened(settings, make=True) as log:
            key = await keys.create_key(log.database, name="bench", scopes=SCOPES, now=wall_ms())
        server = Serving(settings)
        serving = asyncio.create_task(server.serve(sockets=[taken]))
        await server.up.wait()
        api = Api(settings.public_url, key.secret)
        told = await asyncio.gather(*(tell(api, recording, rate) for recording in recordings))
        server.should_exit = True
        await serving
        async with opened(settings) as log:
            return await compared(log, told, rate)


async def tell(api: Api, recording: Recording, rate: float) -> Told:
    """Tell one recording, whole."""
    start_at = wall_ms() - recording.to_ms + recording.from_ms
    stage = await asyncio.to_thread(
        set_stage, api, recording, name=recording.meeting, rate=rate, start_at=start_at
    )
    began = time.monotonic()
    async with Line(api, stage.session_id) as line:
        await perform(line, recording, stage, rate=rate, progress=lambda _: None)
        return Told(recording, stage, time.monotonic() - began, line.reconnections)


async def compared(log: StoredLog, told: Sequence[Told], rate: float) -> bool:
    """Print a line a recording; whether all of them agree."""
    print(f"{'meeting':9}{'rate':>6}{'took s':>8}{'events':>8}{'nudges':>8}  as at once")
    agree = True
    for one in told:
        live, events = await came_of(log, one.recording, one.stage)
        at_once = replay_instantly(one.recording)
        same = live == at_once
        agree = agree and same
        print(
            f"{one.recording.meeting:9}{rate:>6g}{one.took_s:>8.1f}{events:>8}{len(live['nudges']):>8}  "
            f"{'yes' if same else 'NO: ' + ', '.join(n for n, v in at_once.items() if live.get(n) != v)}"
        )
    return agree


async def came_of(log: StoredLog, recording: Recording, stage: Stage) -> tuple[Outcome, int]:
    """What the log says came of a recording, and how many events it took."""
    entries = await log.read(stage.session_id)
    state = replay(all_from(entries))
    return outcome(recording.meeting, state, stage.people, recording.from_ms), len(entries)


if __name__ == "__main__":
    if len(sys.argv) not in {2, 3} or not list(Path(sys.argv[1]).glob("*.rttm")):
        raise SystemExit("Usage: python -m benchmarks.live_recordings DIR [RATE] (DIR holds *.rttm)")
    chosen_rate = float(sys.argv[2]) if len(sys.argv) == 3 else 60.0
    read = [read_rttm(file) for file in sorted(Path(sys.argv[1]).glob("*.rttm"))]
    raise SystemExit(not asyncio.run(main(read, chosen_rate)))
