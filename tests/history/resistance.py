"""One meeting through the core in which people say how hard options would be to live with."""

from app.facilitation.commands import AnswerAsk, CloseResistance, GiveResistance, OpenResistance, SayAskMet
from app.facilitation.ids import OptionId, SurveyId
from tests.facilitation.ideas.writing import workshop
from tests.facilitation.sitting import Sitting


def resistance() -> Sitting:
    """Two ideas beside leaving things as they are; one need that is met."""
    w = workshop()
    s = w.s
    ideas = w.three()[:2]
    made = s.send(OpenResistance(tuple(ideas))).made
    assert made is not None
    survey = SurveyId(made)
    options = [*map(OptionId, ideas), OptionId("leave")]
    for who, levels in ((w.ana, (8, 1, 2)), (w.bo, (3, 6, 4)), (w.cy, (0, 3, 6))):
        for option, level in zip(options, levels, strict=True):
            needs = "A lift at both ends" if level == 8 else ""
            s.send(GiveResistance(survey, option, level, needs), who, after=2_000)
    s.send(GiveResistance(survey, options[0], 1, participant=w.dee))
    s.send(CloseResistance(survey), after=30_000)
    ask = s.state.surveys.by_id[survey].levels[options[0]][w.ana.participant].ask
    s.send(AnswerAsk(survey, ask, "At one end this year, at both the next"))
    s.send(SayAskMet(survey, ask, True), w.ana, after=5_000)
    return s
