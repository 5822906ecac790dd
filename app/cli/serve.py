"""`evenfloor serve`: run the server."""

import argparse
import asyncio
import importlib.metadata
import sys
from pathlib import Path
from typing import Any

from app.cli.failure import Failure
from app.cli.serving import Serving, bound_socket, notes, start_logging, with_port
from app.history.errors import HistoryError
from app.settings import Settings

FAILURES = (HistoryError,)


def _fill(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", help="address to listen on (EVENFLOOR_HOST)")
    parser.add_argument("--port", type=int, help="port to listen on, 0 for a free one (EVENFLOOR_PORT)")
    parser.add_argument("--data-dir", type=Path, help="folder of the database (EVENFLOOR_DATA_DIR)")
    parser.set_defaults(run=lambda chosen: asyncio.run(_serve(chosen)))


WORDS = {"serve": _fill}


async def _serve(chosen: argparse.Namespace) -> None:
    given: dict[str, Any] = {name: getattr(chosen, name) for name in ("host", "port", "data_dir")}
    settings = Settings(**{name: value for name, value in given.items() if value is not None})
    start_logging(settings)
    taken = bound_socket(settings)
    settings = with_port(settings, taken)
    server = Serving(settings)
    said = asyncio.create_task(_say_when_up(server))
    try:
        await server.serve(sockets=[taken])
    finally:
        said.cancel()
    if not server.started:
        raise Failure("The server did not start; the lines above say why.")


async def _say_when_up(server: Serving) -> None:
    await server.up.wait()
    settings = server.settings
    version = importlib.metadata.version("evenfloor")
    print(f"Evenfloor {version} at {settings.public_url}, history in {settings.database}.")
    print("Stop with Ctrl-C.")
    for note in notes(settings):
        print(note)
    sys.stdout.flush()
