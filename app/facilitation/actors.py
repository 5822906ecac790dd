"""Who acts: a person, a device with one scope, an integrator's key, or the server itself."""

from dataclasses import dataclass
from typing import NamedTuple

from app.facilitation.ids import DeviceId, DeviceScope, KeyId, ParticipantId


class Person(NamedTuple):
    """Somebody of this session; what they may do follows from their role in the state, not from their
    token.
    """

    participant: ParticipantId


@dataclass(frozen=True, slots=True)
class Device:
    """A shared screen or a helper's phone: one scope, no person, no private data."""

    device: DeviceId
    scope: DeviceScope


@dataclass(frozen=True, slots=True)
class Integrator:
    """An API key; `scopes` are checked by the rights table."""

    key: KeyId
    scopes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Server:
    """The server itself: presence, timers, joining people who passed the door."""


Actor = Person | Device | Integrator | Server


_PERSON = "p:"
"""How the label of a person begins."""


def label(actor: Actor) -> str:
    """The actor as it is written into the log: `p:…`, `d:…`, `k:…` or `server`."""
    if isinstance(actor, Person):
        return f"{_PERSON}{actor.participant}"
    match actor:
        case Device(device, _):
            return f"d:{device}"
        case Integrator(key, _):
            return f"k:{key}"
        case Server():
            return "server"


def person_of(label: str | None) -> ParticipantId | None:
    """The participant whose label this is; None where it is no person's."""
    if label is None or not label.startswith(_PERSON):
        return None
    return ParticipantId(label.removeprefix(_PERSON))
