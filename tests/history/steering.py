"""A session whose facilitator presses the wrong button, again and again, and takes it back."""

from app.facilitation.commands import (
    ExtendItem,
    MoveItem,
    MoveSeat,
    NextItem,
    NextTurn,
    PassRound,
    SetAgenda,
    SetMode,
    SkipItem,
    StartRound,
    Undo,
)
from app.facilitation.ids import CommandId, Mode
from tests.facilitation.sitting import Sitting, sitting


def steering() -> Sitting:
    """Modes, rounds and items are taken back; left in a round that goes on where it was."""
    s = sitting()
    ana, ben = s.join("Ana"), s.join("Ben")
    s.join("Cy")

    def back(id: str) -> None:
        s.send(Undo(CommandId(id)), after=1_000)

    s.send(SetAgenda(("5 Welcome (open)", "20 Ideas (round)", "10 Next steps")))
    s.send(NextItem(None), id="first", after=1_000)
    back("first")
    s.send(NextItem(None), after=1_000)
    one, two, three = s.state.agenda.order
    s.send(NextItem(one), id="second", after=60_000)
    back("second")
    s.send(MoveItem(three, 1), id="moved")
    s.send(SkipItem(two), id="skipped")
    s.send(ExtendItem(one), id="longer")
    for each in ("moved", "skipped", "longer"):
        back(each)
    s.send(SetMode(Mode.listening), id="mode", after=1_000)
    back("mode")
    s.send(StartRound(), after=1_000)
    s.send(NextTurn(None), after=1_000)
    s.send(PassRound(later=True, participant=ben.participant), after=1_000)
    s.send(StartRound(by="lot"), id="anew", after=1_000)
    back("anew")
    s.send(PassRound(participant=ana.participant), id="passed", after=1_000)
    back("passed")
    s.send(MoveSeat(ben.participant, 0), id="seat", after=1_000)
    back("seat")
    s.send(MoveSeat(ana.participant, 2), after=1_000)
    return s
