"""An author's own name beside an idea: once it was scored, if they say so, and until they take it away.

Why for people: the idea was weighed without its author, so a name can sway nobody any more; and who had it
may be glad to say so. Before it is scored again the name goes by itself, for it would sway then.
"""

from collections.abc import Iterable
from dataclasses import replace

from app.facilitation.commands import SignIdea
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import IdeaSigned
from app.facilitation.ideas.collecting import idea_of, with_idea
from app.facilitation.ideas.record import Ideas, IdeaState
from app.facilitation.ids import IdeaId
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.state import State

concept = Concept()


@concept.decides(SignIdea)
def sign(draft: Draft, command: SignIdea) -> None:
    """Only the author says so, or who typed the idea for them; to all others the answer is the same."""
    idea = idea_of(draft, command.idea)
    author = draft.participant(command.participant).id
    if idea.author != author or not idea.belongs_to(draft.sender()):
        raise Refused("not_allowed", "Only its author can let their name be shown.")
    if command.shown and (idea.id not in draft.state.ideas.weighed or idea.state is IdeaState.held_back):
        raise Refused("not_scored", "A name can stand beside an idea once its scores are shown.")
    if command.shown != idea.signed:
        draft.emit(IdeaSigned(idea.id, command.shown))


def kin(ideas: Ideas, scored: Iterable[IdeaId]) -> frozenset[IdeaId]:
    """The ideas that were scored, what they were made of, and the needs that they are for."""
    found: set[IdeaId] = set()
    ahead = list(scored)
    while ahead:
        idea = ideas.by_id.get(ahead.pop())
        if idea is not None and idea.id not in found:
            found.add(idea.id)
            ahead += [parent for parent, _ in idea.parents]
            ahead += [idea.need] if idea.need is not None else []
    return frozenset(found)


def to_be_weighed(state: State, scored: Iterable[IdeaId]) -> State:
    """A round opens: nobody's name stands beside what is scored."""
    ideas = state.ideas
    family = kin(ideas, scored)
    if not any(ideas.by_id[idea].signed for idea in family) and family.isdisjoint(ideas.weighed):
        return state
    by_id = {
        each: replace(idea, signed=False) if idea.signed and each in family else idea
        for each, idea in ideas.by_id.items()
    }
    return state._replace(ideas=replace(ideas, by_id=by_id, weighed=ideas.weighed - family))


def were_weighed(state: State, scored: Iterable[IdeaId]) -> State:
    """A round has closed: authors of what was scored may say so."""
    ideas = state.ideas
    return state._replace(ideas=replace(ideas, weighed=ideas.weighed | kin(ideas, scored)))


@concept.evolves(IdeaSigned)
def signed(state: State, event: IdeaSigned, _: Recorded) -> State:
    """As the author says."""
    return with_idea(state, replace(state.ideas.by_id[event.idea], signed=event.shown))
