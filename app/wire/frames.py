"""What the server says, as the bytes of one JSON text each: encoded once, however many receive it."""

from collections.abc import Mapping, Sequence
from typing import Literal

from app.wire.codec import encode

Layer = Literal["room", "desk", "you"]
Farewell = Literal["restart", "removed", "erased", "revoked", "deleted", "slow"]

NOTHING: Mapping[str, object] = {}


def welcome(
    *, seq: int, now: int, rate: float, room: bytes, desk: bytes | None, you: bytes, token: str | None = None
) -> bytes:
    """Everything anew. Layers come encoded: a storm of reconnections costs one encoding of the room."""
    head = b'{"is":"welcome","seq":%d,"now":%d,"rate":%b,"room":' % (seq, now, encode(rate))
    parts = [head, room]
    if desk is not None:
        parts += [b',"desk":', desk]
    parts += [b',"you":', you]
    if token is not None:
        parts += [b',"token":', encode(token)]
    parts.append(b"}")
    return b"".join(parts)


def patch(
    layer: Layer, *, seq: int, at: int, patch: Mapping[str, object] = NOTHING, notices: Sequence[object] = ()
) -> bytes:
    """What changed in one layer with a committed batch, and what that layer is told of it."""
    frame: dict[str, object] = {"seq": seq, "at": at}
    if patch:
        frame[layer] = patch
    if notices:
        frame["notices"] = notices
    return encode(frame)


def answer(re: str, *, seq: int, made: str | None = None) -> bytes:
    """A command was applied (or had been, before it was sent again)."""
    frame: dict[str, object] = {"re": re, "ok": True, "seq": seq}
    if made is not None:
        frame["made"] = made
    return encode(frame)


def renewed(re: str, *, token: str) -> bytes:
    """The answer to `token.renew`."""
    return encode({"re": re, "ok": True, "token": token})


def done(re: str) -> bytes:
    """The answer to what concerns the connection alone (`watch.time`)."""
    return encode({"re": re, "ok": True})


def refusal(re: str | None, *, code: str, message: str) -> bytes:
    """A command was refused; without `re` where the frame's id could not be read."""
    error = {"code": code, "message": message}
    return encode({"error": error} if re is None else {"re": re, "error": error})


def live(layer: Layer, *, at: int, figures: Mapping[str, object]) -> bytes:
    """Figures that move with time alone: whole, and no facts of the log."""
    return encode({"is": "live", "at": at, layer: figures})


def bye(why: Farewell, *, again_in_ms: int | None = None) -> bytes:
    """The last frame before the server closes; `again_in_ms`: come back after that."""
    frame: dict[str, object] = {"is": "bye", "why": why}
    if again_in_ms is not None:
        frame["again_in_ms"] = again_in_ms
    return encode(frame)
