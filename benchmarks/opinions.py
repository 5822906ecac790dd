"""Real votes side by side with figures that somebody computed without our code, and with k-means of
scikit-learn.

    python -m benchmarks.opinions DIR

DIR holds a folder for each conversation with its `participants-votes.csv`, and `reference.json`, a list of
conversations with the figures that `evenfloor opinions --groups given --json` prints. With the given groups
every figure is held against the reference. With found groups, how near they come to the given ones is stated
(adjusted Rand index; Spearman's correlation of the ranking with the reference's), beside the same of
scikit-learn's KMeans on the same matrix, where it is installed. Last, 2,000 made-up people by 300
statements are timed. Ends with 1 when a figure is further than 1e-4 from the reference.
"""

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from math import comb
from pathlib import Path
from random import Random
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is loaded: one core is what is measured

import numpy as np

from app.facilitation.merit.bridging import Votes, bridge
from app.integrations.found_groups import (
    FEWEST_GROUPS,
    MOST_GROUPS,
    Labels,
    filled,
    find_groups,
    placed,
    silhouettes,
)
from app.integrations.opinions import opinions
from app.integrations.polis import Conversation, parse_votes, read_votes

NEAR = 1e-4
PEOPLE, STATEMENTS, SEED = 2000, 300, 20

Grouping = Sequence[int | None]


def rand_index(one: Sequence[object], other: Sequence[object]) -> float:
    """Adjusted Rand index of two ways to group the same people (Hubert & Arabie 1985): 1 the same, 0
    chance.
    """
    both = sum(comb(n, 2) for n in Counter(zip(one, other, strict=True)).values())
    first, second = (sum(comb(n, 2) for n in Counter(way).values()) for way in (one, other))
    chance = first * second / comb(len(one), 2)
    most = (first + second) / 2
    return 1.0 if most == chance else (both - chance) / (most - chance)


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Spearman's correlation, ties at their mean rank."""
    return float(np.corrcoef(_ranks(one), _ranks(other))[0, 1])


def _ranks(values: Sequence[float]) -> "np.ndarray[Any, np.dtype[np.float64]]":
    array = np.asarray(values)
    _, inverse, counts = np.unique(array, return_inverse=True, return_counts=True)
    ends = counts.cumsum()
    return (ends - (counts - 1) / 2)[inverse]


def consensus(conversation: Conversation, labels: Grouping) -> list[float]:
    """Group-informed consensus of each statement with these groups."""
    figures = []
    for place in range(len(conversation.statements)):
        votes: dict[int, list[int]] = {}
        for voter, label in zip(conversation.voters, labels, strict=True):
            if label is not None:
                own = votes.setdefault(label, [0, 0])
                own[0] += voter.votes[place] == 1
                own[1] += voter.votes[place] is not None
        found = bridge(Votes(agree, seen) for agree, seen in votes.values())
        figures.append(found.product if found else 0.0)
    return figures


def scikit_learn(conversation: Conversation) -> Grouping:
    """k-means of scikit-learn on the same matrix, 2 to 5 groups, the largest mean silhouette."""
    from sklearn.cluster import KMeans  # noqa: PLC0415 -- only where it is installed

    votes = np.array([voter.votes for voter in conversation.voters], dtype=np.float64)
    who = placed(votes)
    matrix = filled(votes)[who]
    tried: list[Labels] = [
        KMeans(k, n_init=10, random_state=0).fit_predict(matrix).astype(np.intp)
        for k in range(FEWEST_GROUPS, MOST_GROUPS + 1)
    ]
    widths = silhouettes(matrix, tried)
    labels: list[int | None] = [None] * len(who)
    for row, label in zip(np.flatnonzero(who), tried[int(np.argmax(widths))], strict=True):
        labels[row] = int(label)
    return labels


def ours(conversation: Conversation) -> Grouping:
    """The groups of `evenfloor opinions --groups found`."""
    return find_groups([voter.votes for voter in conversation.voters]).labels


def nearness(
    conversation: Conversation, reference: Sequence[float], way: Callable[[Conversation], Grouping]
) -> str:
    """How near found groups come to the given ones, and their ranking to the reference's."""
    labels = way(conversation)
    both = [
        (voter.group, label)
        for voter, label in zip(conversation.voters, labels, strict=True)
        if voter.group and label is not None
    ]
    groups = len({label for label in labels if label is not None})
    rand = rand_index([group for group, _ in both], [label for _, label in both])
    return f"{groups:>8}{rand:>8.3f}{spearman(consensus(conversation, labels), reference):>10.4f}"


def made_up() -> str:
    """An export of 2,000 people by 300 statements, nine in ten seen, with two camps in most of them."""
    chance = Random(SEED)
    lines = ["participant,group-id," + ",".join(map(str, range(STATEMENTS)))]
    for person in range(PEOPLE):
        side = chance.random() < 0.4
        votes = []
        for statement in range(STATEMENTS):
            own = 1 if statement % 2 ^ side else -1
            vote = own if chance.random() < 0.5 else chance.choice((1, 0, -1))
            votes.append(str(vote) if chance.random() < 0.9 else "")
        lines.append(f"{person},,{','.join(votes)}")
    return "\n".join(lines)


def main() -> None:
    """Print a line a conversation, and every figure that does not agree."""
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "reference.json").is_file():
        raise SystemExit("Usage: python -m benchmarks.opinions DIR (with folders and reference.json)")
    folder = Path(sys.argv[1])
    compared = find_spec("sklearn") is not None
    print(
        f"{'':28}{'':>7}{'':>12}{'given':>12}{'found by us':>26}{'found by scikit-learn':>26}\n"
        f"{'conversation':28}{'people':>7}{'statements':>12}{'most off':>12}"
        + f"{'groups':>8}{'Rand':>8}{'Spearman':>10}"
        * 2
    )
    wrong = 0
    for theirs in json.loads((folder / "reference.json").read_text()):
        conversation = read_votes(folder / theirs["conversation"] / "participants-votes.csv")
        reference = [
            theirs["figures"][statement]["group_informed_consensus"] for statement in conversation.statements
        ]
        figures = opinions(conversation, "given")["figures"]
        off = [
            abs(figures[s]["group_informed_consensus"] - r) for s, r in zip(figures, reference, strict=True)
        ]
        wrong += sum(one > NEAR for one in off)
        beside = nearness(conversation, reference, scikit_learn) if compared else f"{'not installed':>26}"
        print(
            f"{theirs['conversation'][:27]:28}{len(conversation.voters):>7}{len(reference):>12}{max(off):>12.6f}"
            f"{nearness(conversation, reference, ours)}{beside}"
        )
    text = made_up()
    began = time.process_time()
    found = opinions(parse_votes(text), "found")
    took_s = time.process_time() - began
    print(
        f"\n{PEOPLE} people by {STATEMENTS} statements: {took_s:.2f} s of CPU, {len(found['groups'])} groups"
    )
    print(f"{wrong} figures differ by more than {NEAR:g}" if wrong else "All given figures agree.")
    raise SystemExit(wrong > 0)


if __name__ == "__main__":
    main()
