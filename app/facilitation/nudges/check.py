"""One check: what is over ends, what holds and the dose allows is raised, and who grew quiet un-nudged is
noted.

A check is decided from the state at its moment alone, so that it may be made late, twice or on another node.
"""

from collections.abc import Iterable, Mapping

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
from app.facilitation.ids import Mode, NudgeId, ParticipantId
from app.facilitation.nudges import dose, timing
from app.facilitation.nudges.actions import ASK_PRIVATELY
from app.facilitation.nudges.ahead import GRID_MS
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.quiet_voice import RULE as QUIET_VOICE
from app.facilitation.nudges.quiet_voice import willing
from app.facilitation.nudges.record import FACILITATORS, GROUP, Nudge
from app.facilitation.nudges.registry import RULES, rule_of
from app.facilitation.nudges.rule import Finding, Key, Rule, nobody_crossed
from app.facilitation.nudges.watch import held
from app.facilitation.state import State


class Found:
    """For what the condition of each kind holds now, most useful first; worked out when it is asked for."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._found: dict[str, Mapping[Key, Finding]] = {}

    def of(self, rule: Rule) -> Mapping[Key, Finding]:
        """What one rule finds."""
        known = self._found.get(rule.kind)
        if known is None:
            known = self._found[rule.kind] = {one.key: one for one in self._found_by(rule)}
        return known

    def _found_by(self, rule: Rule) -> Iterable[Finding]:
        look, state = self._look, self._look.state
        if rule.of_balance and not (look.begun and look.heard_enough):
            return ()
        if rule.by_speech and not state.floor.out_of_balance:
            return rule.find(look)
        # Where nobody is counted no look follows from what is heard, so nothing is found by it either.
        certain = held(state, rule, look.at)
        return [one for one in rule.find(look) if one.key in certain] if certain else ()


def looked_for(rule: Rule, state: State, at: int) -> bool:
    """Whether a kind is looked for and looked after at a moment of the grid."""
    if state.floor.out_of_balance and (rule.of_balance or not rule.clocked):
        return False
    return rule.every_ms == GRID_MS or (at - (state.session.opened_at or 0)) % rule.every_ms == 0


def check(draft: Draft, deadline: int) -> None:
    """Look at the session as it stands at `deadline`. In a break all stands, and where nobody is counted what
    compares people does.
    """
    if draft.state.floor.rest is not None:
        return
    look = Look(draft.state, deadline)
    quiet = timing.only_quiet(draft.state, deadline)
    if quiet is None:
        quiet = draft.state.people.order
        _ask_all(draft, look)
    if not draft.state.floor.out_of_balance and look.at >= first_cross_at(draft.state):
        _cross(draft, look, quiet)
    for rule in RULES:
        if rule.crossed is not nobody_crossed and looked_for(rule, draft.state, deadline):
            _note(draft, rule, rule.crossed(look), look.at)


def _ask_all(draft: Draft, look: Look) -> None:
    """End what is over, and raise what holds now and the dose allows."""
    found, deadline = Found(look), look.at
    for nudge_id in draft.state.nudges.live:
        nudge = draft.state.nudges.by_id[nudge_id]
        if not looked_for(rule_of(nudge.rule), draft.state, deadline):
            continue
        if _over(look, nudge, found):
            draft.emit(NudgeExpired(nudge_id, deadline))
        elif nudge.life == "snoozed" and deadline >= nudge.snoozed_until:
            draft.emit(NudgeReopened(nudge_id))
    for rule in RULES:
        if not looked_for(rule, draft.state, deadline):
            continue
        if rule.private_first:
            _tell_subjects(draft, look, rule, found)
            _forward(draft, look, rule)
        # What the state alone decides is seen sooner than who may hear of it.
        elif (
            rule.addresses(look)
            and (rule.by_speech or found.of(rule))
            and dose.facilitators_may_hear(draft.state.nudges, look.at, rule.kind)
        ):
            _tell_leaders(draft, look, rule, found)


def first_cross_at(state: State) -> int:
    """Before this nobody can be as quiet as anything asks."""
    return (state.session.opened_at or 0) + state.nudges.thresholds.quiet_least_ms


def withhold(draft: Draft, before: State) -> None:
    """What holds only since speech was reported late is about the past: not raised, for its cooldown.

    `before` is the state without that report.
    """
    was, now = Look(before, draft.at), Look(draft.state, draft.at)
    for rule in RULES:
        if not rule.by_speech:
            continue
        held = {one.key for one in rule.find(was)}
        for one in rule.find(now):
            if one.key not in held and dose.rested(draft.state.nudges, rule, one.key, now.at):
                draft.emit(NudgeWithheld(rule.kind, one.subject, now.at, one.about))


def _over(look: Look, nudge: Nudge, found: Found) -> bool:
    """Whether a nudge has had its time: its condition ended, or its cooldown is over."""
    rule = rule_of(nudge.rule)
    guest, asked_at = nudge.subject, nudge.acted_at
    if nudge.action == ASK_PRIVATELY and guest is not None and asked_at is not None:
        # An invitation stands while its guest is silent, whatever the figures of the others do meanwhile.
        own = look.own(guest)
        spoke = own is not None and own.quiet_ms < look.thresholds.quiet_least_ms
        gone = look.state.people.by_id[guest].removed
        return spoke or gone or look.asks(guest) or look.at >= asked_at + rule.cooldown_ms
    if nudge.to_group and not rule.addresses(look):
        return True
    if not any(nudge.concerns(*key) for key in found.of(rule)):
        return True
    rested = look.at >= nudge.raised_at + rule.cooldown_ms
    return rested and (nudge.life != "snoozed" or look.at >= nudge.snoozed_until)


def _may_raise(draft: Draft, look: Look, rule: Rule, finding: Finding) -> bool:
    state = draft.state
    return dose.rested(state.nudges, rule, finding.key, look.at) and not rule.left_in_peace(
        state, finding, look.at
    )


def _raise(draft: Draft, look: Look, rule: Rule, finding: Finding, to: str) -> None:
    nudges = draft.state.nudges
    if to == GROUP:
        # Numbered apart: what all see must not tell how many were raised privately.
        finding = finding.unnamed()
        number = f"g{sum(nudges.by_id[each].to_group for each in nudges.order) + 1}"
    else:
        number = f"n{len(nudges.order) + 1}"
    draft.emit(
        NudgeRaised(
            nudge=NudgeId(number),
            rule=rule.kind,
            subject=finding.subject,
            audience=(Audience(to, look.at),),
            facts=finding.facts,
            raised_at=look.at,
            about=finding.about,
        )
    )


def _tell_subjects(draft: Draft, look: Look, rule: Rule, found: Found) -> None:
    for finding in found.of(rule).values():
        subject = finding.subject
        if (
            subject is not None
            and _may_raise(draft, look, rule, finding)
            and dose.person_may_hear(draft.state.nudges, subject, look.at, rule.kind)
        ):
            _raise(draft, look, rule, finding, subject)


def _forward(draft: Draft, look: Look, rule: Rule) -> None:
    """Facilitators hear of the oldest thing that was said privately and still holds; the group never does,
    and what was said before facilitators led (again) stays where it was said.
    """
    nudges = draft.state.nudges
    if rule.forward_ms is None or nudges.to_group:
        return
    for nudge_id in nudges.live:
        nudge = nudges.by_id[nudge_id]
        waits = nudge.rule == rule.kind and nudge.forwarded_at is None
        waits = waits and nudge.raised_at >= nudges.addressed_since_at
        if waits and look.at >= nudge.raised_at + rule.forward_ms:
            if dose.facilitators_may_hear(nudges, look.at, rule.kind):
                draft.emit(NudgeForwarded(nudge_id, look.at))
            return


def _tell_leaders(draft: Draft, look: Look, rule: Rule, found: Found) -> None:
    """At most one new thing: the most useful finding."""
    to = GROUP if draft.state.nudges.to_group else FACILITATORS
    for finding in found.of(rule).values():
        if _may_raise(draft, look, rule, finding):
            _raise(draft, look, rule, finding, to)
            return


def _cross(draft: Draft, look: Look, among: Iterable[ParticipantId]) -> None:
    """Note who becomes this quiet now without a nudge, though nothing speaks against asking them. In a round
    nobody is: they wait for their turn.
    """
    if look.state.floor.mode is Mode.round:
        return
    crossed = [who for who in look.grown_quiet(among) if willing(look, who)]
    _note(draft, QUIET_VOICE, sorted(crossed), look.at)


def _note(draft: Draft, rule: Rule, crossed: Iterable[ParticipantId], at: int) -> None:
    """These are cases of the un-nudged rate from now on, but who is nudged or is one already."""
    nudges = draft.state.nudges
    open_ones = [nudges.by_id[n] for n in nudges.live if nudges.by_id[n].rule == rule.kind]
    if any(nudge.to_group for nudge in open_ones):
        return
    known = {nudge.subject for nudge in open_ones}
    known |= {case.participant for case in nudges.cases if case.rule == rule.kind}
    for participant in crossed:
        if participant not in known:
            draft.emit(QuietCrossed(participant, at, rule.kind))
