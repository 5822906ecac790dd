import json
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.facilitation.commands import Command, CreateSession, RaiseHand, ReportSpeech, Seat
from app.facilitation.events import Event, TurnStarted, version_of
from app.facilitation.ids import ParticipantId, Purpose, SessionId, Setting, TurnId
from app.wire.codec import (
    COMMAND_TYPES,
    EVENT_TYPES,
    UnreadableEvent,
    command_from_json,
    command_to_json,
    event_from_json,
    event_to_json,
    parse,
)
from app.wire.malformed import Malformed
from tests.wire.strategies import messages

EVENTS = sorted(EVENT_TYPES)
COMMANDS = sorted(COMMAND_TYPES)


@pytest.mark.parametrize("kind", EVENTS)
@settings(max_examples=25)
@given(data=st.data())
def test_every_event_comes_back_as_it_was(kind: str, data: st.DataObject) -> None:
    event = cast("Event", data.draw(messages(EVENT_TYPES[kind], "kind")))
    back = event_from_json(kind, version_of(kind), event_to_json(event))
    assert back == event
    assert repr(back) == repr(event), "equal, but of another type somewhere"


@pytest.mark.parametrize("do", COMMANDS)
@settings(max_examples=25)
@given(data=st.data())
def test_every_command_comes_back_as_it_was(do: str, data: st.DataObject) -> None:
    command = cast("Command", data.draw(messages(COMMAND_TYPES[do], "do")))
    back = command_from_json(parse(json.dumps(command_to_json(command))))
    assert back == command
    assert repr(back) == repr(command), "equal, but of another type somewhere"


def test_an_event_in_the_log_does_not_repeat_its_kind() -> None:
    turn = TurnStarted(
        TurnId("t1"), ParticipantId("p1"), 120_000, override=False, overtaken=(ParticipantId("p2"),)
    )
    assert json.loads(event_to_json(turn)) == {
        "turn": "t1",
        "participant": "p1",
        "limit_ms": 120_000,
        "override": False,
        "overtaken": ["p2"],
        "asks": "new_point",
        "started_at": None,
        "interruption": None,
        "yielded": False,
    }


def test_fields_with_a_default_may_be_left_out() -> None:
    assert command_from_json({"do": "hand.raise"}) == RaiseHand()


@pytest.mark.parametrize(
    ("kind", "version", "body"),
    [
        ("hand.waved", 1, "{}"),
        ("hand.lowered", 2, '{"participant":"p1"}'),
        ("hand.lowered", 1, "{}"),
        ("hand.lowered", 1, '{"participant":"p1","mood":"good"}'),
        ("hand.lowered", 1, '{"participant":7}'),
        ("hand.lowered", 1, "[]"),
        ("hand.lowered", 1, "{"),
    ],
)
def test_an_event_that_this_release_does_not_know_is_an_error(kind: str, version: int, body: str) -> None:
    with pytest.raises(UnreadableEvent, match=kind):
        event_from_json(kind, version, body)


@pytest.mark.parametrize(
    ("body", "code", "sentence"),
    [
        ({}, "malformed", 'the field "do" is missing'),
        ({"do": 7}, "malformed", 'the field "do" is missing'),
        ({"do": "hand.wave"}, "unknown_command", '"hand.wave"'),
        (
            {"do": "hand.raise", "mood": 1},
            "malformed",
            '"mood" of hand.raise is not known here: leave it out.',
        ),
        ({"do": "hand.raise", "participant": 7}, "malformed", '"participant" of hand.raise must be text.'),
        ({"do": "hand.raise", "participant": "p" * 65}, "malformed", "at most 64 characters"),
        ({"do": "hand.raise", "participant": ["p"]}, "malformed", "must be text"),
        ({"do": "hand.raise", "participant": {"p": {"p": {}}}}, "malformed", "must be text"),
        ({"do": "mode.set"}, "malformed", '"mode" of mode.set is missing: add it.'),
        ({"do": "mode.set", "mode": "chaos"}, "malformed", "must be one of: open, queue"),
        ({"do": "mode.set", "mode": ["open"]}, "malformed", "must be one of: open, queue"),
        ({"do": "limit.set", "limit_ms": True}, "malformed", "must be a whole number"),
        ({"do": "limit.set", "limit_ms": 1.0}, "malformed", "must be a whole number"),
        ({"do": "limit.set", "limit_ms": "1"}, "malformed", "must be a whole number"),
        ({"do": "limit.set", "limit_ms": -1}, "malformed", "must be a whole number from 0"),
        ({"do": "limit.set", "limit_ms": 2**53 + 1}, "malformed", "must be a whole number from 0"),
        ({"do": "limit.set", "limit_ms": float("nan")}, "malformed", "must be a whole number"),
        ({"do": "nudges.hush", "for_ms": None}, "malformed", "must be a whole number"),
        ({"do": "participant.set_away", "away": 1}, "malformed", "must be true or false"),
        ({"do": "participant.seat", "people": {}}, "malformed", "must be a list"),
        ({"do": "participant.seat", "people": [{"name": "x" * 201}]}, "name_too_long", '"people[0].name"'),
        ({"do": "participant.rename", "participant": "p", "name": "x" * 201}, "name_too_long", "at most 200"),
        ({"do": "participant.rename", "participant": "p", "name": "a\nb"}, "malformed", "U+000A"),
        ({"do": "participant.rename", "participant": "p", "name": "a\u202eb"}, "malformed", "U+202E"),
        ({"do": "participant.rename", "participant": "p", "name": "a\ud800"}, "malformed", "U+D800"),
        ({"do": "speech.report", "utterances": [{}] * 1001}, "too_many", "at most 1000 at a time"),
        (
            {"do": "speech.report", "utterances": [[1, 2]]},
            "malformed",
            '"utterances[0]" of speech.report must be an object',
        ),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_field_and_what_to_do(
    body: dict[str, object], code: str, sentence: str
) -> None:
    with pytest.raises(Malformed) as refused:
        command_from_json(body)
    assert refused.value.code == code
    assert sentence in refused.value.message


def test_the_refused_item_of_a_list_is_named() -> None:
    good, bad = {"name": "Ben"}, {"name": "Ben", "place": "moon"}
    with pytest.raises(Malformed, match=r'"people\[1\]\.place" of participant\.seat must be one of: in_room'):
        command_from_json({"do": "participant.seat", "people": [good, bad]})


def test_a_rate_that_is_not_finite_is_refused() -> None:
    whole = command_to_json(CreateSession(SessionId("s1"), "code", "n", Purpose.decide, Setting.call))
    with pytest.raises(Malformed, match=r'"clock\.rate"'):
        command_from_json({**parse(json.dumps(whole)), "clock": {"kind": "rated", "rate": float("inf")}})


def test_names_in_any_script_are_read() -> None:
    names = ["Zoë Ångström", "李小龙", "مریم\u200cخان", "👩‍🦽 Ana", "O’Neill-Smith"]
    command = command_from_json({"do": "participant.seat", "people": [{"name": name} for name in names]})
    assert isinstance(command, Seat)
    assert [person.name for person in command.people] == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "7",
        "{",
        '{"a": NaN}',
        '{"a": Infinity}',
        '{"a": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"a": ' + "9" * 5_000 + "}",
        b"\xff\xfe{}",
        b'{"a": "\xff"}',
    ],
)
def test_text_that_is_no_json_object_is_malformed(text: str | bytes) -> None:
    with pytest.raises(Malformed) as refused:
        parse(text)
    assert refused.value.code == "malformed"


@settings(max_examples=200)
@given(
    do=st.sampled_from(COMMANDS),
    body=st.dictionaries(
        st.sampled_from(
            ["participant", "name", "after", "people", "utterances", "ago_ms", "place", "clock", "x"]
        ),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
            lambda inner: (
                st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
            ),
            max_leaves=6,
        ),
        max_size=4,
    ),
)
def test_no_body_breaks_the_reader(do: str, body: dict[str, object]) -> None:
    try:
        command = command_from_json({**body, "do": do})
    except Malformed as refused:
        assert refused.code in {"malformed", "name_too_long", "too_many"}  # noqa: PT017
    else:
        assert command.do == do


def test_a_full_batch_of_speech_is_read() -> None:
    utterances = [{"participant": "p1", "from_at": at, "to_at": at + 1} for at in range(1_000)]
    command = command_from_json({"do": "speech.report", "utterances": utterances})
    assert isinstance(command, ReportSpeech)
    assert len(command.utterances) == 1_000
