"""What a rule of nudging is: when it holds for whom, who hears of it first, and what it offers to do."""

from collections.abc import Callable
from dataclasses import dataclass

from app.facilitation.ids import ParticipantId
from app.facilitation.nudges.ahead import Ahead
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.record import Facts, Nudge
from app.facilitation.state import State


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule holds for somebody, with the figures that say so."""

    subject: ParticipantId
    facts: Facts


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of nudge. A pure function of a look, so that a replay finds the same."""

    kind: str
    find: Callable[[Look], tuple[Finding, ...]]
    """Everybody for whom the condition holds, most useful first."""
    ahead: Callable[[Ahead], None]
    """Says how soon the rule could find somebody of whom it does not find it now (or note that they grew
    quiet)."""
    ends: Callable[[Ahead, Nudge], None]
    """Says how soon the condition of an open nudge could end."""
    left_in_peace: Callable[[Look, ParticipantId], bool]
    """Whether the person, though the condition holds, is not to be the subject of a new one now."""
    cooldown_ms: int
    """The same kind about the same person not again within this time; a nudge is over after it, too."""
    private_first: bool
    """Whether its subject hears of it first, alone."""
    forward_ms: int
    """If private first: facilitators hear of it this much later if it held throughout."""
    actions: Callable[[State, Nudge], tuple[str, ...]]
    """What facilitators can do with one click now; leaving it is always possible."""
    own_facts: frozenset[str]
    """The figures that its subject may read: their own, nobody else's."""
    invites: bool
    """Whether it wants its subject to come in, so that its effect is whether they came."""
