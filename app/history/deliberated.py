"""What the tables say of ideas, scores, checks and decisions: what all could read, made from the same views.

So what is still written or asked stands in no table, an answer never beside a person, and an author only
beside an idea that they signed.
"""

from __future__ import annotations

from typing import Any

from app.facilitation.decisions.record import DecisionState
from app.facilitation.decisions.views import decision_view
from app.facilitation.ideas.record import SHOWN
from app.facilitation.state import State
from app.facilitation.views import ROOM
from app.history.tables import ConsensusCheckRow, DecisionRow, IdeaRow, ScoreRow


def ideas(session_id: str, state: State) -> tuple[IdeaRow, ...]:
    """The ideas that have been shown, in the order in which all see them."""
    shown = (state.ideas.by_id[idea] for idea in state.ideas.order)
    return tuple(
        IdeaRow(
            session_id=session_id,
            idea_id=idea.id,
            number=number,
            what=idea.what.value,
            text=idea.text,
            state=idea.state.value,
            need_id=idea.need,
            parents=[{"idea": parent, "took": took} for parent, took in idea.parents],
            heard=idea.heard if idea.heard_right else "",
            remarks=len(idea.remarks),
            signed_by=idea.author if idea.signed else None,
        )
        for number, idea in enumerate(shown, start=1)
        if idea.state in SHOWN
    )


def scores(session_id: str, state: State) -> tuple[ScoreRow, ...]:
    """A row for each question of each idea of each closed round."""
    rounds: dict[str, Any] = _section(state, "scoring")["rounds"]
    return tuple(
        ScoreRow(
            session_id=session_id,
            round_id=round_id,
            idea_id=idea_id,
            question=question,
            round=now["number"],
            closed_at=now["closed_at"],
            answered=said["answered"],
            too_few=said["too_few"],
            cannot_say=said.get("cannot_say"),
            counts=said.get("counts", []),
            median=said.get("median"),
            mean=said.get("mean"),
            agreement=said.get("agreement"),
            division=said.get("division"),
            red_flag=said.get("red_flag"),
        )
        for round_id, now in rounds.items()
        for idea_id, scored in now["ideas"].items()
        for question, said in scored["questions"].items()
    )


def checks(session_id: str, state: State) -> tuple[ConsensusCheckRow, ...]:
    """The closed checks, oldest first."""
    by_id: dict[str, Any] = _section(state, "checks")["by_id"]
    return tuple(
        ConsensusCheckRow(
            session_id=session_id,
            check_id=check_id,
            number=number,
            what=one["what"],
            asks=one["asks"],
            options=one["options"],
            named=one["named"],
            quorum=one["quorum"],
            threshold=one["threshold"],
            closed_at=one["closed_at"],
            answered=one["answered"],
            asked=one["asked"],
            left_out=one["left_out"],
            on_paper=one["on_paper"],
            quorate=one["quorate"],
            too_few=one["too_few"],
            counts=one.get("counts", []),
            places=one.get("places", []),
            outcome=one.get("outcome", ""),
            support=one.get("support"),
            reached=one.get("reached"),
        )
        for number, (check_id, one) in enumerate(by_id.items(), start=1)
    )


def decisions(session_id: str, state: State) -> tuple[DecisionRow, ...]:
    """Every version that was not thrown away, the oldest first."""
    kept = [one for one in state.decisions.by_id.values() if one.state is not DecisionState.discarded]
    rows = []
    for number, decision in enumerate(kept, start=1):
        view: dict[str, Any] = dict(decision_view(state, decision))
        accepted = decision.accepted
        rows.append(
            DecisionRow(
                session_id=session_id,
                decision_id=decision.id,
                number=number,
                version=decision.version,
                state=decision.state.value,
                statement=view["statement"],
                drafted_at=decision.drafted_at,
                accepted_at=None if accepted is None else accepted.at,
                check_id=None if accepted is None else accepted.check,
                agreed=None if accepted is None else accepted.agreed,
                answered=None if accepted is None else accepted.answered,
                late_until_at=None if accepted is None else accepted.late_until_at,
                review_at=decision.record.review_at,
                open_points=len(view["open_points"]),
                over_the_limit=view["over_the_limit"],
                supersedes=decision.supersedes,
                superseded_by=decision.superseded_by,
                record=view,
            )
        )
    return tuple(rows)


def _section(state: State, name: str) -> dict[str, Any]:
    return dict(ROOM.sections[name].build(state, None, None))
