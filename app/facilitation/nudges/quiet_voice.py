"""`quiet_voice`: somebody has had no part in the talk for a long while; facilitators may like to ask them.

Being quiet may be a choice, so whoever said so is left in peace, and the first action is a private question:
private nudges after long inactivity raised requests to speak within 30 s by 65 % (arXiv:2408.11936), and
people who are called on later speak more by themselves and feel no worse (Dallimore et al. 2013, DOI
10.1177/1052562912446067). The largest lag goes first: in a large group many are under half a fair share on a
normal day.
"""

from app.facilitation.ids import BringIn, Mode, ParticipantId, Status
from app.facilitation.nudges import dose
from app.facilitation.nudges.actions import ASK_PRIVATELY, BY_VOICE, GO_ROUND, OFFER_FLOOR
from app.facilitation.nudges.ahead import FAR, GRID_MS, Ahead
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.record import Nudge
from app.facilitation.nudges.rule import Finding, ForGroup, Rule
from app.facilitation.nudges.settings import THRESHOLDS
from app.facilitation.speech import Prospect
from app.facilitation.state import Participant, State

LEAST_IN_GROUP = 5
"""Said to a group that leads itself ("some of us have not been heard yet") only among so many who are
counted: of four, three who talk would all know who is meant [ours]."""


def may_be_asked(person: Participant) -> bool:
    """Whether nothing that somebody is or chose speaks against asking them."""
    return person.counted and person.here and person.nudged and not person.listening and not person.away


def willing(look: Look, participant: ParticipantId) -> bool:
    """Whether somebody is counted and has neither asked to be left in peace nor asked to speak already."""
    return (
        may_be_asked(look.state.people.by_id[participant])
        and not look.asks(participant)
        and look.counted(participant)
    )


def find(look: Look) -> tuple[Finding, ...]:
    """Everybody who is this quiet and has had less than half a fair share, furthest behind first."""
    if look.state.floor.mode is Mode.round:
        return ()
    asked = look.thresholds
    behind: list[tuple[int, ParticipantId, Finding]] = []
    for participant, own in look.quiet.items():
        if own.expected_ms < asked.quiet_expected_ms:
            continue
        ratio = own.counted_talk_ms / own.expected_ms
        if ratio >= asked.quiet_ratio or not willing(look, participant):
            continue
        facts: tuple[tuple[str, int | float], ...] = (
            ("quiet_ms", own.quiet_ms),
            ("threshold_ms", look.quiet_threshold_ms),
            ("ratio", round(ratio, 4)),
            ("talk_ms", own.counted_talk_ms),
            ("expected_ms", own.expected_ms),
            ("lag_ms", own.expected_ms - own.counted_talk_ms),
            ("people", look.people),
        )
        behind.append((own.counted_talk_ms - own.expected_ms, participant, Finding(participant, facts)))
    return tuple(finding for _, _, finding in sorted(behind, key=lambda one: one[:2]))


def ahead(of: Ahead) -> None:
    """Somebody's quiet grows long enough; or it is, and all talk until their share is under half a fair
    one."""
    if of.state.floor.mode is Mode.round:
        return
    look, prospects, nudges = of.look, of.prospects, of.state.nudges
    threshold_ms, fewest, fresh_ms = look.quiet_threshold_ms, prospects.fewest, prospects.fresh_ms
    may_find = look.begun and look.heard_enough and RULE.addresses(look)
    may_find = may_find and dose.facilitators_may_hear(nudges, of.at, RULE.kind)
    # Whoever is quiet already, or will be, grows so again only after they spoke.
    if fresh_ms:
        of.not_before(prospects.settled_at + threshold_ms)
    else:
        of.not_before_talk(1)
    least_ms = FAR
    for one in prospects.people:
        quiet_at = of.at + threshold_ms - one.quiet_ms
        if quiet_at >= of.horizon_at:
            # By then it has been asked anew.
            continue
        # A fair share grows by at most the talk of all, divided by all.
        talk_ms = (_least_due_ms(look, one) - 1 - one.expected_ms) * fewest if may_find else FAR
        if one.quiet_ms < threshold_ms + GRID_MS:
            of.one_at(one.participant, quiet_at, talk_ms)
        elif talk_ms > fresh_ms:
            least_ms = min(least_ms, talk_ms)
        elif look.asks(one.participant) or not may_be_asked(of.state.people.by_id[one.participant]):
            of.left_out(one.participant)
        elif dose.rested(nudges, RULE, (one.participant, ""), of.at) and not invited_lately(
            of.state, Finding(one.participant, ()), of.at
        ):
            of.at_once()
    if least_ms < FAR:
        of.not_before_talk(least_ms)


def _least_due_ms(look: Look, one: Prospect) -> int:
    """The fair share from which somebody's settled talk is under half of it, and enough to say so."""
    asked = look.thresholds
    return max(asked.quiet_expected_ms, int(one.talk_ms / asked.quiet_ratio) + 1)


def ends(of: Ahead, nudge: Nudge) -> None:
    """While they are silent their share only falls: it holds on, if it is settled that it holds; said to the
    group, of anybody.
    """
    look = of.look
    if of.state.floor.mode is Mode.round:
        of.at_once()
        return
    anybody, subject = nudge.to_group, nudge.subject
    for one in of.prospects.people:
        if not (anybody or one.participant == subject) or not one.silent or look.asks(one.participant):
            continue
        if nudge.action == ASK_PRIVATELY:
            holds = one.quiet_ms >= look.thresholds.quiet_least_ms
        else:
            holds = (
                look.begun
                and look.heard_enough
                and one.quiet_ms >= look.quiet_threshold_ms
                and one.expected_ms >= _least_due_ms(look, one)
                and may_be_asked(of.state.people.by_id[one.participant])
            )
        if holds:
            of.stays(one.participant)
            return
    of.at_once()


def invited_lately(state: State, finding: Finding, at: int) -> bool:
    """Whether somebody was already asked, privately or by voice, in this part of the meeting."""
    nudges, asked = state.nudges, state.nudges.thresholds
    item = state.agenda.item
    since_at = at - asked.invited_again_ms
    if item is not None and item.started_at is not None:
        since_at = item.started_at
    for nudge_id in reversed(nudges.order):
        nudge = nudges.by_id[nudge_id]
        # An act comes at the latest when the nudge's own time is over.
        if nudge.raised_at < since_at - asked.quiet_cooldown_ms - asked.longest_snooze_ms:
            return False
        acted_at = nudge.acted_at
        if (
            nudge.rule == RULE.kind
            and nudge.subject == finding.subject
            and acted_at is not None
            and acted_at > since_at
        ):
            return True
    return False


def actions(state: State, nudge: Nudge) -> tuple[str, ...]:
    """The floor for who said "call on me"; privately where they have a device that can show it; everybody
    once, without naming anybody; by voice always.
    """
    offered: tuple[str, ...] = (BY_VOICE,)
    if state.session.status is Status.open and state.floor.rest is None:
        offered = (GO_ROUND, *offered)
    person = state.person(nudge.subject) if nudge.subject is not None else None
    if person is None or person.removed:
        return offered
    if person.connections:
        offered = (ASK_PRIVATELY, *offered)
    if person.card.bring_in is BringIn.call_on_me and state.session.status is Status.open:
        offered = (OFFER_FLOOR, *offered)
    return offered


RULE = Rule(
    kind="quiet_voice",
    find=find,
    actions=actions,
    ahead=ahead,
    ends=ends,
    of_balance=True,
    left_in_peace=invited_lately,
    cooldown_ms=THRESHOLDS.quiet_cooldown_ms,
    invites=True,
    for_group=ForGroup(frozenset({GO_ROUND}), least_people=LEAST_IN_GROUP),
)
