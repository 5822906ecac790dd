"""The core alone: commands a second of a meeting of thirty, and events a second that are read back from SQL.

    python -m benchmarks.core [--growth] [--json]

A lively queue: hands go up and down, turns are given and yielded, taps say who speaks, at the pace of a
real meeting (the session's clock moves; the processor does not wait for it). The log that comes of it is
written to SQLite and loaded again as a session is loaded. Machines differ, so both stand beside a
calibration loop of the same run: small frozen objects replaced in dictionaries, which is what the core
mostly does. Time is processor time. Python looks for cycles as seldom as in the server.

`--growth` measures instead how the cost of a command grows with people and hours: 30 or 300 of them, after
10 minutes or 8 hours, with a queue as long in all of them. (An order names everybody who waits, so that a
command that changes it costs more in a longer queue, whoever else is there.)
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import copy
import json
import random
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from app.cli.cycles import look_seldom
from app.facilitation.actors import Actor, Person, Server
from app.facilitation.commands import (
    Command,
    CreateSession,
    EndTurn,
    Join,
    LowerHand,
    NextTurn,
    OpenConnection,
    OpenSession,
    RaiseHand,
    StartSpeech,
    StopSpeech,
)
from app.facilitation.decider import Arrival, Recorded, replay, step
from app.facilitation.ids import (
    BootId,
    CommandId,
    ConnectionId,
    ParticipantId,
    Place,
    Purpose,
    Role,
    SessionId,
    Setting,
)
from app.facilitation.refusals import Refused
from app.facilitation.speech import Source
from app.facilitation.state import State
from app.history import catalogue, migrate
from app.history.entries import all_from, to_entry
from app.history.entry import Append
from app.history.sqlite.log import SqliteLog

PEOPLE = 30
COMMANDS = 12_000
BATCH = 500
START_AT = 1_764_000_000_000

CROWD = 300
HOUR_MS = 3_600_000
LATER_MS = 10 * 60_000, 8 * HOUR_MS
WAITING = 10
"""So long a queue gets where growth is measured: about as long as that of the thirty is by itself."""
SAMPLE, SAMPLES = 1_500, 5
"""Commands that are measured, again and again from the same state; the fastest counts. The meetings take
turns, so that what else the machine does slows none of them alone."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What the calibration loop replaces."""

    name: str
    count: int
    at: int


def calibration(seconds: float = 1.0) -> float:
    """Turns of the calibration loop a second."""
    things = {f"thing{n}": Thing(f"thing{n}", 0, 0) for n in range(PEOPLE)}
    names = list(things)
    began, turns = time.process_time(), 0
    until = began + seconds
    while time.process_time() < until:
        for name in names:
            thing = things[name]
            things = {**things, name: replace(thing, count=thing.count + 1, at=turns)}
        turns += len(names)
    return turns / (time.process_time() - began)


def what_people_do(
    state: State, dice: random.Random, people: list[ParticipantId], most_waiting: int
) -> tuple[Command, Actor]:
    """The next thing that happens in a lively queue; the first of the people facilitates."""
    who = dice.choice(people[1:])
    turn = state.floor.turn
    match dice.randrange(8):
        case 0 | 1 if len(state.queue.hands) >= most_waiting:
            return LowerHand(), Person(next(iter(state.queue.hands)))
        case 0 | 1:
            return RaiseHand(), Person(who)
        case 2:
            return LowerHand(), Person(who)
        case 3:
            return NextTurn(turn.id if turn else None), Person(people[0])
        case 4 if turn is not None:
            return EndTurn(turn.id), Person(turn.participant)
        case 5 | 6:
            return StartSpeech(Source.tap, who, only=True), Person(people[0])
        case _:
            return StopSpeech(Source.tap, who), Person(people[0])


class Meeting:
    """A session that is decided command by command, and the log that comes of it."""

    def __init__(self, size: int = PEOPLE, most_waiting: int = 1_000) -> None:
        self.state = State.empty()
        self.log: list[Recorded] = []
        self.now = START_AT
        self.people: list[ParticipantId] = []
        self._size = size
        self._most_waiting = most_waiting
        self._sent = 0
        self.dice = random.Random(3)
        self._begin()

    def do(self, command: Command, actor: Actor) -> str | None:
        """Decide one; what it made."""
        self._sent += 1
        arrival = Arrival(CommandId(f"c{self._sent}"), actor, self.now, f"id{self._sent}", self._sent)
        accepted = step(self.state, command, arrival)
        self.state = accepted.state
        self.log.extend(accepted.recorded)
        return accepted.answer.made

    def _begin(self) -> None:
        """Open it with everybody there."""
        created = CreateSession(SessionId("s"), "CODE", "Core", Purpose.decide, Setting.mixed)
        self.do(created, Server())
        self.do(OpenSession(), Server())
        for number in range(self._size):
            role = Role.participant if number else Role.facilitator
            who = ParticipantId(str(self.do(Join(f"Person {number}", Place.remote, role), Server())))
            self.do(OpenConnection(ConnectionId(f"k{number}"), BootId("b"), who), Server())
            self.people.append(who)

    def run(self, commands: int) -> float:
        """Commands a second, refused ones among them; the dice that choose them count as well."""
        began = time.process_time()
        for _ in range(commands):
            self.now += self.dice.randrange(200, 1_800)
            command, actor = what_people_do(self.state, self.dice, self.people, self._most_waiting)
            with contextlib.suppress(Refused):
                self.do(command, actor)
        return commands / (time.process_time() - began)

    def run_until(self, later_ms: int) -> None:
        """Go on until so long after the start."""
        while self.now < START_AT + later_ms:
            self.run(100)

    def kept(self) -> Meeting:
        """The same meeting as it stands now, which the going on of this one does not change."""
        again = copy.copy(self)
        again.log, again.dice = [], copy.copy(self.dice)
        return again

    def sample(self) -> float:
        """What a command costs from here on, in µs; the meeting stays where it is."""
        return 1e6 / self.kept().run(SAMPLE)


def growth() -> dict[str, float]:
    """What a command costs in each of the meetings, in µs, and how often that of the smallest."""
    meetings: dict[str, Meeting] = {}
    for size in (PEOPLE, CROWD):
        meeting = Meeting(size, WAITING)
        for later_ms in LATER_MS:
            meeting.run_until(later_ms)
            later = f"{later_ms // 60_000} min" if later_ms < HOUR_MS else f"{later_ms // HOUR_MS} h"
            meetings[f"{size} people, {later}"] = meeting.kept()
    samples = [{name: meeting.sample() for name, meeting in meetings.items()} for _ in range(SAMPLES)]
    costs = {name: round(min(sample[name] for sample in samples), 1) for name in meetings}
    first = next(iter(costs.values()))
    return {**costs, **{f"{name}, times the first": round(cost / first, 2) for name, cost in costs.items()}}


async def loaded(recorded: list[Recorded], folder: Path) -> tuple[float, State]:
    """Events a second from SQL to the state, and that state."""
    path = folder / "core.sqlite3"
    migrate.upgrade(path)
    log = await SqliteLog.open(path)
    room = await catalogue.create_room(
        log.database, name="Core", purpose="decide", hearing="mixed", now=START_AT
    )
    session = (await catalogue.create_session(log.database, room.room.id, now=START_AT)).id
    for number, part in enumerate(_parts(recorded)):
        entries = tuple(to_entry(entry) for entry in part)
        assert await log.append(Append(session, entries[0].seq - 1, f"b{number}", entries))
    began = time.process_time()
    state = replay(all_from(await log.read(session)))
    rate = len(recorded) / (time.process_time() - began)
    await log.close()
    return rate, state


def _parts(recorded: list[Recorded]) -> Iterator[list[Recorded]]:
    for start in range(0, len(recorded), BATCH):
        yield recorded[start : start + BATCH]


def run() -> dict[str, float]:
    """All figures, rates a second."""
    loop = calibration()
    meeting = Meeting()
    commands = meeting.run(COMMANDS)
    with tempfile.TemporaryDirectory(prefix="evenfloor-bench-") as folder:
        events, state = asyncio.run(loaded(meeting.log, Path(folder)))
    if state != meeting.state:
        raise SystemExit("the log leads to another state than its commands did")
    return {
        "calibration": round(loop),
        "commands": round(commands),
        "commands_to_calibration": round(commands / loop, 4),
        "events": round(events),
        "events_to_calibration": round(events / loop, 4),
        "events_in_log": len(meeting.log),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    look_seldom()
    figures = growth() if options.growth else run()
    if options.json:
        print(json.dumps(figures))
    elif options.growth:
        for name, figure in figures.items():
            print(f"{name:32}{figure:>9}" + ("" if name.endswith("first") else " µs a command"))
    else:
        print(f"calibration loop        {figures['calibration']:>9,} a second")
        print(f"commands, {PEOPLE} people     {figures['commands']:>9,} a second")
        print(
            f"events read from SQL    {figures['events']:>9,} a second ({figures['events_in_log']:,} events)"
        )


if __name__ == "__main__":
    main()
