"""A batch: orders decided one after the other on a tentative state. The actor commits it, or drops it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.facilitation.actors import Integrator
from app.facilitation.commands import (
    AdvanceClock,
    CreateSession,
    ReportSpeech,
    StartSpeech,
    StillSpeaking,
    StopSpeech,
)
from app.facilitation.decider import clock_reached, next_deadline, step
from app.facilitation.draft import Arrival, Recorded
from app.facilitation.ids import ConnectionId
from app.facilitation.refusals import Refused
from app.facilitation.state import State
from app.rooms.connection import Connection
from app.rooms.orders import Order, Outcome


class Batch(NamedTuple):
    """What would be true, what has to be written for it, and what each order is answered then, in order."""

    state: State
    recorded: tuple[Recorded, ...]
    outcomes: tuple[Outcome, ...]
    driven_at: int | None
    """Where a driven clock stands after it."""


def decide(state: State, orders: Sequence[Order], driven_at: int | None) -> Batch:
    """Decide orders forward. `driven_at`: where the session's clock stands, if a replayer drives it."""
    recorded: list[Recorded] = []
    outcomes: list[Outcome] = []
    for order in orders:
        now = _session_time_of(order, driven_at)
        arrival = Arrival(order.command_id, order.actor, now, order.new_id, order.lot, connection_of(order))
        try:
            accepted = step(state, order.command, arrival)
        except Refused as refused:
            outcomes.append(refused)
            # What was due before it happened all the same, whatever became of the command.
            reached = now if driven_at is None else driven_at
            due = next_deadline(state)
            if due is not None and due <= reached:
                caught_up = clock_reached(state, reached)
                state = caught_up.state
                recorded.extend(caught_up.recorded)
            continue
        state = accepted.state
        recorded.extend(accepted.recorded)
        outcomes.append(accepted.answer)
        if driven_at is not None and isinstance(order.command, AdvanceClock):
            driven_at = max(driven_at, order.command.to_at)
    return Batch(state, tuple(recorded), tuple(outcomes), driven_at)


def connection_of(order: Order) -> ConnectionId | None:
    """The live connection that an order came over."""
    return order.settled.id if isinstance(order.settled, Connection) else None


def _session_time_of(order: Order, driven_at: int | None) -> int:
    """When an order happens. On a driven clock a report says when; all else happens where it stands."""
    command = order.command
    if isinstance(command, CreateSession) and command.clock.kind != "wall":
        # Until now the session had the wall's clock; its first event stands at the start of its own.
        return command.clock.start_at
    if driven_at is None:
        return order.arrived_at
    if isinstance(command, AdvanceClock):
        return max(driven_at, command.to_at)
    if not isinstance(order.actor, Integrator):
        return driven_at
    if isinstance(command, ReportSpeech):
        return max((driven_at, *(utterance.to_at for utterance in command.utterances)))
    if isinstance(command, StartSpeech | StillSpeaking | StopSpeech) and command.observed_at is not None:
        return max(driven_at, command.observed_at)
    return driven_at
