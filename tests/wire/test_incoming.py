import json

import pytest

from app.facilitation.commands import RaiseHand
from app.wire.incoming import (
    MAX_FRAME_BYTES,
    MAX_HELLO_BYTES,
    Hello,
    RenewToken,
    Request,
    WatchTime,
    read_hello,
    read_request,
)
from app.wire.malformed import Malformed


def test_the_first_frame_holds_a_token() -> None:
    assert read_hello('{"is": "hello", "token": "abc"}') == Hello("abc")


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        '{"is": "hello"}',
        '{"is": "hello", "token": 7}',
        '{"is": "hello", "token": "a", "room": "b"}',
        '{"is": "welcome", "token": "a"}',
        json.dumps({"is": "hello", "token": "a" * 3_000}),
        json.dumps({"is": "hello", "token": "a" * MAX_HELLO_BYTES}),
        "nonsense",
    ],
)
def test_another_first_frame_is_refused(text: str) -> None:
    with pytest.raises(Malformed) as refused:
        read_hello(text)
    assert refused.value.code == "malformed"


def test_a_request_is_its_id_and_a_command() -> None:
    assert read_request('{"id": "k3f9-7", "do": "hand.raise"}') == Request("k3f9-7", RaiseHand())  # type: ignore[arg-type]


def test_what_concerns_the_connection_alone_is_no_command() -> None:
    assert read_request('{"id": "k", "do": "watch.time", "on": true}').command == WatchTime(on=True)
    assert read_request('{"id": "k", "do": "token.renew"}').command == RenewToken()


@pytest.mark.parametrize(
    "body",
    [{"do": "hand.wave"}, {"do": "watch.time"}, {"do": "watch.time", "on": 1}, {"do": "hand.raise", "x": 1}],
)
def test_a_refusal_names_the_frame_that_it_answers(body: dict[str, object]) -> None:
    with pytest.raises(Malformed) as refused:
        read_request(json.dumps({"id": "k9", **body}))
    assert refused.value.re == "k9"


@pytest.mark.parametrize("id", [None, "", 7, "k" * 65, "a\n"])
def test_a_frame_without_a_usable_id_is_refused(id: object) -> None:
    with pytest.raises(Malformed, match="id") as refused:
        read_request(json.dumps({"id": id, "do": "hand.raise"}))
    assert refused.value.re is None


def test_a_frame_that_is_too_long_is_refused_before_it_is_read() -> None:
    with pytest.raises(Malformed, match="too long"):
        read_request("[" * (MAX_FRAME_BYTES + 1))
