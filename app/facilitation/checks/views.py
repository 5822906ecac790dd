"""What is shown of checks: while one is open how many have answered; once it is closed, counts and words.

By name only where that was said at opening. Fewer than three answers without names are not shown.
"""

from app.facilitation.checks.record import OBJECTION, Check, Checks
from app.facilitation.ideas.collecting import shuffled
from app.facilitation.ids import CheckKind, ParticipantId
from app.facilitation.merit.polls import consent_outcome, fist_outcome, gradient_outcome
from app.facilitation.merit.ranked import schulze
from app.facilitation.views.rendering import Json, JsonDict

FEWEST = 3
"""Below this many answers a result without names would still show whose they are."""

SUPPORT = {CheckKind.fist: (3, 4, 5), CheckKind.gradients: (0, 1, 2), CheckKind.consent: (1,)}
"""Which steps of a tally support what was asked: three fingers or more, gradients 1 to 3, consent."""


def room_checks(checks: Checks, asked: int, was: Checks | None, before: JsonDict | None) -> JsonDict:
    """What all see; a check that has not changed is shared with the view before."""
    known = before.get("by_id") if before is not None else None
    by_id: JsonDict = {}
    for check_id, check in checks.by_id.items():
        if check.closed_at is None:
            continue
        if was is not None and was.by_id.get(check_id) is check and isinstance(known, dict):
            by_id[check_id] = known[check_id]
        else:
            by_id[check_id] = _closed(check)
    view: JsonDict = {"order": list(by_id), "by_id": by_id}
    if checks.open is not None:
        check = checks.by_id[checks.open]
        view["open"] = {
            **_asked(check),
            "id": check.id,
            "opened_at": check.opened_at,
            "answered": check.answered,
            "asked": asked,
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
    view: JsonDict = {
        **_asked(check),
        "answered": check.answered,
        "asked": check.asked,
        "on_paper": sum(check.paper),
        "quorate": check.answered >= max(1, check.quorum),
        "too_few": not check.named and _too_few(check),
    }
    if check.named:
        view["by_name"] = {
            who: check.answers[who].answer
            for who in sorted(check.answers)
            if check.what is not CheckKind.ranked
        }
    if view["too_few"]:
        return view
    if check.what is CheckKind.ranked:
        names = [str(number) for number in range(len(check.options))]
        ballots = [
            [[str(option) for option in tied] for tied in given.ranking] for given in check.answers.values()
        ]
        places = schulze(names, ballots).places
        view["places"] = [[int(option) for option in tied] for tied in places]
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
    if check.what is CheckKind.consent:
        view["objections"] = _objections(check)
    return view


def _too_few(check: Check) -> bool:
    """Whether a result would show whose an answer is: to all, or to who counted the paper."""
    alone = len(check.answers)
    return check.answered < FEWEST or (bool(check.paper) and 0 < alone < FEWEST)


def _outcome(check: Check, counts: tuple[int, ...]) -> str:
    if check.what is CheckKind.fist:
        return fist_outcome(counts).value
    if check.what is CheckKind.gradients:
        return gradient_outcome(counts).value
    if check.what is CheckKind.consent:
        states = [given.state for given in check.answers.values() if given.answer == OBJECTION]
        return consent_outcome(counts[1], states, check.quorum).value
    return ""


def _objections(check: Check) -> JsonDict:
    made = sorted(
        (given for given in check.answers.values() if given.objection),
        key=lambda given: shuffled(given.objection, check.id),
    )
    by_id: JsonDict = {}
    for given in made:
        one: JsonDict = {"reason": given.reason, "state": given.state.value}
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
