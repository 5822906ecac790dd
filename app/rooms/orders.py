"""A command on its way through an actor: what came in with it, and who waits for what came of it."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NamedTuple, TypeAlias

from app.facilitation.actors import Actor
from app.facilitation.commands import Command
from app.facilitation.ids import CommandId
from app.facilitation.refusals import Refused
from app.facilitation.state import Answer
from app.rooms.connection import Connection
from app.rooms.frames import text_frame
from app.wire import frames

_CROCKFORD = bytes(b"0123456789abcdefghjkmnpqrstvwxyz"[byte & 31] for byte in range(256))
"""For each byte the character that its low five bits stand for."""
_ID_CHARACTERS = 16
_STOCK_BYTES = 8_192
_stock = b""
_used = 0


class Unavailable(Refused):
    """The log could not take the command; nothing was applied and nothing is lost. Send it again later."""

    def __init__(self, message: str) -> None:
        super().__init__("unavailable", message)


Outcome: TypeAlias = Answer | Refused


class Order(NamedTuple):
    """One command with its circumstances, made once at arrival, so that deciding again gives the same."""

    command: Command
    actor: Actor
    command_id: CommandId
    arrived_at: int
    """Session time when it came in."""
    new_id: str
    lot: int
    settled: Connection | Callable[[Outcome], None] | None
    """Who is told: a connection gets a frame, a function is called, or nobody waits."""


def order(
    command: Command,
    actor: Actor,
    command_id: CommandId,
    arrived_at: int,
    settled: Connection | Callable[[Outcome], None] | None = None,
) -> Order:
    """An order with the id and the random number that the core may not make itself."""
    random = _random(_ID_CHARACTERS + 8)
    new_id = random[:_ID_CHARACTERS].translate(_CROCKFORD).decode()
    lot = int.from_bytes(random[_ID_CHARACTERS:], "big") >> 1
    return Order(command, actor, command_id, arrived_at, new_id, lot, settled)


def random_id() -> str:
    """A fresh id of 80 random bits: for connections, batches, boots and the server's own commands."""
    return _random(_ID_CHARACTERS).translate(_CROCKFORD).decode()


def _random(size: int) -> bytes:
    """Bytes of the operating system, taken in stock: asking it for each command costs a call each."""
    global _stock, _used  # noqa: PLW0603 - a stock is shared by all who draw on it
    if _used + size > len(_stock):
        _stock, _used = os.urandom(_STOCK_BYTES), 0
    _used += size
    return _stock[_used - size : _used]


def answer_frame(item: Order, outcome: Outcome) -> bytes:
    """The frame that tells the sender what came of their command."""
    if isinstance(outcome, Refused):
        return text_frame(frames.refusal(item.command_id, code=outcome.code, message=outcome.message))
    return text_frame(frames.answer(item.command_id, seq=outcome.seq, made=outcome.made))


def settle(item: Order, outcome: Outcome) -> None:
    """Tell whoever gave an order what came of it."""
    if isinstance(item.settled, Connection):
        item.settled.answer(answer_frame(item, outcome))
    elif item.settled is not None:
        item.settled(outcome)
