"""A session in which people say what they need: signals, and cards of how they take part."""

from app.facilitation.commands import AnswerSignal, GiveFloor, SendSignal, SetCard, SetTurnLimit
from app.facilitation.ids import BringIn, Role, SignalKind
from app.facilitation.signals import SHOWN_MS
from tests.facilitation.sitting import Sitting, sitting


def needs() -> Sitting:
    """Ana needs longer, Ben a supporter and a minute, Cal cannot follow; left with a signal still shown."""
    s = sitting()
    ana, ben, cal = (s.join(name) for name in ("Ana", "Ben", "Cal"))
    sam = s.join("Sam", Role.supporter)
    s.send(SetTurnLimit(60_000))
    s.send(SetCard(more_time=True, bring_in=BringIn.call_on_me), ana)
    s.send(SetCard(supporter=sam.participant, no_microphone=True), ben)
    s.send(SetCard(bring_in=BringIn.please_dont, no_clock=True), cal, after=2_000)
    s.send(GiveFloor(ana.participant))
    s.send(SendSignal(SignalKind.slower), cal, after=9_000)
    s.send(SendSignal(SignalKind.minute, ben.participant), sam)
    s.send(AnswerSignal(SignalKind.slower), ana, after=4_000)
    s.send(SendSignal(SignalKind.dont_follow))
    s.wait(SHOWN_MS + 1_000)
    s.send(AnswerSignal(SignalKind.minute, ben.participant))
    s.send(SendSignal(SignalKind.slower), ben)
    return s
