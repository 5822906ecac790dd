"""JSON Schema (2020-12) and AsyncAPI of the protocol, made from the same shapes as the codec."""

from typing import TypeAlias

from app.facilitation.rights import RIGHTS
from app.wire import frame_types
from app.wire.codec import COMMAND_TYPES
from app.wire.incoming import CONNECTION_TYPES
from app.wire.shapes import (
    MAX_ID_CHARACTERS,
    MAX_ITEMS,
    MAX_WHOLE,
    Anything,
    Choice,
    Either,
    Field,
    Many,
    Mapped,
    Number,
    OrNull,
    Record,
    Row,
    Shape,
    Tagged,
    Text,
    Truth,
    Whole,
    record_of,
)

Schema: TypeAlias = dict[str, object]

IDS = "The sender's own id of the command, never used twice: a resend is applied once. Needed on the socket."

SEEN = r"^[^\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uFEFF]*$"
"""Text without control characters and marks that reverse what stands around them, as `reading` demands."""

SERVER_ONLY = frozenset(
    do for do, kind in COMMAND_TYPES.items() if RIGHTS.get(kind, frozenset()) <= frozenset({"server"})
)
"""Commands that only the server itself gives; they are no part of the published protocol."""

PUBLIC_COMMANDS: dict[str, type] = {do: kind for do, kind in COMMAND_TYPES.items() if do not in SERVER_ONLY}
CLIENT_FRAMES: dict[str, type] = {**PUBLIC_COMMANDS, **CONNECTION_TYPES}
SERVER_FRAMES: tuple[type, ...] = (
    frame_types.WelcomeFrame,
    frame_types.PatchFrame,
    frame_types.AnswerFrame,
    frame_types.RefusalFrame,
    frame_types.LiveFrame,
    frame_types.ByeFrame,
)


class Definitions:
    """Schemas by name, that refer to each other below `base`. `bounded`: with the limits of what is read."""

    def __init__(self, base: str) -> None:
        self._base = base
        self.by_name: dict[str, Schema] = {}
        self._records: dict[str, Record] = {}

    def reference(self, name: str) -> Schema:
        """A reference to the definition with this name."""
        return {"$ref": f"{self._base}{name}"}

    def add(self, record: Record, *, bounded: bool, first: Schema | None = None) -> Schema:
        """Define a record, with the properties `first` before its fields; a reference to it.

        Raises TypeError where two records have one name: the second would be told as the first.
        """
        if self._records.setdefault(record.name, record) != record:
            raise TypeError(f"Two message types are called {record.name}.")
        if record.name not in self.by_name:
            self.by_name[record.name] = {}
            self.by_name[record.name] = self._object(record, bounded, first or {})
        return self.reference(record.name)

    def of(self, shape: Shape, *, bounded: bool) -> Schema:
        """The schema of a shape."""
        match shape:
            case Text(limit, _):
                return (
                    {"type": "string", "maxLength": limit, "pattern": SEEN} if bounded else {"type": "string"}
                )
            case Tagged(options):
                return {"oneOf": [self.of(record, bounded=bounded) for _, record in options]}
            case Whole():
                return {"type": "integer", "minimum": 0, "maximum": MAX_WHOLE}
            case Number():
                return {"type": "number"}
            case Truth():
                return {"type": "boolean"}
            case Choice(values, _):
                return {"const": values[0]} if len(values) == 1 else {"enum": list(values)}
            case Either(values):
                return {"const": values[0]} if len(values) == 1 else {"enum": list(values)}
            case OrNull(inner):
                return {"anyOf": [self.of(inner, bounded=bounded), {"type": "null"}]}
            case Many(inner):
                schema: Schema = {"type": "array", "items": self.of(inner, bounded=bounded)}
                return {**schema, "maxItems": MAX_ITEMS} if bounded else schema
            case Row(parts):
                items = [self.of(part, bounded=bounded) for part in parts]
                return {"type": "array", "prefixItems": items, "minItems": len(parts), "maxItems": len(parts)}
            case Mapped(inner):
                return {"type": "object", "additionalProperties": self.of(inner, bounded=bounded)}
            case Record():
                return self.add(shape, bounded=bounded)
            case Anything():
                return {}

    def _object(self, record: Record, bounded: bool, first: Schema) -> Schema:
        properties = {**first, **{field.name: self._property(field, bounded) for field in record.fields}}
        required = [
            *(["do"] if "do" in first else []),
            *(each.name for each in record.fields if each.required),
        ]
        schema: Schema = {"type": "object", "title": record.name, "properties": properties}
        if record.meaning:
            schema["description"] = record.meaning
        if required:
            schema["required"] = required
        if record.of is not frame_types.Notice:
            schema["additionalProperties"] = False
        return schema

    def _property(self, field: Field, bounded: bool) -> Schema:
        schema = self.of(field.shape, bounded=bounded)
        plain = isinstance(field.default, (str, int, float, bool)) or field.default is None
        return {**schema, "default": field.default} if plain and "$ref" not in schema else schema


def _add_commands(definitions: Definitions, commands: dict[str, type]) -> list[Schema]:
    own_id: Schema = {"type": "string", "minLength": 1, "maxLength": MAX_ID_CHARACTERS, "description": IDS}
    return [
        definitions.add(record_of(kind, "do"), bounded=True, first={"id": own_id, "do": {"const": do}})
        for do, kind in commands.items()
    ]


def command_schemas(base: str) -> tuple[Schema, dict[str, Schema]]:
    """The schema of any command that a client may send, and the definitions below `base` that it needs."""
    definitions = Definitions(base)
    return {"oneOf": _add_commands(definitions, PUBLIC_COMMANDS)}, definitions.by_name


def json_schema() -> Schema:
    """Everything that goes over the live socket, as one JSON Schema."""
    definitions = Definitions("#/$defs/")
    hello = definitions.add(record_of(frame_types.HelloFrame), bounded=True)
    commands = _add_commands(definitions, CLIENT_FRAMES)
    said = [definitions.add(record_of(kind), bounded=False) for kind in SERVER_FRAMES]
    definitions.by_name["ClientFrame"] = {
        "description": "What a client says: `hello` first, then commands.",
        "anyOf": [hello, {"oneOf": commands, "required": ["id"]}],
    }
    definitions.by_name["ServerFrame"] = {"description": "What the server says.", "anyOf": said}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "evenfloor.v1",
        "description": "The frames of the live protocol. Generated from the program's own message types.",
        "anyOf": [definitions.reference("ClientFrame"), definitions.reference("ServerFrame")],
        "$defs": definitions.by_name,
    }


def async_api() -> Schema:
    """The live protocol as AsyncAPI 3."""
    definitions = Definitions("#/components/schemas/")
    definitions.add(record_of(frame_types.HelloFrame), bounded=True)
    commands = _add_commands(definitions, CLIENT_FRAMES)
    for kind in SERVER_FRAMES:
        definitions.add(record_of(kind), bounded=False)
    definitions.by_name["CommandFrame"] = {"oneOf": commands, "required": ["id"]}
    received = ("HelloFrame", "CommandFrame")
    sent = tuple(kind.__name__ for kind in SERVER_FRAMES)
    messages = {name: {"payload": definitions.reference(name)} for name in (*received, *sent)}
    return {
        "asyncapi": "3.0.0",
        "info": {
            "title": "Evenfloor live",
            "version": "1.0.0",
            "description": "Follow and steer a session. Text frames of JSON, subprotocol `evenfloor.v1`.",
            "license": {"name": "Apache-2.0"},
        },
        "channels": {
            "live": {
                "address": "/api/v1/sessions/{session_id}/live",
                "parameters": {"session_id": {"description": "The session's id."}},
                "messages": {name: {"$ref": f"#/components/messages/{name}"} for name in messages},
            }
        },
        "operations": {
            "say": {
                "action": "receive",
                "channel": {"$ref": "#/channels/live"},
                "messages": [{"$ref": f"#/channels/live/messages/{name}"} for name in received],
            },
            "hear": {
                "action": "send",
                "channel": {"$ref": "#/channels/live"},
                "messages": [{"$ref": f"#/channels/live/messages/{name}"} for name in sent],
            },
        },
        "components": {"messages": messages, "schemas": definitions.by_name},
    }
