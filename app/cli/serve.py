"""`evenfloor serve` and `evenfloor health`: run the server, and ask whether one runs."""

import argparse
import asyncio
import importlib.metadata
import json
import ssl
import sys
import urllib.request
from contextlib import suppress
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from app.cli.failure import Failure
from app.cli.serving import Serving, bound_socket, notes, start_logging, with_port
from app.cli.words import Words
from app.settings import Settings

HEALTH_TIMEOUT_S = 3.0


def add_words(words: Words) -> None:
    """`serve` and `health`."""
    serve = words.add_parser("serve", help="run the server until Ctrl-C")
    serve.add_argument("--host", help="address to listen on (EVENFLOOR_HOST)")
    serve.add_argument("--port", type=int, help="port to listen on, 0 for a free one (EVENFLOOR_PORT)")
    serve.add_argument("--data-dir", type=Path, help="folder of the database (EVENFLOOR_DATA_DIR)")
    serve.set_defaults(run=lambda chosen: asyncio.run(_serve(chosen)))
    health = words.add_parser("health", help="ask the server on this machine whether it is well")
    health.set_defaults(run=_health)


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
    print(f"Evenfloor {version} at {settings.public_url}, history in {settings.database_file}.")
    print("Stop with Ctrl-C.")
    for note in notes(settings):
        print(note)
    sys.stdout.flush()


def _health(_: argparse.Namespace) -> None:
    settings = Settings()
    scheme = "https" if settings.tls_cert else "http"
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=_own_certificate(settings))
    )
    host = settings.host
    with suppress(ValueError):
        if ip_address(host).is_unspecified:
            host = "127.0.0.1"
    try:
        with opener.open(f"{scheme}://{host}:{settings.port}/healthz", timeout=HEALTH_TIMEOUT_S) as answer:
            said = json.load(answer)
    except (OSError, ValueError) as error:
        raise Failure(
            f"No server is well on port {settings.port} ({getattr(error, 'reason', error)})."
        ) from None
    print(f"Evenfloor {said.get('version')}: {said.get('status')}")


def _own_certificate(settings: Settings) -> ssl.SSLContext | None:
    """Trust the server's own certificate alone; it names the public host, not this machine's loopback."""
    if settings.tls_cert is None:
        return None
    context = ssl.create_default_context(cafile=settings.tls_cert)
    context.check_hostname = False
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    return context
