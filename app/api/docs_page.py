"""The page `/docs`: the OpenAPI description made readable, without a script and without anything from
elsewhere.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup, escape

from app.wire.codes import CODES

HERE = Path(__file__).resolve().parent

_pages = Environment(loader=FileSystemLoader(HERE), autoescape=True)
_pages.trim_blocks = _pages.lstrip_blocks = True


def _in_code(text: str) -> Markup:
    """Text, escaped, with what stands between backticks as code."""
    parts = str(text).split("`")
    marked = [
        Markup("<code>{}</code>").format(part) if at % 2 else escape(part) for at, part in enumerate(parts)
    ]
    return Markup("").join(marked)


_pages.filters["in_code"] = _in_code


def docs_page(document: Mapping[str, Any]) -> str:
    """The page as HTML."""
    groups: dict[str, list[dict[str, Any]]] = {tag["name"]: [] for tag in document["tags"]}
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            groups[operation["tags"][-1]].append(
                {
                    "method": method.upper(),
                    "path": path,
                    "id": operation["operationId"],
                    "summary": operation["summary"],
                    "text": operation.get("description", ""),
                    "parameters": operation.get("parameters", []),
                    "takes": _content(operation.get("requestBody", {})),
                    "gives": [
                        (status, response["description"], _content(response))
                        for status, response in operation["responses"].items()
                        if status != "default"
                    ],
                }
            )
    return _pages.get_template("docs.html").render(
        document=document,
        groups=groups,
        schemas=dict(sorted(document["components"]["schemas"].items())),
        codes=CODES,
        type_of=_type,
    )


def docs_style() -> str:
    """The page's style sheet."""
    return (HERE / "docs.css").read_text(encoding="utf-8")


def _content(described: Mapping[str, Any]) -> Mapping[str, Any] | None:
    for media_type, content in described.get("content", {}).items():
        return {"media_type": media_type, "type": _type(content["schema"]), "example": content.get("example")}
    return None


def _type(schema: Mapping[str, Any]) -> str:
    """A schema in few words; names of schemas stand in it as they are."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    for either in ("oneOf", "anyOf"):
        if either in schema:
            return " or ".join(_type(each) for each in schema[either])
    if "const" in schema:
        return f"“{schema['const']}”"
    if "enum" in schema:
        return " or ".join(f"“{value}”" for value in schema["enum"])
    match schema.get("type"):
        case "array":
            return f"list of {_type(schema.get('items', {}))}"
        case "object" if isinstance(schema.get("additionalProperties"), dict):
            return f"by id: {_type(schema['additionalProperties'])}"
        case None:
            return "anything"
        case known:
            return str(known)
