"""Ideas made of ideas: split, and merged into a synthesis that shows what it took from each."""

from dataclasses import replace

from app.facilitation.commands import MergeIdeas, SplitIdea
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import IdeaPart, IdeasMerged, IdeaSplit, IdeaTaken
from app.facilitation.ideas.collecting import MOST_IDEAS, shown_idea, standing, with_idea
from app.facilitation.ideas.record import Idea, IdeaState
from app.facilitation.ideas.talking import off_the_table
from app.facilitation.ids import IdeaId
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.sentences import sentences
from app.facilitation.state import State

concept = Concept()

MOST_PARTS = 7
"""Of one split, or one merging: as many as are weighed in one go (`talking.MOST_AT_ONCE`)."""


def _require_several(draft: Draft, parts: int, made: int) -> None:
    if not 2 <= parts <= MOST_PARTS:
        raise Refused("not_alike", f"That takes 2 to {MOST_PARTS} parts.")
    if standing(draft.state.ideas) + made > MOST_IDEAS:
        raise Refused("too_many", "There are more ideas already than fit here.")


@concept.decides(SplitIdea)
def split(draft: Draft, command: SplitIdea) -> None:
    """One that says two things becomes two that can be weighed apart."""
    idea = shown_idea(draft, command.idea)
    _require_several(draft, len(command.texts), len(command.texts))
    parts = tuple(
        IdeaPart(IdeaId(f"{draft.arrival.new_id}-{number}"), sentences(text))
        for number, text in enumerate(command.texts, 1)
    )
    draft.emit(IdeaSplit(idea.id, parts))


@concept.decides(MergeIdeas)
def merge(draft: Draft, command: MergeIdeas) -> None:
    """A person decides what is alike; the synthesis says what it took, so that nobody's part is lost."""
    _require_several(draft, len(command.parts), 1)
    ideas = [shown_idea(draft, part.idea) for part in command.parts]
    if len({idea.id for idea in ideas}) < len(ideas):
        raise Refused("not_alike", "An idea is merged with others, not with itself.")
    if len({idea.what for idea in ideas}) > 1:
        raise Refused("not_alike", "Merge needs with needs, and proposals with proposals.")
    parts = tuple(IdeaTaken(part.idea, sentences(part.took)) for part in command.parts)
    draft.emit(IdeasMerged(IdeaId(draft.arrival.new_id), sentences(command.text), parts))


@concept.evolves(IdeaSplit)
def was_split(state: State, event: IdeaSplit, _: Recorded) -> State:
    """The parts stand where the whole stood, and are nobody's."""
    whole = state.ideas.by_id[event.idea]
    by_id = {**state.ideas.by_id, whole.id: replace(whole, state=IdeaState.was_split)}
    for part in event.parts:
        by_id[part.idea] = Idea(
            id=part.idea,
            what=whole.what,
            text=part.text,
            state=IdeaState.published,
            need=whole.need,
            parents=((whole.id, ""),),
        )
    at = state.ideas.order.index(whole.id) + 1
    order = (
        *state.ideas.order[:at],
        *(part.idea for part in event.parts),
        *state.ideas.order[at:],
    )
    state = state._replace(ideas=replace(state.ideas, by_id=by_id, order=order))
    return off_the_table(state, whole.id)


@concept.evolves(IdeasMerged)
def were_merged(state: State, event: IdeasMerged, _: Recorded) -> State:
    """The synthesis stands last; what it was made of stays to be read."""
    parents = [state.ideas.by_id[part.idea] for part in event.parts]
    needs = {idea.need for idea in parents}
    for idea in parents:
        state = off_the_table(with_idea(state, replace(idea, state=IdeaState.merged)), idea.id)
    synthesis = Idea(
        id=event.idea,
        what=parents[0].what,
        text=event.text,
        state=IdeaState.published,
        need=needs.pop() if len(needs) == 1 else None,
        parents=tuple((part.idea, part.took) for part in event.parts),
    )
    state = with_idea(state, synthesis)
    state = state._replace(ideas=replace(state.ideas, order=(*state.ideas.order, event.idea)))
    return _now_for(state, synthesis.id, frozenset(idea.id for idea in parents))


def _now_for(state: State, synthesis: IdeaId, parents: frozenset[IdeaId]) -> State:
    """What was proposed for the needs that it was made of is for it now; so is what is being asked for."""
    ideas = state.ideas
    by_id = {
        each: replace(idea, need=synthesis) if idea.need in parents and each != synthesis else idea
        for each, idea in ideas.by_id.items()
    }
    collecting = ideas.collecting
    if collecting is not None and collecting.need in parents:
        collecting = replace(collecting, need=synthesis)
    asked = ideas.asked_ways if ideas.asked_ways.isdisjoint(parents) else ideas.asked_ways | {synthesis}
    return state._replace(ideas=replace(ideas, by_id=by_id, collecting=collecting, asked_ways=asked))
