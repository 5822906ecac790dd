"""Hands: who asks to speak, and the order they stand in."""

from dataclasses import replace

from app.facilitation import ordering
from app.facilitation.commands import LowerHand, MoveHand, RaiseHand, SetPolicy, SetReady
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    HandLowered,
    HandMoved,
    HandRaised,
    HandRestored,
    PolicySet,
    QueueOrdered,
    ReadySet,
)
from app.facilitation.ids import ParticipantId, Policy
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.session import require_open
from app.facilitation.state import Hand, Queue, State

concept = Concept()


@concept.decides(RaiseHand)
def raise_hand(draft: Draft, command: RaiseHand) -> None:
    """Ask to speak."""
    require_open(draft)
    person = draft.participant(command.participant)
    if person.removed:
        raise Refused("removed", "This person has been taken out of the session.")
    turn = draft.state.floor.turn
    if turn is not None and turn.participant == person.id:
        raise Refused("not_allowed", f"{person.name} has the floor already.")
    if person.id not in draft.state.queue.hands:
        draft.emit(HandRaised(person.id, by_facilitator=draft.sender() != person.id))


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
    if hand.ready != command.ready:
        draft.emit(ReadySet(hand.participant, command.ready))


@concept.decides(MoveHand)
def move_hand(draft: Draft, command: MoveHand) -> None:
    """A facilitator's override of the order."""
    hand = hand_of(draft, command.participant)
    if command.to < 0:
        raise Refused("malformed", "A place in the queue is 0 (first) or more.")
    draft.emit(HandMoved(hand.participant, min(command.to, len(draft.state.queue.hands) - 1)))


@concept.decides(SetPolicy)
def set_policy(draft: Draft, command: SetPolicy) -> None:
    """Change how waiting people are ordered."""
    if command.policy is not draft.state.floor.policy:
        draft.emit(PolicySet(command.policy))


def ready_hands(state: State) -> list[Hand]:
    """Everybody who waits and could speak.

    Who is not ready, or whose connection is gone, keeps asking time and count, and is overtaken by nobody.
    """
    return [hand for hand in state.queue.hands.values() if is_ready(state, hand)]


def waiting(state: State, at: int) -> list[ordering.Waiting]:
    """Everybody who waits and could speak, with their settled figures at `at`."""
    ready = ready_hands(state)
    if not ready:
        return []
    standings = {}
    if state.session.opened_at is not None and state.floor.policy is not Policy.fifo:
        standings = state.speech.standings(at, [hand.participant for hand in ready])
    result = []
    for hand in ready:
        lag_ms, turns = standings.get(hand.participant, (0, 0))
        if not state.people.by_id[hand.participant].counted:
            lag_ms = 0
        result.append(ordering.Waiting(hand.participant, hand.asked_at, hand.overtaken, lag_ms, turns > 0))
    return result


def is_ready(state: State, hand: Hand) -> bool:
    """Whether somebody with a hand up could take the floor this moment."""
    return hand.ready and state.people.by_id[hand.participant].reachable


def may_differ(before: State, after: State) -> bool:
    """Whether anything changed that the order depends on besides figures: it is made anew then, and stands
    still between.

    Asked after every command, so sections that are the same objects are not looked into.
    """
    was, now = before.queue, after.queue
    if was is now and before.people is after.people and before.floor is after.floor:
        return False
    if was.hands is not now.hands or was.moved != now.moved or before.floor.policy is not after.floor.policy:
        return True
    had, has = before.floor.turn, after.floor.turn
    if (had.id if had else None) != (has.id if has else None):
        return True
    return before.people is not after.people and any(
        is_ready(before, hand) != is_ready(after, hand) for hand in now.hands.values()
    )


def reorder(draft: Draft, before: State) -> None:
    """Work the order out anew, if the command changed what it depends on."""
    state = draft.state
    if not may_differ(before, state) or not (state.queue.hands or state.queue.order):
        return
    ordered = ordering.with_moved(
        ordering.order(state.floor.policy, waiting(state, draft.at)), state.queue.moved
    )
    placed = {participant for participant, _ in ordered}
    unready = sorted(
        (h for h in state.queue.hands.values() if h.participant not in placed),
        key=lambda h: (h.asked_at, h.participant),
    )
    entries = [*ordered, *((h.participant, "not_ready") for h in unready)]
    order = tuple(participant for participant, _ in entries)
    whys = dict(entries)
    if order != state.queue.order or whys != state.queue.whys:
        draft.emit(QueueOrdered(order, tuple(why for _, why in entries)))


def with_hand(state: State, hand: Hand) -> State:
    """The state with this hand up."""
    return state._replace(queue=replace(state.queue, hands={**state.queue.hands, hand.participant: hand}))


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
    return state._replace(
        queue=Queue(
            hands={who: h for who, h in queue.hands.items() if who != participant},
            order=tuple(who for who in queue.order if who != participant),
            whys={who: why for who, why in queue.whys.items() if who != participant},
            moved=moved,
        ),
    )


@concept.evolves(HandRaised)
def raised(state: State, event: HandRaised, recorded: Recorded) -> State:
    """A hand is up; until the order is made, it stands last."""
    hand = Hand(event.participant, recorded.at, by_facilitator=event.by_facilitator)
    return with_hand(state, hand)


@concept.evolves(HandLowered)
def lowered(state: State, event: HandLowered, _: Recorded) -> State:
    """A hand is down."""
    return without_hand(state, event.participant)


@concept.evolves(HandRestored)
def restored(state: State, event: HandRestored, _: Recorded) -> State:
    """A hand is up again as it was."""
    hand = Hand(event.participant, event.asked_at, event.overtaken, event.ready)
    return with_hand(state, hand)


@concept.evolves(ReadySet)
def ready_set(state: State, event: ReadySet, _: Recorded) -> State:
    """Ready, or not yet."""
    return with_hand(state, replace(state.queue.hands[event.participant], ready=event.ready))


@concept.evolves(HandMoved)
def hand_moved(state: State, event: HandMoved, _: Recorded) -> State:
    """A place by hand, until it is served or lowered."""
    moved = (
        *((who, to) for who, to in state.queue.moved if who != event.participant),
        (event.participant, event.to),
    )
    return state._replace(queue=replace(state.queue, moved=moved))


@concept.evolves(PolicySet)
def policy_set(state: State, event: PolicySet, _: Recorded) -> State:
    """Another policy; places given by hand are the old order's and go with it."""
    return state._replace(
        floor=replace(state.floor, policy=event.policy),
        queue=replace(state.queue, moved=()),
    )


@concept.evolves(QueueOrdered)
def ordered(state: State, event: QueueOrdered, _: Recorded) -> State:
    """The order that all see from now on."""
    whys = dict(zip(event.order, event.whys, strict=True))
    return state._replace(queue=replace(state.queue, order=event.order, whys=whys))
