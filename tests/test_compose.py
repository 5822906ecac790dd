"""The compose file says nothing that the program does not know."""

from pathlib import Path
from typing import Any

import yaml

from app.history.location import PostgresAddress
from app.settings import Settings

FILE = Path(__file__).resolve().parent.parent / "compose.yaml"


def services() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))["services"]
    return found


def test_both_nodes_are_the_same_and_each_setting_is_one() -> None:
    nodes = services()
    assert nodes["one"] == nodes["two"]
    known = {f"EVENFLOOR_{name.upper()}" for name in Settings.model_fields}
    assert set(nodes["one"]["environment"]) <= known


def test_the_settings_of_a_node_are_taken() -> None:
    said = services()["one"]["environment"]
    given = {
        name.removeprefix("EVENFLOOR_").lower(): value.replace("${SITE:-localhost}", "localhost")
        for name, value in said.items()
        if name != "EVENFLOOR_CREATE_SECRET"
    }
    settings = Settings(**given)
    assert isinstance(settings.database, PostgresAddress)


def test_every_part_that_is_named_is_there() -> None:
    found = services()
    said = found["one"]["environment"]
    assert "@database/" in said["EVENFLOOR_DATABASE_URL"]
    assert said["EVENFLOOR_REDIS_URL"].startswith("redis://bus:")
    assert set(found) == {"one", "two", "database", "bus", "proxy"}
    assert found["one"]["depends_on"].keys() <= found.keys()
