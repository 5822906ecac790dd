"""The actor of one live session: takes its commands in batches, commits each once, then tells everybody.

Nothing is sent or answered from a tentative state. Where somebody else appended first, that is read and the
batch decided again.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Sequence
from functools import reduce

from app.facilitation.actors import Actor, Server
from app.facilitation.commands import ClockReached, Command
from app.facilitation.decider import caught_up, evolve, next_deadline
from app.facilitation.draft import Recorded
from app.facilitation.events import ConnectionClosed
from app.facilitation.ids import BootId, CommandId, SessionId
from app.facilitation.refusals import Refused
from app.facilitation.state import Answer, State
from app.history.entries import from_entry, to_entry
from app.history.entry import Append, Entry
from app.history.errors import HistoryError, LogUnavailable, LogWentBack, OutcomeUnknown
from app.history.log import Log
from app.rooms.anew import is_newest, read_anew, redacting, unsaying
from app.rooms.batch import Batch, decide
from app.rooms.bus import Bus, News
from app.rooms.clock import Clock, DrivenTime, RatedTime, session_time
from app.rooms.connection import Connection
from app.rooms.figures import Figures
from app.rooms.hub import Hub
from app.rooms.neighbours import Neighbours
from app.rooms.orders import Order, Outcome, Unavailable, answer_frame, order, random_id, settle
from app.rooms.presence import Boots, boots_in, open_again
from app.wire.frames import Farewell

logger = logging.getLogger("evenfloor.rooms")

MOST_IN_A_BATCH = 256
"""Commands decided before the others of the process get their turn."""

MOST_WAITING = 5_000
"""Commands that may wait while the disk does not answer; more are refused, and lost to nobody."""

RETRY_S = (0.05, 0.2, 0.5, 1.0, 2.0)
"""Pauses before a log that did not answer is asked again; the last one repeats."""

BUSY = "The server cannot save anything just now. Nothing was changed; try again in a moment."


class SessionActor:
    """One session's commands, state, timer and connections, in one event loop."""

    def __init__(
        self,
        session: SessionId,
        boot: BootId,
        state: State,
        clock: Clock,
        log: Log,
        bus: Bus,
        neighbours: Neighbours,
    ) -> None:
        self.session = session
        self.time = session_time(state.session.clock, state, clock)
        self.hub = Hub(state, self.time)
        self._clock = clock
        # How often the past of the session had been redacted when it was read.
        self.epoch = 0
        # The committed state: what the log holds, no more.
        self.state = state
        self._boot = boot
        self._log = log
        self._bus = bus
        self._neighbours = neighbours
        self._inbox: deque[Order] = deque()
        # Those that were taken out of it and are not settled yet.
        self._deciding: Sequence[Order] = ()
        # Batches of other nodes, to be folded in between two of our own.
        self._news: deque[Sequence[Entry]] = deque()
        # How far the log is known to be, and who waits until we are there too.
        self._head = state.seq
        self._reaching: list[tuple[int, asyncio.Future[None]]] = []
        self._boots = Boots(boot)
        self._wake: asyncio.Future[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._timer_for: int | None = None
        self.figures = Figures(self.hub)
        # Told the state before and after whenever decisions have changed, and whether this node took words.
        self.decided: Callable[[State, State, bool], None] | None = None
        # Set once it has failed or stopped: nothing is taken any more.
        self._refusal: Refused | None = None
        self._task = asyncio.get_running_loop().create_task(self._run(), name=f"session {session}")
        self._set_timer()

    # ---- what others ask of it

    def post(self, item: Order) -> None:
        """Take an order; it is settled after a batch that holds it is committed, or refused."""
        refusal = self._refusal
        if refusal is None and len(self._inbox) >= MOST_WAITING:
            refusal = Unavailable(BUSY)
        if refusal is not None:
            settle(item, refusal)
            return
        self._inbox.append(item)
        self._rouse()

    def submit(self, command: Command, actor: Actor, command_id: CommandId, connection: Connection) -> None:
        """A command of a connection, which is answered there."""
        self.post(order(command, actor, command_id, self.time.now_ms(), connection))

    def ask(self, command: Command, actor: Actor, command_id: CommandId) -> asyncio.Future[Answer]:
        """A command whose sender awaits the answer. The future raises Refused (Unavailable among it)."""
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()

        def settled(outcome: Outcome) -> None:
            if future.done():
                return
            if isinstance(outcome, Refused):
                future.set_exception(outcome)
            else:
                future.set_result(outcome)

        self.post(order(command, actor, command_id, self.time.now_ms(), settled))
        return future

    @property
    def idle(self) -> bool:
        """Whether nothing waits in it."""
        return not self._inbox and not self._behind and self._wake is not None

    @property
    def stopped(self) -> bool:
        """Whether it takes nothing any more."""
        return self._refusal is not None

    def let_go(self) -> None:
        """Take nothing more; what was taken is finished."""
        self._refusal = self._refusal or Unavailable(BUSY)
        self._rouse()

    def end(self, refusal: Refused, farewell: Farewell, again_in_ms: int | None = None) -> None:
        """Take nothing more, and send everybody away; what was taken is finished."""
        self._refusal = self._refusal or refusal
        for connection in self.hub.connections():
            connection.close(farewell, again_in_ms)
        self._rouse()

    async def stop(self) -> None:
        """`let_go`, and wait until what was taken is finished."""
        self.let_go()
        await asyncio.gather(self._task, return_exceptions=True)

    # ---- the loop

    async def _run(self) -> None:
        try:
            while self._inbox or self._behind or self._refusal is None:
                if not self._inbox and not self._behind:
                    self._wake = asyncio.get_running_loop().create_future()
                    await self._wake
                    self._wake = None
                    continue
                if self._behind:
                    await self._catch_up()
                if self._inbox:
                    size = min(MOST_IN_A_BATCH, len(self._inbox))
                    self._deciding = [self._inbox.popleft() for _ in range(size)]
                    await self._commit(self._deciding)
                    self._deciding = ()
        except HistoryError as error:
            self._fail(error.message)
        except Exception:
            logger.exception("session %s: the actor failed", self.session)
            self._fail("This session met an error on the server. Reload the page in a moment.")
        finally:
            self.figures.stop()
            self._reached_head(self._head)
            if self._timer is not None:
                self._timer.cancel()

    async def _commit(self, orders: Sequence[Order]) -> None:
        """Decide, append once, and publish; decide again as often as another node is first."""
        batch_id = random_id()
        while True:
            driven_at = self.time.at if isinstance(self.time, DrivenTime) else None
            batch = decide(self.state, orders, driven_at)
            entries = tuple([to_entry(recorded) for recorded in batch.recorded])
            try:
                if not entries:
                    # An append finds out whether somebody was first; a refusal has to ask.
                    known = self._neighbours.alone or all(item.settled is None for item in orders)
                    if known or await is_newest(self._log, self.session, self.state.seq):
                        self._take(batch, orders)
                        return
                elif await self._append(Append(self.session, self.state.seq, batch_id, entries)):
                    # Who is taken for gone by this very batch hears of it, too.
                    followers = self._elsewhere()
                    await self._settle_batch(batch, orders)
                    followers |= self._elsewhere()
                    if followers:
                        self._bus.publish(News(self.session, entries), followers)
                    return
                await self._read_on()
            except (LogUnavailable, OutcomeUnknown) as unavailable:
                self._drop(orders, unavailable)
                return

    async def _append(self, append: Append) -> bool:
        """Append, and where the outcome is unknown, ask until the log can tell.

        Raises LogUnavailable, and OutcomeUnknown when it cannot tell until the end.
        """
        try:
            return await self._log.append(append)
        except OutcomeUnknown:
            logger.warning("session %s: the outcome of a commit is unknown; asking the log", self.session)
        attempt = 0
        while True:
            if self._refusal is not None:
                # Nobody waits for a node that goes; whoever sends it again elsewhere is answered there.
                raise OutcomeUnknown("The server stopped before it knew what was written. Send it again.")
            await asyncio.sleep(RETRY_S[min(attempt, len(RETRY_S) - 1)])
            attempt += 1
            try:
                if await self._log.has_batch(append.session_id, append.batch_id):
                    return True
            except (LogUnavailable, OutcomeUnknown) as unavailable:
                # Of what came meanwhile nothing was tried: it is refused now, not kept waiting.
                waiting, self._inbox = self._inbox, deque()
                for item in waiting:
                    settle(item, Unavailable(unavailable.message))
                continue
            # It is not there: as if somebody else had been first, it is decided again on what is true.
            return False

    async def _settle_batch(self, batch: Batch, orders: Sequence[Order]) -> None:
        """The batch is durable. Where it redacted, the state still holds what the log no longer does."""
        if redacting(batch.recorded):
            reading = read_anew(self._log, self.session, batch.state.seq, lambda: self.stopped)
            state, self.epoch = await reading
            batch = batch._replace(state=state)
        self._take(batch, orders, anew=unsaying(batch.recorded))

    def _take(self, batch: Batch, orders: Sequence[Order], *, anew: bool = False) -> None:
        """The batch is true now: publish it, then answer. `anew`: to everybody, as if they had just come."""
        was, self.state = self.state, batch.state
        if was.session is not batch.state.session and was.session.clock != batch.state.session.clock:
            # The session has just been created; until then its clock was the wall's.
            self.time = self.hub.time = session_time(batch.state.session.clock, batch.state, self._clock)
        if isinstance(self.time, DrivenTime) and batch.driven_at is not None:
            self.time.advance(batch.driven_at)
        elif isinstance(self.time, RatedTime):
            self.time.reached(batch.state.last_at)
        answers: dict[Connection, bytes] = {}
        others: list[tuple[Order, Outcome]] = []
        for item, outcome in zip(orders, batch.outcomes, strict=True):
            whom = item.settled
            if isinstance(whom, Connection):
                answers[whom] = answers.get(whom, b"") + answer_frame(item, outcome)
            else:
                others.append((item, outcome))
        if anew:
            self.hub.renew(batch.state, answers)
        else:
            self.hub.publish(batch.state, batch.recorded, answers)
        self._reached_head(batch.state.seq)
        if was.decisions is not batch.state.decisions and self.decided is not None:
            self.decided(was, batch.state, anew and bool(orders))
        for item, outcome in others:
            settle(item, outcome)
        self._set_timer()
        self.figures.consider()

    def _reached_head(self, head: int) -> None:
        for wanted, future in self._reaching:
            if wanted <= head and not future.done():
                future.set_result(None)
        self._reaching = [each for each in self._reaching if not each[1].done()]

    def _drop(self, orders: Sequence[Order], error: HistoryError) -> None:
        """Nothing of the batch is true: the state stays as it is, and everybody is told so."""
        logger.warning("session %s: nothing could be written: %s", self.session, error.message)
        for item in orders:
            settle(item, Unavailable(error.message))
        self._timer_for = None
        asyncio.get_running_loop().call_later(RETRY_S[-1], self._set_timer)

    def _fail(self, why: str) -> None:
        """The session cannot be served on this node: say so to everybody, and take nothing more."""
        self.end(Unavailable(why), "restart", 5_000)
        for item in (*self._deciding, *self._inbox):
            settle(item, Unavailable(why))
        self._inbox.clear()

    # ---- other nodes

    def hear(self, news: News) -> None:
        """What another node has appended: folded in between two batches of our own."""
        if self._refusal is None:
            self._news.append(news.entries)
            self._rouse()

    def note_head(self, head: int) -> None:
        """The log is at `head`: what is missing here is read."""
        if head > self._head and self._refusal is None:
            self._head = head
            self._rouse()

    async def reach(self, head: int) -> None:
        """Wait until the state stands at `head`, or nothing more is taken here. Raises HistoryError."""
        self.note_head(head)
        if head > self.state.seq and self._refusal is None:
            future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._reaching.append((head, future))
            await future

    @property
    def only_programs(self) -> bool:
        """Whether somebody follows here of whom the log does not know."""
        return bool(len(self.hub)) and self._boot not in boots_in(self.state)

    @property
    def _behind(self) -> bool:
        return bool(self._news) or self._head > self.state.seq

    def _elsewhere(self) -> frozenset[BootId]:
        """The other nodes on which somebody follows this session."""
        return self._boots.others(self.state).union(self._neighbours.following(self.session))

    async def _catch_up(self) -> None:
        """Fold in what other nodes told; where something is missing between, the log has it."""
        recorded: list[Recorded] = []
        state = self.state
        missing = False
        while self._news:
            for entry in self._news.popleft():
                if entry.seq == state.seq + 1:
                    told = from_entry(entry)
                    state = evolve(state, told)
                    recorded.append(told)
                missing = missing or entry.seq > state.seq + 1
        await self._adopt(state, recorded)
        if not missing and self._head <= self.state.seq:
            return
        try:
            await self._read_on()
        except (LogUnavailable, OutcomeUnknown) as unavailable:
            # Nothing is lost by it: what is behind stays behind until the next comparison.
            logger.warning("session %s: nothing can be read: %s", self.session, unavailable.message)
            self._head = self.state.seq
            for _, future in self._reaching:
                if not future.done():
                    future.set_exception(unavailable)
            self._reaching.clear()

    async def _read_on(self) -> None:
        """Read what was appended by others, and publish it. Raises HistoryError for what cannot be read."""
        entries = await self._log.read(self.session, self.state.seq)
        if not entries and (await self._log.heads([self.session]))[self.session][0] < self.state.seq:
            raise LogWentBack
        recorded = [from_entry(entry) for entry in entries]
        state = reduce(evolve, recorded, self.state)
        self._head = max(state.seq, self.state.seq)
        await self._adopt(state, recorded)

    async def _adopt(self, state: State, recorded: Sequence[Recorded]) -> None:
        if not recorded:
            return
        await self._settle_batch(Batch(caught_up(state), tuple(recorded), (), None), ())
        if any(isinstance(each.event, ConnectionClosed) for each in recorded):
            open_again(self, self._boot)

    # ---- the timer

    def _set_timer(self) -> None:
        """Sleep until the core next has something to do."""
        deadline = next_deadline(self.state) if self._refusal is None else None
        if deadline == self._timer_for and self._timer is not None:
            return
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._timer_for = deadline
        wait_s = None if deadline is None else self.time.wall_s_until(deadline)
        if deadline is not None and wait_s is not None:
            self._timer = asyncio.get_running_loop().call_later(wait_s, self._reached, deadline)

    def _reached(self, deadline: int) -> None:
        self._timer = self._timer_for = None
        now = max(deadline, self.time.now_ms())
        self.post(order(ClockReached(deadline), Server(), CommandId(random_id()), now))

    def _rouse(self) -> None:
        if self._wake is not None and not self._wake.done():
            self._wake.set_result(None)
