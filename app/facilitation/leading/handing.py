"""The lead is handed over to the group and taken back, without a jump: floor, queue, mode, agenda and clocks
stay as they are, and nothing of what nudges said is said anew to anybody else.
"""

from app.facilitation.actors import Person, label
from app.facilitation.commands import AcceptLead, HandOver, TakeOver
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    LeadAccepted,
    LeadHandedOver,
    LeadOffered,
    LeadTakenOver,
    NudgeExpired,
)
from app.facilitation.ids import ParticipantId, Role, Status
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.session import require_open
from app.facilitation.state import State, Undoable

concept = Concept()

ALONE_MS = 120_000
"""How long no facilitator is connected before the group is asked (wall time, as connections are). A phone
that locks or a train in a tunnel is back by then."""
ENOUGH = 2
"""So many different people say yes before the group leads. One tap may be a slip, and it changes what all may
do; a share of all would wait for those who are not looking just now. Whoever disagrees says so by voice, and
a facilitator takes over with one tap."""


def may_accept(state: State) -> list[ParticipantId]:
    """Who could say yes just now: participants with a device, so that nobody is waited for who has none."""
    people = state.people.by_id.values()
    return [
        p.id for p in people if p.role is Role.participant and p.connections and not (p.removed or p.away)
    ]


def accepted(state: State) -> int:
    """How many of them have said yes."""
    return len(state.lead.accepted.intersection(may_accept(state)))


def needed(state: State) -> int:
    """How many have to say yes: where there are only two to ask (or one), one."""
    return ENOUGH if len(may_accept(state)) > ENOUGH else 1


@concept.decides(HandOver)
def hand_over(draft: Draft, _: HandOver) -> None:
    """A facilitator lets the group lead, now or from the opening on."""
    if draft.state.session.status is Status.ended:
        raise Refused("ended", "The session has ended. Reopen it to go on.")
    if not draft.state.lead.by_group:
        draft.emit(LeadHandedOver("facilitator"))


@concept.decides(AcceptLead)
def accept(draft: Draft, _: AcceptLead) -> None:
    """One more yes; with enough of them the group leads."""
    require_open(draft)
    if draft.state.lead.by_group:
        return
    if draft.state.lead.offered_at is None:
        raise Refused("stale", "This is not asked any more: a facilitator is here.")
    person = draft.participant(None)
    if person.id not in draft.state.lead.accepted:
        draft.emit(LeadAccepted(person.id))
    if accepted(draft.state) >= needed(draft.state):
        draft.emit(LeadHandedOver("group"))


@concept.decides(TakeOver)
def take_over(draft: Draft, _: TakeOver) -> None:
    """What nudges ask the group just now is over: it was said to all, and is not said again about anybody."""
    if not draft.state.lead.by_group:
        return
    for nudge_id in draft.state.nudges.live:
        if draft.state.nudges.by_id[nudge_id].to_group:
            draft.emit(NudgeExpired(nudge_id, draft.at))
    draft.emit(LeadTakenOver())


def next_offer(state: State) -> int | None:
    """When no facilitator has been here for long enough. Nobody is asked where nobody is connected."""
    lead = state.lead
    if lead.alone_since_at is None or lead.offered_at is not None or lead.by_group:
        return None
    return lead.alone_since_at + state.session.wall_ms(ALONE_MS) if state.people.connections else None


@concept.wakes(next_offer)
def offer(draft: Draft, _: int) -> None:
    """Everybody is asked, once for each time without a facilitator."""
    draft.emit(LeadOffered())


def attended(state: State, at: int) -> State:
    """The state with whether a facilitator is connected, after people or the session's standing changed.

    It counts from when it is known: after a node's end all come back at their own time, and nobody should be
    asked before a facilitator could.
    """
    lead = state.lead
    people = state.people.by_id.values()
    alone = state.session.status is Status.open and not any(
        p.role is Role.facilitator and p.connections and not p.removed for p in people
    )
    if alone is (lead.alone_since_at is not None):
        return state
    if alone:
        return state._replace(lead=lead._replace(alone_since_at=at))
    return state._replace(lead=lead._replace(alone_since_at=None, offered_at=None, accepted=frozenset()))


@concept.evolves(LeadOffered)
def offered(state: State, _: LeadOffered, recorded: Recorded) -> State:
    """Until a facilitator is here, or enough people say yes."""
    return state._replace(lead=state.lead._replace(offered_at=recorded.at))


@concept.evolves(LeadAccepted)
def one_accepted(state: State, event: LeadAccepted, _: Recorded) -> State:
    """One more."""
    accepted = state.lead.accepted | {event.participant}
    return state._replace(lead=state.lead._replace(accepted=accepted))


@concept.evolves(LeadHandedOver)
def handed_over(state: State, _: LeadHandedOver, recorded: Recorded) -> State:
    """The group leads; nudges that are raised from now on are the group's."""
    at = recorded.at
    lead = state.lead._replace(
        since_at=at, offered_at=None, accepted=frozenset(), stretches=(*state.lead.stretches, (at, None))
    )
    return _addressed(state._replace(lead=lead), at, to_group=True)


@concept.evolves(LeadTakenOver)
def taken_over(state: State, _: LeadTakenOver, recorded: Recorded) -> State:
    """Facilitators lead; what the group did on the floor is not taken back under their hands."""
    at = recorded.at
    *before, (from_at, _until) = state.lead.stretches
    lead = state.lead._replace(since_at=None, stretches=(*before, (from_at, at)))
    undo = {kind: action for kind, action in state.undo.items() if not _of_the_group(state, kind, action)}
    return _addressed(state._replace(lead=lead, undo=undo), at, to_group=False)


def _addressed(state: State, at: int, *, to_group: bool) -> State:
    nudges = state.nudges._replace(to_group=to_group, addressed_since_at=at)
    return state._replace(nudges=nudges, outlook=None)


def _of_the_group(state: State, kind: str, action: Undoable) -> bool:
    if kind != "turn" and not kind.startswith("nudge:"):
        return False
    people = state.people.by_id.values()
    return any(action.actor == label(Person(p.id)) and p.role is not Role.facilitator for p in people)
