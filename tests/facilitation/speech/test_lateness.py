"""What comes late: the settled past is gone back to exactly where it has to be."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.facilitation.ids import CorrectionId, ParticipantId
from app.facilitation.speech import Hearing, Source, reading
from app.facilitation.speech.definitions import (
    CHECKPOINT_BEHIND_MS,
    FINAL_AFTER_MS,
    LIVE_LATENESS_MS,
    STRIDE_MS,
    TAIL_MS,
)

ANN, BO, CY = (ParticipantId(name) for name in ("ann", "bo", "cy"))
NOW = 2 * STRIDE_MS
SETTLED = NOW - CHECKPOINT_BEHIND_MS
"""Where the checkpoint stands once `advance(NOW)` was said."""

near = st.tuples(
    st.sampled_from([ANN, BO, CY]),
    st.integers(-12, 20).map(lambda steps: SETTLED + steps * 100),
    st.sampled_from([100, 300, 700, 1_000, 1_400, 2_600]),
)


def sitting() -> Hearing:
    hearing = Hearing().begin(0)
    for who in (ANN, BO, CY):
        hearing = hearing.counts(who, 0, True).present(who, 0, True).cover(who, Source.api, 0, True)
    return hearing


def told(hearing: Hearing, spans: list[tuple[ParticipantId, int, int]]) -> Hearing:
    return hearing.add(Source.api, [(who, start, start + length) for who, start, length in spans])


@settings(max_examples=400)
@given(st.lists(near, max_size=8), st.lists(near, min_size=1, max_size=4))
@example([(ANN, SETTLED - 600, 500)], [(ANN, SETTLED + 200, 700)])
@example([(BO, SETTLED - 100, 900), (ANN, SETTLED - 200, 900)], [(ANN, SETTLED + 1_100, 100)])
@example(
    [(BO, SETTLED - 100, 1_400), (ANN, SETTLED - 100, 1_300), (BO, SETTLED + 1_900, 700)],
    [(ANN, SETTLED + 1_600, 100)],
)
def test_a_fact_near_the_checkpoint_gives_what_it_gives_without_one(
    early: list[tuple[ParticipantId, int, int]], late: list[tuple[ParticipantId, int, int]]
) -> None:
    whole = told(told(sitting(), early), late)
    chopped = told(told(sitting(), early).advance(NOW), late)
    assert chopped.figures(NOW) == whole.figures(NOW)
    assert chopped.figures(NOW, SETTLED) == whole.figures(NOW, SETTLED)


def test_live_facts_never_move_the_checkpoint_back() -> None:
    hearing = told(sitting(), [(ANN, 10_000, 5_000)]).advance(NOW)
    live = hearing.start(BO, Source.api, NOW - LIVE_LATENESS_MS)
    assert live.past is hearing.past
    assert NOW - LIVE_LATENESS_MS - SETTLED >= FINAL_AFTER_MS


def test_the_next_question_starts_where_the_last_one_moved_the_checkpoint_to() -> None:
    hearing = told(sitting(), [(ANN, 10_000, 5_000)])
    at = CHECKPOINT_BEHIND_MS + TAIL_MS + 1
    asked = reading.tail(hearing, at).past
    assert asked.checkpoint.room.at == at - CHECKPOINT_BEHIND_MS
    assert reading.tail(hearing, at + 1).past is asked


def test_something_of_an_hour_ago_is_counted_as_if_it_had_been_known() -> None:
    hour = 3_600_000
    spans = [(who, at, 3_000) for at in range(0, hour, 12_000) for who in (ANN, BO)]
    hearing = sitting()
    for span in spans:
        hearing = told(hearing, [span]).advance(span[1] + span[2])
    late = [(CY, 600_000, 40_000)]
    assert told(hearing, late).advance(hour).figures(hour) == told(told(sitting(), spans), late).figures(hour)


def test_a_withdrawn_correction_leaves_everything_as_it_was() -> None:
    hearing = told(sitting(), [(ANN, 10_000, 5_000), (BO, 20_000, 5_000)]).advance(NOW)
    correction = CorrectionId("c1")
    corrected = hearing.correct(correction, ANN, 10_000, 15_000, False)
    corrected = corrected.correct(correction, CY, 10_000, 15_000, True)
    figures = corrected.figures(NOW)
    assert [figures.people[who].talk_ms for who in (ANN, BO, CY)] == [0, 5_000, 5_000]
    assert corrected.withdraw(correction).figures(NOW) == hearing.figures(NOW)


def test_a_withdrawal_of_what_was_never_said_changes_nothing() -> None:
    hearing = sitting()
    assert hearing.withdraw(CorrectionId("c9")) is hearing
