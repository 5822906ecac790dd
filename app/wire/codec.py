"""Events and commands to JSON and back.

Readers and writers are made once, at import, from the fields of the dataclasses. What comes from outside is
read strictly and within bounds; what the log holds was checked when it was written, and is read without the
bounds, so that a tightened bound never makes an old log unreadable.
"""

import json
from collections.abc import Callable
from functools import partial
from typing import TypeVar, cast, get_args

from app.facilitation.commands import Command
from app.facilitation.events import Event, version_of
from app.wire.malformed import Malformed
from app.wire.reading import MAX_SHOWN, Reader, Unreadable, reader
from app.wire.shapes import Many, OrNull, Record, Shape, record_of, tag_of

COMMAND_TYPES: dict[str, type] = {tag_of(kind, "do"): kind for kind in get_args(Command)}
EVENT_TYPES: dict[str, type] = {tag_of(kind, "kind"): kind for kind in get_args(Event)}

T = TypeVar("T")
Writer = Callable[[object], object]

dumps = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode
"""Compact JSON text. Raises ValueError for what is not finite."""

_scan = json.JSONDecoder().raw_decode


class UnknownEvent(Exception):
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

    Raises UnknownEvent.
    """
    read = _EVENT_READERS.get(kind)
    if read is None or version != version_of(kind):
        raise UnknownEvent(kind, version)
    try:
        value, end = _scan(body)
        if end != len(body):
            raise ValueError("more than one value")
        return cast("Event", read(value))
    except Unreadable as unreadable:
        raise UnknownEvent(kind, version, f"{unreadable.place} {unreadable.why}") from None
    except (ValueError, RecursionError) as error:
        raise UnknownEvent(kind, version, "the body is no JSON") from error


def command_to_json(command: Command) -> dict[str, object]:
    """The command as a JSON-ready object with its `do`."""
    return {"do": command.do, **cast("dict[str, object]", _COMMAND_WRITERS[command.do](command))}


def command_from_json(body: dict[str, object]) -> Command:
    """The command that a frame or a REST body holds (without the frame's own `id`).

    Raises Malformed: `unknown_command`, `name_too_long`, `too_many` or `malformed`.
    """
    do = body.get("do")
    if type(do) is not str:
        raise Malformed("malformed", 'Say what to do: the field "do" is missing or is not text.')
    read = _COMMAND_READERS.get(do)
    if read is None:
        raise Malformed(
            "unknown_command", f"There is no command {_shown(do)}. See the list on the protocol page."
        )
    fields = dict(body)
    del fields["do"]
    return cast("Command", _read(read, fields, do))


def _read(read: Reader, value: object, what: str) -> object:
    try:
        return read(value)
    except Unreadable as unreadable:
        raise malformed(unreadable, what) from None


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
        value = json.loads(text, parse_constant=_no_constant)
    except RecursionError:
        raise Malformed("malformed", "The message is nested too deep. Send a flat object.") from None
    except ValueError:
        raise Malformed("malformed", "The message is not JSON. Send one JSON object in UTF-8.") from None
    if type(value) is not dict:
        raise Malformed("malformed", "The message must be one JSON object.")
    return value


def _no_constant(name: str) -> object:
    raise ValueError(name)


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
        case _:
            return None


def _write_or_null(inner: Writer, value: object) -> object:
    return None if value is None else inner(value)


def _write_many(inner: Writer, value: object) -> object:
    return [inner(item) for item in cast("tuple[object, ...]", value)]


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
    return lambda value: dumps(write(value))


_EVENT_WRITERS = {kind: _text_writer(record_of(of, "kind")) for kind, of in EVENT_TYPES.items()}
_EVENT_READERS = {kind: reader(record_of(of, "kind"), bounded=False) for kind, of in EVENT_TYPES.items()}
_COMMAND_WRITERS = {do: _record_writer(record_of(of, "do")) for do, of in COMMAND_TYPES.items()}
_COMMAND_READERS = {do: reader(record_of(of, "do"), bounded=True) for do, of in COMMAND_TYPES.items()}
