"""A small client of an Evenfloor server: REST calls, and one live connection that survives interruptions.

It uses the standard library and `websockets` alone and knows nothing of the server's insides: what it does,
any integrator can do.
"""

import asyncio
import http.client
import json
import secrets
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

PROTOCOL = Subprotocol("evenfloor.v1")

WINDOW = 48
"""Commands under way at once: fewer than the 64 answers that a session remembers for a sender, so that
whatever has to be sent again after a lost connection is applied once."""

PATIENCE_S = 60.0
"""How long a lost server is looked for before giving up."""

FIRST_PAUSE_S, LONGEST_PAUSE_S = 0.2, 5.0

CALL_TIMEOUT_S = 30.0

AT_ONCE, A_SECOND = 2_000, 800
"""Commands that go out at once, and a second in the long run: below what a server takes from a program."""

PASSING = frozenset({429, 502, 503, 504})
"""HTTP statuses of a server that is busy, starting, stopping or without its history: it will serve again."""

FINAL = frozenset({4400, 4401, 4404, 4429})
"""Close codes after which coming back would be refused again."""

Json = Mapping[str, object]


class ClientError(Exception):
    """What went wrong between this program and the server, as a sentence for a person."""


class Unreachable(ClientError):
    """Nobody answers at the address, or who does cannot serve now."""


class Declined(ClientError):
    """The server refused; `code` is its stable code."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


class _NeverElsewhere(urllib.request.HTTPRedirectHandler):
    """Follows no redirection: the key would go along, to whatever host it names."""

    def redirect_request(self, *_: object, **__: object) -> None:
        """The redirection is the answer."""


class Api:
    """The REST side of a server, with an API key or with none."""

    def __init__(self, url: str, key: str | None = None) -> None:
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ClientError(f"{url} is no address of a server; it looks like http://localhost:8000.")
        self.url = url.rstrip("/")
        self.key = key
        self.is_local = parts.hostname in {"localhost", "127.0.0.1", "::1"}
        # A proxy that the environment names is for the outside, not for a server on this machine.
        proxies: dict[str, str] | None = {} if self.is_local else None
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler(proxies), _NeverElsewhere)

    def call(self, method: str, path: str, body: object = None, *, token: str | None = None) -> Json:
        """One request under `/api/v1`, with `token` or the key. Raises Unreachable or Declined."""
        headers = {"Accept": "application/json"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        bearer = token or self.key
        if bearer:
            headers["Authorization"] = f"Bearer {bearer}"
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(  # noqa: S310 (the scheme was checked above)
            f"{self.url}/api/v1{path}", data=data, headers=headers, method=method
        )
        try:
            with self._opener.open(request, timeout=CALL_TIMEOUT_S) as answer:
                return self._read(answer.read())
        except urllib.error.HTTPError as error:
            with error:
                problem = self._read(error.read(), error.code)
            said = str(problem.get("detail") or problem.get("title") or error)
            if error.code in PASSING:
                raise Unreachable(said) from None
            raise Declined(str(problem.get("code", error.code)), said) from None
        except (OSError, http.client.HTTPException) as error:
            raise Unreachable(f"No server answers at {self.url} ({_reason(error)}).") from None

    def _read(self, body: bytes, status: int = 200) -> Json:
        try:
            value = json.loads(body) if body else {}
        except ValueError:
            value = None
        if isinstance(value, dict):
            return value
        said = f" (it said {status})" if status >= 300 else ""
        raise ClientError(f"What answers at {self.url} is no Evenfloor server{said}; is the address right?")


def _reason(error: Exception) -> str:
    reason = getattr(error, "reason", error)
    return str(getattr(reason, "strerror", None) or reason)


class Line:
    """One live connection with an API key. Commands go out in order; a lost connection is taken up again, and
    what had no answer is sent again under the same id, which the server applies once.

        async with Line(api, session_id) as line:
            await line.tell({"do": "session.open"})
            await line.settled()
    """

    def __init__(self, api: Api, session_id: str) -> None:
        self._api = api
        self._session_id = session_id
        self._prefix = secrets.token_urlsafe(6)
        self._count = 0
        self._began_s = time.monotonic()
        self._waiting: dict[str, str] = {}
        """Frames without an answer so far, by id, in the order in which they were told."""
        self._failure: ClientError | None = None
        self._changed = asyncio.Condition()
        self._sending = asyncio.Lock()
        self._socket: ClientConnection | None = None
        self._keeper: asyncio.Task[None] | None = None
        self.reconnections = 0

    async def __aenter__(self) -> Self:
        self._keeper = asyncio.create_task(self._keep())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._keeper is not None:
            self._keeper.cancel()
            await asyncio.gather(self._keeper, return_exceptions=True)

    async def tell(self, command: Json) -> None:
        """Send a command; returns when it is on its way, not when it is answered.

        Raises Declined when an earlier command was refused, Unreachable when the server is gone for good.
        """
        async with self._changed:
            await self._changed.wait_for(lambda: self._failure is not None or len(self._waiting) < WINDOW)
            self._raise_failure()
        early_s = (self._count - AT_ONCE) / A_SECOND - (time.monotonic() - self._began_s)
        if early_s > 0:
            await asyncio.sleep(early_s)
        async with self._sending:
            self._count += 1
            frame_id = f"{self._prefix}-{self._count}"
            frame = json.dumps({"id": frame_id, **command}, separators=(",", ":"))
            self._waiting[frame_id] = frame
            if self._socket is not None:
                try:
                    await self._socket.send(frame)
                except WebSocketException:
                    self._socket = None  # the keeper notices, comes back and sends it again

    async def settled(self) -> None:
        """Wait until every command told so far has its answer. Raises as `tell`."""
        async with self._changed:
            await self._changed.wait_for(lambda: self._failure is not None or not self._waiting)
            self._raise_failure()

    def _raise_failure(self) -> None:
        if self._failure is not None:
            raise self._failure

    async def _keep(self) -> None:
        """Whoever waits for an answer is told, however holding the connection ends."""
        try:
            await self._hold_on()
        except Exception as error:
            await self._fail(ClientError(f"The connection to {self._api.url} broke: {error!r}."))
            raise

    async def _hold_on(self) -> None:
        """Hold a connection as long as the line is open; give up when nobody answers for `PATIENCE_S`."""
        lost_at, pause_s = time.monotonic(), FIRST_PAUSE_S
        while True:
            try:
                heard, again_s = await self._hold()
                if heard:
                    lost_at, pause_s = time.monotonic(), FIRST_PAUSE_S
            except Declined as declined:
                await self._fail(declined)
                return
            except (OSError, WebSocketException, ClientError) as error:
                if time.monotonic() - lost_at > PATIENCE_S:
                    await self._fail(Unreachable(f"The server at {self._api.url} went away ({error})."))
                    return
                again_s = 0.0
            self.reconnections += 1
            await asyncio.sleep(max(again_s, pause_s))
            pause_s = min(pause_s * 2, LONGEST_PAUSE_S)

    async def _hold(self) -> tuple[bool, float]:
        """One connection from its hello to its end: whether it was welcomed, and when to come back (s)."""
        token = await asyncio.to_thread(self._token)
        url = f"ws{self._api.url.removeprefix('http')}/api/v1/sessions/{self._session_id}/live"
        context = ssl.create_default_context() if url.startswith("wss") else None
        welcomed, again_s, failure, refusal = False, 0.0, None, ""
        async with connect(
            url,
            subprotocols=[PROTOCOL],
            compression=None,
            ssl=context,
            proxy=None if self._api.is_local else True,
            max_size=None,
        ) as socket:
            await socket.send(json.dumps({"is": "hello", "token": token}))
            try:
                async for text in socket:
                    frame = json.loads(text)
                    if frame.get("is") == "welcome" and not welcomed:
                        welcomed = True
                        await self._resume(socket)
                    elif frame.get("is") == "bye":
                        again_s = frame.get("again_in_ms", 0) / 1000
                        failure = _farewell(frame.get("why"))
                    elif "re" in frame:
                        await self._answered(frame)
                    elif "error" in frame:
                        refusal = str(frame["error"].get("message"))
            finally:
                self._socket = None
        if socket.close_code in FINAL:
            failure = Declined(str(socket.close_code), refusal or "The server closed the connection.")
        if failure is not None:
            raise failure
        return welcomed, again_s

    async def _resume(self, socket: ClientConnection) -> None:
        async with self._sending:
            for frame in list(self._waiting.values()):
                await socket.send(frame)
            self._socket = socket

    async def _answered(self, frame: Json) -> None:
        async with self._changed:
            self._waiting.pop(str(frame.get("re")), None)
            error = frame.get("error")
            if isinstance(error, dict) and self._failure is None:
                self._failure = Declined(str(error.get("code")), str(error.get("message")))
            self._changed.notify_all()

    async def _fail(self, failure: ClientError) -> None:
        async with self._changed:
            self._failure = self._failure or failure
            self._changed.notify_all()

    def _token(self) -> str:
        answer = self._api.call("POST", "/access/token", {"session_id": self._session_id})
        return str(answer["token"])


def _farewell(why: object) -> Declined | None:
    """The farewells after which coming back would be refused again."""
    match why:
        case "revoked":
            return Declined("revoked", "The key was revoked.")
        case "removed":
            return Declined("removed", "The server let this connection out of the session.")
        case "deleted":
            return Declined("unknown_session", "The session was deleted.")
        case _:
            return None
