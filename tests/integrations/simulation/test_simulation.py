"""Simulated meetings: the same dice give the same meeting, and only what is said to act changes it."""

import statistics
from dataclasses import fields, replace
from pathlib import Path

import pytest

from app.facilitation.ids import Mode, Policy
from app.facilitation.nudges.actions import GO_ROUND
from app.integrations.rttm import RttmError
from app.integrations.simulation.experiment import CONDITIONS, experiment, meetings_in_all, variations
from app.integrations.simulation.fit import beside
from app.integrations.simulation.meeting import Conditions, Meeting
from app.integrations.simulation.parameters import EFFECTS, Parameters, described
from app.integrations.simulation.shape import Shape, shape

MEETINGS = Path(__file__).parents[4] / "shared" / "data" / "meetings"
NOBODY_REACTS = replace(Parameters(), acts_on=0.0, told_length=1.0)


def held(people: int, minutes: float, seed: int, conditions: Conditions, numbers: Parameters) -> Shape:
    """The shape of one meeting."""
    meeting = Meeting(people, minutes, seed, conditions, numbers)
    return shape(meeting.run(), meeting.table.people, seed)


def test_the_same_seed_gives_the_same_meeting_to_the_event() -> None:
    first, again = (Meeting(5, 12, 3, Conditions(nudges=True), Parameters()).run() for _ in range(2))
    assert first == again
    assert first != Meeting(5, 12, 4, Conditions(nudges=True), Parameters()).run()


def test_people_have_the_same_habits_under_every_condition() -> None:
    habits = {
        tuple(Meeting(6, 5, 9, conditions, Parameters()).habits.weights) for conditions in CONDITIONS.values()
    }
    assert len(habits) == 1


def test_nudges_that_nobody_reacts_to_change_nothing() -> None:
    left_alone = held(6, 25, 11, Conditions(), NOBODY_REACTS)
    assert held(6, 25, 11, Conditions(nudges=True), NOBODY_REACTS) == left_alone


def test_who_is_told_that_they_talk_most_talks_less_from_then_on() -> None:
    silenced = replace(Parameters(), told_length=0.01)
    loud = [seed for seed in range(6) if held(4, 30, seed, Conditions(), Parameters()).largest_share > 0.4]
    assert loud
    before = sum(held(4, 30, seed, Conditions(), silenced).largest_share for seed in loud)
    after = sum(held(4, 30, seed, Conditions(nudges=True), silenced).largest_share for seed in loud)
    assert after < before


def test_people_who_tend_to_talk_alike_are_as_unequal_as_chance_makes_them() -> None:
    alike = replace(
        Parameters(), next_talker_ratio=0.95, next_talker_ratio_spread=0.0, answers_back=1.0, talks_over=0.0
    )
    beyond = [held(4, 30, seed, Conditions(), alike).beyond_chance for seed in range(6)]
    assert abs(statistics.median(beyond)) < 0.05


def test_with_a_queue_only_the_floor_is_heard() -> None:
    meeting = Meeting(5, 15, 2, Conditions(queue=True), Parameters())
    state = meeting.run()
    assert state.floor.turns >= 5
    figures = state.speech.figures(state.last_at)
    assert figures.overlap_ms == 0
    assert figures.talk_ms > 0


def test_a_round_first_gives_everybody_one_turn_and_then_the_floor_is_open() -> None:
    meeting = Meeting(5, 15, 2, Conditions(round_first=True), Parameters())
    state = meeting.run()
    assert state.floor.turns == 5
    assert state.floor.mode is Mode.open
    assert min(state.speech.figures(state.last_at).people[who].turns for who in meeting.table.people) >= 1


@pytest.mark.parametrize("queue", [False, True])
def test_when_a_facilitator_goes_round_all_speak_once_and_the_meeting_goes_on_as_before(queue: bool) -> None:
    ready = replace(
        Parameters(), acts_on=1.0, without_device=1.0, hands_a_minute=1.5, round_turn_log_mean=1.5
    )
    rounds = 0
    for seed in range(4):
        meeting = Meeting(4, 30, seed, Conditions(queue=queue, nudges=True), ready)
        state = meeting.run()
        assert state.floor.mode is (Mode.queue if queue else Mode.open)
        gone_at = [n.acted_at for n in state.nudges.by_id.values() if n.action == GO_ROUND and n.acted_at]
        for at in gone_at:
            if at < state.last_at - 180_000:
                rounds += 1
                talk = state.speech.all_talk(at, at + 120_000, meeting.table.people)
                assert set(talk) == set(meeting.table.people), "everybody was heard"
                assert state.speech.all_talk(at + 120_000, state.last_at), "talk went on"
    assert rounds


def test_every_number_says_its_unit_its_source_and_whether_it_was_measured() -> None:
    numbers = described(Parameters())
    assert {one.name for one in numbers} == {one.name for one in fields(Parameters)}
    assert all(one.unit and one.source and one.mark for one in numbers)
    assert set(EFFECTS) <= {one.name for one in numbers}


def test_ten_meetings_give_a_row_for_every_condition_and_every_doubt() -> None:
    done: list[int] = []
    rows = experiment(sizes=(4,), meetings=10, minutes=11, progress=done.append)
    assert [row.condition for row in rows[: len(CONDITIONS)]] == list(CONDITIONS)
    assert len(rows) == len(CONDITIONS) + len(list(variations(Parameters())))
    assert done[-1] == meetings_in_all((4,), 10)
    for row in rows:
        assert row.meetings == 10
        assert row.beyond_chance.low <= row.beyond_chance.median <= row.beyond_chance.high
        assert (row.difference is None) == (row.condition == "nothing")
    by_name = {row.condition: row for row in rows}
    assert by_name["nothing"].acted == 0
    assert by_name["both, acts_on none"].acted == 0


def test_the_queue_follows_the_policy_that_is_tried() -> None:
    meeting = Meeting(8, 20, 5, Conditions(queue=True, policy=Policy.fifo), Parameters())
    assert meeting.run().floor.policy is Policy.fifo


@pytest.mark.skipif(not MEETINGS.exists(), reason="needs the recorded meetings in ../shared/data/meetings")
def test_simulated_talk_lies_among_recorded_talk() -> None:
    found = {one.figure: one for one in beside(MEETINGS, each=1)}
    for figure in ("utterance_s", "turn_s", "changes_a_minute", "offset_s", "overlapping_changes", "silence"):
        low, _, high = found[figure].recorded
        spread = high - low
        assert low - spread <= found[figure].simulated[1] <= high + spread, figure


def test_a_folder_without_recordings_is_refused_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RttmError, match="fewer than two"):
        beside(tmp_path)
