"""Simulated talk beside recorded talk: the quartiles of both, figure by figure."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from app.integrations.instant import replayed
from app.integrations.rttm import RttmError, read_rttm
from app.integrations.simulation.experiment import SEED
from app.integrations.simulation.meeting import Conditions, Meeting
from app.integrations.simulation.parameters import Parameters
from app.integrations.simulation.shape import Shape, shape

MOST_SPEAKERS = 40


@dataclass(frozen=True, slots=True)
class Beside:
    """One figure: lower quartile, median and upper quartile of recorded and of simulated meetings."""

    figure: str
    recorded: tuple[float, float, float]
    simulated: tuple[float, float, float]


def beside(folder: Path, *, each: int = 4) -> list[Beside]:
    """`each` simulated meetings for every recording in a folder, of as many people and as long.

    Raises RttmError for a file that is none, or a folder with fewer than two recordings.
    """
    paths = sorted(folder.glob("*.rttm"))
    if len(paths) < 2:
        raise RttmError(f"{folder} holds fewer than two recordings (*.rttm); quartiles need more.")
    recorded: list[Shape] = []
    simulated: list[Shape] = []
    for number, path in enumerate(paths):
        recording = read_rttm(path)
        if not 2 <= len(recording.speakers) <= MOST_SPEAKERS:
            raise RttmError(
                f"{path}: {len(recording.speakers)} speakers; 2 to {MOST_SPEAKERS} can be simulated."
            )
        state, people = replayed(recording)
        recorded.append(shape(state, list(people.values()), SEED))
        minutes = (recording.to_ms - recording.from_ms) / 60_000
        for turn in range(each):
            seed = SEED + each * number + turn
            meeting = Meeting(len(people), minutes, seed, Conditions(), Parameters())
            state = meeting.run()
            simulated.append(shape(state, meeting.table.people, seed))
    return [
        Beside(one.name, _quartiles(recorded, one.name), _quartiles(simulated, one.name))
        for one in fields(Shape)
    ]


def _quartiles(shapes: Sequence[Shape], figure: str) -> tuple[float, float, float]:
    low, middle, high = statistics.quantiles(
        [getattr(one, figure) for one in shapes], n=4, method="inclusive"
    )
    return low, middle, high
