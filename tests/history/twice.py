"""A session in which somebody stands twice, has a hand up and says something as either, and becomes one."""

from app.facilitation.commands import (
    CollectIdeas,
    LowerHand,
    MergePeople,
    RaiseHand,
    StartSpeech,
    StopSpeech,
    WriteIdea,
)
from app.facilitation.ids import IdeaKind, Mode
from app.facilitation.speech import Source
from tests.facilitation.sitting import Sitting, sitting


def twice() -> Sitting:
    """Ann joined on a phone and was seated from a list; both talk, ask and write."""
    s = sitting(Mode.open)
    ann, bo = s.join("Ann"), s.join("Bo")
    (listed,) = s.seat("Ann from the list")
    s.send(CollectIdeas("What would help?"))
    for who, ms in ((listed, 40_000), (bo.participant, 30_000), (ann.participant, 20_000)):
        s.send(StartSpeech(Source.tap, who, only=True))
        s.wait(ms)
        s.send(WriteIdea(IdeaKind.proposal, f"A bench after {ms}", participant=who))
    s.send(RaiseHand(listed))
    s.send(RaiseHand(), ann, after=2_000)
    s.send(MergePeople(ann.participant, listed), after=5_000)
    s.send(StopSpeech(Source.tap, listed), after=4_000)
    s.send(LowerHand(), ann, after=4_000)
    s.wait(20_000)
    return s
