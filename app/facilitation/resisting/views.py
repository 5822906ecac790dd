"""What is shown of resistance: while people are asked how many have answered; then all of it but whose."""

from collections.abc import Mapping

from app.facilitation.answering import FEWEST
from app.facilitation.ids import OptionId, ParticipantId
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.lots import place_by_lot
from app.facilitation.merit.resistance import MOST, NONE, gain, least_first, resistance
from app.facilitation.resisting.record import LEAVE, Level, Survey, Surveys
from app.facilitation.state import State
from app.facilitation.views.sealed import closed_ones, open_one


def room_resistance(state: State, was: State | None, before: JsonDict | None) -> JsonDict:
    """What all see."""
    surveys = state.surveys
    shown = before.get("by_id") if before is not None else None
    by_id = closed_ones(surveys.by_id, was.surveys.by_id if was is not None else None, shown, _closed)
    view: JsonDict = {"order": list(by_id), "by_id": by_id}
    if surveys.now is not None:
        survey = surveys.now
        view["open"] = {
            "id": survey.id,
            "options": list(survey.options),
            "typed": _words(survey),
            "yes_no": survey.yes_no,
            "opened_at": survey.opened_at,
            **open_one(state, survey),
        }
    return view


def _words(survey: Survey) -> JsonDict:
    return {str(option): words for option, words in survey.words.items()}


def _closed(survey: Survey) -> JsonDict:
    answers: dict[OptionId, dict[str, int]] = {
        option: {who: level.level for who, level in survey.levels.get(option, {}).items()}
        for option in survey.options
    }
    if survey.yes_no:
        options: JsonDict = {option: _objected(own) for option, own in answers.items()}
        places: list[Json] = []
    else:
        options = {option: _option(answers[option], answers[LEAVE]) for option in survey.options}
        places = [list[Json](tied) for tied in _places(answers)]
    answered = len(survey.givers())
    assert survey.closed_at is not None
    return {
        "closed_at": survey.closed_at,
        "asked": survey.asked,
        "answered": answered,
        "left_out": survey.left_out,
        "early": answered < survey.asked,
        "typed": _words(survey),
        "order": list(survey.options),
        "yes_no": survey.yes_no,
        "options": options,
        "places": places,
        "needs": _needs(survey),
    }


def _places(answers: Mapping[OptionId, dict[str, int]]) -> list[list[str]]:
    return least_first({str(option): own for option, own in answers.items() if len(own) >= FEWEST})


def _objected(own: dict[str, int]) -> JsonDict:
    """How many have a reason against it, where one option alone was asked about."""
    if len(own) < FEWEST:
        return {"answered": len(own), "too_few": True}
    return {"answered": len(own), "too_few": False, "objections": list(own.values()).count(MOST)}


def _option(own: dict[str, int], leave: dict[str, int]) -> JsonDict:
    met = resistance(own)
    if met is None or met.answered < FEWEST:
        return {"answered": len(own), "too_few": True}
    view: JsonDict = {
        "answered": met.answered,
        "too_few": False,
        "total": met.total,
        "acceptance": round(met.acceptance, 1),
        "levels": [list(own.values()).count(level) for level in range(NONE, MOST + 1)],
        "hard": met.hard,
        "needs_answer": met.needs_answer,
    }
    above = gain(own, leave) if own is not leave and len(leave) >= FEWEST else None
    if above is not None:
        view["gain"] = round(above, 1)
        view["over_the_limit"] = above <= 0
    return view


def _needs(survey: Survey) -> JsonDict:
    said = [
        (option, level)
        for option in survey.options
        for level in survey.levels.get(option, {}).values()
        if level.ask
    ]
    said.sort(key=lambda one: place_by_lot(one[1].ask, survey.id))
    return {
        "order": [level.ask for _, level in said],
        "by_id": {level.ask: _need(option, level) for option, level in said},
    }


def _need(option: OptionId, level: Level) -> JsonDict:
    view: JsonDict = {"option": option, "text": level.needs, "met": level.met}
    if level.heard:
        view["heard"] = {"text": level.heard, "right": level.heard_right}
    if level.answer:
        view["answer"] = level.answer
    return view


def own_resistance(surveys: Surveys, participant: ParticipantId) -> JsonDict | None:
    """One's own answers while people are asked, and which needs are one's own."""
    view: JsonDict = {}
    if surveys.open is not None:
        survey = surveys.by_id[surveys.open]
        given: JsonDict = {
            option: _own(levels[participant])
            for option, levels in survey.levels.items()
            if participant in levels
        }
        if given:
            view["given"] = given
    mine: list[Json] = [
        levels[participant].ask
        for survey in surveys.by_id.values()
        if survey.closed_at is not None
        for levels in survey.levels.values()
        if participant in levels and levels[participant].ask
    ]
    if mine:
        view["needs"] = mine
    return view or None


def _own(level: Level) -> JsonDict:
    return {"level": level.level, "needs": level.needs} if level.needs else {"level": level.level}
