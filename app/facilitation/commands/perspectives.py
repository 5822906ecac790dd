"""Commands about what people bring."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import ParticipantId, PerspectiveUse
from app.facilitation.words import Words


@dataclass(frozen=True, slots=True)
class OfferPerspectives:
    """Say which perspectives are asked for (none: they are not asked), and whether each has an equal share
    of the floor (facilitators, before the session opens). Without it a room asks for `lived_experience`,
    `professional` and `both`.
    """

    labels: tuple[Words, ...]
    equal_share: bool = False
    do: Literal["perspectives.offer"] = "perspectives.offer"


@dataclass(frozen=True, slots=True)
class SetPerspective:
    """Say what one brings, in a label that the room asks for, or take it back (""). `use`: for totals, which
    nobody else reads, or beside one's name. It is also the consent to that use.

    Facilitators say it for people without a device, beside their name alone.
    """

    label: str
    use: PerspectiveUse = PerspectiveUse.totals
    participant: ParticipantId | None = None
    do: Literal["perspective.set"] = "perspective.set"
