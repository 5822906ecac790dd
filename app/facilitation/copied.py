"""How the records of the state are copied with something changed: what every event of every log does, several
times.

A named tuple's own `_replace` looks up each of its fields. This one copies all of them and puts in what is
new, in about half the time.
"""

from typing import NamedTuple, TypeVar

R = TypeVar("R", bound=NamedTuple)


def often(record: type[R]) -> type[R]:
    """Decorates a named tuple of which many copies are made: its `_replace` does what it did. Only a name
    that is no field raises KeyError instead of ValueError; mypy finds those before."""
    places = {name: place for place, name in enumerate(record._fields)}
    make = tuple.__new__

    def replaced(self: R, /, **changes: object) -> R:
        values: list[object] = [*self]
        for name, value in changes.items():
            values[places[name]] = value
        return make(record, values)

    setattr(record, "_replace", replaced)  # noqa: B010 - to types it is final
    return record
