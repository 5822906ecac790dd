"""When to look next: on a grid of one second from the session's opening, and only when a rule could find
something new.

Each rule says how soon that could be (`Rule.ahead`); what is kept of it in the state (`State.outlook`) is no
fact but a bound, so a look that comes too early finds nothing, and nothing depends on who looks when.
"""

from app.facilitation.ids import Status
from app.facilitation.nudges.ahead import FAR, GRID_MS, Ahead, Outlook
from app.facilitation.nudges.dose import gates
from app.facilitation.nudges.registry import RULES, rule_of
from app.facilitation.nudges.settings import THRESHOLDS
from app.facilitation.state import State


def grid_from(opened_at: int, at: int) -> int:
    """The first moment of the grid at or after `at`."""
    return opened_at + -(-(at - opened_at) // GRID_MS) * GRID_MS


def next_check(state: State) -> int | None:
    """The next moment after `looked_at` at which a rule could find something new; None while only an event
    could."""
    opened_at = state.session.opened_at
    if opened_at is None or state.session.status is not Status.open:
        return None
    first_at = opened_at + THRESHOLDS.quiet_least_ms
    if state.looked_at < first_at:
        return grid_from(opened_at, first_at)
    known = state.outlook
    outlook = known if known is not None and known.stands(state) else outlook_of(state)
    at = outlook.next_at(state)
    return None if at >= FAR else grid_from(opened_at, at)


def looked_ahead(state: State) -> State:
    """The same state, with an outlook that stands, where one is needed."""
    opened_at = state.session.opened_at
    if (
        opened_at is None
        or state.session.status is not Status.open
        or state.looked_at < opened_at + THRESHOLDS.quiet_least_ms
    ):
        return state
    known = state.outlook
    if known is not None and known.stands(state):
        return state
    return state._replace(outlook=outlook_of(state))


def outlook_of(state: State) -> Outlook:
    """What all rules say of the time ahead, and when time alone opens a gate or ends something."""
    ahead = Ahead(state)
    opened_at = state.session.opened_at or 0
    if ahead.at < opened_at + THRESHOLDS.start_ms:
        ahead.not_before(opened_at + THRESHOLDS.start_ms)
    for at in gates(state.nudges, ahead.at):
        ahead.not_before(at)
    if ahead.prospects.steady:
        for nudge_id in state.nudges.live:
            nudge = state.nudges.by_id[nudge_id]
            rule_of(nudge.rule).ends(ahead, nudge)
        for rule in RULES:
            rule.ahead(ahead)
    else:
        ahead.at_once()
    if ahead.until_at < FAR:
        # So that it stands until that look was made.
        ahead.until_at = grid_from(opened_at, ahead.until_at)
    return ahead.outlook()
