"""What somebody says that they don't understand yet: unnamed, and it holds scoring.

Why for people: whoever does not follow scores at random or as others do, and nobody likes to say so. Here
nobody learns who asked, and scoring waits until it is explained, or a facilitator says in the record why not.
"""

from app.facilitation.commands import AnswerUnclear, SayUnclear, SettleUnclear
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import UnclearAnswered, UnclearSaid, UnclearSettled
from app.facilitation.ideas.collecting import shown_idea
from app.facilitation.ids import UnclearId
from app.facilitation.knowledge.record import Unclear
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.sentences import sentences, sentences_if_any
from app.facilitation.session import require_open
from app.facilitation.state import State

concept = Concept()

MOST_UNCLEAR = 50
"""Of one session that are open; talk about some of them first."""


def require_understood(draft: Draft) -> None:
    """Refuse (`not_understood`) to go on while somebody waits for an explanation."""
    waiting = sum(one.open for one in draft.state.knowledge.unclear.values())
    if waiting:
        raise Refused(
            "not_understood",
            "Somebody doesn't understand something yet. Explain it, or say why you go on without.",
        )


@concept.decides(SayUnclear)
def say(draft: Draft, command: SayUnclear) -> None:
    """Something to explain."""
    require_open(draft)
    who = draft.participant(command.participant)
    idea = shown_idea(draft, command.idea).id if command.idea is not None else None
    if command.card is not None and command.card not in draft.state.knowledge.cards:
        raise Refused("unknown_card", "That card is not on the screens any more.")
    text = sentences_if_any(command.text)
    if not text and idea is None and command.card is None:
        raise Refused("text_empty", "Say what you don't understand, or tap it on a card or an idea.")
    unclear = draft.state.knowledge.unclear.values()
    if sum(one.open for one in unclear) >= MOST_UNCLEAR:
        raise Refused("too_many", "Many things are waiting to be explained already.")
    same = any(
        one.open and (one.author, one.text, one.idea, one.card) == (who.id, text, idea, command.card)
        for one in unclear
    )
    if not same:
        draft.emit(UnclearSaid(UnclearId(draft.arrival.new_id), text, idea, command.card, who.id))


def _open(draft: Draft, unclear: UnclearId) -> Unclear:
    found = draft.state.knowledge.unclear.get(unclear)
    if found is None or not found.open:
        raise Refused("stale", "That has been explained already.")
    return found


@concept.decides(AnswerUnclear)
def answer(draft: Draft, command: AnswerUnclear) -> None:
    """Explained, or gone on without; the reason stands in the record."""
    draft.emit(UnclearAnswered(_open(draft, command.unclear).id, sentences(command.text), command.instead))


@concept.decides(SettleUnclear)
def settle(draft: Draft, command: SettleUnclear) -> None:
    """Only who asked can say that they understand; to anybody else it is the same as if it were not there."""
    found = draft.state.knowledge.unclear.get(command.unclear)
    if found is None or found.settled or found.author != draft.sender():
        raise Refused("stale", "There is nothing of yours that waits for an explanation.")
    draft.emit(UnclearSettled(found.id))


def _with(state: State, unclear: Unclear) -> State:
    known = {**state.knowledge.unclear, unclear.id: unclear}
    return state._replace(knowledge=state.knowledge._replace(unclear=known))


@concept.evolves(UnclearSaid)
def was_said(state: State, event: UnclearSaid, _: Recorded) -> State:
    """It waits."""
    return _with(state, Unclear(event.unclear, event.text, event.idea, event.card, event.author))


@concept.evolves(UnclearAnswered)
def was_answered(state: State, event: UnclearAnswered, _: Recorded) -> State:
    """It holds nothing any more."""
    one = state.knowledge.unclear[event.unclear]
    return _with(state, one._replace(answer=event.text, instead=event.instead, answered=True))


@concept.evolves(UnclearSettled)
def was_settled(state: State, event: UnclearSettled, _: Recorded) -> State:
    """Understood."""
    return _with(state, state.knowledge.unclear[event.unclear]._replace(settled=True))
