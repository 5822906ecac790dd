"""One meeting through the core whose checks are without names, and so end as mixed ballots."""

from app.facilitation.actors import Person
from app.facilitation.commands import AnswerCheck, CloseCheck, OpenCheck, SettleObjection
from app.facilitation.ids import CheckId, CheckKind
from tests.facilitation.sitting import Sitting, sitting

REASON = "It shuts the night bus"


def opened(s: Sitting, what: CheckKind, options: tuple[str, ...] = (), *, named: bool = False) -> CheckId:
    """A check that everybody is asked."""
    made = s.send(OpenCheck(what, "Shall we?", options, named), after=5_000).made
    assert made is not None
    return CheckId(made)


def five() -> tuple[Sitting, list[Person]]:
    """A meeting of five."""
    s = sitting()
    return s, [s.join(name) for name in ("Ana", "Bo", "Cy", "Dee", "Eli")]


def ballots() -> Sitting:
    """A fist to five that somebody thinks better of, a ranking, and an objection that is overruled."""
    s, people = five()
    fist = opened(s, CheckKind.fist)
    for who, answer in zip(people, (0, 3, 4, 5, 2), strict=True):
        s.send(AnswerCheck(fist, answer), who, after=1_000)
    s.send(AnswerCheck(fist, 4), people[0], after=1_000)
    s.send(CloseCheck(fist))
    ranked = opened(s, CheckKind.ranked, ("Bus", "Tram", "Taxi"))
    for who, first in zip(people, (2, 1, 0, 1, 1), strict=True):
        s.send(AnswerCheck(ranked, ranking=((first,), tuple({0, 1, 2} - {first}))), who)
    s.send(CloseCheck(ranked))
    consent = opened(s, CheckKind.consent)
    for who in people[:4]:
        s.send(AnswerCheck(consent, 1), who)
    s.send(AnswerCheck(consent, 0, reason=REASON), people[4])
    s.send(CloseCheck(consent))
    objection = next(each.objection for each in s.state.checks.by_id[consent].ballots if each.objection)
    s.send(SettleObjection(consent, objection, "overruled", "Four of five, as said at the start"))
    return s
