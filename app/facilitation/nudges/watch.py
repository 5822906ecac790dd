"""What the state alone says of the time ahead, without a figure of speech: a turn's limit, a hand, an agenda
item, a break, a silence; and when time opens a gate of the dose.

Kept in the state (`State.watch`). A kind is asked again where something that it rests on has changed, and
that is looked at only where a section of the state changed that it is read from: most commands concern no
kind, or one. Like an outlook it is no fact: nothing depends on who looks when.
"""

from collections.abc import Collection
from operator import attrgetter
from typing import NamedTuple

from app.facilitation.concerned import Concerned
from app.facilitation.nudges import dose
from app.facilitation.nudges.ahead import FAR, grid_from
from app.facilitation.nudges.record import Nudges
from app.facilitation.nudges.registry import RULES, rule_of
from app.facilitation.nudges.rule import Finding, Held, Key, Rule
from app.facilitation.state import Session, State

CLOCKED = tuple(rule for rule in RULES if rule.clocked)

_PLACES = {rule.kind: place for place, rule in enumerate(CLOCKED)}

_concerned = Concerned((number, rule.of) for number, rule in enumerate(CLOCKED))


class Part(NamedTuple):
    """What one kind says."""

    rests_on: tuple[object, ...]
    held: tuple[Held, ...]
    """For what it holds and from when on, whether anything may be raised or not."""
    crosses: tuple[int, ...]
    """When somebody crosses it."""
    next_at: int
    """The next moment at which it could find something new."""
    waits: bool
    """Whether it holds, and is left in peace until something that it does not rest on has changed."""


_NEXT_AT, _WAITS = attrgetter("next_at"), attrgetter("waits")


class Watch(NamedTuple):
    """The next moment at which one of these kinds could find something new, and what says so."""

    next_at: int
    gate_at: int
    """When time alone next lets something pass."""
    waits: bool
    """Whether one of the parts does."""
    parts: tuple[Part, ...]
    session: Session
    nudges: Nudges
    sections: tuple[object, ...]
    """The state that it was made from."""


def held(state: State, rule: Rule, at: int) -> Collection[Key]:
    """For what a kind may hold at a moment, as far as the state alone says so."""
    place = _PLACES.get(rule.kind)
    if place is None:
        return ()
    return [one.key for one in watching(state).parts[place].held if one.from_at <= at]


def watching(state: State) -> Watch:
    """The watch of a state: the one it has, if that stands."""
    known, at = state.watch, state.looked_at
    if (
        known is None
        or known.gate_at <= at
        or known.waits
        or known.session is not state.session
        or not known.nudges.holds_back_as(state.nudges)
    ):
        return _made(state, known)
    parts: list[Part] | None = None
    for number in _concerned(known.sections, state):
        rule, rests_on = CLOCKED[number], CLOCKED[number].rests_on(state)
        if rests_on != known.parts[number].rests_on:
            parts = list(known.parts) if parts is None else parts
            parts[number] = _asked(state, rule, rests_on)
    if known.next_at > at and parts is None:
        return known if known.nudges is state.nudges else known._replace(nudges=state.nudges)
    parts = list(known.parts) if parts is None else parts
    for number, part in enumerate(parts):
        if part.next_at <= at:
            parts[number] = _part(state, CLOCKED[number], part.rests_on, part.held, part.crosses)
    return _watch(state, known.gate_at, parts)


def _made(state: State, known: Watch | None) -> Watch:
    """Anew, but for what holds where nothing changed that it rests on."""
    nudges, parts = state.nudges, []
    for number, rule in enumerate(CLOCKED):
        was, rests_on = known.parts[number] if known is not None else None, rule.rests_on(state)
        if was is not None and was.rests_on == rests_on:
            parts.append(_part(state, rule, rests_on, was.held, was.crosses))
        else:
            parts.append(_asked(state, rule, rests_on))
    gate_at = known.gate_at if known is not None and known.nudges.holds_back_as(nudges) else 0
    if gate_at <= state.looked_at:
        gate_at = min(dose.gates(nudges, state.looked_at), default=FAR)
    return _watch(state, gate_at, parts)


def _watch(state: State, gate_at: int, parts: list[Part]) -> Watch:
    next_at = min(gate_at, *map(_NEXT_AT, parts))
    if state.nudges.live and _one_may_end(state, parts):
        next_at = min(next_at, state.looked_at + 1)
    waits = any(map(_WAITS, parts))
    return Watch(next_at, gate_at, waits, tuple(parts), state.session, state.nudges, state.sections)


def _asked(state: State, rule: Rule, rests_on: tuple[object, ...]) -> Part:
    return _part(state, rule, rests_on, tuple(rule.holding(state)), rule.crosses(state))


def _part(
    state: State, rule: Rule, rests_on: tuple[object, ...], held: tuple[Held, ...], crosses: tuple[int, ...]
) -> Part:
    nudges, at = state.nudges, state.looked_at
    opened_at = state.session.opened_at or 0
    next_at, waits = FAR, False
    upcoming = [from_at for from_at in crosses if from_at > at]
    if upcoming:
        next_at = grid_from(opened_at, min(upcoming), rule.every_ms)
    for one in held if not (rule.of_balance and state.floor.out_of_balance) else ():
        if one.from_at > at:
            next_at = min(next_at, grid_from(opened_at, one.from_at, rule.every_ms))
        elif dose.rested(nudges, rule, one.key, at) and dose.may_hear(nudges, rule, one.key, at):
            subject, about = one.key
            if rule.left_in_peace(state, Finding(subject, (), about), at):
                waits = True
            else:
                next_at = min(next_at, grid_from(opened_at, at + 1, rule.every_ms))
    return Part(rests_on, held, crosses, next_at, waits)


def _one_may_end(state: State, parts: list[Part]) -> bool:
    """Whether there is an open nudge that only the clock can end, and that holds no longer."""
    out_of_balance = state.floor.out_of_balance
    holding = {
        (rule.kind, one.key)
        for rule, part in zip(CLOCKED, parts, strict=True)
        if not (rule.of_balance and out_of_balance)
        for one in part.held
        if one.from_at <= state.looked_at
    }
    for nudge_id in state.nudges.live:
        nudge = state.nudges.by_id[nudge_id]
        rule = rule_of(nudge.rule)
        # Where nobody is counted no look follows from what is heard.
        uncounted = out_of_balance and rule.clocked and not rule.of_balance
        by_clock_alone = not rule.by_speech or uncounted
        if by_clock_alone and not any(kind == nudge.rule and nudge.concerns(*key) for kind, key in holding):
            return True
    return False
