"""One meeting through the core: one option alone is asked about, and rankings are counted on paper."""

from app.facilitation.commands import (
    CloseCheck,
    CloseResistance,
    GiveResistance,
    OpenCheck,
    OpenResistance,
    RankedPapers,
    TallyCheck,
)
from app.facilitation.ids import CheckId, CheckKind, OptionId, SurveyId
from tests.facilitation.sitting import Sitting, sitting


def single() -> Sitting:
    """Three say that nothing stops them, one that something does; then four papers."""
    s = sitting()
    people = [s.join(name) for name in ("Ana", "Bo", "Cy", "Dee")]
    survey = SurveyId(s.send(OpenResistance(options=("A night bus",), yes_no=True)).made or "")
    for who, level in zip(people, (0, 0, 10, 0), strict=True):
        needs = "A driver who knows the stop" if level else ""
        s.send(GiveResistance(survey, OptionId("typed_0"), level, needs), who, after=3_000)
    s.send(CloseResistance(survey), after=20_000)
    check = CheckId(s.send(OpenCheck(CheckKind.ranked, "Which first?", ("Bus", "Tram", "Taxi"))).made or "")
    papers = (RankedPapers(((0,), (1, 2)), 3), RankedPapers(((2,),), 1))
    s.send(TallyCheck(check, rankings=papers), after=60_000)
    s.send(CloseCheck(check))
    return s
