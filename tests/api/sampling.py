"""Commands that can be read, made from their own shapes, so that none is forgotten when one is added."""

from typing import Any

from app.wire.codec import COMMAND_TYPES
from app.wire.shapes import (
    Choice,
    Either,
    Many,
    Number,
    OrNull,
    Record,
    Row,
    Shape,
    Text,
    Truth,
    Whole,
    record_of,
)

ABOUT = {"participant", "participants"}
"""The fields by which a command names whom it is about."""

NAMED: dict[str, dict[str, Any]] = {
    "nudges.mute": {"kind": "long_turn"},
    "nudges.tune": {"name": "waiting_queue_ms", "value": 300_000},
}
"""What has to name something that there is, though its shape is a text."""


def sample(shape: Shape, person: str) -> Any:
    """Some value of a shape; ids of people are `person`'s."""
    match shape:
        case Text(_, names):
            return person if names == "ParticipantId" else "x"
        case Whole():
            return 60_000
        case Number():
            return 1.0
        case Truth():
            return True
        case Choice(values, _) | Either(values):
            return values[0]
        case OrNull(inner):
            return sample(inner, person)
        case Many(inner):
            return [sample(inner, person)]
        case Row(parts):
            return [sample(part, person) for part in parts]
        case Record():
            return fields(shape, person)
        case _:
            raise AssertionError(f"{shape} in a command")


def fields(record: Record, person: str) -> dict[str, Any]:
    """What a record needs, and whom it is about where it may say so."""
    return {
        each.name: sample(each.shape, person) for each in record.fields if each.required or each.name in ABOUT
    }


def command(do: str, person: str, source: str) -> dict[str, Any]:
    """A command that can be read, about somebody."""
    made = {"do": do, **fields(record_of(COMMAND_TYPES[do], "do"), person), **NAMED.get(do, {})}
    return {**made, "source": source} if "source" in made else made
