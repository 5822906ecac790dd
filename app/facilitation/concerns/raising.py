"""A concern: written, read by the contact, and taken back by its author.

Why for people: what is typed here must not be able to reach whom it may be about. It is in no view but its
author's and the contact's page, in no notice, report, export or search, and it can be raised before the
meeting, during it and after it.
"""

from app.facilitation.commands import RaiseConcern, ReadConcerns, TakeBackConcern
from app.facilitation.concerns.contact import require_contact
from app.facilitation.concerns.record import Concern
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import ConcernRaised, ConcernsRead, ConcernTakenBack, WordsRedacted
from app.facilitation.ids import ConcernId
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.sentences import sentences
from app.facilitation.state import State
from app.facilitation.words import LONGEST_CONTRIBUTION

concept = Concept()

MOST_OF_ONE = 20
"""So many of one person: more is better said in a call, and a page that is flooded hides the others'."""


@concept.decides(RaiseConcern)
def raise_concern(draft: Draft, command: RaiseConcern) -> None:
    """It goes to the contact who reads here; where they don't, nothing may be typed into nowhere."""
    author = draft.participant(None)
    contact = require_contact(draft.state)
    if contact.reader is None:
        raise Refused("no_contact", f"{contact.name} doesn't read here. Reach them directly.")
    text = sentences(command.text, LONGEST_CONTRIBUTION)
    if sum(one.author == author.id for one in draft.state.concerns.by_id.values()) >= MOST_OF_ONE:
        raise Refused("too_many", f"You have written {MOST_OF_ONE} times. Please call {contact.name}.")
    concern = ConcernId(draft.arrival.new_id)
    draft.emit(ConcernRaised(concern, author.id, text, command.named, contact.reader))


@concept.decides(TakeBackConcern)
def take_back(draft: Draft, command: TakeBackConcern) -> None:
    """One's own alone; to anybody else it is the same as if it were not there."""
    concern = draft.state.concerns.by_id.get(command.concern)
    if concern is None or concern.author != draft.sender():
        raise Refused("stale", "That has been taken back already.")
    draft.emit(ConcernTakenBack(concern.id))
    draft.emit(WordsRedacted(concern.seq))


@concept.decides(ReadConcerns)
def read(draft: Draft, command: ReadConcerns) -> None:
    """Its author is told that it has arrived."""
    if any(one.to == command.link and one.read_at is None for one in draft.state.concerns.by_id.values()):
        draft.emit(ConcernsRead(command.link))


@concept.evolves(ConcernRaised)
def was_raised(state: State, event: ConcernRaised, recorded: Recorded) -> State:
    """It waits for its reader; one whose words are gone from the log is none."""
    if not event.text:
        return state
    one = Concern(
        event.concern, event.participant, event.text, event.named, event.to, recorded.at, recorded.seq
    )
    by_id = {**state.concerns.by_id, one.id: one}
    return state._replace(concerns=state.concerns._replace(by_id=by_id))


@concept.evolves(ConcernTakenBack)
def taken_back(state: State, event: ConcernTakenBack, _: Recorded) -> State:
    """Gone."""
    by_id = {name: one for name, one in state.concerns.by_id.items() if name != event.concern}
    return state._replace(concerns=state.concerns._replace(by_id=by_id))


@concept.evolves(ConcernsRead)
def were_read(state: State, event: ConcernsRead, recorded: Recorded) -> State:
    """Each for the first time."""
    by_id = {
        name: one._replace(read_at=recorded.at) if one.to == event.link and one.read_at is None else one
        for name, one in state.concerns.by_id.items()
    }
    return state._replace(concerns=state.concerns._replace(by_id=by_id))
