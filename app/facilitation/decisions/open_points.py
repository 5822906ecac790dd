"""What has to be said of a decision and is blank. "We don't know" is an answer; blank is not."""

from app.facilitation.commands import OpenPoint
from app.facilitation.decisions.needs import needs_for
from app.facilitation.decisions.record import Record
from app.facilitation.state import State


def open_points(state: State, record: Record) -> tuple[OpenPoint, ...]:
    """Every open point, in the order in which a record is read."""
    points = [OpenPoint("gap", gap.id, part.value) for gap in record.gaps.values() for part in gap.blanks()]
    if not record.costs and not record.costs_unknown:
        points.append(OpenPoint("costs", "", ""))
    if not record.affected and not record.affected_unknown:
        points.append(OpenPoint("affected", "", ""))
    for risk in record.risks.values():
        parts = {
            "likelihood": risk.likelihood,
            "impact": risk.impact,
            "owner": risk.owner,
            "mitigation": risk.mitigation,
        }
        points += [OpenPoint("risk", risk.id, part) for part, value in parts.items() if not value]
    if record.review_at is None:
        points.append(OpenPoint("review", "", ""))
    points += [
        OpenPoint("need", need, "") for need in needs_for(state, record) if need not in state.decisions.needs
    ]
    return tuple(points)
