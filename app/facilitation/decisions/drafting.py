"""Writing a decision down: a draft that all can read, and that nobody has agreed to yet."""

from app.facilitation.commands import (
    DiscardDecision,
    DraftDecision,
    RemoveLine,
    SayGap,
    SetColumn,
    SetDecision,
    SetRisk,
)
from app.facilitation.commands.decisions import Basis
from app.facilitation.decisions.filling import (
    as_event,
    columns_for,
    from_event,
    gaps_for,
    risks_for,
    said_gaps,
)
from app.facilitation.decisions.options import filled_with
from app.facilitation.decisions.record import (
    HOLDS,
    MOST_LINES,
    Decision,
    DecisionState,
    Filled,
    Gap,
    Record,
    Risk,
)
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    ColumnSet,
    DecisionDiscarded,
    DecisionDrafted,
    DecisionSet,
    GapSaid,
    LineRemoved,
    RiskSaid,
)
from app.facilitation.ideas.collecting import shown_idea
from app.facilitation.ids import Column, DecisionId, GapId, IdeaId, OptionId, RiskId
from app.facilitation.merit.questions import HIGHEST, Question
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.resisting.record import LEAVE
from app.facilitation.sentences import sentences, sentences_if_any
from app.facilitation.session import require_open
from app.facilitation.state import State

concept = Concept()

MOST_DECISIONS = 50
"""Of one session: all of them stand in every page."""
NO_DAY = 0
"""Of `review_at`: nobody has said when."""
BESIDE = (Column.to_run, Column.to_live_with, Column.leave)
"""The columns next to the one that is chosen."""


def decision_of(draft: Draft, decision: DecisionId) -> Decision:
    """The version that a command is about. Raises Refused (`unknown_decision`)."""
    found = draft.state.decisions.by_id.get(decision)
    if found is None:
        raise Refused("unknown_decision", "There is no such decision here.")
    return found


def draft_of(draft: Draft, decision: DecisionId) -> Decision:
    """The same, where it can be written in. Raises Refused (`unknown_decision`, `stale`)."""
    found = decision_of(draft, decision)
    if found.state is not DecisionState.draft:
        raise Refused("stale", "That is decided and stays as it is. Write a new version of it.")
    return found


@concept.decides(DraftDecision)
def begin(draft: Draft, command: DraftDecision) -> None:
    """Begin a record, one at a time."""
    require_open(draft)
    ledger = draft.state.decisions
    if ledger.draft is not None:
        raise Refused("drafting", "A decision is being written already. Accept or discard it first.")
    if len(ledger.by_id) >= MOST_DECISIONS:
        raise Refused("too_many", "There are more decisions already than fit in one session.")
    new_id = draft.arrival.new_id
    statement = sentences_if_any(command.statement)
    if command.supersedes is not None:
        before = decision_of(draft, command.supersedes)
        if before.state not in HOLDS:
            raise Refused("stale", "Only a decision that holds can have a new version.")
        made = DecisionId(new_id)
        draft.emit(DecisionDrafted(made, before.version + 1, before.id, statement, (), (), ()))
        day = before.record.review_at
        if day is not None and day <= draft.at:
            # That look was at the version before: when this one is looked at has to be said anew.
            draft.emit(_changes(SetDecision(made, review_at=NO_DAY)))
        return
    chosen = _option(draft, command.chosen)
    columns = columns_for(draft.state, chosen)
    draft.emit(
        DecisionDrafted(
            decision=DecisionId(new_id),
            version=1,
            supersedes=None,
            statement=statement,
            columns=tuple(as_event(column, filled) for column, filled in columns.items()),
            gaps=gaps_for(columns, BESIDE, (), new_id),
            risks=risks_for(draft.state, chosen, new_id),
        )
    )


def _option(draft: Draft, option: OptionId | None) -> OptionId | None:
    """An option that can stand in a column. Raises Refused (`unknown_idea`, `stale`)."""
    if option is not None and option != LEAVE:
        shown_idea(draft, IdeaId(str(option)))
    return option


@concept.decides(SetDecision)
def write(draft: Draft, command: SetDecision) -> None:
    """Parts of it."""
    record = draft_of(draft, command.decision).record
    changes = _changes(command)
    if _written(record, changes) != record:
        draft.emit(changes)


def _changes(command: SetDecision) -> DecisionSet:
    return DecisionSet(
        decision=command.decision,
        statement=_maybe(command.statement),
        asks=_maybe(command.asks),
        affected=_lines(command.affected),
        affected_unknown=command.affected_unknown,
        costs=_lines(command.costs),
        costs_unknown=command.costs_unknown,
        conditions=_lines(command.conditions),
        review_at=command.review_at,
        review_how=_maybe(command.review_how),
        limit_reason=_maybe(command.limit_reason),
    )


def _maybe(text: str | None) -> str | None:
    return None if text is None else sentences_if_any(text)


def _lines(lines: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if lines is None:
        return None
    kept = tuple(sentences(line) for line in lines if line.strip())
    if len(kept) > MOST_LINES:
        raise Refused("too_many", f"Up to {MOST_LINES} lines: more than that nobody reads.")
    return kept


@concept.decides(SetColumn)
def set_column(draft: Draft, command: SetColumn) -> None:
    """Another option in a column; where the one chosen is behind now, a gap asks what is lost."""
    record = draft_of(draft, command.decision).record
    if command.marks and (
        len(command.marks) != len(Question) or not all(0 <= mark <= HIGHEST for mark in command.marks)
    ):
        raise Refused("off_scale", f"Give four marks of 1 to {HIGHEST}, or 0 where nobody knows.")
    option, text = _option(draft, command.option), sentences_if_any(command.text)
    filled = filled_with(draft.state, option) if option is not None else Filled()
    basis: Basis = "chosen" if command.column is Column.chosen else "said"
    if option is None and not text:
        basis = "none"
    filled = filled._replace(text=text, basis=basis)
    if command.marks:
        filled = filled._replace(marks=command.marks if any(command.marks) else ())
    if filled == record.columns.get(command.column):
        return
    columns = {**record.columns, command.column: filled}
    against = BESIDE if command.column is Column.chosen else (command.column,)
    gaps = gaps_for(columns, against, said_gaps(record, against), draft.arrival.new_id)
    draft.emit(ColumnSet(command.decision, as_event(command.column, filled), text, gaps))


@concept.decides(SayGap)
def set_gap(draft: Draft, command: SayGap) -> None:
    """What is lost, who bears it, were they asked."""
    gaps = draft_of(draft, command.decision).record.gaps
    if command.against is Column.chosen:
        raise Refused("bad_answer", "A gap is what is given up next to another column.")
    if command.gap is not None and command.gap not in gaps:
        raise Refused("unknown_decision", "That line is not there any more.")
    if command.gap is None and len(gaps) >= MOST_LINES:
        raise Refused("too_many", f"Up to {MOST_LINES} lines: more than that nobody reads.")
    gap = Gap(
        id=command.gap or GapId(draft.arrival.new_id),
        against=command.against,
        question=command.question,
        lost=sentences_if_any(command.lost),
        bears=sentences_if_any(command.bears),
        asked=sentences_if_any(command.asked),
        unknown=tuple(sorted(set(command.unknown))),
    )
    if gap != gaps.get(gap.id):
        draft.emit(GapSaid(command.decision, *gap))


@concept.decides(SetRisk)
def set_risk(draft: Draft, command: SetRisk) -> None:
    """What could go wrong, how likely, how bad, who looks after it."""
    risks = draft_of(draft, command.decision).record.risks
    if command.risk is not None and command.risk not in risks:
        raise Refused("unknown_decision", "That line is not there any more.")
    if command.risk is None and len(risks) >= MOST_LINES:
        raise Refused("too_many", f"Up to {MOST_LINES} lines: more than that nobody reads.")
    if not (0 <= command.likelihood <= HIGHEST and 0 <= command.impact <= HIGHEST):
        raise Refused("off_scale", f"How likely and how bad are 1 to {HIGHEST}, or 0 where nobody said.")
    before = risks.get(command.risk) if command.risk is not None else None
    # A concern keeps its author's own words as long as nobody writes others.
    borrowed = before is not None and before.remark is not None and not command.text.strip()
    risk = Risk(
        id=command.risk or RiskId(draft.arrival.new_id),
        text="" if borrowed else sentences(command.text),
        remark=before.remark if before is not None else None,
        likelihood=command.likelihood,
        impact=command.impact,
        owner=sentences_if_any(command.owner),
        mitigation=sentences_if_any(command.mitigation),
    )
    if risk != before:
        draft.emit(
            RiskSaid(
                command.decision,
                risk.id,
                risk.text,
                risk.likelihood,
                risk.impact,
                risk.owner,
                risk.mitigation,
            )
        )


@concept.decides(RemoveLine)
def remove_line(draft: Draft, command: RemoveLine) -> None:
    """A gap or a risk that is none."""
    record = draft_of(draft, command.decision).record
    gap = command.gap if command.gap in record.gaps else None
    risk = command.risk if command.risk in record.risks else None
    if gap is None and risk is None:
        raise Refused("unknown_decision", "That line is not there any more.")
    draft.emit(LineRemoved(command.decision, gap, risk))


@concept.decides(DiscardDecision)
def discard(draft: Draft, command: DiscardDecision) -> None:
    """Nothing is decided; of a new version, the one before goes on to hold."""
    draft.emit(DecisionDiscarded(draft_of(draft, command.decision).id))


def with_decision(state: State, decision: Decision) -> State:
    """The state with this version in its place."""
    return state._replace(decisions=state.decisions.having(decision))


def _with_record(state: State, decision: DecisionId, record: Record, recorded: Recorded) -> State:
    now = state.decisions.by_id[decision]
    return with_decision(state, now._replace(record=record, changed_at=recorded.at))


@concept.evolves(DecisionDrafted)
def drafted(state: State, event: DecisionDrafted, recorded: Recorded) -> State:
    """A draft, filled; of a new version, as the one before stands."""
    if event.supersedes is not None:
        record = state.decisions.by_id[event.supersedes].record
        record = record._replace(statement=event.statement or record.statement)
    else:
        record = Record(
            statement=event.statement,
            columns={each.column: from_event(each) for each in event.columns},
            gaps={gap.gap: Gap(gap.gap, gap.against, gap.question) for gap in event.gaps},
            risks={each.risk: Risk(each.risk, remark=each.remark) for each in event.risks},
        )
    decision = Decision(
        id=event.decision,
        version=event.version,
        state=DecisionState.draft,
        drafted_at=recorded.at,
        changed_at=recorded.at,
        record=record,
        supersedes=event.supersedes,
    )
    state = with_decision(state, decision)
    return state._replace(decisions=state.decisions._replace(draft=decision.id))


@concept.evolves(DecisionSet)
def was_written(state: State, event: DecisionSet, recorded: Recorded) -> State:
    """Other words."""
    record = _written(state.decisions.by_id[event.decision].record, event)
    return _with_record(state, event.decision, record, recorded)


def _written(record: Record, event: DecisionSet) -> Record:
    """The record with the changes; a line that is written says that it is not unknown, and the reverse."""
    return Record(
        statement=record.statement if event.statement is None else event.statement,
        asks=record.asks if event.asks is None else event.asks,
        columns=record.columns,
        gaps=record.gaps,
        affected=record.affected if event.affected is None else event.affected,
        affected_unknown=(
            record.affected_unknown if event.affected_unknown is None else event.affected_unknown
        ),
        costs=record.costs if event.costs is None else event.costs,
        costs_unknown=record.costs_unknown if event.costs_unknown is None else event.costs_unknown,
        risks=record.risks,
        conditions=record.conditions if event.conditions is None else event.conditions,
        review_at=record.review_at if event.review_at is None else (event.review_at or None),
        review_how=record.review_how if event.review_how is None else event.review_how,
        limit_reason=record.limit_reason if event.limit_reason is None else event.limit_reason,
    )


@concept.evolves(ColumnSet)
def column_was_set(state: State, event: ColumnSet, recorded: Recorded) -> State:
    """Another option; gaps in which nobody wrote go with the one before."""
    record = state.decisions.by_id[event.decision].record
    against = BESIDE if event.filled.column is Column.chosen else (event.filled.column,)
    gaps = {gap.id: gap for gap in said_gaps(record, against)}
    gaps |= {gap.gap: Gap(gap.gap, gap.against, gap.question) for gap in event.gaps}
    columns = {**record.columns, event.filled.column: from_event(event.filled, event.text)}
    return _with_record(state, event.decision, record._replace(columns=columns, gaps=gaps), recorded)


@concept.evolves(GapSaid)
def gap_was_said(state: State, event: GapSaid, recorded: Recorded) -> State:
    """In its place, or last."""
    record = state.decisions.by_id[event.decision].record
    gap = Gap(event.gap, event.against, event.question, event.lost, event.bears, event.asked, event.unknown)
    gaps = {**record.gaps, gap.id: gap}
    return _with_record(state, event.decision, record._replace(gaps=gaps), recorded)


@concept.evolves(RiskSaid)
def risk_was_said(state: State, event: RiskSaid, recorded: Recorded) -> State:
    """In its place, or last."""
    record = state.decisions.by_id[event.decision].record
    before = record.risks.get(event.risk, Risk(event.risk))
    risk = before._replace(
        text=event.text,
        likelihood=event.likelihood,
        impact=event.impact,
        owner=event.owner,
        mitigation=event.mitigation,
    )
    risks = {**record.risks, risk.id: risk}
    return _with_record(state, event.decision, record._replace(risks=risks), recorded)


@concept.evolves(LineRemoved)
def line_was_removed(state: State, event: LineRemoved, recorded: Recorded) -> State:
    """It was none."""
    record = state.decisions.by_id[event.decision].record
    gaps = {each: gap for each, gap in record.gaps.items() if each != event.gap}
    risks = {each: risk for each, risk in record.risks.items() if each != event.risk}
    return _with_record(state, event.decision, record._replace(gaps=gaps, risks=risks), recorded)


@concept.evolves(DecisionDiscarded)
def was_discarded(state: State, event: DecisionDiscarded, _: Recorded) -> State:
    """It never held."""
    now = state.decisions.by_id[event.decision]
    state = with_decision(state, now._replace(state=DecisionState.discarded))
    return state._replace(decisions=state.decisions._replace(draft=None))
