"""A session in which people write instead of speaking."""

from app.facilitation.commands import (
    AnswerWritten,
    EndTurn,
    GiveFloor,
    LowerHand,
    NextTurn,
    RaiseHand,
    SendWritten,
    SetCard,
    SetComposing,
    ShowWritten,
    Undo,
    WithdrawWritten,
)
from app.facilitation.ids import CommandId, Role, WrittenHow, WrittenId
from tests.facilitation.sitting import Sitting, sitting


def written() -> Sitting:
    """One is shown in its turn, one read out, one answered, one shown at once, one taken back, one waits."""
    s = sitting()
    ana, ben, cal = (s.join(name) for name in ("Ana", "Ben", "Cal"))
    sam = s.join("Sam", Role.supporter)
    s.send(SetCard(supporter=sam.participant), cal)
    s.send(SetComposing(True), ana)
    s.send(RaiseHand(), ben)
    s.send(SendWritten("The night bus is full by half past nine."), ana, after=40_000)
    s.send(SendWritten("The night bus is full by nine."), ana, after=2_000)
    s.send(SendWritten("Who pays for it?", WrittenHow.read, ana.participant, cal.participant), sam)
    for _ in range(3):
        turn = s.state.floor.turn
        s.send(NextTurn(turn.id if turn else None), after=20_000)
    turn = s.state.floor.turn
    s.send(EndTurn(turn.id if turn else ""), after=30_000)  # type: ignore[arg-type]
    asked = s.send(SendWritten("Is the hall warm in winter?", WrittenHow.answer), ana).made
    s.send(AnswerWritten(WrittenId(asked or ""), "Yes, from October on."), after=9_000)
    at_once = s.send(SendWritten("I agree with Ana."), ben).made
    s.send(ShowWritten(WrittenId(at_once or "")), after=5_000)
    back = s.send(SendWritten("Forget it."), ben).made
    s.send(WithdrawWritten(WrittenId(back or "")), ben)
    s.send(SendWritten("One more thing."), ben)
    s.send(LowerHand(ben.participant), id="lowered")
    s.send(Undo(CommandId("lowered")))
    s.send(GiveFloor(cal.participant))
    return s
