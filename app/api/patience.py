"""HTTP with an end to patience: who sends a request drop by drop, or takes an answer without reading it, is
cut off. Uvicorn itself waits for both without end.

This file depends on the inside of one Uvicorn class. `tests/api/test_bounds.py` holds what it relies on.
"""

from __future__ import annotations

import asyncio
import socket
import struct

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from app.access import limits

AT_ONCE = struct.pack("ii", 1, 0)
"""Linger for no time: a reset instead of a goodbye."""

UNFINISHED = frozenset({h11.IDLE, h11.SEND_BODY})
"""What h11 says of a peer whose request is not here yet, or not all of it."""


class PatientHttp(H11Protocol):
    """Uvicorn's protocol with a deadline for each request, and one for each stretch of an answer."""

    _asked_by: asyncio.TimerHandle | None = None
    _read_by: asyncio.TimerHandle | None = None
    # From the upgrade on the transport is the WebSocket's.
    _is_a_socket = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._watch_request()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch_request()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        # From here on the keep-alive's own time runs, until something comes.
        self._request_is_here()

    def _watch_request(self) -> None:
        """Let the time run while a request is on its way; bytes that come do not begin it anew."""
        if self._is_a_socket or self.conn.their_state not in UNFINISHED or self.transport.is_closing():
            self._request_is_here()
        elif self._asked_by is None:
            self._asked_by = self.loop.call_later(limits.REQUEST_S, self._give_up)

    def _request_is_here(self) -> None:
        if self._asked_by is not None:
            self._asked_by.cancel()
            self._asked_by = None

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        self._is_a_socket = True
        super().handle_websocket_upgrade(event)

    def pause_writing(self) -> None:
        super().pause_writing()
        if self._read_by is None:
            self._read_by = self.loop.call_later(limits.REQUEST_S, self._give_up)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._answer_is_read()

    def _answer_is_read(self) -> None:
        if self._read_by is not None:
            self._read_by.cancel()
            self._read_by = None

    def connection_lost(self, exc: Exception | None) -> None:
        self._request_is_here()
        self._answer_is_read()
        super().connection_lost(exc)

    def _give_up(self) -> None:
        made = self.transport.get_extra_info("socket")
        if made is not None and not self.transport.is_closing():
            # Else the system keeps what was not read yet for minutes after we are gone.
            made.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
        self.transport.abort()
