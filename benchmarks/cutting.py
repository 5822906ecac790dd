"""A TCP proxy that cuts: between a node and its database or its bus, as a broken network would."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Self


class CuttingProxy:
    """Forwards from a port of this machine to a Unix socket or a port, until it is told to cut.

    `heard` is shown each piece that a client sent, before it goes on; what it returns says what becomes of
    the connection: `None` lets the piece pass, `"answer"` lets it pass and cuts before anything comes back,
    `"all"` cuts before it passes.
    """

    def __init__(self, to: Path | int) -> None:
        self._to = to
        self.heard: Callable[[bytes], str | None] | None = None
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._broken = False
        self.port = 0

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        self.cut()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.wait_closed()

    def cut(self) -> None:
        """Break what is open, and whatever is tried from now on."""
        self._broken = True
        for writer in tuple(self._open):
            writer.transport.abort()

    def heal(self) -> None:
        """Let new connections through again."""
        self._broken = False

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        if self._broken:
            writer.transport.abort()
            return
        try:
            if isinstance(self._to, Path):
                answers, onward = await asyncio.open_unix_connection(str(self._to))
            else:
                answers, onward = await asyncio.open_connection("127.0.0.1", self._to)
        except OSError:
            writer.transport.abort()
            return
        both = {writer, onward}
        self._open |= both
        back = asyncio.create_task(self._pass_on(answers, writer))
        try:
            while piece := await reader.read(65_536):
                verdict = self.heard(piece) if self.heard is not None else None
                if verdict == "all":
                    break
                if verdict == "answer":
                    back.cancel()
                    writer.transport.abort()
                onward.write(piece)
                await onward.drain()
                if verdict == "answer":
                    # It has to arrive and be worked on, though nobody will hear of it: let the server finish.
                    await answers.read(1)
                    break
        except (ConnectionError, OSError):
            pass
        finally:
            back.cancel()
            self._open -= both
            for each in both:
                each.transport.abort()

    async def _pass_on(self, answers: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while piece := await answers.read(65_536):
                writer.write(piece)
                await writer.drain()
        except (ConnectionError, OSError):
            pass
        finally:
            writer.transport.abort()
