"""`chair_talk`: facilitators together have much of the last ten minutes' talk. They are not in the balance,
so nothing else would show it to them.
"""

from bisect import bisect_left

from app.facilitation.ids import ParticipantId, Role
from app.facilitation.nudges import dose
from app.facilitation.nudges.actions import GO_ROUND
from app.facilitation.nudges.ahead import Ahead
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.record import Nudge
from app.facilitation.nudges.rule import Finding, Rule
from app.facilitation.state import State

EVERY_MS = 10_000


def facilitators(state: State) -> list[ParticipantId]:
    """Everybody who facilitates now."""
    return [p.id for p in state.people.by_id.values() if p.role is Role.facilitator and not p.removed]


def find(look: Look) -> tuple[Finding, ...]:
    """Their part, where it is this large."""
    asked = look.thresholds
    speech, since_at, chairs = look.state.speech, look.window_from_at, facilitators(look.state)
    talk_ms = sum(speech.all_talk(since_at, look.at, chairs).values())
    if talk_ms < asked.chair_talk_ms:
        return ()
    room_talk_ms = sum(speech.all_talk(since_at, look.at).values())
    if talk_ms <= asked.chair_share * room_talk_ms:
        return ()
    facts: tuple[tuple[str, int | float], ...] = (
        ("share", round(talk_ms / room_talk_ms, 4)),
        ("limit_share", asked.chair_share),
        ("talk_ms", talk_ms),
        ("room_talk_ms", room_talk_ms),
        ("window_ms", asked.window_ms),
        ("chairs", len(chairs)),
    )
    return (Finding(None, facts),)


def ahead(of: Ahead) -> None:
    """Only while they talk on can their part come to be this large."""
    look, prospects, nudges = of.look, of.prospects, of.state.nudges
    chairs = facilitators(of.state)
    if not chairs or not (look.begun and look.heard_enough and RULE.addresses(look)):
        return
    if not dose.facilitators_may_hear(nudges, of.at, RULE.kind) or not dose.rested(
        nudges, RULE, (None, ""), of.at
    ):
        return
    since_at = look.window_from_at
    talk_ms = sum(prospects.sums_since(who, since_at).talk_ms for who in chairs)
    if not talk_ms and not prospects.fresh_ms:
        of.not_before_talk(1)
        return
    least_ms = look.thresholds.chair_talk_ms - talk_ms
    enough_at = prospects.settled_at + max(0, least_ms) // len(chairs)
    of.not_before_look(max(enough_at, _much_at(of, since_at, talk_ms, len(chairs))), EVERY_MS)


def _much_at(of: Ahead, since_at: int, talk_ms: int, chairs: int) -> int:
    """A moment before which their part cannot be this large, though only they talk on and all that leaves the
    window is the others'."""
    prospects, window_ms = of.prospects, of.look.thresholds.window_ms

    def much(ahead_ms: int) -> bool:
        most_ms = talk_ms + (of.at + ahead_ms - prospects.settled_at) * chairs
        others_ms = prospects.room_talk_ms(since_at + ahead_ms, of.at)
        return most_ms > of.look.thresholds.chair_share * (most_ms + others_ms)

    looks = range(EVERY_MS, window_ms + 1, EVERY_MS)
    return of.at + EVERY_MS * bisect_left(looks, True, key=much)


def ends(of: Ahead, _: Nudge) -> None:
    """What is said in the window and what leaves it may end it."""
    of.not_before_look(of.at, EVERY_MS)


def actions(_: State, __: Nudge) -> tuple[str, ...]:
    """A round hands the floor to everybody; or they know, and leave it."""
    return (GO_ROUND,)


RULE = Rule(
    kind="chair_talk",
    find=find,
    actions=actions,
    ahead=ahead,
    ends=ends,
    of_balance=True,
    every_ms=EVERY_MS,
)
