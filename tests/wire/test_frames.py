import json

import pytest

from app.wire import frames
from app.wire.codec import encode


def test_a_welcome_holds_its_layers_as_they_came() -> None:
    frame = frames.welcome(
        seq=42,
        now=1_764_000_000_000,
        rate=1.0,
        room=encode({"session": {"name": "Zoë"}}),
        desk=None,
        you=encode({"participant": "p1"}),
    )
    assert json.loads(frame) == {
        "is": "welcome",
        "seq": 42,
        "now": 1_764_000_000_000,
        "rate": 1.0,
        "room": {"session": {"name": "Zoë"}},
        "you": {"participant": "p1"},
    }


def test_a_facilitators_welcome_holds_the_desk_and_a_renewed_token() -> None:
    frame = json.loads(
        frames.welcome(seq=1, now=0, rate=10.0, room=b"{}", desk=b'{"hands":{}}', you=b"{}", token='a"b')
    )
    assert frame["desk"] == {"hands": {}}
    assert frame["token"] == 'a"b'
    assert frame["rate"] == 10


def test_a_patch_frame_is_of_one_layer() -> None:
    frame = frames.patch("room", seq=43, at=7, patch={"queue": {"more": 1}}, notices=[{"is": "hand.raised"}])
    assert json.loads(frame) == {
        "seq": 43,
        "at": 7,
        "room": {"queue": {"more": 1}},
        "notices": [{"is": "hand.raised"}],
    }


def test_an_empty_patch_is_left_out() -> None:
    assert json.loads(frames.patch("you", seq=43, at=7)) == {"seq": 43, "at": 7}


def test_answers_name_what_they_answer() -> None:
    assert json.loads(frames.answer("k-1", seq=5)) == {"re": "k-1", "ok": True, "seq": 5}
    assert json.loads(frames.answer("k-1", seq=5, made="d1")) == {
        "re": "k-1",
        "ok": True,
        "seq": 5,
        "made": "d1",
    }
    assert json.loads(frames.done("k-2")) == {"re": "k-2", "ok": True}
    assert json.loads(frames.renewed("k-3", token="t")) == {"re": "k-3", "ok": True, "token": "t"}


def test_a_refusal_says_why_even_where_the_id_was_unreadable() -> None:
    assert json.loads(frames.refusal("k", code="stale", message="It moved on.")) == {
        "re": "k",
        "error": {"code": "stale", "message": "It moved on."},
    }
    assert "re" not in json.loads(frames.refusal(None, code="malformed", message="No JSON."))


def test_live_and_bye() -> None:
    assert json.loads(frames.live("desk", at=9, figures={"heard": {}})) == {
        "is": "live",
        "at": 9,
        "desk": {"heard": {}},
    }
    assert json.loads(frames.bye("restart", again_in_ms=1_500)) == {
        "is": "bye",
        "why": "restart",
        "again_in_ms": 1_500,
    }
    assert json.loads(frames.bye("removed")) == {"is": "bye", "why": "removed"}


def test_a_figure_that_is_no_number_is_never_sent() -> None:
    with pytest.raises(ValueError, match="Out of range"):
        frames.live("desk", at=9, figures={"ratio": float("nan")})
