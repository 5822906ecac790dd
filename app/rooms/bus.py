"""News between nodes: what one of them has appended. It may be lost, doubled or late; the log decides.

News goes to the nodes that serve the session too, which the log itself tells: each open connection names its
boot. A session whose people are all on one node costs no news at all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import NamedTuple, Protocol, TypeAlias

from app.facilitation.ids import BootId, SessionId
from app.history.entry import Entry


class News(NamedTuple):
    """A batch that stands in the log: its session and its entries, in order."""

    session: SessionId
    entries: tuple[Entry, ...]


Listener: TypeAlias = Callable[[News], None]


class Bus(Protocol):
    """Carries news from one node to others."""

    def publish(self, news: News, to: Collection[BootId]) -> None:
        """Tell these nodes; never waits and never fails: who missed news finds out from the log."""
        ...

    def hail(self) -> None:
        """Tell all other nodes to look at the database now: something has changed there that is no news of a
        session (one was deleted, a key was revoked). Never waits and never fails: they look by themselves.
        """
        ...

    def listen(self, boot: BootId, listener: Listener, gap: Callable[[], None]) -> None:
        """Call `listener` for news to this boot, and `gap` when some may have been lost or a node hails."""
        ...

    async def start(self) -> None:
        """Begin, after `listen`. A bus that is away keeps nobody from starting."""
        ...

    async def stop(self) -> None:
        """End: what was published last is sent, if that is quickly done."""
        ...

    @property
    def away(self) -> str:
        """Why no news comes or goes now, in words; empty while all is well."""
        ...


class MemoryBus(Bus):
    """The bus of one process."""

    def __init__(self) -> None:
        self._listeners: dict[BootId, Listener] = {}

    def publish(self, news: News, to: Collection[BootId]) -> None:
        for boot in to:
            listener = self._listeners.get(boot)
            if listener is not None:
                listener(news)

    def hail(self) -> None:
        pass

    def listen(self, boot: BootId, listener: Listener, _gap: Callable[[], None]) -> None:
        self._listeners[boot] = listener

    async def start(self) -> None:
        pass

    async def stop(self) -> None:
        pass

    @property
    def away(self) -> str:
        return ""
