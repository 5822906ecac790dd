"""Cutting a list to so many by how often each was marked, without a hidden rule for ties."""

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")


def cut(marks: Mapping[T, int], most: int) -> tuple[tuple[T, ...], tuple[T, ...], int]:
    """(chosen, tied, free): those with the most marks, as long as all that have equally many fit.

    What nobody marked is out. The first equals that do not all fit are `tied` over the `free` places left: to
    take some of them by order or lot would be a choice that nobody made. Order of the input stands among
    equals.
    """
    chosen: list[T] = []
    for level in sorted({n for n in marks.values() if n > 0}, reverse=True):
        equals = [one for one, n in marks.items() if n == level]
        free = most - len(chosen)
        if len(equals) > free:
            return tuple(chosen), tuple(equals) if free else (), free
        chosen += equals
    return tuple(chosen), (), most - len(chosen)
