"""Hands: who asks to speak, for what, and whether they are ready."""

from app.facilitation.commands import LowerHand, NotFinished, RaiseHand, SetComposing, SetReady
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    AskSet,
    ComposingSet,
    HandLowered,
    HandMoved,
    HandRaised,
    HandRestored,
    ReadySet,
    TurnPaused,
    TurnReclaimed,
    TurnWentOn,
)
from app.facilitation.ids import Asks, ParticipantId, TurnId
from app.facilitation.ordering import MOST_REPLIES
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.session import require_open
from app.facilitation.state import Hand, Participant, State
from app.facilitation.written.standing import waits_again, withdrawn

concept = Concept()

CUT_OFF = frozenset({"thanked", "over", "mode"})
"""How a turn ends that its speaker may not have been done with."""


@concept.decides(RaiseHand)
def raise_hand(draft: Draft, command: RaiseHand) -> None:
    """Ask to speak; a hand that is up already asks for this from now on, and is not put up twice."""
    require_open(draft)
    person = may_ask(draft, draft.participant(command.participant))
    hand = draft.state.queue.hands.get(person.id)
    if hand is None:
        put_up(draft, person, command.asks)
        return
    asks, to = _asked_for(draft.state, command.asks, hand)
    if (asks, to) != (hand.asks, hand.to):
        draft.emit(AskSet(person.id, asks, to))


def may_ask(draft: Draft, person: Participant) -> Participant:
    """Somebody who may ask for the floor now, or be said already to. Raises Refused."""
    if person.removed:
        raise Refused("removed", "This person has been taken out of the session.")
    turn = draft.state.floor.turn
    if turn is not None and turn.participant == person.id:
        raise Refused("not_allowed", f"{person.name} has the floor already.")
    steers = draft.by_facilitator() and not draft.by_helper()
    if person.id not in draft.state.queue.hands and draft.state.queue.closed and not steers:
        raise Refused("queue_closed", "The queue is closed just now. Your facilitator opens it again.")
    return person


def put_up(draft: Draft, person: Participant, asks: Asks = Asks.new_point) -> None:
    """Put somebody's hand up. In the gap after a turn all hands count as raised together, at its start."""
    gap = draft.state.floor.gap
    asks, to = _asked_for(draft.state, asks, None)
    draft.emit(
        HandRaised(
            person.id,
            by_facilitator=draft.by_facilitator() and draft.sender() != person.id,
            asks=asks,
            to=to,
            asked_at=gap.from_at if gap is not None else None,
            lot=draft.arrival.lot,
        )
    )


def _asked_for(state: State, asks: Asks, hand: Hand | None) -> tuple[Asks, TurnId | None]:
    """The class that a request is taken in, and the point that a reply is about."""
    floor = state.floor
    if asks is not Asks.reply:
        return asks, None
    if hand is not None and hand.asks is Asks.reply:
        return asks, hand.to
    waiting = sum(h.asks is Asks.reply and h.to == floor.point for h in state.queue.hands.values())
    if floor.point is None or floor.replies + waiting >= MOST_REPLIES:
        return Asks.new_point, None
    return asks, floor.point


def hand_of(draft: Draft, participant: ParticipantId | None) -> Hand:
    """The hand a command is about. Raises Refused (`stale`) when it is down."""
    person = draft.participant(participant)
    hand = draft.state.queue.hands.get(person.id)
    if hand is None:
        raise Refused("stale", f"{person.name}'s hand is not up any more.")
    return hand


@concept.decides(LowerHand)
def lower_hand(draft: Draft, command: LowerHand) -> None:
    """Take a hand down; one that is down already stays so."""
    person = draft.participant(command.participant)
    if person.id in draft.state.queue.hands:
        draft.emit(HandLowered(person.id))


@concept.decides(SetReady)
def set_ready(draft: Draft, command: SetReady) -> None:
    """Not ready yet, or ready again."""
    hand = hand_of(draft, command.participant)
    if hand.composing and command.ready:
        draft.emit(ComposingSet(hand.participant, composing=False))
    if hand.ready != command.ready:
        draft.emit(ReadySet(hand.participant, command.ready))


@concept.decides(SetComposing)
def set_composing(draft: Draft, command: SetComposing) -> None:
    """Preparing what to say: on the floor the clock stands, else the place in the queue is kept."""
    require_open(draft)
    person = draft.participant(command.participant)
    turn = draft.state.floor.turn
    if turn is not None and turn.participant == person.id:
        if command.composing and turn.pause != "composing":
            draft.emit(TurnPaused(turn.id, "composing"))
        elif not command.composing and turn.pause == "composing":
            rests = draft.state.floor.rest is not None
            draft.emit(TurnPaused(turn.id, "break") if rests else TurnWentOn(turn.id))
        return
    if command.composing:
        if person.id not in draft.state.queue.hands:
            may_ask(draft, person)
        prepare(draft, person)
    elif person.id in draft.state.queue.hands and draft.state.queue.hands[person.id].composing:
        draft.emit(ComposingSet(person.id, composing=False))


def prepare(draft: Draft, person: Participant) -> None:
    """Somebody prepares what to say or to write: a hand of theirs is up, and its place is kept."""
    if person.id not in draft.state.queue.hands:
        put_up(draft, person)
    if not draft.state.queue.hands[person.id].composing:
        draft.emit(ComposingSet(person.id, composing=True))


@concept.decides(NotFinished)
def not_finished(draft: Draft, command: NotFinished) -> None:
    """Who was cut off comes next, once: an override, and shown as such."""
    require_open(draft)
    person = draft.participant(command.participant)
    last = draft.state.floor.last
    if last is None or last.id != command.turn or last.participant != person.id:
        raise Refused("stale", "Somebody else has spoken since. Raise a hand to go on.")
    if not may_reclaim(draft.state, person.id):
        raise Refused("not_allowed", "That can be said once, after a turn that somebody else ended.")
    if person.id not in draft.state.queue.hands:
        put_up(draft, person)
    draft.emit(TurnReclaimed(last.id, person.id))
    draft.emit(HandMoved(person.id, 0))


def may_reclaim(state: State, participant: ParticipantId) -> bool:
    """Whether "I wasn't finished" can be said: the last turn was theirs, and was ended for them."""
    last, turn = state.floor.last, state.floor.turn
    if last is None or last.participant != participant or last.reclaimed or last.how not in CUT_OFF:
        return False
    return turn is None or turn.participant != participant


def with_hand(state: State, hand: Hand) -> State:
    """The state with this hand up."""
    return state._replace(queue=state.queue._replace(hands={**state.queue.hands, hand.participant: hand}))


def without_hand(state: State, participant: ParticipantId) -> State:
    """The state with this person's hand down, out of the order at once."""
    queue = state.queue
    if participant not in queue.hands:
        return state
    place = queue.order.index(participant) if participant in queue.order else len(queue.order)
    moved = tuple(
        (who, max(0, index - 1) if index > place else index)
        for who, index in queue.moved
        if who != participant
    )
    hands, whys = dict(queue.hands), dict(queue.whys)
    del hands[participant]
    whys.pop(participant, None)
    order = queue.order[:place] + queue.order[place + 1 :]
    return state._replace(queue=queue._replace(hands=hands, order=order, whys=whys, moved=moved))


@concept.evolves(HandRaised)
def raised(state: State, event: HandRaised, recorded: Recorded) -> State:
    """A hand is up; until the order is made, it stands last."""
    hand = Hand(
        event.participant,
        event.asked_at if event.asked_at is not None else recorded.at,
        by_facilitator=event.by_facilitator,
        asks=event.asks,
        to=event.to,
        lot=event.lot,
    )
    return with_hand(state, hand)


@concept.evolves(HandLowered)
def lowered(state: State, event: HandLowered, _: Recorded) -> State:
    """A hand is down, and what waited with it."""
    state = withdrawn(state, state.queue.hands.get(event.participant))
    return without_hand(state, event.participant)


@concept.evolves(HandRestored)
def restored(state: State, event: HandRestored, _: Recorded) -> State:
    """A hand is up again as it was."""
    hand = Hand(
        event.participant,
        event.asked_at,
        event.overtaken,
        event.ready,
        event.by_facilitator,
        event.asks,
        event.to,
        event.lot,
        event.composing,
        event.unfinished,
        event.written,
    )
    return with_hand(waits_again(state, hand), hand)


@concept.evolves(AskSet)
def ask_set(state: State, event: AskSet, _: Recorded) -> State:
    """The same hand asks for something else."""
    hand = state.queue.hands[event.participant]
    return with_hand(state, hand._replace(asks=event.asks, to=event.to))


@concept.evolves(ReadySet)
def ready_set(state: State, event: ReadySet, _: Recorded) -> State:
    """Ready, or not yet."""
    return with_hand(state, state.queue.hands[event.participant]._replace(ready=event.ready))


@concept.evolves(ComposingSet)
def composing_set(state: State, event: ComposingSet, _: Recorded) -> State:
    """They prepare what to say, or are ready with it."""
    return with_hand(state, state.queue.hands[event.participant]._replace(composing=event.composing))


@concept.evolves(TurnReclaimed)
def reclaimed(state: State, event: TurnReclaimed, _: Recorded) -> State:
    """The turn is known as cut off, and can't be reclaimed twice."""
    last = state.floor.last
    if last is not None and last.id == event.turn:
        state = state._replace(floor=state.floor._replace(last=last._replace(reclaimed=True)))
    return with_hand(state, state.queue.hands[event.participant]._replace(unfinished=True))
