"""What is shown of knowledge: all cards and all that is unclear, and never whose."""

from app.facilitation.ids import HowSure, ParticipantId
from app.facilitation.jsonable import JsonDict
from app.facilitation.knowledge.record import Card, Knowledge, Unclear


def room_knowledge(knowledge: Knowledge) -> JsonDict:
    """What all see."""
    return {
        "order": list(knowledge.cards),
        "by_id": {card.id: _card(card) for card in knowledge.cards.values()},
        "unclear": {
            "order": list(knowledge.unclear),
            "by_id": {one.id: _unclear(one) for one in knowledge.unclear.values()},
        },
    }


def _card(card: Card) -> JsonDict:
    view: JsonDict = {"what": card.what.value, "text": card.text}
    if card.source:
        view["source"] = card.source
    if card.sure is not HowSure.not_said:
        view["sure"] = card.sure.value
    return view


def _unclear(one: Unclear) -> JsonDict:
    view: JsonDict = {"text": one.text, "open": one.open}
    if one.idea is not None:
        view["idea"] = one.idea
    if one.card is not None:
        view["card"] = one.card
    if one.answered:
        view["answer"] = one.answer
        view["instead"] = one.instead
    return view


def own_knowledge(knowledge: Knowledge, participant: ParticipantId) -> JsonDict | None:
    """Which cards and questions are one's own; None where none are."""
    view: JsonDict = {}
    cards = [card.id for card in knowledge.cards.values() if card.belongs_to(participant)]
    if cards:
        view["cards"] = list(cards)
    unclear = [one.id for one in knowledge.unclear.values() if one.author == participant and not one.settled]
    if unclear:
        view["unclear"] = list(unclear)
    return view or None
