"""`hand_waiting`: somebody has had a hand up for long. Of several, whoever waits longest: the others come
after them.
"""

from operator import attrgetter

from app.facilitation.ids import Mode, ParticipantId
from app.facilitation.nudges.actions import BY_VOICE, GIVE_FLOOR
from app.facilitation.nudges.ahead import GRID_MS
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.record import Nudge
from app.facilitation.nudges.rule import Finding, ForGroup, Held, Rule, not_heard_since
from app.facilitation.queue import is_ready, ready_hands
from app.facilitation.state import State

_asked = attrgetter("asked_at", "participant")


def _patience_ms(state: State) -> int | None:
    """How long a hand may be up in this mode; None: as long as the mode lasts (a round, a talk)."""
    asked = state.nudges.thresholds
    match state.floor.mode:
        case Mode.open:
            return asked.waiting_open_ms
        case Mode.queue | Mode.timed:
            return asked.waiting_queue_ms
        case _:
            return None


def holding(state: State) -> tuple[Held, ...]:
    """Who could speak and has asked first. Whoever prepares, or is gone for a moment, could not."""
    patience_ms = _patience_ms(state)
    if patience_ms is None:
        return ()
    for hand in sorted(state.queue.hands.values(), key=_asked):
        if is_ready(state, hand):
            return (Held((hand.participant, ""), hand.asked_at + patience_ms),)
    return ()


def crosses(state: State) -> tuple[int, ...]:
    """When each hand will have been up for so long, the first one's or not, whoever could speak then."""
    patience_ms = _patience_ms(state)
    if patience_ms is None:
        return ()
    return tuple([hand.asked_at + patience_ms for hand in state.queue.hands.values()])


def crossed(look: Look) -> tuple[ParticipantId, ...]:
    """Whose hand has just been up for so long."""
    patience_ms = _patience_ms(look.state)
    if patience_ms is None:
        return ()
    asked_at = look.at - patience_ms
    ready = ready_hands(look.state)
    return tuple([hand.participant for hand in ready if asked_at - GRID_MS < hand.asked_at <= asked_at])


def rests_on(state: State) -> tuple[object, ...]:
    """The hands, the mode, and who is here."""
    return state.queue.hands, state.floor.mode, state.people, state.nudges.thresholds


def find(look: Look) -> tuple[Finding, ...]:
    """The one who has waited longest, if that is too long."""
    state = look.state
    return tuple(
        Finding(
            who,
            (
                ("waited_ms", look.at - state.queue.hands[who].asked_at),
                ("limit_ms", _patience_ms(state) or 0),
                ("waiting", len(state.queue.hands)),
            ),
        )
        for (who, _), from_at in holding(state)
        if who is not None and from_at <= look.at
    )


def can_have_the_floor(state: State, participant: ParticipantId | None) -> bool:
    """Whether the floor could be given to somebody, now or next."""
    person = state.person(participant) if participant is not None else None
    if person is None or person.removed or state.floor.rest is not None:
        return False
    return state.floor.mode in (Mode.open, Mode.queue, Mode.timed)


def actions(state: State, nudge: Nudge) -> tuple[str, ...]:
    """The floor, or a word to them."""
    return (GIVE_FLOOR, BY_VOICE) if can_have_the_floor(state, nudge.subject) else (BY_VOICE,)


RULE = Rule(
    kind="hand_waiting",
    find=find,
    actions=actions,
    holding=holding,
    of=("queue", "floor", "people"),
    rests_on=rests_on,
    left_in_peace=not_heard_since("hand_waiting"),
    invites=True,
    for_group=ForGroup(),
    crosses=crosses,
    crossed=crossed,
)
