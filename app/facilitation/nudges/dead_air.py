"""`dead_air`: nobody speaks for a while where anyone may. People may be thinking, so it asks once for each
silence, and not while somebody prepares what to say.
"""

from app.facilitation.ids import Mode
from app.facilitation.nudges.actions import BY_VOICE, GO_ROUND
from app.facilitation.nudges.look import Look, measured_enough, standing_in_silence
from app.facilitation.nudges.record import Nudge
from app.facilitation.nudges.rule import Finding, ForGroup, Held, Rule
from app.facilitation.state import State

LEAST_PEOPLE = 2


def silent_since(state: State) -> int | None:
    """Since when nobody is heard in open mode, though they could be; None: somebody is, or has the floor, or
    prepares."""
    floor, speech = state.floor, state.speech
    if floor.mode is not Mode.open or floor.turn is not None or speech.facts.running:
        return None
    if any(hand.composing for hand in state.queue.hands.values()):
        return None
    return max(speech.heard_until, state.session.opened_at or 0, floor.rested_at or 0, floor.mode_since_at)


def holding(state: State) -> tuple[Held, ...]:
    """A silence that goes on, where it could be noticed that somebody speaks."""
    since_at = silent_since(state)
    if since_at is None:
        return ()
    standing = standing_in_silence(state)
    if standing.measured < LEAST_PEOPLE or not measured_enough(standing, state.nudges.thresholds):
        return ()
    return (Held((None, ""), since_at + state.nudges.thresholds.dead_air_ms),)


def rests_on(state: State) -> tuple[object, ...]:
    """In open mode what is heard, by whom, and who prepares; else the mode."""
    floor = state.floor
    if floor.mode is not Mode.open:
        return (floor.mode,)
    speech = state.speech
    heard = speech.facts.running or speech.heard_until
    return (
        floor.turn,
        floor.rested_at,
        bool(speech.facts.running),
        None if speech.facts.running else heard,
        speech.ground,
        state.queue.hands,
        state.nudges.thresholds,
    )


def find(look: Look) -> tuple[Finding, ...]:
    """The silence, if it is one."""
    since_at = silent_since(look.state)
    if since_at is None or look.at - since_at < look.thresholds.dead_air_ms:
        return ()
    if look.people < LEAST_PEOPLE or not look.heard_enough:
        return ()
    facts = (("silence_ms", look.at - since_at), ("limit_ms", look.thresholds.dead_air_ms))
    return (Finding(None, facts),)


def asked_already(state: State, _: Finding, __: int) -> bool:
    """Whether this silence was told of: a room that is left alone must not go on nudging."""
    since_at = silent_since(state) or 0
    nudges = state.nudges
    newest = next((n for i in reversed(nudges.order) if (n := nudges.by_id[i]).rule == RULE.kind), None)
    return newest is not None and newest.raised_at > since_at


def actions(_: State, __: Nudge) -> tuple[str, ...]:
    """Everybody once, or a word."""
    return (GO_ROUND, BY_VOICE)


RULE = Rule(
    kind="dead_air",
    find=find,
    actions=actions,
    holding=holding,
    of=("floor", "queue", "speech"),
    rests_on=rests_on,
    left_in_peace=asked_already,
    for_group=ForGroup(frozenset({GO_ROUND})),
)
