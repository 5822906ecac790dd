"""Which groups may stand in a figure at all.

A figure of one or two people is theirs, and so is one that can be had by subtraction. So a group is shown
only with 3 people or more, and only where those outside it are 3 or more too; what is left over after all
groups that are shown is nobody, or 3 or more. Those who said it for totals alone are protected from those
who know the others: fewer than 3 of them in a group do not stand in its figure.
"""

from collections.abc import Iterable, Mapping

from app.facilitation.ids import ParticipantId, PerspectiveUse
from app.facilitation.state import Participant

LEAST = 3
"""Fewer people than this are no group."""


def members(people: Iterable[Participant]) -> dict[str, frozenset[ParticipantId]]:
    """The groups that may be shown of these people, who are everybody of whom a figure is made."""
    everybody = list(people)
    open_: dict[str, set[ParticipantId]] = {}
    hidden: dict[str, set[ParticipantId]] = {}
    for person in everybody:
        if person.perspective is not None:
            said = open_ if person.perspective.use is PerspectiveUse.beside_name else hidden
            said.setdefault(person.perspective.label, set()).add(person.id)
    groups: dict[str, frozenset[ParticipantId]] = {}
    for label in sorted({*open_, *hidden}):
        unnamed = hidden.get(label, set())
        groups[label] = frozenset(open_.get(label, set()) | (unnamed if len(unnamed) >= LEAST else set()))
    return shown(groups, len(everybody))


def shown(
    groups: Mapping[str, frozenset[ParticipantId]], everybody: int
) -> dict[str, frozenset[ParticipantId]]:
    """Those of some disjoint groups that may be shown, of so many people in all."""
    kept = {label: who for label, who in groups.items() if LEAST <= len(who) <= everybody - LEAST}
    while kept and 0 < everybody - sum(map(len, kept.values())) < LEAST:
        # One or two would be left over: the smallest group goes to them.
        del kept[min(kept, key=lambda label: (len(kept[label]), label))]
    return kept
