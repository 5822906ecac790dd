"""`quiet_voice`: somebody has had no part in the talk for a long while; facilitators may like to ask them.

Being quiet may be a choice, so whoever said so is left in peace, and the first action is a private question:
private nudges after long inactivity raised requests to speak within 30 s by 65 % (arXiv:2408.11936), and
people who are called on later speak more by themselves and feel no worse (Dallimore et al. 2013, DOI
10.1177/1052562912446067). The largest lag goes first: in a large group many are under half a fair share on a
normal day.
"""

from app.facilitation.ids import ParticipantId
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.record import Nudge
from app.facilitation.nudges.rule import Finding, Rule
from app.facilitation.nudges.settings import THRESHOLDS
from app.facilitation.state import State

ASK_PRIVATELY = "ask_privately"
"""A question to the person alone, with answers that are all fine."""
BY_VOICE = "by_voice"
"""The facilitator asked in person and says so here."""


def willing(look: Look, participant: ParticipantId) -> bool:
    """Whether somebody is counted and has neither asked to be left in peace nor asked to speak already."""
    person = look.state.people.by_id[participant]
    return (
        look.counted(participant)
        and person.counted
        and person.here
        and person.nudged
        and not person.listening
        and not person.away
        and not look.asks(participant)
    )


def find(look: Look) -> tuple[Finding, ...]:
    """Everybody who is this quiet and has had less than half a fair share, furthest behind first."""
    asked = look.thresholds
    session = look.session
    threshold_ms = look.quiet_threshold_ms
    behind: list[tuple[int, ParticipantId, Finding]] = []
    for participant, own in session.people.items():
        if own.quiet_ms < threshold_ms or own.expected_ms < asked.quiet_expected_ms:
            continue
        ratio = own.counted_talk_ms / own.expected_ms
        if ratio >= asked.quiet_ratio or not willing(look, participant):
            continue
        facts: tuple[tuple[str, int | float], ...] = (
            ("quiet_ms", own.quiet_ms),
            ("threshold_ms", threshold_ms),
            ("ratio", round(ratio, 4)),
            ("talk_ms", own.counted_talk_ms),
            ("expected_ms", own.expected_ms),
            ("lag_ms", own.lag_ms),
            ("people", look.people),
        )
        behind.append((-own.lag_ms, participant, Finding(participant, facts)))
    return tuple(finding for _, _, finding in sorted(behind, key=lambda one: one[:2]))


def invited_lately(look: Look, participant: ParticipantId) -> bool:
    """Whether somebody was already asked, privately or by voice, in this part of the meeting."""
    nudges = look.state.nudges
    since_at = look.at - look.thresholds.invited_again_ms
    for nudge_id in reversed(nudges.order):
        nudge = nudges.by_id[nudge_id]
        # An act comes at the latest when the nudge's own time is over.
        if nudge.raised_at < since_at - look.thresholds.quiet_cooldown_ms - look.thresholds.longest_snooze_ms:
            return False
        acted_at = nudge.acted_at
        if (
            nudge.rule == RULE.kind
            and nudge.subject == participant
            and acted_at is not None
            and acted_at > since_at
        ):
            return True
    return False


def actions(state: State, nudge: Nudge) -> tuple[str, ...]:
    """Ask privately where the person has a device that can show it; by voice always."""
    person = state.person(nudge.subject) if nudge.subject is not None else None
    if person is not None and person.connections and not person.removed:
        return (ASK_PRIVATELY, BY_VOICE)
    return (BY_VOICE,)


RULE = Rule(
    kind="quiet_voice",
    find=find,
    left_in_peace=invited_lately,
    cooldown_ms=THRESHOLDS.quiet_cooldown_ms,
    private_first=False,
    forward_ms=0,
    actions=actions,
    own_facts=frozenset(),
    invites=True,
)
