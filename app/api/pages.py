"""The screens as files: one page for every address of theirs, and what it loads."""

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

ADDRESSES = (
    "/",
    "/new",
    "/practise",
    "/j/{code}",
    "/s/{session_id}",
    "/f/{room_id}",
    "/d/{device_id}",
    "/r/{session_id}",
    "/y/{link_id}",
    "/c/{link_id}",
)
"""Where the one page of the screens is served; it reads from its address what to show."""

ASK_EACH_TIME = "no-cache"
"""Kept, but asked for with its ETag each time: after an upgrade nobody runs half of the old screens."""

NOT_SERVED = frozenset(
    {"node_modules", "tests", "generated", "package.json", "package-lock.json", "tsconfig.json"}
)
"""What lies beside the screens for those who write them."""


class Screens(StaticFiles):
    """The files that the page loads."""

    async def get_response(self, path: str, scope: MutableMapping[str, Any]) -> Response:
        """A file, with how long it may be kept."""
        parts = Path(path).parts
        if any(part.startswith(".") or part in NOT_SERVED for part in parts) or path.endswith(
            (".d.ts", ".d.mts")
        ):
            raise HTTPException(404)
        response = await super().get_response(path, scope)
        fonts = "font" in parts and response.status_code == 200
        response.headers["cache-control"] = "public, max-age=604800" if fonts else ASK_EACH_TIME
        return response


def the_page(folder: Path, status: int = 200) -> Response:
    """The one page, as an answer."""
    return FileResponse(
        folder / "index.html", status, media_type="text/html", headers={"cache-control": ASK_EACH_TIME}
    )


def asks_for_a_page(request: Request) -> bool:
    """Whether a person's browser is led to this address, rather than a program or a page's own request."""
    wants_page = request.method == "GET" and "text/html" in request.headers.get("accept", "")
    return wants_page and not request.url.path.startswith(("/api/", "/static/"))


def pages(folder: Path) -> APIRouter:
    """The routes of the page."""
    router = APIRouter(include_in_schema=False)

    async def page() -> Response:
        return the_page(folder)

    for address in ADDRESSES:
        router.add_api_route(address, page, methods=["GET", "HEAD"])
    return router
