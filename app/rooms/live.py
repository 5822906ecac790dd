"""The live socket, `GET /api/v1/sessions/{session_id}/live`: from handshake to goodbye."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlsplit

from starlette.responses import JSONResponse
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket

from app.access.limits import HELLO_S, MOST_REFUSED, MOST_SOCKETS, MOST_WAITING
from app.access.tokens import Tokens, claims_of
from app.facilitation.actors import Integrator
from app.facilitation.ids import SessionId
from app.facilitation.merging import as_known_now
from app.facilitation.refusals import Refused
from app.history.errors import HistoryError, UnknownSession
from app.rooms.actor import SessionActor
from app.rooms.clock import Clock
from app.rooms.connection import Connection, Viewer
from app.rooms.frames import text_frame
from app.rooms.outlet import CLOSE_TIMEOUT_S, AsgiOutlet, AsgiSend, Outlet
from app.rooms.pace import Bucket
from app.rooms.registry import Rooms
from app.rooms.transport import EXTENSION, DirectLine
from app.wire import frames
from app.wire.incoming import RenewToken, WatchTime, read_hello, read_request
from app.wire.malformed import Malformed

PATH = "/api/v1/sessions/{session_id}/live"
SUBPROTOCOL = "evenfloor.v1"

JOIN_S = 30.0
"""A session that cannot be loaded in this time is given up; the client comes back."""

UNAUTHORISED = 4401
UNKNOWN = 4404
MALFORMED = 4400
TOO_FAST = 4429
LATE = 4408
TRY_LATER = 1013

COME_BACK = frozenset({"unavailable", "too_many"})
"""Refusals after which the same token may be let in a little later."""


@dataclass(frozen=True, slots=True)
class Gate:
    """Who may open a socket, and how they prove it. `origins`: those of pages besides the server's own."""

    tokens: Tokens
    clock: Clock
    origins: Collection[str] = ()

    def viewer(self, token: str, session: SessionId) -> Viewer:
        """Whose a token is, if it is good for this session. Raises Refused."""
        return self.tokens.read_for(session, token, self.clock.now_ms()).actor

    def renewed(self, viewer: Viewer, session: SessionId) -> str:
        """A fresh token for who showed a good one before. Raises Refused."""
        if isinstance(viewer, Integrator):
            # A key may have been revoked meanwhile, which only its own door looks up.
            raise Refused("not_allowed", "Exchange your key for a fresh token at /api/v1/access/token.")
        return self.tokens.mint(claims_of(viewer, session), self.clock.now_ms())

    def admits(self, origin: str | None, host: str | None) -> bool:
        """Whether a page of this origin may connect. Programs send none: they have no cookies to steal."""
        if origin is None:
            return True
        return urlsplit(origin).netloc == host or origin in self.origins


async def live(socket: WebSocket) -> None:
    """The route's endpoint; the door stands in the application's state as `live_door`."""
    door: LiveDoor = socket.app.state.live_door
    await door.serve(socket)


ROUTE = WebSocketRoute(PATH, live)


class LiveDoor:
    """What serves the live sockets of one node."""

    def __init__(self, rooms: Rooms, gate: Gate) -> None:
        self._rooms = rooms
        self._gate = gate
        # Those who have not said yet whose they are; who has waited longest comes first.
        self._waiting: dict[Client, None] = {}

    async def serve(self, socket: WebSocket) -> None:
        """Serve one client until it has gone."""
        headers = socket.headers
        if SUBPROTOCOL not in socket.scope.get("subprotocols", []):
            await deny(socket, 400, "malformed", f"Ask for the WebSocket subprotocol {SUBPROTOCOL}.")
            return
        if not self._gate.admits(headers.get("origin"), headers.get("host")):
            await deny(socket, 403, "not_allowed", "Pages of another site may not connect to this server.")
            return
        if self._rooms.sockets >= MOST_SOCKETS:
            await deny(socket, 503, "unavailable", "Too many are here already. Try again in a moment.")
            return
        await socket.accept(SUBPROTOCOL)
        line = socket.scope.get("extensions", {}).get(EXTENSION, {}).get("line")
        if isinstance(line, DirectLine):
            await self._serve(socket, line, line)
        else:
            await self._serve_plainly(socket)

    async def _serve_plainly(self, socket: WebSocket) -> None:
        """Under a server that gives no direct line: one task sends, another receives."""
        outlet = AsgiOutlet(cast("AsgiSend", socket.send))
        serving = asyncio.create_task(self._serve(socket, outlet, None))
        sending = asyncio.create_task(outlet.run())
        # Whoever has been said goodbye to, and doesn't go, is left after the same time as on a direct line.
        await asyncio.wait((serving, sending), return_when=asyncio.FIRST_COMPLETED)
        await asyncio.wait((serving,), timeout=CLOSE_TIMEOUT_S)
        outlet.lost()
        serving.cancel()
        sending.cancel()
        await asyncio.gather(serving, sending, return_exceptions=True)

    async def _serve(self, socket: WebSocket, outlet: Outlet, line: DirectLine | None) -> None:
        connection = self._rooms.connection(outlet)
        client = Client(connection, self._gate)
        try:
            session = SessionId(str(socket.path_params["session_id"]))
            if not await self._join(socket, session, client):
                return
            while True:
                if line is not None and line.receiver is None:
                    line.take_over(client.receive)
                message = await socket.receive()
                if message["type"] == "websocket.disconnect":
                    return
                client.receive(message.get("text") or "")
        finally:
            if line is not None:
                connection.heard_s = max(connection.heard_s, line.heard_s)
            self._rooms.detach(connection, client.live)

    async def _join(self, socket: WebSocket, session: SessionId, client: Client) -> bool:
        """The first frame, and what becomes of it. False: the client has gone, or was sent away."""
        self._make_way()
        self._waiting[client] = None
        try:
            async with asyncio.timeout(HELLO_S):
                message = await socket.receive()
        except TimeoutError:
            client.send_away(None, Refused("malformed", "Say who you are within 5 seconds."), LATE)
            return False
        finally:
            self._waiting.pop(client, None)
        if message["type"] == "websocket.disconnect" or client.connection.is_closing:
            # It may have been sent away to make way while what it said was on its way.
            return False
        try:
            hello = read_hello(message.get("text") or "")
        except Malformed as malformed:
            client.send_away(None, malformed, MALFORMED)
            return False
        try:
            viewer = self._gate.viewer(hello.token, session)
        except Refused as refused:
            client.send_away(None, refused, UNAUTHORISED)
            return False
        if not self._rooms.paces.comes(viewer, time.monotonic()):
            often = Refused("slow_down", "This page has connected very often. Wait a minute, then try again.")
            client.send_away(None, often, TRY_LATER)
            return False
        try:
            async with asyncio.timeout(JOIN_S):
                client.live = await self._rooms.actor(session)
                viewer = as_known_now(client.live.state, viewer)
                client.begin(viewer, session, self._rooms.paces.of(viewer, time.monotonic()))
                await self._rooms.attach(client.live, client.connection, viewer)
        except (Refused, UnknownSession, HistoryError, TimeoutError) as error:
            client.turn_away(error)
            return False
        return True

    def _make_way(self) -> None:
        """Send away who has waited longest where too many wait."""
        if len(self._waiting) >= MOST_WAITING:
            slowest = next(iter(self._waiting))
            del self._waiting[slowest]
            busy = Refused("unavailable", "Too many are coming in at once. Try again in a moment.")
            slowest.send_away(None, busy, TRY_LATER)


async def deny(socket: WebSocket, status: int, code: str, detail: str) -> None:
    """Refuse the handshake with problem details (RFC 9457), where the server can send them."""
    if "websocket.http.response" not in socket.scope.get("extensions", {}):
        await socket.close()
        return
    problem = {
        "type": "about:blank",
        "title": "No live connection",
        "status": status,
        "code": code,
        "detail": detail,
    }
    await socket.send_denial_response(JSONResponse(problem, status, media_type="application/problem+json"))


class Client:
    """What one connection may say, and what it is told at once. Everything here is synchronous."""

    def __init__(self, connection: Connection, gate: Gate) -> None:
        self.connection = connection
        # The session that it is part of, from the first frame on.
        self.live: SessionActor | None = None
        self._gate = gate
        self._viewer: Viewer | None = None
        self._session = SessionId("")
        self._bucket: Bucket | None = None

    def begin(self, viewer: Viewer, session: SessionId, bucket: Bucket) -> None:
        """Its token was good."""
        self._viewer, self._session, self._bucket = viewer, session, bucket

    def receive(self, text: str) -> None:
        """A frame after the first."""
        live, viewer, bucket, connection = self.live, self._viewer, self._bucket, self.connection
        if live is None or viewer is None or bucket is None:
            return
        now = time.monotonic()
        connection.heard_s = now
        if not bucket.take(now):
            self._slow_down(bucket, text)
            return
        try:
            request = read_request(text)
        except Malformed as malformed:
            self._refuse(malformed.re, malformed)
            return
        match request.command:
            case WatchTime(on):
                live.figures.watch(connection, on)
                connection.answer(text_frame(frames.done(request.id)))
            case RenewToken():
                self._renew(viewer, request.id)
            case command:
                live.submit(command, viewer, request.id, connection)

    def send_away(self, re: str | None, refused: Refused, code: int) -> None:
        """Say why, and close."""
        self.connection.outlet.send_frame(
            text_frame(frames.refusal(re, code=refused.code, message=refused.message))
        )
        self.connection.lost()
        self.connection.outlet.close(code, refused.code)

    def turn_away(self, error: Exception) -> None:
        """The token was good, but there is no way in."""
        match error:
            case Refused(code="removed"):
                self.connection.close("removed")
            case Refused(code="unknown_device"):
                self.connection.close("revoked")
            case Refused():
                self.send_away(None, error, TRY_LATER if error.code in COME_BACK else UNAUTHORISED)
            case UnknownSession():
                self.send_away(None, Refused(error.code, error.message), UNKNOWN)
            case HistoryError():
                self.send_away(None, Refused(error.code, error.message), TRY_LATER)
            case _:
                late = Refused(
                    "unavailable", "The session could not be loaded in time. Try again in a moment."
                )
                self.send_away(None, late, TRY_LATER)

    def _renew(self, viewer: Viewer, re: str) -> None:
        try:
            token = self._gate.renewed(viewer, self._session)
        except Refused as refused:
            self._refuse(re, refused)
            return
        self.connection.answer(text_frame(frames.renewed(re, token=token)))

    def _slow_down(self, bucket: Bucket, text: str) -> None:
        refused = Refused("too_fast", "Too many messages at once. Wait a second, then send this one again.")
        if bucket.refused > MOST_REFUSED:
            self.send_away(None, refused, TOO_FAST)
            return
        try:
            re: str | None = read_request(text).id
        except Malformed as malformed:
            re = malformed.re
        self._refuse(re, refused)

    def _refuse(self, re: str | None, refused: Refused) -> None:
        self.connection.answer(text_frame(frames.refusal(re, code=refused.code, message=refused.message)))
