"""A locked session at whose door people knock, and in which somebody says why they watch."""

from app.facilitation.actors import Server
from app.facilitation.commands import AnswerKnock, Knock, SayWatching, SetLocked, SetRole
from app.facilitation.ids import ParticipantId, Place, Role
from app.facilitation.knocking import LASTS_MS
from tests.facilitation.sitting import Sitting, sitting


def knocking() -> Sitting:
    """One is let in to watch, one is not, one is not heard, and one comes in when the room is opened."""
    s = sitting()
    ana = s.join("Ana")
    s.send(SetLocked(True))

    def knocks(name: str, watches: str = "") -> ParticipantId:
        made = s.send(Knock(name, Place.remote, watches), Server(), after=1_000).made
        return ParticipantId(str(made))

    oz = knocks("Oz", "I study how groups decide")
    s.send(AnswerKnock(oz, let_in=True), after=1_000)
    s.send(SayWatching(oz, "I write about the meeting"))
    s.send(AnswerKnock(knocks("Ben"), let_in=False))
    knocks("Cy")
    s.wait(LASTS_MS)
    knocks("Dee")
    s.send(SetLocked(False), after=1_000)
    s.send(SetRole(ana.participant, Role.observer, "Only this time"))
    knocked = s.state.knocks
    assert not knocked
    return s
