"""One meeting in which people say where they stand and what they need, and whether they were understood."""

from app.facilitation.commands import (
    AnswerAsk,
    AnswerCheck,
    CloseCheck,
    CloseResistance,
    ConfirmAsk,
    GiveResistance,
    OpenCheck,
    OpenResistance,
    SayAskMet,
    SayBackAsk,
    SettleObjection,
)
from app.facilitation.ids import CheckId, CheckKind, OptionId, SurveyId
from tests.facilitation.ideas.writing import workshop
from tests.facilitation.sitting import Sitting


def standing() -> Sitting:
    """A score, consent with a change asked for, and an option that is no idea; answers of Dee, who has no
    device, are typed.
    """
    w = workshop()
    s = w.s
    check = _opened(s, CheckKind.score)
    for who, answer in ((w.ana, 4), (w.bo, 2), (w.cy, 5)):
        s.send(AnswerCheck(check, answer, needs="A lift" if answer == 2 else ""), who, after=2_000)
    s.send(AnswerCheck(check, 4, participant=w.dee))
    s.send(CloseCheck(check))
    check = _opened(s, CheckKind.consent)
    for who in (w.ana, w.bo, w.cy):
        s.send(AnswerCheck(check, 1), who)
    objects = AnswerCheck(check, 0, reason="No step-free way", needs="A ramp", participant=w.dee)
    s.send(objects)
    s.send(CloseCheck(check), after=5_000)
    objection = s.state.checks.by_id[check].answers[w.dee].objection
    s.send(SettleObjection(check, objection, "integrated", participant=w.dee))
    made = s.send(OpenResistance(options=("A night bus", "A shared taxi"))).made
    assert made is not None
    survey = SurveyId(made)
    for option, levels in (("typed_0", (9, 2, 3)), ("typed_1", (1, 4, 0)), ("leave", (5, 5, 6))):
        for who, level in zip((w.ana, w.bo, w.cy), levels, strict=True):
            needs = "A stop by the hospital" if level == 9 else ""
            s.send(GiveResistance(survey, OptionId(option), level, needs), who)
    s.send(CloseResistance(survey), after=30_000)
    ask = s.state.surveys.by_id[survey].levels[OptionId("typed_0")][w.ana.participant].ask
    for heard, right in (("A stop somewhere", False), ("A stop at the hospital's door", True)):
        s.send(SayBackAsk(survey, ask, heard), after=5_000)
        s.send(ConfirmAsk(survey, ask, heard, right), w.ana)
    s.send(AnswerAsk(survey, ask, "From May on"))
    s.send(SayAskMet(survey, ask, True), w.ana)
    return s


def _opened(s: Sitting, what: CheckKind) -> CheckId:
    made = s.send(OpenCheck(what, "Shall we?"), after=5_000).made
    assert made is not None
    return CheckId(made)
