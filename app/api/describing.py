"""How routes describe themselves: their bodies and answers by the names of the message types, for the
OpenAPI page.
"""

from typing import Any, TypeAlias

from fastapi.responses import JSONResponse

Description: TypeAlias = dict[str, Any]

SCHEMAS = "#/components/schemas/"


PICTURE: Description = {
    "description": "A picture.",
    "content": {"image/svg+xml": {"schema": {"type": "string"}}},
}


MARKDOWN: Description = {
    "description": "A text in Markdown.",
    "content": {"text/markdown": {"schema": {"type": "string"}}},
}

CSV: Description = {
    "description": "A table, its first row the names of the columns.",
    "content": {"text/csv": {"schema": {"type": "string"}}},
}


def takes(name: str, example: object = None) -> Description:
    """`openapi_extra` of a route whose JSON body is this type."""
    content: Description = {"schema": {"$ref": f"{SCHEMAS}{name}"}}
    if example is not None:
        content["example"] = example
    return {"requestBody": {"required": True, "content": {"application/json": content}}}


def gives(name: str, meaning: str, example: object = None) -> dict[int | str, Description]:
    """`responses` of a route that answers 200 with this type."""
    content: Description = {"schema": {"$ref": f"{SCHEMAS}{name}"}}
    if example is not None:
        content["example"] = example
    return {200: {"description": meaning, "content": {"application/json": content}}}


def answer(value: object, status: int = 200) -> JSONResponse:
    """A JSON answer that no cache keeps: it is somebody's view of this moment."""
    return JSONResponse(value, status_code=status, headers={"cache-control": "no-store"})
