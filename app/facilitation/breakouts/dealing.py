"""Who comes into which group: by lot, or so that places and perspectives are mixed."""

from collections.abc import Sequence

from app.facilitation.ids import ParticipantId
from app.facilitation.ordering import side_of
from app.facilitation.round_order import by_lot
from app.facilitation.state import Participant


def dealt(people: Sequence[Participant], count: int, lot: int, *, mixed: bool) -> list[list[ParticipantId]]:
    """So many groups whose sizes differ by one at most.

    People are dealt like cards: by lot; or, to mix them, kind by kind, where a kind is a side of the call
    with a perspective that stands beside the name. So two groups have as many of a kind, or one more.
    """
    order = by_lot(tuple(person.id for person in people), lot)
    if mixed:
        kinds = {person.id: (side_of(person.place), _perspective(person)) for person in people}
        order = tuple(sorted(order, key=lambda who: kinds[who]))
    groups: list[list[ParticipantId]] = [[] for _ in range(count)]
    for place, who in enumerate(order):
        groups[place % count].append(who)
    return groups


def _perspective(person: Participant) -> str:
    return person.perspective.public if person.perspective is not None else ""
