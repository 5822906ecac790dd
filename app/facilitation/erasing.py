"""Erasing somebody: they leave as if taken out, and stay in the log and in figures as a pseudonym.

The rule says that it happens; that the words go from what is stored is one operation of `history`, in the
same transaction. A state that knew the words is not mended: it is read anew from the log.
"""

from app.facilitation.commands import ErasePerson, RedactWords
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import PersonErased, WordsRedacted
from app.facilitation.people import heard_as, leave, not_lost
from app.facilitation.perspectives.declaring import undeclared
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.state import State

concept = Concept()


@concept.decides(ErasePerson)
def erase(draft: Draft, command: ErasePerson) -> None:
    """Erase somebody, also one who was taken out, and also the last facilitator: it is their right."""
    who = command.participant if command.participant is not None else draft.sender()
    person = draft.state.person(who) if who is not None else None
    if person is None:
        raise Refused("unknown_participant", "Say whom to erase: nobody here has that id.")
    if person.erased:
        return
    leave(draft, person)
    draft.emit(PersonErased(person.id))


@concept.decides(RedactWords)
def redact(draft: Draft, command: RedactWords) -> None:
    """Erase the words of an event that is in the log."""
    if not 0 < command.at_seq <= draft.state.seq:
        raise Refused("stale", "There is no event with that number. Search anew, then try again.")
    draft.emit(WordsRedacted(command.at_seq))


@concept.evolves(PersonErased)
def erased(state: State, event: PersonErased, recorded: Recorded) -> State:
    """Gone from every count and every list of what can be taken back; what they said stays said."""
    person = state.people.by_id[event.participant]
    person = person._replace(erased=True, removed=True, kept_out=True, here=False, seated=False, lost_at=None)
    undo = {kind: each for kind, each in state.undo.items() if kind.partition(":")[2] != person.id}
    state = undeclared(heard_as(not_lost(state, person.id), person, recorded.at), person.id)
    return state._replace(undo=undo)


@concept.evolves(WordsRedacted)
def redacted(state: State, _: WordsRedacted, __: Recorded) -> State:
    """The words are gone from the log that the state is read from."""
    return state
