"""The way out to somebody who is not there: everything is taken, and nothing is read."""

from collections.abc import Callable


class Deaf:
    """A connection's way out (`app.rooms.outlet.Outlet`) that leads nowhere."""

    def __init__(self) -> None:
        self._open = True

    def send_frame(self, _: bytes) -> bool:
        return self._open

    def buffered(self) -> int:
        return 0

    def is_open(self) -> bool:
        return self._open

    def on_drained(self, callback: Callable[[], None]) -> None:
        """It is never full."""

    def close(self, code: int, reason: str) -> None:  # noqa: ARG002 (goodbye to nobody)
        self._open = False
