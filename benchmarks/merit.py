"""Which ways to choose find the best ideas, and how far a block of insiders moves each: planted truth, seeds
fixed before looking.

    python -m benchmarks.merit

Ideas have a true merit; people see it through noise and their own leniency. Where proposers are shown, a
senior proposer lends an idea a halo. A block scores its own ideas 5 and all others 1. Stated is the share of
the truly best third that each way puts into its first third, over all seeds, and chance beside it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from statistics import fmean

from app.facilitation.merit.lowest_third import most_bearable_first
from app.facilitation.merit.median import lower_median
from app.facilitation.merit.questions import Question
from app.facilitation.merit.tally import tally
from app.facilitation.merit.verdict import Sheet, best_first, verdicts

SEEDS = range(1000, 1200)
PEOPLE = (8, 12, 20)
IDEAS = 12
BEST = IDEAS // 3
NOISE, LENIENCY, SPREAD = 0.9, 0.4, 0.8
"""Standard deviations of scores: of one answer, between people, and of the true merit."""
SENIOR, HALO = 1 / 3, 0.7
"""The share of ideas with a senior proposer, and what it adds to a score where it is shown."""
BLOCKS = (0.0, 0.1, 0.2, 0.3)

Round = Mapping[str, Mapping[str, Sheet]]


@dataclass(frozen=True)
class World:
    """One group: true merits, and everybody's four answers on every idea."""

    best: frozenset[str]
    round: Round
    people: int


def world(seed: int, people: int, *, shown: bool, block: float) -> World:
    """A group; the same seed has the same truth and noise, whatever is shown and whoever is in a block."""
    chance = Random(seed)
    merit = {f"i{n:02}": chance.gauss(3, SPREAD) for n in range(IDEAS)}
    senior = {idea: chance.random() < SENIOR for idea in merit}
    lenient = [chance.gauss(0, LENIENCY) for _ in range(people)]
    insiders = round(block * people)
    # The block's ideas are drawn without regard to their merit.
    theirs = set(chance.sample(sorted(merit), BEST))
    sheets: dict[str, dict[str, Sheet]] = {idea: {} for idea in merit}
    for idea, true in merit.items():
        for person in range(people):
            seen = {q: true + lenient[person] + chance.gauss(0, NOISE) for q in Question}
            halo = HALO if shown and senior[idea] else 0.0
            if person < insiders:
                sheet = dict.fromkeys(Question, 5 if idea in theirs else 1)
            else:
                sheet = {q: min(5, max(1, round(value + halo))) for q, value in seen.items()}
            sheets[idea][f"p{person:02}"] = sheet
    return World(frozenset(sorted(merit, key=merit.__getitem__)[-BEST:]), sheets, people)


def _own_mean(sheet: Sheet) -> float:
    return fmean(score for score in sheet.values() if score is not None)


def hands(of: World) -> list[str]:
    """Show of hands: how many would have it (a mean of 3.5 or more)."""
    votes = {idea: sum(_own_mean(s) >= 3.5 for s in own.values()) for idea, own in of.round.items()}
    return sorted(votes, key=lambda idea: (-votes[idea], idea))


def dots(of: World) -> list[str]:
    """Three dots each, for one's own three best."""
    votes = dict.fromkeys(of.round, 0)
    for person in next(iter(of.round.values())):
        for idea in sorted(of.round, key=lambda i: (-_own_mean(of.round[i][person]), i))[:3]:
            votes[idea] += 1
    return sorted(votes, key=lambda idea: (-votes[idea], idea))


def means(of: World) -> list[str]:
    """The plain mean of all answers."""
    mean = {idea: fmean(map(_own_mean, own.values())) for idea, own in of.round.items()}
    return sorted(mean, key=lambda idea: (-mean[idea], idea))


def merit(of: World) -> list[str]:
    """Ours: the mean of four shrunken means; a red flag marks an idea and does not move it."""
    return [idea for tied in best_first(verdicts(of.round, of.people)) for idea in tied]


def bearing(of: World) -> list[str]:
    """Ours: fewest who can't accept, then the lowest third."""
    found = verdicts(of.round, of.people)
    borne = {idea: one.bearing for idea, one in found.items() if one.bearing is not None}
    return [idea for tied in most_bearable_first(borne) for idea in tied]


def medians(of: World) -> list[str]:
    """The lower median of all answers, ties by their mean."""
    found = {
        idea: tally(score for s in own.values() for score in s.values() if score is not None)
        for idea, own in of.round.items()
    }
    plain = means(of)
    return sorted(found, key=lambda idea: (-(lower_median(found[idea]) or 0), plain.index(idea)))


WAYS: dict[str, Callable[[World], list[str]]] = {
    "show of hands": hands,
    "three dots": dots,
    "plain mean": means,
    "median": medians,
    "merit (ours)": merit,
    "can live with it (ours)": bearing,
}


def found(way: Callable[[World], list[str]], people: int, *, shown: bool, block: float) -> float:
    """The share of the best third that a way finds, over all seeds."""
    worlds = (world(seed, people, shown=shown, block=block) for seed in SEEDS)
    return fmean(len(of.best & set(way(of)[:BEST])) / BEST for of in worlds)


def main() -> None:
    """Print a table for each size of group."""
    print(f"{len(SEEDS)} groups a cell, {IDEAS} ideas; chance finds {BEST / IDEAS:.2f} of the best {BEST}.")
    for people in PEOPLE:
        cases = [("masked", False, block) for block in BLOCKS] + [("shown", True, 0.0)]
        heads = [f"block {block:.0%}" if block else name for name, _, block in cases]
        print(f"\n{people} people{'':>16}" + "".join(f"{head:>12}" for head in heads))
        for name, way in WAYS.items():
            cells = [found(way, people, shown=shown, block=block) for _, shown, block in cases]
            print(f"{name:26}" + "".join(f"{cell:>12.3f}" for cell in cells), flush=True)


if __name__ == "__main__":
    main()
