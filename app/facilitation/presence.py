"""Who is here: sockets that open and close, the grace for a lost one, and devices without a person."""

from app.facilitation.commands import AddDevice, CloseBoot, CloseConnection, OpenConnection, RevokeDevice
from app.facilitation.draft import Draft, Recorded
from app.facilitation.events import (
    ConnectionClosed,
    ConnectionOpened,
    DeviceAdded,
    DeviceRevoked,
    ParticipantLapsed,
)
from app.facilitation.ids import DeviceId
from app.facilitation.muting import release_lost
from app.facilitation.people import LONGEST_NAME, heard_as, not_lost
from app.facilitation.refusals import Refused
from app.facilitation.registry import Concept
from app.facilitation.state import Connection, Equipment, State

concept = Concept()

GRACE_MS = 30_000
"""A lost connection shorter than this is no absence (wall time): trains have tunnels, phones lock."""
MOST_DEVICES = 50


@concept.decides(OpenConnection)
def open_connection(draft: Draft, command: OpenConnection) -> None:
    """A socket came up."""
    if command.connection in draft.state.people.connections:
        return
    if command.participant is not None and draft.participant(command.participant).removed:
        raise Refused("removed", "A facilitator has taken you out of this session.")
    if command.device is not None:
        device = draft.state.devices.get(command.device)
        if device is None or device.revoked:
            raise Refused(
                "unknown_device", "This link is no longer valid. Ask your facilitator for a new one."
            )
    draft.emit(ConnectionOpened(command.connection, command.boot, command.participant, command.device))


@concept.decides(CloseConnection)
def close_connection(draft: Draft, command: CloseConnection) -> None:
    """A socket went away."""
    if command.connection in draft.state.people.connections:
        since_at = min(command.since_at, draft.at)
        release_lost(draft, command.connection, since_at)
        draft.emit(ConnectionClosed(command.connection, since_at))


@concept.decides(CloseBoot)
def close_boot(draft: Draft, command: CloseBoot) -> None:
    """A node went away, and took its sockets with it."""
    for connection, opened in list(draft.state.people.connections.items()):
        if opened.boot == command.boot:
            since_at = min(command.since_at, draft.at)
            release_lost(draft, connection, since_at)
            draft.emit(ConnectionClosed(connection, since_at))


@concept.decides(AddDevice)
def add_device(draft: Draft, command: AddDevice) -> None:
    """Let a shared screen or a helper's phone in."""
    if sum(not d.revoked for d in draft.state.devices.values()) >= MOST_DEVICES:
        raise Refused("too_many", f"A session has at most {MOST_DEVICES} devices. Take one back first.")
    name = " ".join(command.name.split())[:LONGEST_NAME]
    draft.emit(DeviceAdded(DeviceId(draft.arrival.new_id), command.scope, name))


@concept.decides(RevokeDevice)
def revoke_device(draft: Draft, command: RevokeDevice) -> None:
    """Take a device's link back."""
    device = draft.state.devices.get(command.device)
    if device is None:
        raise Refused("unknown_device", "There is no such device in this session.")
    if not device.revoked:
        draft.emit(DeviceRevoked(device.id))


def next_lapse(state: State) -> int | None:
    """When the next grace is over."""
    if not state.people.lost:
        return None
    return min(state.people.lost.values()) + state.session.wall_ms(GRACE_MS)


@concept.wakes(next_lapse)
def lapse(draft: Draft, deadline: int) -> None:
    """Whoever did not come back within the grace is absent from its end on."""
    grace = draft.state.session.wall_ms(GRACE_MS)
    for participant, lost_at in list(draft.state.people.lost.items()):
        if lost_at + grace <= deadline:
            draft.emit(ParticipantLapsed(participant, lost_at + grace))


@concept.evolves(ConnectionOpened)
def connection_opened(state: State, event: ConnectionOpened, recorded: Recorded) -> State:
    """Here, from now on at the latest."""
    connections = {
        **state.people.connections,
        event.connection: Connection(event.boot, event.participant, event.device),
    }
    state = state._replace(people=state.people._replace(connections=connections))
    if event.participant is None:
        return state
    person = state.people.by_id[event.participant]
    person = person._replace(
        connections=person.connections | {event.connection}, here=not person.removed, lost_at=None
    )
    state = not_lost(state, person.id)
    was_here = state.people.by_id[person.id].here
    return state.with_person(person) if was_here else heard_as(state, person, recorded.at)


@concept.evolves(ConnectionClosed)
def connection_closed(state: State, event: ConnectionClosed, _: Recorded) -> State:
    """With the last connection the grace begins."""
    closed = state.people.connections[event.connection]
    connections = {c: o for c, o in state.people.connections.items() if c != event.connection}
    people = state.people._replace(connections=connections)
    state = state._replace(people=people)
    if closed.participant is None:
        return state
    person = state.people.by_id[closed.participant]
    person = person._replace(connections=person.connections - {event.connection})
    if not person.connections and not person.seated and person.here:
        person = person._replace(lost_at=event.since_at)
        lost = {**state.people.lost, person.id: event.since_at}
        state = state._replace(people=state.people._replace(lost=lost))
    return state.with_person(person)


@concept.evolves(ParticipantLapsed)
def lapsed(state: State, event: ParticipantLapsed, _: Recorded) -> State:
    """Absent."""
    person = state.people.by_id[event.participant]._replace(here=False, lost_at=None)
    return heard_as(not_lost(state, person.id), person, event.since_at)


@concept.evolves(DeviceAdded)
def device_added(state: State, event: DeviceAdded, _: Recorded) -> State:
    """One more device."""
    return state._replace(
        devices={**state.devices, event.device: Equipment(event.device, event.scope, event.name)}
    )


@concept.evolves(DeviceRevoked)
def device_revoked(state: State, event: DeviceRevoked, _: Recorded) -> State:
    """Its link opens nothing any more."""
    device = state.devices[event.device]._replace(revoked=True)
    return state._replace(devices={**state.devices, device.id: device})
