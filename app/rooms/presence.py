"""Who is connected, as the log knows it: sockets open and close as events that name this node's boot.

The core gives a lost connection its grace; here stands only what a socket can tell, and that what could not
be written yet is still owed to the log.
"""

from __future__ import annotations

import asyncio
import time
from typing import Protocol

from app.facilitation.actors import Device, Integrator, Person, Server
from app.facilitation.commands import CloseBoot, CloseConnection, Command, OpenConnection
from app.facilitation.ids import BootId, CommandId, ConnectionId
from app.facilitation.refusals import Refused
from app.facilitation.state import Answer, State
from app.rooms.clock import DrivenTime, SessionTime
from app.rooms.connection import Connection, Joined, Joining, Lagging, Viewer
from app.rooms.figures import Figures
from app.rooms.hub import Hub
from app.rooms.neighbours import Neighbours
from app.rooms.orders import Order, Outcome, Unavailable, order, random_id

OWED_S = 2.0
"""Pause before a closed connection that the log could not take is told to it again."""


class Session(Protocol):
    """What of a live session its connections concern."""

    state: State
    time: SessionTime
    hub: Hub
    figures: Figures

    @property
    def stopped(self) -> bool:
        """Whether it takes nothing any more."""
        ...

    def post(self, item: Order) -> None:
        """Take an order, and settle it once it is committed or refused."""
        ...


async def open_connection(session: Session, connection: Connection, boot: BootId) -> None:
    """Tell the log of a connection, then welcome it. Raises Refused: it may not come in, or not now."""
    viewer = connection.viewer
    if isinstance(viewer, Integrator):
        # A program is nobody's presence.
        session.hub.join(connection)
        return
    command = opening(connection.id, viewer, boot)
    known: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def settled(outcome: Outcome) -> None:
        # No frame is written between the commit and this call: the welcome misses and repeats nothing.
        if isinstance(outcome, Answer) and isinstance(connection.state, Joining):
            session.hub.join(connection)
        if not known.done():
            if isinstance(outcome, Refused):
                known.set_exception(outcome)
            else:
                known.set_result(None)

    session.post(order(command, Server(), CommandId(random_id()), session.time.now_ms(), settled))
    await known


def opening(connection: ConnectionId, viewer: Person | Device, boot: BootId) -> OpenConnection:
    """What the log is told of a socket."""
    if isinstance(viewer, Person):
        return OpenConnection(connection, boot, participant=viewer.participant)
    return OpenConnection(connection, boot, device=viewer.device)


def known(state: State, viewer: Viewer) -> bool:
    """Whether the log, as far as it was read, knows whose a socket is."""
    match viewer:
        case Person(participant):
            return participant in state.people.by_id
        case Device(device, _):
            return device in state.devices
        case Integrator():
            return False


def close_connection(session: Session, connection: Connection) -> None:
    """A connection has gone: nothing more is sent to it, and the log learns of its last sign of life."""
    session.hub.leave(connection)
    session.figures.forget(connection)
    silent_s = max(0.0, time.monotonic() - connection.heard_s)
    silent_ms = 0 if isinstance(session.time, DrivenTime) else round(silent_s * 1000 * session.time.rate)
    owe(session, CloseConnection(connection.id, session.time.now_ms() - silent_ms))


def boots_in(state: State) -> set[BootId]:
    """The boots that have connections open in a session, as the log knows it."""
    return {opened.boot for opened in state.people.connections.values()}


class Boots:
    """The same but for one node's own, kept for as long as the connections are: each batch asks."""

    __slots__ = ("_connections", "_others", "_own")

    def __init__(self, own: BootId) -> None:
        self._own = own
        self._connections: object = None
        self._others: frozenset[BootId] = frozenset()

    def others(self, state: State) -> frozenset[BootId]:
        """The other boots that have connections open in a session."""
        connections = state.people.connections
        if self._connections is not connections:
            self._connections, self._others = connections, frozenset(boots_in(state) - {self._own})
        return self._others


def close_dead_boots(session: Session, neighbours: Neighbours) -> None:
    """Close what dead nodes left open, at their last sign of life."""
    for dead in neighbours.dead(boots_in(session.state)):
        on_the_wall = session.state.session.clock.kind == "wall"
        known = dead.last_sign_at if on_the_wall and dead.last_sign_at is not None else None
        owe(session, CloseBoot(dead.boot, session.state.last_at if known is None else known))


def open_again(session: Session, boot: BootId) -> None:
    """Another node took this one for dead, and it lives: tell the log of the sockets that are open here."""
    known = session.state.people.connections
    for connection in session.hub.connections():
        viewer = connection.viewer if isinstance(connection.state, (Joined, Lagging)) else None
        if connection.id not in known and isinstance(viewer, (Person, Device)):
            owe(session, opening(connection.id, viewer, boot))


def owe(session: Session, command: Command) -> None:
    """Tell the log until it knows, as long as the session is live here."""

    def settled(outcome: Outcome) -> None:
        if isinstance(outcome, Unavailable) and not session.stopped:
            asyncio.get_running_loop().call_later(OWED_S, owe, session, command)

    session.post(order(command, Server(), CommandId(random_id()), session.time.now_ms(), settled))
