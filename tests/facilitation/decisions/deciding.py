"""A session that scored, asked for resistance, and writes a decision down."""

from typing import Any

from app.facilitation.actors import Person
from app.facilitation.commands import (
    AcceptDecision,
    AnswerCheck,
    CloseCheck,
    CloseResistance,
    DraftDecision,
    GiveResistance,
    MakeRemark,
    OpenCheck,
    OpenResistance,
    SayGap,
    SetDecision,
    SetRisk,
)
from app.facilitation.decisions.record import Decision
from app.facilitation.ids import CheckId, CheckKind, DecisionId, IdeaId, OptionId, RemarkKind, SurveyId
from app.facilitation.merit.questions import Question
from app.facilitation.views import ROOM, render, you_view
from tests.facilitation.scoring.scoring_room import ScoringRoom

REVIEW_AT = 1_800_000_000_000


class Deciding:
    """Bench is liked by all, Print is easy to run, Shelter is best to live with; Ana, Bo, Cy score."""

    def __init__(self) -> None:
        self.room = ScoringRoom()
        self.s = self.room.s
        self.ana, self.bo, self.cy = self.room.people
        self.bench, self.print, self.shelter = self.room.ideas
        self.s.send(MakeRemark(self.bench, RemarkKind.concern, "Who mends it?"), self.bo)
        self.room.open()
        marks = {self.bench: (4, 3, 4, 4), self.print: (2, 5, 3, 2), self.shelter: (5, 2, 4, 5)}
        for who in self.room.people:
            for idea, scores in marks.items():
                self.room.score(who, idea, *scores)
        self.room.close()

    def resist(self, *levels: tuple[int, int], needs: str = "") -> SurveyId:
        """How hard the bench is to live with, and leaving things as they are, for Ana, Bo and Cy."""
        made = self.s.send(OpenResistance((self.bench,))).made
        assert made is not None
        survey = SurveyId(made)
        for who, (bench, leave) in zip(self.room.people, levels, strict=False):
            said = needs if who is self.ana else ""
            self.s.send(GiveResistance(survey, OptionId(self.bench), bench, said), who)
            self.s.send(GiveResistance(survey, OptionId("leave"), leave), who)
        self.s.send(CloseResistance(survey))
        return survey

    def draft(self, chosen: IdeaId | None = None, **more: Any) -> DecisionId:
        """Begin to write; the bench, unless told otherwise."""
        made = self.s.send(DraftDecision(OptionId(chosen or self.bench), **more)).made
        assert made is not None
        return DecisionId(made)

    def fill(self, decision: DecisionId) -> None:
        """Answer everything that has to be said."""
        for gap in self.decision(decision).record.gaps.values():
            self.s.send(SayGap(decision, gap.against, gap.id, gap.question, "Less", "Ana's side", "Yes"))
        for risk in self.decision(decision).record.risks.values():
            self.s.send(SetRisk(decision, "", risk.id, 3, 4, "The street team", "A yearly look"))
        self.s.send(
            SetDecision(
                decision,
                costs=("£9,000 a year",),
                affected=("Drivers",),
                review_at=REVIEW_AT,
                review_how="The street team calls us",
            )
        )

    def check(self, *answers: int, what: CheckKind = CheckKind.fist, **fixed: Any) -> CheckId:
        """Everybody is asked and answers."""
        made = self.s.send(OpenCheck(what, "Do we do this?", **fixed), after=1_000).made
        assert made is not None
        check = CheckId(made)
        for who, answer in zip(self.room.people, answers, strict=False):
            self.s.send(AnswerCheck(check, answer, reason="It harms me" if answer == 0 else ""), who)
        self.s.send(CloseCheck(check))
        return check

    def accepted(self, **more: Any) -> DecisionId:
        """A decision that was filled and accepted."""
        decision = self.draft(**more)
        self.fill(decision)
        self.s.send(AcceptDecision(decision, self.check(5, 4, 4)))
        return decision

    def decision(self, decision: DecisionId) -> Decision:
        """As the state holds it."""
        return self.s.state.decisions.by_id[decision]

    def shown(self, decision: DecisionId) -> Any:
        """As all see it."""
        view: Any = render(ROOM, self.s.state).view["decisions"]
        return view["by_id"][decision]

    def own(self, who: Person) -> Any:
        """What somebody sees of their own."""
        return you_view(self.s.state, who.participant).get("decisions")

    def open_parts(self, decision: DecisionId) -> list[str]:
        """What is blank, in words."""
        return [point["what"] for point in self.shown(decision)["open_points"]]


QUESTIONS = list(Question)
