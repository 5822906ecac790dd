"""Notes of what is said, beside the item that is on: typed by a helper or a facilitator, read by everybody.

Why for people: who did not catch it, came later or needs it in writing reads along, and sees at once what is
written down of them.
"""

from dataclasses import replace

from app.facilitation.agenda_state import Note
from app.facilitation.commands import WithdrawNote, WriteNote
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import NoteWithdrawn, NoteWritten
from app.facilitation.ids import NoteId
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.sentences import sentences
from app.facilitation.session import require_open
from app.facilitation.state import State
from app.facilitation.words import LONGEST_CONTRIBUTION

concept = Concept()

MOST_NOTES = 1_000
"""In a day somebody who types without a break writes fewer."""

MOST_A_MINUTE = 30
"""From one helper's phone. Whoever types along writes fewer; what runs wild there would fill the meeting's
notes in a minute, and somebody would have to take back each.
"""


@concept.decides(WriteNote)
def write(draft: Draft, command: WriteNote) -> None:
    """Below the item that is on, or by itself."""
    require_open(draft)
    agenda = draft.state.agenda
    if len(agenda.notes) >= MOST_NOTES:
        raise Refused("too_many", f"A meeting has up to {MOST_NOTES} notes. Take some back first.")
    if draft.by_helper():
        since = draft.at - 60_000
        if sum(one.by == draft.label and one.at > since for one in agenda.notes.values()) >= MOST_A_MINUTE:
            raise Refused("too_many", "Many notes came from this phone at once. Send this one in a minute.")
    text = sentences(command.text, LONGEST_CONTRIBUTION)
    draft.emit(NoteWritten(NoteId(draft.arrival.new_id), text, agenda.current))


@concept.decides(WithdrawNote)
def withdraw(draft: Draft, command: WithdrawNote) -> None:
    """What was noted by mistake, or what nobody said like that."""
    note = draft.state.agenda.notes.get(command.note)
    if note is None:
        raise Refused("stale", "That note is not there any more.")
    if note.by != draft.label and draft.by_helper():
        raise Refused("not_allowed", "Another phone wrote that note. Ask a facilitator to take it back.")
    draft.emit(NoteWithdrawn(note.id))


@concept.evolves(NoteWritten)
def written(state: State, event: NoteWritten, recorded: Recorded) -> State:
    """One more; one whose words were erased from the log is none."""
    if not event.text:
        return state
    note = Note(event.note, event.text, event.item, recorded.at, recorded.actor or "")
    notes = {**state.agenda.notes, note.id: note}
    return state._replace(agenda=replace(state.agenda, notes=notes))


@concept.evolves(NoteWithdrawn)
def withdrawn(state: State, event: NoteWithdrawn, _: Recorded) -> State:
    """As if it had not been written; the log keeps it."""
    notes = {note: one for note, one in state.agenda.notes.items() if note != event.note}
    return state._replace(agenda=replace(state.agenda, notes=notes))
