"""The definitions, one example each: utterance, backchannel, turn, overlap, fair share, best source,
settling."""

import pytest

from app.facilitation.ids import CorrectionId, ParticipantId
from app.facilitation.speech import Figures, Hearing, PersonFigures, Source, Speaking

ANN, BO, CY = (ParticipantId(name) for name in ("ann", "bo", "cy"))


def sitting(*people: ParticipantId, source: Source | None = Source.api) -> Hearing:
    hearing = Hearing().begin(0)
    for who in people:
        hearing = hearing.counts(who, 0, True).present(who, 0, True)
        if source is not None:
            hearing = hearing.cover(who, source, 0, True)
    return hearing


def said(hearing: Hearing, who: ParticipantId, *spans: tuple[int, int]) -> Hearing:
    return hearing.add(Source.api, [(who, start, end) for start, end in spans])


def of(hearing: Hearing, who: ParticipantId, now: int = 100_000) -> PersonFigures:
    return hearing.figures(now).people[who]


def test_a_gap_under_500_ms_is_talk() -> None:
    assert of(said(sitting(ANN), ANN, (0, 2_000), (2_499, 4_000)), ANN).talk_ms == 4_000


def test_a_gap_of_500_ms_is_not() -> None:
    assert of(said(sitting(ANN), ANN, (0, 2_000), (2_500, 4_000)), ANN).talk_ms == 3_500


def test_a_thousand_tiny_pieces_are_one_utterance() -> None:
    pieces = [(at, at + 10) for at in range(0, 100_000, 100)]
    person = of(said(sitting(ANN, BO), ANN, *pieces), ANN, 110_000)
    assert (person.talk_ms, person.turns) == (99_910, 1)


@pytest.mark.parametrize(
    ("start", "end", "backchannel"),
    [
        (2_000, 2_999, True),
        (2_000, 3_000, False),
        (0, 900, True),
        (9_001, 10_000, True),
        (9_500, 10_001, False),
        (20_000, 20_300, False),
    ],
)
def test_under_a_second_inside_somebody_elses_is_a_backchannel(
    start: int, end: int, backchannel: bool
) -> None:
    hearing = said(said(sitting(ANN, BO), ANN, (0, 10_000)), BO, (start, end))
    person = of(hearing, BO)
    assert person.backchannels == backchannel
    assert person.talk_ms == (0 if backchannel else end - start)
    assert person.turns == (0 if backchannel else 1)


def test_two_equal_short_ones_are_both_talk() -> None:
    hearing = said(said(sitting(ANN, BO), ANN, (0, 800)), BO, (0, 800))
    assert (of(hearing, ANN).talk_ms, of(hearing, BO).talk_ms) == (800, 800)


def test_a_backchannel_makes_no_turn_of_what_goes_on_around_it() -> None:
    hearing = said(sitting(ANN, BO), ANN, (0, 5_000), (6_000, 9_000))
    hearing = said(hearing, BO, (2_000, 2_400))
    figures = hearing.figures(20_000)
    assert (figures.people[ANN].turns, figures.changes) == (1, 0)


def test_overlap_counts_for_both() -> None:
    figures = said(said(sitting(ANN, BO), ANN, (0, 6_000)), BO, (4_000, 9_000)).figures(10_000)
    assert (figures.talk_ms, figures.overlap_ms, figures.silence_ms) == (11_000, 2_000, 1_000)
    assert [figures.people[who].expected_ms for who in (ANN, BO)] == [5_500, 5_500]


def test_who_comes_late_owes_nothing_for_before() -> None:
    hearing = said(sitting(ANN, BO), ANN, (0, 60_000))
    hearing = hearing.counts(CY, 30_000, True).present(CY, 30_000, True).cover(CY, Source.api, 30_000, True)
    figures = hearing.figures(60_000)
    assert [figures.people[who].expected_ms for who in (ANN, BO, CY)] == [25_000, 25_000, 10_000]


def test_who_leaves_owes_nothing_for_after() -> None:
    hearing = said(sitting(ANN, BO), ANN, (0, 60_000)).present(BO, 20_000, False)
    assert of(hearing, BO, 60_000).expected_ms == 10_000


def test_who_is_heard_is_here() -> None:
    hearing = said(sitting(ANN, BO).present(BO, 0, False), BO, (10_000, 30_000))
    person = of(hearing, BO)
    assert (person.counted_ms, person.expected_ms, person.ratio) == (20_000, 10_000, None)


def test_there_is_no_ratio_before_15_s_are_due() -> None:
    hearing = said(sitting(ANN, BO), ANN, (0, 40_000))
    assert of(hearing, ANN, 29_999).ratio is None
    assert of(hearing, ANN, 30_000).ratio == 2.0


def test_a_facilitators_talk_is_kept_and_not_counted() -> None:
    hearing = said(said(sitting(ANN, BO), CY, (0, 10_000)), ANN, (10_000, 20_000))
    figures = hearing.figures(40_000)
    chair = figures.people[CY]
    assert (chair.talk_ms, chair.counted_talk_ms, chair.turns, chair.expected_ms) == (10_000, 0, 1, 0)
    assert (figures.talk_ms, figures.changes) == (10_000, 1)


def test_a_short_word_inside_a_facilitators_speech_is_a_backchannel() -> None:
    hearing = said(said(sitting(ANN), CY, (0, 10_000)), ANN, (2_000, 2_500))
    assert of(hearing, ANN).backchannels == 1


def test_a_change_of_role_changes_what_counts_from_then_on() -> None:
    hearing = said(sitting(ANN, BO), ANN, (0, 20_000)).counts(ANN, 8_000, False)
    person = of(hearing, ANN)
    assert (person.talk_ms, person.counted_talk_ms, person.counted_ms) == (20_000, 8_000, 8_000)


def test_nothing_is_counted_while_the_session_is_suspended() -> None:
    hearing = said(sitting(ANN, BO), ANN, (0, 30_000)).suspend(10_000, True).suspend(25_000, False)
    figures = hearing.figures(40_000)
    assert (figures.talk_ms, figures.silence_ms, figures.active_ms) == (15_000, 10_000, 25_000)


def test_nothing_before_the_beginning_counts() -> None:
    hearing = Hearing().counts(ANN, 0, True).present(ANN, 0, True).start(ANN, Source.mic, 1_000)
    assert of(hearing.begin(5_000), ANN, 9_000).talk_ms == 4_000


def test_only_the_best_covering_source_counts_and_its_silence_too() -> None:
    hearing = sitting(ANN, source=Source.mic).add(Source.mic, [(ANN, 0, 2_000)])
    hearing = hearing.add(Source.tap, [(ANN, 0, 9_000)])
    assert of(hearing, ANN).talk_ms == 2_000


def test_a_worse_source_counts_where_the_better_one_does_not_listen() -> None:
    hearing = sitting(ANN, source=Source.mic).add(Source.mic, [(ANN, 0, 2_000)])
    hearing = hearing.add(Source.tap, [(ANN, 0, 9_000)]).cover(ANN, Source.mic, 5_000, False)
    assert of(hearing, ANN).talk_ms == 2_000 + 4_000


def test_pieces_of_two_sources_are_joined_after_the_cut() -> None:
    hearing = sitting(ANN, source=None).add(Source.mic, [(ANN, 0, 2_000)])
    hearing = hearing.add(Source.tap, [(ANN, 2_300, 9_000)])
    assert (of(hearing, ANN).talk_ms, of(hearing, ANN).turns) == (9_000, 1)


def test_speech_covers_at_least_while_it_lasts() -> None:
    hearing = sitting(ANN, BO, source=None).add(Source.tap, [(ANN, 10_000, 15_000)])
    figures = hearing.figures(20_000)
    assert (figures.people[ANN].counted_ms, figures.people[BO].counted_ms) == (5_000, 0)
    assert (figures.measured, figures.candidates) == (0, 2)


def test_in_a_queue_the_turn_measures_everybody() -> None:
    hearing = sitting(ANN, BO, source=None).floor_covers_all(0, True).start(ANN, Source.floor, 0)
    figures = hearing.figures(20_000)
    assert [figures.people[who].expected_ms for who in (ANN, BO)] == [10_000, 10_000]
    assert (figures.measured, figures.candidates) == (2, 2)
    assert hearing.measured(BO, 20_000) is Source.floor


def test_a_later_correction_stands_above_an_earlier_one() -> None:
    hearing = said(sitting(ANN), ANN, (0, 10_000))
    hearing = hearing.correct(CorrectionId("c1"), ANN, 0, 10_000, False)
    hearing = hearing.correct(CorrectionId("c2"), ANN, 2_000, 5_000, True)
    assert of(hearing, ANN).talk_ms == 3_000


def test_a_short_utterance_counts_500_ms_after_its_end() -> None:
    hearing = said(sitting(ANN), ANN, (10_000, 10_400))
    assert of(hearing, ANN, 10_899).talk_ms == 0
    assert hearing.settles_at(10_600) == 10_900
    assert of(hearing, ANN, 10_900).talk_ms == 400


def test_a_running_utterance_counts_from_its_first_second_on() -> None:
    hearing = sitting(ANN).start(ANN, Source.api, 10_000)
    assert of(hearing, ANN, 10_999).talk_ms == 0
    assert hearing.settles_at(10_600) == 11_000
    assert of(hearing, ANN, 11_000).talk_ms == 1_000
    assert (of(hearing, ANN, 15_000).talk_ms, hearing.settles_at(15_000)) == (5_000, None)


def test_screens_hear_at_once_what_figures_wait_for() -> None:
    hearing = sitting(ANN, BO).start(ANN, Source.api, 10_000).start(BO, Source.tap, 10_000)
    assert hearing.speaking(10_100) == (Speaking(ANN, 10_000),)
    assert hearing.stop(ANN, Source.api, 12_000).speaking(12_000) == ()


def test_speech_that_is_said_to_have_begun_in_the_future_is_not_heard_yet() -> None:
    hearing = sitting(ANN).start(ANN, Source.api, 10_400)
    assert (hearing.speaking(10_000), hearing.speaking(10_400)) == ((), (Speaking(ANN, 10_400),))


def test_a_stop_before_the_start_leaves_no_speech() -> None:
    hearing = sitting(ANN).start(ANN, Source.api, 10_000).stop(ANN, Source.api, 9_000)
    assert of(hearing, ANN).talk_ms == 0


def test_a_source_that_fell_silent_is_closed_when_it_was_last_heard() -> None:
    hearing = sitting(ANN).start(ANN, Source.mic, 0).still(ANN, Source.mic, 10_000).advance(40_000)
    assert hearing.facts.running[ANN, Source.mic].heard_at == 10_000
    assert of(hearing.stop(ANN, Source.mic, 10_000), ANN, 40_000).talk_ms == 10_000


def test_quiet_runs_over_counted_time_only() -> None:
    hearing = said(sitting(ANN, BO), ANN, (0, 5_000), (60_000, 65_000))
    hearing = hearing.suspend(20_000, True).suspend(30_000, False)
    person = of(hearing, ANN, 70_000)
    assert (person.longest_quiet_ms, person.quiet_ms) == (45_000, 5_000)
    assert of(hearing, BO, 70_000).quiet_ms == 60_000


def test_a_window_cuts_suspended_time_out() -> None:
    hearing = sitting(ANN).suspend(20_000, True).suspend(50_000, False)
    assert hearing.window_start(60_000, 5_000) == 55_000
    assert hearing.window_start(60_000, 15_000) == 15_000
    assert hearing.window_start(60_000, 600_000) == 0
    assert hearing.window_start(40_000, 5_000) == 15_000


def test_a_curve_is_made_of_the_differences_of_two_moments() -> None:
    hearing = said(said(sitting(ANN, BO), ANN, (0, 60_000)), BO, (60_000, 100_000))
    step = hearing.between(50_000, 80_000, 200_000)
    assert [(who, step[who].talk_ms, step[who].expected_ms) for who in (ANN, BO)] == [
        (ANN, 10_000, 15_000),
        (BO, 20_000, 15_000),
    ]


def test_somebody_apart_is_left_out_of_the_rooms_indices_alone() -> None:
    hearing = said(said(sitting(ANN, BO, CY), ANN, (0, 60_000)), BO, (60_000, 120_000))
    whole, apart = hearing.figures(130_000), hearing.figures(130_000, None, {CY})
    assert (whole.voices_of, apart.voices_of) == (3, 2)
    assert (apart.gini, apart.voices) == (0.0, 2.0)
    assert apart.people == whole.people


def test_the_same_facts_are_equal_however_they_were_settled() -> None:
    def told(advancing: bool) -> Hearing:
        hearing = sitting(ANN, BO)
        for at in range(0, 1_000_000, 10_000):
            hearing = hearing.start(ANN, Source.api, at).stop(ANN, Source.api, at + 3_000)
            hearing = hearing.advance(at + 3_000) if advancing else hearing
        return hearing

    assert told(True) == told(False)
    assert told(True) != told(True).start(BO, Source.api, 1_000_000)


def test_nobody_and_nothing_gives_figures_of_nothing() -> None:
    figures: Figures = Hearing().figures(5_000)
    assert (dict(figures.people), figures.talk_ms, figures.gini, figures.measured_share) == ({}, 0, None, 1.0)
    assert Hearing().window_start(5_000, 1_000) == 5_000
