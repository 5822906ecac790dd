"""The server that is measured: what `evenfloor serve` runs, with meetings under way.

    python -m benchmarks.evenfloor FOLDER ROOMS MEMBERS

Prints one line of JSON: the port, and for each session its id and its people's tokens. Runs until killed.
SIGUSR1 lets half a minute pass at once: no meeting is measured in the seconds in which everybody arrives.
"""

from __future__ import annotations

import asyncio
import json
import signal
import sys
from pathlib import Path

from app.access.tokens import claims_of
from app.api.context import Context
from app.cli.serving import Serving, bound_socket, with_port
from app.facilitation.actors import Person
from app.facilitation.commands import CreateSession, Join, OpenSession
from app.facilitation.ids import ParticipantId, Place, Purpose, Role, SessionId, Setting
from app.history import catalogue
from app.rooms.clock import SystemClock
from app.settings import Settings
from benchmarks.limits import raise_file_limit

SOME_TIME_MS = 30_000


class Hurried:
    """The system's clock, and what was skipped."""

    def __init__(self) -> None:
        self._clock = SystemClock()
        self._skipped_ms = 0

    def now_ms(self) -> int:
        return self._clock.now_ms() + self._skipped_ms

    def skip(self, *_: object) -> None:
        self._skipped_ms += SOME_TIME_MS


async def meeting(context: Context, members: int) -> dict[str, object]:
    """An open session with participants and, last, a facilitator; and a token for each."""
    rooms, now = context.rooms, context.now()
    made = await catalogue.create_room(
        context.database, name="Load", purpose="decide", hearing="mixed", now=now
    )
    row = await catalogue.create_session(context.database, made.room.id, now=now)
    session = SessionId(row.id)
    await rooms.serve(
        session, CreateSession(session, made.room.code, "Load", Purpose.decide, Setting.mixed, row.number)
    )
    await rooms.serve(session, OpenSession())
    people: list[ParticipantId] = []
    for number in range(members):
        role = Role.facilitator if number == members - 1 else Role.participant
        answer = await rooms.serve(session, Join(f"Person {number + 1}", Place.remote, role))
        assert answer.made is not None
        people.append(ParticipantId(answer.made))
    minted = [context.tokens.mint(claims_of(Person(who), session), now) for who in people]
    return {"session": session, "tokens": minted}


def new_settings(folder: Path) -> Settings:
    """A server of its own in a folder of its own, whatever the environment says."""
    return Settings(
        data_dir=folder, database_url="", host="127.0.0.1", port=0, public_url="", log_level="warning"
    )


async def main() -> None:
    raise_file_limit()
    folder, rooms_count, members = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    settings = new_settings(folder)
    taken = bound_socket(settings)
    server = Serving(with_port(settings, taken))
    serving = asyncio.create_task(server.serve(sockets=[taken]))
    await server.up.wait()
    context: Context = server.app.state.context
    clock = Hurried()
    context.rooms.clock = clock
    signal.signal(signal.SIGUSR1, clock.skip)
    meetings = [await meeting(context, members) for _ in range(rooms_count)]
    print(json.dumps({"port": taken.getsockname()[1], "meetings": meetings}), flush=True)
    await serving


if __name__ == "__main__":
    asyncio.run(main())
