"""Checks in words: which sentence which answers give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.facilitation.merit.accord import accord
from app.facilitation.merit.polls import (
    ConsentOutcome,
    FistOutcome,
    GradientOutcome,
    ObjectionState,
    consent_outcome,
    fist_outcome,
    gradient_outcome,
)
from app.facilitation.merit.tally import tally

S = ObjectionState


def gradients(*levels: int) -> tuple[int, ...]:
    """How many chose each of the eight levels."""
    return tally(levels, 8)


@pytest.mark.parametrize(
    ("levels", "outcome"),
    [
        ((1, 1, 1, 1, 8), GradientOutcome.blocked),
        ((1, 1, 1, 7, 8), GradientOutcome.blocked),
        ((1, 1, 1, 1, 7), GradientOutcome.contested),
        ((1, 1, 1, 1, 5), GradientOutcome.not_ready),  # a fifth needs more talk
        ((1, 1, 1, 1, 1, 5), GradientOutcome.enthusiastic),
        ((1, 2, 3), GradientOutcome.enthusiastic),  # two thirds
        ((1, 3, 3, 4, 6), GradientOutcome.lukewarm),
        ((1, 2, 3, 4), GradientOutcome.mixed),  # half are behind it, half in between
        ((), GradientOutcome.unanswered),
    ],
)
def test_gradients_give_the_first_word_that_fits(levels: tuple[int, ...], outcome: GradientOutcome) -> None:
    assert gradient_outcome(gradients(*levels)) is outcome


@given(st.lists(st.integers(1, 8), min_size=1))
def test_a_block_is_said_whatever_the_others_say(levels: list[int]) -> None:
    assert gradient_outcome(gradients(*levels, 8)) is GradientOutcome.blocked


def fist(*fingers: int) -> tuple[int, ...]:
    """How many showed 0 to 5 fingers."""
    return tally((one + 1 for one in fingers), 6)


@pytest.mark.parametrize(
    ("fingers", "outcome"),
    [
        ((3, 4, 5, 4), FistOutcome.consensus),
        ((3, 3, 4, 5), FistOutcome.consensus),  # half show 4 or 5
        ((3, 3, 3, 5), FistOutcome.weak),
        ((5, 5, 5, 2), FistOutcome.concerns),
        ((5, 5, 5, 0), FistOutcome.concerns),
        ((), FistOutcome.unanswered),
    ],
)
def test_fist_to_five_is_consensus_when_all_show_three_or_more(
    fingers: tuple[int, ...], outcome: FistOutcome
) -> None:
    assert fist_outcome(fist(*fingers)) is outcome


@pytest.mark.parametrize(
    ("consenting", "objections", "quorum", "outcome"),
    [
        (5, [], 5, ConsentOutcome.consent),
        (4, [], 5, ConsentOutcome.unanswered),
        (4, [S.integrated], 5, ConsentOutcome.consent),
        (9, [S.withdrawn, S.open], 5, ConsentOutcome.objections_open),
        (9, [S.overruled], 5, ConsentOutcome.overruled),
        (0, [], 0, ConsentOutcome.unanswered),
    ],
)
def test_silence_is_not_consent_and_an_open_objection_stops_it(
    consenting: int, objections: list[ObjectionState], quorum: int, outcome: ConsentOutcome
) -> None:
    assert consent_outcome(consenting, objections, quorum) is outcome


@pytest.mark.parametrize(
    ("scores", "agreed"),
    [
        ([4, 4, 5, 3], True),
        ([4, 4, 3, 3], False),
        ([4, 4, 5, 5, 1], False),  # 80 % agree, and a fifth does not
        ([4, 4, 4, 4, 4, 1], True),
        ([], None),
    ],
)
def test_a_number_for_consensus_needs_three_quarters_and_no_camp_against(
    scores: list[int], agreed: bool | None
) -> None:
    # Three quarters after Diamond et al. 2014, J. Clin. Epidemiol. 67(4):401-409.
    assert accord(tally(scores)) is agreed
