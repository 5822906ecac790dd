"""`evenfloor opinions` as people use it."""

import csv
import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from app.integrations.client import Api
from app.integrations.opinion_room import fitting
from tests.cli.conftest import Evenfloor, Server

GIVEN = "participant,group-id,0,1\n1,a,1,-1\n2,a,1,\n3,b,1,1\n4,,-1,-1\n"
NOT_GIVEN = "participant,0,1\n" + "".join(
    f"{i},{1 if i < 8 else -1},{-1 if i < 8 else 1}\n" for i in range(16)
)


@pytest.fixture
def votes(tmp_path: Path) -> Path:
    """Where the export lies."""
    return tmp_path / "participants-votes.csv"


def test_the_groups_of_the_file_are_taken_where_it_has_any(evenfloor: Evenfloor, votes: Path) -> None:
    votes.write_text(GIVEN)
    ran = evenfloor("opinions", votes, "--json")
    assert ran.returncode == 0, ran.stderr
    said = json.loads(ran.stdout)
    assert said["groups"] == {"a": ["1", "2"], "b": ["3"]}
    assert said["ranking"] == ["0", "1"]
    assert said["figures"]["0"]["group_informed_consensus"] == 0.5
    assert evenfloor("opinions", votes, "--json", "--groups", "given").stdout == ran.stdout


def test_groups_are_looked_for_where_it_has_none(evenfloor: Evenfloor, votes: Path) -> None:
    votes.write_text(NOT_GIVEN)
    said = json.loads(evenfloor("opinions", votes, "--json").stdout)
    assert {group: len(members) for group, members in said["groups"].items()} == {"0": 8, "1": 8}


def test_a_table_is_printed_for_people(evenfloor: Evenfloor, votes: Path) -> None:
    votes.write_text(GIVEN)
    said = evenfloor("opinions", votes).stdout
    assert "a (2), b (1)" in said
    assert said.splitlines()[2].split()[:2] == ["0", "0.500"]


def test_unclear_groups_are_said_to_be(evenfloor: Evenfloor, votes: Path) -> None:
    chance = Random(5)
    rows = [",".join(str(chance.choice((1, 0, -1))) for _ in range(30)) for _ in range(100)]
    votes.write_text("\n".join([",".join(map(str, range(30))), *rows]))
    assert "not clear" in evenfloor("opinions", votes).stdout
    votes.write_text(NOT_GIVEN)
    assert "not clear" not in evenfloor("opinions", votes).stdout


@pytest.mark.parametrize(
    ("text", "words", "part"),
    [
        (GIVEN + "5,a,1,maybe\n", (), "line 6 has “maybe” as the vote on statement 1"),
        (NOT_GIVEN, ("--groups", "given"), "--groups found"),
        ("", (), "it is empty"),
        ("participant,0\n1,\n", (), "Nobody in the file voted"),
    ],
)
def test_what_is_wrong_is_one_sentence(
    evenfloor: Evenfloor, votes: Path, text: str, words: tuple[str, ...], part: str
) -> None:
    votes.write_text(text)
    ran = evenfloor("opinions", votes, *words, "--json")
    assert ran.returncode == 1
    assert ran.stdout == ""
    assert part in ran.stderr
    assert len(ran.stderr.strip().splitlines()) == 1
    assert ran.stderr.startswith("evenfloor: ")


def test_without_numpy_given_groups_work_and_found_ones_say_what_to_install(
    evenfloor: Evenfloor, votes: Path, tmp_path: Path
) -> None:
    (tmp_path / "hidden").mkdir()
    (tmp_path / "hidden" / "sitecustomize.py").write_text("import sys\nsys.modules['numpy'] = None\n")
    root = Path(__file__).resolve().parents[2]
    hidden = {"PYTHONPATH": f"{tmp_path / 'hidden'}:{root}"}
    votes.write_text(GIVEN)
    assert evenfloor("opinions", votes, "--groups", "given", **hidden).returncode == 0
    ran = evenfloor("opinions", votes, "--groups", "found", **hidden)
    assert ran.returncode == 1
    assert "pip install" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_room_is_made_of_the_statements_with_what_all_agree_on_as_the_short_list(
    evenfloor: Evenfloor, server: Server, key: str, votes: Path
) -> None:
    numbers = [str(n) for n in range(9)]
    with votes.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["participant", "group-id", *numbers])
        rows.writerows([n, "ab"[n % 2], *(1 if n > s else -1 for s in range(9))] for n in range(8))
    said = {n: f"Way {n}" for n in numbers} | {
        "1": "Light, and a roof",
        "2": "Nobody waits in the rain. " * 14,
    }
    with votes.with_name("comments.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["comment-id", "moderated", "comment-body"])
        rows.writerows([n, -1 if n == "8" else 1, said[n]] for n in numbers)
    ran = evenfloor("opinions", votes, "--json", "--room", "Buses", "--url", server.url, "--key", key)
    assert ran.returncode == 0, ran.stderr
    assert "8 of 9 statements" in ran.stderr
    api: Any = Api(server.url, key)
    [room] = api.call("GET", "/rooms")["rooms"]
    assert room["name"] == "Buses"
    [session] = api.call("GET", f"/rooms/{room['id']}/sessions")["sessions"]
    ideas = api.call("GET", f"/sessions/{session['id']}/ideas")
    texts = {each: one["text"] for each, one in ideas["by_id"].items()}
    assert set(texts.values()) == {fitting(said[n]) for n in numbers if n != "8"}
    assert max(map(len, texts.values())) <= 300
    best = [n for n in json.loads(ran.stdout)["ranking"] if n != "8"][:7]
    assert [texts[each] for each in ideas["shortlist"]] == [fitting(said[n]) for n in best]


def test_a_room_takes_a_key_and_the_words_of_the_statements(
    evenfloor: Evenfloor, votes: Path, tmp_path: Path
) -> None:
    votes.write_text(GIVEN)
    assert "--key" in evenfloor("opinions", votes, "--room", "Buses").stderr
    ran = evenfloor("opinions", votes, "--room", "Buses", "--key", "any")
    assert "comments.csv cannot be read" in ran.stderr
    (tmp_path / "comments.csv").write_text("id,text\n1,A bench\n")
    ran = evenfloor("opinions", votes, "--room", "Buses", "--key", "any")
    assert "comment-id and comment-body" in ran.stderr
    assert ran.returncode == 1
