"""What came of "Which should we talk about?". Who marked what stands in the log, and is told to nobody."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import IdeaId, ParticipantId, PickId


@dataclass(frozen=True, slots=True)
class PickOpened:
    pick: PickId
    ideas: tuple[IdeaId, ...]
    kind: Literal["pick.opened"] = "pick.opened"


@dataclass(frozen=True, slots=True)
class PickGiven:
    pick: PickId
    giver: ParticipantId
    ideas: tuple[IdeaId, ...]
    kind: Literal["pick.given"] = "pick.given"


@dataclass(frozen=True, slots=True)
class PickClosed:
    """`asked`: how many could have answered; `left_out`: how many were here and were not asked; `chosen`:
    most marks first; `tied`: those that share the last places and do not all fit; `free`: how many of them
    would.
    """

    pick: PickId
    asked: int
    left_out: int
    chosen: tuple[IdeaId, ...]
    tied: tuple[IdeaId, ...]
    free: int
    kind: Literal["pick.closed"] = "pick.closed"
