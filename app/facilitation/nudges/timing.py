"""When to look next: on a grid of one second from the session's opening, and only when a rule could find
something new.

Each rule says how soon that could be, by speech (`Rule.ahead`) or by the clock (`Rule.holding`). What is kept
of it in the state (`State.outlook`, `State.watch`) is no fact but a bound, so a look that comes too early
finds nothing, and nothing depends on who looks when.
"""

from app.facilitation.ids import ParticipantId, Status
from app.facilitation.nudges.ahead import FAR, Ahead, Outlook, grid_from
from app.facilitation.nudges.dose import gates
from app.facilitation.nudges.registry import RULES, rule_of
from app.facilitation.nudges.watch import Watch, watching
from app.facilitation.state import State

FIRST_MS = 30_000
"""Nothing that speech alone could show is so before this much of a session."""


def next_check(state: State) -> int | None:
    """The next moment after `looked_at` at which a rule could find something new; None while only an event
    could."""
    if not _looks(state):
        return None
    return _next(state, watching(state), outlook(state))


def looked_ahead(state: State) -> tuple[Watch | None, Outlook | None, int | None]:
    """A watch and an outlook that stand, where they are needed, and the next check that follows from both."""
    if not _looks(state):
        return state.watch, state.outlook, None
    watch, known = watching(state), outlook(state)
    return watch, known or state.outlook, _next(state, watch, known)


def only_quiet(state: State, at: int) -> tuple[ParticipantId, ...] | None:
    """Who may just have grown quiet, where it is certain beforehand that a look at `at` would find nothing
    else: nothing to raise, and nothing over. None: anything may be. With hundreds of people most looks are
    made for somebody who grows quiet.
    """
    then = state._replace(looked_at=at)
    if state.outlook is None or not _hears(then) or watching(state).next_at <= at or not _standing(then):
        return None
    return tuple([who for quiet_at, _, who in state.outlook.later if quiet_at <= at])


def _looks(state: State) -> bool:
    return state.session.status is Status.open and state.floor.rest is None


def _opened_at(state: State) -> int:
    return state.session.opened_at or 0


def outlook(state: State) -> Outlook | None:
    """What stands of speech; None where no look follows from what is heard."""
    if not _hears(state):
        return None
    return _standing(state) or outlook_of(state)


def _hears(state: State) -> bool:
    return _listens(state) and state.looked_at >= _opened_at(state) + FIRST_MS


def _listens(state: State) -> bool:
    """Whether speech could show anything: while nobody has been heard, nobody is quieter than another."""
    speech = state.speech
    heard = bool(speech.told_ms or speech.facts.running) or speech.facts.corrected
    return heard and not state.floor.out_of_balance


def _standing(state: State) -> Outlook | None:
    return state.outlook.at(state) if state.outlook is not None else None


def _next(state: State, watch: Watch, known: Outlook | None) -> int | None:
    at, opened_at = watch.next_at, _opened_at(state)
    if known is not None:
        at = min(at, known.next_at(state))
    elif _listens(state):
        at = min(at, opened_at + FIRST_MS)
    return None if at >= FAR else grid_from(opened_at, max(at, state.looked_at + 1))


def outlook_of(state: State) -> Outlook:
    """What all rules say of the time ahead, and when time alone opens a gate or ends something."""
    ahead = Ahead(state)
    opened_at = state.session.opened_at or 0
    if ahead.at < opened_at + state.nudges.thresholds.start_ms:
        ahead.not_before(opened_at + state.nudges.thresholds.start_ms)
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
    return ahead.outlook()
