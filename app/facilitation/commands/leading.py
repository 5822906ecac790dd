"""Commands about who leads the session: its facilitators, or the group itself."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class HandOver:
    """The group leads itself from now on, or from the opening on: anybody of it passes the floor on, changes
    the mode and takes a break, and nudges speak to all and name nobody.
    """

    do: Literal["lead.hand_over"] = "lead.hand_over"


@dataclass(frozen=True, slots=True)
class AcceptLead:
    """ "Yes, we lead ourselves": one's word for what is offered when no facilitator has been here for a
    while. The group leads once two people have said so; with two or fewer to ask, one is enough.
    """

    do: Literal["lead.accept"] = "lead.accept"


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Facilitators lead again; floor, queue, mode, agenda and clocks stay as they are."""

    do: Literal["lead.take_over"] = "lead.take_over"
