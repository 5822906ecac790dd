"""How I take part: a private card that acts.

People take part in different ways, and should not have to explain theirs each time. Nobody else sees what
stands on the card, only what it does: who likes to be left alone is not nudged about, who needs longer has
longer, who is hard for machines to hear is counted by turns and taps, who has a supporter acts through them.
"""

from app.facilitation.commands import SetCard
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import CardSet, NudgingSet
from app.facilitation.ids import BringIn, ParticipantId, Role
from app.facilitation.muting import release
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.state import Card, Participant, State

concept = Concept()

MORE_TIME = 1.5
"""How much longer a turn of somebody who needs more time may be: time and a half, a usual allowance in
examinations (we know of no study of meetings)."""


def limit_ms(card: Card, usual_ms: int) -> int:
    """The limit of a turn of somebody with this card; 0 is no clock."""
    if card.no_clock:
        return 0
    return round(usual_ms * MORE_TIME) if card.more_time else usual_ms


@concept.decides(SetCard)
def set_card(draft: Draft, command: SetCard) -> None:
    """Say how one takes part."""
    person = draft.participant(command.participant)
    if person.id != draft.sender() and not person.seated:
        raise Refused("not_allowed", f"{person.name} has a device, and says there how they take part.")
    was = person.card
    supporter = was.supporter
    if command.supporter is not None:
        supporter = _supporter(draft, person, command.supporter)
    card = Card(
        bring_in=was.bring_in if command.bring_in is None else command.bring_in,
        more_time=was.more_time if command.more_time is None else command.more_time,
        no_clock=was.no_clock if command.no_clock is None else command.no_clock,
        no_microphone=was.no_microphone if command.no_microphone is None else command.no_microphone,
        supporter=supporter,
    )
    if card == was:
        return
    if card.no_microphone:
        release(draft, person.id, draft.at)
    draft.emit(_event(person.id, card))


def ask_no_more(draft: Draft, participant: ParticipantId) -> None:
    """ "Don't ask me today", as an answer to a question."""
    card = draft.state.people.by_id[participant].card
    if card.bring_in is not BringIn.please_dont:
        draft.emit(_event(participant, card._replace(bring_in=BringIn.please_dont)))


def _supporter(draft: Draft, person: Participant, supporter: ParticipantId) -> ParticipantId | None:
    if not supporter:
        return None
    found = draft.participant(supporter)
    if found.role is not Role.supporter or found.removed or found.id == person.id:
        raise Refused(
            "unknown_participant",
            f"{found.name} is not here as a supporter. A facilitator can make them one.",
        )
    return found.id


def _event(participant: ParticipantId, card: Card) -> CardSet:
    return CardSet(
        participant, card.bring_in, card.more_time, card.no_clock, card.no_microphone, card.supporter
    )


@concept.evolves(CardSet)
def card_set(state: State, event: CardSet, _: Recorded) -> State:
    """In force at once; a turn that is on keeps its clock."""
    card = Card(event.bring_in, event.more_time, event.no_clock, event.no_microphone, event.supporter)
    return state.with_person(state.people.by_id[event.participant]._replace(card=card))


@concept.evolves(NudgingSet)
def nudging_set(state: State, event: NudgingSet, _: Recorded) -> State:
    """Logs from before there was a card say only this of it."""
    person = state.people.by_id[event.participant]
    bring_in = BringIn.ill_say if event.nudged else BringIn.please_dont
    return state.with_person(person._replace(card=person.card._replace(bring_in=bring_in)))
