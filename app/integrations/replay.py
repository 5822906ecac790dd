"""A recording as the commands that tell it to a session: the same ones at once or live, at any rate.

The session has a driven clock; the recording's first speech is its `start_at`. Times of a recording are
milliseconds of its own clock.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.facilitation.commands import (
    AdvanceClock,
    ClockSpec,
    Command,
    EndSession,
    Newcomer,
    OpenSession,
    Seat,
    SetCoverage,
    SetMode,
    StartSpeech,
    StillSpeaking,
    StopSpeech,
)
from app.facilitation.ids import Mode, ParticipantId, Place, Role
from app.facilitation.people import LONGEST_NAME, MOST_SEATED_AT_ONCE, same_name
from app.facilitation.speech import Source
from app.integrations.rttm import Recording

FACILITATOR = "Facilitator"
"""The silent facilitator who is seated beside the recorded people."""

HANG_OVER_MS = 500
"""A recorder, like a device, says that somebody stopped when they have been silent this long; the end it
reports is the true one. It is the gap that the core joins anyway, so no figure depends on it, and nobody
starts and stops more than four times a second."""


STILL_MS = 10_000
"""How often (session time) a recorder says that somebody still speaks; a source that says nothing for 30 s of
wall time counts as lost."""

SLOWEST, FASTEST = 0.5, 1_000.0
"""Bounds of a replay's rate: slower, a source would seem lost between two reports."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is told at a moment of the session's clock."""

    at: int
    command: Command


def heard(recording: Recording) -> dict[str, list[tuple[int, int]]]:
    """Each speaker's stretches of speech (from, to), in order, as a device with a hang-over reports them."""
    stretches: dict[str, list[tuple[int, int]]] = {}
    for segment in sorted(recording.segments, key=lambda one: (one.from_ms, one.to_ms)):
        mine = stretches.setdefault(segment.speaker, [])
        if mine and segment.from_ms - mine[-1][1] < HANG_OVER_MS:
            mine[-1] = (mine[-1][0], max(mine[-1][1], segment.to_ms))
        else:
            mine.append((segment.from_ms, segment.to_ms))
    return stretches


def seat_names(recording: Recording, given: Mapping[str, str] | None = None) -> dict[str, str]:
    """Under which name each speaker sits: the `given` one, else the recording's, made to differ where two
    would look the same on a screen, and short enough for one.
    """
    names: dict[str, str] = {}
    taken = {same_name(FACILITATOR)}
    for number, who in enumerate(recording.speakers, 1):
        name = (given or {}).get(who, who)
        if same_name(name) in taken or len(name) > LONGEST_NAME:
            name = f"{name[: LONGEST_NAME - 8]} {number}"
        taken.add(same_name(name))
        names[who] = name
    return names


def seats(names: Mapping[str, str], *, facilitator: bool = True) -> Iterator[Seat]:
    """Seat everybody who speaks, and a silent facilitator unless somebody else will facilitate."""
    if facilitator:
        yield Seat((Newcomer(FACILITATOR, Place.remote, Role.facilitator),))
    people = [Newcomer(name, Place.remote) for name in names.values()]
    for first in range(0, len(people), MOST_SEATED_AT_ONCE):
        yield Seat(tuple(people[first : first + MOST_SEATED_AT_ONCE]))


def opening(people: Mapping[str, ParticipantId]) -> Iterator[Command]:
    """What is said once all are seated: we hear these people, anyone may speak, we begin."""
    yield SetCoverage(Source.api, True, tuple(people.values()))
    yield SetMode(Mode.open)
    yield OpenSession()


def driven_clock(start_at: int, rate: float) -> ClockSpec:
    """The clock that a replayer advances; `rate` is what screens let their own clocks run at."""
    return ClockSpec("driven", start_at, rate)


def steps(recording: Recording, people: Mapping[str, ParticipantId], start_at: int) -> Sequence[Step]:
    """The recorded speech in the order in which it is known, each step at its moment of the session's clock.

    At one moment a stop is told before a start, so that who follows without a gap follows.
    """
    moves: list[tuple[int, int, str]] = []
    for who, stretches in heard(recording).items():
        for from_ms, to_ms in stretches:
            if from_ms < to_ms:
                moves += [(from_ms, _START, who), (to_ms, _STOP, who)]
                moves += [(ms, _STILL, who) for ms in range(from_ms + STILL_MS, to_ms, STILL_MS)]
    told: list[Step] = []
    shift_ms = start_at - recording.from_ms
    for ms, move, who in sorted(moves):
        at = ms + shift_ms
        told.append(Step(at, _MOVES[move](Source.api, people[who], observed_at=at)))
    return told


_STOP, _STILL, _START = range(3)
_MOVES = (StopSpeech, StillSpeaking, StartSpeech)


def closing(recording: Recording, start_at: int) -> Iterator[Step]:
    """The recording is over: so is the session."""
    end_at = start_at + recording.to_ms - recording.from_ms
    yield Step(end_at, AdvanceClock(end_at))
    yield Step(end_at, EndSession())
