"""What is shown of decisions: the whole record to all, dissent and late words without whose they are unless
they say so, how sure people were at a review alone.
"""

from app.facilitation.answering import FEWEST
from app.facilitation.commands import OpenPoint
from app.facilitation.decisions.needs import needs_for, needs_of
from app.facilitation.decisions.open_points import open_points
from app.facilitation.decisions.options import concern_of, over_the_limit, words_of
from app.facilitation.decisions.record import Decision, DecisionState, Filled, Gap, LateWord, Review, Risk
from app.facilitation.ids import Column, ParticipantId, Stance
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.lots import place_by_lot
from app.facilitation.state import State


def decisions_from(state: State) -> tuple[object, ...]:
    """What the section is made from: nothing but the ledger, as long as that is empty."""
    ledger = state.decisions
    if not ledger.by_id and not ledger.needs:
        return (ledger, None, None)
    return (ledger, state.ideas, state.surveys)


def room_decisions(state: State, *, drafts: bool = True) -> JsonDict:
    """The ledger: every version that was not thrown away, and what came of every need."""
    ledger = state.decisions
    shown = [
        decision
        for decision in ledger.by_id.values()
        if decision.state is not DecisionState.discarded
        and (drafts or decision.state is not DecisionState.draft)
    ]
    view: JsonDict = {
        "order": [decision.id for decision in shown],
        "by_id": {decision.id: decision_view(state, decision) for decision in shown},
        "needs": _needs(state) if ledger.by_id or ledger.needs else {"order": [], "by_id": {}},
    }
    if drafts and ledger.draft is not None:
        view["draft"] = ledger.draft
    return view


def decision_view(state: State, decision: Decision) -> JsonDict:
    """One version, whole."""
    record = decision.record
    chosen = words_of(state, record.chosen)
    view: JsonDict = {
        "state": decision.state.value,
        "version": decision.version,
        "drafted_at": decision.drafted_at,
        "statement": record.statement or chosen,
        "asks": record.asks,
        "columns": {column.value: _column(state, record.columns.get(column, Filled())) for column in Column},
        "gaps": {
            "order": list(record.gaps),
            "by_id": {gap.id: _gap(gap) for gap in record.gaps.values()},
        },
        "affected": list(record.affected),
        "affected_unknown": record.affected_unknown,
        "costs": list(record.costs),
        "costs_unknown": record.costs_unknown,
        "risks": {
            "order": list(record.risks),
            "by_id": {risk.id: _risk(state, risk) for risk in record.risks.values()},
        },
        "conditions": list(record.conditions),
        "review_how": record.review_how,
        "limit_reason": record.limit_reason,
        "needs": list(needs_for(state, record)),
        "dissents": _dissents(decision),
        "sure": _sure(decision),
        "late": _late(decision),
        "reviews": [_review(review) for review in decision.reviews],
    }
    accepted = decision.accepted
    points = accepted.left_open if accepted is not None else open_points(state, record)
    view["open_points"] = [_point(point) for point in points]
    view["over_the_limit"] = (
        accepted.over_the_limit if accepted is not None else over_the_limit(state, record.chosen.option)
    )
    if record.review_at is not None:
        view["review_at"] = record.review_at
    if decision.supersedes is not None:
        view["supersedes"] = decision.supersedes
    if decision.superseded_by is not None:
        view["superseded_by"] = decision.superseded_by
    if decision.superseded_in:
        view["superseded_in"] = decision.superseded_in
    if decision.origin is not None:
        session, number, brought_at, *_ = decision.origin
        view["origin"] = {"session": session, "number": number, "brought_at": brought_at}
    if accepted is not None:
        view["accepted"] = {
            "check": accepted.check,
            "at": accepted.at,
            "late_until_at": accepted.late_until_at,
            "agreed": accepted.agreed,
            "answered": accepted.answered,
        }
    return view


def _column(state: State, filled: Filled) -> JsonDict:
    view: JsonDict = {
        "text": words_of(state, filled),
        "marks": list(filled.marks),
        "basis": filled.basis,
    }
    if filled.option is not None:
        view["option"] = filled.option
    if filled.acceptance is not None:
        view["acceptance"] = filled.acceptance
    return view


def _gap(gap: Gap) -> JsonDict:
    view: JsonDict = {
        "against": gap.against.value,
        "lost": gap.lost,
        "bears": gap.bears,
        "asked": gap.asked,
        "unknown": [part.value for part in gap.unknown],
    }
    if gap.question is not None:
        view["question"] = gap.question.value
    return view


def _risk(state: State, risk: Risk) -> JsonDict:
    return {
        "text": risk.text or concern_of(state, risk.remark),
        "likelihood": risk.likelihood,
        "impact": risk.impact,
        "word": risk_word(risk.likelihood, risk.impact),
        "owner": risk.owner,
        "mitigation": risk.mitigation,
    }


def risk_word(likelihood: int, impact: int) -> str:
    """What to do about a risk, both figures 1 to 5 (0: nobody said): `act` where both are 4 or more, or the
    impact is 5 and the likelihood 2 or more; `accept` where both are 2 or less; else `watch`, so that no
    `act` lies next to an `accept`. `not_said` where nobody said one of the two.

    The words and their bounds are ours. No product ranks risks: Cox 2008, What's wrong with risk matrices?,
    Risk Analysis 28(2):497-512, DOI 10.1111/j.1539-6924.2008.01030.x.
    """
    if not likelihood or not impact:
        return "not_said"
    if min(likelihood, impact) >= 4 or (impact == 5 and likelihood >= 2):
        return "act"
    return "accept" if max(likelihood, impact) <= 2 else "watch"


def _point(point: OpenPoint) -> JsonDict:
    view: JsonDict = {"what": point.what}
    if point.of:
        view["of"] = point.of
    if point.part:
        view["part"] = point.part
    return view


def _dissents(decision: Decision) -> JsonDict:
    kept = sorted(decision.dissents.items(), key=lambda one: place_by_lot(one[1].id, decision.id))
    by_id: dict[str, Json] = {}
    for who, dissent in kept:
        own: JsonDict = {"text": dissent.text, "needs": dissent.needs}
        if dissent.named:
            own["by"] = who
        by_id[dissent.id] = own
    return {"order": list(by_id), "by_id": by_id}


def _review(review: Review) -> JsonDict:
    view: JsonDict = {"at": review.at, "came": review.came.value, "text": review.text}
    if review.number:
        view["number"] = review.number
    return view


def how_sure(decision: Decision) -> tuple[int, tuple[int, ...]]:
    """How many said how sure they are, and the lowest, middle and highest; none of fewer than `FEWEST`."""
    if decision.origin is not None:
        return decision.origin.sure_answered, decision.origin.sure
    given = sorted(decision.sure.values())
    enough = len(given) >= FEWEST
    return len(given), (given[0], given[(len(given) - 1) // 2], given[-1]) if enough else ()


def _sure(decision: Decision) -> JsonDict:
    answered, spread = how_sure(decision)
    view: JsonDict = {"answered": answered}
    if decision.reviews:
        view |= dict(zip(("lowest", "middle", "highest"), spread, strict=False))
    return view


def _late(decision: Decision) -> JsonDict:
    said = sorted(decision.late.items(), key=lambda one: place_by_lot(one[1].id, decision.id))
    by_id: dict[str, Json] = {word.id: _late_word(who, word) for who, word in said if word.text}
    counts: JsonDict = {
        stance.value: sum(word.stance is stance for word in decision.late.values()) for stance in Stance
    }
    return {**counts, "order": list(by_id), "by_id": by_id}


def _late_word(who: ParticipantId, word: LateWord) -> JsonDict:
    view: JsonDict = {"stance": word.stance.value, "text": word.text}
    if word.named:
        view["by"] = who
    if word.answer:
        view["answer"] = word.answer
    return view


def _needs(state: State) -> JsonDict:
    by_id: dict[str, Json] = {}
    for need in needs_of(state).values():
        own: JsonDict = {"text": need.text, "named_as": need.named_as}
        ended = state.decisions.needs.get(need.id)
        if ended is not None:
            own |= {"end": ended.end.value, "because": ended.because, "owner": ended.owner}
            if ended.by_at is not None:
                own["by_at"] = ended.by_at
        by_id[need.id] = own
    return {"order": list(by_id), "by_id": by_id}


def desk_ledger(state: State) -> JsonDict:
    """What facilitators see besides: the public links that open something."""
    return {"links": [link for link, is_open in state.decisions.links.items() if is_open]}


def own_decisions(state: State, participant: ParticipantId) -> JsonDict | None:
    """What one said oneself of each decision; None where one said nothing."""
    view: JsonDict = {}
    ledger = state.decisions
    for decision in ledger.by_id.values():
        own: JsonDict = {}
        dissent = decision.dissents.get(participant)
        if dissent is not None:
            own["dissent"] = {"text": dissent.text, "needs": dissent.needs, "named": dissent.named}
        if participant in decision.sure:
            own["sure"] = decision.sure[participant]
        late = decision.late.get(participant)
        if late is not None:
            own["late"] = {"stance": late.stance.value, "text": late.text, "named": late.named}
        if own:
            view[decision.id] = own
    made: JsonDict = {}
    if view:
        made["said"] = view
    if participant in ledger.named:
        made["name_shown"] = True
    return made or None
