"""What a change concerns, told by the sections of the state alone.

An event replaces the sections that it changes and shares the rest, so what is made of other sections need not
be looked at: a command that raises a hand asks nothing of agenda, ideas or nudges.
"""

from collections.abc import Iterable
from operator import is_
from typing import Generic, TypeVar

from app.facilitation.state import State

T = TypeVar("T")

ANY = State._fields
"""Made of whatever there is."""


class Concerned(Generic[T]):
    """Things, each with the sections of the state that it is made of; called with two states (or with the
    first so many sections of each), those that may differ between them, in their order.
    """

    def __init__(self, things: Iterable[tuple[T, tuple[str, ...]]]) -> None:
        self._things = tuple(things)
        unknown = {name for _, of in self._things for name in of} - set(State._fields)
        if unknown:
            raise ValueError(f"the state has no section {', '.join(sorted(unknown))}")
        # By which sections are the same: there are few ways in which commands change a session.
        self._known: dict[tuple[bool, ...], tuple[T, ...]] = {}

    def __call__(self, was: tuple[object, ...], now: tuple[object, ...]) -> tuple[T, ...]:
        same = tuple(map(is_, was, now))
        found = self._known.get(same)
        if found is None:
            differing = {name for name, alike in zip(State._fields, same, strict=False) if not alike}
            found = tuple([thing for thing, of in self._things if not differing.isdisjoint(of)])
            self._known[same] = found
        return found
