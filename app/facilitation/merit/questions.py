"""The four questions that every idea is scored on, and their scale."""

from enum import StrEnum

LOWEST, HIGHEST = 1, 5
"""Three faces are stored as 1, 3 and 5."""


class Question(StrEnum):
    """Does it fit the need, can we do it, could I live with it, would it make things better?"""

    suitable = "suitable"
    feasible = "feasible"
    acceptable = "acceptable"
    beneficial = "beneficial"
