"""On which ground an idea stands: what all can live with, what divides, what one group sees and others not.

It says in a word what the figures beside it say in numbers, so that a map and its text tell one story.
"""

from enum import StrEnum

from app.facilitation.merit.bridging import Bridge

MOST = 0.6
"""A group is for an idea when so many of it could live with it: what Polis reports call a majority."""
HALF = 0.5
"""Below this most of a group could not, or do not say so."""


class Ground(StrEnum):
    """Where an idea stands between the people who scored it."""

    all = "all"
    """Everybody could live with it; where there are groups, most of each."""
    divides = "divides"
    """Two camps, by the rule of `division`."""
    one_group = "one_group"
    """Most of one group could live with it, and of another not."""
    open = "open"
    """None of these: some could not live with it."""


def ground(bridge: Bridge | None, cannot_accept: float, divided: bool) -> Ground:
    """The first that fits. `cannot_accept`: the share of 1 and 2 on *acceptable*; `divided`: on the same."""
    if bridge is not None and bridge.lowest < HALF and bridge.highest >= MOST:
        return Ground.one_group
    if divided:
        return Ground.divides
    everybody = cannot_accept == 0 if bridge is None else bridge.lowest >= MOST
    return Ground.all if everybody else Ground.open
