"""The OpenAPI 3.1 description: FastAPI's routes, with the schemas of our own message types."""

from typing import Any, cast

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from app.api.answers import ANSWERS
from app.api.bodies import BODIES
from app.api.problems import MEDIA_TYPE
from app.api.sessions import SPEECH_COMMANDS
from app.wire.codec import COMMAND_TYPES
from app.wire.schema import Definitions, Schema, command_schemas
from app.wire.shapes import record_of

BASE = "#/components/schemas/"

ABOUT = """\
Create rooms, report speech, act on the queue and the floor, read balance, nudges and reports.

Send an API key (`evenfloor key create NAME`) as `Authorization: Bearer …`. Its scopes say what it may do:
`sessions:read`, `sessions:run`, `speech:write`, `rooms:write`. Tokens of people and devices work the same.

Each refusal is a problem document (RFC 9457) with a stable `code`. To follow a session as it happens, use the
live socket: the protocol page of the documentation describes it, with JSON Schema and AsyncAPI.

Times and durations are integer milliseconds.
"""

REPORT: Schema = {
    "type": "object",
    "title": "ReportAnswer",
    "description": "A session's report. Who is no facilitator finds no `balance` and no `nudges` in it.",
    "properties": {
        "reader": {"enum": ["facilitator", "participant", "public"]},
        "session": {"type": "object"},
        "people": {"type": "object"},
        "room": {"type": "object"},
        "curve": {"type": "array"},
        "facilitators": {"type": "object"},
        "agenda": {"type": "array"},
        "turns": {"type": "object"},
        "dynamics": {"type": "object"},
        "heard_by": {"type": "array"},
        "notes": {"type": "array"},
        "lanes": {"type": "object"},
        "ideas": {"type": "object"},
        "held_back": {"type": "object"},
        "scoring": {"type": "object"},
        "picks": {"type": "object"},
        "checks": {"type": "object"},
        "resistance": {"type": "object"},
        "decisions": {"type": "object"},
        "names": {"type": "object"},
        "knowledge": {"type": "object"},
        "balance": {"type": "object"},
        "nudges": {"type": "object"},
        "own": {"type": "object"},
    },
    "required": ["reader", "session"],
}


def schemas() -> dict[str, Schema]:
    """Every schema that a route names."""
    command, commands = command_schemas(BASE)
    definitions = Definitions(BASE)
    definitions.by_name.update(commands)
    for kind in BODIES:
        definitions.add(record_of(kind), bounded=True)
    for kind in ANSWERS:
        definitions.add(record_of(kind), bounded=False)
    speech = [definitions.reference(COMMAND_TYPES[do].__name__) for do in SPEECH_COMMANDS]
    return {
        **definitions.by_name,
        "Command": command,
        "SpeechCommand": {"oneOf": speech},
        "ReportAnswer": REPORT,
    }


def describe(app: FastAPI, version: str) -> dict[str, Any]:
    """The whole description."""
    document = get_openapi(
        title="Evenfloor",
        version=version,
        openapi_version="3.1.0",
        description=ABOUT,
        routes=app.routes,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        tags=[
            {"name": "rooms", "description": "Lasting places with a code, and the sessions held in them."},
            {"name": "doors", "description": "How people, devices and programs come in."},
            {"name": "sessions", "description": "Sessions, and the commands that steer them."},
            {"name": "people", "description": "Who is in a session."},
            {"name": "speech", "description": "Who spoke when."},
            {"name": "reading", "description": "What a session shows."},
            {"name": "decisions", "description": "What was decided, what it costs, and what came of it."},
            {"name": "concerns", "description": "What goes to a named contact alone, past the facilitators."},
            {"name": "privacy", "description": "What is kept of somebody, and how it goes."},
            {"name": "server", "description": "The server itself."},
        ],
    )
    refused = {
        "description": "Refused: the `code` is stable, the `detail` says what to do.",
        "content": {MEDIA_TYPE: {"schema": {"$ref": f"{BASE}Problem"}}},
    }
    for path in document["paths"].values():
        for operation in path.values():
            responses = cast("dict[str, object]", operation["responses"])
            responses.pop("422", None)
            responses["default"] = refused
    components = document.setdefault("components", {})
    # FastAPI's own schemas describe an error shape that never leaves this server.
    components["schemas"] = schemas()
    return document
