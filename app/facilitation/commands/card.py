"""The command about how somebody takes part."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import BringIn, ParticipantId


@dataclass(frozen=True, slots=True)
class SetCard:
    """How I take part: what is not given stays as it was. Facilitators set it for somebody without a device.

    `supporter`: who may act for this person (`""`: nobody any more).
    """

    participant: ParticipantId | None = None
    bring_in: BringIn | None = None
    more_time: bool | None = None
    no_clock: bool | None = None
    no_microphone: bool | None = None
    supporter: ParticipantId | None = None
    do: Literal["card.set"] = "card.set"
