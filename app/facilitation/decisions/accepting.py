"""Accepting a decision by a check, the 48 hours in which it is provisional, and versions.

Why for people: silence in a meeting is not consent, and who thinks slowly or could not come is heard last. So
people agree to what they could read, by a rule that was said before; blanks are named and not hidden; and a
late word can still hold it up.
"""

from app.facilitation.checks.record import OBJECTION, SUPPORT, Check
from app.facilitation.checks.too_few import too_few
from app.facilitation.commands import AcceptDecision
from app.facilitation.decisions.drafting import draft_of, with_decision
from app.facilitation.decisions.open_points import open_points
from app.facilitation.decisions.options import over_the_limit
from app.facilitation.decisions.record import Acceptance, DecisionState
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import DecisionAccepted, DecisionStood
from app.facilitation.ids import CheckKind
from app.facilitation.merit.polls import (
    FistOutcome,
    GradientOutcome,
    ObjectionState,
    ScoreOutcome,
    fist_outcome,
    gradient_outcome,
    score_outcome,
)
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.state import State

concept = Concept()

LATE_MS = 48 * 3_600_000
"""So long after it was accepted a decision takes late words."""


@concept.decides(AcceptDecision)
def accept(draft: Draft, command: AcceptDecision) -> None:
    """It holds, provisionally."""
    state = draft.state
    decision = draft_of(draft, command.decision)
    record = decision.record
    if not record.statement and record.chosen.blank:
        raise Refused("text_empty", "Say first what is decided.")
    check = state.checks.by_id.get(command.check)
    if check is None or check.closed_at is None:
        raise Refused("stale", "Ask everybody first, and close the check: that is what accepts it.")
    if check.opened_at < decision.changed_at:
        raise Refused("stale", "The record was changed after people were asked. Ask them again.")
    agreed, answered = agreement(check)
    over = over_the_limit(state, record.chosen.option)
    if over and not record.limit_reason:
        raise Refused(
            "needs_reason",
            "This is as hard to live with as leaving things as they are. Write down why you choose it.",
        )
    points = open_points(state, record)
    if points and not command.with_open_points:
        raise Refused(
            "open_points",
            f'{len(points)} things are still blank. Fill them ("we don\'t know" is an answer),'
            " or accept it with open points.",
        )
    draft.emit(
        DecisionAccepted(
            decision=decision.id,
            check=check.id,
            left_open=points,
            over_the_limit=over,
            late_until_at=draft.at + state.session.wall_ms(LATE_MS),
            agreed=agreed,
            answered=answered,
        )
    )


def agreement(check: Check) -> tuple[int, int]:
    """How many agreed, of how many who answered. Raises Refused (`not_agreed`) where the check does not say
    that people agree: by the threshold that was set when it opened, else by what its answers say in a word.
    """
    if check.what not in SUPPORT:
        raise Refused("not_agreed", "That kind of check shows where people stand. It decides nothing.")
    # What may not be shown may not follow from it either: being accepted or not would show it.
    if check.answered < max(check.quorum, 1) or too_few(check):
        raise Refused("not_agreed", "Too few have answered. Ask again when more people are here.")
    counts = check.counts()
    agreed = sum(counts[step] for step in SUPPORT[check.what])
    if any(
        given.answer == OBJECTION and given.state is ObjectionState.open
        for given in check.given
        if check.what is CheckKind.consent
    ):
        raise Refused("not_agreed", "An objection is open. Meet it, or overrule it by a rule said before.")
    if check.threshold:
        reached = 100 * agreed >= check.threshold * check.answered
    elif check.what is CheckKind.fist:
        reached = fist_outcome(counts) in (FistOutcome.consensus, FistOutcome.weak)
    elif check.what is CheckKind.gradients:
        reached = gradient_outcome(counts) is GradientOutcome.enthusiastic
    elif check.what is CheckKind.score:
        reached = score_outcome(counts) is ScoreOutcome.agreed
    else:
        reached = agreed > 0
    if not reached:
        raise Refused("not_agreed", "The check does not say that people agree. Change it and ask again.")
    return agreed, check.answered


@concept.evolves(DecisionAccepted)
def was_accepted(state: State, event: DecisionAccepted, recorded: Recorded) -> State:
    """It holds; the version before it does not any more."""
    decision = state.decisions.by_id[event.decision]
    if decision.supersedes is not None:
        before = state.decisions.by_id[decision.supersedes]
        state = with_decision(
            state, before._replace(state=DecisionState.superseded, superseded_by=decision.id)
        )
    accepted = Acceptance(
        check=event.check,
        at=recorded.at,
        late_until_at=event.late_until_at,
        left_open=event.left_open,
        over_the_limit=event.over_the_limit,
        agreed=event.agreed,
        answered=event.answered,
    )
    state = with_decision(state, decision._replace(state=DecisionState.provisional, accepted=accepted))
    return state._replace(decisions=state.decisions._replace(draft=None))


@concept.wakes(lambda state: state.decisions.due_at)
def stands(draft: Draft, deadline: int) -> None:
    """Late words are closed."""
    for decision in list(draft.state.decisions.by_id.values()):
        due_at = decision.due_at()
        if due_at is not None and due_at <= deadline:
            draft.emit(DecisionStood(decision.id))


@concept.evolves(DecisionStood)
def stood(state: State, event: DecisionStood, _: Recorded) -> State:
    """It holds until a new version takes its place."""
    return with_decision(state, state.decisions.by_id[event.decision]._replace(state=DecisionState.standing))
