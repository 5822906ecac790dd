"""A session that goes into groups and back, twice."""

from app.facilitation.commands import (
    CallBack,
    EndBreakout,
    EndTurn,
    ExtendTurn,
    GiveFloor,
    LowerHand,
    MoveHand,
    MoveToGroup,
    NextTurn,
    NotFinished,
    RaiseHand,
    Rename,
    ReportGroup,
    SetAway,
    SetComposing,
    SetReady,
    SetTurnLimit,
    StartBreakout,
)
from app.facilitation.ids import Asks, GroupId, TurnId
from tests.facilitation.sitting import Sitting, sitting


def breakouts() -> Sitting:
    """By hand and by lot; everything that can happen in a group; one who moves, one who goes, two reports."""
    s = sitting()
    ana, ben, cal, dee = (s.join(name) for name in ("Ana", "Ben", "Cal", "Dee"))
    eli = s.seat("Eli")[0]
    s.send(SetTurnLimit(60_000))
    s.send(GiveFloor(dee.participant))
    one = (ana.participant, ben.participant, eli)
    s.send(StartBreakout(by="hand", groups=(one, (cal.participant, dee.participant))), after=9_000)
    s.send(RaiseHand(), ana)
    s.send(RaiseHand(asks=Asks.question), ana)
    s.send(SetReady(False), ana)
    s.send(SetReady(True), ana)
    s.send(SetComposing(True), ben, after=1_000)
    s.send(SetComposing(False), ben)
    s.send(RaiseHand(participant=eli), ben)
    s.send(MoveHand(eli, 0))
    s.send(NextTurn(), ben)
    s.send(NextTurn(TurnId("t1")), ana, after=20_000)
    s.send(ExtendTurn(TurnId("t2")), ana, after=5_000)
    s.send(SetComposing(True), ana)
    s.send(SetComposing(False), ana, after=4_000)
    s.send(NextTurn(TurnId("t2")), ben, after=9_000)
    s.send(NotFinished(TurnId("t2")), ana, after=500)
    s.send(LowerHand(eli), ben)
    s.send(RaiseHand(), cal)
    s.send(NextTurn(), cal)
    s.send(MoveToGroup(cal.participant, GroupId("g1")), after=8_000)
    s.send(Rename(ben.participant, "Benedict"))
    s.send(SetAway(True), dee)
    s.send(ReportGroup("Benches come first."), ana)
    s.send(ReportGroup("A roof.", GroupId("g2")))
    s.send(CallBack(30_000))
    s.wait(40_000)
    s.send(StartBreakout(count=2, by="mixed"), after=5_000)
    s.send(EndBreakout(), after=5_000)
    s.send(StartBreakout(count=2), after=5_000)
    s.send(RaiseHand(), ana)
    s.send(NextTurn(), ana)
    s.send(EndTurn(TurnId("t1")), ana, after=3_000)
    return s
