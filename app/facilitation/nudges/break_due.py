"""`break_due`: long without a break; sooner where somebody interprets or supports, which tires faster."""

from app.facilitation.ids import Role
from app.facilitation.nudges.actions import START_BREAK
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.record import Nudge
from app.facilitation.nudges.rule import Finding, ForGroup, Held, Rule, not_heard_since
from app.facilitation.nudges.settings import THRESHOLDS, Thresholds
from app.facilitation.state import State


def _since_at(state: State) -> int:
    return max(state.session.opened_at or 0, state.floor.rested_at or 0)


def supported(state: State) -> bool:
    """Whether an interpreter or another supporter is here."""
    return any(p.role is Role.supporter and p.here and not p.removed for p in state.people.by_id.values())


def limit_ms(asked: Thresholds, sooner: bool) -> int:
    """How long people go on without a break."""
    return min(asked.break_ms, asked.break_supported_ms) if sooner else asked.break_ms


def holding(state: State) -> tuple[Held, ...]:
    """Counted from the opening, or from the end of the last break."""
    if not any(p.here for p in state.people.by_id.values()):
        return ()
    return (Held((None, ""), _since_at(state) + limit_ms(state.nudges.thresholds, supported(state))),)


def rests_on(state: State) -> tuple[object, ...]:
    """Who is here, and when the last break ended."""
    return state.people, state.floor.rested_at, state.session, state.nudges.thresholds


def find(look: Look) -> tuple[Finding, ...]:
    """A break is due."""
    state, worked_ms = look.state, look.at - _since_at(look.state)
    if not any(p.here for p in state.people.by_id.values()):
        return ()
    sooner = supported(state)
    limit = limit_ms(state.nudges.thresholds, sooner)
    if worked_ms < limit:
        return ()
    facts = (("worked_ms", worked_ms), ("limit_ms", limit), ("supported", int(sooner)))
    return (Finding(None, facts),)


def actions(state: State, _: Nudge) -> tuple[str, ...]:
    """Ten minutes, now."""
    return (START_BREAK,) if state.floor.rest is None else ()


RULE = Rule(
    kind="break_due",
    find=find,
    actions=actions,
    holding=holding,
    of=("people", "floor"),
    rests_on=rests_on,
    left_in_peace=not_heard_since("break_due"),
    cooldown_ms=THRESHOLDS.dominant_cooldown_ms,
    for_group=ForGroup(frozenset({START_BREAK})),
)
