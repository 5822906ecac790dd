"""What a message type looks like on the wire: dataclasses and typed dictionaries read once into plain shapes.

The codec makes its readers and writers from these, and the generated schema is written from the same, so that
what the schema allows and what the codec takes cannot drift apart.
"""

import dataclasses
import inspect
import types
from dataclasses import MISSING, dataclass
from enum import StrEnum
from functools import cache
from typing import (
    Annotated,
    Literal,
    NewType,
    NotRequired,
    Required,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)
from typing import is_typeddict as is_typed_dict

from app.facilitation.words import Longest

MAX_WHOLE = 2**53
"""The largest whole number that every JSON reader keeps exactly."""

MAX_ID_CHARACTERS = 64
MAX_TEXT_CHARACTERS = 200
MAX_ITEMS = 1_000


@dataclass(frozen=True, slots=True)
class Text:
    """A string of at most `limit` characters; `names` is the id type that it carries, if it is an id."""

    limit: int
    names: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """An integer from 0 to `MAX_WHOLE`: times, durations, places and counts are never negative."""


@dataclass(frozen=True, slots=True)
class Number:
    """A finite number, whole or not; `keep_whole`: an integer stays one."""

    keep_whole: bool


@dataclass(frozen=True, slots=True)
class Truth:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a few words; `of` is their enumeration, None where they are plain text."""

    values: tuple[str, ...]
    of: type[StrEnum] | None = None


@dataclass(frozen=True, slots=True)
class Either:
    """One of a few constants that are not all text."""

    values: tuple[str | int | bool, ...]


@dataclass(frozen=True, slots=True)
class OrNull:
    """The shape, or null."""

    of: "Shape"


@dataclass(frozen=True, slots=True)
class Many:
    """A list of at most `MAX_ITEMS`; a tuple in Python where `of_tuple`."""

    of: "Shape"


@dataclass(frozen=True, slots=True)
class Row:
    """A list of a fixed length, each place with its own shape."""

    parts: tuple["Shape", ...]


@dataclass(frozen=True, slots=True)
class Mapped:
    """An object keyed by ids (or other words)."""

    of: "Shape"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record; `default` is MISSING where there is none."""

    name: str
    shape: "Shape"
    required: bool
    default: object


@dataclass(frozen=True, slots=True)
class Record:
    """An object with named fields."""

    of: type
    fields: tuple[Field, ...]

    @property
    def name(self) -> str:
        return self.of.__name__

    @property
    def meaning(self) -> str:
        """The first paragraph of the type's docstring, on one line; empty where it has none of its own."""
        text = inspect.cleandoc(self.of.__doc__ or "")
        return "" if text.startswith(f"{self.name}(") else " ".join(text.split("\n\n")[0].split())


@dataclass(frozen=True, slots=True)
class Tagged:
    """One of several records, told apart by the constant in their field `kind`; only in the log."""

    options: tuple[tuple[str, Record], ...]


@dataclass(frozen=True, slots=True)
class Anything:
    """Whatever JSON holds; only in what the server sends."""


Shape = (
    Text
    | Whole
    | Number
    | Truth
    | Choice
    | Either
    | OrNull
    | Many
    | Row
    | Mapped
    | Record
    | Tagged
    | Anything
)

_PLAIN: dict[object, Shape] = {
    str: Text(MAX_TEXT_CHARACTERS),
    int: Whole(),
    float: Number(keep_whole=False),
    bool: Truth(),
    object: Anything(),
}


def shape_of(hint: object) -> Shape:
    """The shape of a type hint. Raises TypeError for what has none: at import, not at the first message."""
    if isinstance(hint, type) and hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, NewType):
        return Text(MAX_ID_CHARACTERS, hint.__name__)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Choice(tuple(member.value for member in hint), hint)
    if isinstance(hint, type) and (dataclasses.is_dataclass(hint) or is_typed_dict(hint)):
        return record_of(hint)
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in {Annotated, NotRequired, Required}:
        shape = shape_of(arguments[0])
        longest = next((each for each in arguments[1:] if isinstance(each, Longest)), None)
        return Text(longest.characters) if longest is not None else shape
    if origin is Literal:
        texts = tuple(value for value in arguments if isinstance(value, str))
        return Choice(texts) if len(texts) == len(arguments) else Either(arguments)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return Many(shape_of(arguments[0]))
    if origin is tuple:
        return Row(tuple(shape_of(part) for part in arguments))
    if origin is list:
        return Many(shape_of(arguments[0]))
    if origin is dict:
        return Mapped(shape_of(arguments[1]))
    if origin in {Union, types.UnionType}:
        rest = [part for part in arguments if part is not types.NoneType]
        if set(rest) == {int, float}:
            inner: Shape = Number(keep_whole=True)
        elif len(rest) == 1:
            inner = shape_of(rest[0])
        elif all(isinstance(part, type) and dataclasses.is_dataclass(part) for part in rest):
            inner = Tagged(tuple((tag_of(part, "kind"), record_of(part, "kind")) for part in rest))
        else:
            raise TypeError(f"{hint} has no shape on the wire.")
        return inner if len(rest) == len(arguments) else OrNull(inner)
    raise TypeError(f"{hint} has no shape on the wire.")


def record_of(kind: type, without: str = "") -> Record:
    """The record of a dataclass or typed dictionary; the field `without` (its tag) is left out."""
    return _record_of(kind, without)


@cache
def _record_of(kind: type, without: str) -> Record:
    hints = get_type_hints(kind, include_extras=True)
    if is_typed_dict(kind):
        required: frozenset[str] = vars(kind)["__required_keys__"]
        # `is` is a word of the protocol and of Python: typed dictionaries call it `is_`.
        return Record(
            kind,
            tuple(
                Field(name.rstrip("_"), shape_of(hint), name in required, MISSING)
                for name, hint in hints.items()
            ),
        )
    return Record(
        kind,
        tuple(
            Field(field.name, shape_of(hints[field.name]), field.default is MISSING, field.default)
            for field in dataclasses.fields(kind)
            if field.name != without
        ),
    )


def tag_of(kind: type, field: str) -> str:
    """The constant that a message class carries in its tag field (`do` or `kind`)."""
    value = next(each.default for each in dataclasses.fields(kind) if each.name == field)
    if not isinstance(value, str):
        raise TypeError(f"{kind.__name__}.{field} has no constant.")
    return value
