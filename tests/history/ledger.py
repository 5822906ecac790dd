"""One meeting through the core in which people say what they know, and a decision is taken and reviewed."""

from app.facilitation.commands import (
    AcceptDecision,
    AddKnowledge,
    AnswerLate,
    AnswerUnclear,
    DiscardDecision,
    DraftDecision,
    EndNeed,
    EndSession,
    KeepDissent,
    RemoveLine,
    ReviewDecision,
    ReviseIdea,
    ReviseKnowledge,
    SayGap,
    SayLate,
    SaySure,
    SayUnclear,
    SetBrief,
    SetColumn,
    SetDecision,
    SettleUnclear,
    ShareLedger,
    ShowOwnName,
    TakeBackKnowledge,
    UnshareLedger,
)
from app.facilitation.decisions.accepting import LATE_MS
from app.facilitation.ids import (
    CameOut,
    Column,
    DecisionId,
    GapPart,
    HowSure,
    KnowledgeId,
    KnowledgeKind,
    LinkId,
    NeedEnd,
    NeedId,
    OptionId,
    Stance,
    UnclearId,
)
from tests.facilitation.decisions.deciding import Deciding
from tests.facilitation.sitting import Sitting


def ledger() -> Sitting:
    """A draft that is thrown away, a decision with dissent, late words and a second version."""
    d = Deciding()
    s, made = d.s, []
    for what, text in ((KnowledgeKind.fact, "400 people wait here"), (KnowledgeKind.story, "I fell here")):
        made.append(s.send(AddKnowledge(what, text, "A count", HowSure.fairly), d.ana).made)
    s.send(ReviseKnowledge(KnowledgeId(str(made[0])), "410 people wait here", "A count", HowSure.sure), d.ana)
    s.send(TakeBackKnowledge(KnowledgeId(str(made[1]))), d.ana)
    first = s.send(SayUnclear("What is a kerb?"), d.bo).made
    second = s.send(SayUnclear(idea=d.bench), d.cy).made
    s.send(AnswerUnclear(UnclearId(str(first)), "The edge of the pavement"))
    s.send(SettleUnclear(UnclearId(str(second))), d.cy)
    s.send(SetBrief(("£40,000",), ("Where",), ("The council",)))
    survey = d.resist((9, 2), (1, 8), (0, 8), needs="A seat with arms")
    s.send(DiscardDecision(d.draft(d.print)))
    decision = d.draft()
    s.send(ReviseIdea(d.bench, "A bench with arms"))
    s.send(SetColumn(decision, Column.leave, OptionId("leave"), "Nothing changes", (1, 5, 2, 1)))
    s.send(SayGap(decision, Column.to_run, None, None, "It takes longer", "", "Yes", (GapPart.bears,)))
    d.fill(decision)
    gap = next(iter(d.decision(decision).record.gaps))
    s.send(RemoveLine(decision, gap=gap))
    s.send(SetDecision(decision, asks="What first?", conditions=("It is signed by May",)))
    s.send(KeepDissent(decision, "Six stops is a trial", "A date", named=True), d.ana)
    s.send(SaySure(decision, 70), d.bo)
    s.send(AcceptDecision(decision, d.check(5, 4, 4), with_open_points=True))
    s.send(SayLate(decision, Stance.object, "My stop is not on it"), d.cy, after=3_600_000)
    [word] = [word.id for word in d.decision(decision).late.values()]
    s.send(AnswerLate(decision, word, "Next year"))
    ask = s.state.surveys.by_id[survey].levels[OptionId(d.bench)][d.ana.participant].ask
    s.send(EndNeed(NeedId(ask), NeedEnd.partly, "Arms on half of them", "Joan", 9))
    link = s.send(ShareLedger()).made
    s.send(UnshareLedger(LinkId(str(link))))
    s.send(ShareLedger())
    s.send(ShowOwnName(True), d.ana)
    s.wait(LATE_MS)
    s.send(ReviewDecision(decision, CameOut.as_hoped, "Two of six are broken"))
    again = DecisionId(str(s.send(DraftDecision(supersedes=decision, statement="With spare parts")).made))
    s.send(AcceptDecision(again, d.check(5, 5, 3), with_open_points=True))
    s.send(EndSession())
    return s
