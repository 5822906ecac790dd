"""How a layer is rendered: section by section, and only the sections whose part of the state has changed.

A section that has not changed is the same object as before, so that a patch is found without comparing
whole views.
"""

from collections.abc import Callable
from dataclasses import dataclass
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


def render(layer: Layer, state: State, was: Rendered | None = None) -> Rendered:
    """The layer's view of a state, sharing with `was` whatever is the same."""
    view: JsonDict = {}
    for section in layer:
        before = was.view[section.name] if was is not None else None
        if was is not None and isinstance(before, dict):
            if _same(section.made_from(state), section.made_from(was.state)):
                view[section.name] = before
            else:
                view[section.name] = section.build(state, was.state, before)
        else:
            view[section.name] = section.build(state, None, None)
    return Rendered(state, view)


def _same(now: tuple[object, ...], then: tuple[object, ...]) -> bool:
    """Whether both hold the same objects; a plain loop, because every frame asks this of every section."""
    if len(now) != len(then):
        return False
    for one, other in zip(now, then, strict=True):  # noqa: SIM110
        if one is not other:
            return False
    return True
