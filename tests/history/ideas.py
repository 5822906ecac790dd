"""One meeting through the core in which ideas are written, shown, held back, heard, split and merged."""

from app.facilitation.commands import (
    ConfirmHeard,
    DiscardIdeas,
    FocusIdea,
    HearNeed,
    HoldBackIdea,
    MakeRemark,
    MergeIdeas,
    PublishIdeas,
    ReviseIdea,
    ShortlistIdeas,
    ShowIdeaAgain,
    SplitIdea,
    Taken,
    WithdrawIdea,
)
from app.facilitation.ids import RemarkKind
from tests.facilitation.ideas.writing import NEED, workshop
from tests.facilitation.sitting import Sitting


def ideas() -> Sitting:
    """Two collections: one that is shown, and one that is not."""
    w = workshop()
    s = w.s
    collection = w.collect("What would be easier, and for whom?")
    need = w.write("I can't stand for as long as a bus takes", w.ana, NEED)
    benches = w.write("Benches", w.ana, need=need)
    w.write("Not this", w.bo)
    s.send(WithdrawIdea(w.write("Nor this", w.bo)), w.bo, after=2_000)
    roof = w.write("A roof, and light at night", w.cy)
    kerb = w.write("A kerb that a wheelchair can take", author=w.dee)
    s.send(ReviseIdea(benches, "Benches with arms"), w.ana, after=5_000)
    s.send(PublishIdeas(collection), after=60_000)
    s.send(FocusIdea(benches))
    s.send(HearNeed(benches, "To rest on the way"), w.bo)
    s.send(ConfirmHeard(benches, "To rest on the way", True), w.ana, after=3_000)
    s.send(MakeRemark(kerb, RemarkKind.question, "At every stop?"), w.cy)
    s.send(ReviseIdea(kerb, "A low kerb at every stop"))
    s.send(HoldBackIdea(roof, "It is two ideas"))
    s.send(ShowIdeaAgain(roof), after=1_000)
    s.send(SplitIdea(roof, ("A roof", "Light at night")))
    light = next(idea.id for idea in s.state.ideas.by_id.values() if idea.text == "Light at night")
    s.send(MergeIdeas((Taken(benches, "to sit"), Taken(kerb, "to get there")), "A stop for all"))
    s.send(ShortlistIdeas((light,)))
    second = w.collect("Other ways?")
    w.write("A taxi", w.bo)
    s.send(DiscardIdeas(second))
    return s
