"""A session in whose groups one talks freely, and presses say who speaks."""

from app.facilitation.commands import (
    EndBreakout,
    MoveToGroup,
    NextTurn,
    RaiseHand,
    SetMode,
    StartBreakout,
    StartSpeech,
    StillSpeaking,
    StopSpeech,
)
from app.facilitation.ids import GroupId, Mode
from app.facilitation.speaking import SILENT_SOURCE_MS
from app.facilitation.speech import Source
from tests.facilitation.sitting import Sitting, sitting


def talking_freely() -> Sitting:
    """Ana's group leaves its queue and comes back to it; somebody is not heard of any more."""
    s = sitting()
    ana, ben, cal, dee = (s.join(name) for name in ("Ana", "Ben", "Cal", "Dee"))
    one, two = (ana.participant, ben.participant), (cal.participant, dee.participant)
    s.send(StartBreakout(by="hand", groups=(one, two)), after=5_000)
    s.send(RaiseHand(), ana)
    s.send(NextTurn(), ben)
    s.send(SetMode(Mode.open), ben, after=9_000)
    s.send(StartSpeech(Source.tap), ben, after=1_000)
    s.send(StillSpeaking(Source.tap), ben, after=10_000)
    s.send(StopSpeech(Source.tap), ben, after=4_000)
    s.send(StartSpeech(Source.tap), ana, after=1_000)
    s.wait(SILENT_SOURCE_MS + 1_000)
    s.send(StartSpeech(Source.tap), ana)
    s.send(MoveToGroup(ana.participant, GroupId("g2")), after=2_000)
    s.send(SetMode(Mode.queue), ben, after=1_000)
    s.send(EndBreakout(), after=1_000)
    return s
