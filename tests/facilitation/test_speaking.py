"""Speech as sources report it, and how bad reports are met."""

import pytest

from app.facilitation.commands import (
    Command,
    CorrectSpeech,
    EndSession,
    RaiseHand,
    ReopenSession,
    ReportSpeech,
    SetCoverage,
    StartSpeech,
    StillSpeaking,
    StopSpeech,
    Undo,
    Utterance,
)
from app.facilitation.ids import CommandId, DeviceScope, Mode, ParticipantId
from app.facilitation.rights import READ
from app.facilitation.speaking import SILENT_SOURCE_MS
from app.facilitation.speech import Source
from tests.facilitation.sitting import KEY, Sitting, sitting


def talk_ms(s: Sitting, participant: ParticipantId) -> int:
    return s.state.speech.figures(s.now).people[participant].talk_ms


def test_a_tap_of_a_helper_follows_the_whole_room() -> None:
    s = sitting(Mode.open)
    ann, bo = s.seat("Ann", "Bo")
    helper = s.device(DeviceScope.tap)
    s.send(StartSpeech(Source.tap, ann, only=True), helper)
    s.wait(8_000)
    s.send(StartSpeech(Source.tap, bo, only=True), helper)
    s.wait(4_000)
    s.send(StopSpeech(Source.tap), helper)
    s.wait(1_000)
    assert (talk_ms(s, ann), talk_ms(s, bo)) == (8_000, 4_000)
    figures = s.state.speech.figures(s.now)
    assert (figures.measured, figures.candidates) == (2, 2)


def test_a_persons_own_tap_covers_that_person_only() -> None:
    s = sitting(Mode.open)
    ann = s.join("Ann")
    s.seat("Bo")
    s.send(StartSpeech(Source.tap), ann)
    s.wait(2_000)
    s.send(StopSpeech(Source.tap), ann)
    s.wait(1_000)
    figures = s.state.speech.figures(s.now)
    assert (figures.measured, figures.candidates) == (1, 2)


def test_in_queue_mode_the_turn_is_the_talk_of_whom_nothing_else_hears() -> None:
    from app.facilitation.commands import EndTurn, NextTurn
    from app.facilitation.ids import TurnId

    s = sitting()
    (ann,) = s.seat("Ann")
    s.send(RaiseHand(ann))
    s.send(NextTurn())
    s.wait(30_000)
    s.send(EndTurn(TurnId("t1")))
    s.wait(1_000)
    assert talk_ms(s, ann) == 30_000


def test_a_source_that_falls_silent_is_closed_at_the_last_moment_it_was_heard() -> None:
    s = sitting(Mode.open)
    ann = s.join("Ann")
    s.send(StartSpeech(Source.tap), ann)
    s.send(StillSpeaking(Source.tap), ann, after=10_000)
    s.wait(SILENT_SOURCE_MS + 60_000)
    assert not s.state.sources.open
    assert talk_ms(s, ann.participant) == 10_000


def test_a_correction_moves_talk_to_who_spoke_and_can_be_taken_back() -> None:
    s = sitting(Mode.open)
    ann, bo = s.seat("Ann", "Bo")
    from_at = s.now
    s.send(StartSpeech(Source.tap, ann))
    s.wait(9_000)
    s.send(StopSpeech(Source.tap, ann))
    s.wait(60_000)
    s.send(CorrectSpeech(from_at, from_at + 9_000, ann, bo), id="fix")
    assert (talk_ms(s, ann), talk_ms(s, bo)) == (0, 9_000)
    s.send(Undo(CommandId("fix")))
    assert (talk_ms(s, ann), talk_ms(s, bo)) == (9_000, 0)


def test_a_late_batch_counts_as_if_it_had_been_heard_live() -> None:
    s = sitting(Mode.open)
    (ann,) = s.seat("Ann")
    opened = s.now
    s.wait(3_600_000)
    batch = (Utterance(ann, 5_000, 8_000), Utterance(ann, 20_000, 21_500))
    s.send(ReportSpeech(batch, sent_at=3_600_000), KEY)
    assert talk_ms(s, ann) == 4_500
    spoken = s.state.speech.lanes(opened, s.now)[ann].talk
    assert spoken == ((opened + 5_000, opened + 8_000), (opened + 20_000, opened + 21_500))


def test_an_integrators_clock_counts_by_difference_only() -> None:
    s = sitting(Mode.open)
    (ann,) = s.seat("Ann")
    s.wait(10_000)
    s.send(StartSpeech(Source.api, ann, observed_at=77_000, sent_at=80_000), KEY)
    started = s.now - 3_000
    s.wait(2_000)
    s.send(StopSpeech(Source.api, ann, observed_at=82_000, sent_at=82_000), KEY)
    s.wait(600)
    assert s.state.speech.lanes(started, s.now)[ann].talk == ((started, started + 5_000),)


def bad_reports(ann: ParticipantId) -> list[tuple[Command, str]]:
    def batch(*utterances: Utterance) -> ReportSpeech:
        return ReportSpeech(utterances, sent_at=100_000)

    return [
        (batch(Utterance(ann, 60_000, 60_000)), "bad_time"),
        (batch(Utterance(ann, 60_000, 50_000)), "bad_time"),
        (batch(Utterance(ann, 99_000, 101_000)), "future_time"),
        (batch(Utterance(ann, 60_000, 62_000), Utterance(ann, 61_000, 63_000)), "bad_time"),
        (batch(Utterance(ann, 1_000, 2_000)), "bad_time"),
        (batch(Utterance(ParticipantId("nobody"), 60_000, 61_000)), "unknown_participant"),
        (ReportSpeech((Utterance(ann, 60_000, 61_000),)), "bad_time"),
        (StartSpeech(Source.api, ann, observed_at=200_000, sent_at=100_000), "future_time"),
        (StartSpeech(Source.api, ann, observed_at=100_000), "bad_time"),
        (StartSpeech(Source.api, ann, ago_ms=-1), "bad_time"),
        (StartSpeech(Source.api, ann, ago_ms=5_001), "bad_time"),
        (StartSpeech(Source.floor, ann), "not_allowed"),
    ]


@pytest.mark.parametrize("number", range(12))
def test_bad_times_are_refused_and_nothing_is_lost(number: int) -> None:
    s = sitting(Mode.open)
    (ann,) = s.seat("Ann")
    s.wait(50_000)
    command, code = bad_reports(ann)[number]
    assert s.refused(command, KEY).code == code


def test_speech_that_would_end_before_it_started_is_refused_and_goes_on() -> None:
    s = sitting(Mode.open)
    (ann,) = s.seat("Ann")
    s.wait(50_000)
    s.send(StartSpeech(Source.api, ann, ago_ms=0), KEY)
    assert s.refused(StopSpeech(Source.api, ann, ago_ms=2_000), KEY).code == "bad_time"
    assert s.state.sources.open


def test_a_key_without_the_scope_reports_nothing() -> None:
    from app.facilitation.actors import Integrator
    from app.facilitation.ids import KeyId

    s = sitting(Mode.open)
    (ann,) = s.seat("Ann")
    reader = Integrator(KeyId("k2"), frozenset({READ}))
    assert s.refused(StartSpeech(Source.api, ann), reader).code == "not_allowed"


def test_a_shared_screen_and_a_revoked_helper_tap_nobody() -> None:
    from app.facilitation.commands import RevokeDevice

    s = sitting(Mode.open)
    (ann,) = s.seat("Ann")
    screen, helper = s.device(DeviceScope.screen), s.device(DeviceScope.tap)
    assert s.refused(StartSpeech(Source.tap, ann), screen).code == "not_allowed"
    s.send(RevokeDevice(helper.device))
    assert s.refused(StartSpeech(Source.tap, ann), helper).code == "unknown_device"


def test_nothing_is_heard_before_the_opening_or_after_the_end() -> None:
    s = sitting(Mode.open, opened=False)
    (ann,) = s.seat("Ann")
    assert s.refused(StartSpeech(Source.tap, ann)).code == "not_open"


def test_the_time_between_an_end_and_a_reopening_is_nobodys() -> None:
    s = sitting(Mode.open)
    (ann,) = s.seat("Ann")
    s.send(SetCoverage(Source.tap, True))
    s.send(StartSpeech(Source.tap, ann))
    s.wait(10_000)
    s.send(EndSession())
    s.wait(3_600_000)
    assert s.refused(StartSpeech(Source.tap, ann)).code == "ended"
    s.send(ReopenSession())
    s.wait(20_000)
    figures = s.state.speech.figures(s.now)
    assert figures.active_ms == 30_000
    assert figures.people[ann].talk_ms == 10_000
    assert figures.people[ann].counted_ms == 30_000
