"""Whatever is sent to what the OpenAPI description names, nothing breaks, and the answer is what it says."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from app.api.openapi import describe
from app.facilitation.rights import SCOPES
from app.main import create_app
from app.settings import Settings
from tests.api.serving import Running, running

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]
EXAMPLES = 12
BODY = {"name": "Bus stop redesign", "purpose": "decide", "setting": "mixed", "people": [{"name": "Ann"}]}


def _routes() -> list[tuple[str, str, GenerationMode]]:
    """Every route with requests that fit and, where it takes anything, requests that do not."""
    document = describe(create_app(Settings(database_url="sqlite:///unused.sqlite3")), "0")
    routes = []
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            routes.append((path, method, GenerationMode.POSITIVE))
            if operation.get("parameters") or "requestBody" in operation:
                routes.append((path, method, GenerationMode.NEGATIVE))
    return routes


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with running(Path(tmp_path_factory.mktemp("server"))) as made:
        yield made


@pytest.fixture(scope="module")
def known(server: Running) -> dict[str, str]:
    """Ids of a session under way, so that not everything ends at "there is no such session"."""
    key = {"authorization": f"Bearer {server.key(*SCOPES)}"}
    with httpx.Client(base_url=server.url, headers=key) as client:
        made = client.post("/api/v1/rooms", json=BODY).json()
        ids = {
            "session_id": made["session"]["id"],
            "room_id": made["room"]["id"],
            "code": made["room"]["code"],
        }
        opened = client.post(f"/api/v1/sessions/{ids['session_id']}/commands", json={"do": "session.open"})
        assert opened.status_code == 200
        guest = {"do": "participant.seat", "people": [{"name": "Guest"}]}
        seated = client.post(f"/api/v1/sessions/{ids['session_id']}/commands", json=guest)
        ids["participant_id"] = seated.json()["made"]
    return {**ids, "key": key["authorization"]}


@pytest.fixture(scope="module")
def schema(server: Running) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_url(f"{server.url}/openapi.json")


@pytest.mark.parametrize(("path", "method", "mode"), _routes())
def test_no_request_breaks_the_server(
    schema: schemathesis.BaseSchema, known: dict[str, str], path: str, method: str, mode: GenerationMode
) -> None:
    operation = schema[path][method.upper()]

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy(generation_mode=mode), inside=st.booleans(), signed_in=st.booleans())
    def check(case: schemathesis.Case[Any], inside: bool, signed_in: bool) -> None:
        if inside:
            for name in case.path_parameters or {}:
                case.path_parameters[name] = known[name]
        headers = {"authorization": known["key"]} if signed_in or inside else {}
        case.call_and_validate(headers=headers, checks=CHECKS)

    check()
