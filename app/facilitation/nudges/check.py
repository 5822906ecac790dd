"""One check: what is over ends, what holds and the dose allows is raised, and who grew quiet un-nudged is
noted.

A check is decided from the state at its moment alone, so that it may be made late, twice or on another node.
"""

from collections.abc import Mapping

from app.facilitation.draft import Draft
from app.facilitation.events import (
    Audience,
    NudgeExpired,
    NudgeForwarded,
    NudgeRaised,
    NudgeReopened,
    NudgeWithheld,
    QuietCrossed,
)
from app.facilitation.ids import NudgeId, ParticipantId
from app.facilitation.nudges import dose
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.quiet_voice import ASK_PRIVATELY, willing
from app.facilitation.nudges.quiet_voice import RULE as QUIET_VOICE
from app.facilitation.nudges.record import FACILITATORS, Nudge
from app.facilitation.nudges.registry import RULES, rule_of
from app.facilitation.nudges.rule import Finding, Rule
from app.facilitation.nudges.timing import GRID_MS
from app.facilitation.state import State

Found = Mapping[str, Mapping[ParticipantId, Finding]]
"""Of each kind, for whom its condition holds now; most useful first."""


def found(look: Look) -> Found:
    """What holds now."""
    if not (look.begun and look.heard_enough):
        return {rule.kind: {} for rule in RULES}
    return {rule.kind: {one.subject: one for one in rule.find(look)} for rule in RULES}


def check(draft: Draft, deadline: int) -> None:
    """Look at the session as it stands at `deadline`."""
    look = Look(draft.state, deadline)
    holding = found(look)
    for nudge_id in draft.state.nudges.live:
        nudge = draft.state.nudges.by_id[nudge_id]
        holds = nudge.subject in holding[nudge.rule]
        if _over(look, nudge, holds):
            draft.emit(NudgeExpired(nudge_id, deadline))
        elif nudge.life == "snoozed" and deadline >= nudge.snoozed_until:
            draft.emit(NudgeReopened(nudge_id))
    for rule in RULES:
        if rule.private_first:
            _tell_subjects(draft, look, rule, holding)
        _tell_facilitators(draft, look, rule, holding)
    _cross(draft, look)


def withhold(draft: Draft, before: State) -> None:
    """What holds only since speech was reported late is about the past: not raised, for its cooldown.

    `before` is the state without that report.
    """
    was, now = Look(before, draft.at), Look(draft.state, draft.at)
    for rule in RULES:
        held = {one.subject for one in rule.find(was)}
        for one in rule.find(now):
            if one.subject not in held and dose.rested(draft.state.nudges, rule, one.subject, now.at):
                draft.emit(NudgeWithheld(rule.kind, one.subject, now.at))


def _over(look: Look, nudge: Nudge, holds: bool) -> bool:
    """Whether a nudge has had its time: its condition ended, or its cooldown is over."""
    rule = rule_of(nudge.rule)
    guest, asked_at = nudge.subject, nudge.acted_at
    if nudge.action == ASK_PRIVATELY and guest is not None and asked_at is not None:
        # An invitation stands while its guest is silent, whatever the figures of the others do meanwhile.
        spoke = look.session.people[guest].quiet_ms < look.thresholds.quiet_least_ms
        gone = look.state.people.by_id[guest].removed
        return spoke or gone or look.asks(guest) or look.at >= asked_at + rule.cooldown_ms
    if not holds:
        return True
    rested = look.at >= nudge.raised_at + rule.cooldown_ms
    return rested and (nudge.life != "snoozed" or look.at >= nudge.snoozed_until)


def _may_raise(draft: Draft, look: Look, rule: Rule, subject: ParticipantId) -> bool:
    return dose.rested(draft.state.nudges, rule, subject, look.at) and not rule.left_in_peace(look, subject)


def _raise(draft: Draft, look: Look, rule: Rule, finding: Finding, to: str) -> None:
    number = len(draft.state.nudges.order) + 1
    draft.emit(
        NudgeRaised(
            nudge=NudgeId(f"n{number}"),
            rule=rule.kind,
            subject=finding.subject,
            audience=(Audience(to, look.at),),
            facts=finding.facts,
            raised_at=look.at,
        )
    )


def _tell_subjects(draft: Draft, look: Look, rule: Rule, holding: Found) -> None:
    for finding in holding[rule.kind].values():
        subject = finding.subject
        if _may_raise(draft, look, rule, subject) and dose.person_may_hear(
            draft.state.nudges, subject, look.at
        ):
            _raise(draft, look, rule, finding, subject)


def _tell_facilitators(draft: Draft, look: Look, rule: Rule, holding: Found) -> None:
    """At most one new thing: what was said privately and still holds, or the most useful finding."""
    nudges = draft.state.nudges
    if rule.private_first:
        for nudge_id in nudges.live:
            nudge = nudges.by_id[nudge_id]
            waits = nudge.rule == rule.kind and nudge.forwarded_at is None
            if waits and look.at >= nudge.raised_at + rule.forward_ms:
                if dose.facilitators_may_hear(nudges, look.at):
                    draft.emit(NudgeForwarded(nudge_id, look.at))
                return
        return
    for finding in holding[rule.kind].values():
        if _may_raise(draft, look, rule, finding.subject):
            if dose.facilitators_may_hear(nudges, look.at):
                _raise(draft, look, rule, finding, FACILITATORS)
            return


def _cross(draft: Draft, look: Look) -> None:
    """Note who becomes this quiet now without a nudge, though nothing speaks against asking them."""
    nudges = draft.state.nudges
    threshold_ms = look.quiet_threshold_ms
    nudged = {nudges.by_id[n].subject for n in nudges.live if nudges.by_id[n].rule == QUIET_VOICE.kind}
    followed = {case.participant for case in nudges.cases}
    for participant, own in look.session.people.items():
        if (
            threshold_ms <= own.quiet_ms < threshold_ms + GRID_MS
            and participant not in nudged
            and participant not in followed
            and willing(look, participant)
        ):
            draft.emit(QuietCrossed(participant, look.at))
