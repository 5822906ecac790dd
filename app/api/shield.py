"""What stands around every request: the headers that bound what a browser does with the answer, and that no
address holds a NUL.
"""

from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from app.api.problems import problem
from app.rooms.live import deny

NUL = "The address has a character that cannot be shown (U+0000): take it out."


class Shield:
    """Adds headers to every HTTP answer, errors included; a header that the answer has already stays."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self._app = app
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on."""
        # No text of PostgreSQL's can hold one: looking for it there would be our mistake, not the caller's.
        nul = scope["type"] != "lifespan" and ("\x00" in scope["path"] or b"%00" in scope["query_string"])
        if nul and scope["type"] == "websocket":
            await deny(WebSocket(scope, receive, send), 400, "malformed", NUL)
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def shielded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        answer = problem("malformed", NUL) if nul else self._app
        await answer(scope, receive, shielded)
