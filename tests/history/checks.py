"""One meeting through the core with a check of every kind."""

from app.facilitation.commands import AnswerCheck, CloseCheck, OpenCheck, SettleObjection, TallyCheck
from app.facilitation.ids import CheckId, CheckKind
from tests.facilitation.sitting import Sitting, sitting


def checks() -> Sitting:
    """Scales with and without paper, a ranking with a tie, and two objections."""
    s = sitting()
    people = [s.join(name) for name in ("Ana", "Bo", "Cy", "Dee", "Eli")]

    def opened(what: CheckKind, options: tuple[str, ...] = (), *, named: bool = False) -> CheckId:
        made = s.send(OpenCheck(what, "Shall we?", options, named, quorum=4, threshold=75), after=5_000).made
        assert made is not None
        return CheckId(made)

    for what, answers in (
        (CheckKind.temperature, (0, 1, 2, 2, 2)),
        (CheckKind.fist, (3, 3, 4, 5, 2)),
        (CheckKind.gradients, (1, 2, 2, 3, 5)),
    ):
        check = opened(what, named=what is CheckKind.fist)
        for who, answer in zip(people, answers, strict=True):
            s.send(AnswerCheck(check, answer), who)
        if what is CheckKind.gradients:
            s.send(TallyCheck(check, (1, 1, 1, 0, 0, 0, 0, 0)))
        s.send(CloseCheck(check), after=20_000)
    check = opened(CheckKind.ranked, ("Bus", "Tram", "Taxi"))
    for who, first in zip(people, (0, 1, 0, 1, 2), strict=True):
        s.send(AnswerCheck(check, ranking=((first,), tuple({0, 1, 2} - {first}))), who)
    s.send(CloseCheck(check))
    check = opened(CheckKind.consent, named=True)
    for who in people[:3]:
        s.send(AnswerCheck(check, 1), who)
    for who, reason in zip(people[3:], ("It shuts the night bus", "It costs too much"), strict=True):
        s.send(AnswerCheck(check, 0, reason=reason), who)
    s.send(CloseCheck(check))
    answers_ = s.state.checks.by_id[check].answers
    met, overruled = (answers_[who.participant].objection for who in people[3:])
    s.send(SettleObjection(check, met, "integrated"), people[3], after=60_000)
    s.send(SettleObjection(check, overruled, "overruled", "Three quarters, as said at the start"))
    return s
