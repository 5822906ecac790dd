"""Old events, lifted to the version that this release writes; nothing that was ever stored is rewritten or
skipped.

When an event's fields change their meaning, its kind gets a new version in `facilitation.events.VERSIONS`,
and here the function that makes the new body of the old one. Fields that are only added need none: they have
a default.
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from app.history.errors import UnknownEvent

Body: TypeAlias = dict[str, object]
Upcaster: TypeAlias = Callable[[Body], Body]

UPCASTERS: Mapping[tuple[str, int], Upcaster] = {}
"""From (kind, version) to what makes the body of the next version of it.

Release 0.1 is the first: there are none.
"""


def lift(
    kind: str, version: int, body: Body, upcasters: Mapping[tuple[str, int], Upcaster], current: int
) -> Body:
    """The body in the version `current`. Raises `UnknownEvent` when no way leads there."""
    if version > current:
        raise UnknownEvent(kind, version)
    for step in range(version, current):
        upcaster = upcasters.get((kind, step))
        if upcaster is None:
            raise UnknownEvent(kind, version)
        body = upcaster(body)
    return body
