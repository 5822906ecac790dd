"""A session in which all happens that hands, turns and modes can do."""

from app.facilitation.commands import (
    ClearProcess,
    EndBreak,
    EndSession,
    EndTurn,
    ExtendItem,
    GiveFloor,
    GoOn,
    Interrupt,
    MoveItem,
    NextItem,
    NextTurn,
    NotFinished,
    PassRound,
    PauseTurn,
    RaiseHand,
    RaiseProcess,
    SetAgenda,
    SetBrief,
    SetComposing,
    SetGap,
    SetMode,
    SetMoveOn,
    SetPolicy,
    SetQueueClosed,
    SetShare,
    SkipItem,
    StartBreak,
    StartItem,
    StartRound,
    Unclock,
    YieldTurn,
)
from app.facilitation.ids import Asks, Interruption, Mode, Place, Policy, ProcessPoint
from tests.facilitation.sitting import Sitting, sitting
from tests.history.meeting import turn_of


def floor_story() -> Sitting:
    """Requests of all classes under all policies; a turn whose clock stands, that waits, that is cut off."""
    s = sitting(policy=Policy.fifo)
    ana, ben = (s.join(name, place=Place.in_room) for name in ("Ana", "Ben"))
    cal, dee = (s.join(name) for name in ("Cal", "Dee"))
    s.send(RaiseHand(), ana)
    s.send(NextTurn(), after=500)
    s.send(RaiseHand(asks=Asks.reply), ben, after=4_000)
    s.send(RaiseHand(), cal, after=200)
    s.send(RaiseHand(asks=Asks.question), cal, after=200)
    s.send(SetComposing(composing=True), dee, after=200)
    s.send(RaiseProcess(ProcessPoint.cant_hear), dee)
    s.send(ClearProcess(dee.participant), after=3_000)
    s.send(PauseTurn(turn_of(s)), after=2_000)
    s.send(GoOn(turn_of(s)), after=20_000)
    s.send(Interrupt(ben.participant, Interruption.correct, turn_of(s)), after=5_000)
    s.wait(35_000)
    s.send(Unclock(turn_of(s)))
    s.send(NextTurn(turn_of(s)), after=9_000)
    s.send(NotFinished(s.state.floor.last.id if s.state.floor.last else turn_of(s)), ana, after=1_000)
    s.send(SetQueueClosed(closed=True))
    s.send(NextTurn(turn_of(s)), after=6_000)
    s.send(YieldTurn(turn_of(s)), ana, after=7_000)
    s.send(SetComposing(composing=False), dee)
    s.send(SetGap(5_000))
    s.send(NextTurn(turn_of(s)), after=11_000)
    s.wait(6_000)
    for policy in Policy:
        s.send(SetPolicy(policy), after=300)
    s.send(SetComposing(composing=True), dee)
    s.send(SetComposing(composing=False), dee, after=8_000)
    s.send(EndTurn(turn_of(s)), dee, after=4_000)
    s.send(SetQueueClosed(closed=False))
    s.send(GiveFloor(cal.participant), after=2_000)
    s.wait(30_000)
    s.send(StartRound("lot"))
    s.send(NextTurn())
    s.send(PassRound(later=True, participant=ben.participant), after=4_000)
    s.send(StartBreak(600_000), after=3_000)
    s.send(EndBreak(), after=500_000)
    for mode in (Mode.listening, Mode.writing, Mode.timed, Mode.round):
        s.send(SetMode(mode), after=9_000)
    while s.state.floor.mode is Mode.round:
        turn = s.state.floor.turn
        s.send(NextTurn(turn.id if turn else None), after=5_000)
        s.wait(6_000)
    s.wait(10_000)
    s.send(SetBrief(("The budget",), ("The route", "The hours")))
    s.send(SetAgenda(("5 Welcome (open) / Ana", "10 Ideas", "Next steps")))
    first, second, third = s.state.agenda.order
    s.send(SetShare(0.5))
    s.send(MoveItem(third, 1))
    s.send(SkipItem(third))
    s.send(NextItem(), after=2_000)
    s.send(ExtendItem(first), after=30_000)
    s.send(StartItem(second, first), after=30_000)
    s.send(SetMoveOn(second, ready=True), dee, after=10_000)
    s.send(SetMoveOn(second, ready=False), dee, after=10_000)
    s.send(EndSession())
    return s
