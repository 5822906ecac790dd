"""What stands in the columns of a decision, found in what the session holds: an option's words, its middle
answers, how hard it is to live with, and which options the answers put first.
"""

from collections.abc import Mapping
from fractions import Fraction

from app.facilitation.answering import FEWEST
from app.facilitation.decisions.record import Filled
from app.facilitation.ideas.record import IdeaState
from app.facilitation.ids import Column, IdeaId, OptionId, RemarkId
from app.facilitation.merit.questions import Question
from app.facilitation.merit.resistance import gain, resistance
from app.facilitation.merit.tally import mean
from app.facilitation.resisting.record import LEAVE, Survey
from app.facilitation.scoring.record import Results
from app.facilitation.state import State

ASKED_OF = {
    Column.to_run: (Question.feasible,),
    Column.to_live_with: (Question.acceptable, Question.beneficial),
}
"""Which questions tell what is best to run, and what is best to live with, where too few have said what they
bring.
"""
WHOSE = {Column.to_run: "professional", Column.to_live_with: "lived_experience"}
"""Whose answers tell it otherwise: the labels that a room asks for as long as it sets no others."""


def words_of(state: State, filled: Filled) -> str:
    """The words of a column: those written there, else its option's as they were worded then; empty where
    there are none, or its idea is held back.
    """
    if filled.text or filled.option in (None, LEAVE):
        return filled.text
    idea = state.ideas.by_id.get(IdeaId(str(filled.option)))
    if idea is None or idea.state is IdeaState.held_back:
        return ""
    return (*idea.earlier, idea.text)[filled.wording]


def concern_of(state: State, remark: RemarkId | None) -> str:
    """The words of a concern; empty where its idea is held back."""
    for idea in state.ideas.by_id.values():
        for one in idea.remarks:
            if one.id == remark:
                return "" if idea.state is IdeaState.held_back else one.text
    return ""


def newest_results(state: State, option: OptionId | None = None) -> Results | None:
    """The results of the newest closed round, of those in which this option was scored. One that was closed
    before enough people had answered takes nothing away from the round before it.
    """
    closed = [one.results for one in state.scores.rounds.values() if one.results is not None]
    found = [one for one in reversed(closed) if option is None or option in one.verdicts]
    return next((one for one in found if _says_something(one)), found[0] if found else None)


def _says_something(results: Results) -> bool:
    return any(not one.too_few for verdict in results.verdicts.values() for one in verdict.questions.values())


def newest_survey(state: State, option: OptionId) -> Survey | None:
    """The newest closed survey of resistance in which this option was asked about."""
    for one in tuple(state.surveys.by_id.values())[::-1]:
        if one.closed_at is not None and option in one.options and not one.yes_no:
            return one
    return None


def filled_with(state: State, option: OptionId) -> Filled:
    """An option with all that is known of it."""
    results = newest_results(state, option)
    marks: tuple[int, ...] = ()
    if results is not None:
        of = results.verdicts[option].questions
        marks = tuple(0 if of[question].too_few else (of[question].median or 0) for question in Question)
    idea = state.ideas.by_id.get(IdeaId(str(option)))
    return Filled(
        option=option,
        wording=len(idea.earlier) if idea is not None else 0,
        marks=marks if any(marks) else (),
        acceptance=_acceptance(state, option),
    )


def _acceptance(state: State, option: OptionId) -> float | None:
    survey = newest_survey(state, option)
    met = resistance(_levels(survey, option)) if survey is not None else None
    return None if met is None or met.answered < FEWEST else round(met.acceptance, 1)


def _levels(survey: Survey, option: OptionId) -> dict[str, int]:
    return {who: level.level for who, level in survey.levels.get(option, {}).items()}


def over_the_limit(state: State, option: OptionId | None) -> bool:
    """Whether an option meets as much resistance as leaving things as they are, or more: that is the limit of
    the reasonable (Visotschnig & Schrotta 2005, Das SK-Prinzip).
    """
    survey = newest_survey(state, option) if option is not None and option != LEAVE else None
    if survey is None or option is None:
        return False
    own, leave = _levels(survey, option), _levels(survey, OptionId(LEAVE))
    if min(len(own), len(leave)) < FEWEST:
        return False
    above = gain(own, leave)
    return above is not None and above <= 0


def best_by_people(state: State, label: str, chosen: OptionId | None) -> OptionId | None:
    """The option that people of one perspective put first in the newest round, by the sum of their means on
    the four questions; of equals the chosen one, else the first by id. None where their answers may not be
    shown on all of an option's questions: a few people would be known by them.
    """
    results = newest_results(state, chosen) or newest_results(state)
    if results is None:
        return None
    means: dict[OptionId, Fraction] = {}
    for idea, questions in results.by_perspective.tallies.items():
        if state.ideas.by_id[IdeaId(idea)].state is IdeaState.held_back:
            continue
        of = [mean(questions[question][label]) for question in questions if label in questions[question]]
        known = [one for one in of if one is not None]
        if len(known) == len(Question):
            means[OptionId(idea)] = sum(known, Fraction())
    return _first(means, chosen)


def _first(means: Mapping[OptionId, Fraction], chosen: OptionId | None) -> OptionId | None:
    if not means:
        return None
    return min(means, key=lambda option: (-means[option], option != chosen, option))


def best_by(state: State, questions: tuple[Question, ...], chosen: OptionId | None) -> OptionId | None:
    """The option that the answers to these questions put first in the newest round (with `chosen` in it,
    where there is such a one); of equals the chosen one, else the first by id. None where nothing was scored.
    """
    results = newest_results(state, chosen) or newest_results(state)
    if results is None:
        return None
    means: dict[OptionId, Fraction] = {}
    for idea, verdict in results.verdicts.items():
        if state.ideas.by_id[IdeaId(idea)].state is IdeaState.held_back:
            continue
        of = [verdict.questions[question] for question in questions]
        known = [one.mean for one in of if one.mean is not None and not one.too_few]
        if len(known) == len(questions):
            means[OptionId(idea)] = sum(known, Fraction())
    return _first(means, chosen)
