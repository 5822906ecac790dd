"""A draft, filled from what the session holds: options in their columns, where the one that is chosen is
behind them, and the concerns about it.

Why for people: what a decision gives up is said when somebody asks for it, line by line. An empty page
invites nobody to write down a price.
"""

from collections.abc import Iterable, Mapping

from app.facilitation.commands.decisions import Basis
from app.facilitation.decisions.options import ASKED_OF, WHOSE, best_by, best_by_people, filled_with
from app.facilitation.decisions.record import MOST_LINES, Filled, Gap, Record
from app.facilitation.events.decisions import FilledColumn, FoundGap, FoundRisk
from app.facilitation.ids import Column, GapId, IdeaId, OptionId, RemarkKind, RiskId
from app.facilitation.merit.questions import Question
from app.facilitation.resisting.record import LEAVE
from app.facilitation.state import State


def columns_for(state: State, chosen: OptionId | None) -> dict[Column, Filled]:
    """The four columns, as far as the session knows what stands in them."""
    columns = {
        Column.chosen: Filled() if chosen is None else filled_with(state, chosen)._replace(basis="chosen")
    }
    for column, questions in ASKED_OF.items():
        people = best_by_people(state, WHOSE[column], chosen)
        option = people or best_by(state, questions, chosen)
        if option is None:
            columns[column] = Filled()
        else:
            basis: Basis = "answers" if people is None else "people"
            columns[column] = filled_with(state, option)._replace(basis=basis)
    columns[Column.leave] = filled_with(state, OptionId(LEAVE))._replace(basis="said")
    return columns


def behind(columns: Mapping[Column, Filled], column: Column) -> list[Question | None]:
    """The questions on which the option chosen is behind a column; None: it is another option, and no answer
    says on which. Empty where it is the same option, or either stands empty.
    """
    chosen, other = columns.get(Column.chosen, Filled()), columns.get(column, Filled())
    if chosen.blank or other.blank or (chosen.option, chosen.text) == (other.option, other.text):
        return []
    questions: list[Question | None] = [
        question
        for question, mine, theirs in zip(Question, chosen.marks, other.marks, strict=False)
        if 0 < mine < theirs
    ]
    return questions or [None]


def gaps_for(
    columns: Mapping[Column, Filled], against: Iterable[Column], known: Iterable[Gap], new_id: str
) -> tuple[FoundGap, ...]:
    """A gap for each place where the option chosen is behind, apart from those that are known."""
    said = {(gap.against, gap.question) for gap in known}
    places = [
        (column, question)
        for column in against
        for question in behind(columns, column)
        if (column, question) not in said
    ]
    return tuple(
        FoundGap(GapId(f"{new_id}-g{number}"), column, question)
        for number, (column, question) in enumerate(places, 1)
    )


def said_gaps(record: Record, against: Iterable[Column]) -> list[Gap]:
    """The gaps that stay whatever is chosen: of other columns, and those in which somebody wrote."""
    touched = set(against)
    return [
        gap
        for gap in record.gaps.values()
        if gap.against not in touched or gap.lost or gap.bears or gap.asked or gap.unknown
    ]


def risks_for(state: State, chosen: OptionId | None, new_id: str) -> tuple[FoundRisk, ...]:
    """The concerns about the option that is chosen, and about what it was put together from: a worry about a
    part is not gone.
    """
    concerns = [
        one
        for idea in state.ideas.made_of(IdeaId(str(chosen)))
        for one in idea.remarks
        if one.what is RemarkKind.concern
    ][:MOST_LINES]
    return tuple(FoundRisk(RiskId(f"{new_id}-r{number}"), one.id) for number, one in enumerate(concerns, 1))


def as_event(column: Column, filled: Filled) -> FilledColumn:
    """A column as the log keeps it: without words."""
    return FilledColumn(column, filled.option, filled.wording, filled.marks, filled.basis, filled.acceptance)


def from_event(filled: FilledColumn, text: str = "") -> Filled:
    """The same, read back."""
    return Filled(filled.option, filled.wording, text, filled.marks, filled.basis, filled.acceptance)
