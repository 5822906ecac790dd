"""Who is in the session: joined, seated, named, with a role and a place, removed or let in again."""

import unicodedata

from app.facilitation.commands import (
    Join,
    LetIn,
    Move,
    MoveSeat,
    Remove,
    Rename,
    SayWatching,
    Seat,
    SetAway,
    SetListening,
    SetPresence,
    SetRole,
)
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    AwaySet,
    HandLowered,
    ListeningSet,
    ParticipantJoined,
    ParticipantLetIn,
    ParticipantMoved,
    ParticipantRemoved,
    ParticipantRenamed,
    PresenceSet,
    ProcessCleared,
    RoleSet,
    SeatMoved,
    SpeechEnded,
    TurnEnded,
    WatchingSaid,
)
from app.facilitation.ids import ParticipantId, Place, Role
from app.facilitation.muting import release
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.sentences import sentences_if_any
from app.facilitation.state import Participant, State
from app.facilitation.unseen import seen, without_controls

concept = Concept()

LONGEST_NAME = 60
"""A name has to fit on a phone's line and in a report's lane; longer ones are asked to be shortened."""
MOST_PEOPLE = 2_000
"""More people than this in one session is a mistake or an attack."""
MOST_SEATED_AT_ONCE = 200


def proper_name(name: str) -> str:
    """The name as it will stand on every screen: trimmed, in one line, without invisible characters.

    Raises Refused (`name_empty`, `name_too_long`).
    """
    proper = " ".join(without_controls(name).split())
    if not seen(proper).strip():
        raise Refused("name_empty", "Please give a name, so that people know who is here.")
    if len(proper) > LONGEST_NAME:
        raise Refused(
            "name_too_long", f"That name is too long. Please use {LONGEST_NAME} characters or fewer."
        )
    return proper


def same_name(name: str) -> str:
    """What two names must differ in, so that nobody passes for somebody else."""
    return " ".join(seen(unicodedata.normalize("NFKC", seen(name))).split()).casefold()


def free_name(state: State, name: str, own: ParticipantId | None = None) -> str:
    """The proper name, if nobody else here has it. Raises Refused (`name_taken` and as `proper_name`)."""
    proper = proper_name(name)
    wanted = same_name(proper)
    for person in state.people.by_id.values():
        if person.id != own and not person.removed and same_name(person.name) == wanted:
            raise Refused(
                "name_taken", f"Somebody here is called {proper} already. Add a letter or a second name."
            )
    return proper


def reason_to_watch(watches: str) -> str:
    """Why somebody watches, in one line; they may be asked for it, and need not say it.

    Raises Refused (`text_too_long`).
    """
    return sentences_if_any(watches, LONGEST_NAME)


def check_room_for(state: State, newcomers: int) -> None:
    """Refuse more people than a session holds."""
    if len(state.people.by_id) + newcomers > MOST_PEOPLE:
        raise Refused("too_many", f"A session holds {MOST_PEOPLE} people; it is full.")


@concept.decides(Join)
def join(draft: Draft, command: Join) -> None:
    """Take in somebody whom the door let through."""
    if draft.state.session.locked and command.role is not Role.facilitator:
        raise Refused(
            "locked", "The room is locked: only who is in already. Ask your facilitator to open it."
        )
    check_room_for(draft.state, 1)
    name = free_name(draft.state, command.name)
    participant = ParticipantId(draft.arrival.new_id)
    watches = reason_to_watch(command.watches) if command.role is Role.observer else ""
    draft.emit(ParticipantJoined(participant, name, command.role, command.place, False, watches))


@concept.decides(Seat)
def seat(draft: Draft, command: Seat) -> None:
    """Seat people without a device; all of them or, with one clear sentence, none."""
    if not command.people:
        raise Refused("name_empty", "Name at least one person to seat.")
    if len(command.people) > MOST_SEATED_AT_ONCE:
        raise Refused("too_many", f"Seat {MOST_SEATED_AT_ONCE} people or fewer at once.")
    check_room_for(draft.state, len(command.people))
    for place, newcomer in enumerate(command.people):
        name = free_name(draft.state, newcomer.name)
        suffix = "" if len(command.people) == 1 else f"-{place + 1}"
        participant = ParticipantId(draft.arrival.new_id + suffix)
        draft.emit(ParticipantJoined(participant, name, newcomer.role, newcomer.place, seated=True))


@concept.decides(Rename)
def rename(draft: Draft, command: Rename) -> None:
    """Change a name."""
    person = draft.participant(command.participant)
    name = free_name(draft.state, command.name, person.id)
    if name != person.name:
        draft.emit(ParticipantRenamed(person.id, name))


@concept.decides(Move)
def move(draft: Draft, command: Move) -> None:
    """Change how somebody is here."""
    person = draft.participant(command.participant)
    if person.place is command.place:
        return
    held = draft.state.sources.microphones.get(person.id)
    if command.place is Place.in_room and held is not None and not held.alone:
        # In a room it may hear many: whoever goes there is asked first whether anybody else is near.
        release(draft, person.id, draft.at)
    draft.emit(ParticipantMoved(person.id, command.place))


@concept.decides(SetRole)
def set_role(draft: Draft, command: SetRole) -> None:
    """Change a role; a session never loses its last facilitator by it."""
    person = draft.participant(command.participant)
    if person.role is command.role:
        return
    if person.role is Role.facilitator:
        _keep_a_facilitator(draft, person)
    watches = ""
    if command.role is Role.observer:
        release(draft, person.id, draft.at)
        watches = reason_to_watch(command.watches)
    draft.emit(RoleSet(person.id, command.role, watches))


@concept.decides(SayWatching)
def say_watching(draft: Draft, command: SayWatching) -> None:
    """People whom somebody watches may know why."""
    person = draft.participant(command.participant)
    if person.role is not Role.observer:
        raise Refused("stale", "That is for people who watch.")
    watches = reason_to_watch(command.watches)
    if watches != person.watches:
        draft.emit(WatchingSaid(person.id, watches))


def _keep_a_facilitator(draft: Draft, leaving: Participant) -> None:
    others = (p for p in draft.state.people.by_id.values() if p.id != leaving.id and not p.removed)
    if not any(p.role is Role.facilitator for p in others):
        raise Refused(
            "last_facilitator", "This is the only facilitator. Make somebody else a facilitator first."
        )


@concept.decides(Remove)
def remove(draft: Draft, command: Remove) -> None:
    """Take somebody out: their hand, their turn and what is heard of them end."""
    person = draft.participant(command.participant)
    if person.removed:
        return
    if person.role is Role.facilitator:
        _keep_a_facilitator(draft, person)
    leave(draft, person)
    draft.emit(ParticipantRemoved(person.id, command.keep_out))


def leave(draft: Draft, person: Participant) -> None:
    """End their turn, their hand, and what is heard of them."""
    turn = draft.state.floor.turn
    if turn is not None and turn.participant == person.id:
        draft.emit(TurnEnded(turn.id, "gone"))
    for waits in draft.state.floor.aside:
        if waits.participant == person.id:
            draft.emit(TurnEnded(waits.id, "gone"))
    if person.id in draft.state.queue.hands:
        draft.emit(HandLowered(person.id))
    release(draft, person.id, draft.at)
    if person.id in draft.state.queue.process:
        draft.emit(ProcessCleared(person.id, answered=False))
    for (participant, source), speech in list(draft.state.sources.open.items()):
        if participant == person.id:
            draft.emit(SpeechEnded(participant, source, max(speech.from_at, draft.at)))


@concept.decides(LetIn)
def let_in(draft: Draft, command: LetIn) -> None:
    """Let somebody who was removed come back, under their name if it is still free."""
    person = draft.participant(command.participant)
    if person.removed:
        free_name(draft.state, person.name, person.id)
        draft.emit(ParticipantLetIn(person.id))


@concept.decides(MoveSeat)
def move_seat(draft: Draft, command: MoveSeat) -> None:
    """As people sit: a round by seat then goes round the table, and the rows stand as one looks at it."""
    person = draft.participant(command.participant)
    order = draft.state.people.order
    to = min(max(0, command.to), len(order) - 1)
    if order.index(person.id) != to:
        draft.emit(SeatMoved(person.id, to))


@concept.decides(SetPresence)
def set_presence(draft: Draft, command: SetPresence) -> None:
    """A facilitator says that somebody is here without a device, or has gone."""
    person = draft.participant(command.participant)
    if person.seated != command.here:
        draft.emit(PresenceSet(person.id, command.here))


@concept.decides(SetAway)
def set_away(draft: Draft, command: SetAway) -> None:
    """Away is said, never guessed."""
    person = draft.participant(command.participant)
    if person.away != command.away:
        draft.emit(AwaySet(person.id, command.away))


@concept.decides(SetListening)
def set_listening(draft: Draft, command: SetListening) -> None:
    """ "I'm listening" is a choice, not silence to be mended."""
    person = draft.participant(command.participant)
    if person.listening != command.listening:
        draft.emit(ListeningSet(person.id, command.listening))


def pseudonym(number: int) -> str:
    """What somebody is called whose name was erased from the log: by the number of their seat."""
    return f"Person {number}"


def heard_as(state: State, person: Participant, at: int) -> State:
    """The state with one person replaced, and counted from `at` on as they now are."""
    state = state.with_person(person)
    if state.session.opened_at is None:
        return state
    speech = state.speech.counts(person.id, at, person.counted)
    speech = speech.present(person.id, at, person.here and not person.away and not person.removed)
    return state._replace(speech=speech)


def not_lost(state: State, participant: ParticipantId) -> State:
    """The state in which nobody waits for this person's connection to come back."""
    if participant not in state.people.lost:
        return state
    lost = {who: at for who, at in state.people.lost.items() if who != participant}
    return state._replace(people=state.people._replace(lost=lost))


@concept.evolves(ParticipantJoined)
def joined(state: State, event: ParticipantJoined, recorded: Recorded) -> State:
    """A new seat at the end of the row."""
    number = len(state.people.order) + len(state.people.merged) + 1
    person = Participant(
        id=event.participant,
        name=event.name or pseudonym(number),
        role=event.role,
        place=event.place,
        number=number,
        joined_at=recorded.at,
        seated=event.seated,
        here=event.seated,
        watches=event.watches,
        own_device=not event.seated,
    )
    people = state.people._replace(order=(*state.people.order, person.id))
    state = heard_as(state._replace(people=people), person, recorded.at)
    for source in state.sources.everyone:
        covers = {**state.sources.covers, source: state.sources.covers.get(source, frozenset()) | {person.id}}
        state = state._replace(sources=state.sources._replace(covers=covers))
        if state.session.opened_at is not None:
            state = state._replace(speech=state.speech.cover(person.id, source, recorded.at, True))
    return state


@concept.evolves(ParticipantRenamed)
def renamed(state: State, event: ParticipantRenamed, _: Recorded) -> State:
    """The same person under another name."""
    person = state.people.by_id[event.participant]
    return state.with_person(person._replace(name=event.name or pseudonym(person.number)))


@concept.evolves(ParticipantMoved)
def moved(state: State, event: ParticipantMoved, _: Recorded) -> State:
    """The same person in another place, and in another group of those that are looked at."""
    moved = state.people.by_id[event.participant]._replace(place=event.place)
    return state.with_person(moved)._replace(outlook=None)


@concept.evolves(RoleSet)
def role_set(state: State, event: RoleSet, recorded: Recorded) -> State:
    """Another role; counted, or no longer."""
    person = state.people.by_id[event.participant]._replace(role=event.role, watches=event.watches)
    return heard_as(state, person, recorded.at)


@concept.evolves(WatchingSaid)
def watching_said(state: State, event: WatchingSaid, _: Recorded) -> State:
    """It stands beside their name."""
    return state.with_person(state.people.by_id[event.participant]._replace(watches=event.watches))


@concept.evolves(ParticipantRemoved)
def removed(state: State, event: ParticipantRemoved, recorded: Recorded) -> State:
    """Gone from every count; what they said stays said."""
    person = state.people.by_id[event.participant]
    person = person._replace(removed=True, kept_out=event.keep_out, here=False, lost_at=None)
    return heard_as(not_lost(state, person.id), person, recorded.at)


@concept.evolves(ParticipantLetIn)
def came_back(state: State, event: ParticipantLetIn, recorded: Recorded) -> State:
    """Welcome again; here at once if they are seated or connected."""
    person = state.people.by_id[event.participant]
    here = person.seated or bool(person.connections)
    return heard_as(state, person._replace(removed=False, kept_out=False, here=here), recorded.at)


@concept.evolves(SeatMoved)
def seat_moved(state: State, event: SeatMoved, _: Recorded) -> State:
    """Another order of the seats."""
    order = [who for who in state.people.order if who != event.participant]
    order.insert(event.to, event.participant)
    return state._replace(people=state.people._replace(order=tuple(order)))


@concept.evolves(PresenceSet)
def presence_set(state: State, event: PresenceSet, recorded: Recorded) -> State:
    """Seated or not, as a facilitator said."""
    person = state.people.by_id[event.participant]
    here = event.here or bool(person.connections)
    person = person._replace(seated=event.here, here=here, lost_at=None)
    return heard_as(not_lost(state, person.id), person, recorded.at)


@concept.evolves(AwaySet)
def away_set(state: State, event: AwaySet, recorded: Recorded) -> State:
    """Uncounted while away."""
    person = state.people.by_id[event.participant]._replace(away=event.away)
    return heard_as(state, person, recorded.at)


@concept.evolves(ListeningSet)
def listening_set(state: State, event: ListeningSet, _: Recorded) -> State:
    """Still counted; only never nudged, and out of the room's indices."""
    person = state.people.by_id[event.participant]._replace(listening=event.listening)
    return state.with_person(person)._replace(outlook=None)
