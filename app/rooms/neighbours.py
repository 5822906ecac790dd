"""This node among others: signs of life, the database's clock, dead nodes, and news that was lost.

Correctness hangs on none of this: of two who append, the log lets one be first. What is kept here is
freshness, and that nobody is shown as present because a node died with their socket.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass

from app.facilitation.ids import BootId, SessionId
from app.history.errors import HistoryError
from app.history.nodes import Look, Nodes
from app.rooms.clock import Clock, CorrectedClock

logger = logging.getLogger("evenfloor.rooms")

LOOK_S = 2.0
"""Between two signs of life, and between two comparisons with the log: so stale is a screen at worst."""

SOONEST_S = 0.02
"""Between two looks at least."""

LAPSE_MS = 6_000
"""A node whose last sign is older is dead: it has missed two and the time that a commit may take."""

PAUSE_MS = 3_000
"""As long as no more than this lies between the signs of any nodes, each could have given one meanwhile."""


def reached_since(look: Look) -> int:
    """Since when the database has been within reach, as far as signs say so, ms by its clock.

    A node that has just started would else have to wait until it knows by itself; where nodes die one after
    the other, none lives for long enough to find the dead.
    """
    since = look.now_ms
    for at in sorted((sign.last_sign_at for sign in look.others), reverse=True):
        if since - at > PAUSE_MS:
            break
        since = min(since, at)
    return since


@dataclass(frozen=True, slots=True)
class Dead:
    """A boot that is no more. `last_sign_at` is wall ms; None where nobody knows."""

    boot: BootId
    last_sign_at: int | None


class Neighbours:
    """What one node knows of the others. Everything but `start` and `stop` is synchronous.

    `follows` says which sessions only programs follow here; `looked` is called after each successful look.
    """

    def __init__(self, boot: BootId, nodes: Nodes | None, clock: Clock, signs_with: str = "") -> None:
        self._boot = boot
        self._nodes = nodes
        self._clock = clock
        self._signs_with = signs_with
        self._task: asyncio.Task[None] | None = None
        self._soon = asyncio.Event()
        self._look: Look | None = None
        # The database's time since which it was within reach without a miss: whoever was silent before that
        # may have been cut off together with us.
        self._steady_since = 0
        self.away = ""
        """Why the database cannot be asked now; empty while it can."""
        self.follows: Callable[[], Collection[SessionId]] = frozenset
        self.looked: Callable[[], asyncio.Future[None] | None] = lambda: None

    async def start(self) -> None:
        """Give the first sign before anybody is served. Raises `LogUnavailable`."""
        if self._nodes is None:
            return
        await self._beat(self._nodes)
        self._task = asyncio.create_task(self._keep_looking(self._nodes), name="neighbours")

    async def stop(self) -> None:
        """Say goodbye."""
        if self._task is None or self._nodes is None:
            return
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
        try:
            await self._nodes.leave(self._boot)
        except HistoryError as error:
            logger.warning("the other nodes could not be told that this one stops: %s", error.message)

    def hurry(self) -> None:
        """Look now: news may have been lost."""
        self._soon.set()

    @property
    def alone(self) -> bool:
        """Whether no other node lives."""
        return not self._living()

    @property
    def others(self) -> int:
        """How many others live."""
        return len(self._living())

    @property
    def strangers(self) -> bool:
        """Whether another node signs tokens with another key than this one."""
        return any(
            sign.signs_with != self._signs_with
            for sign in (self._look.others if self._look is not None else ())
            if sign.boot in self._living()
        )

    def dead(self, boots: Collection[BootId]) -> list[Dead]:
        """Which of these boots are no more. Where one process serves, all but its own are."""
        if self._nodes is None:
            return [Dead(boot, None) for boot in boots if boot != self._boot]
        if self._look is None:
            return []
        known = {sign.boot: sign.last_sign_at for sign in self._look.others}
        living = self._living()
        return [Dead(boot, known.get(boot)) for boot in boots if boot != self._boot and boot not in living]

    def following(self, session: SessionId) -> list[BootId]:
        """The nodes on which only programs follow a session."""
        if self._look is None:
            return []
        return [BootId(sign.boot) for sign in self._look.others if session in sign.follows]

    def _living(self) -> set[str]:
        look = self._look
        if look is None:
            return set()
        since = look.now_ms - LAPSE_MS
        return {sign.boot for sign in look.others if max(sign.last_sign_at, self._steady_since) >= since}

    async def _keep_looking(self, nodes: Nodes) -> None:
        while True:
            try:
                async with asyncio.timeout(LOOK_S):
                    await self._soon.wait()
            except TimeoutError:
                pass
            self._soon.clear()
            # Whoever reaches Redis can hail as often as they like.
            await asyncio.sleep(SOONEST_S)
            try:
                await self._beat(nodes)
                after = self.looked()
                if after is not None:
                    await after
            except HistoryError as error:
                if not self.away:
                    logger.warning("the database is away: %s", error.message)
                self.away = error.message
                self._steady_since = 0
            except Exception:
                # A node that fell silent for a mistake in here would be taken for dead.
                logger.exception("looking at the other nodes failed")

    async def _beat(self, nodes: Nodes) -> None:
        sent_ns = time.monotonic_ns()
        look = await nodes.beat(self._boot, self._signs_with, self.follows())
        if isinstance(self._clock, CorrectedClock):
            self._clock.correct(look.now_ms, sent_ns, time.monotonic_ns())
        if not self._steady_since:
            self._steady_since = reached_since(look)
        if self.away:
            logger.warning("the database is back")
        self.away = ""
        self._look = look
