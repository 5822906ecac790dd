"""Decisions of earlier sittings of the room: looked at again in a later one, which tells the earlier one what
came of it.

Why for people: a review date lies a year ahead, and who meets then meets in another sitting. What they agree
to there has to reach the page that people were given the link to when it was decided.
"""

from collections.abc import Iterator
from dataclasses import replace

from app.facilitation.commands import (
    BringDecision,
    EarlierDecision,
    FollowDecision,
    KeptColumn,
    KeptGap,
    KeptReview,
    KeptRisk,
)
from app.facilitation.decisions.drafting import MOST_DECISIONS, decision_of, with_decision
from app.facilitation.decisions.options import concern_of, words_of
from app.facilitation.decisions.public import names_in
from app.facilitation.decisions.record import (
    Acceptance,
    Decision,
    DecisionState,
    Filled,
    Gap,
    Origin,
    Record,
    Review,
    Risk,
)
from app.facilitation.decisions.views import how_sure
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import DecisionBrought, DecisionFollowed
from app.facilitation.ids import Column, DecisionId, OptionId, SessionId
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.resisting.record import LEAVE
from app.facilitation.session import require_open
from app.facilitation.state import State

concept = Concept()


def can_be_brought(decision: Decision, now: int) -> bool:
    """Whether a later sitting may look at it: it was taken in its own, and no late word can hold it up."""
    if decision.origin is not None:
        return False
    due_at = decision.due_at()
    return decision.state is DecisionState.standing or (due_at is not None and due_at <= now)


def is_due(decision: Decision, now: int) -> bool:
    """Whether the day has come on which the group wanted to look at it again."""
    review_at = decision.record.review_at
    return review_at is not None and review_at <= now


def earlier_decision(state: State, decision_id: DecisionId, now: int) -> EarlierDecision:
    """A decision of this sitting, for a later one. Raises Refused (`unknown_decision`, `stale`)."""
    decision = state.decisions.by_id.get(decision_id)
    if decision is None:
        raise Refused("unknown_decision", "There is no such decision in that meeting.")
    kept = as_kept(state, decision_id) if can_be_brought(decision, now) else None
    if kept is None:
        raise Refused(
            "stale", "Only a decision that stands, and takes no late words, can be looked at again."
        )
    return kept


def as_kept(state: State, decision_id: DecisionId) -> EarlierDecision | None:
    """A decision that was accepted here, as a later sitting has it, whatever became of it since."""
    decision = state.decisions.by_id.get(decision_id)
    accepted = decision.accepted if decision is not None else None
    if decision is None or accepted is None:
        return None
    record, session = decision.record, state.session
    answered, sure = how_sure(decision)
    kept = EarlierDecision(
        decision=decision.id,
        session=session.id,
        number=session.number,
        version=decision.version,
        drafted_at=decision.drafted_at,
        accepted_at=accepted.at,
        check=accepted.check,
        agreed=accepted.agreed,
        answered=accepted.answered,
        late_until_at=accepted.late_until_at,
        over_the_limit=accepted.over_the_limit,
        left_open=accepted.left_open,
        statement=record.statement or words_of(state, record.chosen),
        asks=record.asks,
        columns=tuple(_kept_column(state, column, filled) for column, filled in record.columns.items()),
        gaps=tuple(KeptGap(*gap) for gap in record.gaps.values()),
        affected=record.affected,
        affected_unknown=record.affected_unknown,
        costs=record.costs,
        costs_unknown=record.costs_unknown,
        risks=tuple(_kept_risk(state, risk) for risk in record.risks.values()),
        conditions=record.conditions,
        review_at=record.review_at,
        review_how=record.review_how,
        limit_reason=record.limit_reason,
        sure_answered=answered,
        sure=sure,
        reviews=tuple(
            KeptReview(one.at, one.came, one.text, one.number or session.number) for one in decision.reviews
        ),
        names=(),
    )
    return replace(kept, names=names_in(state, _texts(kept)))


def _kept_column(state: State, column: Column, filled: Filled) -> KeptColumn:
    """A column in words: the ideas that it names stay behind in their sitting."""
    text, leaves = words_of(state, filled), filled.option == LEAVE
    return KeptColumn(column, text, leaves, filled.marks, filled.basis, filled.acceptance)


def _kept_risk(state: State, risk: Risk) -> KeptRisk:
    """A risk in words: the concern that it comes from stays behind in its sitting."""
    text = risk.text or concern_of(state, risk.remark)
    return KeptRisk(risk.id, text, risk.likelihood, risk.impact, risk.owner, risk.mitigation)


def _texts(kept: EarlierDecision) -> list[str]:
    """All that people wrote in it."""
    texts = [kept.statement, kept.asks, kept.review_how, kept.limit_reason]
    texts += [*kept.affected, *kept.costs, *kept.conditions, *(column.text for column in kept.columns)]
    texts += [text for gap in kept.gaps for text in (gap.lost, gap.bears, gap.asked)]
    texts += [text for risk in kept.risks for text in (risk.text, risk.owner, risk.mitigation)]
    texts += [review.text for review in kept.reviews]
    return texts


@concept.decides(BringDecision)
def bring(draft: Draft, command: BringDecision) -> None:
    """It stands in this ledger, too, as it was agreed to. Again: as it stands there by now."""
    ledger = draft.state.decisions
    known = ledger.by_id.get(command.earlier.decision)
    if known is None:
        require_open(draft)
    if known is None and len(ledger.by_id) >= MOST_DECISIONS:
        raise Refused("too_many", "There are more decisions already than fit in one session.")
    if known is not None and known.state is not DecisionState.standing:
        raise Refused("stale", "A later version has taken its place.")
    if known is None or _decision(draft.state, command.earlier, _brought_at(known)) != known:
        draft.emit(DecisionBrought(command.earlier))


def _brought_at(known: Decision) -> int:
    return known.origin.brought_at if known.origin is not None else 0


@concept.evolves(DecisionBrought)
def brought(state: State, event: DecisionBrought, recorded: Recorded) -> State:
    """Beside the decisions of this sitting."""
    return with_decision(state, _decision(state, event.earlier, recorded.at))


def _decision(state: State, earlier: EarlierDecision, at: int) -> Decision:
    """As a version of this ledger; reviews that were made here stay as they are."""
    known = state.decisions.by_id.get(earlier.decision)
    here = tuple(one for one in known.reviews if not one.number) if known is not None else ()
    before = tuple(
        Review(one.at, one.came, one.text, one.number)
        for one in earlier.reviews
        if one.number != state.session.number
    )
    return Decision(
        id=earlier.decision,
        version=earlier.version,
        state=DecisionState.standing,
        drafted_at=earlier.drafted_at,
        changed_at=earlier.drafted_at,
        record=_record(earlier),
        origin=Origin(
            earlier.session, earlier.number, at, earlier.sure_answered, earlier.sure, earlier.names
        ),
        accepted=Acceptance(
            check=earlier.check,
            at=earlier.accepted_at,
            late_until_at=earlier.late_until_at,
            left_open=earlier.left_open,
            over_the_limit=earlier.over_the_limit,
            agreed=earlier.agreed,
            answered=earlier.answered,
        ),
        reviews=(*before, *here),
    )


def _record(earlier: EarlierDecision) -> Record:
    """What people agreed to there. No option or concern of this sitting stands behind its words."""
    return Record(
        statement=earlier.statement,
        asks=earlier.asks,
        columns={
            one.column: Filled(
                option=OptionId(LEAVE) if one.leaves else None,
                text=one.text,
                marks=one.marks,
                basis=one.basis,
                acceptance=one.acceptance,
            )
            for one in earlier.columns
        },
        gaps={
            one.gap: Gap(one.gap, one.against, one.question, one.lost, one.bears, one.asked, one.unknown)
            for one in earlier.gaps
        },
        affected=earlier.affected,
        affected_unknown=earlier.affected_unknown,
        costs=earlier.costs,
        costs_unknown=earlier.costs_unknown,
        risks={
            one.risk: Risk(one.risk, one.text, None, one.likelihood, one.impact, one.owner, one.mitigation)
            for one in earlier.risks
        },
        conditions=earlier.conditions,
        review_at=earlier.review_at,
        review_how=earlier.review_how,
        limit_reason=earlier.limit_reason,
    )


def told_back(was: State, now: State) -> Iterator[tuple[SessionId, FollowDecision]]:
    """What earlier sittings are to be told: of each decision of theirs that was reviewed here, or whose place
    a new version has taken, since `was`. Telling it again changes nothing.
    """
    session = now.session
    for decision in now.decisions.by_id.values():
        if decision.origin is None or was.decisions.by_id.get(decision.id) is decision:
            continue
        reviews = tuple(
            KeptReview(one.at, one.came, one.text, session.number)
            for one in decision.reviews
            if not one.number
        )
        if reviews or decision.superseded_by is not None:
            yield (
                decision.origin.session,
                FollowDecision(decision.id, session.id, session.number, reviews, decision.superseded_by),
            )


@concept.decides(FollowDecision)
def follow(draft: Draft, command: FollowDecision) -> None:
    """Of two later sittings that wrote a new version each, the first stays."""
    decision = decision_of(draft, command.decision)
    event = DecisionFollowed(
        command.decision,
        command.session,
        command.number,
        command.reviews,
        command.superseded_by if decision.superseded_by is None else None,
    )
    if _followed(decision, event) != decision:
        draft.emit(event)


@concept.evolves(DecisionFollowed)
def followed(state: State, event: DecisionFollowed, _: Recorded) -> State:
    """For all to read where it was decided."""
    return with_decision(state, _followed(state.decisions.by_id[event.decision], event))


def _followed(decision: Decision, event: DecisionFollowed) -> Decision:
    others = [one for one in decision.reviews if one.number != event.number]
    told = [Review(one.at, one.came, one.text, one.number) for one in event.reviews]
    decision = decision._replace(reviews=tuple(sorted((*others, *told), key=lambda one: one.at)))
    if event.superseded_by is None:
        return decision
    return decision._replace(
        state=DecisionState.superseded, superseded_by=event.superseded_by, superseded_in=event.number
    )
