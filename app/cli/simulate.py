"""`evenfloor simulate`: what queue and nudges change in simulated meetings, and how these compare with real
ones."""

import argparse
import dataclasses
import json
import os
from pathlib import Path

from app.cli.failure import Failure
from app.cli.progress import Bar
from app.cli.reaching import KEY, URL
from app.integrations.client import Api, ClientError
from app.integrations.rttm import RttmError
from app.integrations.simulation import experiment as trials
from app.integrations.simulation.company import FEWEST, MOST
from app.integrations.simulation.fit import beside
from app.integrations.simulation.parameters import Parameters, described

FEWEST_MEETINGS = 2
MOST_PEOPLE = 40
LONGEST_MIN = 480.0


def _fill(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Hold simulated meetings through the core, with and without queue and nudges, and say how unequal "
        "the talk was beyond what chance gives for as many turns. With --against, set simulated talk beside "
        "recorded talk instead; with --numbers, list every number that the simulation rests on; with --live, "
        "let simulated people into a room of a running server, for somebody to practise with."
    )
    parser.add_argument("--meetings", type=int, default=trials.MEETINGS, help="for each row (200)")
    parser.add_argument("--minutes", type=float, default=trials.MINUTES, help="of each meeting (30)")
    parser.add_argument("--sizes", default=",".join(map(str, trials.SIZES)), help="people, with commas")
    parser.add_argument("--seed", type=int, default=trials.SEED, help="another one gives other people")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes at a time")
    parser.add_argument("--against", type=Path, metavar="DIR", help="recordings (RTTM) to set it beside")
    parser.add_argument(
        "--live", action="store_true", help="people in a room of a running server, to practise with"
    )
    parser.add_argument("--people", type=int, default=8, help=f"with --live, {FEWEST} to {MOST} (8)")
    parser.add_argument("--rate", type=float, default=4.0, help="with --live, times as fast as in life (4)")
    parser.add_argument("--server", default=URL, help="with --live, its address (EVENFLOOR_URL)")
    parser.add_argument(
        "--key", default=KEY, help="an API key, where the server is another machine (EVENFLOOR_KEY)"
    )
    parser.add_argument("--numbers", action="store_true", help="list the numbers, their sources and marks")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=run)


WORDS = {"simulate": _fill}
FAILURES = (RttmError, ClientError)


def run(chosen: argparse.Namespace) -> None:
    """Raises Failure, RttmError or ClientError."""
    if chosen.live:
        _practise(chosen)
    elif chosen.numbers:
        numbers = described(Parameters())
        lines = [f"{one.name:26}{one.value:>9g}  {one.mark:9} {one.unit}; {one.source}" for one in numbers]
        _print(chosen, numbers, lines)
    elif chosen.against is not None:
        found = beside(chosen.against)
        lines = [f"{'':24}{'recorded (quartiles)':>30}{'simulated':>30}"]
        lines += [f"{one.figure:24}{_three(one.recorded):>30}{_three(one.simulated):>30}" for one in found]
        _print(chosen, found, lines)
    else:
        _hold(chosen)


def _practise(chosen: argparse.Namespace) -> None:
    clock = {"kind": "rated", "rate": chosen.rate}
    new = {
        "name": "Practice",
        "purpose": "decide",
        "setting": "mixed",
        "practice": chosen.people,
        "clock": clock,
    }
    made = Api(chosen.server, chosen.key).call("POST", "/rooms", new)
    if chosen.json:
        print(json.dumps(made, indent=1))
        return
    print(
        f"{chosen.people} simulated people are coming in. They talk once you have started the meeting.\n\n"
        f"  Facilitator's console  {made['facilitator_link']}\n"
        f"  To join                {made['join_link']}"
    )


def _hold(chosen: argparse.Namespace) -> None:
    sizes = _sizes(chosen.sizes)
    if chosen.meetings < FEWEST_MEETINGS:
        raise Failure(f"An interval needs at least {FEWEST_MEETINGS} meetings.")
    if not 1 <= chosen.minutes <= LONGEST_MIN:
        raise Failure(f"A meeting lasts 1 to {LONGEST_MIN:g} minutes.")
    if chosen.jobs < 1:
        raise Failure("At least one process is needed.")
    with Bar(trials.meetings_in_all(sizes, chosen.meetings), "{:,} meetings".format) as bar:
        rows = trials.experiment(
            sizes=sizes,
            meetings=chosen.meetings,
            minutes=chosen.minutes,
            seed=chosen.seed,
            jobs=chosen.jobs,
            progress=bar.show,
        )
    head = (
        f"{'people':>6}  {'condition':32}{'beyond chance (95 %)':>24}{'less than nothing by':>26}"
        f"{'Gini':>7}{'least':>7}{'nudges':>8}{'acted':>7}"
    )
    _print(chosen, rows, [head, *map(_line, rows)])


def _sizes(given: str) -> tuple[int, ...]:
    try:
        sizes = tuple(int(one) for one in given.split(","))
    except ValueError:
        sizes = ()
    if not sizes or not all(2 <= one <= MOST_PEOPLE for one in sizes):
        raise Failure(f"--sizes takes numbers of people from 2 to {MOST_PEOPLE}, with commas: 4,8,12.")
    return sizes


def _line(row: trials.Row) -> str:
    difference = "" if row.difference is None else _middle(row.difference, -1)
    return (
        f"{row.people:>6}  {row.condition:32}{_middle(row.beyond_chance):>24}{difference:>26}"
        f"{row.gini:>7.3f}{row.smallest_share:>7.3f}{row.raised:>8.1f}{row.acted:>7.1f}"
    )


def _middle(one: trials.Middle, sign: int = 1) -> str:
    low, high = sorted((sign * one.low, sign * one.high))
    return f"{sign * one.median:.3f} ({low:.3f} to {high:.3f})"


def _three(values: tuple[float, float, float]) -> str:
    return "  ".join(f"{value:8.3f}" for value in values)


def _print(chosen: argparse.Namespace, found: object, lines: list[str]) -> None:
    if chosen.json:
        assert isinstance(found, (list, tuple))
        print(json.dumps([dataclasses.asdict(one) for one in found], indent=1))
    else:
        print("\n".join(lines))
