"""A session that the group leads twice: it says yes when the facilitator is gone, and is let later on."""

from app.facilitation.actors import Server
from app.facilitation.commands import (
    AcceptLead,
    ActOnNudge,
    CloseConnection,
    HandOver,
    NextItem,
    NextTurn,
    RaiseHand,
    SetAgenda,
    TakeOver,
)
from app.facilitation.ids import ConnectionId
from tests.facilitation.sitting import Sitting, sitting
from tests.history.nudging_story import newest

MINUTE = 60_000


def leading() -> Sitting:
    """An item runs over meanwhile: the group takes more time, and the facilitator takes over."""
    s = sitting()
    ana, ben, cal = (s.join(name) for name in ("Ana", "Ben", "Cal"))
    s.send(SetAgenda(("3 Welcome", "20 Talk")))
    s.send(NextItem())
    s.send(CloseConnection(ConnectionId(f"c-{s.facilitator.participant}"), s.now - 400), Server(), after=500)
    s.wait(2 * MINUTE)
    s.send(AcceptLead(), ana)
    s.send(AcceptLead(), cal, after=2_000)
    s.send(RaiseHand(), ben)
    s.send(NextTurn(), ana, after=1_000)
    s.wait(MINUTE)
    s.send(ActOnNudge(newest(s, "agenda_over").id, "five_more"), cal)
    s.wait(6 * MINUTE)
    s.connect(s.facilitator, "c-back")
    s.send(TakeOver(), after=1_000)
    s.send(HandOver(), after=20 * MINUTE)
    s.wait(MINUTE)
    return s
