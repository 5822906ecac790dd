"""The direct way between Uvicorn's transports and the hub: no task, queue or lock for each frame.

`LiveProtocol` puts the extension `evenfloor.line` into the ASGI scope: `{"line": DirectLine}`. The
application accepts by plain ASGI, then writes whole frames through the line and is called for each message
that arrives. Uvicorn itself writes only whole frames, from the same thread, so frames of both never mix; a
closing handshake shows in the state of the WebSocket connection, which is asked before each write.

This file depends on the inside of one Uvicorn class. `tests/rooms/test_transport.py` holds what it relies on.
"""

from __future__ import annotations

import asyncio
import socket
import time
from asyncio.transports import BaseTransport
from collections.abc import Callable

from uvicorn._types import ASGISendEvent
from uvicorn.config import Config
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from uvicorn.server import ServerState
from websockets.frames import Frame
from websockets.protocol import State

from app.rooms.outlet import BOUND_BYTES, CLOSE_TIMEOUT_S

EXTENSION = "evenfloor.line"

MAX_FRAGMENTS = 64
"""Fragments of one incoming message. Empty ones cost their sender next to nothing and would pile up here."""

PING_S = 15.0
"""Between two pings, and how long an answer may take: a phone that left is noticed within half a minute."""

FINAL_TEXT = 0x81
"""The first byte of a whole text message without extensions."""


def _frame_at(data: bytes, at: int) -> tuple[int, int]:
    """Where the client's frame that begins at `at` ends, and where its payload begins after the mask.

    (0, 0) where its header is not all there; a payload of 0 where it has no mask (the parser refuses that).
    """
    if at + 2 > len(data):
        return 0, 0
    size, payload = data[at + 1] & 0x7F, at + 2
    if size == 126:
        payload += 2
        size = int.from_bytes(data[at + 2 : payload], "big")
    elif size == 127:
        payload += 8
        size = int.from_bytes(data[at + 2 : payload], "big")
    masked = data[at + 1] & 0x80
    payload += 4 if masked else 0
    if payload > len(data):
        return 0, 0
    return payload + size, payload if masked else 0


def _unmasked(data: bytes, payload: int, end: int) -> bytes:
    size = end - payload
    key = (data[payload - 4 : payload] * (size // 4 + 1))[:size]
    return (int.from_bytes(data[payload:end], "little") ^ int.from_bytes(key, "little")).to_bytes(
        size, "little"
    )


class DirectLine:
    """One connection's transport, as the hub sees it: an `Outlet` that also hands over what arrives."""

    __slots__ = ("_drained", "_protocol", "_transport", "_write", "full", "heard_s", "open", "receiver")

    def __init__(self, protocol: LiveProtocol, transport: asyncio.Transport) -> None:
        self._protocol = protocol
        self._transport = transport
        self._write = transport.write
        # Whether frames may be written: accepted, and no goodbye said or heard. Kept by the protocol.
        self.open = False
        # Whether more waits to be sent than the bound; the transport says so while it takes a write.
        self.full = False
        self._drained: Callable[[], None] | None = None
        # Called with each text message; None: messages wait for plain ASGI receives.
        self.receiver: Callable[[str], None] | None = None
        # The monotonic moment at which anything arrived last, a pong too.
        self.heard_s = time.monotonic()

    def take_over(self, receiver: Callable[[str], None]) -> None:
        """Have messages handed over from now on, unless some still wait for plain ASGI receives."""
        if self._protocol.queue.empty():
            self.receiver = receiver

    def send_frame(self, frame: bytes) -> bool:
        if self.full or not self.open:
            return False
        self._write(frame)
        return True

    def buffered(self) -> int:
        return self._transport.get_write_buffer_size()

    def is_open(self) -> bool:
        return self.open

    def on_drained(self, callback: Callable[[], None]) -> None:
        self._drained = callback

    def drained(self) -> None:
        """The transport has sent nearly all that waited."""
        self.full = False
        if self._drained is not None and self.open:
            self._drained()

    def close(self, code: int, reason: str) -> None:
        self._protocol.say_goodbye(code, reason)


class LiveProtocol(WebSocketsSansIOProtocol):
    """Uvicorn's protocol with a `DirectLine` in its scope, and with bounds on what a silent peer can hold."""

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, object],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.ping_interval = self.ping_timeout = PING_S
        self._line: DirectLine | None = None
        # Whether the next byte that arrives is the first of a frame, as far as we know for sure.
        self._aligned = True
        self._cut_off: asyncio.TimerHandle | None = None

    # Connection

    def connection_made(self, transport: BaseTransport) -> None:
        super().connection_made(transport)
        # asyncio does this only for sockets made with a protocol number. Without it an answer that follows
        # a frame waits 40 ms for the peer's acknowledgement.
        sock = transport.get_extra_info("socket")
        if sock is not None and sock.family in {socket.AF_INET, socket.AF_INET6}:
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        # The transport then tells us by pause_writing when a connection is past the bound, and by
        # resume_writing when it has drained.
        self.transport.set_write_buffer_limits(high=BOUND_BYTES, low=BOUND_BYTES // 8)
        self._line = DirectLine(self, self.transport)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._cut_off is not None:
            self._cut_off.cancel()
            self._cut_off = None
        if self._line is not None:
            self._line.receiver = None
            self._line.open = False
        super().connection_lost(exc)

    async def run_asgi(self) -> None:
        self.scope["extensions"][EXTENSION] = {"line": self._line}
        await super().run_asgi()
        self._look()
        self._cut_off_later()

    async def send(self, message: ASGISendEvent) -> None:
        await super().send(message)
        # An answer that is no WebSocket would else stand in the log as an error of ours, each time.
        self.handshake_complete = self.handshake_complete or self.close_sent
        self._look()

    def _look(self) -> None:
        """Notice whether the line is open; asked wherever that may change, so that no frame has to ask."""
        if self._line is not None:
            self._line.open = self.conn.state is State.OPEN and not self.transport.is_closing()

    def pause_writing(self) -> None:
        super().pause_writing()
        if self._line is not None:
            self._line.full = True

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._line is not None:
            self._line.drained()

    # Messages

    def data_received(self, data: bytes) -> None:
        """Hand whole text messages straight to the receiver; leave everything else to the protocol's parser.

        The parser is thorough and slow, and nearly all that clients send is one short, whole, unfragmented
        frame. Once a frame has come in pieces, the parser has all that follows.
        """
        line = self._line
        if line is not None:
            line.heard_s = time.monotonic()
        if line is None or not self._aligned or self.conn.state is not State.OPEN:
            self._aligned = self._aligned and not self.handshake_initiated
            self._parse(data)
            return
        at, end = 0, len(data)
        while at < end and self.conn.state is State.OPEN:
            frame_end, payload = _frame_at(data, at)
            if frame_end == 0 or frame_end > end:
                self._aligned = False
                break
            if (
                line.receiver is not None
                and data[at] == FINAL_TEXT
                and payload
                and frame_end - payload <= self.config.ws_max_size
            ):
                self._hand_over(line.receiver, _unmasked(data, payload, frame_end))
            else:
                self._aligned = bool(data[at] & 0x80)
                self._parse(data[at:frame_end])
                if not self._aligned:
                    at = frame_end
                    break
            at = frame_end
        if at < end:
            self._parse(data[at:])

    def _parse(self, data: bytes) -> None:
        super().data_received(data)
        self._look()

    def _hand_over(self, receiver: Callable[[str], None], message: bytes) -> None:
        try:
            text = str(message, "utf-8")
        except UnicodeDecodeError:
            self.say_goodbye(1007, "a text message must be UTF-8")
            return
        receiver(text)

    def eof_received(self) -> None:
        if self._line is not None:
            self._line.heard_s = time.monotonic()
        super().eof_received()

    def send_receive_event_to_app(self) -> None:
        receiver = self._line.receiver if self._line is not None else None
        if receiver is None or self.curr_msg_data_type != "text" or self.close_sent:
            super().send_receive_event_to_app()
            return
        data = self.frames[0] if len(self.frames) == 1 else b"".join(self.frames)
        self.frames = []
        self._hand_over(receiver, data)

    def handle_cont(self, event: Frame) -> None:
        if len(self.frames) >= MAX_FRAGMENTS:
            self.say_goodbye(1009, "too many fragments")
            return
        super().handle_cont(event)

    def handle_ping(self) -> None:
        # A peer that pings without reading would otherwise fill our memory with pongs.
        if self.writable.is_set():
            super().handle_ping()
        else:
            self.conn.data_to_send()

    # Goodbye

    def say_goodbye(self, code: int, reason: str) -> None:
        """Send a close frame now, tell the application, and cut the peer off if it doesn't answer in time."""
        if self.conn.state is not State.OPEN or self.close_sent or self.transport.is_closing():
            return
        self.queue.put_nowait({"type": "websocket.disconnect", "code": code, "reason": reason})
        self.conn.send_close(code, reason)
        self.transport.write(b"".join(self.conn.data_to_send()))
        self.close_sent = True
        self._look()
        self.stop_keepalive()
        if self.read_paused:
            self.read_paused = False
            self.transport.resume_reading()
        # While this timer is set, the end of the application doesn't close the transport: the close
        # frame still has to reach a peer that is behind.
        self.close_timer = self.loop.call_later(CLOSE_TIMEOUT_S, self.transport.abort)

    def keepalive_timeout(self) -> None:
        super().keepalive_timeout()
        self._look()
        self._cut_off_later()

    def shutdown(self) -> None:
        """The server stops. Uvicorn would send its goodbye even after the peer's own, which the protocol
        refuses; and what one connection raises here would leave the others open, and the history unclosed.
        """
        if self.handshake_complete and not self.close_sent and self.conn.state is not State.OPEN:
            self.stop_keepalive()
            self.transport.close()
        else:
            super().shutdown()
        self._look()
        self._cut_off_later()

    def handle_close(self, event: Frame) -> None:
        super().handle_close(event)
        self._cut_off_later()

    def _cut_off_later(self) -> None:
        """A closing transport waits until its buffer is empty: a silent peer would hold it for ever."""
        if self._cut_off is None and not self.disconnected:
            self._cut_off = self.loop.call_later(CLOSE_TIMEOUT_S, self.transport.abort)
