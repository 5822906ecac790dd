"""Cards: "what we know" and "what happened to me", of the same size.

Why for people: a report counts as knowledge without being asked for; what somebody lived through does not.
Both stand here on cards of one size, without a name, before anybody proposes anything. Facts that only one
person has are seldom said unless they are asked for (Lu et al. 2012, DOI 10.1177/1088868311417243).
"""

from app.facilitation.commands import AddKnowledge, ReviseKnowledge, TakeBackKnowledge
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import KnowledgeAdded, KnowledgeRevised, KnowledgeTakenBack
from app.facilitation.ids import HowSure, KnowledgeId, KnowledgeKind, Role
from app.facilitation.knowledge.record import Card
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.sentences import sentences, sentences_if_any
from app.facilitation.session import require_open
from app.facilitation.state import State

concept = Concept()

MOST_CARDS = 200
"""More than a group can read; all of them stand in every page."""
MOST_OWN = 20
"""Of one person."""


@concept.decides(AddKnowledge)
def add(draft: Draft, command: AddKnowledge) -> None:
    """One more card, of oneself or (facilitators) of somebody."""
    require_open(draft)
    author = draft.participant(command.participant)
    if author.removed or author.role is Role.observer:
        raise Refused("not_allowed", "Cards come from people who take part.")
    cards = draft.state.knowledge.cards
    own = sum(card.author == author.id for card in cards.values())
    if own >= MOST_OWN or len(cards) >= MOST_CARDS:
        raise Refused("too_many", "That is more cards than anybody reads. Put two of them together.")
    sender = draft.sender()
    source, sure = _ground(command.what, command.source, command.sure)
    draft.emit(
        KnowledgeAdded(
            card=KnowledgeId(draft.arrival.new_id),
            what=command.what,
            text=sentences(command.text),
            source=source,
            sure=sure,
            author=author.id,
            typed_by=sender if sender != author.id else None,
        )
    )


def _ground(what: KnowledgeKind, source: str, sure: HowSure) -> tuple[str, HowSure]:
    """What a fact rests on; a story needs no proof."""
    return (sentences_if_any(source), sure) if what is KnowledgeKind.fact else ("", HowSure.not_said)


def _own_card(draft: Draft, card: KnowledgeId) -> Card:
    """A card that its sender may change. Raises Refused (`unknown_card`), whether there is none or it is
    somebody else's: a refusal must not tell whose it is.
    """
    found = draft.state.knowledge.cards.get(card)
    if found is None or not (found.belongs_to(draft.sender()) or draft.by_facilitator()):
        raise Refused("unknown_card", "There is no such card here that you could change.")
    return found


@concept.decides(ReviseKnowledge)
def revise(draft: Draft, command: ReviseKnowledge) -> None:
    """Other words."""
    card = _own_card(draft, command.card)
    text = sentences(command.text)
    source, sure = _ground(card.what, command.source, command.sure)
    if (text, source, sure) != (card.text, card.source, card.sure):
        draft.emit(KnowledgeRevised(card.id, text, source, sure))


@concept.decides(TakeBackKnowledge)
def take_back(draft: Draft, command: TakeBackKnowledge) -> None:
    """Off the screens."""
    draft.emit(KnowledgeTakenBack(_own_card(draft, command.card).id))


def _with(state: State, card: Card) -> State:
    cards = {**state.knowledge.cards, card.id: card}
    return state._replace(knowledge=state.knowledge._replace(cards=cards))


@concept.evolves(KnowledgeAdded)
def added(state: State, event: KnowledgeAdded, _: Recorded) -> State:
    """One more card, after those before it."""
    card = Card(event.card, event.what, event.text, event.source, event.sure, event.author, event.typed_by)
    return _with(state, card)


@concept.evolves(KnowledgeRevised)
def revised(state: State, event: KnowledgeRevised, _: Recorded) -> State:
    """Other words; cards are no record, and leave none behind."""
    card = state.knowledge.cards[event.card]
    return _with(state, card._replace(text=event.text, source=event.source, sure=event.sure))


@concept.evolves(KnowledgeTakenBack)
def taken_back(state: State, event: KnowledgeTakenBack, _: Recorded) -> State:
    """The card is gone; what was unclear about it stays."""
    cards = {each: card for each, card in state.knowledge.cards.items() if each != event.card}
    return state._replace(knowledge=state.knowledge._replace(cards=cards))
