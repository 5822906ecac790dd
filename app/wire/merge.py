"""JSON Merge Patch (RFC 7396) between two views.

A view is an object without null anywhere, so that null in a patch can only mean "gone". Sections that are the
same object in both views are skipped without a look inside: the core reuses what did not change.
"""

from collections.abc import Mapping
from typing import cast

_NOTHING = object()
_PLAIN = frozenset({str, int, float, bool})
"""Of one of these types, equal values are the same JSON."""


def diff(was: Mapping[str, object], now: Mapping[str, object]) -> dict[str, object]:
    """The smallest patch that makes `now` of `was`; empty where they are equal. Lists are replaced whole."""
    patch: dict[str, object] = {}
    added = 0
    for key, new in now.items():
        old = was.get(key, _NOTHING)
        if old is new:
            continue
        kind = type(new)
        if kind is not type(old):
            added += old is _NOTHING
            patch[key] = new
        elif kind is dict:
            inner = diff(cast("dict[str, object]", old), cast("dict[str, object]", new))
            if inner:
                patch[key] = inner
        elif old != new if kind in _PLAIN else not same(old, new):
            patch[key] = new
    if len(was) + added > len(now):
        for key in was:
            if key not in now:
                patch[key] = None
    return patch


def apply(patch: Mapping[str, object], was: Mapping[str, object]) -> dict[str, object]:
    """The view that the patch makes of `was`, which stays as it is."""
    now = dict(was)
    for key, new in patch.items():
        if new is None:
            now.pop(key, None)
        elif isinstance(new, dict):
            old = now.get(key)
            now[key] = apply(new, old if isinstance(old, dict) else {})
        else:
            now[key] = new
    return now


def same(one: object, other: object) -> bool:
    """Whether two values are the same JSON: in Python True equals 1 and 1 equals 1.0, there they differ."""
    if one is other:
        return True
    if isinstance(one, str) or one != other:
        return one == other
    if isinstance(one, (list, tuple)):
        return (
            isinstance(other, (list, tuple))
            and len(one) == len(other)
            and all(same(*pair) for pair in zip(one, other, strict=True))
        )
    if isinstance(one, dict):
        return (
            isinstance(other, dict)
            and one.keys() == other.keys()
            and all(same(one[key], other[key]) for key in one)
        )
    return type(one) is type(other) and one == other
