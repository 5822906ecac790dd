"""How a layer is rendered: section by section, and only the sections whose part of the state has changed.

A section that has not changed is the same object as before, so that a patch is found without comparing
whole views.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter, is_
from typing import NamedTuple, TypeAlias

from app.facilitation.concerned import ANY, Concerned
from app.facilitation.jsonable import JsonDict
from app.facilitation.state import State

Parts: TypeAlias = Callable[[State], tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a layer: what it is made from, and how.

    `made_from` names sections of the state, or parts of them (`floor.policy`); or is a function that gives
    what it is made from, and `of` then names the sections that this may come from.

    `build` gets the state and, where there is one, the state and the view that it was made from last, to
    share parts of.
    """

    name: str
    made_from: tuple[str, ...] | Parts
    build: Callable[[State, State | None, JsonDict | None], JsonDict]
    of: tuple[str, ...] = ANY

    def sections(self) -> tuple[str, ...]:
        """The sections of the state that it is made of."""
        if callable(self.made_from):
            return self.of
        return tuple(path.partition(".")[0] for path in self.made_from)

    def parts(self) -> Parts | None:
        """What gives the parts of those sections that it is made from; None: they count whole."""
        if callable(self.made_from):
            return self.made_from
        if all("." not in path for path in self.made_from):
            return None
        first, *others = map(attrgetter, self.made_from)
        if others:
            return attrgetter(*self.made_from)
        return lambda state: (first(state),)


class Layer:
    """The sections of one layer."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self.sections = {section.name: section for section in sections}
        self.concerned = Concerned(
            ((section, section.parts()), section.sections()) for section in self.sections.values()
        )


class Rendered(NamedTuple):
    """A layer of a state; `view` is never changed in place."""

    state: State
    view: JsonDict
    anew: tuple[str, ...]
    """The sections that are not the same objects as in the view before."""


def render(layer: Layer, state: State, was: Rendered | None = None) -> Rendered:
    """The layer's view of a state, sharing with `was` whatever is the same."""
    if was is None:
        whole: JsonDict = {name: each.build(state, None, None) for name, each in layer.sections.items()}
        return Rendered(state, whole, tuple(whole))
    then = was.state
    made: JsonDict = {}
    for section, parts in layer.concerned(then, state):
        if parts is None or not _same(parts(then), parts(state)):
            before = was.view[section.name]
            made[section.name] = section.build(state, then, before if isinstance(before, dict) else None)
    return Rendered(state, {**was.view, **made} if made else was.view, tuple(made))


def _same(then: tuple[object, ...], now: tuple[object, ...]) -> bool:
    return len(then) == len(now) and all(map(is_, then, now))
