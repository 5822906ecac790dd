"""A session with three helpers: one raises hands, one takes notes, and one taps who speaks."""

from app.facilitation.commands import (
    NextItem,
    RaiseHand,
    SetAgenda,
    StartSpeech,
    StopSpeech,
    WithdrawNote,
    WriteNote,
)
from app.facilitation.ids import DeviceScope, ItemId, Mode, NoteId
from app.facilitation.speech import Source
from tests.facilitation.sitting import Sitting, sitting


def helping() -> Sitting:
    """Two people without a device; what they say is noted, and one note is taken back."""
    s = sitting(Mode.open)
    dee, eli = s.seat("Dee", "Eli")
    taps, hands, notes = (s.device(each) for each in (DeviceScope.tap, DeviceScope.hands, DeviceScope.notes))
    s.send(SetAgenda(("10 Welcome", "20 What makes waiting hard")))
    s.send(WriteNote("Dee brought the map."), notes)
    s.send(NextItem())
    s.send(RaiseHand(dee), hands, after=4_000)
    s.send(StartSpeech(Source.tap, dee), taps, after=5_000)
    s.send(WriteNote("The step is too high."), notes, after=9_000)
    wrong = s.send(WriteNote("The stop is too high."), notes, after=1_000).made
    s.send(WithdrawNote(NoteId(wrong or "")), notes, after=2_000)
    s.send(StopSpeech(Source.tap, dee), taps, after=1_000)
    s.send(RaiseHand(eli), hands)
    s.send(NextItem(ItemId("i1")), after=60_000)
    s.send(WriteNote("Eli: the bus is late on Sundays."))
    return s
