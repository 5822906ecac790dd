"""A recording told to a live session over its sockets, at a chosen rate, the replayer driving the session's
clock."""

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.facilitation.commands import AdvanceClock
from app.facilitation.ids import ParticipantId, Purpose, Setting
from app.integrations.client import Api, ClientError, Json, Line
from app.integrations.replay import Step, closing, opening, seat_names, seats, steps
from app.integrations.rttm import Recording
from app.wire.codec import command_to_json

TICK_S = 0.1
"""How often the session's clock is moved where nothing is said: what a screen shows at rate 10 is a second
old."""

Progress = Callable[[int], None]
"""Is called with how much of the recording (ms) has been told."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A session that is ready to be told a recording."""

    room_id: str
    session_id: str
    code: str
    facilitator_link: str
    join_link: str
    people: Mapping[str, ParticipantId]
    """Under which id each speaker of the recording sits in the session."""
    start_at: int
    """The session's clock at the first speech."""


def set_stage(
    api: Api,
    recording: Recording,
    *,
    name: str,
    rate: float,
    start_at: int,
    names: Mapping[str, str] | None = None,
    facilitator: bool = True,
) -> Stage:
    """Make a room with a session on a driven clock and seat the recorded people, under `names` where given,
    and a silent `facilitator`.

    Raises ClientError.
    """
    made = api.call(
        "POST",
        "/rooms",
        {
            "name": name,
            "purpose": Purpose.decide,
            "setting": Setting.call,
            "clock": {"kind": "driven", "start_at": start_at, "rate": rate},
        },
    )
    room, session = _part(made, "room"), _part(made, "session")
    session_id = str(session["id"])
    seated = seat_names(recording, names)
    for seat in seats(seated, facilitator=facilitator):
        api.call("POST", f"/sessions/{session_id}/commands", command_to_json(seat))
    listed = api.call("GET", f"/sessions/{session_id}/participants")
    ids = {str(one["name"]): ParticipantId(str(one["id"])) for one in _list(listed, "participants")}
    return Stage(
        room_id=str(room["id"]),
        session_id=session_id,
        code=str(room["code"]),
        facilitator_link=str(made["facilitator_link"]),
        join_link=str(made["join_link"]),
        people={who: ids[name] for who, name in seated.items()},
        start_at=start_at,
    )


async def perform(
    line: Line, recording: Recording, stage: Stage, *, rate: float, at_once_ms: int = 0, progress: Progress
) -> None:
    """Open the session and tell it the whole recording: the first `at_once_ms` as fast as it is taken, the
    rest at `rate` times speed; then end the session. Returns when everything is answered. Raises ClientError.
    """
    end_at = stage.start_at + recording.to_ms - recording.from_ms
    for command in opening(stage.people):
        await line.tell(command_to_json(command))
    script = steps(recording, stage.people, stage.start_at)
    await line.settled()
    told = await _tell_until(line, script, 0, min(stage.start_at + at_once_ms, end_at))
    await line.settled()
    progress(min(at_once_ms, end_at - stage.start_at))
    pace = _Pace(min(stage.start_at + at_once_ms, end_at), rate)
    while pace.now() < end_at:
        reached = pace.now()
        told = await _tell_until(line, script, told, reached)
        progress(reached - stage.start_at)
        following = script[told].at if told < len(script) else end_at
        await asyncio.sleep(min(TICK_S, pace.wall_s(min(following, end_at))))
    await _tell_until(line, script, told, end_at)
    for step in closing(recording, stage.start_at):
        await line.tell(command_to_json(step.command))
    await line.settled()
    progress(end_at - stage.start_at)


async def _tell_until(line: Line, script: Sequence[Step], told: int, at: int) -> int:
    """Tell every step up to this moment, and that it is this moment; how many steps have been told."""
    while told < len(script) and script[told].at <= at:
        await line.tell(command_to_json(script[told].command))
        told += 1
    await line.tell(command_to_json(AdvanceClock(at)))
    return told


class _Pace:
    """The session's clock as the wall's runs on from now."""

    def __init__(self, start_at: int, rate: float) -> None:
        self._start_at = start_at
        self._rate = rate
        self._began_s = time.monotonic()

    def now(self) -> int:
        return self._start_at + int((time.monotonic() - self._began_s) * 1000 * self._rate)

    def wall_s(self, at: int) -> float:
        """How long (wall time, s) until the session's clock stands at `at`; at least one ms, so that it
        moves."""
        return max(0.001, (at - self.now()) / 1000 / self._rate)


def _part(answer: Json, name: str) -> Json:
    part = answer.get(name)
    if not isinstance(part, dict):
        raise ClientError(f"The server's answer lacks {name!r}; is it another version of Evenfloor?")
    return part


def _list(answer: Json, name: str) -> list[Json]:
    part = answer.get(name)
    if not isinstance(part, list):
        raise ClientError(f"The server's answer lacks {name!r}; is it another version of Evenfloor?")
    return part
