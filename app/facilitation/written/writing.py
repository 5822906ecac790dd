"""Writing instead of speaking: shown, read out by whom the author chose, or answered.

Some think in writing, sign, stammer, or sit where they cannot speak. A contribution waits in the queue
beside those who speak, by the same rule, and counts as a voice beside speech. While it is shown or read out
it has the floor, and its author is not heard by it: their talk is not what somebody else's reading takes.
"""

from app.facilitation.commands import AnswerWritten, SendWritten, ShowWritten, WithdrawWritten
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    ComposingSet,
    HandLowered,
    ReadySet,
    WrittenAnswered,
    WrittenSent,
    WrittenShown,
)
from app.facilitation.hands import may_ask, put_up, with_hand
from app.facilitation.ids import WrittenHow, WrittenId
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.sentences import sentences
from app.facilitation.session import require_open
from app.facilitation.state import State
from app.facilitation.words import LONGEST_CONTRIBUTION
from app.facilitation.written.record import Written, with_written

concept = Concept()

MOST_WRITTEN = 2_000
"""More contributions than this in one session is a mistake or an attack."""


@concept.decides(SendWritten)
def send(draft: Draft, command: SendWritten) -> None:
    """Put a contribution into the queue; sent again while it waits, it has other words and the same place."""
    require_open(draft)
    person = may_ask(draft, draft.participant(command.participant))
    text = sentences(command.text, LONGEST_CONTRIBUTION)
    reader = None
    if command.reader is not None and command.how is WrittenHow.read:
        named = draft.participant(command.reader)
        if named.removed or named.id == person.id:
            raise Refused("unknown_participant", "Choose somebody else who is here to read it out.")
        reader = named.id
    if len(draft.state.writings.by_id) >= MOST_WRITTEN:
        raise Refused("too_many", "That is more writing than fits here.")
    if person.id not in draft.state.queue.hands:
        put_up(draft, person)
    hand = draft.state.queue.hands[person.id]
    if hand.composing:
        draft.emit(ComposingSet(person.id, composing=False))
    if not hand.ready:
        draft.emit(ReadySet(person.id, ready=True))
    written = hand.written if hand.written is not None else WrittenId(draft.arrival.new_id)
    sender = draft.sender()
    typed_by = sender if sender != person.id else None
    draft.emit(WrittenSent(written, person.id, text, command.how, reader, typed_by))


def _waiting(draft: Draft, written: WrittenId) -> Written:
    one = draft.state.writings.by_id.get(written)
    if one is None or one.state != "waiting":
        raise Refused("stale", "That does not wait any more.")
    return one


@concept.decides(WithdrawWritten)
def withdraw(draft: Draft, command: WithdrawWritten) -> None:
    """Its author, or who typed it, takes it back: the hand comes down with it."""
    one = _waiting(draft, command.written)
    if draft.sender() not in (one.author, one.typed_by) and not draft.by_facilitator():
        raise Refused("not_allowed", "Only who wrote it takes it back.")
    draft.emit(HandLowered(one.author))


@concept.decides(ShowWritten)
def show(draft: Draft, command: ShowWritten) -> None:
    """Everybody reads it at once, without a turn."""
    require_open(draft)
    one = _waiting(draft, command.written)
    draft.emit(WrittenShown(one.id))
    draft.emit(HandLowered(one.author))


@concept.decides(AnswerWritten)
def answer(draft: Draft, command: AnswerWritten) -> None:
    """Answer it in writing; everybody reads both, and it needs no turn any more."""
    one = draft.state.writings.by_id.get(command.written)
    if one is None or one.state == "withdrawn":
        raise Refused("stale", "That does not wait any more.")
    draft.emit(WrittenAnswered(one.id, draft.sender(), sentences(command.text, LONGEST_CONTRIBUTION)))
    hand = draft.state.queue.hands.get(one.author)
    if hand is not None and hand.written == one.id:
        draft.emit(HandLowered(one.author))


@concept.evolves(WrittenSent)
def sent(state: State, event: WrittenSent, recorded: Recorded) -> State:
    """It waits with its author's hand."""
    one = Written(
        event.written, event.participant, event.text, event.how, event.reader, event.typed_by, recorded.at
    )
    hand = state.queue.hands[event.participant]
    state = state._replace(writings=with_written(state.writings, one))
    return with_hand(state, hand._replace(written=one.id))


@concept.evolves(WrittenShown)
def was_shown(state: State, event: WrittenShown, recorded: Recorded) -> State:
    """Everybody reads it."""
    one = state.writings.by_id[event.written]._replace(state="shown", shown_at=recorded.at)
    return state._replace(writings=with_written(state.writings, one))


@concept.evolves(WrittenAnswered)
def was_answered(state: State, event: WrittenAnswered, recorded: Recorded) -> State:
    """Everybody reads both."""
    one = state.writings.by_id[event.written]
    shown_at = one.shown_at if one.shown_at is not None else recorded.at
    made = one._replace(state="answered", shown_at=shown_at, answer=event.text)
    return state._replace(writings=with_written(state.writings, made))
