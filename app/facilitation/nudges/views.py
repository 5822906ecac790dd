"""What facilitators see of nudges, and what a person sees of those that reached them. JSON-ready, in whole
values.

Whoever was told something privately is not shown to facilitators before it is forwarded to them, and nobody
is ever shown to the group.
"""

from app.facilitation.ids import ParticipantId, Tone
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.nudges.actions import ASK_PRIVATELY
from app.facilitation.nudges.effect import baseline, enough
from app.facilitation.nudges.record import FACILITATORS, Nudge, Nudges
from app.facilitation.nudges.registry import RULES, rule_of
from app.facilitation.nudges.rule import Rule
from app.facilitation.nudges.settings import THRESHOLDS, Thresholds
from app.facilitation.nudges.tuning import SETTINGS
from app.facilitation.state import State

MOST_SHOWN = 50
"""Older nudges stand in the report."""


def desk_nudges(state: State) -> JsonDict:
    """The facilitators' nudges: `{"order", "by_id", "hushed_until"?, "baseline"}`, newest first.

    In `baseline` (kind, then ms) stand the kinds that want somebody to come in; `enough` says whether the
    cases make a rate; else it is too few to say.
    """
    view = _list(state, _reached_facilitators(state.nudges)[::-1][:MOST_SHOWN])
    if state.nudges.hushed_until:
        view["hushed_until"] = state.nudges.hushed_until
    if state.nudges.hushed_for_item:
        view["hushed_for_item"] = True
    return view


def desk_nudging(nudges: Nudges) -> JsonDict:
    """How nudging is set: the tone, each kind, most useful first, and the numbers with their bounds."""
    return {
        "tone": nudges.tone.value,
        "order": [rule.kind for rule in RULES],
        "kinds": {rule.kind: _kind(nudges, rule) for rule in RULES},
        "settings": _settings(nudges.thresholds),
    }


def _kind(nudges: Nudges, rule: Rule) -> JsonDict:
    view: JsonDict = {"muted": (FACILITATORS, rule.kind) in nudges.muted}
    if rule.private_first and rule.forward_ms is None:
        view["private"] = True
    return view


def _settings(thresholds: Thresholds) -> JsonDict:
    return {
        name: {
            "kind": bounds.kind,
            "value": getattr(thresholds, name),
            "usual": getattr(THRESHOLDS, name),
            "least": bounds.least,
            "most": bounds.most,
        }
        for name, bounds in SETTINGS.items()
    }


def reported_nudges(state: State) -> JsonDict:
    """All that facilitators saw of nudges, oldest first, and what became of the questions that were asked.

    `asked` counts private questions: how many, after how many the person came within 3 minutes, how many said
    no and did not come. A no is a good outcome: the person chose.
    """
    reached = _reached_facilitators(state.nudges)
    view = _list(state, reached)
    asked = [nudge for nudge in reached if nudge.action == ASK_PRIVATELY]
    came = [nudge for nudge in asked if any(yes for _, yes in nudge.effect)]
    view["asked"] = {
        "asked": len(asked),
        "came": len(came),
        "chose_not": sum(nudge.answer in {"not_now", "not_today"} for nudge in asked if nudge not in came),
    }
    return view


def _reached_facilitators(nudges: Nudges) -> list[Nudge]:
    """In the order in which they reached them."""
    reached = [(nudge.reached(FACILITATORS), nudge) for nudge in map(nudges.by_id.__getitem__, nudges.order)]
    told = [(at, nudge) for at, nudge in reached if at is not None]
    return [nudge for _, nudge in sorted(told, key=lambda one: one[0])]


def _list(state: State, shown: list[Nudge]) -> JsonDict:
    return {
        "order": [nudge.id for nudge in shown],
        "by_id": {nudge.id: _for_facilitators(state, nudge) for nudge in shown},
        "baseline": {
            rule.kind: {
                str(within): {"came": came, "cases": cases, "enough": enough(cases)}
                for within, (came, cases) in baseline(state, rule.kind).items()
            }
            for rule in RULES
            if rule.invites
        },
    }


def _for_facilitators(state: State, nudge: Nudge) -> JsonDict:
    rule = rule_of(nudge.rule)
    view: JsonDict = {
        "rule": nudge.rule,
        "state": nudge.life,
        "raised_at": nudge.raised_at,
        "facts": dict(nudge.facts),
        "actions": list(rule.actions(state, nudge)) if nudge.life == "new" else [],
    }
    if nudge.subject is not None:
        view["subject"] = nudge.subject
    if nudge.about:
        view["about"] = _about(state, nudge.about)
    if nudge.action:
        view["action"] = nudge.action
    # What its subject did with a private note is theirs.
    if nudge.answer and not rule.private_first:
        view["answer"] = nudge.answer
    if nudge.effect:
        view["effect"] = {str(within): came for within, came in nudge.effect}
    if nudge.life == "snoozed":
        view["snoozed_until"] = nudge.snoozed_until
    return view


def group_nudges(state: State) -> JsonDict:
    """What stands of the nudges to the group, newest first: the kind, the agenda item that it is about, and
    what anybody can do. Nobody's name, no figure, and no date, which would be one.
    """
    nudges = state.nudges
    stand = [
        nudge
        for nudge in (nudges.by_id[nudge_id] for nudge_id in reversed(nudges.live))
        if nudge.to_group and nudge.life == "new"
    ]
    return {
        "order": [nudge.id for nudge in stand],
        "by_id": {nudge.id: _for_group(state, nudge) for nudge in stand},
    }


def asked_of_all(state: State) -> list[Json]:
    """What was said to the group while it led itself, oldest first, and what it did: `{"rule", "raised_at",
    "state", "action"?}`. Everybody saw it."""
    nudges = state.nudges
    asked = (nudges.by_id[nudge_id] for nudge_id in nudges.order)
    return [
        {
            "rule": nudge.rule,
            "raised_at": nudge.raised_at,
            "state": nudge.life,
            **({"action": nudge.action} if nudge.action else {}),
        }
        for nudge in asked
        if nudge.to_group
    ]


def _for_group(state: State, nudge: Nudge) -> JsonDict:
    view: JsonDict = {"rule": nudge.rule, "actions": list(rule_of(nudge.rule).offered(state, nudge))}
    if nudge.about:
        view["about"] = nudge.about
    return view


def _about(state: State, about: str) -> str:
    """What a nudge is about; a perspective by its name."""
    sort, _, number = about.partition(":")
    labels = state.perspectives.labels
    if sort != "perspective" or int(number) >= len(labels):
        return about
    return f"perspective:{labels[int(number)]}"


def own_nudges(state: State, participant: ParticipantId) -> JsonDict:
    """A person's invitations and notes that still stand: `{"order", "by_id"}`, newest first, with their own
    figures only."""
    nudges = state.nudges
    mine = [
        nudge
        for nudge in (nudges.by_id[nudge_id] for nudge_id in reversed(nudges.order))
        if nudge.subject == participant and nudge.ended_at is None and _stands(nudge, participant)
    ]
    return {
        "order": [nudge.id for nudge in mine],
        "by_id": {nudge.id: _for_subject(nudge, nudges.tone) for nudge in mine},
    }


def _stands(nudge: Nudge, participant: ParticipantId) -> bool:
    """Whether it is shown to its subject: what a facilitator left or did by voice asks nobody any more."""
    if nudge.reached(participant) is None:
        return False
    return rule_of(nudge.rule).private_first or nudge.action == ASK_PRIVATELY


def _for_subject(nudge: Nudge, tone: Tone) -> JsonDict:
    rule = rule_of(nudge.rule)
    view: JsonDict = {
        "kind": "note" if rule.private_first else "invitation",
        "rule": nudge.rule,
        "raised_at": nudge.reached(nudge.subject or "") or nudge.raised_at,
        "state": "answered" if nudge.answer else "new",
        "facts": {name: value for name, value in nudge.facts if name in rule.own_facts},
    }
    if tone is not Tone.warm:
        view["tone"] = tone.value
    if rule.may_opt_out:
        view["may_opt_out"] = True
    if nudge.answer:
        view["answer"] = nudge.answer
    return view
