"""What the queue and the nudges change in simulated meetings, beyond what chance gives.

Every condition is tried on the same people: the same seeds, the same habits. Inequality is the Gini of talk
less the Gini that equal people would come to with the very same turns; a difference is that of the same
meeting under two conditions. Intervals are of the median, from 1,000 seeded resamples (percentile bootstrap,
Efron 1979).
"""

import random
import statistics
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import product

from app.facilitation.ids import Policy
from app.integrations.simulation.meeting import Conditions, Meeting
from app.integrations.simulation.parameters import EFFECTS, Parameters
from app.integrations.simulation.shape import shape

SIZES = (4, 8, 12, 20)
MEETINGS = 200
MINUTES = 30.0
SEED = 20_261_125
"""Fixed before anybody looked at a result."""
RESAMPLES = 1_000

CONDITIONS = {
    "nothing": Conditions(),
    "queue, asked first": Conditions(queue=True, policy=Policy.fifo),
    "balanced queue": Conditions(queue=True),
    "nudges": Conditions(nudges=True),
    "both": Conditions(queue=True, nudges=True),
    "round first": Conditions(round_first=True),
}
COMPARED_WITH = "nothing"
VARIED = "both"


@dataclass(frozen=True, slots=True)
class Came:
    """What one meeting came to."""

    beyond_chance: float
    gini: float
    smallest_share: float
    raised: int
    acted: int


@dataclass(frozen=True, slots=True)
class Middle:
    """A median with its 95 % interval."""

    median: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Row:
    """One condition at one size."""

    people: int
    condition: str
    meetings: int
    beyond_chance: Middle
    difference: Middle | None
    """Beside the same meetings with nothing."""
    gini: float
    smallest_share: float
    raised: float
    """Nudges a meeting, mean."""
    acted: float
    """Of them acted on by the facilitator, mean."""


@dataclass(frozen=True, slots=True)
class _Job:
    people: int
    minutes: float
    seed: int
    conditions: Conditions
    numbers: Parameters


def hold(job: _Job) -> Came:
    """One meeting."""
    meeting = Meeting(job.people, job.minutes, job.seed, job.conditions, job.numbers)
    state = meeting.run()
    came = shape(state, meeting.table.people, job.seed)
    return Came(came.beyond_chance, came.gini, came.smallest_share, len(state.nudges.order), meeting.acted)


def variations(numbers: Parameters) -> Iterator[tuple[str, Parameters]]:
    """The numbers with each effect halved and at none, and with a queue that is often empty."""
    for name, none in EFFECTS.items():
        full = getattr(numbers, name)
        yield f"{name} halved", replace(numbers, **{name: (full + none) / 2})
        yield f"{name} none", replace(numbers, **{name: none})
    yield "half as many hands", replace(numbers, hands_a_minute=numbers.hands_a_minute / 2)


def _tried(numbers: Parameters) -> list[tuple[str, Conditions, Parameters]]:
    tried = [(name, conditions, numbers) for name, conditions in CONDITIONS.items()]
    tried += [(f"{VARIED}, {name}", CONDITIONS[VARIED], varied) for name, varied in variations(numbers)]
    return tried


def meetings_in_all(sizes: Sequence[int], meetings: int) -> int:
    """How many meetings an experiment holds."""
    return len(sizes) * len(_tried(Parameters())) * meetings


def experiment(
    *,
    sizes: Sequence[int] = SIZES,
    meetings: int = MEETINGS,
    minutes: float = MINUTES,
    seed: int = SEED,
    jobs: int = 1,
    progress: Callable[[int], None] = lambda _done: None,
) -> list[Row]:
    """All conditions at all sizes, and what is assumed varied; `progress` hears of meetings done."""
    tried = _tried(Parameters())
    rows: list[Row] = []
    with_nothing: list[Came] = []
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        for people, (name, conditions, used) in product(sizes, tried):
            todo = [_Job(people, minutes, seed + number, conditions, used) for number in range(meetings)]
            came = list(pool.map(hold, todo, chunksize=max(1, meetings // (4 * jobs))))
            if name == COMPARED_WITH:
                with_nothing = came
            rows.append(_row(people, name, came, None if came is with_nothing else with_nothing, seed))
            progress(len(rows) * meetings)
    return rows


def _row(people: int, name: str, came: Sequence[Came], base: Sequence[Came] | None, seed: int) -> Row:
    beyond = [one.beyond_chance for one in came]
    difference = None
    if base is not None:
        pairs = zip(came, base, strict=True)
        difference = middle([one.beyond_chance - other.beyond_chance for one, other in pairs], seed)
    return Row(
        people,
        name,
        len(came),
        middle(beyond, seed),
        difference,
        statistics.median(one.gini for one in came),
        statistics.median(one.smallest_share for one in came),
        statistics.fmean(one.raised for one in came),
        statistics.fmean(one.acted for one in came),
    )


def middle(values: Sequence[float], seed: int) -> Middle:
    """The median and its interval."""
    dice = random.Random(seed)
    medians = sorted(statistics.median(dice.choices(values, k=len(values))) for _ in range(RESAMPLES))
    low, high = medians[round(0.025 * (RESAMPLES - 1))], medians[round(0.975 * (RESAMPLES - 1))]
    return Middle(statistics.median(values), low, high)
