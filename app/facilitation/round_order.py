"""In which order a round goes: by seat or by lot, never by who was heard how much."""

from app.facilitation.ids import ParticipantId
from app.facilitation.lots import place_by_lot
from app.facilitation.state import State


def seats(state: State, first: ParticipantId | None = None) -> tuple[ParticipantId, ...]:
    """Everybody who is counted and here, in the order of their seats; begun at `first`."""
    people = (state.people.by_id[who] for who in state.people.order)
    order = [person.id for person in people if person.counted and person.here and not person.away]
    start = order.index(first) if first is not None and first in order else 0
    return (*order[start:], *order[:start])


def by_lot(order: tuple[ParticipantId, ...], lot: int) -> tuple[ParticipantId, ...]:
    """The same people, shuffled by a lot."""
    return tuple(sorted(order, key=lambda who: place_by_lot(who, str(lot))))


def to_come(state: State) -> tuple[ParticipantId, ...]:
    """Who has yet to speak in the round: the first chance of all, then the second of those who wanted one."""
    going = state.floor.round
    if going is None:
        return ()
    first = (who for who in going.order if who not in going.had and who not in going.later)
    return (*first, *going.later)


def next_in_round(state: State) -> ParticipantId | None:
    """Whose turn in the round it is: the first of those to come who could speak now."""
    by_id = state.people.by_id
    return next((who for who in to_come(state) if by_id[who].reachable and not by_id[who].away), None)
