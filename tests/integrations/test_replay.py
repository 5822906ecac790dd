"""A recorded meeting through the core at once: the same figures as somebody else computed, whatever the clock
does."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.facilitation.commands import StartSpeech, StillSpeaking, StopSpeech
from app.facilitation.ids import ParticipantId
from app.integrations.instant import replay_instantly
from app.integrations.outcome import Outcome
from app.integrations.replay import FACILITATOR, heard, seat_names, seats, steps
from app.integrations.rttm import Recording, Segment, read_rttm
from benchmarks.recordings import differences

IB4004 = Path(__file__).resolve().parents[2] / "app" / "integrations" / "meetings" / "IB4004.rttm"
MEETINGS = Path(__file__).resolve().parents[3] / "shared" / "data" / "meetings"

REFERENCE = {
    "gini": 0.40975,
    "entropy": 0.78348,
    "duration_ms": 2_376_080,
    "overlap_ms": 359_160,
    "silence_ms": 174_180,
}
SPEAKERS = {
    "FIE037": (253_740, 644_500.0, 0.39370, 67, 19, 213_800),
    "MIO036": (1_341_290, 644_500.0, 2.08113, 140, 48, 30_850),
    "MIO039": (851_030, 644_500.0, 1.32045, 125, 47, 160_690),
    "MIO094": (131_940, 644_500.0, 0.20472, 24, 5, 515_670),
}
"""Talk (ms), expected (ms), ratio, turns, backchannels and longest quiet (ms), computed by another program
from the definitions alone."""


@pytest.fixture(scope="module")
def recording() -> Recording:
    return read_rttm(IB4004)


@pytest.fixture(scope="module")
def came(recording: Recording) -> Outcome:
    return replay_instantly(recording)


def test_the_shipped_meeting_comes_to_the_figures_of_another_program(came: Outcome) -> None:
    assert (came["meeting"], came["people"]) == ("IB4004", 4)
    assert {name: came.get(name) for name in REFERENCE} == pytest.approx(REFERENCE, abs=1e-5, rel=0)
    for who, (talk_ms, expected_ms, ratio, turns, backchannels, quiet_ms) in SPEAKERS.items():
        one = came["speakers"][who]
        assert (one["talk_ms"], one["turns"], one["backchannels"]) == (talk_ms, turns, backchannels)
        assert one["longest_quiet_ms"] == quiet_ms
        assert one["expected_ms"] == pytest.approx(expected_ms, abs=1)
        assert one["ratio"] == pytest.approx(ratio, abs=1e-5)


def test_nudges_are_dated_on_the_recordings_clock(came: Outcome, recording: Recording) -> None:
    assert came["nudges"], "ten minutes in, one of four has talked for most of the time"
    for nudge in came["nudges"]:
        assert recording.from_ms + 10 * 60_000 <= nudge["raised_ms"] <= recording.to_ms
        assert nudge["subject"] in came["speakers"]
        assert [told["at_ms"] for told in nudge["audience"]] == sorted(t["at_ms"] for t in nudge["audience"])


def test_the_most_talkative_is_told_first_and_facilitators_two_minutes_later(came: Outcome) -> None:
    first = came["nudges"][0]
    assert (first["kind"], first["subject"]) == ("dominant_voice", "MIO036")
    to_them, to_facilitators = first["audience"]
    assert (to_them["to"], to_facilitators["to"]) == ("MIO036", "facilitators")
    assert to_facilitators["at_ms"] - to_them["at_ms"] == 120_000


def test_a_recording_that_begins_late_comes_to_the_same(came: Outcome, recording: Recording) -> None:
    hour_ms = 3_600_000
    moved = [replace(s, from_ms=s.from_ms + hour_ms, to_ms=s.to_ms + hour_ms) for s in recording.segments]
    later = replay_instantly(replace(recording, segments=tuple(moved)))
    assert later["speakers"] == came["speakers"]
    assert [n["raised_ms"] - hour_ms for n in later["nudges"]] == [n["raised_ms"] for n in came["nudges"]]


def test_overlapping_and_touching_segments_of_one_person_are_one_stretch() -> None:
    talk = Recording("m", (Segment("a", 0, 3_000), Segment("a", 2_000, 2_500), Segment("a", 3_499, 5_000)))
    assert heard(talk) == {"a": [(0, 5_000)]}
    apart = Recording("m", (Segment("a", 0, 3_000), Segment("a", 3_500, 5_000)))
    assert heard(apart) == {"a": [(0, 3_000), (3_500, 5_000)]}


def test_a_long_stretch_is_confirmed_so_that_its_source_does_not_seem_lost() -> None:
    long = Recording("m", (Segment("a", 1_000, 32_000),))
    told = steps(long, {"a": ParticipantId("p")}, start_at=500_000)
    assert [type(step.command) for step in told] == [StartSpeech, *[StillSpeaking] * 3, StopSpeech]
    assert [step.at for step in told] == [500_000, 510_000, 520_000, 530_000, 531_000]


def test_names_that_look_the_same_get_seats_that_differ() -> None:
    talk = Recording("m", tuple(Segment(who, 0, 900) for who in ("Ann", "ann", FACILITATOR, "x" * 90)))
    names = seat_names(talk)
    seated = [person.name for seat in seats(names) for person in seat.people]
    assert len({name.casefold() for name in seated}) == 5
    assert max(len(name) for name in seated) <= 60
    assert set(replay_instantly(talk)["speakers"]) == set(names)


@pytest.mark.skipif(
    not MEETINGS.is_dir(), reason="the twelve recordings are not in ../shared/data/meetings here"
)
def test_every_recording_agrees_with_its_reference() -> None:
    for theirs in json.loads((MEETINGS / "reference.json").read_text()):
        ours = replay_instantly(read_rttm(MEETINGS / f"{theirs['meeting']}.rttm"))
        wrong = [(name, mine, ref) for name, mine, ref, agree in differences(ours, theirs) if not agree]
        assert wrong == [], theirs["meeting"]
