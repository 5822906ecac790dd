"""`dominant_voice`: one person has most of the last ten minutes' talk while others wait or hardly speak.

Told to the person alone first, who often mends it unasked: whoever sees that they talk most talks less
(DiMicco, Pandolfo & Bender 2004, DOI 10.1145/1031607.1031713; Meeting Mediator, Kim et al. 2008, DOI
10.1145/1460563.1460636). Facilitators hear of it two minutes later, and only if it held throughout.
"""

from app.facilitation.ids import ParticipantId
from app.facilitation.nudges import dose
from app.facilitation.nudges.actions import BY_VOICE
from app.facilitation.nudges.ahead import GRID_MS, Ahead
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.record import Nudge
from app.facilitation.nudges.rule import Finding, Rule, at_any_moment
from app.facilitation.nudges.settings import THRESHOLDS
from app.facilitation.state import State


def find(look: Look) -> tuple[Finding, ...]:
    """Whoever has this large a share of the window while somebody waits or is left behind; largest share
    first."""
    people = look.people
    asked = look.thresholds
    talkers = look.talked_in_window(asked.dominant_talk_ms) if people >= 2 else []
    if not talkers:
        return ()
    limit = asked.dominant_limit(people)
    window = look.window
    room_talk_ms = sum(own.talk_ms for own in window.values())
    least_talk_ms = max(asked.dominant_talk_ms, limit * room_talk_ms)
    largest: list[tuple[int, ParticipantId, Finding]] = []
    for participant in talkers:
        own = window[participant]
        if own.talk_ms <= least_talk_ms or not look.counted(participant):
            continue
        waiting = sum(other != participant for other in look.state.queue.hands)
        least_ratio = _least_ratio(look, participant)
        if not waiting and least_ratio >= asked.dominant_other_ratio:
            continue
        facts: tuple[tuple[str, int | float], ...] = (
            ("share", round(own.talk_ms / room_talk_ms, 4)),
            ("limit_share", round(limit, 4)),
            ("talk_ms", own.talk_ms),
            ("room_talk_ms", room_talk_ms),
            ("window_ms", asked.window_ms),
            ("people", people),
            ("waiting", waiting),
            ("least_ratio", round(least_ratio, 4)),
        )
        largest.append((-own.talk_ms, participant, Finding(participant, facts)))
    return tuple(finding for _, _, finding in sorted(largest, key=lambda one: one[:2]))


def _least_ratio(look: Look, but: ParticipantId) -> float:
    """The lowest ratio of the window among others of whom enough was to be expected (a fair one if there are
    none).

    Who has gone, or has said that they are listening, is nobody who is being talked over.
    """
    by_id = look.state.people.by_id
    return min(
        (
            other.talk_ms / other.expected_ms
            for who, other in look.window.items()
            if who != but
            and other.expected_ms >= look.thresholds.dominant_other_expected_ms
            and look.counted(who)
            and not by_id[who].listening
        ),
        default=1.0,
    )


def ahead(of: Ahead) -> None:
    """Somebody of whom it may be said now talks on until they have talked long enough, and most."""
    look, prospects, nudges = of.look, of.prospects, of.state.nudges
    asked, settled_at = look.thresholds, prospects.settled_at
    if look.people < 2 or not (look.begun and look.heard_enough):
        return
    from_at = look.window_from_at
    longest_ms = 0
    for one in prospects.people:
        # The settled talk in the window, and all the time since; their whole talk will do, if it is short.
        # Whoever was quiet all the time has none in it.
        if settled_at + asked.dominant_talk_ms - one.talk_ms >= of.horizon_at:
            continue
        if one.quiet_ms >= of.at - from_at:
            continue
        who = one.participant
        talk_ms = prospects.talk_since_ms(who, from_at)
        enough_at = settled_at + asked.dominant_talk_ms - talk_ms
        if enough_at >= of.horizon_at or talk_ms <= longest_ms:
            continue
        key = (who, "")
        if not (dose.rested(nudges, RULE, key, of.at) and dose.may_hear(nudges, RULE, key, of.at)):
            continue
        if enough_at > of.at:
            of.not_before(enough_at)
        else:
            longest_ms = talk_ms
    if longest_ms:
        of.not_before(_most_at(of, from_at, longest_ms))


def _most_at(of: Ahead, from_at: int, talk_ms: int) -> int:
    """A moment before which settled talk of this length in the window cannot become most of it, though only
    its speaker talks on and all that leaves the window is the others'."""
    prospects, limit = of.prospects, of.look.thresholds.dominant_limit(of.look.people)
    room_talk_ms = prospects.room_talk_ms(from_at, of.at)
    ahead_ms = 0
    next_ms = GRID_MS
    while next_ms <= of.look.thresholds.window_ms:
        more_ms = of.at + next_ms - prospects.settled_at
        left_ms = room_talk_ms + more_ms - prospects.room_talk_ms(from_at, from_at + next_ms)
        if talk_ms + more_ms > limit * left_ms:
            break
        ahead_ms = next_ms
        next_ms *= 2
    return of.at + ahead_ms


def actions(_: State, __: Nudge) -> tuple[str, ...]:
    """Facilitators may say something; what was said privately stays so."""
    return (BY_VOICE,)


RULE = Rule(
    kind="dominant_voice",
    find=find,
    actions=actions,
    ahead=ahead,
    ends=at_any_moment,
    of_balance=True,
    cooldown_ms=THRESHOLDS.dominant_cooldown_ms,
    private_first=True,
    forward_ms=THRESHOLDS.dominant_forward_ms,
    own_facts=frozenset({"share", "limit_share", "talk_ms", "window_ms", "people"}),
)
