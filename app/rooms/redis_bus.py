"""News through Redis (or Valkey): each node listens on a channel of its own.

Redis holds nothing of ours and may be restarted at any time; nothing is true because it said so. News is
folded in without asking the database, so it is signed with the key that all nodes share: whoever reaches
Redis can read and hold up news, and neither make nor change any.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import logging
import time
from collections import deque
from collections.abc import AsyncIterator, Callable, Collection

from redis.asyncio import Redis
from redis.asyncio.client import PubSub
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from app.facilitation.ids import BootId, SessionId
from app.history.entry import Entry
from app.rooms.bus import Bus, Listener, News

logger = logging.getLogger("evenfloor.rooms")

CHANNEL = "evenfloor:news:"
HAIL = "evenfloor:look"
"""The channel of all nodes. What comes there says nothing but that they should look."""

SIGNED_WITH = "blake2b"
SIGNATURE_BYTES = 64

CHANNELS = 2
"""So many a node listens to: its own, and that of all."""

CONNECT_S = 2.0
SILENT_S = 5.0
"""After so long without news the connection is asked whether it lives; after twice as long it does not."""

AGAIN_S = (0.05, 0.1, 0.2, 0.5)
"""Pauses before Redis is tried again; the last one repeats."""

MOST_WAITING = 10_000
"""News that may wait to be sent. What is more is dropped: the other nodes read it from the log."""

LAST_S = 1.0
"""How long the last news of a node that stops may take."""

WARNED_S = 60.0
"""Between two lines of the log about what was not signed."""

FAILURES = (RedisError, OSError)


class RedisBus(Bus):
    """See `Bus`. `url` as redis-py reads it: `redis://`, `rediss://` or `unix://`. `key`: what all nodes sign
    with.
    """

    def __init__(self, url: str, key: bytes) -> None:
        self._key = hmac.digest(key, b"evenfloor news 1", SIGNED_WITH)
        self._redis = Redis.from_url(
            url,
            socket_connect_timeout=CONNECT_S,
            socket_timeout=SILENT_S,
            retry=Retry(NoBackoff(), 0),  # we try again ourselves, and count what that costs
            client_name="evenfloor",
        )
        self._boot = BootId("")
        self._listener: Listener = _nobody
        self._gap: Callable[[], None] = _nothing
        self._waiting: deque[tuple[str, bytes]] = deque(maxlen=MOST_WAITING)
        self._wake = asyncio.Event()
        self._tasks: tuple[asyncio.Task[None], ...] = ()
        self._stopping = False
        self._hears = False
        self._sends = True
        # From when on something strange is worth a line again: whoever sends it shall not fill the log.
        self._warn_s = 0.0

    @property
    def away(self) -> str:
        """See `Bus.away`."""
        return "" if self._hears and self._sends else "Redis does not answer"

    def publish(self, news: News, to: Collection[BootId]) -> None:
        """See `Bus.publish`."""
        if not to:
            return
        packed = _packed(news)
        message = hmac.digest(self._key, packed, SIGNED_WITH) + packed
        for boot in to:
            self._waiting.append((CHANNEL + boot, message))
        self._wake.set()

    def hail(self) -> None:
        """See `Bus.hail`."""
        self._waiting.append((HAIL, b""))
        self._wake.set()

    def listen(self, boot: BootId, listener: Listener, gap: Callable[[], None]) -> None:
        """See `Bus.listen`."""
        self._boot, self._listener, self._gap = boot, listener, gap

    async def start(self) -> None:
        """See `Bus.start`. Returns once it listens, or knows that it can't yet."""
        tried = asyncio.Event()
        self._tasks = (
            asyncio.create_task(self._hear(tried), name="news from Redis"),
            asyncio.create_task(self._send(), name="news to Redis"),
        )
        await tried.wait()

    async def stop(self) -> None:
        """See `Bus.stop`."""
        self._stopping = True
        self._wake.set()
        if self._tasks:
            hearing, sending = self._tasks
            await asyncio.wait((sending,), timeout=LAST_S)
            for task in (hearing, sending):
                task.cancel()
            await asyncio.gather(hearing, sending, return_exceptions=True)
        await self._redis.aclose()

    async def _hear(self, tried: asyncio.Event) -> None:
        attempt = 0
        while True:
            try:
                async with self._redis.pubsub() as pubsub:
                    await pubsub.subscribe(CHANNEL + self._boot, HAIL)
                    async for message in _messages(pubsub):
                        if message is None:
                            if attempt:
                                logger.warning("Redis is back")
                            self._hears, self._sends, attempt = True, True, 0
                            tried.set()
                            # What was told while nobody listened is in the log.
                            self._gap()
                        elif not message:
                            self._gap()
                        else:
                            self._take(message)
                        del message  # it would stand here until the next one comes
            except FAILURES as error:
                if self._hears or attempt == 0:
                    logger.warning("Redis is away, news is read from the database: %s", error)
                self._hears = False
            except Exception:
                # A node that stopped listening for a mistake in here would never hear again.
                logger.exception("hearing news failed")
                self._hears = False
            tried.set()
            await asyncio.sleep(AGAIN_S[min(attempt, len(AGAIN_S) - 1)])
            attempt += 1

    def _take(self, message: bytes) -> None:
        signature, packed = message[:SIGNATURE_BYTES], message[SIGNATURE_BYTES:]
        if not hmac.compare_digest(signature, hmac.digest(self._key, packed, SIGNED_WITH)):
            now = time.monotonic()
            if now >= self._warn_s:
                self._warn_s = now + WARNED_S
                logger.warning(
                    "something that no node of ours has signed came through Redis; it was left alone"
                )
            return
        try:
            news = _unpacked(packed)
        except (ValueError, TypeError):
            logger.warning("something that is no news came through Redis")
            return
        self._listener(news)

    async def _send(self) -> None:
        attempt = 0
        while not self._stopping or self._waiting:
            if not self._waiting:
                self._wake.clear()
                await self._wake.wait()
                continue
            try:
                await self._tell()
            except FAILURES:
                # Those who should have heard compare heads with the log instead.
                self._sends = False
                if self._stopping:
                    return
                await asyncio.sleep(AGAIN_S[min(attempt, len(AGAIN_S) - 1)])
                attempt += 1
            else:
                self._sends, attempt = True, 0

    async def _tell(self) -> None:
        """Send all that waits; what was sent stands in no variable afterwards, for it may be redacted."""
        told, self._waiting = self._waiting, deque(maxlen=MOST_WAITING)
        async with self._redis.pipeline(transaction=False) as pipeline:
            for channel, message in told:
                pipeline.publish(channel, message)
            await pipeline.execute()


def _nobody(_: News) -> None:
    """Whom news goes to before anybody listens."""


def _nothing() -> None:
    """What a gap means before anybody listens."""


async def _messages(pubsub: PubSub) -> AsyncIterator[bytes | None]:
    """What comes: None once the subscription stands, then each message. Raises when it is silent for long."""
    asked = False
    while True:
        got = await pubsub.get_message(timeout=SILENT_S)
        if got is None:
            if asked:
                raise ConnectionError("it has been silent for too long")
            asked = True
            await pubsub.ping()
            continue
        asked = False
        if got["type"] == "subscribe":
            if got["data"] == CHANNELS:
                yield None
        elif got["type"] == "message":
            yield b"" if got["channel"] == HAIL.encode() else got.pop("data")


def _packed(news: News) -> bytes:
    rows = [
        (entry.seq, entry.at, entry.kind, entry.version, entry.actor, entry.command_id, entry.body)
        for entry in news.entries
    ]
    return json.dumps((news.session, rows), separators=(",", ":"), ensure_ascii=False).encode()


def _unpacked(message: bytes) -> News:
    session, rows = json.loads(message)
    return News(SessionId(session), tuple(Entry(*row) for row in rows))


async def hail(url: str) -> None:
    """Hail all nodes from a process that is none. Raises what `FAILURES` names."""
    async with Redis.from_url(url, socket_connect_timeout=CONNECT_S, socket_timeout=CONNECT_S) as redis:
        await redis.publish(HAIL, b"")
