"""What came of needs ("You said, we did"): each ends as taken up, partly, or no because, with who sees to it
and by when.

Why for people: being asked and never hearing what came of it is what makes people stay away the next time.
"""

from typing import Literal, NamedTuple

from app.facilitation.commands import EndNeed
from app.facilitation.decisions.record import Ended, Record
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import NeedEnded
from app.facilitation.ideas.record import IdeaState
from app.facilitation.ids import IdeaId, IdeaKind, NeedId
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.sentences import sentences, sentences_if_any
from app.facilitation.state import State

concept = Concept()


class Need(NamedTuple):
    """A need that somebody named."""

    id: NeedId
    text: str
    named_as: Literal["need", "heard", "ask"]
    """As a need of its own, as the need that was heard in a proposal, or as what it takes to come along."""


def needs_of(state: State) -> dict[NeedId, Need]:
    """Every need that all can read, in the order in which ideas and asks are shown."""
    found: list[Need] = []
    for idea_id in state.ideas.order:
        idea = state.ideas.by_id[idea_id]
        if idea.state is IdeaState.published and idea.what is IdeaKind.need:
            found.append(Need(NeedId(idea.id), idea.text, "need"))
        elif idea.state is IdeaState.published and idea.heard_right:
            found.append(Need(NeedId(idea.id), idea.heard, "heard"))
    for survey in state.surveys.by_id.values():
        if survey.closed_at is not None:
            asks = [
                Need(NeedId(level.ask), level.needs, "ask")
                for option in survey.options
                for level in survey.levels.get(option, {}).values()
                if level.ask
            ]
            # In no order of people: the ids were drawn by lot.
            found += sorted(asks, key=lambda need: need.id)
    return {need.id: need for need in found}


def needs_for(state: State, record: Record) -> tuple[NeedId, ...]:
    """The needs that a decision has to answer: what the option chosen is for, and what people said they would
    need to come along with it.
    """
    option = record.chosen.option
    known = needs_of(state)
    wanted: list[str] = list(_lineage(state, IdeaId(str(option)))) if option is not None else []
    for survey in state.surveys.by_id.values():
        if option is not None and survey.closed_at is not None:
            wanted += sorted(level.ask for level in survey.levels.get(option, {}).values() if level.ask)
    return tuple(NeedId(each) for each in dict.fromkeys(wanted) if NeedId(each) in known)


def _lineage(state: State, idea_id: IdeaId) -> list[str]:
    """The idea, what it was made of, what each of them is for, and what a need was split into."""
    seen: list[str] = []
    waiting = [idea_id]
    while waiting:
        idea = state.ideas.by_id.get(waiting.pop())
        if idea is None or idea.id in seen:
            continue
        seen.append(idea.id)
        waiting += [parent for parent, _ in idea.parents]
        if idea.need is not None:
            waiting.append(idea.need)
        if idea.what is IdeaKind.need and idea.state is IdeaState.was_split:
            waiting += [each.id for each in state.ideas.by_id.values() if (idea.id, "") in each.parents]
    return seen


@concept.decides(EndNeed)
def end(draft: Draft, command: EndNeed) -> None:
    """Taken up, partly, or no because; another answer takes the place of the one before."""
    if command.need not in needs_of(draft.state):
        raise Refused("unknown_idea", "There is no such need here.")
    ended = Ended(command.end, sentences(command.because), sentences_if_any(command.owner), command.by_at)
    if ended != draft.state.decisions.needs.get(command.need):
        draft.emit(NeedEnded(command.need, *ended))


@concept.evolves(NeedEnded)
def ended(state: State, event: NeedEnded, _: Recorded) -> State:
    """What came of it, for all to read."""
    needs = {
        **state.decisions.needs,
        event.need: Ended(event.end, event.because, event.owner, event.by_at),
    }
    return state._replace(decisions=state.decisions._replace(needs=needs))
