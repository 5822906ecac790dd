"""Readers made from shapes: from what `json.loads` gives to typed values, or a reason why not."""

from collections.abc import Callable
from dataclasses import MISSING
from math import isfinite

from app.wire.shapes import (
    MAX_ITEMS,
    MAX_WHOLE,
    Choice,
    Many,
    Number,
    OrNull,
    Record,
    Row,
    Shape,
    Tagged,
    Text,
    Truth,
    Whole,
)

Reader = Callable[[object], object]

# Control characters, lone surrogates and the marks that reverse the direction of the text around them: none
# can be seen on a screen, and the last make a name look like another.
_UNSEEN = {
    *range(0x20),
    *range(0x7F, 0xA0),
    0x2028,
    0x2029,
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    0xFEFF,
}
_SURROGATES = range(0xD800, 0xE000)


class Unreadable(Exception):
    """Why a value is refused: `path` leads to it, `code` is the refusal's."""

    def __init__(self, why: str, code: str = "malformed") -> None:
        super().__init__(why)
        self.why = why
        self.code = code
        self.path: list[str | int] = []

    @property
    def place(self) -> str:
        """The path as one writes it: `people[2].name`."""
        text = ""
        for step in reversed(self.path):
            text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
        return text


def reader(shape: Shape, *, bounded: bool) -> Reader:
    """The reader of a shape. `bounded`: lengths, counts and characters are limited (all from outside)."""
    match shape:
        case Text(limit, _):
            return _bounded_text(limit) if bounded else _text
        case Whole():
            return _whole if bounded else _integer
        case Number(keep_whole):
            return _number if keep_whole else _float
        case Truth():
            return _truth
        case Choice(values, of):
            return _choice({value: of(value) if of else value for value in values})
        case OrNull(of):
            return _or_null(reader(of, bounded=bounded))
        case Many(of):
            return _many(reader(of, bounded=bounded), MAX_ITEMS if bounded else None)
        case Row(parts):
            return _row([reader(part, bounded=bounded) for part in parts])
        case Record():
            return _record(shape, bounded)
        case Tagged(options):
            return _tagged({tag: _record(record, bounded) for tag, record in options})
        case _:
            raise TypeError(f"{shape} is only ever sent, never read.")


def _text(value: object) -> object:
    if type(value) is not str:
        raise Unreadable("must be text")
    return value


def _bounded_text(limit: int) -> Reader:
    def read(value: object) -> object:
        if type(value) is not str:
            raise Unreadable("must be text")
        if len(value) > limit:
            raise Unreadable(f"is too long: at most {limit} characters", "too_long")
        if not (value.isascii() and value.isprintable()):
            for character in value:
                if ord(character) in _UNSEEN or ord(character) in _SURROGATES:
                    raise Unreadable(
                        f"has a character that cannot be shown (U+{ord(character):04X}): take it out"
                    )
        return value

    return read


def _whole(value: object) -> object:
    if type(value) is not int or not 0 <= value <= MAX_WHOLE:
        raise Unreadable(f"must be a whole number from 0 to {MAX_WHOLE}")
    return value


def _integer(value: object) -> object:
    if type(value) is not int:
        raise Unreadable("must be a whole number")
    return value


def _number(value: object) -> object:
    if type(value) is int:
        return value
    return _float(value)


def _float(value: object) -> object:
    if type(value) is int and abs(value) <= MAX_WHOLE:
        return float(value)
    if type(value) is not float or not isfinite(value):
        raise Unreadable("must be a number")
    return value


def _truth(value: object) -> object:
    if type(value) is not bool:
        raise Unreadable("must be true or false")
    return value


def _choice(members: dict[str, str]) -> Reader:
    words = ", ".join(members)

    def read(value: object) -> object:
        if type(value) is not str or value not in members:
            raise Unreadable(f"must be one of: {words}")
        return members[value]

    return read


def _or_null(inner: Reader) -> Reader:
    def read(value: object) -> object:
        return None if value is None else inner(value)

    return read


def _many(inner: Reader, limit: int | None) -> Reader:
    def read(value: object) -> object:
        if type(value) is not list:
            raise Unreadable("must be a list")
        if limit is not None and len(value) > limit:
            raise Unreadable(f"has {len(value)} items: send at most {limit} at a time", "too_many")
        items: list[object] = []
        try:
            # No comprehension: the number of items read so far is the place of the one that is refused.
            for item in value:
                items.append(inner(item))  # noqa: PERF401
        except Unreadable as unreadable:
            unreadable.path.append(len(items))
            raise
        return tuple(items)

    return read


def _row(parts: list[Reader]) -> Reader:
    def read(value: object) -> object:
        if type(value) is not list or len(value) != len(parts):
            raise Unreadable(f"must be a list of {len(parts)}")
        return tuple([part(item) for part, item in zip(parts, value, strict=True)])

    return read


def _tagged(readers: dict[str, Reader]) -> Reader:
    def read(value: object) -> object:
        if type(value) is not dict:
            raise Unreadable("must be an object")
        fields = dict(value)
        inner = readers.get(fields.pop("kind", None))
        if inner is None:
            raise Unreadable("is of an unknown kind")
        return inner(fields)

    return read


def _record(record: Record, bounded: bool) -> Reader:
    make = record.of
    fields = [
        (field.name, reader(field.shape, bounded=bounded), field.required, field.default)
        for field in record.fields
    ]
    known = {field.name for field in record.fields}

    def read(value: object) -> object:
        if type(value) is not dict:
            raise Unreadable("must be an object")
        seen = 0
        name = ""
        arguments = []
        try:
            for name, inner, required, default in fields:
                item = value.get(name, MISSING)
                if item is not MISSING:
                    seen += 1
                    arguments.append(inner(item))
                elif required:
                    raise Unreadable("is missing: add it")
                else:
                    arguments.append(default)
            if seen != len(value):
                name = next(str(key) for key in value if key not in known)[:MAX_SHOWN]
                raise Unreadable("is not known here: leave it out")
        except Unreadable as unreadable:
            unreadable.path.append(name)
            raise
        return make(*arguments)

    return read


MAX_SHOWN = 40
"""Characters of an unknown name that a refusal repeats."""
