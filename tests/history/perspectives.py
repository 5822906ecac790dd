"""People say what they bring, in a room that shares the floor equally between perspectives."""

from app.facilitation.commands import (
    CloseScoring,
    CollectIdeas,
    GiveFloor,
    GiveScore,
    Leaning,
    OfferPerspectives,
    OpenScoring,
    OpenSession,
    PublishIdeas,
    RaiseHand,
    SetConsent,
    SetPerspective,
    SetPolicy,
    WriteIdea,
)
from app.facilitation.ids import (
    CollectionId,
    Consent,
    IdeaId,
    IdeaKind,
    PerspectiveUse,
    Policy,
    RoundId,
    Sides,
)
from app.facilitation.merit.questions import Question
from app.facilitation.perspectives.record import USUAL
from tests.facilitation.sitting import Sitting, sitting


def perspectives() -> Sitting:
    """Ten people, two labels and three with none; a lens, alternating, and one who takes it back."""
    s = sitting(opened=False)
    s.send(OfferPerspectives(USUAL[:2], equal_share=True))
    people = [s.join(f"P{n}") for n in range(10)]
    for n, person in enumerate(people[:7]):
        use = PerspectiveUse.beside_name if n > 3 else PerspectiveUse.totals
        s.send(SetPerspective(USUAL[n // 4], use), person, after=500)
    s.send(OpenSession())
    s.send(SetPolicy(Policy.alternate, Sides.perspective))
    for person in (people[1], people[5], people[4]):
        s.send(RaiseHand(), person)
    for person in people:
        turn = s.state.floor.turn
        s.send(GiveFloor(person.participant, turn.id if turn else None))
        s.wait(100_000)
    made = s.send(CollectIdeas("What would help?")).made
    collection = CollectionId(made or "")
    for person in people[:3]:
        s.send(WriteIdea(IdeaKind.need, "Somewhere dry to sit while waiting"), person)
    s.send(PublishIdeas(collection))
    idea = IdeaId(next(iter(s.state.ideas.by_id)))
    lens = (Leaning(Question.feasible, USUAL[1], 2.0), Leaning(Question.acceptable, USUAL[0], 1.5))
    round_ = RoundId(s.send(OpenScoring((idea,), lens=lens)).made or "")
    for n, person in enumerate(people):
        for question in Question:
            s.send(GiveScore(round_, idea, question, 1 + n // 2), person)
    s.send(CloseScoring(round_))
    s.send(SetConsent(Consent.perspective, given=False), people[1])
    s.send(SetPerspective(USUAL[1], PerspectiveUse.beside_name), people[9])
    return s
