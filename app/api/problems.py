"""Errors as RFC 9457 problem documents, each with a stable code that the protocol page lists."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import TypeAlias, cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from app.access.limits import SlowDown
from app.api.pages import asks_for_a_page, the_page
from app.facilitation.refusals import Refused
from app.history.errors import HistoryError
from app.wire.codes import CODES, status_of

logger = logging.getLogger("evenfloor.api")

Handler: TypeAlias = Callable[[Request, Exception], Awaitable[Response]]

MEDIA_TYPE = "application/problem+json"

_OF_STATUS = {
    401: "not_signed_in",
    403: "not_allowed",
    404: "not_found",
    405: "wrong_method",
    413: "too_large",
}


def problem(code: str, message: str, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """The answer to a request that was refused. `message` says what to do."""
    status = status_of(code)
    title = CODES[code].meaning if code in CODES else CODES["internal"].meaning
    more = {"www-authenticate": "Bearer"} if status == 401 else {}
    return JSONResponse(
        {"type": f"/docs#code-{code}", "title": title, "status": status, "detail": message, "code": code},
        status_code=status,
        headers={**more, **(headers or {}), "cache-control": "no-store", "x-content-type-options": "nosniff"},
        media_type=MEDIA_TYPE,
    )


async def _refused(_: Request, error: Refused) -> Response:
    headers = {"retry-after": str(error.retry_after_s)} if isinstance(error, SlowDown) else {}
    if status_of(error.code) == 503:
        headers["retry-after"] = "2"
    return problem(error.code, error.message, headers)


async def _history(_: Request, error: HistoryError) -> Response:
    if error.code not in CODES:
        logger.error("the history refused a request: %s", error.message)
        return problem("internal", CODES["internal"].meaning)
    headers = {"retry-after": "2"} if status_of(error.code) == 503 else {}
    return problem(error.code, error.message, headers)


async def _invalid(_: Request, error: RequestValidationError) -> Response:
    first = error.errors()[0]
    place = ".".join(str(step) for step in first.get("loc", ())[1:])[:80]
    return problem("malformed", f"“{place}” in the address or headers: {first.get('msg', 'cannot be read')}.")


def _http(screens: Path) -> Handler:
    async def refuse(request: Request, error: Exception) -> Response:
        refused = cast("HTTPException", error)
        if refused.status_code == 404 and asks_for_a_page(request):
            # Who mistyped an address reads a sentence and finds the way back.
            return the_page(screens, 404)
        code = _OF_STATUS.get(refused.status_code, "malformed")
        return problem(code, CODES[code].meaning, refused.headers)

    return refuse


async def _unexpected(request: Request, error: Exception) -> Response:
    logger.error(
        "a request failed: %s",
        request.scope["route"].path if "route" in request.scope else "",
        exc_info=error,
    )
    return problem("internal", "The server made a mistake. Try again; if it stays, tell who runs the server.")


def add_problems(app: FastAPI, screens: Path) -> None:
    """Let every error of the application leave as a problem document; but where a browser is led to an
    address that is not there, as the page of the `screens` that says so.
    """
    app.add_exception_handler(Refused, cast("Handler", _refused))
    app.add_exception_handler(HistoryError, cast("Handler", _history))
    app.add_exception_handler(RequestValidationError, cast("Handler", _invalid))
    app.add_exception_handler(HTTPException, _http(screens))
    app.add_exception_handler(Exception, _unexpected)
