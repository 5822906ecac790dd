"""What a live client says: first `hello`, then commands, and what concerns its own connection alone."""

from dataclasses import dataclass
from typing import Literal, cast

from app.facilitation.commands import Command
from app.facilitation.ids import CommandId
from app.wire.codec import command_of, malformed, parse
from app.wire.malformed import Malformed
from app.wire.reading import Reader, Unreadable, reader
from app.wire.shapes import MAX_ID_CHARACTERS, Text, record_of

MAX_HELLO_BYTES = 4_096
"""The first frame holds a token and nothing else; nobody has shown yet who they are."""

MAX_FRAME_BYTES = 65_536
"""Any later frame. Longer batches of speech go over REST."""

MAX_TOKEN_CHARACTERS = 2_000


@dataclass(frozen=True, slots=True)
class Hello:
    """The first frame of a connection: the token that a door gave."""

    token: str


@dataclass(frozen=True, slots=True)
class WatchTime:
    """Show me my own figures while "My time" is open (this connection alone)."""

    on: bool
    do: Literal["watch.time"] = "watch.time"


@dataclass(frozen=True, slots=True)
class RenewToken:
    """Give me a fresh token before mine runs out (this connection alone)."""

    do: Literal["token.renew"] = "token.renew"


@dataclass(frozen=True, slots=True)
class Request:
    """A frame after the first: its id, and what it asks for."""

    id: CommandId
    command: Command | WatchTime | RenewToken


CONNECTION_TYPES: dict[str, type] = {"watch.time": WatchTime, "token.renew": RenewToken}
_CONNECTION_READERS: dict[str, Reader] = {
    do: reader(record_of(of, "do"), bounded=True) for do, of in CONNECTION_TYPES.items()
}
_read_id = reader(Text(MAX_ID_CHARACTERS), bounded=True)
_read_token = reader(Text(MAX_TOKEN_CHARACTERS), bounded=True)


def read_hello(text: str) -> Hello:
    """The first frame. Raises Malformed."""
    if len(text) > MAX_HELLO_BYTES:
        raise Malformed(
            "malformed", 'The first frame is too long. Send {"is": "hello", "token": "…"} and no more.'
        )
    frame = parse(text)
    if frame.get("is") != "hello" or frame.keys() != {"is", "token"}:
        raise Malformed("malformed", 'Say who you are first: {"is": "hello", "token": "…"}.')
    try:
        return Hello(cast("str", _read_token(frame["token"])))
    except Unreadable as unreadable:
        unreadable.path.append("token")
        raise malformed(unreadable, "hello") from None


def read_request(text: str) -> Request:
    """A later frame. Raises Malformed, with the frame's own id where it could be read."""
    if len(text) > MAX_FRAME_BYTES:
        raise Malformed(
            "malformed", f"The frame is too long: at most {MAX_FRAME_BYTES} characters. Send it in parts."
        )
    frame = parse(text)
    given = frame.pop("id", None)
    try:
        re = cast("CommandId", _read_id(given))
    except Unreadable as unreadable:
        unreadable.path.append("id")
        raise malformed(unreadable, "the frame") from None
    if not re:
        raise Malformed("malformed", 'Give each frame an "id" that you never use twice.')
    try:
        return Request(re, _command(frame))
    except Malformed as refusal:
        refusal.re = re
        raise


def _command(frame: dict[str, object]) -> Command | WatchTime | RenewToken:
    do = frame.pop("do", None)
    read = _CONNECTION_READERS.get(do) if isinstance(do, str) else None
    if read is None:
        return command_of(do, frame)
    try:
        return cast("WatchTime | RenewToken", read(frame))
    except Unreadable as unreadable:
        raise malformed(unreadable, str(do)) from None
