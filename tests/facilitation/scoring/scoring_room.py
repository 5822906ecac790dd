"""A session whose people score ideas."""

from collections.abc import Sequence
from typing import Any

from app.facilitation.actors import Person
from app.facilitation.commands import CloseScoring, GiveScore, OpenScoring, PublishIdeas
from app.facilitation.ids import IdeaId, RoundId, Scale
from app.facilitation.merit.questions import Question
from app.facilitation.views import ROOM, render, you_view
from tests.facilitation.ideas.writing import Workshop, workshop


class ScoringRoom:
    """Three ideas are shown; Ana, Bo, Cy and `more` others may score, Dee and Eli by the facilitator."""

    def __init__(self, more: int = 0, ideas: int = 3) -> None:
        self.w: Workshop = workshop()
        self.s = self.w.s
        self.people = [self.w.ana, self.w.bo, self.w.cy, *(self.s.join(f"P{n}") for n in range(more))]
        collection = self.w.collect()
        self.ideas = [self.w.write(f"Idea {n}", self.people[n % 3]) for n in range(ideas)]
        self.s.send(PublishIdeas(collection))
        self.round = RoundId("")

    def open(self, ideas: Sequence[IdeaId] = (), scale: Scale = Scale.words) -> RoundId:
        """Begin a round."""
        made = self.s.send(OpenScoring(tuple(ideas or self.ideas), scale)).made
        assert made is not None
        self.round = RoundId(made)
        return self.round

    def score(self, who: Person, idea: IdeaId, *scores: int | None, reason: str = "") -> None:
        """Answers to the four questions, as many as are given."""
        for question, score in zip(Question, scores, strict=False):
            self.s.send(GiveScore(self.round, idea, question, score, reason), who)

    def close(self) -> None:
        """End the round."""
        self.s.send(CloseScoring(self.round))

    def shown(self) -> Any:
        """What all see of scores."""
        return render(ROOM, self.s.state).view["scoring"]

    def own(self, who: Person) -> Any:
        """What somebody sees of their own."""
        return you_view(self.s.state, who.participant).get("scoring")
