import re
from html.parser import HTMLParser

import pytest

from app.shipped import shipped
from tests.api.house import House, refusal

ADDRESSES = ["/", "/new", "/j/RT7K-2M9P", "/s/abc", "/f/abc", "/d/abc", "/r/abc"]


@pytest.mark.parametrize("address", ADDRESSES)
async def test_every_address_of_the_screens_is_the_one_page(home: House, address: str) -> None:
    answer = await home.client.get(address)
    assert answer.status_code == 200
    assert answer.text == (shipped("frontend") / "index.html").read_text(encoding="utf-8")
    assert answer.headers["cache-control"] == "no-cache"


async def test_who_mistypes_an_address_gets_the_page_that_says_so(home: House) -> None:
    browsing = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    answer = await home.client.get("/nowhere", headers=browsing)
    assert answer.status_code == 404
    assert answer.text == (shipped("frontend") / "index.html").read_text(encoding="utf-8")
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("address", "accept"),
    [("/nowhere", "application/json"), ("/api/v1/nothing", "text/html"), ("/static/nothing.js", "text/html")],
)
async def test_a_program_gets_a_problem_for_an_address_that_is_not_there(
    home: House, address: str, accept: str
) -> None:
    answer = await home.client.get(address, headers={"accept": accept})
    assert (answer.status_code, answer.json()["code"]) == (404, "not_found")


@pytest.mark.parametrize("address", [*ADDRESSES, "/docs", "/api/v1/nothing", "/static/main.js", "/healthz"])
async def test_every_answer_is_bounded_by_the_same_policy(home: House, address: str) -> None:
    headers = (await home.client.get(address)).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    assert "microphone=(self)" in headers["permissions-policy"]


async def test_a_file_is_asked_for_each_time_and_sent_once(home: House) -> None:
    first = await home.client.get("/static/main.js")
    assert first.headers["cache-control"] == "no-cache"
    again = await home.client.get("/static/main.js", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.headers["cache-control"] == "no-cache"


async def test_everything_that_the_page_loads_is_there(home: House) -> None:
    page = (await home.client.get("/")).text
    loaded = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
    assert len(loaded) > 5
    missing = [each for each in loaded if (await home.client.get(each)).status_code != 200]
    assert missing == []


@pytest.mark.parametrize(
    "path",
    [
        "package.json",
        "node_modules/typescript/package.json",
        "tests/merge.test.js",
        "generated/messages.d.ts",
        "tsconfig.json",
        ".npmrc",
        "%2e%2e/pyproject.toml",
        "..%2fpyproject.toml",
        "css/../../pyproject.toml",
    ],
)
async def test_what_lies_beside_the_screens_is_not_served(home: House, path: str) -> None:
    assert refusal(await home.client.get(f"/static/{path}"))[0] == 404


class _Loads(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.scripts = 0
        self.inline = 0
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.jumps: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = {name: value or "" for name, value in attrs}
        self.scripts += tag == "script"
        self.inline += "style" in own or tag == "style" or any(name.startswith("on") for name in own)
        if tag == "link" or "src" in own:
            self.loads.append(own.get("href") or own.get("src", ""))
        if own.get("href", "").startswith("#"):
            self.jumps.append(own["href"][1:])
        if "id" in own:
            self.ids.append(own["id"])


async def test_the_docs_page_needs_no_script_and_nothing_from_elsewhere(home: House) -> None:
    page = await home.client.get("/docs")
    assert page.status_code == 200
    seen = _Loads()
    seen.feed(page.text)
    assert seen.scripts == seen.inline == 0
    assert seen.loads
    for each in seen.loads:
        assert each.startswith("/")
        assert (await home.client.get(each)).status_code == 200
    assert len(seen.ids) == len(set(seen.ids))
    assert set(seen.jumps) <= set(seen.ids)


async def test_the_docs_page_names_every_route(home: House) -> None:
    page = (await home.client.get("/docs")).text
    document = (await home.client.get("/openapi.json")).json()
    assert document["openapi"].startswith("3.1")
    for path, methods in document["paths"].items():
        assert path in page
        for operation in methods.values():
            assert operation["summary"]
            assert operation["description"]


async def test_health_says_the_version(home: House) -> None:
    answer = await home.client.get("/healthz")
    assert answer.json() == {"status": "ok", "version": home.context.version}
