"""A session whose people write ideas."""

from dataclasses import dataclass

from app.facilitation.actors import Person
from app.facilitation.commands import CollectIdeas, PublishIdeas, WriteIdea
from app.facilitation.ideas.record import Idea
from app.facilitation.ids import CollectionId, IdeaId, IdeaKind, ParticipantId
from tests.facilitation.sitting import Sitting, sitting

NEED, PROPOSAL = IdeaKind.need, IdeaKind.proposal


@dataclass
class Workshop:
    """Ana, Bo and Cy have devices; Dee and Eli are seated."""

    s: Sitting
    ana: Person
    bo: Person
    cy: Person
    dee: ParticipantId
    eli: ParticipantId

    def collect(self, asks: str = "") -> CollectionId:
        """Begin to collect."""
        made = self.s.send(CollectIdeas(asks)).made
        assert made is not None
        return CollectionId(made)

    def write(
        self,
        text: str,
        who: Person | None = None,
        what: IdeaKind = PROPOSAL,
        need: IdeaId | None = None,
        author: ParticipantId | None = None,
    ) -> IdeaId:
        """Somebody writes, or a facilitator types for somebody."""
        made = self.s.send(WriteIdea(what, text, need, author), who).made
        assert made is not None
        return IdeaId(made)

    def three(self) -> list[IdeaId]:
        """Three ideas of three people, published."""
        collection = self.collect()
        ideas = [
            self.write("Benches", self.ana),
            self.write("A roof", self.bo),
            self.write("Light", self.cy, NEED),
        ]
        self.s.send(PublishIdeas(collection))
        return ideas

    def idea(self, idea: IdeaId) -> Idea:
        """As the state holds it."""
        return self.s.state.ideas.by_id[idea]


def workshop() -> Workshop:
    """An open session."""
    s = sitting()
    ana, bo, cy = (s.join(name) for name in ("Ana", "Bo", "Cy"))
    dee, eli = s.seat("Dee", "Eli")
    return Workshop(s, ana, bo, cy, dee, eli)
