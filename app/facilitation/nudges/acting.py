"""Doing what a nudge proposes, and taking it back."""

from app.facilitation.agenda import go_to, upcoming
from app.facilitation.commands import FocusIdea, StartBreak, StartRound
from app.facilitation.draft import Draft
from app.facilitation.events import (
    HandLowered,
    HandMoved,
    HandReturned,
    ItemExtended,
    ItemResumed,
)
from app.facilitation.floor import name_of, start_turn
from app.facilitation.going_round import start_round
from app.facilitation.hands import prepare, put_up
from app.facilitation.ideas.record import IdeaState
from app.facilitation.ideas.talking import focus
from app.facilitation.ids import IdeaId, ItemId, Mode, ParticipantId
from app.facilitation.modes import go_back, start_break
from app.facilitation.nudges.actions import (
    BREAK_MS,
    FIVE_MORE,
    FIVE_MORE_MS,
    FOCUS_IDEA,
    GIVE_FLOOR,
    GO_ROUND,
    NEXT_ITEM,
    OFFER_FLOOR,
    START_BREAK,
)
from app.facilitation.nudges.record import Nudge
from app.facilitation.queue import BY_HAND
from app.facilitation.refusals import Refused
from app.facilitation.session import require_open
from app.facilitation.state import State
from app.facilitation.switching import switch, take_back_round

_ASKED = "asked"
"""Its subject had a hand up already."""


def found(state: State, nudge: Nudge, action: str) -> str:
    """What an act finds that taking it back has to know."""
    if action in {GIVE_FLOOR, OFFER_FLOOR}:
        return _ASKED if nudge.subject in state.queue.hands else ""
    if action == GO_ROUND:
        return state.floor.mode.value
    if action == NEXT_ITEM:
        return state.floor.mode.value
    if action == FOCUS_IDEA:
        return state.ideas.focus or ""
    return ""


def do(draft: Draft, nudge: Nudge, action: str) -> None:
    """Do it; what only tells people something is done by the nudge itself."""
    if action not in {GIVE_FLOOR, OFFER_FLOOR, GO_ROUND, NEXT_ITEM, FIVE_MORE, START_BREAK, FOCUS_IDEA}:
        return
    require_open(draft)
    subject = nudge.subject
    match action:
        case "offer_floor" if subject is not None:
            bring_in(draft, subject)
        case "give_floor" if subject is not None:
            _give_floor(draft, subject)
        case "go_round":
            start_round(draft, StartRound())
        case "next_item":
            go_to(draft, upcoming(draft.state.agenda))
        case "focus_idea":
            focus(draft, FocusIdea(IdeaId(nudge.about)))
        case "five_more":
            draft.emit(ItemExtended(ItemId(nudge.about), FIVE_MORE_MS))
        case _:
            start_break(draft, StartBreak(BREAK_MS))


def bring_in(draft: Draft, subject: ParticipantId) -> None:
    """Who is asked and wants to speaks next; who has the floor has it already."""
    turn = draft.state.floor.turn
    if turn is not None and turn.participant == subject:
        return
    if subject not in draft.state.queue.hands:
        put_up(draft, draft.state.people.by_id[subject])
    if draft.state.floor.mode in (Mode.queue, Mode.timed):
        draft.emit(HandMoved(subject, _next_place(draft)))


def let_write(draft: Draft, subject: ParticipantId) -> None:
    """Who is asked and would rather write has a place kept meanwhile; who has the floor needs none."""
    turn = draft.state.floor.turn
    if turn is None or turn.participant != subject:
        prepare(draft, draft.state.people.by_id[subject])


def _give_floor(draft: Draft, subject: ParticipantId) -> None:
    """Now where the floor is free, else next."""
    turn = draft.state.floor.turn
    if turn is not None and turn.participant == subject:
        raise Refused("not_allowed", f"{name_of(draft.state, subject)} has the floor already.")
    if turn is None:
        order = draft.state.queue.order
        start_turn(draft, subject, override=not order or order[0] != subject)
        return
    if subject not in draft.state.queue.hands:
        put_up(draft, draft.state.people.by_id[subject])
    draft.emit(HandMoved(subject, _next_place(draft)))


def _next_place(draft: Draft) -> int:
    """First in the queue, but behind others who were put first by hand or by an invitation before."""
    queue = draft.state.queue
    place = 0
    while place < len(queue.order) and queue.whys.get(queue.order[place]) in BY_HAND:
        place += 1
    return place


def take_back(draft: Draft, nudge: Nudge) -> None:
    """Undo what was done. Raises Refused (`undo_gone`) when the meeting has gone on from there."""
    state, subject = draft.state, nudge.subject
    match nudge.action:
        case "offer_floor" | "give_floor" if subject is not None and subject in state.queue.hands:
            if nudge.was != _ASKED:
                draft.emit(HandLowered(subject))
            elif any(who == subject for who, _ in state.queue.moved):
                draft.emit(HandReturned(subject))
        case "go_round":
            _end_round(draft, nudge)
        case "next_item":
            _take_up_item(draft, nudge)
        case "five_more" if nudge.about in state.agenda.items:
            draft.emit(ItemExtended(ItemId(nudge.about), -FIVE_MORE_MS))
        case "start_break":
            go_back(draft, taken_back=True)
        case "focus_idea" if state.ideas.focus == nudge.about:
            was = state.ideas.by_id.get(IdeaId(nudge.was))
            stands = was is not None and was.state is IdeaState.published
            focus(draft, FocusIdea(IdeaId(nudge.was) if stands else None))
        case _:
            return


def _end_round(draft: Draft, nudge: Nudge) -> None:
    floor = draft.state.floor
    if floor.mode is not Mode.round or floor.round is None:
        raise Refused("undo_gone", "The round is over already.")
    take_back_round(draft)
    switch(draft, Mode(nudge.was))


def _take_up_item(draft: Draft, nudge: Nudge) -> None:
    agenda = draft.state.agenda
    item = agenda.items.get(ItemId(nudge.about))
    on = agenda.item
    if item is None or (on is not None and on.started_at != nudge.acted_at):
        raise Refused("undo_gone", "The agenda has moved on since.")
    draft.emit(ItemResumed(item.id, on.id if on is not None else None))
    if on is not None and on.mode is Mode.round and draft.state.floor.round is not None:
        take_back_round(draft)
    switch(draft, Mode(nudge.was))
