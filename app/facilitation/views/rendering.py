"""How a layer is rendered: section by section, and only the sections whose part of the state has changed.

A section that has not changed is the same object as before, so that a patch is found without comparing
whole views.
"""

from collections.abc import Callable
from dataclasses import dataclass
from operator import is_
from typing import TypeAlias

from app.facilitation.state import State

Json: TypeAlias = str | int | float | bool | list["Json"] | dict[str, "Json"]
JsonDict: TypeAlias = dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a layer: what it is made from, and how.

    `build` gets the state and, where there is one, the state and the view that it was made from last, to
    share parts of.
    """

    name: str
    made_from: Callable[[State], tuple[object, ...]]
    build: Callable[[State, State | None, JsonDict | None], JsonDict]


Layer: TypeAlias = tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A layer of a state; `view` is never changed in place."""

    state: State
    view: JsonDict
    made_from: tuple[tuple[object, ...], ...]
    """What each section was made from."""


def render(layer: Layer, state: State, was: Rendered | None = None) -> Rendered:
    """The layer's view of a state, sharing with `was` whatever is the same."""
    made_from = tuple([section.made_from(state) for section in layer])
    view: JsonDict = {}
    if was is None:
        for section in layer:
            view[section.name] = section.build(state, None, None)
        return Rendered(state, view, made_from)
    for section, now, then in zip(layer, made_from, was.made_from, strict=True):
        name = section.name
        before = was.view[name]
        if len(now) == len(then) and all(map(is_, now, then)):
            view[name] = before
        else:
            view[name] = section.build(state, was.state, before if isinstance(before, dict) else None)
    return Rendered(state, view, made_from)
