"""`evenfloor replay`: tell a recorded meeting to a server, or to the core alone."""

import argparse
import asyncio
import json
import sys
import time
from pathlib import Path

from app.cli.failure import Failure
from app.cli.progress import Bar, clock
from app.cli.reaching import KEY, KEY_HELP, URL, need_key
from app.integrations.client import Api, ClientError, Line
from app.integrations.instant import replay_instantly
from app.integrations.live_replay import Stage, perform, set_stage
from app.integrations.outcome import Outcome, read_outcome
from app.integrations.replay import FASTEST, SLOWEST
from app.integrations.rttm import Recording, RttmError, read_rttm


def _fill(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Tell a recorded meeting to a running server as if it happened: a new room, a session whose clock "
        "the replay drives, its speech over the live connection. With --instant the same goes through the "
        "core alone, without a server."
    )
    parser.add_argument("file", type=Path, help="who spoke when, as RTTM")
    parser.add_argument("--instant", action="store_true", help="no server: at once, through the core")
    parser.add_argument("--json", action="store_true", help="print the figures and nudges as JSON")
    parser.add_argument("--url", default=URL, help="the server (EVENFLOOR_URL)")
    parser.add_argument("--key", default=KEY, help=KEY_HELP)
    parser.add_argument("--rate", type=float, default=10.0, help="how many times faster than it was (10)")
    parser.add_argument(
        "--at-once", type=float, default=0.0, metavar="MIN", help="tell the first MIN minutes at once"
    )
    parser.add_argument("--name", help="the room's name; the recording's, if not given")
    parser.set_defaults(run=run)


WORDS = {"replay": _fill}
FAILURES = (ClientError, RttmError)


def run(chosen: argparse.Namespace) -> None:
    """Raises Failure, ClientError or RttmError."""
    recording = read_rttm(chosen.file)
    if chosen.instant:
        came = replay_instantly(recording)
    else:
        if not SLOWEST <= chosen.rate <= FASTEST:
            raise Failure(f"A rate lies between {SLOWEST:g} and {FASTEST:g}.")
        need_key(chosen)
        came = asyncio.run(_live(chosen, recording))
    print(json.dumps(came, indent=1, ensure_ascii=False) if chosen.json else table(came))


async def _live(chosen: argparse.Namespace, recording: Recording) -> Outcome:
    api = Api(chosen.url, chosen.key)
    length_ms = recording.to_ms - recording.from_ms
    stage: Stage = await asyncio.to_thread(
        set_stage,
        api,
        recording,
        name=chosen.name or recording.meeting,
        rate=chosen.rate,
        start_at=time.time_ns() // 1_000_000 - length_ms,
    )
    print(f"Facilitator: {stage.facilitator_link}\nTo join: {stage.join_link}", file=sys.stderr)
    with Bar(length_ms, clock) as bar:
        async with Line(api, stage.session_id) as line:
            await perform(
                line,
                recording,
                stage,
                rate=chosen.rate,
                at_once_ms=round(chosen.at_once * 60_000),
                progress=bar.show,
            )
    report = await asyncio.to_thread(api.call, "GET", f"/sessions/{stage.session_id}/report")
    print(f"Report: {api.url}/r/{stage.session_id}", file=sys.stderr)
    return read_outcome(recording, stage.people, stage.session_id, report)


def table(came: Outcome) -> str:
    """The outcome for a person at a terminal."""
    length, overlap, silence = (clock(came[name]) for name in ("duration_ms", "overlap_ms", "silence_ms"))
    lines = [
        f"{came['meeting']}: {came['people']} people, {length} min; overlap {overlap}, silence {silence}",
        f"{'':20}{'talk':>8}{'of fair share':>15}{'turns':>7}{'longest quiet':>15}",
    ]
    for name, one in came["speakers"].items():
        ratio = "too early" if one["ratio"] is None else f"{one['ratio']:.2f}"
        talk, quiet = clock(one["talk_ms"]), clock(one["longest_quiet_ms"])
        lines.append(f"{name[:20]:20}{talk:>8}{ratio:>15}{one['turns']:>7}{quiet:>15}")
    lines += [f"{clock(one['raised_ms'])}  {one['kind']} ({one['subject']})" for one in came["nudges"]]
    return "\n".join(lines)
