"""Reading recordings: what is speech, and what is said when a file is none."""

from pathlib import Path

import pytest

from app.integrations import rttm
from app.integrations.rttm import Recording, RttmError, Segment, parse_rttm, read_rttm


def line(start: str = "1.5", duration: str = "2", speaker: str = "ann", meeting: str = "M1") -> str:
    return f"SPEAKER {meeting} 1 {start} {duration} <NA> <NA> {speaker} <NA> <NA>"


def test_a_speaker_line_is_a_segment_in_milliseconds() -> None:
    recording = parse_rttm([line("1.5", "0.25")])
    assert recording == Recording("M1", (Segment("ann", 1_500, 1_750),))


def test_times_are_rounded_to_the_nearest_millisecond() -> None:
    assert parse_rttm([line("0.0004", "1.0006")]).segments == (Segment("ann", 0, 1_001),)


def test_a_recording_lasts_from_its_first_speech_to_its_last() -> None:
    recording = parse_rttm([line("5", "1", "bo"), line("2", "9", "ann"), line("7", "1", "bo")])
    assert (recording.from_ms, recording.to_ms, recording.speakers) == (2_000, 11_000, ("ann", "bo"))


def test_comments_empty_lines_and_other_records_are_passed_over() -> None:
    lines = [
        ";; made by hand",
        "",
        "SPKR-INFO M1 1 <NA> <NA> <NA> unknown ann <NA>",
        line(),
        "NON-SPEECH M1 1 0 1",
    ]
    assert len(parse_rttm(lines).segments) == 1


def test_a_stretch_of_no_length_is_passed_over() -> None:
    assert parse_rttm([line(duration="0"), line(duration="0.0001"), line()]).segments == (
        Segment("ann", 1_500, 3_500),
    )


def test_fields_after_the_speaker_may_be_missing() -> None:
    assert parse_rttm(["SPEAKER M1 1 0 1 <NA> <NA> ann"]).speakers == ("ann",)


def test_thousands_of_tiny_segments_are_all_read() -> None:
    lines = [line(f"{number * 0.05:.3f}", "0.01") for number in range(5_000)]
    assert len(parse_rttm(lines).segments) == 5_000


@pytest.mark.parametrize(
    ("wrong", "because"),
    [
        (line(duration="-0.5"), "line 2 ends before it starts"),
        (line(start="-1"), "line 2 starts at -1 s, before the recording"),
        (line(start="soon"), "line 2 has “soon” as its start"),
        (line(duration="nan"), "line 2 has a duration of nan"),
        (line(start="1e300"), "line 2 has a start of 1e300"),
        (line(speaker="<NA>"), "line 2 doesn't say who speaks"),
        (line(meeting="M2"), "line 2 belongs to “M2”"),
        ("SPEAKER M1 1 0.5", "line 2 has 4 fields"),
        ("WEBVTT", "line 2 begins with “WEBVTT”"),
    ],
)
def test_a_wrong_line_is_named_by_its_number(wrong: str, because: str) -> None:
    with pytest.raises(RttmError, match=because):
        parse_rttm([line(), wrong])


def test_a_file_in_which_nobody_speaks_is_no_recording() -> None:
    with pytest.raises(RttmError, match="somebody speaks"):
        parse_rttm([";; nothing"])


def test_a_file_that_is_not_text_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "noise.rttm"
    path.write_bytes(line().encode() + b"\n\xff\xfe\n")
    with pytest.raises(RttmError, match="line 2 is not text"):
        read_rttm(path)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RttmError, match="cannot be read: No such file"):
        read_rttm(tmp_path / "gone.rttm")


def test_a_file_without_end_is_not_read_into_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rttm, "MAX_BYTES", 10)
    path = tmp_path / "long.rttm"
    path.write_text(line())
    with pytest.raises(RttmError, match="too large"):
        read_rttm(path)


def test_a_file_from_windows_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "dos.rttm"
    path.write_bytes(b"\xef\xbb\xbf" + line().encode() + b"\r\n")
    assert read_rttm(path) == parse_rttm([line()])
