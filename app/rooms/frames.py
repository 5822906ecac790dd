"""WebSocket text frames as a server writes them: final, unmasked, uncompressed (RFC 6455, section 5.2)."""

from __future__ import annotations

from collections.abc import Iterator
from struct import Struct

_FINAL_TEXT = 0x81
_SMALL = 126
_MEDIUM = 1 << 16
_SMALL_HEAD = Struct(">BB").pack
_MEDIUM_HEAD = Struct(">BBH").pack
_LARGE_HEAD = Struct(">BBQ").pack


def text_frame(payload: bytes) -> bytes:
    """One whole text message, header and UTF-8 payload, ready for any number of sockets."""
    size = len(payload)
    if size < _SMALL:
        return _SMALL_HEAD(_FINAL_TEXT, size) + payload
    if size < _MEDIUM:
        return _MEDIUM_HEAD(_FINAL_TEXT, 126, size) + payload
    return _LARGE_HEAD(_FINAL_TEXT, 127, size) + payload


def payloads(frames: bytes) -> Iterator[bytes]:
    """The payloads of one or more concatenated frames that `text_frame` made, in order.

    Raises `ValueError` if the bytes are anything else.
    """
    at = 0
    while at < len(frames):
        if frames[at] != _FINAL_TEXT:
            raise ValueError("not a final, uncompressed text frame")
        size = frames[at + 1]
        at += 2
        if size >= _SMALL:
            width = 2 if size == 126 else 8
            size = int.from_bytes(frames[at : at + width], "big")
            at += width
        if at + size > len(frames):
            raise ValueError("the last frame is cut off")
        yield frames[at : at + size]
        at += size
