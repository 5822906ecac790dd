"""`evenfloor health`: ask the server on this machine whether it is well; for a container's health check."""

import argparse
import json
import ssl
import urllib.request
from contextlib import suppress
from ipaddress import ip_address

from app.cli.failure import Failure
from app.settings import Settings

FAILURES = ()

HEALTH_TIMEOUT_S = 3.0


def _fill(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=_health)


WORDS = {"health": _fill}


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
