"""Writing ideas without a name, and showing them together.

Why for people: an idea that comes with a senior name is judged by the name. So each is written alone, and
all are shown at one moment, in an order made by lot. With fewer than three authors anybody could tell whose
is whose, and nothing is shown.
"""

from dataclasses import replace

from app.facilitation.commands import (
    CollectIdeas,
    DiscardIdeas,
    PublishIdeas,
    ReviseIdea,
    WithdrawIdea,
    WriteIdea,
)
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    CollectionDiscarded,
    CollectionOpened,
    IdeaRevised,
    IdeasPublished,
    IdeaWithdrawn,
    IdeaWritten,
)
from app.facilitation.ideas.record import SHOWN, Collection, Idea, Ideas, IdeaState
from app.facilitation.ids import CollectionId, IdeaId, IdeaKind, ParticipantId, Role
from app.facilitation.lots import place_by_lot
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.sentences import sentences, sentences_if_any
from app.facilitation.session import require_open
from app.facilitation.state import State

concept = Concept()

FEWEST_AUTHORS = 3
"""Of two each would know which ideas are the other's."""
MOST_IDEAS = 200
"""More than a group can read; all that are shown stand in every page."""
MOST_EARLIER = 20
"""Earlier words of one idea: they stand in every page, too."""
MOST_OWN = 20
"""Of one person in one collection."""


def idea_of(draft: Draft, idea: IdeaId) -> Idea:
    """The idea that a command is about, if its sender may know of it.

    Raises Refused (`unknown_idea`), the same whether there is no such idea or it is somebody else's and not
    shown: a refusal must not tell either.
    """
    found = draft.state.ideas.by_id.get(idea)
    if found is None or not (found.state in SHOWN or found.belongs_to(draft.sender())):
        raise Refused("unknown_idea", "There is no such idea here.")
    return found


def shown_idea(draft: Draft, idea: IdeaId) -> Idea:
    """The idea, if it is on the screens. Raises Refused (`unknown_idea`, `stale`)."""
    found = idea_of(draft, idea)
    if found.state is not IdeaState.published:
        raise Refused("stale", "That idea is not on the screens any more.")
    return found


def collecting(draft: Draft, collection: CollectionId | None = None) -> Collection:
    """What is being collected. Raises Refused (`not_collecting`, `stale`)."""
    now = draft.state.ideas.collecting
    if now is None:
        raise Refused("not_collecting", "No ideas are being collected just now.")
    if collection not in (None, now.id):
        raise Refused("stale", "That collection is closed already.")
    return now


@concept.decides(CollectIdeas)
def collect(draft: Draft, command: CollectIdeas) -> None:
    """Begin to collect; one collection at a time."""
    require_open(draft)
    if draft.state.ideas.collecting is not None:
        raise Refused("collecting", "Ideas are being collected already. Show or discard those first.")
    asks = sentences_if_any(command.asks)
    if command.need is not None and shown_idea(draft, command.need).what is not IdeaKind.need:
        raise Refused("not_alike", "Other ways are asked for to meet a need.")
    draft.emit(CollectionOpened(CollectionId(draft.arrival.new_id), asks, command.need))


@concept.decides(WriteIdea)
def write(draft: Draft, command: WriteIdea) -> None:
    """Write one, for oneself or (facilitators) for somebody or from a paper."""
    require_open(draft)
    author = _author(draft, command)
    now = collecting(draft)
    ideas = draft.state.ideas
    own = sum(idea.author == author and idea.collection == now.id for idea in ideas.by_id.values())
    if (author is not None and own >= MOST_OWN) or standing(ideas) >= MOST_IDEAS:
        raise Refused("too_many", "That is more ideas than fit here. Put two of them together.")
    if command.need is not None:
        _require_need(draft, command, author)
    sender = draft.sender()
    draft.emit(
        IdeaWritten(
            idea=IdeaId(draft.arrival.new_id),
            collection=now.id,
            what=command.what,
            text=sentences(command.text),
            author=author,
            typed_by=sender if sender != author else None,
            need=command.need,
        )
    )


def standing(ideas: Ideas) -> int:
    """How many ideas there are, but for those that were taken back."""
    return sum(idea.state is not IdeaState.withdrawn for idea in ideas.by_id.values())


def _author(draft: Draft, command: WriteIdea) -> ParticipantId | None:
    """Whose idea it is; nobody's, where it is typed from a paper without a name."""
    if command.paper:
        if command.participant is not None or not draft.by_facilitator():
            raise Refused("not_allowed", "A facilitator types what stands on a paper without a name.")
        return None
    author = draft.participant(command.participant)
    if author.removed or author.role is Role.observer:
        raise Refused("not_allowed", "Ideas come from people who take part.")
    return author.id


def _require_need(draft: Draft, command: WriteIdea, author: ParticipantId | None) -> None:
    """What a proposal is for is on the screens, or is the author's own (of a paper: its typist's)."""
    need = draft.state.ideas.by_id.get(command.need) if command.need is not None else None
    own = (
        need is not None
        and need.state is IdeaState.masked
        and need.author == author
        and need.belongs_to(draft.sender() if author is None else author)
    )
    if need is None or not (need.state is IdeaState.published or own):
        raise Refused("unknown_idea", "There is no such idea here.")
    if command.what is IdeaKind.need or need.what is not IdeaKind.need:
        raise Refused("not_alike", "Only a proposal is for a need.")


@concept.decides(ReviseIdea)
def revise(draft: Draft, command: ReviseIdea) -> None:
    """Other words. Of a shown idea the earlier ones are kept for all to see."""
    idea = idea_of(draft, command.idea)
    if idea.state not in (IdeaState.masked, IdeaState.published):
        raise Refused("stale", "That idea is not on the screens any more.")
    if not (idea.belongs_to(draft.sender()) or draft.by_facilitator()):
        raise Refused("not_allowed", "Only its author or a facilitator can change an idea.")
    text = sentences(command.text)
    if idea.state is IdeaState.published and len(idea.earlier) >= MOST_EARLIER:
        raise Refused("too_many", "This idea was changed many times. Leave it, or merge it with another one.")
    if text != idea.text:
        draft.emit(IdeaRevised(idea.id, text))


@concept.decides(WithdrawIdea)
def withdraw(draft: Draft, command: WithdrawIdea) -> None:
    """Take one's own back while nobody has seen it."""
    idea = idea_of(draft, command.idea)
    if idea.state is not IdeaState.masked:
        raise Refused("stale", "The ideas have been shown already.")
    draft.emit(IdeaWithdrawn(idea.id))


def _masked(ideas: Ideas, collection: CollectionId) -> list[Idea]:
    return [
        idea
        for idea in ideas.by_id.values()
        if idea.collection == collection and idea.state is IdeaState.masked
    ]


@concept.decides(PublishIdeas)
def publish(draft: Draft, command: PublishIdeas) -> None:
    """Show them all, if three people or more wrote."""
    now = collecting(draft, command.collection)
    masked = _masked(draft.state.ideas, now.id)
    # A paper without a name may be anybody's, so each counts as one more who wrote.
    if len({idea.author or idea.id for idea in masked}) < FEWEST_AUTHORS:
        raise Refused(
            "too_few_authors",
            f"Fewer than {FEWEST_AUTHORS} people have written, so names could be guessed. Wait for more,"
            " or close without showing.",
        )
    order = sorted((idea.id for idea in masked), key=lambda idea: place_by_lot(idea, str(draft.arrival.lot)))
    draft.emit(IdeasPublished(now.id, tuple(order)))


@concept.decides(DiscardIdeas)
def discard(draft: Draft, command: DiscardIdeas) -> None:
    """Show nothing."""
    draft.emit(CollectionDiscarded(collecting(draft, command.collection).id))


def with_idea(state: State, idea: Idea) -> State:
    """The state with this idea."""
    return state._replace(ideas=replace(state.ideas, by_id={**state.ideas.by_id, idea.id: idea}))


@concept.evolves(CollectionOpened)
def opened(state: State, event: CollectionOpened, recorded: Recorded) -> State:
    """Ideas are being collected."""
    collection = Collection(event.collection, event.asks, recorded.at, event.need)
    asked = state.ideas.asked_ways if event.need is None else state.ideas.asked_ways | {event.need}
    return state._replace(ideas=replace(state.ideas, collecting=collection, asked_ways=asked))


@concept.evolves(IdeaWritten)
def written(state: State, event: IdeaWritten, _: Recorded) -> State:
    """An idea that nobody sees yet."""
    idea = Idea(
        id=event.idea,
        what=event.what,
        text=event.text,
        state=IdeaState.masked,
        collection=event.collection,
        author=event.author,
        typed_by=event.typed_by,
        need=event.need,
    )
    return with_idea(state, idea)


@concept.evolves(IdeaRevised)
def revised(state: State, event: IdeaRevised, _: Recorded) -> State:
    """Other words; drafts that nobody saw leave none behind."""
    idea = state.ideas.by_id[event.idea]
    earlier = (*idea.earlier, idea.text) if idea.state is IdeaState.published else idea.earlier
    return with_idea(state, replace(idea, text=event.text, earlier=earlier))


@concept.evolves(IdeaWithdrawn)
def withdrawn(state: State, event: IdeaWithdrawn, _: Recorded) -> State:
    """Taken back; proposals of the same author for it stand alone."""
    by_id = {
        each: replace(idea, state=IdeaState.withdrawn)
        if each == event.idea
        else replace(idea, need=None)
        if idea.need == event.idea
        else idea
        for each, idea in state.ideas.by_id.items()
    }
    return state._replace(ideas=replace(state.ideas, by_id=by_id))


def _closed(state: State, collection: CollectionId, to: IdeaState) -> State:
    closing = {idea.id for idea in _masked(state.ideas, collection)}
    by_id = {
        each: replace(idea, state=to) if each in closing else idea for each, idea in state.ideas.by_id.items()
    }
    return state._replace(ideas=replace(state.ideas, by_id=by_id, collecting=None))


@concept.evolves(IdeasPublished)
def published(state: State, event: IdeasPublished, recorded: Recorded) -> State:
    """All at once, after those that were shown before."""
    state = _closed(state, event.collection, IdeaState.published)
    order = (*state.ideas.order, *event.order)
    return state._replace(ideas=replace(state.ideas, order=order, shown_at=recorded.at))


@concept.evolves(CollectionDiscarded)
def discarded(state: State, event: CollectionDiscarded, _: Recorded) -> State:
    """None of them is shown."""
    return _closed(state, event.collection, IdeaState.discarded)
