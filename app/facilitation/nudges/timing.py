"""When to look next: on a grid of one second from the session's opening, and only when something can have
changed.

Conditions change by events, by talk that goes on, and by the passing of time alone. So while somebody is
heard, and shortly after each event (until what was said has settled), every second is looked at. In a silent
room only the moments are that time alone makes: somebody's quiet grows long enough, or a dose, a cooldown, a
pause is over. Depending on nothing but the state, these moments are the same in a replay at any rate.
"""

from app.facilitation.ids import Mode, Status
from app.facilitation.nudges.dose import gates
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.settings import THRESHOLDS
from app.facilitation.state import State

GRID_MS = 1_000
SETTLED_MS = 2_000
"""So long after the last event speech is settled and classified (500 ms, and 1 s for a short utterance)."""


def grid_from(opened_at: int, at: int) -> int:
    """The first moment of the grid at or after `at`."""
    return opened_at + -(-(at - opened_at) // GRID_MS) * GRID_MS


def next_check(state: State) -> int | None:
    """The next moment after `looked_at` at which a rule could find something new; None while only an event
    could."""
    opened_at = state.session.opened_at
    if opened_at is None or state.session.status is not Status.open:
        return None
    looked_at = state.looked_at
    earliest = max(looked_at + 1, opened_at + THRESHOLDS.quiet_least_ms)
    heard = bool(state.sources.open) or (state.floor.turn is not None and state.floor.mode is Mode.queue)
    if heard or looked_at < state.last_at + SETTLED_MS:
        return grid_from(opened_at, earliest)
    changes = _silent(Look(state, looked_at), opened_at, earliest)
    return None if changes is None else grid_from(opened_at, changes)


def _silent(look: Look, opened_at: int, earliest: int) -> int | None:
    """When time alone next changes something in a room in which nobody is heard."""
    state, looked_at = look.state, look.at
    if not look.session.measured:
        return None
    # Old talk leaves the window: what is left of it may become mostly one person's, or no longer be.
    if look.talked_in_window(THRESHOLDS.dominant_talk_ms):
        return earliest
    times = list(gates(state.nudges, looked_at))
    if looked_at < opened_at + THRESHOLDS.start_ms:
        times.append(opened_at + THRESHOLDS.start_ms)
    threshold_ms = look.quiet_threshold_ms
    for participant, own in look.session.people.items():
        if own.quiet_ms < threshold_ms and look.counted(participant):
            times.append(looked_at + threshold_ms - own.quiet_ms)
    return max(earliest, min(times)) if times else None
