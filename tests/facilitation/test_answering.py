"""Answers that are hidden until all are shown: who has a device answers alone, and who types for somebody
without one learns nothing by it.
"""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from app.facilitation.actors import Person
from app.facilitation.commands import AnswerCheck, Command, GiveResistance, GiveScore
from app.facilitation.ids import CheckKind, ParticipantId
from app.facilitation.merit.questions import Question
from app.facilitation.resisting.record import LEAVE
from tests.facilitation.checks.test_checks import Asked as Checked
from tests.facilitation.resisting.test_surveying import Asked as Surveyed
from tests.facilitation.scoring.scoring_room import ScoringRoom
from tests.facilitation.sitting import KEY, Sitting


@dataclass
class Asking:
    """People are asked: `command` answers with a level (0 to 5) for somebody."""

    s: Sitting
    command: Callable[[int, ParticipantId], Command]
    ana: Person
    dee: ParticipantId
    """Without a device."""


def scoring() -> Asking:
    r = ScoringRoom()
    r.open()
    return Asking(
        r.s,
        lambda level, who: GiveScore(r.round, r.ideas[0], Question.suitable, level, participant=who),
        r.people[0],
        r.w.dee,
    )


def check() -> Asking:
    a = Checked(CheckKind.fist)
    [dee] = a.s.seat("Seated")
    return Asking(a.s, lambda level, who: AnswerCheck(a.id, level, participant=who), a.people[0], dee)


def survey() -> Asking:
    a = Surveyed()
    return Asking(
        a.s, lambda level, who: GiveResistance(a.id, LEAVE, level, participant=who), a.people[0], a.w.dee
    )


every = pytest.mark.parametrize("asked", [scoring, check, survey])


@every
def test_nobody_answers_for_somebody_who_is_here_with_a_device(asked: Callable[[], Asking]) -> None:
    a = asked()
    a.s.send(a.command(4, a.ana.participant), a.ana)
    for guess in range(1, 6):
        for other in (a.s.facilitator, KEY):
            assert a.s.refused(a.command(guess, a.ana.participant), other).code == "not_allowed"


@every
def test_typing_for_somebody_does_not_tell_what_was_answered_before(asked: Callable[[], Asking]) -> None:
    told = []
    for typed in (2, 4):
        a = asked()
        a.s.send(a.command(4, a.dee))
        before = a.s.state.seq
        told.append(a.s.send(a.command(typed, a.dee)).seq - before)
    assert told[0] == told[1]


@every
def test_the_same_answer_again_by_who_gave_it_is_no_news(asked: Callable[[], Asking]) -> None:
    a = asked()
    first = a.s.send(a.command(4, a.ana.participant), a.ana)
    assert a.s.send(a.command(4, a.ana.participant), a.ana).seq == first.seq
