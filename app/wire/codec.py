"""Events and commands to JSON and back.

Readers and writers are made once, at import, from the fields of the dataclasses. What comes from outside is
read strictly and within bounds; what the log holds was checked when it was written, and is read without the
bounds, so that a tightened bound never makes an old log unreadable.
"""

import json
from collections.abc import Callable
from functools import partial
from typing import TypeVar, cast, get_args

from pydantic_core import from_json, to_json

from app.facilitation.commands import Command
from app.facilitation.events import Event, version_of
from app.wire.malformed import Malformed
from app.wire.reading import MAX_SHOWN, Unreadable, reader
from app.wire.shapes import Many, OrNull, Record, Shape, Tagged, record_of, tag_of

COMMAND_TYPES: dict[str, type] = {tag_of(kind, "do"): kind for kind in get_args(Command)}
EVENT_TYPES: dict[str, type] = {tag_of(kind, "kind"): kind for kind in get_args(Event)}

T = TypeVar("T")
Writer = Callable[[object], object]

_strict = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode


def encode(value: object) -> bytes:
    """Compact JSON in UTF-8. Raises ValueError for what is not finite.

    Pydantic's core writes and reads JSON three to six times as fast as the standard library. It would write
    NaN, which is no JSON: so what might hold one (or a text that says "NaN") goes through the strict one.
    """
    text = to_json(value)
    if b"NaN" in text or b"Infinity" in text:
        return _strict(value).encode()
    return text


class UnreadableEvent(Exception):
    """An event of the log that this release does not know: of a newer release, or no event at all."""

    def __init__(self, kind: str, version: int, why: str = "") -> None:
        super().__init__(
            f"This release cannot read {kind!r} in version {version}{': ' + why if why else ''}."
        )
        self.kind = kind
        self.version = version


def event_to_json(event: Event) -> str:
    """The event's fields as compact JSON, without its kind."""
    return _EVENT_WRITERS[event.kind](event)


def event_from_json(kind: str, version: int, body: str) -> Event:
    """The event of this kind, in the version that this release writes (older ones are lifted before).

    Raises UnreadableEvent.
    """
    read = _EVENT_READERS.get(kind)
    if read is None or version != version_of(kind):
        raise UnreadableEvent(kind, version)
    try:
        return cast("Event", read(from_json(body)))
    except Unreadable as unreadable:
        raise UnreadableEvent(kind, version, f"{unreadable.place} {unreadable.why}") from None
    except ValueError as error:
        raise UnreadableEvent(kind, version, "the body is no JSON") from error


def command_to_json(command: Command) -> dict[str, object]:
    """The command as a JSON-ready object with its `do`."""
    return {"do": command.do, **cast("dict[str, object]", _COMMAND_WRITERS[command.do](command))}


def command_from_json(body: dict[str, object]) -> Command:
    """The command that a frame or a REST body holds (without the frame's own `id`).

    Raises Malformed: `unknown_command`, `name_too_long`, `too_many` or `malformed`.
    """
    fields = dict(body)
    return command_of(fields.pop("do", None), fields)


def command_of(do: object, fields: dict[str, object]) -> Command:
    """The same, where `do` has been taken out of the fields."""
    if type(do) is not str:
        raise Malformed("malformed", 'Say what to do: the field "do" is missing or is not text.')
    read = _COMMAND_READERS.get(do)
    if read is None:
        raise Malformed(
            "unknown_command", f"There is no command {_shown(do)}. See the list on the protocol page."
        )
    try:
        return cast("Command", read(fields))
    except Unreadable as unreadable:
        raise malformed(unreadable, do) from None


def malformed(unreadable: Unreadable, what: str) -> Malformed:
    """The refusal of a message `what` for this reason."""
    code = unreadable.code
    if code == "too_long":
        code = "name_too_long" if unreadable.path and unreadable.path[0] == "name" else "malformed"
    return Malformed(code, f"{_shown(unreadable.place)} of {what} {unreadable.why}.")


def parse(text: str | bytes) -> dict[str, object]:
    """One JSON object, as strict as the standard: no NaN, no other value at the top, no nesting without end.

    Raises Malformed.
    """
    try:
        value = from_json(text, allow_inf_nan=False)
    except ValueError as error:
        if "recursion limit" in str(error):
            raise Malformed("malformed", "The message is nested too deep. Send a flat object.") from None
        raise Malformed("malformed", "The message is not JSON. Send one JSON object in UTF-8.") from None
    if type(value) is not dict:
        raise Malformed("malformed", "The message must be one JSON object.")
    return value


def _shown(name: str) -> str:
    """Text from outside as a refusal repeats it: short, with nothing in it that a terminal would obey."""
    return json.dumps(name[:MAX_SHOWN])


def _writer(shape: Shape) -> Writer | None:
    """What makes a value of this shape ready for `json`; None where it is ready as it is."""
    match shape:
        case OrNull(of):
            inner = _writer(of)
            return None if inner is None else partial(_write_or_null, inner)
        case Many(of):
            inner = _writer(of)
            return None if inner is None else partial(_write_many, inner)
        case Record():
            return _record_writer(shape)
        case Tagged(options):
            writers = {record.of: (tag, _record_writer(record)) for tag, record in options}
            return partial(_write_tagged, writers)
        case _:
            return None


def _write_or_null(inner: Writer, value: object) -> object:
    return None if value is None else inner(value)


def _write_many(inner: Writer, value: object) -> object:
    return [inner(item) for item in cast("tuple[object, ...]", value)]


def _write_tagged(writers: dict[type, tuple[str, Writer]], value: object) -> object:
    tag, write = writers[type(value)]
    return {"kind": tag, **cast("dict[str, object]", write(value))}


def _record_writer(record: Record) -> Writer:
    fields = [(field.name, _writer(field.shape)) for field in record.fields]
    if any(writer for _, writer in fields):

        def write(value: object) -> object:
            return {
                name: getattr(value, name) if writer is None else writer(getattr(value, name))
                for name, writer in fields
            }

        return write
    names = [name for name, _ in fields]
    return lambda value: {name: getattr(value, name) for name in names}


def _text_writer(record: Record) -> Callable[[object], str]:
    write = _record_writer(record)
    return lambda value: encode(write(value)).decode()


_EVENT_WRITERS = {kind: _text_writer(record_of(of, "kind")) for kind, of in EVENT_TYPES.items()}
_EVENT_READERS = {kind: reader(record_of(of, "kind"), bounded=False) for kind, of in EVENT_TYPES.items()}
_COMMAND_WRITERS = {do: _record_writer(record_of(of, "do")) for do, of in COMMAND_TYPES.items()}
_COMMAND_READERS = {do: reader(record_of(of, "do"), bounded=True) for do, of in COMMAND_TYPES.items()}
