"""News between nodes: what one of them has appended. It may be lost, doubled or late; the log decides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from app.facilitation.decider import Recorded
from app.facilitation.ids import BootId, SessionId


@dataclass(frozen=True, slots=True)
class News:
    """A batch that stands in the log: who appended it, and its events in order."""

    session: SessionId
    boot: BootId
    recorded: tuple[Recorded, ...]


Listener: TypeAlias = Callable[[News], None]


class Bus(Protocol):
    """Carries news to all nodes that listen, the sender among them."""

    def publish(self, news: News) -> None:
        """Tell; never waits and never fails: a node that missed news finds out from the log."""
        ...

    def listen(self, session: SessionId, listener: Listener) -> Callable[[], None]:
        """Call `listener` for all news of a session, until the function that is returned is called."""
        ...


class MemoryBus:
    """The bus of one process: its nodes (in tests, several) hear each other at once."""

    def __init__(self) -> None:
        self._listeners: dict[SessionId, list[Listener]] = {}

    def publish(self, news: News) -> None:
        for listener in tuple(self._listeners.get(news.session, ())):
            listener(news)

    def listen(self, session: SessionId, listener: Listener) -> Callable[[], None]:
        self._listeners.setdefault(session, []).append(listener)

        def stop() -> None:
            listeners = self._listeners.get(session, [])
            if listener in listeners:
                listeners.remove(listener)
            if not listeners:
                self._listeners.pop(session, None)

        return stop
