"""Run the server: take the port first, say that it is up, and say goodbye to the clients before it goes."""

import asyncio
import faulthandler
import logging
import signal
import socket
from collections.abc import Sequence
from ipaddress import ip_address
from types import FrameType

import uvicorn

from app.api.context import Context
from app.api.patience import PatientHttp
from app.cli.cycles import look_seldom
from app.cli.failure import Failure
from app.main import create_app
from app.rooms.transport import LiveProtocol
from app.settings import Settings
from app.wire.incoming import MAX_FRAME_BYTES

BACKLOG = 2_048
"""Connections that wait to be taken: a whole large meeting comes in within a few seconds."""

AGAIN_MS = 1_500
"""When clients come back after a goodbye: about as long as a restart takes."""

GRACE_S = 5
"""How long requests under way may take when the server stops."""

LAST_S = 25.0
"""A server that was told to stop is ended by force after so long: something hangs. Nothing acknowledged is
lost by it, and standard error tells where it hung.
"""


class Serving(uvicorn.Server):
    """Uvicorn with Evenfloor's sockets; `up` is set once it answers."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.up = asyncio.Event()
        self.app = create_app(settings)
        config = uvicorn.Config(
            self.app,
            http=PatientHttp,
            ws=LiveProtocol,
            ws_per_message_deflate=False,
            ws_max_size=MAX_FRAME_BYTES,
            lifespan="on",
            access_log=False,  # paths hold room codes, which are keys of a kind
            log_config=None,
            server_header=False,
            forwarded_allow_ips=settings.forwarded_allow_ips,
            timeout_graceful_shutdown=GRACE_S,
            ssl_certfile=settings.tls_cert,
            ssl_keyfile=settings.tls_key,
        )
        super().__init__(config)

    def handle_exit(self, sig: int, _: FrameType | None) -> None:
        """Stop in good order at the first signal, at once at a second Ctrl-C; that is a success, not a
        failure."""
        if not self.should_exit:
            faulthandler.dump_traceback_later(LAST_S, exit=True)
        self.force_exit = self.should_exit and sig == signal.SIGINT
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Tell the clients that we go and when to come back, before their sockets are closed."""
        context = getattr(self.app.state, "context", None)
        if isinstance(context, Context):
            context.rooms.farewell(AGAIN_MS)
        await super().shutdown(sockets)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and tell whoever waits for it."""
        await super().startup(sockets)
        look_seldom()
        self.up.set()


def bound_socket(settings: Settings) -> socket.socket:
    """The socket that the settings ask for. Raises Failure when the port is taken or not allowed."""
    try:
        family = socket.AF_INET6 if ip_address(settings.host).version == 6 else socket.AF_INET
    except ValueError:
        family = socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=BACKLOG)
    except PermissionError:
        raise Failure(
            f"Port {settings.port} needs more rights. Take one above 1023 (EVENFLOOR_PORT)."
        ) from None
    except OSError as error:
        raise Failure(
            f"Nothing can listen on {settings.host} port {settings.port} ({error.strerror or error}). "
            "Stop what is there, or set EVENFLOOR_PORT to another one."
        ) from None


def with_port(settings: Settings, taken: socket.socket) -> Settings:
    """The settings, with the port that was really taken where they left it open."""
    if settings.port:
        return settings
    given = settings.model_dump(include=settings.model_fields_set - {"port", "public_url"})
    port = taken.getsockname()[1]
    # A public address that was set stays; one that was made up for port 0 is made anew.
    made_up = settings.public_url.endswith(":0")
    return Settings(**given, port=port, public_url="" if made_up else settings.public_url)


def start_logging(settings: Settings) -> None:
    """One line a message on standard error, with its time."""
    logging.basicConfig(
        level=settings.log_level.upper(), format="%(asctime)s %(levelname)s %(name)s: %(message)s", force=True
    )
    quieten()


def quieten() -> None:
    """Let libraries tell no more than warnings at any level: to debug, they write out whole frames."""
    for noisy in ("uvicorn.error", "websockets", "alembic"):
        logging.getLogger(noisy).setLevel(max(logging.WARNING, logging.getLogger().level))


def notes(settings: Settings) -> Sequence[str]:
    """What an operator should know about where the server can be reached."""
    said = []
    if settings.public_url.startswith("http://") and "//localhost" not in settings.public_url:
        said.append(
            "Browsers give a page the microphone only over https or on localhost: people can tap who speaks, "
            "but no device will hear them. Set EVENFLOOR_TLS_CERT and EVENFLOOR_TLS_KEY, or put a proxy with "
            "https in front."
        )
    return said
