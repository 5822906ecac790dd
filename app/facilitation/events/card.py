"""What came of how somebody takes part."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import BringIn, ParticipantId


@dataclass(frozen=True, slots=True)
class CardSet:
    """The whole card, as it stands from now on."""

    participant: ParticipantId
    bring_in: BringIn
    more_time: bool
    no_clock: bool
    no_microphone: bool
    supporter: ParticipantId | None
    kind: Literal["card.set"] = "card.set"
