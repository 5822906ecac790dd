"""The connections of one session: each layer is encoded once, and written to everybody whom it is for.

The hub stands at a committed state, never at a tentative one. `room` may be a moment behind it: arrivals in a
large room are gathered, because a thousand people who come in at nine would else be a million frames.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.facilitation import events
from app.facilitation.actors import Device, Integrator, Person
from app.facilitation.draft import Recorded
from app.facilitation.ids import ParticipantId, Role
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.rights import RUN
from app.facilitation.state import State
from app.facilitation.views import (
    DESK,
    ROOM,
    Rendered,
    device_view,
    render,
    you_changed,
    you_view,
)
from app.facilitation.visibility import VISIBILITY, notices
from app.rooms.clock import SessionTime
from app.rooms.connection import Connection, Joined, Lagging, Viewer
from app.rooms.frames import text_frame
from app.rooms.touched import touched
from app.wire import frames
from app.wire.codec import encode
from app.wire.merge import diff

LARGE_ROOM = 100
"""Above this many people arrivals are gathered."""

GATHER_S = 1.0
"""How long arrivals in a large room wait for others."""

LAG_TIMEOUT_S = 30.0
"""A client that takes nothing for so long is sent away: it is asleep, and will reconnect when it wakes."""

ARRIVALS = (
    events.ParticipantJoined,
    events.ConnectionOpened,
    events.ConnectionClosed,
    events.ParticipantLapsed,
)


@dataclass(slots=True)
class _Told:
    """What the layers learn of the events since they were last sent."""

    room: list[JsonDict] = field(default_factory=list)
    desk: list[JsonDict] = field(default_factory=list)
    you: dict[ParticipantId, list[JsonDict]] = field(default_factory=dict)

    def add(self, recorded: Sequence[Recorded]) -> None:
        for entry in recorded:
            if type(entry.event) not in VISIBILITY:
                continue
            room, desk, own = notices(entry)
            if room is not None:
                self.room.append(room)
            if desk is not None:
                self.desk.append(desk)
            if own is not None:
                self.you.setdefault(own[0], []).append(own[1])


class Hub:
    """Joins connections, publishes committed states, and welcomes anew whenever that is simpler."""

    def __init__(self, state: State, time: SessionTime) -> None:
        self.time = time
        # The committed state.
        self.state = state
        # What `room` and `desk` were last sent as (None while nobody is here), and their JSON for welcomes.
        self._room: Rendered | None = None
        self._desk: Rendered | None = None
        self._room_json = b""
        self._desk_json = b""
        self._told = _Told()
        # Set while arrivals are being gathered.
        self._gathering: asyncio.TimerHandle | None = None
        # Those who can take a frame now, and how they are given it.
        self._joined: dict[Connection, Callable[[bytes], bool]] = {}
        self._lagging: dict[Connection, asyncio.TimerHandle] = {}
        self._viewers: dict[Connection, Viewer] = {}
        self._by_viewer: dict[Viewer, set[Connection]] = {}
        # Those of the connections that get the desk's layer.
        self._desks: set[Connection] = set()

    # ---- who is here

    def __len__(self) -> int:
        return len(self._viewers)

    def connections(self) -> list[Connection]:
        """Everyone who was welcomed and has not gone, slow ones too."""
        return list(self._viewers)

    def viewer(self, connection: Connection) -> Viewer | None:
        """Whose a connection is; None where it was not welcomed, or has gone."""
        return self._viewers.get(connection)

    def desks(self) -> list[Connection]:
        """Those who get the facilitators' layer."""
        return list(self._desks)

    def join(self, connection: Connection) -> None:
        """Welcome a connection that the log knows of."""
        viewer = connection.viewer
        if isinstance(viewer, Person) and viewer.participant in self.state.people.merged:
            connection.close("restart", 0)
            return
        self._viewers[connection] = viewer
        self._by_viewer.setdefault(viewer, set()).add(connection)
        self._joined[connection] = connection.outlet.send_frame
        connection.join(self._welcome(connection, viewer))
        connection.outlet.on_drained(lambda: self._drained(connection))

    def leave(self, connection: Connection) -> None:
        """Forget a connection that has gone. Does nothing where it was not joined."""
        viewer = self._viewers.pop(connection, None)
        if viewer is None:
            return
        self._joined.pop(connection, None)
        timer = self._lagging.pop(connection, None)
        if timer is not None:
            timer.cancel()
        self._desks.discard(connection)
        connections = self._by_viewer[viewer]
        connections.discard(connection)
        if not connections:
            del self._by_viewer[viewer]
        if not self._viewers:
            self._forget()

    def welcome_again(self, connection: Connection, token: str | None = None) -> None:
        """Everything anew for one connection: a renewed token, another role."""
        if connection in self._joined:
            self._write(b"", {connection: self._welcome(connection, self._viewers[connection], token)}, {})

    def send(self, connection: Connection, frame: bytes) -> None:
        """A frame for one connection alone; one that is behind does without."""
        if connection in self._joined:
            self._write(b"", {connection: frame}, {})

    # ---- publishing

    def publish(
        self, state: State, recorded: Sequence[Recorded], answers: Mapping[Connection, bytes]
    ) -> None:
        """Tell everybody what a committed batch changed, and its senders, in the same write, the answers."""
        was, self.state = self.state, state
        if not self._viewers:
            return
        self._told.add(recorded)
        own = self._own_frames(was)
        if self._may_gather(recorded):
            if self._gathering is None:
                self._gathering = asyncio.get_running_loop().call_later(GATHER_S, self._gathered)
            self._write(b"", own, answers)
        else:
            self._publish_shared(own, answers)
        self._follow_roles(was)

    def renew(self, state: State, answers: Mapping[Connection, bytes]) -> None:
        """Forget all that was made of earlier states, and tell everybody everything anew: something of the
        past was redacted.
        """
        was, self.state = self.state, state
        self._forget()
        self._follow_roles(was)
        for connection in list(self._joined):
            self.welcome_again(connection)
        self._write(b"", {}, answers)

    def _gathered(self) -> None:
        self._publish_shared({}, {})

    def _may_gather(self, recorded: Sequence[Recorded]) -> bool:
        if len(self.state.people.order) <= LARGE_ROOM:
            return False
        return all(isinstance(entry.event, ARRIVALS) for entry in recorded)

    def _publish_shared(self, own: dict[Connection, bytes], answers: Mapping[Connection, bytes]) -> None:
        if self._gathering is not None:
            self._gathering.cancel()
            self._gathering = None
        state, told = self.state, self._told
        if told.room or told.desk:
            self._told = _Told()
        room = desk = b""
        if self._room is not None:
            was, self._room = self._room, render(ROOM, state, self._room)
            room = _frame("room", state, _patch(was, self._room), told.room)
            self._room_json = b"" if room else self._room_json
        if self._desk is not None:
            was, self._desk = self._desk, render(DESK, state, self._desk)
            desk = _frame("desk", state, _patch(was, self._desk), told.desk)
            self._desk_json = b"" if desk else self._desk_json
        if desk:
            for connection in self._desks:
                own[connection] = desk + own.get(connection, b"")
        self._write(room, own, answers)

    def _own_frames(self, was: State) -> dict[Connection, bytes]:
        """The `you` frames of those whose own facts changed."""
        state, told = self.state, self._told.you
        own: dict[Connection, bytes] = {}
        for who in touched(was, state) | told.keys():
            connections = self._by_viewer.get(Person(who))
            if connections and who in state.people.by_id:
                before, after = you_changed(state, who, was)
                frame = _frame("you", state, diff(before, after), told.get(who, []))
                if frame:
                    own.update(dict.fromkeys(connections, frame))
        if told:
            self._told.you = {}
        if was.devices is not state.devices or was.agenda.notes is not state.agenda.notes:
            for viewer, connections in self._by_viewer.items():
                if isinstance(viewer, Device):
                    before, after = device_view(was, viewer.device), device_view(state, viewer.device)
                    frame = _frame("you", state, diff(before, after), [])
                    if frame:
                        own.update(dict.fromkeys(connections, frame))
        return own

    def _write(self, room: bytes, own: dict[Connection, bytes], answers: Mapping[Connection, bytes]) -> None:
        """Write `room` to everybody, and after it what is one connection's own; who cannot take it, lags."""
        for connection, answer in answers.items():
            if connection in self._joined:
                own[connection] = own.get(connection, b"") + answer
            else:
                connection.answer(answer)
        dropped = []
        if room:
            for connection, send in self._joined.items():
                if not send(room + own[connection] if connection in own else room):
                    dropped.append(connection)
        else:
            for connection, tail in own.items():
                if connection in self._joined and not self._joined[connection](tail):
                    dropped.append(connection)
        for connection in dropped:
            self._drop(connection, answers.get(connection, b""))

    # ---- slow clients

    def _drop(self, connection: Connection, answer: bytes) -> None:
        if not connection.outlet.is_open() or not isinstance(connection.state, Joined):
            return
        connection.lag(answer)
        del self._joined[connection]
        loop = asyncio.get_running_loop()
        self._lagging[connection] = loop.call_later(LAG_TIMEOUT_S, connection.close, "slow")

    def _drained(self, connection: Connection) -> None:
        if connection not in self._lagging or not isinstance(connection.state, Lagging):
            return
        connection.catch_up(self._welcome(connection, self._viewers[connection]))
        if connection.is_joined:
            self._lagging.pop(connection).cancel()
            self._joined[connection] = connection.outlet.send_frame

    # ---- layers

    def _welcome(self, connection: Connection, viewer: Viewer, token: str | None = None) -> bytes:
        at_desk = self._sits_at_desk(viewer)
        if at_desk:
            self._desks.add(connection)
        else:
            self._desks.discard(connection)
        if self._room is None:
            self._room = render(ROOM, self.state)
        if at_desk and self._desk is None:
            # The two are published together, so they have to stand at the same state.
            self._desk = render(DESK, self._room.state)
        self._room_json = self._room_json or encode(self._room.view)
        desk_json = None
        if at_desk and self._desk is not None:
            desk_json = self._desk_json = self._desk_json or encode(self._desk.view)
        return text_frame(
            frames.welcome(
                seq=self._room.state.seq,
                now=self.time.now_ms(),
                rate=self.time.rate,
                room=self._room_json,
                desk=desk_json,
                you=encode(self._own_view(viewer)),
                token=token,
            )
        )

    def _own_view(self, viewer: Viewer) -> JsonDict:
        match viewer:
            case Person(participant):
                return you_view(self.state, participant)
            case Device(device, _):
                return device_view(self.state, device)
            case Integrator(key, scopes):
                return {"key": key, "scopes": list[Json](sorted(scopes))}

    def _sits_at_desk(self, viewer: Viewer) -> bool:
        match viewer:
            case Person(participant):
                person = self.state.person(participant)
                return person is not None and person.role is Role.facilitator and not person.removed
            case Integrator(_, scopes):
                return RUN in scopes
            case Device():
                return False

    def _follow_roles(self, was: State) -> None:
        """Close what was revoked; give the desk to new facilitators, and take it from former ones."""
        people, devices = self.state.people.by_id, self.state.devices
        if people is was.people.by_id and devices is was.devices:
            return
        for connection, viewer in list(self._viewers.items()):
            match viewer:
                case Person(participant):
                    person = people.get(participant)
                    if person is was.people.by_id.get(participant):
                        continue
                    if person is None:
                        # They are somebody else who is here, and come back as that one.
                        connection.close("restart", 0)
                    elif person.removed:
                        connection.close("erased" if person.erased else "removed")
                    elif (connection in self._desks) != self._sits_at_desk(viewer):
                        self.welcome_again(connection)
                case Device(device, _):
                    if devices[device].revoked:
                        connection.close("revoked")
                case Integrator():
                    pass

    def _forget(self) -> None:
        """Keep nothing but the state."""
        self._room = self._desk = None
        self._room_json = self._desk_json = b""
        self._told = _Told()
        if self._gathering is not None:
            self._gathering.cancel()
            self._gathering = None


def _patch(was: Rendered, now: Rendered) -> dict[str, object]:
    """What changed in a layer; a section that is the same object was not looked at."""
    return diff({name: was.view[name] for name in now.anew}, {name: now.view[name] for name in now.anew})


def _frame(layer: frames.Layer, state: State, patch: Mapping[str, object], told: Sequence[JsonDict]) -> bytes:
    """A layer's frame; empty where there is nothing to say."""
    if not patch and not told:
        return b""
    return text_frame(frames.patch(layer, seq=state.seq, at=state.last_at, patch=patch, notices=told))
