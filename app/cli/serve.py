"""`evenfloor serve`: run the server."""

import argparse
import asyncio
import importlib.metadata
import sys

from app.cli.failure import Failure
from app.cli.options import server_options, settings_of
from app.cli.serving import Serving, bound_socket, notes, start_logging, with_port
from app.history.errors import HistoryError

FAILURES = (HistoryError,)


def _fill(parser: argparse.ArgumentParser) -> None:
    server_options(parser)
    parser.set_defaults(run=lambda chosen: asyncio.run(_serve(chosen)))


WORDS = {"serve": _fill}


async def _serve(chosen: argparse.Namespace) -> None:
    settings = settings_of(chosen)
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
