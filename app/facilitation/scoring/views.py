"""What is shown of scores: while a round is open how many have answered; once it is closed, all but whose.

Figures of fewer than three answers are not shown, and reasons stand in an order made by lot.
"""

from fractions import Fraction

from app.facilitation.ids import IdeaId, ParticipantId, SessionId
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.lots import place_by_lot
from app.facilitation.merit.bridging import Bridge, most_bridging_first
from app.facilitation.merit.common_ground import ground
from app.facilitation.merit.lowest_third import most_bearable_first
from app.facilitation.merit.opinion_groups import SMALLEST
from app.facilitation.merit.perspectives import each_way
from app.facilitation.merit.questions import Question
from app.facilitation.merit.tally import answered, mean
from app.facilitation.merit.verdict import IdeaVerdict, QuestionVerdict, best_first, ranked
from app.facilitation.scoring.record import PerspectiveResults, Results, Round, Scores
from app.facilitation.scoring.rounds import groups_are_sought
from app.facilitation.state import State
from app.facilitation.views.sealed import closed_ones, open_one

PLACES = 4
"""Figures are given to so many places; more would only show how they were rounded."""


def room_scoring(state: State, was: State | None, before: JsonDict | None) -> JsonDict:
    """What all see."""
    scores = state.scores
    shown = before.get("rounds") if before is not None else None
    rounds = closed_ones(scores.rounds, was.scores.rounds if was is not None else None, shown, _closed)
    view: JsonDict = {"order": list(rounds), "rounds": rounds}
    if scores.now is not None:
        now = scores.now
        opened: JsonDict = {
            "id": now.id,
            "number": now.number,
            "ideas": list(now.ideas),
            "scale": now.scale.value,
            "opened_at": now.opened_at,
            **open_one(state, now),
        }
        if now.lens:
            opened["lens"] = _lens(now)
        view["open"] = opened
    return view


def _closed(now: Round) -> JsonDict:
    results = now.results
    assert results is not None
    view: JsonDict = {
        "number": now.number,
        "scale": now.scale.value,
        "closed_at": now.closed_at or 0,
        "asked": now.asked,
        "answered": len(now.givers()),
        "order": list(now.ideas),
        "ideas": {idea: _idea(now, idea, results) for idea in now.ideas},
        "by_merit": _places(best_first(results.verdicts)),
        "by_bearing": _places(_by_bearing(results)),
        "groups": [len(members) for members in now.groups],
        "sought": groups_are_sought(now),
    }
    if now.lens:
        view["lens"] = _lens(now)
        view["by_lens"] = _places(ranked(results.by_perspective.merits))
    return view


def _by_bearing(results: Results) -> list[list[str]]:
    """Ideas by what all can live with. Where there are groups, by the one that agrees least: one large group
    would outvote the others in a share of everybody. Ideas on which a group has said too little come after.
    """
    ranked_ones = {idea: one.bearing for idea, one in results.verdicts.items() if one.bearing is not None}
    bridges = {idea: results.bridges[idea] for idea in ranked_ones if idea in results.bridges}
    others = {idea: one for idea, one in ranked_ones.items() if idea not in bridges}
    return most_bridging_first(bridges) + most_bearable_first(others)


def _rounded(figure: Fraction | float) -> float:
    return round(float(figure), PLACES)


def _lens(now: Round) -> list[Json]:
    return [
        {"question": one.question.value, "perspective": one.perspective, "weight": one.weight}
        for one in now.lens
    ]


def _places(places: list[list[str]]) -> list[Json]:
    return [list[Json](tied) for tied in places]


def _idea(now: Round, idea: IdeaId, results: Results) -> JsonDict:
    verdict = results.verdicts[idea]
    view: JsonDict = {
        "questions": {
            question.value: _question(one, _reasons(now, idea, question))
            | _by_perspective(results.by_perspective, idea, question, one)
            for question, one in verdict.questions.items()
        },
        "red_flags": [question.value for question in verdict.red_flags],
    }
    if verdict.merit is not None:
        view["merit"] = _rounded(verdict.merit)
    if verdict.merit is not None and verdict.lowest_median is not None:
        view["lowest_median"] = verdict.lowest_median
    if idea in results.by_perspective.merits:
        view["lens_merit"] = _rounded(results.by_perspective.merits[idea])
        view["lens_moved"] = idea in results.by_perspective.moved
    said = {
        question: one
        for question, one in results.by_perspective.apart.get(idea, {}).items()
        if not verdict.questions[question].too_few
    }
    if said:
        view["each_way"] = [
            {"asked": one.asked, "others": one.others, "question": one.question.value, "more": one.more}
            for one in each_way(said)
        ]
    view |= _bearing(verdict)
    if idea in results.bridges and not _few_in_no_group(now, idea):
        view["bridge"] = _bridge(results.bridges[idea])
    if verdict.bearing is not None:
        divided = verdict.questions[Question.acceptable].divided
        view["ground"] = ground(results.bridges.get(idea), verdict.bearing.cannot_accept, divided).value
    return view


def _few_in_no_group(now: Round, idea: IdeaId) -> bool:
    """Whether one or two who belong to no group answered *acceptable*: what all said less what the groups did
    would be theirs. Its rank and its ground stand all the same.
    """
    grouped = {who for members in now.groups for who in members}
    answers = now.answers.get(idea, {})
    outside = sum(Question.acceptable in given for who, given in answers.items() if who not in grouped)
    return 0 < outside < SMALLEST


def _by_perspective(
    results: PerspectiveResults, idea: IdeaId, question: Question, verdict: QuestionVerdict
) -> JsonDict:
    """What each perspective said, where it may be shown; and whether two of them are apart."""
    labels = results.tallies.get(idea, {}).get(question)
    if not labels or verdict.too_few:
        return {}
    view: JsonDict = {
        "by_perspective": {
            label: {"answered": answered(counts), "mean": _rounded(own)}
            for label, counts in labels.items()
            if (own := mean(counts)) is not None
        }
    }
    apart = results.apart.get(idea, {}).get(question)
    if apart is not None:
        view["apart"] = {"higher": apart.higher, "lower": apart.lower}
    return view


def _bearing(verdict: IdeaVerdict) -> JsonDict:
    if verdict.bearing is None:
        return {}
    return {
        "cannot_accept": _rounded(verdict.bearing.cannot_accept),
        "lowest_third": _rounded(verdict.bearing.lowest_third),
    }


def _bridge(bridge: Bridge) -> JsonDict:
    return {
        "product": _rounded(bridge.product),
        "root": _rounded(bridge.root),
        "lowest": _rounded(bridge.lowest),
        "highest": _rounded(bridge.highest),
    }


def _question(verdict: QuestionVerdict, reasons: list[Json]) -> JsonDict:
    view: JsonDict = {"answered": sum(verdict.counts), "too_few": verdict.too_few}
    if verdict.too_few:
        return view
    view |= {
        "cannot_say": verdict.cannot_say,
        "counts": list(verdict.counts),
        "divided": verdict.divided,
        "agreed": verdict.agreed,
        "red_flag": verdict.red_flag,
        "reasons": reasons,
    }
    for name, figure in (
        ("median", verdict.median),
        ("mean", verdict.mean),
        ("agreement", verdict.agreement),
        ("division", verdict.division),
    ):
        if figure is not None:
            view[name] = figure if isinstance(figure, int) else _rounded(figure)
    return view


def _reasons(now: Round, idea: IdeaId, question: Question) -> list[Json]:
    said = [
        given[question].reason
        for given in now.answers.get(idea, {}).values()
        if question in given and given[question].reason
    ]
    said.sort(key=lambda reason: place_by_lot(reason, now.id))
    return list[Json](said)


def own_scoring(scores: Scores, session: SessionId, participant: ParticipantId) -> JsonDict | None:
    """One's own answers in the round that is open, and the ideas in one's own order: what stands first is
    worth more, so it is another one for everybody.
    """
    if scores.open is None:
        return None
    now = scores.rounds[scores.open]
    order = sorted(now.ideas, key=lambda idea: place_by_lot(idea, f"{session} {participant}"))
    given: JsonDict = {}
    for idea in order:
        own = now.answers.get(idea, {}).get(participant)
        if own:
            given[idea] = {question.value: _given(one.score, one.reason) for question, one in own.items()}
    return {"round": now.id, "order": list(order), "given": given}


def _given(score: int | None, reason: str) -> JsonDict:
    view: JsonDict = {"cannot_say": True} if score is None else {"score": score}
    if reason:
        view["reason"] = reason
    return view
