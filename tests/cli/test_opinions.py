"""`evenfloor opinions` as people use it."""

import json
from pathlib import Path
from random import Random

import pytest

from tests.cli.conftest import Evenfloor

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
