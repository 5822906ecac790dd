"""`evenfloor opinions`: what the votes of a Polis conversation say."""

import argparse
import json
import os
import sys
from pathlib import Path

from app.cli.failure import Failure
from app.cli.reaching import KEY, KEY_HELP, URL, need_key
from app.integrations.client import Api, ClientError
from app.integrations.opinion_room import make_room
from app.integrations.opinions import CLEAR, Grouping, Opinions, opinions
from app.integrations.polis import PolisError, read_statements, read_votes

SHOWN = 10
"""Statements in the table for people; --json has all."""


def _fill(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Read the votes of a Polis conversation (participants-votes.csv of its export) and rank its "
        "statements by what all opinion groups agree on (group-informed consensus)."
    )
    parser.add_argument("file", type=Path, help="participants-votes.csv of a Polis export")
    parser.add_argument(
        "--groups",
        choices=("given", "found"),
        help="the groups of the file, or our own; the file's, if not said and it has any",
    )
    parser.add_argument("--json", action="store_true", help="print all groups and figures as JSON")
    parser.add_argument("--room", metavar="NAME", help="make a room of this name, its ideas the statements")
    parser.add_argument(
        "--statements", type=Path, metavar="FILE", help="the statements' words; comments.csv beside the votes"
    )
    parser.add_argument("--url", default=URL, help="the server of the room (EVENFLOOR_URL)")
    parser.add_argument("--key", default=KEY, help=KEY_HELP)
    parser.set_defaults(run=run)


WORDS = {"opinions": _fill}
FAILURES = (PolisError, ClientError)


def run(chosen: argparse.Namespace) -> None:
    """Raises Failure, PolisError or ClientError."""
    conversation = read_votes(chosen.file)
    statements = _statements(chosen) if chosen.room else {}
    # One thread: the sums come out the same on every machine, and more threads only wait for each other here.
    # numpy reads this when it is loaded, which finding groups does.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    groups: Grouping = chosen.groups or ("given" if conversation.grouped else "found")
    try:
        said = opinions(conversation, groups)
    except ModuleNotFoundError as missing:
        if missing.name != "numpy":
            raise
        raise Failure("To find groups, numpy is needed: `pip install numpy`.") from missing
    print(json.dumps(said, indent=1, ensure_ascii=False) if chosen.json else table(said))
    if chosen.room:
        made = make_room(Api(chosen.url, chosen.key), chosen.room, said["ranking"], statements)
        print(
            f"{made.ideas} of {made.of} statements are ideas in it, those that all groups agree on most.\n"
            f"Facilitator: {made.facilitator_link}\nTo join: {made.join_link}",
            file=sys.stderr,
        )


def _statements(chosen: argparse.Namespace) -> dict[str, str]:
    """What stands in the file beside the votes. Raises Failure or PolisError."""
    need_key(chosen)
    return read_statements(chosen.statements or chosen.file.with_name("comments.csv"))


def table(said: Opinions) -> str:
    """The groups and the first statements, for a person at a terminal."""
    sizes = ", ".join(f"{group} ({len(members)})" for group, members in said["groups"].items())
    lines = [f"Groups and their people: {sizes}"]
    if said.get("silhouette", CLEAR) < CLEAR:
        lines.append("These groups are not clear: shuffled votes would give such groups, too.")
    lines.append(f"{'statement':>10}{'consensus':>11}{'lowest group':>14}{'seen by':>9}")
    for statement in said["ranking"][:SHOWN]:
        one = said["figures"][statement]
        seen = sum(votes["seen"] for votes in one["groups"].values())
        lines.append(
            f"{statement:>10}{one['group_informed_consensus']:>11.3f}{one['lowest_group']:>14.2f}{seen:>9}"
        )
    more = len(said["ranking"]) - SHOWN
    return "\n".join([*lines, f"and {more} more; --json prints all"] if more > 0 else lines)
