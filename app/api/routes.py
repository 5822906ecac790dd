"""Every REST route in its place: the resources under `/api/v1`, health and the description beside them."""

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse

from app.access.endpoints import PREFIX
from app.api import (
    concerns,
    deleting,
    devices,
    earlier,
    erasing,
    join,
    ledger,
    reading,
    rooms,
    server,
    sessions,
)
from app.api.docs_page import docs_page, docs_style
from app.api.openapi import describe


def add_routes(app: FastAPI, version: str) -> None:
    """Put the routers into the application, and the pages that describe them."""
    for resource in (rooms, join, devices, sessions, reading, ledger, earlier, concerns, erasing, deleting):
        app.include_router(resource.router, prefix=PREFIX)
    app.include_router(server.router)

    async def openapi(_: Request) -> Response:
        return JSONResponse(described())

    async def docs(_: Request) -> Response:
        return HTMLResponse(docs_page(described()))

    async def style(_: Request) -> Response:
        return Response(docs_style(), media_type="text/css")

    def described() -> dict[str, object]:
        if app.openapi_schema is None:
            app.openapi_schema = describe(app, version)
        return app.openapi_schema

    app.add_route("/openapi.json", openapi)
    app.add_route("/docs", docs)
    app.add_route("/docs/style.css", style)
