"""What the state alone says of the time ahead, without a figure of speech: a turn's limit, a hand, an agenda
item, a break, a silence; and when time opens a gate of the dose.

Kept in the state (`State.watch`) and made anew only where something that it rests on is another object: most
commands change none of it, or one thing. Like an outlook it is no fact: nothing depends on who looks when.
"""

from collections.abc import Mapping
from operator import is_
from typing import NamedTuple

from app.facilitation.agenda_state import Agenda
from app.facilitation.ids import Mode, ParticipantId
from app.facilitation.nudges import divergence, dose, early_agreement, idea_unheard, pushing
from app.facilitation.nudges.ahead import FAR, grid_from
from app.facilitation.nudges.record import Nudges
from app.facilitation.nudges.registry import RULES, rule_of
from app.facilitation.nudges.rule import Finding, Held, Key
from app.facilitation.perspectives.record import Perspectives
from app.facilitation.speech import Hearing
from app.facilitation.state import Floor, People, State
from app.facilitation.turntaking import Hand

CLOCKED = tuple(rule for rule in RULES if rule.clocked)


class Watch(NamedTuple):
    """The next moment at which one of these rules could find something new, and all that this rests on."""

    next_at: int
    gate_at: int
    floor: Floor
    hands: Mapping[ParticipantId, Hand]
    agenda: Agenda
    people: People
    nudges: Nudges
    perspectives: Perspectives
    weighing: tuple[tuple[object, ...], ...]
    """Ideas, how they were weighed, and what is decided, where any of it matters."""
    speech: Hearing | None
    """Where it matters who is heard: in open mode, by perspective, and while something waits for anybody to
    be heard."""
    parts: tuple[tuple[tuple[object, ...], tuple[Held, ...]], ...]
    """For each rule what it rests on, and what holds."""

    def stands(self, state: State) -> bool:
        """Whether nothing of it changed, and its moment has not come."""
        return (
            self.next_at > state.looked_at
            and self.floor is state.floor
            and self.hands is state.queue.hands
            and self.nudges is state.nudges
            and self.people is state.people
            and self.agenda is state.agenda
            and self.perspectives is state.perspectives
            and _all_same(self.weighing, _weighing(state))
            and (self.speech is None or self.speech is state.speech)
        )


def _weighing(state: State) -> tuple[tuple[object, ...], ...]:
    return tuple(rule.rests_on(state) for rule in (pushing, early_agreement, divergence, idea_unheard))


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and all(map(is_, one, other))


def _all_same(ones: tuple[tuple[object, ...], ...], others: tuple[tuple[object, ...], ...]) -> bool:
    return all(map(_same, ones, others))


def watching(state: State) -> Watch:
    """The watch of a state: the one it has, if that stands."""
    known = state.watch
    if known is not None and known.stands(state):
        return known
    nudges, at = state.nudges, state.looked_at
    parts = _parts(state, known)
    gate_at = known.gate_at if known is not None and known.nudges is nudges and known.gate_at > at else None
    if gate_at is None:
        gate_at = min(dose.gates(nudges, at), default=FAR)
    next_at, waits = gate_at, False
    holding: set[tuple[str, Key]] = set()
    opened_at = state.session.opened_at or 0
    for rule, (_, held) in zip(CLOCKED, parts, strict=True):
        for one in held if not (rule.of_balance and state.floor.out_of_balance) else ():
            holding.add((rule.kind, one.key))
            if one.from_at > at:
                next_at = min(next_at, grid_from(opened_at, one.from_at, rule.every_ms))
            elif dose.rested(nudges, rule, one.key, at) and dose.may_hear(nudges, rule, one.key, at):
                subject, about = one.key
                if rule.left_in_peace(state, Finding(subject, (), about), at):
                    waits = True
                else:
                    next_at = min(next_at, grid_from(opened_at, at + 1, rule.every_ms))
    for nudge_id in nudges.live:
        nudge = nudges.by_id[nudge_id]
        rule = rule_of(nudge.rule)
        # Where nobody is counted no look follows from what is heard.
        uncounted = state.floor.out_of_balance and rule.clocked and not rule.of_balance
        by_clock_alone = not rule.by_speech or uncounted
        if by_clock_alone and not any(kind == nudge.rule and nudge.concerns(*key) for kind, key in holding):
            next_at = min(next_at, at + 1)
    listens = waits or state.floor.mode is Mode.open or state.perspectives.published
    speech = state.speech if listens else None
    return Watch(
        next_at,
        gate_at,
        state.floor,
        state.queue.hands,
        state.agenda,
        state.people,
        nudges,
        state.perspectives,
        _weighing(state),
        speech,
        parts,
    )


def _parts(state: State, known: Watch | None) -> tuple[tuple[tuple[object, ...], tuple[Held, ...]], ...]:
    parts = []
    for number, rule in enumerate(CLOCKED):
        rests_on = rule.rests_on(state)
        was = known.parts[number] if known is not None else None
        if was is not None and _same(was[0], rests_on):
            parts.append(was)
        else:
            parts.append((rests_on, tuple(rule.holding(state))))
    return tuple(parts)
