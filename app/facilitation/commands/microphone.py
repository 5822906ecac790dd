"""Commands about the microphone of one's own device, and the consent that comes before it."""

from dataclasses import dataclass
from typing import Literal

from app.facilitation.ids import Consent


@dataclass(frozen=True, slots=True)
class SetConsent:
    """Say yes to something, or take that back. Nobody says it for anybody else; without consent to the
    microphone no microphone listens.
    """

    to: Consent
    given: bool
    do: Literal["consent.set"] = "consent.set"


@dataclass(frozen=True, slots=True)
class ClaimMicrophone:
    """From now on this device notices that its person talks, and no other of theirs does: the last to claim
    has the microphone. Only over a live connection, which it ends with.

    `listener` is the page's own name for itself, new with each load: after a lost connection the same page
    claims under the same name, and what it hears goes on. `alone`: nobody else is near the device, as its
    person said; asked of people in the room, where a device may hear many. With others near it is taken only
    where the session shares microphones out (`microphones.set_colocated`); then the device says with each
    stretch of speech how loud it was.
    """

    listener: str
    alone: bool = False
    do: Literal["microphone.claim"] = "microphone.claim"


@dataclass(frozen=True, slots=True)
class ReleaseMicrophone:
    """This device has not listened for `ago_ms` (0 to 5,000): muted, taken away, asleep, or switched off.
    Nothing happens where another device has the microphone.
    """

    listener: str
    ago_ms: int = 0
    do: Literal["microphone.release"] = "microphone.release"


@dataclass(frozen=True, slots=True)
class SetColocated:
    """From now on devices of people in the room may listen with others near, and a voice that several of them
    hear is that person's whose device hears it loudest; or (`on: false`) they may not, and stop
    (facilitators).
    """

    on: bool
    do: Literal["microphones.set_colocated"] = "microphones.set_colocated"
