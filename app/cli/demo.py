"""`evenfloor demo`: a server with a real recorded meeting under way, to look at and to join."""

import argparse
import asyncio
import os
import socket
import sys
import tempfile
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import segno

from app.cli.failure import Failure
from app.cli.opened import opened, wall_ms
from app.cli.progress import Bar, clock
from app.cli.serving import Serving, bound_socket, start_logging
from app.facilitation.nudges.record import FACILITATORS
from app.facilitation.rights import SCOPES
from app.history import keys
from app.history.errors import HistoryError
from app.integrations.client import Api, ClientError, Line
from app.integrations.instant import replay_instantly
from app.integrations.live_replay import Stage, perform, set_stage
from app.integrations.replay import FASTEST, SLOWEST
from app.integrations.rttm import Recording, read_rttm
from app.integrations.simulation.company import NAMES
from app.settings import Settings

MEETING = Path(__file__).resolve().parent.parent / "integrations" / "meetings" / "IB4004.rttm"
"""A recorded meeting of the AMI corpus; NOTICE says whose work it is."""

RATE = 10.0

USUAL_PORT = 8000

ROOM = "Bus stop redesign"

EVERY_ADDRESS = "0.0.0.0"  # noqa: S104 (what --lan asks for)

LEAD_MS = 60_000
"""The console is opened so long (session time) before the first nudge: 6 s at ten times speed."""

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")
"""Where one of these is set, a browser has a screen to open on."""

NO_NUDGE_MS = 12 * 60_000
"""How far into the meeting it starts where no nudge ever comes: enough to see balance."""


def _fill(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--rate", type=float, default=RATE, help="how many times faster than it was (10)")
    parser.add_argument(
        "--port", type=int, help="port to listen on (8000, or a free one where that is taken)"
    )
    parser.add_argument(
        "--lan", action="store_true", help="let phones in your network join: listen on every address"
    )
    parser.add_argument(
        "--data-dir", type=Path, help="keep the demo's history here (else it goes with the demo)"
    )
    parser.add_argument("--no-browser", action="store_true", help="open no browser")
    parser.add_argument("--exit-at-end", action="store_true", help="stop when the meeting is over")
    parser.set_defaults(run=run)


WORDS = {"demo": _fill}
FAILURES = (ClientError, HistoryError)


def run(chosen: argparse.Namespace) -> None:
    """Raises Failure or ClientError."""
    if not SLOWEST <= chosen.rate <= FASTEST:
        raise Failure(f"A rate lies between {SLOWEST:g} and {FASTEST:g}.")
    with _folder(chosen.data_dir) as folder:
        asyncio.run(_demo(chosen, folder))


@contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    if kept is not None:
        yield kept
        return
    with tempfile.TemporaryDirectory(prefix="evenfloor-demo-") as folder:
        yield Path(folder)


async def _demo(chosen: argparse.Namespace, folder: Path) -> None:
    taken, settings = _place(chosen, folder)
    start_logging(settings)
    recording = read_rttm(MEETING)
    async with opened(settings, make=True) as log:
        key = await keys.create_key(log.database, name="demo", scopes=SCOPES, now=wall_ms())
    server = Serving(settings)
    serving = asyncio.create_task(server.serve(sockets=[taken]))
    showing = asyncio.create_task(_show(chosen, server, recording, key.secret))
    # Ctrl-C ends `serve`; what is being shown ends with it.
    await asyncio.wait({serving, showing}, return_when=asyncio.FIRST_COMPLETED)
    failure = showing.exception() if showing.done() and not showing.cancelled() else None
    if failure is not None or (showing.done() and chosen.exit_at_end):
        server.should_exit = True
    await serving
    showing.cancel()
    with suppress(asyncio.CancelledError, ClientError):
        await showing
    if failure is not None:
        raise failure


def _place(chosen: argparse.Namespace, folder: Path) -> tuple[socket.socket, Settings]:
    """A socket, and settings that name it."""
    host = EVERY_ADDRESS if chosen.lan else "127.0.0.1"
    try:
        taken = bound_socket(_settings(folder, host, USUAL_PORT if chosen.port is None else chosen.port))
    except Failure:
        if chosen.port is not None:
            raise
        taken = bound_socket(_settings(folder, host, 0))
    port = taken.getsockname()[1]
    public_url = f"http://{_address_in_network()}:{port}" if chosen.lan else ""
    return taken, _settings(folder, host, port, public_url)


def _settings(folder: Path, host: str, port: int, public_url: str = "") -> Settings:
    """The demo's own settings, whatever the environment says of the server that one runs in earnest."""
    return Settings(
        data_dir=folder,
        database_url="",
        host=host,
        port=port,
        public_url=public_url,
        tls_cert=None,
        tls_key=None,
        secret_key_file=None,
        log_level="warning",
    )


def _address_in_network() -> str:
    """The address under which other machines of the network find this one. Nothing is sent to learn it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address that is reserved for documentation
        except OSError:
            raise Failure("This machine is in no network; leave --lan out.") from None
        return str(probe.getsockname()[0])


async def _show(chosen: argparse.Namespace, server: Serving, recording: Recording, key: str) -> None:
    await server.up.wait()
    local = f"http://localhost:{server.settings.port}"
    api = Api(local, key)
    length_ms = recording.to_ms - recording.from_ms
    names = dict(zip(recording.speakers, NAMES, strict=False))
    start_at = time.time_ns() // 1_000_000 - length_ms
    stage = await asyncio.to_thread(
        set_stage,
        api,
        recording,
        name=ROOM,
        rate=chosen.rate,
        start_at=start_at,
        names=names,
        facilitator=False,  # whoever looks at the demo is
    )
    at_once_ms = await asyncio.to_thread(_interesting_ms, recording)
    console = _at(local, stage.facilitator_link)
    _greet(chosen, stage, console)
    with Bar(length_ms, clock) as bar:
        async with Line(api, stage.session_id) as line:
            await perform(
                line,
                recording,
                stage,
                rate=chosen.rate,
                at_once_ms=at_once_ms,
                progress=bar.show,
            )
    print(f"\nThe meeting is over. Its report: {local}/r/{stage.session_id}")
    if not chosen.exit_at_end:
        print("The server goes on until Ctrl-C.")
        sys.stdout.flush()
        await asyncio.Event().wait()


def _interesting_ms(recording: Recording) -> int:
    """How much of the meeting is over when one comes in: up to shortly before facilitators are nudged."""
    nudges = replay_instantly(recording)["nudges"]
    told = [one["at_ms"] for nudge in nudges for one in nudge["audience"] if one["to"] == FACILITATORS]
    if not told:
        return NO_NUDGE_MS
    return max(0, min(told) - recording.from_ms - LEAD_MS)


def _greet(chosen: argparse.Namespace, stage: Stage, console: str) -> None:
    print(
        f"\nA recorded meeting of {len(stage.people)} people, told {chosen.rate:g} times as fast.\n\n"
        f"  Facilitator's console  {console}\n"
        f"  To join                {stage.join_link}\n"
        f"  Code                   {stage.code}\n"
    )
    if sys.stdout.isatty():
        segno.make(stage.join_link).terminal(compact=True, border=2)
    if not chosen.lan:
        print("Phones in your network can join when you start it with --lan (make demo LAN=1).\n")
    sys.stdout.flush()
    has_screen = sys.platform == "darwin" or any(os.environ.get(name) for name in SCREENS)
    if has_screen and not chosen.no_browser:
        webbrowser.open(console)


def _at(local: str, link: str) -> str:
    """The same page under this machine's own name, where a browser gives it the microphone."""
    return local + urlsplit(link)._replace(scheme="", netloc="").geturl()
