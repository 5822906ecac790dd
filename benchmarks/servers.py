"""What Evenfloor is measured against: the least that Python can do, and what one writes first.

Both take any message of a member as the order to send a fixed frame to the whole room, and do no other work.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import re
import socket
import sys

import uvicorn
from fastapi import FastAPI, WebSocket, WebSocketDisconnect

from app.rooms.frames import text_frame
from benchmarks.limits import raise_file_limit

MAGIC = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


def payload_of(size: int) -> str:
    """A frame's text of exactly `size` bytes."""
    head = '{"seq":1,"room":"'
    return head + "x" * (size - len(head) - 2) + '"}'


class Bare:
    """Non-blocking sockets and a loop around `send`: a handshake, no parsing, no checks."""

    def __init__(self, loop: asyncio.AbstractEventLoop, frame: bytes) -> None:
        self.loop = loop
        self.frame = frame
        self.rooms: dict[bytes, list[socket.socket]] = {}

    def accept(self, listener: socket.socket) -> None:
        while True:
            try:
                sock, _ = listener.accept()
            except BlockingIOError:
                return
            sock.setblocking(False)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.loop.add_reader(sock, self.handshake, sock)

    def handshake(self, sock: socket.socket) -> None:
        head = sock.recv(65536)
        key = re.search(rb"Sec-WebSocket-Key: (\S+)", head)
        assert key is not None
        accept = base64.b64encode(hashlib.sha1(key[1] + MAGIC).digest())
        sock.send(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n"
        )
        room = self.rooms.setdefault(head.split(b" ", 2)[1], [])
        room.append(sock)
        self.loop.remove_reader(sock)
        self.loop.add_reader(sock, self.message, sock, room)

    def message(self, sock: socket.socket, room: list[socket.socket]) -> None:
        if not sock.recv(65536):
            self.loop.remove_reader(sock)
            return
        frame = self.frame
        for member in room:
            member.send(frame)


def serve_bare(listener: socket.socket, size: int) -> None:
    async def main() -> None:
        loop = asyncio.get_running_loop()
        bare = Bare(loop, text_frame(payload_of(size).encode()))
        listener.setblocking(False)
        loop.add_reader(listener, bare.accept, listener)
        await asyncio.Event().wait()

    asyncio.run(main())


def naive(size: int) -> FastAPI:
    """What one writes first: a list of sockets for each room, and `await send_text` for each of them."""
    app = FastAPI()
    rooms: dict[str, list[WebSocket]] = {}
    payload = payload_of(size)

    @app.websocket("/{room}")
    async def live(websocket: WebSocket, room: str) -> None:
        await websocket.accept("evenfloor.v1")
        members = rooms.setdefault(room, [])
        members.append(websocket)
        try:
            while True:
                await websocket.receive_text()
                for member in members:
                    await member.send_text(payload)
        except WebSocketDisconnect:
            members.remove(websocket)

    return app


def main() -> None:
    raise_file_limit()
    kind, size = sys.argv[1], int(sys.argv[2])
    listener = socket.create_server(("127.0.0.1", 0), backlog=2048)
    print(listener.getsockname()[1], flush=True)
    if kind == "bare":
        serve_bare(listener, size)
    else:
        config = uvicorn.Config(naive(size), log_level="warning")
        uvicorn.Server(config).run(sockets=[listener])


if __name__ == "__main__":
    main()
