"""Who is connected, as the log knows it: sockets open and close as events that name this node's boot.

The core gives a lost connection its grace; here stands only what a socket can tell, and that what could not
be written yet is still owed to the log.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from app.facilitation.actors import Device, Integrator, Person, Server
from app.facilitation.commands import CloseBoot, CloseConnection, Command, OpenConnection
from app.facilitation.ids import BootId, CommandId
from app.facilitation.refusals import Refused
from app.facilitation.state import Answer
from app.rooms.clock import DrivenTime
from app.rooms.connection import Connection, Joining
from app.rooms.orders import Outcome, Unavailable, order, random_id

if TYPE_CHECKING:
    from app.rooms.actor import SessionActor

OWED_S = 2.0
"""Pause before a closed connection that the log could not take is told to it again."""


async def open_connection(actor: SessionActor, connection: Connection, boot: BootId) -> None:
    """Tell the log of a connection, then welcome it. Raises Refused: it may not come in, or not now."""
    viewer = connection.viewer
    if isinstance(viewer, Integrator):
        # A program is nobody's presence.
        actor.hub.join(connection)
        return
    command = OpenConnection(
        connection.id,
        boot,
        participant=viewer.participant if isinstance(viewer, Person) else None,
        device=viewer.device if isinstance(viewer, Device) else None,
    )
    known: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def settled(outcome: Outcome) -> None:
        # No frame is written between the commit and this call: the welcome misses and repeats nothing.
        if isinstance(outcome, Answer) and isinstance(connection.state, Joining):
            actor.hub.join(connection)
        if not known.done():
            if isinstance(outcome, Refused):
                known.set_exception(outcome)
            else:
                known.set_result(None)

    actor.post(order(command, Server(), CommandId(random_id()), actor.time.now_ms(), settled))
    await known


def close_connection(actor: SessionActor, connection: Connection) -> None:
    """A connection has gone: nothing more is sent to it, and the log learns of its last sign of life."""
    actor.hub.leave(connection)
    actor.figures.forget(connection)
    silent_s = max(0.0, time.monotonic() - connection.heard_s)
    now = actor.time.now_ms()
    since_at = now if isinstance(actor.time, DrivenTime) else now - round(silent_s * 1000 * actor.time.rate)
    owe(actor, CloseConnection(connection.id, since_at))


def close_dead_boots(actor: SessionActor, boot: BootId, since_at: int) -> None:
    """Close what other boots left open: in one process, whoever is not this boot is dead."""
    if any(opened.boot != boot for opened in actor.state.people.connections.values()):
        owe(actor, CloseBoot((boot,), since_at))


def owe(actor: SessionActor, command: Command) -> None:
    """Tell the log until it knows; while the actor lives."""

    def settled(outcome: Outcome) -> None:
        if isinstance(outcome, Unavailable) and not actor.stopped:
            asyncio.get_running_loop().call_later(OWED_S, owe, actor, command)

    actor.post(order(command, Server(), CommandId(random_id()), actor.time.now_ms(), settled))
