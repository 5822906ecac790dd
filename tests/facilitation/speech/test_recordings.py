"""Recorded meetings: the figures that an independent program computed from the same recordings.

The shipped one is from the AMI Meeting Corpus (see NOTICE). The others, where they are, stand in
../shared/data/meetings beside `reference.json`, which was written without this project's code.
"""

import json
import random
from itertools import pairwise
from pathlib import Path

import pytest

from app.facilitation.ids import ParticipantId
from app.facilitation.speech import Figures, Hearing, Source
from app.facilitation.speech.definitions import SETTLE_MS
from app.facilitation.speech.spans import Spans, normal
from app.integrations.rttm import Recording, read_rttm

ROOT = Path(__file__).parents[3]
SHIPPED = ROOT / "app" / "integrations" / "meetings" / "IB4004.rttm"
MEETINGS = ROOT.parent / "shared" / "data" / "meetings"
OTHERS = sorted(MEETINGS.glob("*.rttm"))


def spoken(recording: Recording) -> dict[ParticipantId, Spans]:
    return {
        ParticipantId(who): normal(
            (one.from_ms, one.to_ms) for one in recording.segments if one.speaker == who
        )
        for who in recording.speakers
    }


def opened(recording: Recording) -> Hearing:
    """A session in which everybody is here and heard by a recorder throughout, and a facilitator is
    silent."""
    at = recording.from_ms
    hearing = Hearing().begin(at).counts(ParticipantId("chair"), at, False)
    for who in spoken(recording):
        hearing = hearing.counts(who, at, True).present(who, at, True).cover(who, Source.api, at, True)
    return hearing


def live(recording: Recording) -> Hearing:
    """Told as it happens: who starts, who stops."""
    hearing = opened(recording)
    edges = sorted(
        (at, begins, who)
        for who, spans in spoken(recording).items()
        for start, end in spans
        for at, begins in ((start, True), (end, False))
    )
    for at, begins, who in edges:
        hearing = (hearing.start if begins else hearing.stop)(who, Source.api, at).advance(at)
    return hearing


def at_the_end(hearing: Hearing, recording: Recording) -> Figures:
    return hearing.suspend(recording.to_ms, True).figures(recording.to_ms + SETTLE_MS)


def test_the_shipped_recording_gives_the_figures_that_another_program_computed() -> None:
    recording = read_rttm(SHIPPED)
    figures = at_the_end(live(recording), recording)
    assert {
        who: (one.talk_ms, one.expected_ms, one.turns, one.backchannels, one.longest_quiet_ms)
        for who, one in figures.people.items()
        if who != "chair"
    } == {
        "FIE037": (253_740, 644_500, 67, 19, 213_800),
        "MIO036": (1_341_290, 644_500, 140, 48, 30_850),
        "MIO039": (851_030, 644_500, 125, 47, 160_690),
        "MIO094": (131_940, 644_500, 24, 5, 515_670),
    }
    assert (figures.active_ms, figures.overlap_ms, figures.silence_ms) == (2_376_080, 359_160, 174_180)
    assert figures.gini == pytest.approx(0.40975, abs=5e-6)
    assert figures.evenness == pytest.approx(0.78348, abs=5e-6)


def test_a_recording_gives_the_same_live_in_one_batch_and_in_any_order() -> None:
    recording = read_rttm(SHIPPED)
    whole = at_the_end(live(recording), recording)
    segments = [(ParticipantId(one.speaker), one.from_ms, one.to_ms) for one in recording.segments]
    assert at_the_end(opened(recording).add(Source.api, segments), recording) == whole
    random.Random(7).shuffle(segments)
    hearing = opened(recording)
    for start in range(0, len(segments), 20):
        hearing = hearing.add(Source.api, segments[start : start + 20]).advance(recording.to_ms)
    assert at_the_end(hearing, recording) == whole


def test_windows_of_a_recording_add_up_to_the_whole() -> None:
    recording = read_rttm(SHIPPED)
    hearing = live(recording)
    now = recording.to_ms + SETTLE_MS
    marks = [recording.from_ms, *range(300_000, now, 300_000), now]
    for who, one in hearing.figures(now).people.items():
        steps = [hearing.between(a, b, now).get(who) for a, b in pairwise(marks)]
        assert sum(step.talk_ms for step in steps if step is not None) == one.counted_talk_ms


@pytest.mark.skipif(not OTHERS, reason="needs the recorded meetings in ../shared/data/meetings")
@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.stem)
def test_every_recording_gives_the_reference_figures(path: Path) -> None:
    reference = next(
        one for one in json.loads((MEETINGS / "reference.json").read_text()) if one["meeting"] == path.stem
    )
    recording = read_rttm(path)
    figures = at_the_end(live(recording), recording)
    for who, expected in reference["speakers"].items():
        one = figures.people[ParticipantId(who)]
        for name in ("talk_ms", "turns", "backchannels", "longest_quiet_ms"):
            assert getattr(one, name) == expected[name], f"{who} {name}"
        assert one.expected_ms == pytest.approx(expected["expected_ms"], abs=1)
        assert one.ratio == pytest.approx(expected["ratio"], abs=1e-5)
    assert (figures.overlap_ms, figures.silence_ms) == (reference["overlap_ms"], reference["silence_ms"])
    assert figures.gini == pytest.approx(reference["gini"], abs=1e-5)
    assert figures.evenness == pytest.approx(reference["entropy"], abs=1e-5)
