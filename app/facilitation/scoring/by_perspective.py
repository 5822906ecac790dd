"""What people of different experience said of the same idea, where there are enough of each; and the lens."""

from collections.abc import Mapping
from fractions import Fraction

from app.facilitation.commands import Leaning
from app.facilitation.draft import Draft
from app.facilitation.events import PerspectiveTally
from app.facilitation.merit.perspectives import (
    LEAST_WEIGHT,
    MOST_WEIGHT,
    Divergence,
    divergence,
    lens_disagrees,
    lens_merit,
)
from app.facilitation.merit.questions import Question
from app.facilitation.merit.tally import Tally, tally
from app.facilitation.perspectives.showing import members
from app.facilitation.refusals import Refused
from app.facilitation.scoring.record import PerspectiveResults, Round
from app.facilitation.state import State


def checked_lens(draft: Draft, lens: tuple[Leaning, ...]) -> tuple[Leaning, ...]:
    """The lens, if it leans on what the room asks for and not too far. Raises Refused."""
    for leaning in lens:
        if leaning.perspective not in draft.state.perspectives.labels:
            raise Refused("unknown_perspective", "This room does not ask for that perspective.")
        if not LEAST_WEIGHT <= leaning.weight <= MOST_WEIGHT:
            raise Refused("off_scale", f"A perspective weighs from {LEAST_WEIGHT} to {MOST_WEIGHT}.")
    if len({(leaning.question, leaning.perspective) for leaning in lens}) < len(lens):
        raise Refused("malformed", "Say once for each question how a perspective weighs.")
    return lens


def tallies(state: State, now: Round) -> tuple[PerspectiveTally, ...]:
    """What may be shown of a round by perspective, as people have declared themselves now."""
    if not state.perspectives.asked:
        return ()
    found: list[PerspectiveTally] = []
    for idea in now.ideas:
        answers = now.answers.get(idea, {})
        for question in Question:
            scores = {
                who: score
                for who, given in answers.items()
                if question in given and (score := given[question].score) is not None
            }
            groups = members(state.people.by_id[who] for who in scores)
            found += (
                PerspectiveTally(idea, question, label, tally(scores[who] for who in group))
                for label, group in groups.items()
            )
    return tuple(found)


def perspective_results(
    now: Round, found: tuple[PerspectiveTally, ...], equal: Mapping[str, Fraction]
) -> PerspectiveResults:
    """What follows from the tallies; `equal` are the merits with equal weights."""
    if not found:
        return PerspectiveResults()
    by_idea: dict[str, dict[Question, dict[str, Tally]]] = {}
    for one in found:
        by_idea.setdefault(one.idea, {}).setdefault(one.question, {})[one.perspective] = one.counts
    apart: dict[str, dict[Question, Divergence]] = {}
    for idea, questions in by_idea.items():
        for question, labels in questions.items():
            differ = divergence(labels)
            if differ is not None:
                apart.setdefault(idea, {})[question] = differ
    weights: dict[Question, dict[str, float]] = {}
    for leaning in now.lens:
        weights.setdefault(leaning.question, {})[leaning.perspective] = leaning.weight
    merits: dict[str, Fraction] = {}
    for idea, questions in by_idea.items():
        merit = lens_merit(questions, weights) if now.lens else None
        if merit is not None and idea in equal:
            merits[idea] = merit
    return PerspectiveResults(by_idea, apart, merits, lens_disagrees(equal, merits))
