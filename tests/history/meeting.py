"""One meeting through the core that touches what the tables hold: turns of every end, speech, corrections,
nudges.
"""

from app.facilitation.actors import Person
from app.facilitation.commands import (
    ActOnNudge,
    AnswerInvitation,
    CorrectSpeech,
    DismissNudge,
    EndSession,
    EndTurn,
    ExtendTurn,
    GiveFloor,
    NextTurn,
    PutBack,
    RaiseHand,
    Remove,
    Rename,
    ReportSpeech,
    SetCoverage,
    SetMode,
    StartSpeech,
    StopSpeech,
    Undo,
    Utterance,
)
from app.facilitation.ids import CommandId, Mode, ParticipantId, Place, TurnId
from app.facilitation.nudges.record import FACILITATORS
from app.facilitation.speech import Source
from tests.facilitation.sitting import KEY, Sitting, sitting


def meeting(*, minutes: int = 30, ended: bool = True) -> Sitting:
    """A queue with turns taken back and put back, then open talk in which Flo says nothing until she is
    asked.
    """
    s = sitting()
    ana, ben, cal, flo = (s.join(name, place=Place.in_room) for name in ("Ana", "Ben", "Cal", "Flo"))
    dee, eve = s.seat("Dee", "Eve")
    s.send(Rename(ana.participant, "Ana Müller"), ana)
    for who in (ana, ben, cal):
        s.send(RaiseHand(), who, after=1_000)
    s.send(NextTurn())
    s.send(ExtendTurn(turn_of(s)), ana, after=90_000)
    s.send(EndTurn(turn_of(s)), ana, after=40_000)
    s.send(NextTurn(), id="taken-back")
    s.send(Undo(CommandId("taken-back")), after=2_000)
    s.send(NextTurn(), after=5_000)
    s.send(PutBack(turn_of(s)), after=3_000)
    s.send(GiveFloor(dee))
    s.send(NextTurn(turn_of(s)), after=60_000)
    s.wait(45_000)

    s.send(SetMode(Mode.open))
    s.send(SetCoverage(Source.api, on=True), KEY)
    for _ in range(minutes):
        talk(s, ana.participant, 25_000)
        s.wait(10_000)
        heard = (
            Utterance(ben.participant, s.now - 20_900, s.now - 20_100),
            Utterance(cal.participant, s.now - 9_000, s.now - 5_000),
            Utterance(eve, s.now - 4_000, s.now - 1_000),
        )
        s.send(ReportSpeech(heard, sent_at=s.now), KEY)
        s.wait(20_000)
        answer_what_came_up(s, flo)
    s.send(CorrectSpeech(s.now - 29_000, s.now - 26_000, cal.participant, ben.participant))
    s.send(Remove(eve))
    s.wait(10_000)
    if ended:
        s.send(EndSession())
    return s


def talk(s: Sitting, who: ParticipantId, length_ms: int) -> None:
    """Somebody speaks, as an integrator hears it."""
    s.send(StartSpeech(Source.api, who, observed_at=s.now, sent_at=s.now), KEY)
    s.wait(length_ms)
    s.send(StopSpeech(Source.api, who, observed_at=s.now, sent_at=s.now), KEY)


def turn_of(s: Sitting) -> TurnId:
    """The turn that is on."""
    assert s.state.floor.turn is not None
    return s.state.floor.turn.id


def answer_what_came_up(s: Sitting, quiet: Person) -> None:
    """The facilitator asks the quiet one privately, once, and leaves the rest; she answers and speaks."""
    for nudge in [s.state.nudges.by_id[each] for each in s.state.nudges.live]:
        if nudge.life != "new" or nudge.reached(FACILITATORS) is None:
            continue
        if nudge.rule == "quiet_voice" and nudge.subject == quiet.participant:
            s.send(ActOnNudge(nudge.id, "ask_privately"))
            s.send(AnswerInvitation(nudge.id, "speak_next"), quiet, after=4_000)
            talk(s, quiet.participant, 12_000)
        else:
            s.send(DismissNudge(nudge.id))
