"""Exports of Polis: read whatever their columns, refused with the line where they are wrong."""

from pathlib import Path

import pytest

from app.integrations import polis
from app.integrations.polis import PolisError, Voter, parse_votes, read_votes

HEADING = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,7"


def export(*rows: str, heading: str = HEADING) -> str:
    """An export with these rows."""
    return "\n".join([heading, *rows]) + "\n"


def test_an_export_is_read_as_people_by_statements() -> None:
    conversation = parse_votes(export("12,1,0,2,1,1,1,,-1", "13,,0,1,0,0,,0,"))
    assert conversation.statements == ("0", "1", "7")
    assert conversation.voters == (Voter("12", "1", (1, None, -1)), Voter("13", "", (None, 0, None)))
    assert conversation.grouped


def test_columns_may_stand_in_any_order_and_strange_ones_are_passed_over() -> None:
    conversation = parse_votes("7,xid,0,Group_ID,participant,é\n-1,abc,1,0,12,?\n")
    assert conversation.statements == ("7", "0")
    assert conversation.voters == (Voter("12", "0", (-1, 1)),)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_a_file_from_a_spreadsheet_reads_the_same(tmp_path: Path, ends: str) -> None:
    path = tmp_path / "votes.csv"
    text = export("12,1,0,2,1,1,1,,-1", "", ",,,,,,,,", '"13","",0,1,0,0,,1.0, ')
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", ends).encode())
    assert read_votes(path).voters == (Voter("12", "1", (1, None, -1)), Voter("13", "", (None, 1, None)))


@pytest.mark.parametrize("separator", [";", "\t"])
def test_other_separators_are_seen(separator: str) -> None:
    text = export("12,1,0,2,1,1,1,,-1").replace(",", separator)
    assert parse_votes(text).voters == (Voter("12", "1", (1, None, -1)),)


def test_without_ids_people_are_called_by_their_line() -> None:
    assert [v.participant for v in parse_votes("0,1\n1,-1\n\n0,\n").voters] == ["line 2", "line 4"]


def test_without_groups_it_says_so() -> None:
    assert not parse_votes(export("12,,0,2,1,1,1,,-1")).grouped
    assert not parse_votes("participant,0\n1,1\n").grouped


@pytest.mark.parametrize(
    ("text", "because"),
    [
        ("", "it is empty"),
        ("\n\n", "it is empty"),
        ("participant,group-id\n1,0\n", "line 1 has no statements"),
        (HEADING, "nobody voted"),
        (export("12,1,0,2,1,1,1,,2"), "line 2 has “2” as the vote on statement 7"),
        (export("12,1,0,2,1,1,1,,-1", "13,1,0,2,1,1,yes,,"), "line 3 has “yes” as the vote on statement 0"),
        (export("12,1,0,2,1,1,nan,,"), "line 2 has “nan”"),
        (export("12,1,0,2,1,1,\x1b[2J,,"), r"line 2 has “�\[2J”"),
        (export("12,1,0,2,1,1,1,"), "line 2 has 8 fields; the heading has 9"),
        (export("12,1,0,2,1,1,1,,,1"), "line 2 has 10 fields; the heading has 9"),
        (export("12,1,0,2,1,1,1,,-1", "12,1,0,2,1,1,1,,-1"), "participant “12” twice"),
        (export("1,2", heading="7,7"), "line 1 has the statement “7” twice"),
        (export("1,2,1", heading="participant,Participant,7"), "line 1 has the heading participant twice"),
        (export('12,1,0,2,1,1,"1,,-1'), "is broken"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, because: str) -> None:
    with pytest.raises(PolisError, match=because):
        parse_votes(text)


def test_a_file_that_is_not_text_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "noise.csv"
    path.write_bytes(HEADING.encode() + b"\n\xff\xfe\n")
    with pytest.raises(PolisError, match="line 2 is not text"):
        read_votes(path)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PolisError, match="cannot be read: No such file"):
        read_votes(tmp_path / "gone.csv")


def test_a_file_without_end_is_not_read_into_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(polis, "MAX_BYTES", 10)
    path = tmp_path / "long.csv"
    path.write_text(HEADING)
    with pytest.raises(PolisError, match="too large"):
        read_votes(path)
