"""What the command line says when it is asked the wrong thing: one sentence, and an exit code."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Evenfloor, Server

IB4004 = ROOT / "app" / "integrations" / "meetings" / "IB4004.rttm"


def sentence(evenfloor: Evenfloor, *words: str | Path, **more: str) -> str:
    """The one line that a refused command says."""
    ran = evenfloor(*words, **more)
    assert ran.returncode != 0
    assert ran.stdout == ""
    assert "Traceback" not in ran.stderr
    lines = ran.stderr.strip().splitlines()
    assert len(lines) == 1, ran.stderr
    assert lines[0].startswith("evenfloor: ")
    assert lines[0].endswith(".")
    return lines[0].removeprefix("evenfloor: ")


def test_an_unknown_word_points_to_the_help(evenfloor: Evenfloor) -> None:
    assert "--help" in sentence(evenfloor, "serv")


def test_a_wrong_setting_is_named_as_the_operator_set_it(evenfloor: Evenfloor) -> None:
    said = sentence(evenfloor, "key", "list", EVENFLOOR_PORT="many")
    assert said.startswith("EVENFLOOR_PORT is not right")


def test_a_port_that_is_taken_is_said(evenfloor: Evenfloor, server: Server) -> None:
    port = server.url.rpartition(":")[2]
    assert f"port {port}" in sentence(evenfloor, "serve", "--port", port)


@pytest.mark.parametrize(
    "words",
    [
        ("key", "list"),
        ("link", "RT7K-2M9P"),
        ("export", "nobody"),
        ("decisions", "nobody"),
        ("rebuild",),
        ("backup", "copy"),
    ],
)
def test_without_a_database_every_command_says_where_it_looked(
    evenfloor: Evenfloor, folder: Path, words: tuple[str, ...]
) -> None:
    assert str(folder) in sentence(evenfloor, *words)
    assert not folder.exists()


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("SPEAKER m 1 0.0 1.0 <NA> <NA> a <NA> <NA>\nhello\n", "line 2"),
        ("SPEAKER m 1 soon 1.0 <NA> <NA> a <NA> <NA>\n", "line 1"),
        ("", "somebody speaks"),
    ],
)
def test_a_file_that_is_no_recording_is_refused_by_line(
    evenfloor: Evenfloor, tmp_path: Path, text: str, part: str
) -> None:
    file = tmp_path / "wrong.rttm"
    file.write_text(text)
    assert part in sentence(evenfloor, "replay", file, "--instant")


def test_a_replay_needs_a_key_a_server_and_a_sane_rate(evenfloor: Evenfloor) -> None:
    assert "--key" in sentence(evenfloor, "replay", IB4004)
    nobody = ("--key", "ef_x", "--url", "http://127.0.0.1:9")
    assert "No server answers" in sentence(evenfloor, "replay", IB4004, *nobody)
    assert "rate" in sentence(evenfloor, "replay", IB4004, *nobody, "--rate", "0")
    assert "no address" in sentence(evenfloor, "replay", IB4004, "--key", "ef_x", "--url", "here")


def test_a_wrong_key_is_refused_by_the_server(evenfloor: Evenfloor, server: Server) -> None:
    said = sentence(evenfloor, "replay", IB4004, "--url", server.url, "--key", "ef_wrong")
    assert "key" in said


def test_an_instant_replay_prints_the_figures_as_json_alone(evenfloor: Evenfloor) -> None:
    ran = evenfloor("replay", IB4004, "--instant", "--json")
    assert ran.returncode == 0
    assert ran.stderr == ""
    came = json.loads(ran.stdout)
    room = {"meeting", "duration_ms", "people", "gini", "entropy", "overlap_ms", "silence_ms"}
    assert set(came) == room | {"speakers", "nudges"}
    assert came["speakers"]["MIO094"]["talk_ms"] == 131_940
    assert set(came["nudges"][0]) == {"kind", "subject", "audience", "raised_ms", "facts"}


def test_an_instant_replay_prints_a_table_for_people(evenfloor: Evenfloor) -> None:
    said = evenfloor("replay", IB4004, "--instant").stdout
    assert "IB4004: 4 people, 39:36 min" in said
    assert "2:11" in said  # MIO094's talk


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("--sizes", "1"), "2 to 40"),
        (("--sizes", "four"), "2 to 40"),
        (("--meetings", "1"), "at least 2"),
        (("--minutes", "0"), "minutes"),
        (("--against", "nowhere"), "nowhere"),
    ],
)
def test_a_simulation_that_cannot_be_held_is_refused(
    evenfloor: Evenfloor, words: tuple[str, str], part: str
) -> None:
    assert part in sentence(evenfloor, "simulate", *words)
