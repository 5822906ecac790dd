"""The queue: in which order those who wait go, places given by hand, and whether it takes more."""

from collections.abc import Mapping

from app.facilitation import ordering
from app.facilitation.commands import MoveHand, SetPolicy, SetQueueClosed
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import HandMoved, HandReturned, PolicySet, QueueClosedSet, QueueOrdered
from app.facilitation.hands import hand_of
from app.facilitation.ids import ParticipantId, Policy, Sides
from app.facilitation.perspectives import equal_share
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.state import Hand, Participant, State

concept = Concept()

BY_HAND = frozenset({"moved", "unfinished"})
"""Reasons for a place that is not the policy's: a turn from there is an override."""


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
    floor = draft.state.floor
    if (command.policy, command.sides) != (floor.policy, floor.sides):
        draft.emit(PolicySet(command.policy, command.sides))


@concept.decides(SetQueueClosed)
def set_closed(draft: Draft, command: SetQueueClosed) -> None:
    """No more hands, or again; facilitators can still put one up for somebody."""
    if command.closed != draft.state.queue.closed:
        draft.emit(QueueClosedSet(command.closed))


def ready_hands(state: State) -> list[Hand]:
    """Everybody who waits and could speak.

    Who is not ready, or whose connection is gone, keeps asking time and count, and is overtaken by nobody.
    """
    people = state.people.by_id
    return [
        hand
        for hand in state.queue.hands.values()
        if hand.ready and not hand.composing and people[hand.participant].reachable
    ]


def waiting(state: State, at: int) -> list[ordering.Waiting]:
    """Everybody who waits and could speak, with their settled figures at `at`."""
    ready = ready_hands(state)
    if not ready:
        return []
    standings: Mapping[ParticipantId, tuple[int, int]] = {}
    if state.session.opened_at is not None and state.floor.policy is Policy.balanced:
        standings = equal_share.standings(state, at, [hand.participant for hand in ready])
    people, told = state.people.by_id, state.floor.told
    alternates = state.floor.policy is Policy.alternate
    result = []
    for hand in ready:
        who = hand.participant
        lag_ms, turns = standings.get(who, (0, 0))
        person = people[who]
        result.append(
            ordering.Waiting(
                who,
                hand.asked_at,
                hand.overtaken,
                lag_ms if person.counted else 0,
                turns > 0,
                hand.asks,
                hand.lot,
                side_of(state, person) if alternates else "",
                who in told,
            )
        )
    return result


def is_ready(state: State, hand: Hand) -> bool:
    """Whether somebody with a hand up could take the floor this moment."""
    return hand.ready and not hand.composing and state.people.by_id[hand.participant].reachable


def may_differ(before: State, after: State) -> bool:
    """Whether anything changed that the order depends on besides figures: it is made anew then, and stands
    still between.

    Asked after every command, so sections that are the same objects are not looked into.
    """
    was, now = before.queue, after.queue
    if was is now and before.people is after.people and before.floor is after.floor:
        return False
    if was.hands is not now.hands or was.moved != now.moved:
        return True
    if (before.floor.policy, before.floor.sides) != (after.floor.policy, after.floor.sides):
        return True
    had, has = before.floor.turn, after.floor.turn
    if (had.id if had else None) != (has.id if has else None):
        return True
    return before.people is not after.people and any(
        is_ready(before, hand) != is_ready(after, hand)
        or (after.floor.policy is Policy.alternate and _changed_sides(before, after, hand))
        for hand in now.hands.values()
    )


def _changed_sides(before: State, after: State, hand: Hand) -> bool:
    was, now = before.people.by_id[hand.participant], after.people.by_id[hand.participant]
    return was is not now and side_of(before, was) != side_of(after, now)


def side_of(state: State, person: Participant) -> str:
    """Where somebody stands when turns alternate; "" takes no part in it."""
    if state.floor.sides is Sides.place:
        return ordering.side_of(person.place)
    return person.perspective.public if person.perspective is not None else ""


def last_side(state: State) -> str:
    """Where who speaks stands, or who spoke last."""
    turn = state.floor.turn or state.floor.last
    return side_of(state, state.people.by_id[turn.participant]) if turn is not None else ""


def reorder(draft: Draft, before: State) -> None:
    """Work the order out anew, if the command changed what it depends on."""
    state = draft.state
    if not may_differ(before, state) or not (state.queue.hands or state.queue.order):
        return
    hands = state.queue.hands
    entries = list(ordering.order(state.floor.policy, waiting(state, draft.at), last_side(state)))
    if state.queue.moved:
        entries = [
            (who, "unfinished" if why == "moved" and hands[who].unfinished else why)
            for who, why in ordering.with_moved(entries, state.queue.moved)
        ]
    if len(entries) < len(hands):
        placed = {who for who, _ in entries}
        unready = [hand for hand in hands.values() if hand.participant not in placed]
        unready.sort(key=lambda h: (h.asked_at, h.participant))
        entries += [(h.participant, "composing" if h.composing else "not_ready") for h in unready]
    order = tuple([who for who, _ in entries])
    whys = dict(entries)
    if order != state.queue.order or whys != state.queue.whys:
        draft.emit(QueueOrdered(order, tuple([why for _, why in entries])))


@concept.evolves(HandMoved)
def hand_moved(state: State, event: HandMoved, _: Recorded) -> State:
    """A place by hand, until it is served or lowered."""
    moved = (
        *((who, to) for who, to in state.queue.moved if who != event.participant),
        (event.participant, event.to),
    )
    return state._replace(queue=state.queue._replace(moved=moved))


@concept.evolves(HandReturned)
def hand_returned(state: State, event: HandReturned, _: Recorded) -> State:
    """Its place is the policy's again."""
    moved = tuple(one for one in state.queue.moved if one[0] != event.participant)
    return state._replace(queue=state.queue._replace(moved=moved))


@concept.evolves(PolicySet)
def policy_set(state: State, event: PolicySet, _: Recorded) -> State:
    """Another policy; places given by hand are the old order's and go with it."""
    return state._replace(
        floor=state.floor._replace(policy=event.policy, sides=event.sides),
        queue=state.queue._replace(moved=()),
    )


@concept.evolves(QueueClosedSet)
def closed_set(state: State, event: QueueClosedSet, _: Recorded) -> State:
    """Closed, or open again; who waits goes on waiting."""
    return state._replace(queue=state.queue._replace(closed=event.closed))


@concept.evolves(QueueOrdered)
def ordered(state: State, event: QueueOrdered, _: Recorded) -> State:
    """The order that all see from now on."""
    whys = dict(zip(event.order, event.whys, strict=True))
    return state._replace(queue=state.queue._replace(order=event.order, whys=whys))
