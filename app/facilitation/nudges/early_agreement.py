"""`early_agreement`: people are asked to agree to a decision while an objection or a need has no answer, or
a group has hardly been heard.

Groups come to agree before everybody has said what they know (hidden profiles: Lu et al. 2012, DOI
10.1177/1088868311417243), and who was passed over does not come along afterwards.
"""

from app.facilitation.checks.record import SUPPORT
from app.facilitation.decisions.record import Decision
from app.facilitation.merit.polls import ObjectionState
from app.facilitation.nudges import group_unheard
from app.facilitation.nudges.actions import BY_VOICE, GO_ROUND
from app.facilitation.nudges.look import Look
from app.facilitation.nudges.record import Facts, Nudge
from app.facilitation.nudges.rule import Finding, Held, Rule
from app.facilitation.state import State


def _proposed(state: State) -> tuple[Decision, int] | None:
    """The draft that everybody is asked about just now, and since when."""
    draft, check = state.decisions.draft, state.checks.now
    if draft is None or check is None or check.what not in SUPPORT:
        return None
    decision = state.decisions.by_id[draft]
    record = decision.record
    if check.opened_at < decision.changed_at or (not record.statement and record.chosen.blank):
        return None
    return decision, check.opened_at


def _passed_over(state: State, decision: Decision) -> Facts:
    """How much of what people said is not answered: open objections, needs about what is chosen, and groups
    of which a nudge says just now that they are hardly heard.
    """
    objections = sum(
        bool(given.objection) and given.state is ObjectionState.open
        for check in state.checks.by_id.values()
        if check.closed_at is not None
        for given in check.given
    )
    option = decision.record.chosen.option
    needs = sum(
        bool(level.ask) and not level.answer
        for survey in state.surveys.by_id.values()
        if survey.closed_at is not None and option is not None
        for level in survey.levels.get(option, {}).values()
    )
    nudges = state.nudges
    groups = sum(nudges.by_id[each].rule == group_unheard.RULE.kind for each in nudges.live)
    return (("objections", objections), ("needs", needs), ("groups", groups))


def _early(state: State) -> tuple[Held, Facts] | None:
    proposed = _proposed(state)
    if proposed is None:
        return None
    decision, since_at = proposed
    facts = _passed_over(state, decision)
    return (Held((None, decision.id), since_at), facts) if any(n for _, n in facts) else None


def holding(state: State) -> tuple[Held, ...]:
    """As long as people are asked."""
    found = _early(state)
    return () if found is None else (found[0],)


def rests_on(state: State) -> tuple[object, ...]:
    """What is proposed, what was said against it, and which groups are unheard; nothing where nobody is asked
    about a draft.
    """
    if state.decisions.draft is None or state.checks.now is None:
        return ()
    return state.decisions, state.checks, state.surveys, state.nudges.live


def find(look: Look) -> tuple[Finding, ...]:
    """The decision that is proposed."""
    found = _early(look.state)
    return () if found is None else (Finding(None, found[1], found[0].key[1]),)


def actions(state: State, _: Nudge) -> tuple[str, ...]:
    """Hear everybody first, or say that it was done."""
    return (GO_ROUND, BY_VOICE) if state.floor.rest is None else (BY_VOICE,)


RULE = Rule(
    kind="early_agreement",
    find=find,
    actions=actions,
    holding=holding,
    of=("decisions", "checks", "surveys"),
    rests_on=rests_on,
)
