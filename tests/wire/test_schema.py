import json
from typing import cast

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation.commands import Command
from app.wire import frames
from app.wire.codec import command_from_json, command_to_json
from app.wire.generate import main, stale
from app.wire.malformed import Malformed
from app.wire.schema import PUBLIC_COMMANDS, SERVER_ONLY, Schema, async_api, json_schema
from tests.wire.strategies import messages


def _definition(name: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator({**json_schema(), "anyOf": [{"$ref": f"#/$defs/{name}"}]})


CLIENT = _definition("ClientFrame")
SERVER = _definition("ServerFrame")


def test_the_generated_files_are_those_of_the_message_types() -> None:
    assert stale() == [], "run python -m app.wire.generate"


def test_a_stale_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--check"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("do", sorted(PUBLIC_COMMANDS))
@settings(max_examples=10)
@given(data=st.data())
def test_the_schema_takes_every_command(do: str, data: st.DataObject) -> None:
    command = cast("Command", data.draw(messages(PUBLIC_COMMANDS[do], "do")))
    CLIENT.validate({"id": "k", **json.loads(json.dumps(command_to_json(command)))})


def test_the_schema_needs_an_id_on_the_socket() -> None:
    assert CLIENT.is_valid({"id": "k", "do": "hand.raise"})
    assert not CLIENT.is_valid({"do": "hand.raise"})


@pytest.mark.parametrize(
    "body",
    [
        {"do": "hand.wave"},
        {"do": "hand.raise", "mood": 1},
        {"do": "limit.set", "limit_ms": -1},
        {"do": "limit.set", "limit_ms": 2**53 + 1},
        {"do": "limit.set", "limit_ms": "1"},
        {"do": "mode.set"},
        {"do": "mode.set", "mode": "chaos"},
        {"do": "participant.rename", "participant": "p", "name": "x" * 201},
        {"do": "participant.rename", "participant": "p", "name": "a\u202eb"},
        {"do": "participant.rename", "participant": "p\n", "name": "a"},
        {"do": "speech.report", "utterances": [{}]},
    ],
)
def test_what_the_codec_refuses_the_schema_refuses_too(body: dict[str, object]) -> None:
    with pytest.raises(Malformed):
        command_from_json(body)
    assert not CLIENT.is_valid({"id": "k", **body})


def test_what_only_the_server_commands_is_not_published() -> None:
    assert {"session.create", "clock.reached", "participant.join", "connection.open"} <= SERVER_ONLY
    assert not CLIENT.is_valid({"id": "k", "do": "clock.reached", "deadline": 1})


@pytest.mark.parametrize(
    "frame",
    [
        frames.patch(
            "room", seq=1, at=2, patch={"queue": {"more": 1}}, notices=[{"is": "turn.ended", "how": "done"}]
        ),
        frames.answer("k", seq=1, made="p1"),
        frames.done("k"),
        frames.refusal("k", code="stale", message="It moved on."),
        frames.refusal(None, code="malformed", message="No."),
        frames.live("you", at=1, figures={"talk_ms": 1, "turns": 0, "words": "early"}),
        frames.bye("restart", again_in_ms=5),
    ],
)
def test_what_the_server_says_fits_the_schema(frame: bytes) -> None:
    SERVER.validate(json.loads(frame))


def test_every_reference_of_the_asyncapi_leads_somewhere() -> None:
    document = async_api()
    seen = 0

    def visit(value: object) -> None:
        nonlocal seen
        if isinstance(value, dict):
            reference = value.get("$ref")
            if isinstance(reference, str):
                seen += 1
                place: object = document
                for step in reference.removeprefix("#/").split("/"):
                    assert isinstance(place, dict)
                    place = cast("Schema", place)[step]
            for inner in value.values():
                visit(inner)
        elif isinstance(value, list):
            for inner in value:
                visit(inner)

    visit(document)
    assert seen > 50
