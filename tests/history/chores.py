"""A session in which all happens that a meeting seldom needs: the rest of what a log can hold."""

from app.facilitation.actors import Server
from app.facilitation.commands import (
    ActOnNudge,
    AddDevice,
    CloseBoot,
    CloseConnection,
    CorrectSpeech,
    EndSession,
    EndTurn,
    HushNudges,
    LetIn,
    LowerHand,
    Move,
    MoveHand,
    NextTurn,
    RaiseHand,
    Remove,
    ReopenSession,
    ReportSpeech,
    RevokeDevice,
    SetAway,
    SetCard,
    SetCoverage,
    SetListening,
    SetMode,
    SetPolicy,
    SetPresence,
    SetReady,
    SetRole,
    SetTurnLimit,
    StartSpeech,
    StillSpeaking,
    StopSpeech,
    Undo,
    Utterance,
    WithdrawCorrection,
)
from app.facilitation.ids import (
    BootId,
    BringIn,
    CommandId,
    ConnectionId,
    CorrectionId,
    DeviceScope,
    Mode,
    Place,
    Policy,
    Role,
)
from app.facilitation.nudges.record import FACILITATORS
from app.facilitation.speech import Source
from tests.facilitation.sitting import KEY, Sitting, sitting
from tests.history.meeting import talk, turn_of


def chores() -> Sitting:
    """People, devices, lost connections, undone actions, corrections, reopened; left with hands still up."""
    s = sitting(policy=Policy.fifo)
    ana, ben, cal = (s.join(name) for name in ("Ana", "Ben", "Cal"))
    (dee,) = s.seat("Dee")
    _people(s)
    s.send(Move(ana.participant, Place.phone), ana, after=10)
    s.send(SetRole(cal.participant, Role.facilitator))
    s.send(SetRole(cal.participant, Role.participant))
    s.send(SetAway(away=True), ben)
    s.send(SetAway(away=False), ben, after=500)
    s.send(SetListening(listening=True), cal)
    s.send(SetListening(listening=False), cal, after=500)
    s.send(SetPresence(dee, here=False))
    s.send(SetPresence(dee, here=True), after=700)
    s.send(SetCard(bring_in=BringIn.please_dont), ben)

    s.send(SetTurnLimit(90_000))
    s.send(SetPolicy(Policy.balanced))
    for who in (ana, ben, cal):
        s.send(RaiseHand(), who, after=1_000)
    s.send(SetReady(ready=False), cal)
    s.send(MoveHand(ben.participant, 0))
    s.send(LowerHand(), ben, id="lowered")
    s.send(Undo(CommandId("lowered")), ben)
    s.send(NextTurn())
    s.send(EndTurn(turn_of(s)), after=20_000, id="ended")
    s.send(Undo(CommandId("ended")), after=3_000)
    s.send(EndTurn(turn_of(s)), after=5_000)

    s.send(SetMode(Mode.open))
    s.send(SetCoverage(Source.api, on=True), KEY)
    s.send(StartSpeech(Source.tap, dee), after=1_000)
    s.send(StillSpeaking(Source.tap, dee), after=10_000)
    s.send(StopSpeech(Source.tap, dee), after=4_000)
    corrected = s.send(CorrectSpeech(s.now - 9_000, s.now - 5_000, dee, ben.participant)).made
    assert corrected is not None
    s.send(WithdrawCorrection(CorrectionId(corrected)), after=2_000)

    for _ in range(30):
        talk(s, ana.participant, 20_000)
        s.wait(5_000)
        talk(s, cal.participant, 15_000)
        s.wait(5_000)
        _change_ones_mind(s)
    late = tuple(
        Utterance(ben.participant, s.now - ago, s.now - ago + 59_000) for ago in range(600_000, 0, -60_000)
    )
    s.send(ReportSpeech(late, sent_at=s.now), KEY)
    s.wait(30_000)
    s.send(HushNudges(600_000))
    s.send(CloseConnection(ConnectionId(f"c-{ana.participant}"), s.now - 400), Server(), after=500)
    s.send(CloseBoot(BootId("boot"), s.now), Server(), after=100)
    s.wait(31_000)
    s.send(EndSession())
    s.send(ReopenSession(), after=60_000)
    s.wait(5_000)
    return s


def _people(s: Sitting) -> None:
    """A guest is taken out and let in again; a screen and a helper's phone come, one goes."""
    guest = s.join("Guest")
    s.send(Remove(guest.participant, keep_out=True), after=900)
    s.send(LetIn(guest.participant), after=900)
    s.device(DeviceScope.screen)
    helper = s.send(AddDevice(DeviceScope.tap, "Helper at the window"))
    assert helper.made is not None
    s.send(RevokeDevice(s.device(DeviceScope.tap).device))


def _change_ones_mind(s: Sitting) -> None:
    """The first nudge to facilitators is acted on by voice, and that is taken back."""
    if any(recorded.event.kind == "nudge.reopened" for recorded in s.log):
        return
    for nudge in s.state.nudges.by_id.values():
        if nudge.life == "new" and nudge.ended_at is None and nudge.reached(FACILITATORS) is not None:
            s.send(ActOnNudge(nudge.id, "by_voice"), id="acted")
            s.send(Undo(CommandId("acted")), after=1_000)
            return
