"""What is shown of checks: while one is open how many have answered; once it is closed, counts and words.

By name only where that was said at opening. Fewer than three answers without names are not shown.
"""

from app.facilitation.checks.record import OBJECTION, SUPPORT, Check, Checks
from app.facilitation.checks.too_few import too_few
from app.facilitation.ids import CheckKind, ParticipantId
from app.facilitation.jsonable import Json, JsonDict
from app.facilitation.lots import place_by_lot
from app.facilitation.merit.median import lower_median
from app.facilitation.merit.polls import consent_outcome, fist_outcome, gradient_outcome, score_outcome
from app.facilitation.merit.ranked import schulze
from app.facilitation.state import State
from app.facilitation.views.sealed import closed_ones, open_one


def room_checks(state: State, was: State | None, before: JsonDict | None) -> JsonDict:
    """What all see."""
    checks = state.checks
    shown = before.get("by_id") if before is not None else None
    by_id = closed_ones(checks.by_id, was.checks.by_id if was is not None else None, shown, _closed)
    view: JsonDict = {"order": list(by_id), "by_id": by_id}
    if checks.now is not None:
        check = checks.now
        view["open"] = {
            **_asked(check),
            "id": check.id,
            "opened_at": check.opened_at,
            "on_paper": check.on_paper,
            **open_one(state, check, answered=check.answered),
        }
    return view


def _asked(check: Check) -> JsonDict:
    return {
        "what": check.what.value,
        "asks": check.asks,
        "options": list[Json](check.options),
        "named": check.named,
        "quorum": check.quorum,
        "threshold": check.threshold,
    }


def _closed(check: Check) -> JsonDict:
    assert check.closed_at is not None
    view: JsonDict = {
        **_asked(check),
        "closed_at": check.closed_at,
        "answered": check.answered,
        "asked": check.asked,
        "left_out": check.left_out,
        "early": check.answered < check.asked,
        "on_paper": check.on_paper,
        "quorate": check.answered >= max(1, check.quorum),
        "too_few": too_few(check),
    }
    if check.named:
        # Of a ranking no single step could stand beside a name.
        alone = check.answers if check.what is not CheckKind.ranked else {}
        view["by_name"] = {who: alone[who].answer for who in sorted(alone)}
    if view["too_few"]:
        return view
    if check.what is CheckKind.ranked:
        names = [str(number) for number in range(len(check.options))]
        ballots = [[[str(option) for option in tied] for tied in ranking] for ranking in check.rankings]
        found = schulze(names, ballots)
        view["places"] = [[int(option) for option in tied] for tied in found.places]
        view["beats"] = [[found.beats[a].get(b, 0) for b in names] for a in names]
        return view
    counts = check.counts()
    view["counts"] = list(counts)
    outcome = _outcome(check, counts)
    if outcome:
        view["outcome"] = outcome
    if check.what in SUPPORT:
        support = sum(counts[step] for step in SUPPORT[check.what])
        view["support"] = support
        view["reached"] = bool(view["quorate"]) and 100 * support >= check.threshold * check.answered
    if check.what is CheckKind.score:
        median = lower_median(counts)
        if median is not None:
            view["median"] = median
    if check.what is CheckKind.consent:
        view["objections"] = _objections(check)
    return view | _said(check)


def _said(check: Check) -> JsonDict:
    """What people wrote beside their answers, objections aside, in an order made by lot."""
    beside = [given for given in check.given if not given.objection]
    said: dict[str, list[str]] = {
        "reasons": [given.reason for given in beside if given.reason],
        "needs": [given.needs for given in beside if given.needs],
    }
    view: JsonDict = {}
    for name, texts in said.items():
        if texts:
            texts.sort(key=lambda text: place_by_lot(text, check.id))
            view[name] = list[Json](texts)
    return view


def _outcome(check: Check, counts: tuple[int, ...]) -> str:
    if check.what is CheckKind.fist:
        return fist_outcome(counts).value
    if check.what is CheckKind.gradients:
        return gradient_outcome(counts).value
    if check.what is CheckKind.consent:
        states = [given.state for given in check.given if given.answer == OBJECTION]
        return consent_outcome(counts[1], states, check.quorum).value
    if check.what is CheckKind.score:
        return score_outcome(counts).value
    return ""


def _objections(check: Check) -> JsonDict:
    made = sorted(
        (given for given in check.given if given.objection),
        key=lambda given: place_by_lot(given.objection, check.id),
    )
    by_id: JsonDict = {}
    for given in made:
        one: JsonDict = {"reason": given.reason, "state": given.state.value}
        if given.needs:
            one["needs"] = given.needs
        if given.rule:
            one["rule"] = given.rule
        by_id[given.objection] = one
    return {"order": [given.objection for given in made], "by_id": by_id}


def own_check(checks: Checks, participant: ParticipantId) -> JsonDict | None:
    """One's own answer to the check that is open, and one's objections that are not settled."""
    view: JsonDict = {}
    if checks.open is not None:
        given = checks.by_id[checks.open].answers.get(participant)
        if given is not None:
            view["answer"] = given.answer
            view["ranking"] = [list[Json](tied) for tied in given.ranking]
            if given.reason:
                view["reason"] = given.reason
            if given.needs:
                view["needs"] = given.needs
    mine: list[Json] = [
        given.objection
        for check in checks.by_id.values()
        if check.closed_at is not None
        and (given := check.answers.get(participant)) is not None
        and given.objection
    ]
    if mine:
        view["objections"] = mine
    return view or None
