"""The load: a process of its own that opens sockets, sends each room's commands, and counts deliveries.

A room's next command leaves when every one of its members has the frame of the last one, so nothing piles up
and one command is one frame for each member. Reads a plan (JSON) from standard input, and writes one
line when all are connected, then one with the counts of each measured stretch, and at the end how many
commands it sent in all.
"""

from __future__ import annotations

import json
import select
import socket
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.limits import raise_file_limit

FRAME = b'{"seq":'
LAYER = b'"room":'
HEAD = 48
"""A delivery begins with FRAME and names LAYER within its first HEAD bytes: what everybody gets. The own
layers of the sender and of the facilitator, answers, welcomes and figures are not counted."""

LOOK_S = 0.002
"""Between two looks at the sockets."""

CHUNK = 8192
"""Bytes asked of a socket at once: larger buffers cost more to make than they save."""


def masked(payload: bytes) -> bytes:
    """A client's text frame; the mask is zero, which costs the server the same as any other."""
    size = len(payload)
    if size < 126:
        return bytes((0x81, 0x80 | size)) + b"\0\0\0\0" + payload
    return bytes((0x81, 0x80 | 126)) + size.to_bytes(2, "big") + b"\0\0\0\0" + payload


@dataclass
class Member:
    """One socket."""

    room: Room
    sock: socket.socket
    rest: bytes = b""
    frames: int = 0
    welcomed: bool = False


@dataclass
class Room:
    """One room: its members give the commands in turn, each all of them once."""

    commands: list[str]
    members: list[Member] = field(default_factory=list)
    sent: int = 0
    have: int = 0

    def next_command(self) -> bytes:
        command = json.loads(self.commands[self.sent % len(self.commands)])
        command["id"] = f"load-{self.sent}"
        self.sent += 1
        self.have = 0
        return masked(json.dumps(command, separators=(",", ":")).encode())


@dataclass
class Counts:
    deliveries: int = 0
    """Frames of a batch that reached a member: one for each member and command. Answers are none."""
    payload_bytes: int = 0
    answers: int = 0
    refused: int = 0


class Load:
    def __init__(self, plan: dict[str, object]) -> None:
        self.port = int(str(plan["port"]))
        self.path = str(plan["path"])
        self.epoll = select.epoll()
        self.members: dict[int, Member] = {}
        self.rooms: list[Room] = []
        self.counts = Counts()
        self.running = False
        self.first_refusal = ""
        rooms = plan["rooms"]
        assert isinstance(rooms, list)
        for planned in rooms:
            room = Room(planned["commands"])
            self.rooms.append(room)
            for hello in planned["hellos"]:
                self.connect(room, planned.get("session", ""), hello)

    def connect(self, room: Room, session: str, hello: str) -> None:
        sock = socket.create_connection(("127.0.0.1", self.port), 30)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.sendall(
            f"GET {self.path.replace('SESSION', session)} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n"
            "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n"
            "Sec-WebSocket-Protocol: evenfloor.v1\r\n\r\n".encode()
        )
        head = b""
        while b"\r\n\r\n" not in head:
            more = sock.recv(4096)
            if not more:
                raise SystemExit(f"the server closed during the handshake: {head!r}")
            head += more
        if b" 101 " not in head.split(b"\r\n")[0]:
            raise SystemExit(f"no upgrade: {head[:300]!r}")
        sock.setblocking(False)
        member = Member(room, sock, head.split(b"\r\n\r\n", 1)[1])
        if hello:
            sock.send(masked(hello.encode()))
        else:
            member.welcomed = True
        room.members.append(member)
        self.members[sock.fileno()] = member
        self.epoll.register(sock.fileno(), select.EPOLLIN)

    def turn(self) -> None:
        """Look at all sockets once, then sleep a moment.

        Waiting for them instead would have each send of the server wake this process, which costs the sender
        several times what the send does; clients on other machines cost it nothing of the kind.
        """
        for fd, _ in self.epoll.poll(0, len(self.members)):
            member = self.members[fd]
            try:
                data = member.sock.recv(CHUNK)
            except BlockingIOError:
                continue
            if not data:
                raise SystemExit("the server closed a connection under load")
            if (
                not member.rest
                and data[1] == 126
                and data[0] == 0x81
                and len(data) == data[2] * 256 + data[3] + 4
            ):
                # By far the most: exactly one frame of middling size.
                self.take(member, data[4:])
                continue
            for payload in self.frames(member, data):
                self.take(member, payload)
        time.sleep(LOOK_S)

    def frames(self, member: Member, data: bytes) -> Iterator[bytes]:
        buffer = member.rest + data if member.rest else data
        at, end = 0, len(buffer)
        while end - at >= 2:
            size = buffer[at + 1]
            start = at + 2
            if size == 126:
                size, start = int.from_bytes(buffer[at + 2 : at + 4], "big"), at + 4
            elif size == 127:
                size, start = int.from_bytes(buffer[at + 2 : at + 10], "big"), at + 10
            if end < start or end - start < size:
                break
            if buffer[at] == 0x89:
                member.sock.send(b"\x8a" + bytes((0x80 | size,)) + b"\0\0\0\0" + buffer[start : start + size])
            elif buffer[at] == 0x81:
                yield buffer[start : start + size]
            else:
                raise SystemExit(f"an unexpected frame: {buffer[at : at + 80]!r}")
            at = start + size
        member.rest = buffer[at:]

    def take(self, member: Member, payload: bytes) -> None:
        if payload.startswith(FRAME) and LAYER in payload[:HEAD]:
            self.counts.deliveries += 1
            self.counts.payload_bytes += len(payload)
            room = member.room
            room.have += 1
            if self.running and room.have == len(room.members):
                self.command(room)
        elif payload.startswith(b'{"re":'):
            self.counts.answers += 1
            if b'"error"' in payload:
                self.counts.refused += 1
                self.first_refusal = self.first_refusal or payload.decode()
        elif payload.startswith(b'{"is":"welcome"'):
            member.welcomed = True

    def command(self, room: Room) -> None:
        member = room.members[room.sent // len(room.commands) % len(room.members)]
        member.sock.send(room.next_command())

    def run_for(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.turn()

    def drain(self) -> None:
        """Let the last commands arrive everywhere, so that the next stretch begins from rest."""
        until = time.monotonic() + 10
        while any(room.have < len(room.members) for room in self.rooms) and time.monotonic() < until:
            self.turn()


def main() -> None:
    raise_file_limit()
    plan = json.loads(sys.stdin.readline())
    load = Load(plan)
    until = time.monotonic() + 60
    while not all(member.welcomed for member in load.members.values()):
        load.turn()
        if time.monotonic() > until:
            raise SystemExit("not everybody was welcomed within a minute")
    load.run_for(1.0)
    print(json.dumps({"connected": len(load.members)}), flush=True)
    for line in sys.stdin:
        if line.strip() != "measure":
            break
        load.running = True
        for room in load.rooms:
            load.command(room)
        load.run_for(plan["warm_up_s"])
        load.counts = Counts()
        wall, cpu = time.monotonic(), time.process_time()
        print("measuring", flush=True)
        load.run_for(plan["measure_s"])
        counts = load.counts
        print(
            json.dumps(
                {
                    **vars(counts),
                    "wall_s": time.monotonic() - wall,
                    "cpu_s": time.process_time() - cpu,
                    "first_refusal": load.first_refusal,
                }
            ),
            flush=True,
        )
    load.running = False
    load.drain()
    print(json.dumps({"commands": sum(room.sent for room in load.rooms)}), flush=True)


if __name__ == "__main__":
    main()
